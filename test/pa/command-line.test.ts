// `pa` follows the conventions of command lines (clig.dev): suggestions, help, standard input and output, folders,
// format by file extension, exit codes, languages.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { coloursIn, languageOf } from "../../packages/cli/src/terminal.js";
import { workbookOf } from "../norms/agreement-and-return.js";
import { input, ownFolder, pa, paWith, template } from "./pa.js";

const file = ownFolder();
beforeAll(async () => {
  await template(file("sample.xlsx"), "--sample");
  await template(file("clean.xlsx"), "--sample", "--clean");
});

it("a formula between single quotes, as the command prompt of Windows passes it on, is the formula", async () => {
  const { code, out } = await pa("eval", "'=PA.SOCIALSHARE(55;660)'");
  expect([code, out]).toEqual([0, (await pa("eval", "=PA.SOCIALSHARE(55;660)")).out]);
});

describe("an invalid command line", () => {
  it.each([
    [["chekc", "x"], "Onbekende opdracht 'chekc'. Bedoelt u check? Bekijk de opdrachten met pa help."],
    [["help", "chekc"], "Onbekende opdracht 'chekc'. Bedoelt u check? Bekijk de opdrachten met pa help."],
    [["zzz"], "Onbekende opdracht 'zzz'. Bekijk de opdrachten met pa help."],
    [
      ["agreement", "chek"],
      "Onbekende opdracht 'chek'. Bedoelt u check? Bekijk de opdrachten met pa agreement --help.",
    ],
    [["check", "--jsn", "x"], "Onbekende optie '--jsn'. Bedoelt u --json? Bekijk de opties met pa check --help."],
    [
      ["agreement", "check", "--jsn", "x"],
      "Onbekende optie '--jsn'. Bedoelt u --json? Bekijk de opties met pa agreement check --help.",
    ],
    [["check"], "Er ontbreekt iets: in.xlsx. Bekijk het gebruik met pa check --help."],
    [["check", "x", "--party"], "Achter de optie --party <partij> hoort nog iets."],
    [["merge", "a.xlsx"], "De optie -o, --output <bestand> is verplicht."],
    [
      ["report", "a.xlsx", "--format", "htlm"],
      "'htlm' kan niet bij --format. Bedoelt u html? Kies uit: text, json, html, docx, csv, md.",
    ],
    [["check", "a.xlsx", "--fail-on", "info"], "'info' kan niet bij --fail-on. Kies uit: error, warning."],
    [["completion", "fish"], "'fish' kan niet bij <shell>. Kies uit: bash, zsh, powershell."],
    [
      ["report", "a.xlsx", "b.xlsx"],
      "'b.xlsx' is te veel achter de opdracht. pa report neemt er één. Voeg opgaven eerst samen met pa merge; een naam met een spatie staat tussen aanhalingstekens.",
    ],
    [
      ["explain", "pa", "204"],
      "'204' is te veel achter de opdracht. Staat er een spatie in een bestandsnaam? Zet die dan tussen aanhalingstekens.",
    ],
    [["check", "a.xlsx", "--party", ""], "Achter --party staat niets. Geef een waarde, of laat de optie weg."],
    [["report", "a.xlsx", "-o", " "], "Achter --output staat niets. Geef een waarde, of laat de optie weg."],
    [
      ["check", "a.xlsx", "--json", "--format", "sarif"],
      "--json en --format sarif spreken elkaar tegen. Laat er een weg.",
    ],
    [["check", ""], "De naam van een bestand is leeg. Geef een naam; is een variabele in een script niet gevuld?"],
    [["check", "-", "-"], "Standaardinvoer (-) kan maar één keer worden gelezen. Noem - één keer."],
    [
      ["report", "a.xlsx", "-o", "a.pdf"],
      "Een rapport in een bestand dat eindigt op .pdf kent pa niet. Het kan met: .txt, .text, .json, .html, .htm, .docx, .csv, .md, .markdown; of geef --format.",
    ],
    [
      ["check", "a.xlsx", "--table", "PA_Woningen"],
      "--table hoort bij een .csv; de tabellen in a.xlsx hebben zelf een naam. Laat --table weg, of geef de .csv.",
    ],
    [
      ["explain", "PA-999"],
      "'PA-999' is geen regel of indicator. Een regel staat bij elke melding van pa check, zoals PA-201.",
    ],
    [["explain", "SOCIALSHAR"], "'SOCIALSHAR' is geen regel of indicator. Bedoelt u SOCIALSHARE?"],
  ])("pa %j", async (words, sentence) => {
    const { code, out, err } = await pa(...words);
    expect([code, out, err]).toEqual([2, "", `${sentence}\n`]);
    const english = await pa(...words, "--lang", "en");
    expect([english.code, english.out]).toEqual([2, ""]);
    expect(english.err).not.toMatch(/ de | het | een |opdracht/);
  });
});

describe("a return of an agreement that nobody knows", () => {
  it("is checked, but no figure is judged by the norms of another agreement", async () => {
    // A program that knows nothing of agreements saved the workbook: only the name of the agreement is left.
    writeFileSync(file("unknown.xlsx"), workbookOf("2026-Q3", {}));
    const checked = await pa("check", file("unknown.xlsx"));
    expect([checked.code, checked.out]).toEqual([1, expect.stringContaining("'veenstad-2024-2027' is niet bekend")]);
    for (const command of [["report"], ["rows", "SOCIALSHARE"], ["eval", "=PA.SOCIALSHARE()"]]) {
      const { code, out, err } = await pa(...command, file("unknown.xlsx"));
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("unknown.xlsx Instellingen!B2: de afspraken die daar staan zijn niet bekend");
      expect(err).toContain("--agreement");
    }
    expect((await pa("report", file("unknown.xlsx"), "--agreement", "voorbeeldstad-2026-2029")).code).toBe(0);
  });
});

describe("help", () => {
  it("is a command, for every command, and equals --help", async () => {
    const { out } = await pa("help");
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    expect(commands).toEqual(
      expect.arrayContaining(["check", "report", "merge", "eval", "explain", "limits", "template", "completion"]),
    );
    for (const command of commands) {
      const help = await pa("help", command);
      expect([help.code, help.out]).toEqual([0, (await pa(command, "--help")).out]);
      expect(help.out).toContain(`Gebruik: pa ${command}`);
    }
    expect((await pa("help", "agreement", "check")).out).toContain("Gebruik: pa agreement check");
  });
  it.each(["nl", "en"])("ends with examples that work as printed (%s)", async (language) => {
    const { out } = await pa("help", "--lang", language);
    const printed = [...out.matchAll(/^ {2}\$ pa (.+)$/gm)].map(([, words = ""]) => words.split(" "));
    expect(printed.map(([command]) => command)).toEqual(["template", "check", "report"]);
    // The practice return has errors, so checking it exits with 1.
    const codes: number[] = [];
    for (const words of printed)
      codes.push(
        (await pa(...words.map((word) => (/\.\w+$/.test(word) ? file(word) : word)), "--lang", language)).code,
      );
    expect(codes).toEqual([0, 1, 0]);
  });
  it("names the available formats", async () => {
    expect((await pa("report", "--help")).out.replaceAll(/\s+/g, " ")).toContain("(text, json, html, docx, csv, md)");
  });
  it("is shown for pa without arguments, with an exit code other than 0", async () => {
    const { code, out } = await pa();
    expect([code, out]).toEqual([2, (await pa("help")).out]);
  });
});

describe("standard input and output", () => {
  it("a return is read from -", async () => {
    const sample = readFileSync(file("sample.xlsx"));
    const { code, out } = await paWith(input(sample), "check", "-", "--json");
    const here = await pa("check", file("sample.xlsx"), "--json");
    expect([code, JSON.parse(out)]).toEqual([1, { ...(JSON.parse(here.out) as object), file: "standaardinvoer" }]);
    expect((await paWith(input(sample), "eval", "=PA.SOCIALSHARE()", "-", "--json")).out).toBe(
      (await pa("eval", "=PA.SOCIALSHARE()", file("sample.xlsx"), "--json")).out,
    );
    const agreement = readFileSync(
      new URL("../../packages/agreements/data/voorbeeldstad/2026-2029.json", import.meta.url),
    );
    expect((await paWith(input(agreement), "agreement", "check", "-")).code).toBe(0);
  });

  it("-o - writes the result to standard output, and nothing else", async () => {
    const { bytes, err } = await pa("template", "-");
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe("PK");
    expect(err).toContain("Werkmap geschreven");
    expect((await pa("report", file("clean.xlsx"), "-o", "-", "--json")).out).toBe(
      (await pa("report", file("clean.xlsx"), "--json")).out,
    );
    const merged = await pa("merge", file("clean.xlsx"), file("clean.xlsx"), "-o", "-");
    expect(Buffer.from(merged.bytes).equals(readFileSync(file("clean.xlsx")))).toBe(true);
    const marked = await pa("check", file("sample.xlsx"), "--mark", "-");
    expect(Buffer.from(marked.bytes.subarray(0, 2)).toString()).toBe("PK");
    expect(readdirSync(".").includes("-")).toBe(false);
  });
});

describe("several returns", () => {
  it("are checked together: files, and the workbooks of a folder; an unusable one does not stop the others", async () => {
    mkdirSync(file("map"));
    for (const name of ["b.xlsx", "a.XLSX", "~$b.xlsx", ".c.xlsx", "lees.txt"])
      writeFileSync(file(`map/${name}`), name.startsWith("~") ? "" : readFileSync(file("clean.xlsx")));
    const both = await pa("check", file("map"), "--json");
    expect((JSON.parse(both.out) as { file: string }[]).map((one) => one.file)).toEqual(["a.XLSX", "b.xlsx"]);
    expect(both.code).toBe(0);
    writeFileSync(file("map/kapot.xlsx"), "dit is geen werkmap");
    const { code, out, err } = await pa("check", file("map"), file("sample.xlsx"), "--json");
    expect([code, (JSON.parse(out) as unknown[]).length]).toEqual([2, 3]);
    expect(err).toMatch(/^[^\n]*kapot\.xlsx[^\n]*\n$/);
  });
  it("an empty folder is reported as empty", async () => {
    mkdirSync(file("leeg"));
    expect((await pa("check", file("leeg"))).err).toMatch(/^In de map .*leeg staat geen werkmap\./);
  });
  it("a file that cannot be read keeps no other from being checked, and is an error in the form asked for", async () => {
    const words = ["check", file("clean.xlsx"), file("nergens.xlsx")];
    const text = await pa(...words);
    expect([text.code, text.out]).toEqual([2, expect.stringContaining("0 fouten")]);
    expect(text.err).toMatch(/^Bestand of map niet gevonden: .*nergens\.xlsx\. [^\n]*\n$/);
    const suites = (await pa(...words, "--format", "junit")).out;
    expect(suites).toMatch(/<testsuites name="pa check" tests="\d+" failures="0" errors="1">/);
    expect(suites).toMatch(/<testsuite name="[^"]*nergens\.xlsx" tests="1" failures="0" errors="1">/);
    const { runs } = JSON.parse((await pa(...words, "--format", "sarif")).out) as {
      runs: {
        invocations: {
          executionSuccessful: boolean;
          toolExecutionNotifications: unknown[];
        }[];
      }[];
    };
    expect(runs[0]!.invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{}] }]);
  });
  it("two returns cannot be marked into one copy", async () => {
    expect((await pa("check", file("clean.xlsx"), file("sample.xlsx"), "--mark", file("m.xlsx"))).err).toContain(
      "--mark maakt één kopie",
    );
  });
});

describe("the format of a report", () => {
  it.each([
    ["rapport.html", "<!doctype html>"],
    ["rapport.HTM", "<!doctype html>"],
    ["rapport.csv", "\uFEFFid;"],
    ["rapport.md", "# "],
    ["rapport.json", "{"],
    ["rapport.txt", "Meerjarige"],
  ])("of %s follows from its extension", async (name, begin) => {
    expect((await pa("report", file("clean.xlsx"), "-o", file(name))).code).toBe(0);
    expect(readFileSync(file(name), "utf8").slice(0, begin.length)).toBe(begin);
  });
  it.each([
    [["-o", "x.pdf"], /eindigt op \.pdf kent pa niet/],
    [["-o", "x.csv", "--format", "html"], /eindigt op \.csv, en --format zegt html/],
    [["-o", "x.csv", "--json"], /eindigt op \.csv, en --format zegt json/],
    [["--json", "--format", "csv"], /spreken elkaar tegen/],
  ])("is not guessed: %j", async (words, sentence) => {
    const { code, err } = await pa("report", file("clean.xlsx"), ...words);
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
  });
});

describe("exit codes", () => {
  it.each([
    [["eval", "=PA.SOCIALSHARE(660;55)"], 1],
    [["eval", "=PA.SOCIALSHARE(660;55)", "--json"], 1],
    [["eval", "=PA.SOCIALSHARE(55;660)", "--json"], 0],
    [["check", "sample.xlsx"], 1],
    [["check", "sample.xlsx", "--json"], 1],
    [["check", "sample.xlsx", "--format", "sarif"], 1],
    [["check", "sample.xlsx", "--format", "junit"], 1],
    [["check", "clean.xlsx", "--fail-on", "warning"], 0],
    [["check", "nergens.xlsx", "--json"], 2],
  ])("pa %j ends with %i", async (words, code) => {
    expect((await pa(...words.map((word) => (word.endsWith(".xlsx") ? file(word) : word)))).code).toBe(code);
  });
  it("--fail-on warning also exits with 1 if there are only warnings", async () => {
    const sample = await pa("check", file("sample.xlsx"), "--party", "DUWO", "--json");
    const { counts } = JSON.parse(sample.out) as {
      counts: { error: number; warning: number };
    };
    const failOn = await pa("check", file("sample.xlsx"), "--party", "DUWO", "--fail-on", "warning");
    expect(failOn.code).toBe(counts.error + counts.warning > 0 ? 1 : 0);
  });
});

describe("messages", () => {
  it("are omitted with --quiet, except errors", async () => {
    expect(await pa("template", file("stil.xlsx"), "--quiet")).toMatchObject({
      code: 0,
      out: "",
      err: "",
    });
    expect((await pa("merge", file("clean.xlsx"), file("clean.xlsx"), "-o", file("stil2.xlsx"), "-q")).out).toBe("");
    expect((await pa("check", file("nergens.xlsx"), "--quiet")).err).toContain("niet gevonden");
  });
  it("use colour only if wanted, and never colour alone", async () => {
    const plain = await pa("check", file("sample.xlsx"));
    const colour = await paWith({ colour: true }, "check", file("sample.xlsx"));
    expect((await paWith({ colour: true }, "check", file("sample.xlsx"), "--no-color")).out).toBe(plain.out);
    expect(plain.out).not.toContain("\u001B");
    expect(colour.out).toContain("\u001B[31mFout\u001B[39m PA-");
    expect(["31", "33", "34", "39"].reduce((text, code) => text.replaceAll(`\u001B[${code}m`, ""), colour.out)).toBe(
      plain.out,
    );
    expect(coloursIn({}, true)).toBe(true);
    for (const [environment, terminal] of [
      [{ NO_COLOR: "1" }, true],
      [{ TERM: "dumb" }, true],
      [{}, false],
    ] as const)
      expect(coloursIn(environment, terminal)).toBe(false);
  });
});

describe("the language", () => {
  // Real values: glibc and musl locales, POSIX, macOS, and Windows' Intl locale.
  it.each([
    ["nl_NL.UTF-8", "nl"],
    ["nl_NL", "nl"],
    ["nl_BE.UTF-8", "nl"],
    ["nl_NL@euro", "nl"],
    ["nl", "nl"],
    ["nl-NL", "nl"],
    ["C", "nl"],
    ["C.UTF-8", "nl"],
    ["POSIX", "nl"],
    ["en_GB.UTF-8", "en"],
    ["en_US", "en"],
    ["fr_FR.UTF-8", "en"],
    ["nds_DE.UTF-8", "en"],
  ])("of LANG=%s is %s", (locale, language) => {
    expect(languageOf({ LANG: locale })).toBe(language);
    expect(languageOf({ LC_ALL: locale, LANG: "xx" })).toBe(language);
    expect(languageOf({}, locale)).toBe(language);
  });
});

describe("explain", () => {
  it.each(["PA-201", "pa-201", "201"])("%s shows the rule, why it matters and what to do", async (typed) => {
    const { code, out } = await pa("explain", typed);
    expect(code).toBe(0);
    expect(out).toMatch(/^PA-201 · Fout: .+\n\n.+\n\nMelding: .+\nWat te doen: .+\n$/s);
  });
  it("shows an indicator with its arguments", async () => {
    // The message has no places for facts left; the words after a count are plural.
    const subtotal = (await pa("explain", "PA-144")).out;
    expect(subtotal).toContain("Melding: …: … rijen onder de tabel … horen er zo te zien bij, maar vallen erbuiten.");
    expect(subtotal).not.toMatch(/[{}|]/);
    expect((await pa("explain", "PA.SOCIALSHARE")).out).toMatch(/^SOCIALSHARE · .*\[social\]: /s);
  });
  it("is suggested after every check that found something", async () => {
    expect((await pa("check", file("sample.xlsx"))).out).toMatch(/pa explain PA-\d{3}\n$/);
  });
});
