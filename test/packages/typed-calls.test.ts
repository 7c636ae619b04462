// The library as a strict TypeScript project sees it, in each way of resolving modules: what is wrong does not compile, what is right
// does (typed-calls.ts); and what JavaScript without types hands over is read or refused in a sentence.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { evaluateNamed, InputError, socialShare, type Arguments, type Context } from "@prestatieafspraken/indicators";

const folder = mkdtempSync(join(tmpdir(), "typed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = fileURLToPath(new URL("../../", import.meta.url));

it.each([
  ["node16", "node16"],
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
])(
  "module %s with resolution %s compiles strictly, types of the packages included",
  async (module, moduleResolution) => {
    const project = join(folder, `tsconfig.${module}.json`);
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, types: [] },
      ...{ target: "es2022", lib: ["es2022", "dom"], module, moduleResolution },
    };
    writeFileSync(project, JSON.stringify({ compilerOptions, files: [join(root, "test/packages/typed-calls.ts")] }));
    const told = await promisify(execFile)(process.execPath, [
      join(root, "node_modules/typescript/bin/tsc"),
      "-p",
      project,
    ]).then(
      () => "",
      (problem: unknown) => (problem as { stdout: string }).stdout,
    );
    expect(told).toBe("");
  },
  240_000,
);

describe("values without types", () => {
  const share = (args: unknown, context?: unknown) =>
    evaluateNamed("SOCIALSHARE", args as Arguments, context as Context);
  it("of a database are read: big numbers, typed arrays, sets, dates", () => {
    expect(share({ social: 55n, homes: 660n }).exact).toBe("1/12");
    expect(share({ social: new Int32Array([30, 25]), homes: new Set([600, 60]) }).exact).toBe("1/12");
    expect(evaluateNamed("QUARTER", { value: new Date("2026-09-30") } as unknown as Arguments).display.nl).toBe(
      "2026-Q3",
    );
    expect(share({ social: 55, homes: 660 }, { day: new Date("2026-09-30") }).exact).toBe("1/12");
    expect(share(null).reason).toBe("missing");
  });

  it.each([
    ["WRONG_VALUE", () => share({ social: { a: 1 }, homes: 660 })],
    ["WRONG_VALUE", () => share({ social: "55", homes: 660 })],
    ["WRONG_VALUE", () => share({ social: -1, homes: 660 })],
    ["UNKNOWN_ARGUMENT", () => share({ sociaal: 55 })],
    ["UNKNOWN_INDICATOR", () => evaluateNamed("SOCIALSHAR")],
    ["UNKNOWN_INDICATOR", () => evaluateNamed(undefined as unknown as string)],
    ["UNKNOWN_INDICATOR", () => evaluateNamed("__proto__")],
    ["WRONG_DAY", () => share({}, { day: "gisteren" })],
    ["UNKNOWN_LANGUAGE", () => share({}, { language: "de" })],
  ])("that cannot be are refused with code %s and a sentence, never with a TypeError", (code, act) => {
    let problem: unknown;
    try {
      act();
    } catch (thrown) {
      problem = thrown;
    }
    expect(problem).toBeInstanceOf(InputError);
    expect(problem).toMatchObject({ code, message: expect.stringMatching(/\w+.*\./) as string });
  });

  it("are refused in the language asked for", () => {
    const messages = (["nl", "en"] as const).map((language) => {
      try {
        socialShare({ social: 660, homes: 55 }, { language });
      } catch (problem) {
        return (problem as Error).message;
      }
      return "";
    });
    expect(messages).toEqual([expect.stringContaining("is meer dan"), expect.stringContaining("is more than")]);
  });
});
