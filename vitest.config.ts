import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const packages = readdirSync(here("packages"));

const pages = ["test/{e2e,excel,fuzz,port}/**/*.test.ts", "test/stranger.test.ts"];

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
        // Rooms together, by files and commands. They share what they load too.
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: pages,
          isolate: false,
          // Written for bundlers: its imports leave out the ends of file names.
          server: { deps: { inline: ["dt-sql-parser"] } },
        },
      },
      {
        extends: true,
        // A page or a host of its own, the one that weighs memory, and the one that adds an indicator: each starts from nothing.
        test: { name: "pages", include: pages },
      },
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What a page does is waited for until it is there; on a busy machine that takes its time.
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      include: ["packages/{indicators,agreements,quarterly,functions}/src/**"],
      exclude: ["**/*.generated.ts"],
      reportsDirectory: "coverage",
    },
  },
});
