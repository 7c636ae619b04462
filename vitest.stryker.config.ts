import { defineConfig } from "vitest/config";

// Mutation testing looks at packages/indicators by itself.
export default defineConfig({
  test: {
    include: ["packages/indicators/test/**/*.test.ts"],
    setupFiles: ["packages/indicators/test/fewer-runs.ts"],
    maxWorkers: 1,
    // One worker keeps its modules: a mutant is switched on inside them, static ones are left out.
    isolate: false,
  },
});
