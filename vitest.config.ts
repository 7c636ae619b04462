import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const packages = [
  "indicators",
  "charts",
  "agreements",
  "quarterly",
  "print",
  "functions",
  "xlsx",
  "spreadsheet",
  "cli",
];

export default defineConfig({
  // Tests run on the sources; the built packages are tested apart (test/packages).
  resolve: {
    alias: [
      ...packages.map((name) => ({
        find: new RegExp(`^@prestatieafspraken/${name}$`),
        replacement: here(`packages/${name}/src/index.ts`),
      })),
      { find: /^#inflate$/, replacement: here("packages/xlsx/src/inflate-node.ts") },
    ],
  },
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}", "addin/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      include: ["packages/{indicators,agreements,quarterly,functions}/src/**"],
      reportsDirectory: "coverage",
    },
  },
});
