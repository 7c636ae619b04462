import { defineConfig } from "vitest/config";

// Mutation testing looks at packages/indicators by itself.
export default defineConfig({ test: { include: ["packages/indicators/test/**/*.test.ts"], maxWorkers: 1 } });
