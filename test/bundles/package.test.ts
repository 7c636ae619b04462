// `npm run package`: the administrator's package is complete, uses the given address, and contains nothing else.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { built, root } from "../excel/build.js";
import { types } from "../../scripts/server-configuration.mjs";
import { addresses, lintManifest, parseManifest } from "../excel/manifest-lint.js";
import { servers } from "./servers.js";

const host = "https://pa.gemeente.example/map";
const officejs = "https://pa.gemeente.example/officejs/office.js";
const folder = mkdtempSync(join(tmpdir(), "package-"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const made = join(folder, `prestatieafspraken-${version}`);
/** As released, without an address. */
const released = join(folder, "released", `prestatieafspraken-${version}`);
const text = (name: string): string => readFileSync(join(made, name), "utf8");
let files: readonly string[] = [];

beforeAll(async () => {
  // Serialises builds across test files.
  await built();
  const words = ["scripts/package.mjs", host, "--officejs", officejs, "--out", folder];
  for (const each of [words, ["scripts/package.mjs", "--out", join(folder, "released")]])
    execFileSync(process.execPath, each, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  files = readdirSync(made, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(made.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All files that may be in it; a new kind of file requires a decision. */
const expected = [
  /^(?:LEESMIJ\.txt|SHA256SUMS|headers\.txt|manifest\.xml|sbom\.cdx\.json|Containerfile)$/,
  /^server\/(?:nginx\.conf|apache\.htaccess|Caddyfile|web\.config)$/,
  /^web\/(?:index|taskpane|workbench)\.html$/,
  /^web\/(?:functions|taskpane|workbench|workbench-sw)\.js$/,
  /^web\/[\w-]+\.[0-9a-f]{8}\.js$/,
  /^web\/[\w.-]+\.js\.LICENSE\.txt$/,
  /^web\/(?:start|taskpane|workbench)\.css$/,
  /^web\/(?:functions|functions-nl|shortcuts)\.json$/,
  /^web\/(?:manifest\.xml|LICENSE\.txt|workbench\.webmanifest)$/,
  /^web\/assets\/[\w-]+\.png$/,
  /^web\/help\/(?:nl|en)\/(?:(?:agreements|functions|rules|tables)\/)?[\w-]+\.html$/,
  /^web\/help\/(?:nl|en)\/search-index\.js$/,
  /^web\/help\/(?:help\.css|search\.js)$/,
  /^web\/help\/images\/[\w-]+\.png$/,
  /^web\/vendor\/(?:owl|o_spreadsheet)\.(?:js|css|xml)$/,
  /^web\/vendor\/(?:README|o_spreadsheet\.LICENSE)\.txt$/,
  /^web\/vendor\/bootstrap-utilities\.css(?:\.LICENSE\.txt)?$/,
  /^web\/vendor\/font-awesome\/(?:css|fonts)\/[\w.-]+$/,
];

describe("the package", () => {
  it("contains pages, functions, workbench, reference, manifest and licences", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        ...["LEESMIJ.txt", "SHA256SUMS", "headers.txt", "manifest.xml", "sbom.cdx.json", "Containerfile"],
        ...["index.html", "taskpane.html", "workbench.html", "functions.js", "functions.json", "functions-nl.json"].map(
          (name) => `web/${name}`,
        ),
        ...["workbench-sw.js", "LICENSE.txt", "vendor/owl.js", "vendor/o_spreadsheet.js"].map((name) => `web/${name}`),
        ...["vendor/o_spreadsheet.LICENSE.txt", "help/nl/index.html", "help/en/functions/SOCIALSHARE.html"].map(
          (name) => `web/${name}`,
        ),
      ]),
    );
  });

  it("leaves the parts of an earlier version usable when placed over it: their names follow their content", () => {
    const scripts = files.filter((name) => /^web\/[^/]+\.js$/.test(name));
    const fixed = ["functions", "taskpane", "workbench", "workbench-sw"];
    const parts = scripts.filter((name) => !fixed.includes(name.slice(4, -3)));
    expect(parts.length).toBeGreaterThan(3);
    for (const name of parts) expect(name).toMatch(/\.[0-9a-f]{8}\.js$/);
    expect(text("LEESMIJ.txt")).toMatch(/over de oude heen[\s\S]*over the old one/);
  });

  it("contains no sources, maps or tests, and never office.js", () => {
    expect(files.filter((name) => !expected.some((kind) => kind.test(name)))).toEqual([]);
    expect(files.filter((name) => /office\.?js|\.map$|\.ts$/i.test(name))).toEqual([]);
    for (const name of files.filter((one) => one.endsWith(".js")))
      expect(text(name), name).not.toMatch(/Microsoft Office JavaScript API library|OSF\.DDA|RichApi\.Error/);
  });

  it("lists every other file with its SHA-256", () => {
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

  it("has a manifest whose addresses of ours are all at the host, and in the package", () => {
    expect(lintManifest(text("manifest.xml"))).toEqual([]);
    expect(text("manifest.xml")).toBe(text("web/manifest.xml"));
    const ours = addresses(parseManifest(text("manifest.xml"))).filter((address) => address.startsWith(host));
    expect(ours.length).toBeGreaterThan(8);
    for (const address of ours) {
      const path = new URL(address).pathname.slice(new URL(host).pathname.length + 1);
      expect(existsSync(join(made, "web", path)), address).toBe(true);
    }
  });

  it("contains no localhost", () => {
    for (const name of files.filter((one) => /^[^/]+$|\.(?:html|xml|json|txt)$/.test(one)))
      expect(text(name), name).not.toContain("localhost");
  });

  it("has pages whose scripts, styles and links exist; office.js comes from the given address", () => {
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

  it("has headers for each page that allow office.js only where it is used", () => {
    const headers = text("headers.txt");
    for (const page of ["/taskpane.html", "/workbench.html", "/index.html"]) expect(headers).toContain(page);
    const policies = headers.split("\n").filter((line) => line.includes("Content-Security-Policy:"));
    expect(policies).toHaveLength(3);
    expect(policies.filter((line) => line.includes("https://pa.gemeente.example"))).toHaveLength(1);
    expect(headers).not.toContain("appsforoffice.microsoft.com");
  });

  it("refuses an address that Excel would refuse, with a sentence", () => {
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
  });

  it("lists the third-party parts of the pages, with version and licence", () => {
    const bill = JSON.parse(text("sbom.cdx.json")) as {
      bomFormat: string;
      components: { name: string; version: string; licenses?: unknown[] }[];
    };
    expect(bill.bomFormat).toBe("CycloneDX");
    const parts = new Map(bill.components.map((part) => [part.name, part]));
    for (const name of [
      "fraction.js",
      "preact",
      "fflate",
      "saxes",
      "mathjs",
      "@odoo/o-spreadsheet",
      "@odoo/owl",
      "@fluentui/tokens",
    ])
      expect([name, parts.has(name), (parts.get(name)?.licenses ?? []).length > 0]).toEqual([name, true, true]);
    // Tools for building and testing are in no page.
    for (const name of ["webpack", "vitest", "typescript", "playwright-core"]) expect(parts.has(name)).toBe(false);
    expect(text("sbom.cdx.json")).not.toMatch(/"timestamp"|"serialNumber"|localhost/);
  });
});

describe("the release, without an address", () => {
  it("is one zip with a checksum and the same contents as the folder", () => {
    const zipped = readFileSync(`${released}.zip`);
    const sum = createHash("sha256").update(zipped).digest("hex");
    expect(readFileSync(`${released}.zip.sha256`, "utf8")).toBe(`${sum}  prestatieafspraken-${version}.zip\n`);
    const inside = Object.keys(unzipSync(zipped)).sort();
    const beside = readdirSync(released, { recursive: true, withFileTypes: true, encoding: "utf8" })
      .filter((entry) => entry.isFile())
      .map((entry) => `prestatieafspraken-${version}/${join(entry.parentPath, entry.name).slice(released.length + 1)}`)
      .sort();
    expect(inside).toEqual(beside);
    expect(inside.filter((name) => !name.includes("/web/"))).toContain(
      `prestatieafspraken-${version}/adres-invullen.html`,
    );
  });

  it("has a page that fills in the address like the command does, without Node or a network", () => {
    const { document, Event } = new JSDOM(readFileSync(join(released, "adres-invullen.html"), "utf8"), {
      runScripts: "dangerously",
    }).window;
    const fill = (address: string): void => {
      document.querySelector("input")!.value = address;
      document.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));
    };
    fill("http://pa.gemeente.example");
    expect(document.querySelector("[role=alert]")!.textContent).toContain("https");
    expect(document.querySelectorAll("a")).toHaveLength(0);
    fill(` ${host}/ `);
    expect(document.querySelector("[role=alert]")!.textContent).toBe("");
    const links = [...document.querySelectorAll("a")];
    expect(links.map((link) => link.download)).toEqual(["manifest.xml", "functions.json", "functions-nl.json"]);
    for (const link of links)
      expect(decodeURIComponent(link.href.replace(/^data:[^,]*,/, "")), link.download).toBe(
        text(`web/${link.download}`),
      );
  });

  it("lacks an address only in those three files and that page", () => {
    const naming = readdirSync(released, { recursive: true, withFileTypes: true, encoding: "utf8" })
      .filter((entry) => entry.isFile() && /\.(?:html|xml|json|txt|js|conf)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => readFileSync(path, "utf8").includes("adres.invalid"))
      .map((path) => path.slice(released.length + 1))
      .sort();
    expect(naming).toEqual(["adres-invullen.html", "web/functions-nl.json", "web/functions.json", "web/manifest.xml"]);
  });
});

describe.each(servers)("$name", ({ name, program, start }) => {
  if (program === null) {
    it(`is not installed: its configuration was not tried`, () => expect(program).toBeNull());
    return;
  }
  let address = "";
  let stop: () => void = () => undefined;
  beforeAll(async () => {
    ({ address, stop } = await start(program, made, join(folder, name)));
  });
  afterAll(() => stop());
  const get = (path: string) => fetch(`${address}/${path}`, { redirect: "manual" });
  const policyOf = async (path: string) => (await get(path)).headers.get("content-security-policy") ?? "";

  it("serves every kind of file with its content type, and every file with the common headers", async () => {
    const kinds = new Map(files.filter((one) => one.startsWith("web/")).map((one) => [one.split(".").at(-1)!, one]));
    expect([...kinds.keys()]).toEqual(
      expect.arrayContaining(["html", "js", "css", "json", "xml", "png", "webmanifest"]),
    );
    for (const [ending, file] of kinds) {
      const answer = await get(file.slice("web/".length));
      expect([file, answer.status]).toEqual([file, 200]);
      expect([file, (answer.headers.get("content-type") ?? "").split(";")[0]]).toEqual([
        file,
        (types as Record<string, string>)[ending],
      ]);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        ...{ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-cache" },
        "strict-transport-security": expect.stringContaining("max-age=") as string,
      });
    }
  });

  it("serves each page with exactly one policy of its own, and who may frame it", async () => {
    expect(await policyOf("taskpane.html")).toMatch(
      /script-src 'self' https:\/\/pa\.gemeente\.example;.*frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/,
    );
    expect(await policyOf("workbench.html")).toMatch(/'unsafe-eval'.*frame-ancestors 'none'$/);
    expect(await policyOf("index.html")).toMatch(/frame-ancestors 'none'$/);
    for (const page of ["taskpane.html", "workbench.html", "index.html"])
      expect((await policyOf(page)).match(/default-src/g)).toHaveLength(1);
    expect((await get("functions.json")).headers.get("access-control-allow-origin")).toBe("*");
    expect((await get("functions.json")).headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("serves the start page for its folder, and makes browsers revalidate changed files", async () => {
    const answer = await get("");
    expect([answer.status, answer.headers.get("content-security-policy")]).toEqual([200, await policyOf("index.html")]);
    const worker = await get("workbench-sw.js");
    const tag = worker.headers.get("etag") ?? "";
    const again = await fetch(`${address}/workbench-sw.js`, { headers: { "if-none-match": tag } });
    expect([tag !== "", again.status]).toEqual([true, 304]);
    expect((await get("absent.html")).status).toBe(404);
  });
});
