// `npm run package`: what an administrator gets is complete, for the address asked, and nothing strays into it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { built, buildTime, root } from "../excel/build.js";
import { addresses, lintManifest, parseManifest } from "../excel/manifest-lint.js";

const host = "https://pa.gemeente.example/map";
const officejs = "https://pa.gemeente.example/officejs/office.js";
const folder = mkdtempSync(join(tmpdir(), "package-"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const made = join(folder, `prestatieafspraken-${version}`);
const text = (name: string): string => readFileSync(join(made, name), "utf8");
let files: readonly string[] = [];

beforeAll(async () => {
  // Not at the same time as the build of other tests: two cores are enough for one.
  await built();
  const words = ["scripts/package.mjs", host, "--officejs", officejs, "--out", folder];
  execFileSync(process.execPath, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  files = readdirSync(made, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(made.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}, 2 * buildTime);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that may be in it; a new kind of file is a decision. */
const expected = [
  /^(?:LEESMIJ\.txt|SHA256SUMS|headers\.txt|manifest\.xml)$/,
  /^server\/(?:nginx\.conf|apache\.htaccess|Caddyfile|web\.config)$/,
  /^web\/(?:index|taskpane|workbench)\.html$/,
  /^web\/(?:functions|taskpane|workbench|workbench-sw)\.js$/,
  /^web\/[\w-]+\.[0-9a-f]{8}\.js$/,
  /^web\/[\w.-]+\.js\.LICENSE\.txt$/,
  /^web\/(?:start|taskpane|workbench)\.css$/,
  /^web\/(?:functions|functions-nl|shortcuts)\.json$/,
  /^web\/(?:manifest\.xml|LICENSE\.txt|workbench\.webmanifest)$/,
  /^web\/assets\/[\w-]+\.png$/,
  /^web\/reference\/(?:(?:functions|rules|tables)\/)?[\w-]+\.html$/,
  /^web\/vendor\/(?:owl|o_spreadsheet)\.(?:js|css|xml)$/,
  /^web\/vendor\/(?:README|o_spreadsheet\.LICENSE)\.txt$/,
  /^web\/vendor\/bootstrap-utilities\.css(?:\.LICENSE\.txt)?$/,
  /^web\/vendor\/font-awesome\/(?:css|fonts)\/[\w.-]+$/,
];

describe("the package", () => {
  it("holds pages, functions, workbench, reference, manifest and licences", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        ...["LEESMIJ.txt", "SHA256SUMS", "headers.txt", "manifest.xml"],
        ...["index.html", "taskpane.html", "workbench.html", "functions.js", "functions.json", "functions-nl.json"].map(
          (name) => `web/${name}`,
        ),
        ...["workbench-sw.js", "LICENSE.txt", "vendor/owl.js", "vendor/o_spreadsheet.js"].map((name) => `web/${name}`),
        ...["vendor/o_spreadsheet.LICENSE.txt", "reference/index.html", "reference/functions/SOCIALSHARE.html"].map(
          (name) => `web/${name}`,
        ),
      ]),
    );
  });

  it("holds nothing else: no sources, maps, tests, and never office.js", () => {
    expect(files.filter((name) => !expected.some((kind) => kind.test(name)))).toEqual([]);
    expect(files.filter((name) => /office\.?js|\.map$|\.ts$/i.test(name))).toEqual([]);
    for (const name of files.filter((one) => one.endsWith(".js")))
      expect(text(name), name).not.toMatch(/Microsoft Office JavaScript API library|OSF\.DDA|RichApi\.Error/);
  });

  it("adds up: every file but the list itself has its SHA-256 in it", () => {
    const listed = new Map(
      text("SHA256SUMS")
        .trim()
        .split("\n")
        .map((line) => [line.slice(66), line.slice(0, 64)] as const),
    );
    expect([...listed.keys()]).toEqual(files.filter((name) => name !== "SHA256SUMS"));
    for (const [name, sum] of listed)
      expect(
        createHash("sha256")
          .update(readFileSync(join(made, name)))
          .digest("hex"),
        name,
      ).toBe(sum);
  });

  it("has a manifest whose every address of ours stands at the host, and is in the package", () => {
    expect(lintManifest(text("manifest.xml"))).toEqual([]);
    expect(text("manifest.xml")).toBe(text("web/manifest.xml"));
    const ours = addresses(parseManifest(text("manifest.xml"))).filter((address) => address.startsWith(host));
    expect(ours.length).toBeGreaterThan(8);
    for (const address of ours) {
      const path = new URL(address).pathname.slice(new URL(host).pathname.length + 1);
      expect(existsSync(join(made, "web", path)), address).toBe(true);
    }
  });

  it("says localhost nowhere", () => {
    for (const name of files.filter((one) => /^[^/]+$|\.(?:html|xml|json|txt)$/.test(one)))
      expect(text(name), name).not.toContain("localhost");
  });

  it("has pages whose scripts, styles and links are there; office.js comes from where it was asked", () => {
    for (const page of files.filter((name) => /^web\/\w+\.html$/.test(name))) {
      const { document } = new JSDOM(text(page)).window;
      const named = [...document.querySelectorAll("[src], [href]")]
        .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
        .filter((address) => !address.startsWith("#"));
      const outside = named.filter((address) => /^[a-z]+:/.test(address) && !address.startsWith("https://github.com/"));
      expect(outside, page).toEqual(page === "web/taskpane.html" ? [officejs] : []);
      for (const address of named.filter((one) => !/^[a-z]+:/.test(one)))
        expect(existsSync(join(made, "web", address.replace(/[?#].*$/, ""))), `${page}: ${address}`).toBe(true);
    }
  });

  it("gives headers for each page, which let office.js in only where it is used", () => {
    const headers = text("headers.txt");
    for (const page of ["/taskpane.html", "/workbench.html", "/index.html"]) expect(headers).toContain(page);
    const policies = headers.split("\n").filter((line) => line.includes("Content-Security-Policy:"));
    expect(policies).toHaveLength(3);
    expect(policies.filter((line) => line.includes("https://pa.gemeente.example"))).toHaveLength(1);
    expect(headers).not.toContain("appsforoffice.microsoft.com");
  });

  it("refuses an address that Excel would refuse, in a sentence", () => {
    const refused = (...words: string[]): string => {
      try {
        execFileSync(process.execPath, ["scripts/package.mjs", ...words], {
          cwd: root,
          encoding: "utf8",
          stdio: "pipe",
        });
      } catch (problem) {
        return String((problem as { stderr: string }).stderr);
      }
      return "";
    };
    expect(refused("http://pa.gemeente.example")).toContain("https");
    expect(refused()).toContain("Op welk adres");
  });
});
