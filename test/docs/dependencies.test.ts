// Each package declares what it uses and uses what it declares; docs/dependencies.md gives the reason for every
// dependency.
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

/** `pa` is published as one bundle, so it needs its parts to build, not to install. */
const declaredBy = (room: string): readonly string[] => {
  const { dependencies, devDependencies } = manifestOf(room);
  return Object.keys({ ...dependencies, ...devDependencies }).sort();
};

/** The packages imported by files below a folder, including dynamic and type imports. */
const importedBelow = (folder: string): ReadonlySet<string> =>
  new Set(
    below(folder)
      .flatMap((path) => ts.preProcessFile(textOf(path), true, true).importedFiles)
      .map(({ fileName }) => fileName)
      .filter((name) => !/^[./#]/.test(name) && !isBuiltin(name))
      .map(packageOf),
  );

/** Declared for other reasons than its own imports: the files that import them instead. */
const importedFor: Readonly<Record<string, readonly string[]>> = {
  // The bundle of `pa` (packages/cli/webpack.config.js) contains the other packages and their imports.
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
  // owl is a peer dependency of o-spreadsheet.
  "packages/spreadsheet": ["node_modules/@odoo/o-spreadsheet/dist"],
};

/** What the root installs, and what only tests need (test/package.json). */
const tools = [".", "test"].flatMap((folder) => Object.keys(manifestOf(folder).devDependencies ?? {}));
const rooms = [...readdirSync(join(root, "packages")).map((name) => `packages/${name}`), "addin"];

describe.each(rooms)("%s", (room) => {
  const declared = declaredBy(room);
  const imported = importedBelow(room === "addin" ? room : `${room}/src`);

  it("declares what it imports", () => {
    // The add-in is bundled and never published: it may use the root's tools and the grid of packages/spreadsheet.
    const everywhere = room === "addin" ? [...tools, "@odoo/o-spreadsheet", "@odoo/owl"] : [];
    expect([...imported].filter((name) => !declared.includes(name) && !everywhere.includes(name))).toEqual([]);
  });

  it("imports what it declares", () => {
    const others = (importedFor[room] ?? []).flatMap((other) => [...importedBelow(other)]);
    expect(declared.filter((name) => !imported.has(name) && !others.includes(name))).toEqual([]);
  });
});

/** Tools that are started or found by name instead of imported. */
const started: Readonly<Record<string, string>> = {
  "@swc/core": "addin/small-scripts.mjs",
  "@types/custom-functions-runtime": "addin/tsconfig.json",
  "@types/office-js": "addin/tsconfig.json",
  "@vitest/coverage-v8": "vitest.config.ts",
  "dependency-cruiser": "scripts/test.mjs",
  oxfmt: "scripts/test.mjs",
  oxlint: "scripts/test.mjs",
  "oxlint-tsgolint": "oxlint.config.mjs",
  "ts-unused-exports": "package.json",
  "webpack-cli": "scripts/build.mjs",
};

describe("the root", () => {
  const declared = tools;
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

  it("names only installed tools as started", () => {
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

it("an unused dependency would be noticed", () => {
  expect(importedBelow("packages/expressions/src").has("mathjs")).toBe(true);
  expect(importedBelow("packages/indicators/src").has("lodash")).toBe(false);
  expect(readFileSync(join(root, "package-lock.json"), "utf8")).toContain('"node_modules/mathjs"');
});

it.each([".", "test"])("%s installs on this version of Node without an engine warning", (folder) => {
  const told = spawnSync("npm", ["ci", "--dry-run", "--offline", "--engine-strict", "--ignore-scripts", "--no-audit"], {
    cwd: join(root, folder),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(told.stderr).not.toContain("EBADENGINE");
  expect(told.status).toBe(0);
});
