// The documentation's examples work: code blocks run, `pa` lines run, and give the output printed below them.
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../packages/cli/src/main.js";
import { commandsOf, wordsOf } from "./command-lines.js";
import { blocksOf, handWritten, root, textOf } from "./markdown-files.js";

const modules: Readonly<Record<string, () => Promise<object>>> = {
  "@prestatieafspraken/indicators": () => import("@prestatieafspraken/indicators"),
  "@prestatieafspraken/expressions": () => import("@prestatieafspraken/expressions"),
  "@prestatieafspraken/charts": () => import("@prestatieafspraken/charts"),
  "@prestatieafspraken/print": () => import("@prestatieafspraken/print"),
  "@prestatieafspraken/agreements": () => import("@prestatieafspraken/agreements"),
  "@prestatieafspraken/quarterly": () => import("@prestatieafspraken/quarterly"),
  "@prestatieafspraken/functions": () => import("@prestatieafspraken/functions"),
  "@prestatieafspraken/xlsx": () => import("@prestatieafspraken/xlsx"),
  "@prestatieafspraken/spreadsheet": () => import("@prestatieafspraken/spreadsheet"),
};

type Check = (actual: unknown, expected: unknown, line: string) => void;
type Runnable = (load: (name: string) => Promise<object>, check: Check) => Promise<void>;

/** Runs a block, comparing every `expression; // → literal`. Returns the number compared. */
async function run(content: string): Promise<number> {
  const withChecks = content.replace(
    /^(.+?); \/\/ → (.+)$/gm,
    (line, expression: string, literal: string) => `__check(${expression}, ${literal}, ${JSON.stringify(line)});`,
  );
  const withLoads = withChecks.replace(
    /^import \{([^}]+)\} from "([^"]+)";$/gm,
    (_line, names: string, from: string) => `const {${names.replaceAll(" as ", ": ")}} = await __load("${from}");`,
  );
  const { outputText } = ts.transpileModule(`export {};\n${withLoads}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const body = outputText.replace(/^export \{\};$/gm, "");
  let checked = 0;
  const load = (name: string): Promise<object> => {
    const found = modules[name];
    if (!found) throw new Error(`${name} is not a package of ours`);
    return found();
  };
  await (runInThisContext(`(async (__load, __check) => {${body}\n})`) as Runnable)(load, (actual, expected, line) => {
    checked += 1;
    expect(actual, line).toEqual(expected);
  });
  return checked;
}

const runnable = handWritten.flatMap((path) =>
  blocksOf(path)
    .filter(({ info }) => /^(?:js|ts) runnable$/.test(info))
    .map((block) => [`${path}:${block.line}`, block] as const),
);

describe("code blocks", () => {
  it.each(runnable)("%s", async (_place, { content }) => {
    expect(await run(content)).toBeGreaterThan(0);
  });

  it("all blocks are of known kinds: code and commands are run, text is their output, a flow uses existing names", () => {
    const kinds = /^(?:js runnable|ts runnable|sh|text|flow)$/;
    const others = handWritten.flatMap((path) =>
      blocksOf(path).flatMap(({ info, line }) => (kinds.test(info) ? [] : [`${path}:${line} (${info})`])),
    );
    expect(others).toEqual([]);
  });

  it("every folder named on the architecture page exists", () => {
    const folders = [
      ...textOf("docs/developers/architecture.md").matchAll(/`((?:packages|addin|test|scripts)\/[\w./-]+)`/g),
    ].map(([, folder]) => folder!);
    expect(folders.length).toBeGreaterThan(10);
    expect(folders.filter((folder) => !/\/build$/.test(folder) && !existsSync(join(root, folder)))).toEqual([]);
  });

  it("every step in a flow has its name in the code", async () => {
    const steps = handWritten
      .flatMap(blocksOf)
      .filter(({ info }) => info === "flow")
      .flatMap(({ content }) => [...content.matchAll(/> (\w+) ─/g)].map(([, step]) => step!));
    const named = {
      ...(await modules["@prestatieafspraken/indicators"]!()),
      ...(await modules["@prestatieafspraken/quarterly"]!()),
    };
    expect(steps).toEqual(["read", "validate", "assess", "report"]);
    expect(steps.filter((step) => !(step in named))).toEqual([]);
  });

  it("there are runnable blocks, and a wrong one fails", async () => {
    expect(runnable.length).toBeGreaterThan(5);
    await expect(run("1 + 1; // → 3")).rejects.toThrow();
  });
});

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter(Boolean);

/**
 * The printed lines must equal the whole output, ignoring spacing. A line "…" stands for omitted lines; without one at
 * the beginning or end, the output must begin or end there.
 */
function expectLines(printed: string, output: string): void {
  const told = linesOf(output);
  const cut = /^…$/m;
  const parts = printed.split(cut).map(linesOf);
  let from = 0;
  parts.forEach((part, i) => {
    if (part.length === 0) return;
    const isFirst = i === 0;
    const isLast = i === parts.length - 1;
    const found = told.findIndex((_line, at) => at >= from && part.every((line, k) => told[at + k] === line));
    const at = isFirst ? 0 : isLast ? told.length - part.length : found;
    expect(told.slice(at, at + part.length), `in this order, in the output:\n${output}`).toEqual(part);
    from = at + part.length;
    if (isLast)
      expect(told.slice(from), "lines of the output that are not printed, and no … in their place").toEqual([]);
  });
}

it("a shortened, omitted or changed line is noticed", () => {
  expect(() => expectLines("a b\nc", "a  b\n\nc\n")).not.toThrow();
  expect(() => expectLines("…\nc", "a\nb\nc\n")).not.toThrow();
  expect(() => expectLines("a", "a b")).toThrow();
  expect(() => expectLines("a", "a\nb")).toThrow();
  expect(() => expectLines("…\nd", "a\nb\nc\n")).toThrow();
});

const pages = handWritten.filter((path) => blocksOf(path).some(({ info }) => info === "sh"));

describe("command lines", () => {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  beforeAll(() => {
    process.chdir(folder);
    symlinkSync(join(root, "packages"), join(folder, "packages"));
  });
  afterAll(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(pages)("%s: every pa line runs and prints what stands below it", async (path) => {
    let output: string | null = null;
    for (const block of blocksOf(path)) {
      if (block.info === "text" && output !== null) expectLines(block.content, output);
      output = null;
      if (block.info !== "sh") continue;
      for (const line of commandsOf(block).filter((command) => command.startsWith("pa "))) {
        let told = "";
        const say = (text: string): void => void (told += text);
        const code = await main(wordsOf(line).slice(1), {
          language: "nl",
          today: "2026-11-26",
          interactive: false,
          columns: 150,
          out: say,
          err: say,
        });
        expect([0, 1], `${path}: ${line}\n${told}`).toContain(code);
        output = (output ?? "") + told;
      }
    }
  });
});
