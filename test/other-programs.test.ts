// Returns that were saved by other programs: LibreOffice (opened, changed, saved) and a library without Excel tables.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as SheetJS from "@e965/xlsx";
import { pa } from "./pa/pa.js";

const folder = mkdtempSync(join(tmpdir(), "pa-other-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

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
/** Opens files in LibreOffice and saves them in another form. */
const convert = (form: string, folder: string, files: readonly string[], ...more: readonly string[]): void => {
  const own = `-env:UserInstallation=file://${file("profile")}`;
  spawnSync("soffice", [own, "--headless", ...more, "--convert-to", form, "--outdir", folder, ...files], {
    timeout: 110_000,
  });
};

describe("LibreOffice", () => {
  it.runIf(soffice)(
    "saves the sample as .xlsx with the same figures",
    async () => {
      await pa("template", "--sample", "--clean", file("clean.xlsx"));
      mkdirSync(file("saved"));
      convert("xlsx:Calc MS Excel 2007 XML", file("saved"), [file("clean.xlsx")]);
      const saved = join(file("saved"), "clean.xlsx");
      expect(existsSync(saved)).toBe(true);
      const { code, out } = await pa("check", saved, "--json");
      expect([code, (JSON.parse(out) as { counts: { error: number } }).counts.error]).toEqual([0, 0]);
      expect(await figures(saved)).toEqual(await figures(file("clean.xlsx")));
    },
    120_000,
  );

  it.runIf(soffice)(
    "fills in a sheet typed as .csv and saves it as .xlsx",
    async () => {
      writeFileSync(
        file("toewijzingen.csv"),
        "Kwartaal;Verhuurder;Categorie;Aantal\nQ3 2026;WYwonen;regulier;63\n2026-Q3;MeerWonen;urgent;11\n3e kwartaal 2026;WYwonen;statushouder;10\n",
      );
      convert("xlsx:Calc MS Excel 2007 XML", folder, [file("toewijzingen.csv")], "--infilter=CSV:59,34,76,1");
      const urgent = (await figures(file("toewijzingen.xlsx"), "--quarter", "2026-Q3")).find(
        ([indicator]) => indicator === "URGENTSHARE",
      );
      // 11 + 10 of 84, Portaal not reporting; by hand.
      expect(urgent?.[3]).toBe("1/4");
    },
    120_000,
  );

  it.runIf(soffice)(
    "shows the report for a meeting in Word on two pages",
    async () => {
      await pa("template", "--sample", file("mistakes.xlsx"));
      const names = ["nl", "en"].map((language) => `${language}.docx`);
      for (const name of names) await pa("report", file("mistakes.xlsx"), "--lang", name.slice(0, 2), "-o", file(name));
      convert("pdf", folder, [...names.map(file)]);
      for (const name of names) {
        const pdf = readFileSync(file(name.replace("docx", "pdf")), "latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g), name).toHaveLength(2);
      }
    },
    120_000,
  );
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
