// The packages as published: their contents, the opinion of npm's tools, the cost of installing, and their use in
// outside projects: TypeScript in four module resolutions, Node as ESM and CommonJS, workers, bundlers.
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createContext, runInContext, runInNewContext } from "node:vm";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { build as viteBuild } from "vite";
import webpack, { type Stats } from "webpack";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallScripts } from "../../addin/small-scripts.mjs";
import { libraryBudget } from "../bundles/budgets.js";
import { built } from "../excel/build.js";
import { filesBelow, libraries, linkOthers, manifestOf, megabytes, packAll, root, rooms, unpack } from "./pack.js";

const folder = mkdtempSync(join(tmpdir(), "published-"));
const project = join(folder, "stranger");
const runs = promisify(execFile);
let tarballs: Readonly<Record<string, string>> = {};
const unpacked = (room: string): string => join(project, "node_modules/@prestatieafspraken", room);

beforeAll(async () => {
  await built();
  tarballs = packAll(join(folder, "tarballs"));
  for (const room of rooms) {
    unpack(tarballs[room]!, room, project);
    linkOthers(project, room);
  }
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(rooms)("the tarball of %s", (room) => {
  it("contains code, README and licence, and no tests or leftovers", () => {
    const files = filesBelow(unpacked(room));
    expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE"]));
    expect(files).toEqual(
      expect.arrayContaining(room === "cli" ? ["bin/pa.mjs", "build/pa.mjs"] : ["dist/index.js", "dist/index.d.ts"]),
    );
    expect(files.filter((path) => /^(?:test|node_modules)\/|tsbuildinfo|\.test\.|\.tgz$/.test(path))).toEqual([]);
    expect(readFileSync(join(unpacked(room), "LICENSE"), "utf8")).toBe(readFileSync(join(root, "LICENSE"), "utf8"));
  });

  it("names its author and repository, as provenance requires", () => {
    expect(manifestOf(unpacked(room))).toMatchObject({
      ...{ type: "module", license: "EUPL-1.2", name: `@prestatieafspraken/${room}` },
      repository: { type: "git", directory: `packages/${room}` },
      homepage: expect.stringMatching(/^https:/) as string,
      bugs: expect.stringMatching(/^https:/) as string,
      publishConfig: { access: "public", provenance: true },
    });
    expect(manifestOf(unpacked(room))["private"]).toBeUndefined();
  });

  it("includes every source that its source maps refer to", () => {
    for (const map of filesBelow(unpacked(room)).filter((path) => path.endsWith(".map"))) {
      const { sources } = JSON.parse(readFileSync(join(unpacked(room), map), "utf8")) as { sources: string[] };
      for (const source of sources)
        expect(existsSync(join(unpacked(room), dirname(map), source)), `${map}: ${source}`).toBe(true);
    }
  });

  it("declares version ranges for dependencies, so that projects can share one copy; the lock file has the exact versions", () => {
    const asked = Object.entries(manifestOf(unpacked(room)).dependencies ?? {});
    const exact = asked.filter(([name, range]) => /^\d/.test(range) && !name.startsWith("@prestatieafspraken/"));
    expect(exact).toEqual([]);
  });

  it("passes publint", async () => {
    const { messages } = await publint({ pkgDir: unpacked(room), strict: true, pack: false });
    expect(messages).toEqual([]);
  });
});

describe.each(libraries)("the tarball of %s", (room) => {
  it("has correct types in every module resolution, according to attw", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarballs[room]!)));
    if (analysis.types === false) throw new Error(`${room} has no types`);
    expect(analysis.types).toEqual({ kind: "included" });
    // Both require() and import get the ES module, which Node supports from 20.19 on: intended, not a mistake.
    expect(analysis.problems.filter(({ kind }) => kind !== "CJSResolvesToESM")).toEqual([]);
  });
});

describe("pa, installed offline from its tarball", () => {
  const place = join(folder, "user");
  const pa = (...words: string[]) =>
    runs(process.execPath, [join(place, "node_modules/@prestatieafspraken/cli/bin/pa.mjs"), ...words], {
      cwd: place,
      maxBuffer: 1 << 26,
    }).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: "" }),
      (problem: unknown) => problem as { code: number; stdout: string; stderr: string },
    );
  beforeAll(() => {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "package.json"), '{ "private": true }');
    execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", tarballs["cli"]!], {
      cwd: place,
      stdio: ["ignore", "ignore", "pipe"],
      shell: process.platform === "win32",
    });
  });

  it("takes at most 20 packages and 40 MB", () => {
    const lock = JSON.parse(readFileSync(join(place, "node_modules/.package-lock.json"), "utf8")) as {
      packages: Readonly<Record<string, unknown>>;
    };
    expect(Object.keys(lock.packages).length).toBeLessThanOrEqual(20);
    expect(megabytes(join(place, "node_modules"))).toBeLessThanOrEqual(40);
  });

  it("makes the sample and finds its errors", async () => {
    expect((await pa("--version")).stdout.trim()).toBe(manifestOf(unpacked("cli"))["version"]);
    expect(await pa("template", "--sample", "sample.xlsx")).toMatchObject({ code: 0 });
    expect(await pa("check", "sample.xlsx", "--lang", "en")).toMatchObject({ code: 1, stderr: "" });
  });

  it("calculates, reports with charts in Word, and checks an agreement, so every part loaded on demand is included", async () => {
    expect((await pa("eval", "=SUM(PA.SOCIALSHARE(55;660);1)", "sample.xlsx", "--json")).stdout).toContain("1.08333");
    expect(await pa("report", "sample.xlsx", "-o", "report.docx")).toMatchObject({ code: 0 });
    expect(readFileSync(join(place, "report.docx")).subarray(0, 2).toString()).toBe("PK");
    expect(await pa("report", "sample.xlsx", "--format", "json")).toMatchObject({ code: 0 });
    expect(await pa("agreement", "new", "own.xlsx")).toMatchObject({ code: 0 });
    expect((await pa("agreement", "check", "own.xlsx")).stderr).not.toMatch(/Cannot find|ERR_/);
  });

  it("includes the licences of everything in it", () => {
    const text = readFileSync(join(unpacked("cli"), "build/THIRD-PARTY.txt"), "utf8");
    for (const name of ["@odoo/o-spreadsheet", "@odoo/owl", "@resvg/resvg-wasm", "mathjs", "hucre", "preact", "docx"])
      expect(text).toMatch(new RegExp(`^${name} \\d`, "m"));
  });
});

describe("an outside project", () => {
  const wrote = (name: string, text: string): string => {
    writeFileSync(join(project, name), text);
    return name;
  };
  const node = (...words: string[]): string =>
    execFileSync(process.execPath, words, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

  // From plain objects to a report: the share of NVT is 55 of 660.
  const plainObjects = `
    const tables = { PA_Voorraad: [
      { Kwartaal: "2026-Q3", Verhuurder: "Gemeente", Segment: "totaal", Beginstand: 660n, Eindstand: 660 },
      { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 55, Eindstand: 60 },
    ] };
    const made = await returnFrom(tables, { agreements, quarter: "2026-Q3" });
    const told = (await report(made)).results.find(({ indicator }) => indicator === "SOCIALSHARE")?.exact;`;
  const libraryImports = `
    import { agreements } from "@prestatieafspraken/agreements";
    import { report, returnFrom } from "@prestatieafspraken/quarterly";
    import { socialShare } from "@prestatieafspraken/indicators";`;

  it.each([
    // TypeScript 5.9 and 7, which no longer knows the oldest resolution; without and with the types of a browser.
    ["typescript", "node16", "node16", ["es2022"]],
    ["typescript-native", "nodenext", "nodenext", ["es2022", "dom"]],
    ["typescript-native", "esnext", "bundler", ["es2022", "dom"]],
    ["typescript", "esnext", "node10", ["es2022"]],
  ])(
    "compiles strictly with %s, module %s and resolution %s, and rejects wrong code",
    async (compiler, module, resolution, lib) => {
      wrote("typed-calls.ts", readFileSync(join(root, "test/packages/typed-calls.ts"), "utf8"));
      wrote("plain-objects.ts", `${libraryImports}${plainObjects}\nexport { told, socialShare };`);
      const compilerOptions = {
        ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [], target: "es2022" },
        ...{ lib, module, moduleResolution: resolution, skipDefaultLibCheck: true },
        // Some third-party libraries lack types for the oldest module resolution.
        skipLibCheck: resolution === "node10",
      };
      const tsconfig = JSON.stringify({ compilerOptions, files: ["typed-calls.ts", "plain-objects.ts"] });
      const words = [
        join(root, "node_modules", compiler, "bin/tsc"),
        "-p",
        wrote(`tsconfig.${resolution}.json`, tsconfig),
      ];
      const told = await runs(process.execPath, words, { cwd: project }).then(
        () => "",
        (problem: unknown) => (problem as { stdout: string }).stdout,
      );
      expect(told).toBe("");
    },
  );

  it("makes a report from plain objects in Node", () => {
    expect(node(wrote("plain.mjs", `${libraryImports}${plainObjects}\nconsole.log(told);`))).toBe("1/11");
  });

  it("loads them with require() in Node versions that support it for ES modules (20.19, 22.12 and later)", () => {
    const all = libraries.filter((room) => room !== "spreadsheet");
    const text = `const all = ${JSON.stringify(all)}.map((room) => require("@prestatieafspraken/" + room));
      console.log(all.every((one) => Object.keys(one).length > 0), require("@prestatieafspraken/indicators").socialShare({ social: 55, homes: 660 }).exact);`;
    expect(process.features.require_module).toBe(true);
    expect(node("--disable-warning=ExperimentalWarning", wrote("use.cjs", text))).toBe("true 1/12");
  });

  it("passes a result from a Node worker to its caller", () => {
    wrote(
      "worker.mjs",
      `import { parentPort } from "node:worker_threads";${libraryImports}${plainObjects}
      parentPort.postMessage({ told, result: socialShare({ social: 55, homes: 660 }) });`,
    );
    const text = `import { Worker } from "node:worker_threads";
      new Worker(new URL("worker.mjs", import.meta.url)).on("message", ({ told, result }) => console.log(told, result.exact, result.display.nl));`;
    expect(node(wrote("asks.mjs", text))).toBe("1/11 1/12 8,3%");
  });

  const webpacked = async (entry: string, target: string, minimize: boolean): Promise<string> => {
    const output = { path: join(project, "bundle"), filename: `${entry}.${target}.js` };
    const stats = await new Promise<Stats>((done, failed) => {
      webpack(
        {
          ...{ mode: "production", target: [target, "es2022"], context: project, entry: `./${entry}`, output },
          ...{ optimization: { minimize, minimizer: [smallScripts] }, performance: { hints: false } },
        },
        (problem, made) => (made ? done(made) : failed(problem ?? new Error("webpack"))),
      );
    });
    expect(stats.toJson({ all: false, errors: true, warnings: true })).toMatchObject({ errors: [], warnings: [] });
    return readFileSync(join(output.path, output.filename), "utf8");
  };
  const one = 'import { socialShare } from "@prestatieafspraken/indicators";';

  it(`bundles them with webpack for a browser, without Node modules, in at most ${libraryBudget} kB for one indicator`, async () => {
    wrote("page.js", `${one}\nglobalThis.answer = socialShare({ social: 55, homes: 660 }).exact;`);
    const browser: Record<string, unknown> = {};
    browser["globalThis"] = browser;
    const page = await webpacked("page.js", "web", true);
    runInNewContext(page, browser);
    expect(browser["answer"]).toBe("1/12");
    expect(gzipSync(page, { level: 9 }).length / 1000).toBeLessThanOrEqual(libraryBudget);
  });

  it("bundles them with webpack for a browser's worker, from plain objects to a report", async () => {
    wrote("at-work.js", `${libraryImports}${plainObjects}\nself.postMessage(told);`);
    let posted: (text: string) => void = () => undefined;
    const answer = new Promise<string>((resolve) => {
      posted = resolve;
    });
    const self: Record<string, unknown> = { postMessage: posted, location: new URL("https://example.org/at-work.js") };
    self["self"] = self["globalThis"] = self;
    const context = createContext(self);
    // Parts that are loaded on demand stand beside the script.
    const importScripts = (address: string): void => {
      runInContext(readFileSync(join(project, "bundle", basename(new URL(address).pathname)), "utf8"), context);
    };
    Object.assign(self, { TextEncoder, TextDecoder, crypto, importScripts });
    // Not minimised: that takes long for a whole library, and the page above shows that minimised code works.
    runInContext(await webpacked("at-work.js", "webworker", false), context);
    expect(await answer).toBe("1/11");
  });

  it("installs less than 1 MB to import the library", () => {
    const others = Object.keys(manifestOf(unpacked("indicators")).dependencies ?? {});
    expect(others).toEqual(["fraction.js"]);
    const size = others.reduce((sum, name) => sum + megabytes(join(root, "node_modules", name)), 0);
    expect(size).toBeLessThan(1);
  });

  it("bundles them with vite", async () => {
    wrote("vite-page.js", `${one}\nglobalThis.answer = socialShare({ social: 55, homes: 660 }).exact;`);
    const lib = { entry: join(project, "vite-page.js"), formats: ["iife" as const], name: "page", fileName: "vite" };
    const outDir = join(project, "vite");
    await viteBuild({ root: project, configFile: false, logLevel: "silent", build: { lib, outDir } });
    const browser: Record<string, unknown> = {};
    browser["globalThis"] = browser;
    runInNewContext(readFileSync(join(outDir, "vite.iife.js"), "utf8"), browser);
    expect(browser["answer"]).toBe("1/12");
  });
});
