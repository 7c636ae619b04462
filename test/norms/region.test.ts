// Municipalities side by side: added where they count the same, and never where they do not. Values by hand.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkAgreement } from "@prestatieafspraken/agreements";
import { keepAgreement } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { ownFolder, pa } from "../pa/pa.js";
import { agreementOf, workbookOf, type About } from "./agreement-and-return.js";

const name = ownFolder();

const about = (window: "term" | "year"): About => ({
  norms: [{ id: "N", indicator: "NIEUW", comparator: ">=", value: "10" }],
  indicators: [
    {
      id: "NIEUW",
      unit: "homes",
      inputs: {
        n: { table: "PA_Voorraad", column: "Nieuwbouw", aggregate: "sum", where: { Segment: "sociaal" }, window },
      },
      expression: "n",
    },
  ],
});

/** A return of a municipality, with its agreement inside: so many new homes in the first quarter of 2024, and urgent lettings. */
async function made(municipality: string, window: "term" | "year", built: number, urgent: number): Promise<void> {
  const slug = municipality.toLowerCase();
  const named = (text: string): string => text.replaceAll("Veenstad", municipality).replaceAll("veenstad", slug);
  const parties = ["De Oever", "Polderwonen"];
  const rows = {
    PA_Voorraad: parties.map((Verhuurder) => ({
      ...{ Kwartaal: "2024-Q1", Verhuurder, Segment: "sociaal", Beginstand: 100, Nieuwbouw: built },
      Eindstand: 100 + built,
    })),
    PA_Toewijzingen: parties.flatMap((Verhuurder) => [
      { Kwartaal: "2024-Q1", Verhuurder, Categorie: "urgent", Aantal: urgent },
      { Kwartaal: "2024-Q1", Verhuurder, Categorie: "regulier", Aantal: 30 },
    ]),
  };
  // The agreement goes along in the workbook.
  mkdirSync(name("opgaven"), { recursive: true });
  const workbook = openXlsx(workbookOf("2024-Q1", rows));
  const settings = (await workbook.tables()).find((table) => table.name === "PA_Instellingen")!;
  await workbook.change([
    { sheet: settings.sheet, cell: "B2", value: `${slug}-2024-2027`, expected: "veenstad-2024-2027" },
  ]);
  const { file } = await checkAgreement(named(agreementOf(about(window))));
  await keepAgreement(workbook, file!);
  writeFileSync(name(`opgaven/${slug}.xlsx`), workbook.bytes());
}

const lines = async (): Promise<Record<string, string[]>> => {
  const ran = await pa("region", name("opgaven"), "-o", name("regio.xlsx"));
  expect([ran.code, ran.err]).toEqual([0, ""]);
  const tables = await openXlsx(new Uint8Array(readFileSync(name("regio.xlsx")))).tables();
  const { headers, rows } = tables.find(({ sheet }) => sheet === "Regio")!;
  expect(headers.slice(0, 2)).toEqual(["Indicator", "Regio"]);
  return Object.fromEntries(rows.map((row) => [String(row[0]), row.slice(1).map(String)]));
};

it("adds what two municipalities count the same, and says what they do not", async () => {
  await made("Dorp", "term", 6, 10);
  await made("Stad", "term", 9, 20);
  const same = await lines();
  // 2 x 6 and 2 x 9 homes; 20 of 80 and 40 of 100 lettings are 60 of 180, and not the average of the two shares.
  expect(same["NIEUW"]!.map((text) => text.split(" · ")[0])).toEqual(["30", "12", "18"]);
  expect(
    Object.entries(same)
      .find(([title]) => /urgent/i.test(title))![1]
      .map((text) => text.split(" · ")[0]),
  ).toEqual(["33,3%", "25,0%", "40,0%"]);
  await made("Stad", "year", 9, 20);
  const differ = await lines();
  expect(differ["NIEUW"]![0]).toBe("definities verschillen");
  expect(differ["NIEUW"]!.slice(1).map((text) => text.split(" · ")[0])).toEqual(["12", "18"]);
});

it("refuses two returns of one municipality, and names both files", async () => {
  await made("Dorp", "term", 6, 10);
  copyFileSync(name("opgaven/dorp.xlsx"), name("opgaven/dorp-nieuw.xlsx"));
  const ran = await pa("region", name("opgaven"), "-o", name("dubbel.xlsx"));
  expect([ran.code, existsSync(name("dubbel.xlsx"))]).toEqual([2, false]);
  expect(ran.err).toMatch(/dorp-nieuw\.xlsx en .*dorp\.xlsx gaan allebei over Dorp\./);
});
