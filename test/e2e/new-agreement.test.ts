// A policy officer without JSON writes an agreement in the workbench, makes its return, fills it in and gets verdicts.
// Values by hand.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read, report } from "@prestatieafspraken/quarterly";
import { agreements } from "@prestatieafspraken/agreements";
import { openXlsx, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { WorkbenchPage } from "./workbench-page.js";
import { hasChromium } from "../chromium.mjs";

let bench: WorkbenchPage;

/** A row to fill in, by header. */
type Row = Readonly<Record<string, string>>;

/** Pastes rows of another sheet into tables, each from its first empty row on, as those were in `file`. */
async function paste(file: XlsxWorkbook, blocks: Readonly<Record<string, readonly Row[]>>): Promise<void> {
  const tables = await file.tables();
  for (const [name, rows] of Object.entries(blocks)) {
    const { sheet, headers, ...table } = tables.find((one) => one.name === name)!;
    const used = table.rows.findLastIndex((row) => row.some((cell) => cell !== null && cell !== "")) + 1;
    const columnOf = (header: string): number => headers.findIndex((one) => one.replace("*", "").trim() === header);
    const columns = rows.flatMap((row) => Object.keys(row).map(columnOf));
    const [first, last] = [Math.min(...columns), Math.max(...columns)];
    const block = rows.map((row) => {
      const texts = headers.map(() => "");
      for (const [header, value] of Object.entries(row)) texts[columnOf(header)] = value;
      return texts.slice(first, last + 1);
    });
    const column = String.fromCharCode(64 + table.firstColumn + first);
    await bench.goTo(sheet, `${column}${table.headerRow + 1 + used}`);
    await bench.paste(block);
  }
}

describe.runIf(hasChromium)("a new agreement in the workbench", () => {
  beforeAll(async () => {
    bench = await WorkbenchPage.open();
  });
  afterAll(() => bench?.close());

  it("is written on sheets; missing and wrong values are reported with their cell", async () => {
    const { page } = bench;
    await page.locator("#fresh").click();
    await page.locator("#newDialog").getByRole("button", { name: "Mijn gemeente staat er niet bij" }).click();
    const pane = page.locator("#pane");
    await expect.poll(() => pane.innerText()).toContain("punten om eerst goed te zetten");
    await expect.poll(() => pane.innerText()).toContain("Titel is niet ingevuld");

    const facts = ["Prestatieafspraken Veenstad 2026-2029", "Veenstad", "1-1-2026", "31-12-2029"];
    for (const [i, cell] of ["B6", "B8", "B10", "B11"].entries()) {
      await bench.goTo("Gegevens", cell);
      await bench.type(facts[i]!);
    }
    const stock = { Eenheid: "woningen", Tabel: "PA_Voorraad", Telling: "som", Voorwaarden: "Segment = sociaal" };
    const term = { Tijdvak: "looptijd tot nu toe" };
    const empty = openXlsx(await bench.save());
    await paste(empty, {
      Afspraken_Partijen: [
        { Naam: "Gemeente Veenstad", Soort: "gemeente" },
        { Naam: "De Oever", Soort: "corporatie" },
        { Naam: "Polderwonen", Soort: "corporatie" },
      ],
      Afspraken_Artikelen: [
        { Artikel: "B1", Afspraak: "De Oever bouwt 40 en Polderwonen 20 woningen", Normen: "OEVER, POLDER" },
        { Artikel: "B2", Afspraak: "Er worden ten hoogste 10 woningen verkocht", Normen: "VERKOOP" },
        { Artikel: "1.4.2", Afspraak: "Elk jaar wordt er in woningen belegd", Normen: "GELD26, GELD27" },
      ],
      Afspraken_Normen: [
        { Kenmerk: "OEVER", Indicator: "NIEUW", Vergelijking: "ten minste", Waarde: "40", Partijen: "De Oever" },
        { Kenmerk: "POLDER", Indicator: "NIEUW", Vergelijking: "ten minste", Waarde: "20", Partijen: "Polderwonen" },
        { Kenmerk: "VERKOOP", Indicator: "VERKOCHT", Vergelijking: "ten hoogste", Waarde: "10" },
        {
          Kenmerk: "GELD26",
          Indicator: "BELEGD",
          Vergelijking: "ten minste",
          Waarde: "100.000",
          "Tot en met": "31-12-2026",
        },
        { Kenmerk: "GELD27", Indicator: "BELEGD", Vergelijking: "ten minste", Waarde: "150.000", Vanaf: "1-1-2027" },
      ],
      Afspraken_Indicatoren: [
        { Kenmerk: "NIEUW", Naam: "Nieuwe woningen", "Ook per partij": "ja", ...stock, Kolom: "Nieuwbouw", ...term },
        { Kenmerk: "VERKOCHT", Naam: "Verkochte woningen", ...stock, Kolom: "Verkoop", ...term },
        {
          ...{
            Kenmerk: "BELEGD",
            Naam: "Belegd in woningen",
            Eenheid: "euro",
            Tabel: "PA_Investeringen",
            Telling: "som",
          },
          ...{ Kolom: "Bedrag", Tijdvak: "jaar tot nu toe" },
        },
      ],
    });
    // The table that the third indicator counts in is not described yet.
    await expect.poll(() => pane.innerText()).toContain('de tabel "PA_Investeringen" bestaat niet');
    await paste(empty, {
      Afspraken_Kolommen: [{ Tabel: "PA_Investeringen", Kolom: "Bedrag", Soort: "bedrag in euro" }],
    });
    await expect.poll(() => pane.innerText()).toContain("3 afspraken en 5 normen, zonder fouten");
  });

  it("gets a return with the agreement inside and a table of its own", async () => {
    const { page } = bench;
    const pane = page.locator("#pane");
    await pane.getByRole("button", { name: "Maak de opgave bij deze afspraken" }).click();
    await expect.poll(() => pane.innerText()).toContain("Ingevoegd: ");
    await bench.screen("Overzicht");
    await pane.getByLabel("Verslagkwartaal").selectOption("2026-Q2");
    await expect
      .poll(() => pane.locator(".pa-context").first().innerText())
      .toContain("Veenstad · tweede kwartaal 2026");
  });

  it("is filled and judged: each corporation by its own norm, the cap by the part used, the year by its own number", async () => {
    const pane = bench.page.locator("#pane");
    const row = (
      Kwartaal: string,
      Verhuurder: string,
      Beginstand: string,
      Nieuwbouw: string,
      Verkoop: string,
      Eindstand: string,
    ) => ({
      ...{ Kwartaal, Verhuurder, Segment: "sociaal", Beginstand, Nieuwbouw, Verkoop, Eindstand },
    });
    const paid = (Kwartaal: string, Verhuurder: string, Bedrag: string) => ({ Kwartaal, Verhuurder, Bedrag });
    await paste(openXlsx(await bench.save()), {
      PA_Voorraad: [
        row("2026-Q1", "De Oever", "1000", "6", "1", "1005"),
        row("2026-Q1", "Polderwonen", "500", "1", "1", "500"),
        row("2026-Q2", "De Oever", "1005", "4", "0", "1009"),
        row("2026-Q2", "Polderwonen", "500", "0", "1", "499"),
      ],
      PA_Investeringen: [
        paid("2026-Q1", "De Oever", "30000"),
        paid("2026-Q1", "Polderwonen", "10000"),
        paid("2026-Q2", "De Oever", "20000"),
        paid("2026-Q2", "Polderwonen", "0"),
      ],
    });
    // 181 of the 1461 days have passed, 12.4%. De Oever 6 + 4 of 40 is a quarter; Polderwonen 1 of 20 is 5%; 1 + 1 + 1
    // of 10 sold is 30%;
    // 60,000 of 100,000 when half of the year has passed.
    const saved = openXlsx(await bench.save());
    const { results, commitments } = await report(await read(saved, { agreements }));
    const line = (id: string, party: string | null = null) =>
      results.find(({ indicator, scope }) => indicator === id && scope.party === party);
    expect(line("NIEUW", "de-oever")).toMatchObject({ value: 10, verdict: "on-track" });
    expect(line("NIEUW", "polderwonen")).toMatchObject({ value: 1, verdict: "attention" });
    expect(line("VERKOCHT")).toMatchObject({ value: 3, verdict: "attention" });
    expect(line("BELEGD")).toMatchObject({ value: 60_000, verdict: "on-track" });
    expect(commitments.map(({ article, verdict }) => [article, verdict])).toEqual([
      ["B1", "attention"],
      ["B2", "attention"],
      ["1.4.2", "on-track"],
    ]);
    // The screen agrees.
    await bench.screen("Indicatoren");
    const shown = () => pane.innerText();
    await expect.poll(shown).toMatch(/Verkochte woningen\s+3 woningen\s+!\s+aandacht \(voorlopig\)/);
    await expect.poll(shown).toMatch(/Belegd in woningen\s+€ 60\.000\s+↗\s+op koers \(voorlopig\)/);
    expect([bench.problems, bench.foreign]).toEqual([[], []]);
  });
});
