import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const packages = readdirSync(here("packages"));

export default defineConfig({
  // Tests run on the sources; the built packages are tested apart (test/packages).
  resolve: {
    alias: [
      ...packages.map((name) => ({
        find: new RegExp(`^@prestatieafspraken/${name}$`),
        replacement: here(`packages/${name}/src/index.ts`),
      })),
      { find: /^#inflate$/, replacement: here("packages/xlsx/src/inflate-node.ts") },
      { find: /^#sha256$/, replacement: here("packages/quarterly/src/reading/sha256-node.ts") },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        // Tests of one room, beside its sources: no page, no program of others. They share what they load.
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.{ts,tsx}", "addin/**/*.test.{ts,tsx}"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "whole", include: ["test/**/*.test.{ts,tsx}"] },
      },
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // What a page does is waited for until it is there; on a busy machine that takes its time.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      include: ["packages/{indicators,quarterly,functions}/src/**"],
      reportsDirectory: "coverage",
    },
  },
});
