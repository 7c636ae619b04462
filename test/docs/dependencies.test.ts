// What a package uses it declares, what it declares it uses, and every dependency stands with its reason in docs/dependencies.md.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root, textOf } from "./markdown-files.js";

type Declared = Readonly<Record<string, string>>;
interface Manifest {
  readonly dependencies?: Declared;
  readonly devDependencies?: Declared;
  readonly scripts?: Readonly<Record<string, string>>;
}
const manifestOf = (folder: string): Manifest => JSON.parse(textOf(join(folder, "package.json"))) as Manifest;

const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(?:node_modules|dist|build)$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path) : /\.(?:tsx?|m?js)$/.test(path) ? [path] : [];
  });

const packageOf = (request: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(request)![0];

/** `pa` is published as one bundle: what it is made of is needed to build it, not to install it. */
const declaredBy = (room: string): readonly string[] => {
  const { dependencies, devDependencies } = manifestOf(room);
  return Object.keys({ ...dependencies, ...devDependencies }).sort();
};

/** Packages that the files below a folder import, also on demand and as types. */
const importedBelow = (folder: string): ReadonlySet<string> =>
  new Set(
    below(folder)
      .flatMap((path) => ts.preProcessFile(textOf(path), true, true).importedFiles)
      .map(({ fileName }) => fileName)
      .filter((name) => !/^[./#]/.test(name) && !isBuiltin(name))
      .map(packageOf),
  );

/** Declared, and used by something other than an import of its own sources: whose imports those are. */
const importedFor: Readonly<Record<string, readonly string[]>> = {
  // The bundle of `pa` (packages/cli/webpack.config.js) holds the rooms behind it, and what those import.
  "packages/cli": [
    "agreements",
    "charts",
    "expressions",
    "indicators",
    "print",
    "quarterly",
    "spreadsheet",
    "xlsx",
  ].map((room) => `packages/${room}/src`),
  // o-spreadsheet asks for owl as a peer.
  "packages/spreadsheet": ["node_modules/@odoo/o-spreadsheet/dist"],
};

const tools = Object.keys(manifestOf(".").devDependencies ?? {});
const rooms = [...readdirSync(join(root, "packages")).map((name) => `packages/${name}`), "addin"];

describe.each(rooms)("%s", (room) => {
  const declared = declaredBy(room);
  const imported = importedBelow(room === "addin" ? room : `${room}/src`);

  it("declares what it imports", () => {
    // The add-in is bundled, never published: tools of the root, and the grid that packages/spreadsheet brings along.
    const everywhere = room === "addin" ? [...tools, "@odoo/o-spreadsheet", "@odoo/owl"] : [];
    expect([...imported].filter((name) => !declared.includes(name) && !everywhere.includes(name))).toEqual([]);
  });

  it("imports what it declares", () => {
    const others = (importedFor[room] ?? []).flatMap((other) => [...importedBelow(other)]);
    expect(declared.filter((name) => !imported.has(name) && !others.includes(name))).toEqual([]);
  });
});

/** Tools that are started or found by name, not imported. */
const started: Readonly<Record<string, string>> = {
  "@stryker-mutator/core": "package.json",
  "@stryker-mutator/vitest-runner": "stryker.config.json",
  "@types/custom-functions-runtime": "addin/tsconfig.json",
  "@types/office-js": "addin/tsconfig.json",
  "@vitest/coverage-v8": "vitest.config.ts",
  "dependency-cruiser": "scripts/test.mjs",
  prettier: "scripts/test.mjs",
  "ts-loader": "webpack.config.js",
  "ts-unused-exports": "package.json",
  typedoc: "package.json",
  "webpack-cli": "scripts/build.mjs",
};

describe("the root", () => {
  const declared = Object.keys(manifestOf(".").devDependencies ?? {});
  const files = [
    ...["scripts", "test", "addin", "packages"].flatMap(below),
    ...readdirSync(root).filter((name) => /\.(?:m?js|cjs|ts)$/.test(name)),
  ].map(textOf);

  it("uses every tool it installs", () => {
    const unused = declared.filter(
      (name) =>
        !(name in started) &&
        !files.some((text) => text.includes(`"${name}"`) || text.includes(`"${name}/`) || text.includes(`${name}/`)) &&
        !(name.startsWith("@types/") && files.some((text) => text.includes(`"${name.slice("@types/".length)}`))),
    );
    expect(unused).toEqual([]);
  });

  it("names no tool as started that is not installed", () => {
    expect(Object.keys(started).filter((name) => !declared.includes(name))).toEqual([]);
  });
});

describe("docs/dependencies.md", () => {
  const listed = textOf("docs/dependencies.md");
  const all = [...rooms.flatMap(declaredBy), ...tools].filter((name) => !name.startsWith("@prestatieafspraken/"));

  it("has a line for each", () => {
    const rows = listed
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) =>
        line
          .split("|")[1]!
          .split(",")
          .map((name) => name.trim().split(" ")[0]!),
      )
      .flat();
    expect([...new Set(all)].filter((name) => !rows.includes(name)).sort()).toEqual([]);
    const known = new Set(all);
    const heads = ["Package", "---"];
    expect(rows.filter((name) => !known.has(name) && !heads.includes(name) && !/^-+$/.test(name))).toEqual([]);
  });
});

it("a dependency that nobody imports would be noticed", () => {
  expect(importedBelow("packages/expressions/src").has("mathjs")).toBe(true);
  expect(importedBelow("packages/indicators/src").has("lodash")).toBe(false);
  expect(readFileSync(join(root, "package-lock.json"), "utf8")).toContain('"node_modules/mathjs"');
});

it("installs on this version of Node without a warning about it", () => {
  const told = spawnSync("npm", ["ci", "--dry-run", "--offline", "--engine-strict", "--ignore-scripts", "--no-audit"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(told.stderr).not.toContain("EBADENGINE");
  expect(told.status).toBe(0);
});
