// Returns that were saved by other programs: LibreOffice (opened, changed, saved) and a library without Excel tables.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import * as SheetJS from "@e965/xlsx";
import { agreement } from "@prestatieafspraken/agreements";
import { tables } from "@prestatieafspraken/quarterly";
import { makeTemplate, marksSheet, openXlsx } from "@prestatieafspraken/xlsx";
import { ownFolder, pa, template } from "./pa/pa.js";
import { richWorkbook } from "./workbooks/rich.js";

const file = ownFolder();

interface Figures {
  results: {
    indicator: string;
    scope: { party: string | null; period: string };
    exact: string | null;
    verdict: string;
  }[];
}
const figures = async (path: string, ...more: string[]): Promise<(string | null)[][]> =>
  (JSON.parse((await pa("report", path, ...more, "--json")).out) as Figures).results.map(
    ({ indicator, scope, exact, verdict }) => [indicator, scope.party, scope.period, exact, verdict],
  );

const soffice = spawnSync("sh", ["-c", "command -v soffice"]).status === 0;
/** Opens files in LibreOffice and saves them in another form; one start for all of them. */
const convert = (form: string, files: readonly string[]): void => {
  const own = `-env:UserInstallation=file://${file("profile")}`;
  const words = [own, "--headless", "--convert-to", form, "--outdir", file("saved"), ...files.map(file)];
  spawnSync("soffice", words, { timeout: 110_000 });
};
/** A file as LibreOffice saved it. */
const saved = (name: string): string => file(`saved/${name}`);
const partsOf = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("");

describe.runIf(soffice)("LibreOffice", () => {
  let cached: Uint8Array;
  beforeAll(async () => {
    await template(file("clean.xlsx"), "--sample", "--clean");
    writeFileSync(
      file("lettings.csv"),
      "Kwartaal,Verhuurder,Categorie,Aantal\nQ3 2026,WYwonen,regulier,63\n2026-Q3,MeerWonen,urgent,11\n3e kwartaal 2026,WYwonen,statushouder,10\n",
    );
    writeFileSync(file("rich.xlsx"), richWorkbook());
    const marked = openXlsx(richWorkbook());
    await marked.mark([
      { sheet: "Nieuwbouw", cell: "D6", severity: "error", text: 'Sociale huur is "leeg" & dat mag niet.' },
      { sheet: "Nieuwbouw", cell: "D6", severity: "warning", text: "Ook dit." },
      { sheet: "Nieuwbouw", cell: "E7", severity: "warning", text: "Controleer het totaal." },
      { sheet: "Beveiligd", cell: "B2", severity: "info", text: "Ter kennisname." },
    ]);
    writeFileSync(file("marked.xlsx"), marked.bytes());
    cached = await makeTemplate({
      agreement: agreement("oegstgeest-2025-2028")!,
      sample: "clean",
      cached: (formula) => (/REPORT/.test(formula) ? "gehaald" : 0.16),
    });
    writeFileSync(file("cached.xlsx"), cached);
    convert("xlsx:Calc MS Excel 2007 XML", ["clean.xlsx", "lettings.csv", "rich.xlsx", "marked.xlsx", "cached.xlsx"]);
  }, 120_000);

  it("saves the sample as .xlsx with the same figures", async () => {
    const { code, out } = await pa("check", saved("clean.xlsx"), "--json");
    expect([code, (JSON.parse(out) as { counts: { error: number } }).counts.error]).toEqual([0, 0]);
    expect(await figures(saved("clean.xlsx"))).toEqual(await figures(file("clean.xlsx")));
  });

  it("fills in a sheet typed as .csv and saves it as .xlsx", async () => {
    const urgent = (await figures(saved("lettings.xlsx"), "--quarter", "2026-Q3")).find(
      ([indicator]) => indicator === "URGENTSHARE",
    );
    // 11 + 10 of 84, Portaal not reporting; by hand.
    expect(urgent?.[3]).toBe("1/4");
  });

  it("saves a rich workbook, which is read value for value", async () => {
    // Except the pivot table, which LibreOffice recreates.
    const facts = async (bytes: Uint8Array) =>
      (await openXlsx(bytes).tables())
        .filter(({ sheet }) => sheet !== "Draai")
        .map(({ name, headers, rows }) => ({ name, headers, rows }));
    const again = readFileSync(saved("rich.xlsx"));
    expect(await facts(again)).toEqual(await facts(richWorkbook()));
    expect((await openXlsx(again).tables())[0]!.isDate!(0, 6)).toBe(true);
  });

  it("keeps marks, which can be cleared afterwards", async () => {
    const again = openXlsx(readFileSync(saved("marked.xlsx")));
    expect(await again.sheetNames()).toContain(marksSheet);
    expect(partsOf(again.bytes())).toContain("PA-markering error");
    expect(await again.clearMarks()).toBe(3);
    expect(partsOf(again.bytes())).not.toMatch(/PA-markering|PA_Controle/);
  });

  it("opens a template without loss: tables, values and cached answers are preserved", async () => {
    convert("csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2", ["cached.xlsx"]);
    const dashboard = readFileSync(saved("cached-Dashboard.csv"), "utf8");
    expect(dashboard).toMatch(/Aandeel sociale huur in de voorraad;16([.,]0)?%;.*;gehaald;/);
    expect(dashboard).not.toContain("#NAME?");
    const [before, after] = await Promise.all(
      [cached, readFileSync(saved("cached.xlsx"))].map(
        async (bytes) => new Map((await openXlsx(bytes).tables()).map((table) => [table.name, table])),
      ),
    );
    for (const { name } of tables) {
      expect(after!.get(name)?.headers, name).toEqual(before!.get(name)!.headers);
      expect(after!.get(name)?.rows, name).toEqual(before!.get(name)!.rows);
    }
  }, 120_000);

  it("shows the report for a meeting in Word on two pages", async () => {
    await template(file("mistakes.xlsx"), "--sample");
    const names = ["nl", "en"].map((language) => `${language}.docx`);
    for (const name of names) await pa("report", file("mistakes.xlsx"), "--lang", name.slice(0, 2), "-o", file(name));
    convert("pdf", names);
    for (const name of names) {
      const pdf = readFileSync(saved(name.replace("docx", "pdf")), "latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g), name).toHaveLength(2);
    }
  }, 120_000);
});

describe("a library without Excel tables", () => {
  it("writes plain sheets with title lines, other column orders and extra columns, which are read by their headers", async () => {
    const book = SheetJS.utils.book_new();
    const add = (name: string, rows: unknown[][]) =>
      SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet(rows), name);
    add("Algemeen", [
      ["Instelling", "Waarde"],
      ["Afspraak", "oegstgeest-2025-2028"],
      ["Verslagkwartaal", "K3-26"],
    ]);
    add("Voorraad Q3", [
      ["Voorraad per 30 september"],
      [],
      ["Verhuurder", "Kwartaal", "Segment", "Opmerking intern", "Beginstand", "Nieuwbouw", "Sloop", "Eindstand"],
      ["WYwonen ", "2026-Q3", "Sociaal", "gecontroleerd", "1.650", 20, 0, 1670],
      ["Gemeente", "2026-Q3", "totaal", "", 11000, 20, 0, 11020],
    ]);
    writeFileSync(file("plain.xlsx"), SheetJS.write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array);
    const { code, out } = await pa("check", file("plain.xlsx"), "--json");
    const { issues } = JSON.parse(out) as { issues: { rule: string; cell: string; message: string }[] };
    expect(code).toBeLessThan(2);
    expect(issues).toContainEqual(expect.objectContaining({ cell: "E4", rule: "PA-120" }));
    const social = (await figures(file("plain.xlsx"))).find(
      ([indicator, party]) => indicator === "SOCIALSHARE" && party === null,
    );
    expect(social?.[3]).toBe("167/1102");
  });
});
