// The packages as they would be published: what is in them, and whether a stranger's project can use the library in Node and a browser.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import webpack, { type Stats } from "webpack";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./markdown-files.js";

const rooms = readdirSync(join(root, "packages")).sort();

interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}
const pack = (...options: string[]): readonly Packed[] => {
  const told = execFileSync("npm", ["pack", "--json", "--ignore-scripts", ...options], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  return JSON.parse(told) as Packed[];
};

describe("every package", () => {
  // One npm for all of them: starting it takes longer than packing.
  const packed = pack("--dry-run", ...rooms.flatMap((room) => ["--workspace", `packages/${room}`]));

  it.each(rooms)("%s holds code, types, README and licence fields, and nothing else of ours", (room) => {
    const paths = packed.find(({ name }) => name === `@prestatieafspraken/${room}`)!.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["package.json", "README.md", "dist/index.js", "dist/index.d.ts"]));
    expect(paths.filter((path) => /^(?:src|test|node_modules)\/|tsbuildinfo|\.test\.|\.tgz$/.test(path))).toEqual([]);
    const about = JSON.parse(readFileSync(join(root, "packages", room, "package.json"), "utf8")) as Record<
      string,
      unknown
    >;
    expect(about).toMatchObject({ type: "module", license: "EUPL-1.2", name: `@prestatieafspraken/${room}` });
    expect(about["private"]).toBeUndefined();
  });
});

describe("a project of somebody else", () => {
  const project = mkdtempSync(join(tmpdir(), "stranger-"));
  const installed = join(project, "node_modules/@prestatieafspraken/indicators");
  beforeAll(() => {
    const [{ filename } = { filename: "" }] = pack("--workspace", "packages/indicators", "--pack-destination", project);
    mkdirSync(installed, { recursive: true });
    execFileSync("tar", ["-xzf", join(project, filename), "-C", installed, "--strip-components=1"]);
    // What npm would install beside it; the tarball itself comes from no workspace.
    const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(dependencies)) {
      mkdirSync(join(project, "node_modules", name, ".."), { recursive: true });
      symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
    }
    writeFileSync(join(project, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(project, "use.js"),
      'import { socialShare } from "@prestatieafspraken/indicators";\nglobalThis.answer = socialShare({ social: 55, homes: 660 }).exact;\nglobalThis.console?.log(globalThis.answer);\n',
    );
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it("imports the library in Node", () => {
    expect(execFileSync(process.execPath, ["use.js"], { cwd: project, encoding: "utf8" }).trim()).toBe("1/12");
  });

  it("finds its types", () => {
    writeFileSync(
      join(project, "use.ts"),
      'import { evaluate, type Result } from "@prestatieafspraken/indicators";\nexport const answer: Result = evaluate("SOCIALSHARE", { social: 55, homes: 660 });\n',
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const flags = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", "use.ts"];
    expect(() => execFileSync(process.execPath, [tsc, ...flags], { cwd: project, encoding: "utf8" })).not.toThrow();
  });

  it("bundles it for a browser, where it needs nothing of Node and leaves out mathjs until asked", async () => {
    const stats = await new Promise<Stats>((done, failed) => {
      webpack(
        {
          mode: "production",
          target: ["web", "es2020"],
          context: project,
          entry: "./use.js",
          output: { path: join(project, "bundle"), filename: "main.js" },
          performance: { hints: false },
        },
        (problem, made) => (made ? done(made) : failed(problem ?? new Error("webpack"))),
      );
    });
    expect(stats.toJson({ all: false, errors: true, warnings: true })).toMatchObject({ errors: [], warnings: [] });
    const bundle = readFileSync(join(project, "bundle/main.js"), "utf8");
    // 150 kB with the whole catalogue; mathjs by itself is 600 kB.
    expect(bundle.length).toBeLessThan(250_000);
    const browser: Record<string, unknown> = {
      self: {},
      document: { currentScript: { src: "https://example.org/main.js", tagName: "SCRIPT" } },
    };
    browser["globalThis"] = browser;
    runInNewContext(bundle, browser);
    expect(browser["answer"]).toBe("1/12");
  });
});
