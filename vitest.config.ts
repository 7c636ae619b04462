import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { patience } from "./test/patience.mjs";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const packages = readdirSync(here("packages"));

const alone = ["test/fuzz/fuzz.test.ts", "test/stranger.test.ts"];

/** Rooms by themselves come last: they are many and short, so that no processor waits at the end for one long file. */
class RoomsLast extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer["sort"]>[0]): ReturnType<BaseSequencer["sort"]> {
    const isRoom = ({ moduleId }: (typeof files)[number]): boolean => !moduleId.startsWith(here("test/"));
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => !isRoom(file)), ...sorted.filter(isRoom)];
  }
}

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
        // They share what they load: a process reads the sources once, and has one browser for all its pages.
        test: {
          name: "shared",
          include: ["packages/*/test/**/*.test.{ts,tsx}", "addin/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
          // `npm run quick` leaves out what tests rooms together.
          exclude: process.env["ROOMS_ONLY"] === undefined ? alone : ["test/**"],
          isolate: false,
          // Written for bundlers: its imports leave out the ends of file names.
          server: { deps: { inline: ["dt-sql-parser"] } },
        },
      },
      {
        extends: true,
        // The one that weighs memory, and the one that adds an indicator: each starts from nothing.
        test: { name: "alone", include: alone },
      },
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Both projects use the same sources: each is made to JavaScript once, and not again as long as it stays the same.
    experimental: { fsModuleCache: true },
    testTimeout: 2.5 * patience,
    hookTimeout: 2.5 * patience,
    expect: { poll: { timeout: patience } },
    // One more than the two processors this is meant for: many tests wait, for a page or for silence.
    maxWorkers: 3,
    // Room for what a test throws away: memory is looked through less often, a twelfth of the processor time.
    execArgv: ["--max-semi-space-size=64"],
    sequence: { sequencer: RoomsLast },
    coverage: {
      provider: "v8",
      include: ["packages/{indicators,agreements,quarterly,functions}/src/**"],
      exclude: ["**/*.generated.ts"],
      reportsDirectory: "coverage",
    },
  },
});
