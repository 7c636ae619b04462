import { unzipSync, strFromU8 } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { agreement as published, agreements } from "@prestatieafspraken/agreements";
import { functionIds, functions } from "@prestatieafspraken/functions";
import { read, report, reportTable, rules, tables, validate } from "@prestatieafspraken/quarterly";
import type { Issue, SheetTable } from "@prestatieafspraken/quarterly";
import { openXlsx } from "../src/index.js";
import { makeTemplate } from "../src/template/make-template.js";
import { sampleRows } from "../src/template/sample-data.js";
import { sampleMistakes } from "../src/template/sample-mistakes.js";

const agreement = published("oegstgeest-2025-2028")!;
const elsewhere = agreements.find(({ id }) => id !== agreement.id)!;
const addIn = { id: "00000000-1111-2222-3333-444444444444", version: "1.0.0.0" };

const kinds = ["none", "clean", "with-errors"] as const;
type Kind = (typeof kinds)[number];
const made = {} as Record<Kind, Uint8Array>;
beforeAll(async () => {
  for (const sample of kinds) made[sample] = await makeTemplate({ agreement, sample, addIn, selfcheck: true });
});

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);
const check = async (bytes: Uint8Array) => {
  const ret = await read(openXlsx(bytes), { agreements: [agreement, elsewhere] });
  return { ret, issues: validate(ret) };
};
const tablesOf = async (bytes: Uint8Array): Promise<Map<string | null, SheetTable>> =>
  new Map((await openXlsx(bytes).tables()).map((table) => [table.name, table]));

describe("the workbook", () => {
  it("gives the same bytes for the same options", async () => {
    const again = await makeTemplate({ agreement, sample: "clean", addIn, selfcheck: true });
    expect(Buffer.from(again).equals(Buffer.from(made.clean))).toBe(true);
  });

  it.each(kinds)("has every table of the contract, with its name, its exact headers and a row (%s)", async (kind) => {
    const found = await tablesOf(made[kind]);
    for (const { name, sheet, fields } of tables) {
      expect(found.get(name), name).toMatchObject({ sheet, headers: fields.map(({ header }) => header) });
      const { range } = (await readXlsx(made[kind])).sheets.find((one) => one.name === sheet)!.tables![0]!;
      const [, first, last] = /^A(\d+):[A-Z]+(\d+)$/.exec(range!)!;
      expect(Number(last)).toBeGreaterThan(Number(first));
    }
  });

  it("reads back the sample's numbers and dates", async () => {
    const found = await tablesOf(made.clean);
    const { fields } = tables.find(({ name }) => name === "PA_Nieuwbouw")!;
    const rows = found.get("PA_Nieuwbouw")!.rows;
    expect(rows).toHaveLength(sampleRows["PA_Nieuwbouw"]!.length);
    const delivered = rows.find((row) => row[0] === "2026-Q2" && row[1] === "OEG-03")!;
    const at = (header: string) => delivered[fields.findIndex((field) => field.header === header)];
    // 20-5-2026 is 46162 days after 30-12-1899.
    expect([at("Sociale huur"), at("Totaal"), at("Oplevering werkelijk")]).toEqual([24, 32, 46162]);
  });

  it("prefills what the agreement says: settings, every definition choice, every commitment", async () => {
    const { ret } = await check(await makeTemplate({ agreement, quarter: "2026-Q2" }));
    expect(ret.settings).toMatchObject({ quarter: "2026-Q2", day: "2026-06-30", municipality: "Oegstgeest" });
    // A numeric cell has no trailing zeros and uses a decimal comma.
    const plain = (value: string) => (/^[\d.,]+$/.test(value) ? Number(value.replace(",", ".")) : value);
    for (const { id, default: preset } of agreement.parameters)
      expect(plain(ret.settings.parameters[id]!), id).toBe(plain(preset));
    const evaluation = ret.tables.get("PA_Evaluatie")!;
    expect(evaluation.length).toBe(agreement.commitments.length);
    expect(ret.tables.get("PA_Normen")?.length ?? 0).toBe(0);
  });

  it("is otherwise empty, and asks for a status per commitment and what each party must send", async () => {
    const { issues } = await check(made.none);
    const asked = issues.filter(({ severity }) => severity !== "info");
    expect(new Set(asked.map(({ rule, table, field }) => `${rule} ${table} ${field ?? ""}`))).toEqual(
      new Set(["PA-706 PA_Evaluatie Status", "PA-160 PA_Voorraad "]),
    );
  });

  it("says on every sheet of a sample that figures are invented, and on no other workbook", async () => {
    const notice = /FICTIEVE CIJFERS/;
    const sheetsWith = async (bytes: Uint8Array) =>
      (await readXlsx(bytes)).sheets
        .filter(({ rows }) => rows.some((row) => row.some((cell) => typeof cell === "string" && notice.test(cell))))
        .map(({ name }) => name);
    expect(await sheetsWith(made.none)).toEqual([]);
    expect(await sheetsWith(made.clean)).toEqual(["Lees mij", "Dashboard", ...tables.map(({ sheet }) => sheet)]);
  });

  it("can be made for another agreement, but without sample figures", async () => {
    const { ret } = await check(await makeTemplate({ agreement: elsewhere, agreements }));
    expect(ret.agreement.id).toBe(elsewhere.id);
    await expect(makeTemplate({ agreement: elsewhere, sample: "clean" })).rejects.toMatchObject({ code: "NO_SAMPLE" });
  });

  it("explains in English on request, with the contract's Dutch headers", async () => {
    const bytes = await makeTemplate({ agreement, language: "en" });
    const book = await readXlsx(bytes);
    expect(book.sheets.map(({ name }) => name).slice(0, 2)).toEqual(["Read me", "Dashboard"]);
    expect((await tablesOf(bytes)).get("PA_Voorraad")!.headers).toContain("Eindstand");
  });
});

describe("input help", () => {
  const limits = { promptTitle: 32, prompt: 255, errorTitle: 32, error: 225 };

  it("warns and never refuses, in texts that fit Excel's limits", () => {
    for (const [name, xml] of Object.entries(partsOf(made.none)))
      for (const rule of matches(xml, /<dataValidation ([^>]*)>/g)) {
        if (rule.includes("showErrorMessage")) expect(rule, name).toContain('errorStyle="warning"');
        for (const [attribute, most] of Object.entries(limits)) {
          const text = new RegExp(` ${attribute}="([^"]*)"`).exec(rule)?.[1]?.replace(/&\w+;/g, "_") ?? "";
          expect(text.length, `${name} ${text}`).toBeLessThanOrEqual(most);
        }
      }
  });

  it("offers choices, parties and quarters as lists, asks for whole numbers, and helps on every column", async () => {
    const book = await readXlsx(made.none);
    for (const { sheet, fields } of tables) {
      const given = book.sheets.find(({ name }) => name === sheet)!.dataValidations!;
      fields.forEach((field, column) => {
        if (sheet === "Instellingen" && field.header === "Waarde") return;
        const letter = String.fromCharCode(65 + column);
        const [rule, ...more] = given.filter(({ range }) => range.startsWith(`${letter}5:`));
        expect(more, `${sheet}!${letter}`).toEqual([]);
        expect(rule?.inputMessage, `${sheet}!${letter}`).toBeTruthy();
        const type =
          field.choices !== undefined || field.type === "quarter" || field.type === "party"
            ? "list"
            : field.type === "count" || field.type === "change"
              ? "whole"
              : undefined;
        if (type !== undefined) expect(rule?.type, `${sheet}.${field.header}`).toBe(type);
        if (field.choices !== undefined) expect(rule?.values).toEqual(field.choices.map(({ value }) => value));
      });
    }
  });

  it("gives each definition choice its own list", async () => {
    const settings = (await readXlsx(made.none)).sheets.find(({ name }) => name === "Instellingen")!;
    const withChoices = agreement.parameters.filter(({ choices }) => choices !== undefined);
    const offered = settings.dataValidations!.filter(({ range }) => /^B\d+/.test(range)).map(({ values }) => values);
    // A date as the cell shows it.
    const shown = (value: string): string => value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3-$2-$1");
    for (const { choices } of withChoices) expect(offered).toContainEqual(choices!.map(({ value }) => shown(value)));
    expect(offered).toContainEqual(["31-12-2028", "31-12-2027"]);
  });
});

describe("the file", () => {
  const order = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting " +
    "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter tableParts"
  ).split(" ");

  it.each(kinds)(
    "is valid: parts, relationships, content types, order of elements, tables that match their cells (%s)",
    async (kind) => {
      const parts = partsOf(made[kind]);
      const types = parts["[Content_Types].xml"]!;
      const named = matches(types, /PartName="\/([^"]+)"/g);
      expect(new Set(named).size).toBe(named.length);
      for (const name of named) expect(parts, name).toHaveProperty([name]);
      for (const [name, xml] of Object.entries(parts)) {
        if (name !== "[Content_Types].xml" && !name.endsWith(".rels")) expect(named, name).toContain(name);
        if (!name.endsWith(".rels")) continue;
        const folder = name.replace(/_rels\/[^/]*$/, "");
        for (const target of matches(xml, /Target="([^"]+)"/g))
          expect(parts, `${name} -> ${target}`).toHaveProperty([
            new URL(target, `file:///${folder}`).pathname.slice(1),
          ]);
      }
      for (const [name, xml] of Object.entries(parts).filter(([part]) => part.startsWith("xl/worksheets/sheet"))) {
        const children = matches(xml.replace(/^.*?<worksheet[^>]*>/s, ""), /<(\w+)[ />]/g).filter((tag) =>
          order.includes(tag),
        );
        const places = children.map((tag) => order.indexOf(tag));
        expect(places, name).toEqual([...places].sort((a, b) => a - b));
      }
      const ids = Object.entries(parts)
        .filter(([name]) => name.startsWith("xl/tables/"))
        .flatMap(([, xml]) => matches(xml, /<table [^>]*? id="(\d+)"/g));
      expect(new Set(ids).size).toBe(tables.length);
      const names = matches(parts["xl/workbook.xml"]!, /<sheet name="([^"]+)"/g);
      expect(names.every((name) => name.length <= 31)).toBe(true);
      // Forced recalculation would turn cached values into #NAME? without the add-in.
      expect(parts["xl/workbook.xml"]).not.toContain("fullCalcOnLoad");
    },
  );

  it("formats whole columns of identifiers as text and of dates as dates, also beyond the last row", () => {
    const parts = partsOf(made.none);
    const formats = new Map(
      [...parts["xl/styles.xml"]!.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
        id!,
        code!,
      ]),
    );
    const looks = matches(parts["xl/styles.xml"]!.split("<cellXfs")[1]!, /<xf numFmtId="(\d+)"/g).map((id) =>
      formats.get(id),
    );
    const names = matches(parts["xl/workbook.xml"]!, /<sheet name="([^"]+)"/g);
    for (const { sheet, fields } of tables) {
      const xml = parts[`xl/worksheets/sheet${String(names.indexOf(sheet) + 1)}.xml`]!;
      const columns = matches(xml, /<col [^>]*style="(\d+)"/g).map((look) => looks[Number(look)]);
      expect(columns).toHaveLength(fields.length);
      fields.forEach(({ type }, i) => {
        if (type === "id") expect(columns[i]).toBe("@");
        if (type === "date") expect(columns[i]).toBe("dd-mm-yyyy");
      });
    }
  });

  it("repeats the header row in print, landscape and one page wide", () => {
    const parts = partsOf(made.none);
    for (const { sheet } of tables) expect(parts["xl/workbook.xml"]).toContain(`'${sheet}'!$4:$4`);
    for (const [name, xml] of Object.entries(parts).filter(([part]) => part.startsWith("xl/worksheets/sheet")))
      expect(xml, name).toMatch(/<pageSetup[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="[01]"/);
  });

  it("has a one-page dashboard: verdicts with a colour and a word, charts with a text and their own data", () => {
    const parts = partsOf(made.none);
    const dashboard = parts["xl/worksheets/sheet2.xml"]!;
    expect(dashboard).toMatch(/<pageSetup[^>]*fitToWidth="1"[^>]*fitToHeight="1"/);
    expect(dashboard).toContain('<formula>LEFT(D5,12)="niet gehaald"</formula>');
    const charts = Object.entries(parts).filter(([part]) => /^xl\/charts\/chart\d+\.xml$/.test(part));
    expect(charts.length).toBe(6);
    for (const [name, xml] of charts) {
      expect(xml, name).toContain("'Verloop'!$A$5:$A$8");
      expect(xml, name).toContain('<c:dispBlanksAs val="gap"/>');
    }
    for (const words of matches(parts["xl/drawings/drawing2.xml"]!, /<xdr:cNvPr [^>]*descr="([^"]*)"/g))
      expect(words).toMatch(/: verloop per kwartaal$/);
  });

  it("names the add-in and every function of the catalogue, if an add-in is given", async () => {
    const parts = partsOf(made.none);
    const part = parts["xl/webextensions/webextension1.xml"]!;
    expect(matches(part, /<we:customFunctionIds>([^<]+)</g)).toEqual([...functionIds].map((id) => `_xldudf_PA_${id}`));
    expect(part).toContain(
      `<we:reference id="${addIn.id}" version="1.0.0.0" store="EXCatalog" storeType="EXCatalog"/>`,
    );
    expect(parts["_rels/.rels"]).toContain("relationships/webextensiontaskpanes");
    expect(Object.keys(partsOf(await makeTemplate({ agreement }))).join()).not.toContain("webextension");
  });
});

describe("formulas", () => {
  const formulasOf = async (bytes: Uint8Array, sheet: string) =>
    [...(await readXlsx(bytes)).sheets.find(({ name }) => name === sheet)!.cells!.values()].filter(
      ({ formula }) => formula !== undefined,
    );

  it("are stored as Excel stores them, with cached numbers, words and errors", async () => {
    const asked: string[] = [];
    const bytes = await makeTemplate({
      agreement,
      cached: (formula, { sheet, cell }) => {
        asked.push(`${sheet}!${cell} ${formula}`);
        if (formula.includes(",5,FALSE")) return { error: "#VALUE!" };
        return formula.includes("REPORT") ? "gehaald" : 0.16;
      },
    });
    expect(asked).toContain('Dashboard!B5 =IFNA(PA.SOCIALSHARE(),"niet te bepalen")');
    const xml = partsOf(bytes)["xl/worksheets/sheet2.xml"]!;
    expect(xml).toContain('<f>_xlfn.IFNA(_xldudf_PA_SOCIALSHARE(),"niet te bepalen")</f><v>0.16</v>');
    expect(xml).toMatch(
      /t="str"><f>_xlfn.IFNA\(VLOOKUP\("Aandeel sociale huur in de voorraad",_xldudf_PA_REPORT\(\),4,FALSE\)[^<]*<\/f><v>gehaald</,
    );
    expect(xml).toMatch(
      /t="e"><f>_xlfn.IFNA\(VLOOKUP\("Aandeel sociale huur in de voorraad",_xldudf_PA_REPORT\(\),5,FALSE\)[^<]*<\/f><v>#VALUE!</,
    );
  });

  it("never show 0 or blank without a cached value", async () => {
    for (const { formula, formulaResult, value } of await formulasOf(made.none, "Dashboard"))
      expect(formulaResult ?? value, formula).not.toBeNull();
    const values = (await formulasOf(made.none, "Dashboard")).filter(({ formula }) => /^_xlfn/.test(formula!));
    expect(new Set(values.map(({ formulaResult, value }) => formulaResult ?? value))).toEqual(
      new Set(["niet te bepalen", "nog niet berekend", "–"]),
    );
  });

  it("of explanations have the height for them, also in the wide letter LibreOffice shows without Calibri", async () => {
    const { ret } = await check(made.clean);
    const explained = new Map(reportTable(await report(ret), "nl").map((line) => [line[0], String(line[4])]));
    const rows = matches(partsOf(made.clean)["xl/worksheets/sheet2.xml"]!, /(<row .*?<\/row>)/gs);
    const heights = rows.flatMap((row) => {
      const title = /<c r="F\d+"[^>]*><f>[^<]*?VLOOKUP\("([^"]+)"/.exec(row)?.[1];
      const height = Number(/ ht="([\d.]+)"/.exec(row)?.[1]);
      // A line is 15 points high, and holds a hundred letters in that column.
      return title === undefined ? [] : [{ title, lines: height / 15, needed: explained.get(title)!.length / 100 }];
    });
    expect(heights.length).toBeGreaterThan(8);
    expect(heights.filter(({ lines, needed }) => !(lines >= needed))).toEqual([]);
  });

  it("look up lines that PA.REPORT has, also where a line is about some of the parties", async () => {
    const { ret } = await check(made.clean);
    const lines = new Set(reportTable(await report(ret), "nl").map(([title]) => title));
    const looked = (await formulasOf(made.clean, "Dashboard")).flatMap(
      ({ formula }) => /VLOOKUP\("([^"]+)"/.exec(formula!)?.[1] ?? [],
    );
    expect(looked.length).toBeGreaterThan(15);
    expect(looked.filter((title) => !lines.has(title))).toEqual([]);
  });

  it("check every function of the catalogue once, nearly always with an example of its definition", async () => {
    const { rows } = (await readXlsx(made.none)).sheets.find(({ name }) => name === "Zelftest")!;
    const checks = rows.filter((row) => String(row[0]).startsWith("PA."));
    expect(checks.map((row) => row[0])).toEqual(functions.map(({ id }) => `PA.${id}`));
    const without = checks.filter((row) => row[3] === "(een antwoord)").map((row) => row[0]);
    expect(without).toEqual(["PA.EXPLAIN", "PA.REPORT", "PA.ISSUES", "PA.DATA"]);
    // Art. 9: 25% of 84 lettings, minus the 17 used.
    expect(checks.find((row) => row[0] === "PA.URGENTROOM")).toMatchObject({ 1: "PA.URGENTROOM(17,84)", 3: 4 });
  });
});

describe("the sample", () => {
  it("without mistakes causes no error or warning", async () => {
    const { issues } = await check(made.clean);
    expect(
      issues.filter(({ severity }) => severity !== "info").map(({ rule, message }) => `${rule} ${message.nl}`),
    ).toEqual([]);
  });

  it("gives the figures it was designed for", async () => {
    const { results } = await report((await check(made.clean)).ret);
    const figure = (indicator: string) =>
      results.find((line) => line.indicator === indicator && line.scope.party === null && line.role === "judged");
    // By hand, from sample-data.ts: 1,671 + 96 of 11,018; 328 of 1,335 - 301; 72 of 328; 1,767 - 1,748; 97 of 121;
    // 17 and 63 of 84 this year; E, F, G 206 - 8 excepted of 1,821 known, against 245 - 8; 198 - 9 of Portaal for
    // WYwonen in 2.25 years.
    const expected = {
      // Plans and an unfinished year are provisional; the stock table begins after its zero point; WYwonen is at 74.7%
      // regular.
      SOCIALSHARE: ["1767/11018", expect.stringMatching(/^(direction|unknown)$/)],
      NEWBUILDSHARE: ["164/517", "on-track"],
      OUTFLOWSHARE: ["9/41", "on-track"],
      STOCKCHANGE: ["19/1", "unknown"],
      STUDENTSHARE: ["97/121", "met"],
      URGENTSHARE: ["17/84", "on-track"],
      REGULARSHARE: ["3/4", "attention"],
      LABELSHARE: ["66/607", "attention"],
      LABELPROGRESS: ["13/79", "no-norm"],
      LABELPACE: ["84/1", "no-norm"],
    };
    for (const [id, [exact, verdict]] of Object.entries(expected))
      expect(figure(id), id).toMatchObject({ exact, verdict });
    expect(figure("URGENTSHARE")!.signal).toBe(true);
  });

  it("with mistakes causes exactly the findings of those mistakes", async () => {
    const key = ({ rule, table, row, quarter, party }: Issue) => [rule, table, row, quarter, party].join(" ");
    const clean = new Set((await check(made.clean)).issues.map(({ rule }) => rule));
    const { issues } = await check(made["with-errors"]);
    const extra = issues.filter(({ rule }) => !clean.has(rule));
    expect(extra.map(({ rule }) => rule).sort()).toEqual(sampleMistakes.flatMap((mistake) => mistake.rules).sort());
    expect(new Set(extra.map(key)).size).toBe(extra.length);
    expect(new Set(extra.map(({ severity }) => severity))).toEqual(new Set(["error", "warning", "info"]));
    for (const { rules: expected, table } of sampleMistakes)
      for (const id of expected) {
        expect(
          rules.map((rule) => rule.id),
          id,
        ).toContain(id);
        expect(extra.find(({ rule }) => rule === id)?.table, id).toBe(table);
      }
  });

  it("with mistakes shows the effect of a forgotten project: the share of social new build drops below 30%", async () => {
    const { results } = await report((await check(made["with-errors"])).ret);
    // 328 - 30 of 1,034 - 30, by hand.
    expect(results.find(({ indicator }) => indicator === "NEWBUILDSHARE")).toMatchObject({ exact: "149/502" });
  });
});
