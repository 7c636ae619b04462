// What the documentation shows is what happens: code blocks run, `pa` lines run, and the output printed below them comes out.
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "@prestatieafspraken/cli";
import { blocksOf, handWritten, root, type Block } from "./markdown-files.js";

const modules: Readonly<Record<string, () => Promise<object>>> = {
  "@prestatieafspraken/indicators": () => import("@prestatieafspraken/indicators"),
  "@prestatieafspraken/agreements": () => import("@prestatieafspraken/agreements"),
  "@prestatieafspraken/quarterly": () => import("@prestatieafspraken/quarterly"),
  "@prestatieafspraken/functions": () => import("@prestatieafspraken/functions"),
  "@prestatieafspraken/xlsx": () => import("@prestatieafspraken/xlsx"),
  "@prestatieafspraken/spreadsheet": () => import("@prestatieafspraken/spreadsheet"),
};

type Check = (actual: unknown, expected: unknown, line: string) => void;
type Runnable = (load: (name: string) => Promise<object>, check: Check) => Promise<void>;

/** Runs a block; every `expression; // → literal` in it is compared. Returns how many were. */
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

  it("on the pages of docs there is none that is not run", () => {
    const unmarked = handWritten
      .filter((path) => path.startsWith("docs/") || path === "README.md")
      .flatMap((path) =>
        blocksOf(path).flatMap(({ info, line }) =>
          /^(?:js|ts|javascript|typescript)$/.test(info) ? [`${path}:${line}`] : [],
        ),
      );
    expect(unmarked).toEqual([]);
  });

  it("there are some, and a wrong one fails", async () => {
    expect(runnable.length).toBeGreaterThan(5);
    await expect(run("1 + 1; // → 3")).rejects.toThrow();
  });
});

/** The words of a command line, quotes taken off. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, plain]) => single ?? double ?? plain ?? "");

const commandsOf = ({ content }: Block): string[] =>
  content
    .split("\n")
    .map((line) =>
      line
        .replace(/^\$ /, "")
        .replace(/\s+#\s.*$/, "")
        .trim(),
    )
    .filter((line) => line !== "" && !line.startsWith("#"));

/** Each printed line occurs in the output, in this order; spacing aside. */
function expectInOrder(printed: string, output: string): void {
  const flat = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  let rest = flat(output);
  for (const line of printed.split("\n").map(flat).filter(Boolean)) {
    const at = rest.indexOf(line);
    expect(at, `“${line}” is not (or not here) in the output:\n${output}`).toBeGreaterThanOrEqual(0);
    rest = rest.slice(at + line.length);
  }
}

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

  it.each(pages)("%s: every pa line runs, and gives what is printed below it", async (path) => {
    let output: string | null = null;
    for (const block of blocksOf(path)) {
      if (block.info === "text" && output !== null) expectInOrder(block.content, output);
      output = null;
      if (block.info !== "sh") continue;
      for (const line of commandsOf(block).filter((command) => command.startsWith("pa "))) {
        let told = "";
        const say = (text: string): void => void (told += text);
        const code = await main(wordsOf(line).slice(1), {
          language: "nl",
          today: "2026-11-23",
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

  it.each(pages)("%s: every other command names something that exists", (path) => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    for (const line of blocksOf(path)
      .filter(({ info }) => info === "sh")
      .flatMap(commandsOf)) {
      const [program, first = "", second = ""] = wordsOf(line);
      const where = `${path}: ${line}`;
      if (program === "pa" || program === "git" || program === "cd") continue;
      if (program === "npm") {
        if (first === "run") expect(Object.keys(scripts), where).toContain(second);
        else expect(["test", "start", "ci", "install", "pack"], where).toContain(first);
        if (first === "start" || first === "test") expect(Object.keys(scripts), where).toContain(first);
      } else if (program === "node") expect(existsSync(join(root, first)), where).toBe(true);
      else if (program === "npx") {
        expect(existsSync(join(root, "node_modules/.bin", first)), where).toBe(true);
        if (first === "vitest")
          for (const room of wordsOf(line).slice(3)) expect(existsSync(join(root, room)), where).toBe(true);
      } else expect.fail(`${where}: the test does not know how to check this`);
    }
  });
});
