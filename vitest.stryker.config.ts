import { defineConfig } from "vitest/config";

const own = "packages/indicators/test/own-indicator.test.ts";

// Mutation testing looks at packages/indicators by itself. Loading mathjs takes longer than all other tests together: the tests that
// need it run only for the file they are about (STRYKER_OWN=1 npm run mutation -- -m packages/indicators/src/own-indicator.ts).
export default defineConfig({
  test: {
    include: process.env["STRYKER_OWN"] ? [own] : ["packages/indicators/test/**/*.test.ts"],
    exclude: process.env["STRYKER_OWN"] ? [] : [own],
    setupFiles: ["packages/indicators/test/fewer-runs.ts"],
    maxWorkers: 1,
    // One worker keeps its modules: a mutant is switched on inside them, static ones are left out.
    isolate: false,
  },
});
