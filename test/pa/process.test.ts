// `pa` as its own process, as https://clig.dev asks. Original and target stay complete, and the exit code says what happened:
// - killed at any moment: both are whole, at most a file .pa-….tmp stays; SIGINT, SIGTERM, SIGHUP: nothing stays behind;
// - a full disk or a limit on files: what stood there stays, nothing half-written, one sentence with the name, code 2;
// - -o a device, FIFO or /dev/stdout is written into; a link keeps being one, a link to nothing is refused; a file that is there
//   is kept as name.vorige.ext, name.vorige-2.ext; the workbook that was read is refused, but the base of a merge may grow;
// - two at once onto one target: one outcome stands there, the others are kept; a base that changed meanwhile is kept, and said;
// - devices, pipes and process substitutions are read up to 200 MB.
// Unix only: Windows has none of these devices.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { open, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ownFolder, pa, template, type Ran } from "./pa.js";

// Each process takes a second or two on a busy computer.
vi.setConfig({ testTimeout: 240_000 });

const file = ownFolder();
const bin = fileURLToPath(new URL("../../packages/cli/bin/pa.mjs", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: Buffer;
  readonly err: string;
}

/** Starts a shell command in which `pa` is available. */
function start(line: string) {
  const child = spawn("bash", ["-c", `pa() { "${process.execPath}" "${bin}" "$@"; }\n${line}`], {
    cwd: file("."),
    env: { ...process.env, LANG: "nl_NL.UTF-8", LC_ALL: "" },
    detached: true,
  });
  const parts: Buffer[] = [];
  let err = "";
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.stderr.on("data", (part: Buffer) => (err += part.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, out: Buffer.concat(parts), err })),
  );
  return { ended, told: (signal: NodeJS.Signals) => process.kill(-child.pid!, signal) };
}
const run = (line: string): Promise<Ended> => start(line).ended;
const left = (folder = "."): readonly string[] => readdirSync(file(folder)).filter((name) => name.startsWith(".pa-"));
/** True if the workbook is complete: a zip ends with its directory. */
const isWhole = (bytes: Buffer): boolean =>
  bytes.subarray(0, 2).toString() === "PK" && bytes.includes("PK\u0005\u0006");

/** Runs in this process, if no separate one is needed; file names are in this file's folder. */
const here = (...words: readonly string[]): Promise<Ran> =>
  pa(...words.map((word) => (/^[\w-]+\.\w+$/.test(word) || word === "pijp" ? file(word) : word)));

beforeAll(async () => {
  expect(
    existsSync(fileURLToPath(new URL("../../packages/cli/dist/process.js", import.meta.url))),
    "npm run compile",
  ).toBe(true);
  await template(file("sample.xlsx"), "--sample");
  await template(file("clean.xlsx"), "--sample", "--clean");
  expect(isWhole(readFileSync(file("sample.xlsx")))).toBe(true);
});

describe("standard output", () => {
  it("that is full gives one sentence and exit code 2, not 1", async () => {
    for (const line of [
      "pa check sample.xlsx --json > /dev/full",
      "pa --help > /dev/full",
      "pa merge clean.xlsx clean.xlsx -o - --quiet > /dev/full",
    ]) {
      const { code, err } = await run(line);
      expect([line, code, err]).toEqual([line, 2, "De schijf is vol; De uitvoer is niet geschreven.\n"]);
    }
  });
  it("that is no longer read is no error, and files are still written", async () => {
    const { code, err } = await run(
      "set -o pipefail; pa report sample.xlsx --json | head -c 1 >/dev/null; echo ${PIPESTATUS[0]} >&2",
    );
    expect([code, err]).toEqual([0, "0\n"]);
    await run(
      "pa merge clean.xlsx clean.xlsx -o dicht.xlsx | head -c 0; pa check clean.xlsx --mark dicht2.xlsx | head -c 0",
    );
    expect(isWhole(readFileSync(file("dicht.xlsx")))).toBe(true);
    expect(isWhole(readFileSync(file("dicht2.xlsx")))).toBe(true);
  });
  it("receives a file's bytes unchanged, with -o - and by its name", async () => {
    // Merged with itself, a return stays the same.
    const { out } = await run("pa merge clean.xlsx clean.xlsx -o -");
    expect(out.equals(readFileSync(file("clean.xlsx")))).toBe(true);
    const named = await run("pa report clean.xlsx --format csv -o /dev/stdout | cat");
    expect(named.out.toString()).toMatch(/^\uFEFFid;/);
    expect(named.err).toContain("Rapport geschreven");
    expect(lstatSync("/dev/stdout").isSymbolicLink()).toBe(true);
    await run("pa report clean.xlsx --format md -o /dev/stdout > omgeleid.md");
    expect(readFileSync(file("omgeleid.md"), "utf8")).toMatch(/^# /);
  });
});

describe("an existing output", () => {
  it.each([
    [["report", "clean.xlsx", "-o", "uit.html"]],
    [["check", "clean.xlsx", "--mark", "uit.xlsx"]],
    [["merge", "clean.xlsx", "clean.xlsx", "-o", "samen.xlsx"]],
    [["template", "sjabloon.xlsx"]],
  ])("is kept next to the new file by pa %j", async (words) => {
    const name = words.at(-1)!;
    writeFileSync(file(name), "drie maanden werk", { mode: 0o640 });
    const { code, out, err } = await here(...words);
    const kept = file(name.replace(".", ".vorige."));
    expect([code, out + err]).toEqual([0, expect.stringContaining(`Wat daar stond, is bewaard als: ${kept}`)]);
    expect(readFileSync(kept, "utf8")).toBe("drie maanden werk");
    expect(readFileSync(file(name), "utf8")).not.toBe("drie maanden werk");
    // The kept file has the same permissions as before.
    expect(statSync(file(name)).mode & 0o777).toBe(0o640);
  });

  it("that is a device or pipe is written into, never replaced", async () => {
    expect((await here("report", "clean.xlsx", "-o", "/dev/null")).code).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    const full = await here("report", "clean.xlsx", "-o", "/dev/full");
    expect([full.code, full.err]).toEqual([2, "De schijf is vol; /dev/full is niet geschreven.\n"]);
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
    execFileSync("mkfifo", [file("pijp")]);
    const [written, read] = await Promise.all([
      here("report", "clean.xlsx", "--format", "csv", "-o", "pijp"),
      readFile(file("pijp"), "utf8"),
    ]);
    expect([written.code, statSync(file("pijp")).isFIFO()]).toEqual([0, true]);
    expect(read).toContain("SOCIALSHARE");
  });

  it("that is a link: its target is replaced, a broken link is refused, and both stay links", async () => {
    mkdirSync(file("elders"));
    writeFileSync(file("elders/echt.html"), "oud");
    symlinkSync("elders/echt.html", file("link.html"));
    symlinkSync("elders/nergens.html", file("los.html"));
    expect((await here("report", "clean.xlsx", "-o", "link.html")).code).toBe(0);
    expect(readlinkSync(file("link.html"))).toBe("elders/echt.html");
    expect(readFileSync(file("elders/echt.html"), "utf8")).toContain("</html>");
    expect(readFileSync(file("elders/echt.vorige.html"), "utf8")).toBe("oud");
    const loose = await here("report", "clean.xlsx", "-o", "los.html");
    expect([loose.code, loose.err]).toEqual([
      2,
      expect.stringMatching(/los\.html verwijst naar een bestand dat er niet is\./),
    ]);
    expect(readlinkSync(file("los.html"))).toBe("elders/nergens.html");
    expect(existsSync(file("elders/nergens.html"))).toBe(false);
  });

  it("may have the longest name the system allows", async () => {
    const longest = `${"x".repeat(250)}.html`;
    writeFileSync(file(longest), "oud");
    expect((await here("report", "clean.xlsx", "-o", longest)).code).toBe(0);
    const kept = readdirSync(file(".")).filter((name) => /^xxx.*\.vorige\.html$/.test(name));
    expect(kept.map((name) => readFileSync(file(name), "utf8"))).toEqual(["oud"]);
    const { code, err } = await here("report", "clean.xlsx", "-o", `${"x".repeat(300)}.html`);
    expect([code, err]).toEqual([2, expect.stringMatching(/^De naam [^ ]*x+\.html is te lang/)]);
  });

  it("that is a folder is refused", async () => {
    mkdirSync(file("ordner.html"));
    expect((await here("report", "clean.xlsx", "-o", "ordner.html")).err).toMatch(
      /is een map\. Zet er de naam van een bestand achter\.\n$/,
    );
  });
});

describe("a full disk", () => {
  it("leaves the existing file, nothing half-written, and an error that names the file", async () => {
    writeFileSync(file("vol.xlsx"), "drie maanden werk");
    // A limit on file size simulates a full disk: writing stops halfway.
    const { code, err } = await run("trap '' XFSZ; ulimit -f 8; pa merge clean.xlsx clean.xlsx -o vol.xlsx");
    expect([code, err]).toEqual([2, expect.stringMatching(/^vol\.xlsx [^\n]*\n$/)]);
    expect(readFileSync(file("vol.xlsx"), "utf8")).toBe("drie maanden werk");
    expect(left()).toEqual([]);
  });

  it("leaves no folder of an export, and an error that names a file in it", async () => {
    const { code, err } = await run("trap '' XFSZ; ulimit -f 2; pa export sample.xlsx -o uitvoer");
    expect([code, err]).toEqual([2, expect.stringMatching(/^\S+\.(?:csv|sql|md) [^\n]*\n$/)]);
    expect(readdirSync(file(".")).filter((name) => name.includes("uitvoer"))).toEqual([]);
  });
});

describe("a stopped process", () => {
  /** Stops a pa when its file is written but not in place: another pa holds the lock on the target, so it waits. */
  async function stopped(name: string, signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
    const turn = file(`.pa-${createHash("sha256").update(name).digest("hex").slice(0, 12)}.lock`);
    writeFileSync(turn, "");
    const going = spawn(process.execPath, [bin, "check", "clean.xlsx", "--mark", name], {
      cwd: file("."),
      stdio: "ignore",
    });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => going.on("exit", (_, by) => resolve(by)));
    while (!left().some((one) => one.endsWith(".tmp"))) {
      await wait(50);
      utimesSync(turn, new Date(), new Date());
    }
    going.kill(signal);
    const by = await ended;
    rmSync(turn);
    return by;
  }

  it("leaves original and target complete: while it works, and when its file is written but not in place", async () => {
    const [original, target] = ["clean.xlsx", "sample.xlsx"].map((name) => readFileSync(file(name)));
    writeFileSync(file("doel.xlsx"), target!);
    expect(await stopped("doel.xlsx", "SIGKILL")).toBe("SIGKILL");
    expect(left()).toEqual([expect.stringMatching(/\.tmp$/)]);
    for (const name of left()) rmSync(file(name));
    expect(readFileSync(file("doel.xlsx")).equals(target!)).toBe(true);
    const going = start("pa check clean.xlsx --mark doel.xlsx");
    await wait(500);
    try {
      going.told("SIGKILL");
    } catch {
      // It ended by itself.
    }
    await going.ended;
    for (const name of left()) rmSync(file(name));
    expect(readFileSync(file("clean.xlsx")).equals(original!)).toBe(true);
    expect(isWhole(readFileSync(file("doel.xlsx")))).toBe(true);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "by %s leaves no files behind and ends by that signal",
    async (signal) => {
      expect(await stopped(`${signal}.xlsx`, signal)).toBe(signal);
      expect(left()).toEqual([]);
      expect(existsSync(file(`${signal}.xlsx`))).toBe(false);
    },
  );
});

describe("two at once", () => {
  it("with one target: one of the two results is there, the other is kept", async () => {
    const lines = await Promise.all([
      here("report", "sample.xlsx", "--json", "-o", "race.json"),
      here("report", "clean.xlsx", "--json", "-o", "race.json"),
      here("report", "sample.xlsx", "--json", "--lang", "en", "-o", "race.json"),
    ]);
    expect(lines.map(({ code }) => code)).toEqual([0, 0, 0]);
    const outcomes = readdirSync(file(".")).filter((name) => /^race(?:\.vorige(?:-\d)?)?\.json$/.test(name));
    expect(outcomes).toHaveLength(3);
    expect(new Set(outcomes.map((name) => readFileSync(file(name), "utf8"))).size).toBe(3);
    for (const name of outcomes) expect(() => JSON.parse(readFileSync(file(name), "utf8")) as unknown).not.toThrow();
    expect(left()).toEqual([]);
  });

  it("a first workbook that grew in the meantime is kept, and the user is told", async () => {
    writeFileSync(file("basis.xlsx"), readFileSync(file("clean.xlsx")));
    execFileSync("mkfifo", [file("laat")]);
    const merging = pa("merge", file("basis.xlsx"), file("laat"), "-o", file("basis.xlsx"));
    // Opens when pa starts reading the second return, after having read the first.
    const pipe = await open(file("laat"), "w");
    writeFileSync(file("basis.xlsx"), "iets anders");
    await pipe.writeFile(readFileSync(file("sample.xlsx")));
    await pipe.close();
    const { err } = await merging;
    expect(err).toMatch(/basis\.xlsx is veranderd nadat pa hem las\. [^\n]*basis\.vorige\.xlsx/);
    expect(readFileSync(file("basis.vorige.xlsx"), "utf8")).toBe("iets anders");
    expect(isWhole(readFileSync(file("basis.xlsx")))).toBe(true);
  });
});

describe("an input that is not a regular file", () => {
  it("is left alone in a folder: a pipe there would never end", async () => {
    const { code, out } = await run(
      "mkdir map && cp clean.xlsx map/ && mkfifo map/pijp.xlsx && ln -s /dev/zero map/nul.xlsx && ln -s . map/lus.xlsx && pa check map --json",
    );
    expect(code).toBe(0);
    expect(out.toString().match(/"file": ?"[^"]*"/g)).toHaveLength(1);
  });
  it("is read up to the limit and refused, or read if it is a return", async () => {
    const endless = await here("check", "/dev/zero");
    expect([endless.code, endless.err]).toEqual([2, expect.stringMatching(/^\/dev\/zero is groter dan 200 MB/)]);
    const { code, out } = await run("pa check <(cat clean.xlsx) --json");
    expect([code, (JSON.parse(out.toString()) as { ok: boolean }).ok]).toEqual([0, true]);
    expect((await run("pa check - < /dev/null")).code).toBe(2);
  });
});

describe("completion", () => {
  it.each([
    ["pa che", "check"],
    ["pa report --form", "--format"],
    ["pa report x.xlsx --format h", "html"],
    ["pa check --fail-on ", "error warning"],
    ["pa agreement ch", "check"],
    ["pa completion ba", "bash"],
    ["pa check samp", "sample.xlsx"],
  ])("in bash: %s", async (typed, expected) => {
    const script = (await pa("completion", "bash")).out;
    const words = typed.split(" ").map((word) => `"${word}"`);
    const line = `${script}\nCOMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; _pa; echo "\${COMPREPLY[*]}"`;
    expect(execFileSync("bash", ["-c", line], { cwd: file("."), encoding: "utf8" }).trim()).toBe(expected);
  });
  it("in zsh and PowerShell is a script with the same commands", async () => {
    for (const shell of ["zsh", "powershell"]) {
      const { out } = await pa("completion", shell);
      for (const word of ["check", "--fail-on", "warning", "agreement check"]) expect(out).toContain(word);
    }
  });
});
