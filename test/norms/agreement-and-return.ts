/**
 * Helpers for a test: an agreement, a return under it as a workbook, and the report of `pa` on both.
 * Each test counts its expected values by hand from its own rows.
 */
import { writeFileSync } from "node:fs";
import type { Norm, OwnColumn, OwnIndicator, OwnInput } from "@prestatieafspraken/indicators";
import { bookOf, row, style, tableText } from "../workbooks/book.js";
import { pa } from "../pa/pa.js";

type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;
/** Rows of a return, by table name. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

type SomeNorm = Omit<Norm, "source" | "strength"> & Partial<Pick<Norm, "strength">>;
type SomeIndicator = Pick<OwnIndicator, "id" | "unit" | "expression"> & {
  readonly inputs: Readonly<Record<string, OwnInput>>;
  readonly perParty?: boolean;
};
export interface About {
  readonly norms: readonly SomeNorm[];
  readonly indicators?: readonly SomeIndicator[];
  readonly columns?: readonly OwnColumn[];
  /** Norms by article; default: one article for all. */
  readonly articles?: Readonly<Record<string, readonly string[]>>;
}

const source = { title: "Prestatieafspraken Veenstad 2024-2027" };
const nl = (words: string) => ({ nl: words });

/** An agreement of one municipality with two corporations, as a user would type it. */
export const agreementOf = ({ norms, indicators = [], columns, articles }: About): string =>
  JSON.stringify({
    id: "veenstad-2024-2027",
    title: nl("Prestatieafspraken Veenstad 2024-2027"),
    municipality: { name: "Veenstad" },
    from: "2024-01-01",
    until: "2027-12-31",
    document: source,
    parties: [
      { id: "gemeente", name: "Gemeente Veenstad", kind: "municipality", aliases: [] },
      { id: "oever", name: "De Oever", kind: "corporation", aliases: [] },
      { id: "polder", name: "Polderwonen", kind: "corporation", aliases: [] },
    ],
    norms: norms.map((norm) => ({ strength: "hard", ...norm, source })),
    indicators: indicators.map((one) => ({ title: nl(one.id), meaning: nl(one.id), ...one, source })),
    ...(columns && { columns }),
    commitments: Object.entries(articles ?? { "1": norms.map(({ id }) => id) }).map(([article, named]) => ({
      article,
      kind: "number",
      theme: nl("Wonen"),
      title: nl(`Artikel ${article}`),
      norms: named,
      lead: ["gemeente"],
      source,
    })),
  });

/** A workbook with one table per sheet; texts like 2026-09-30 become dates. */
export function workbookOf(quarter: string, rows: Rows): Uint8Array {
  const tables: Rows = {
    PA_Instellingen: [
      { Instelling: "Afspraak", Waarde: "veenstad-2024-2027" },
      { Instelling: "Verslagkwartaal", Waarde: quarter },
    ],
    ...rows,
  };
  return bookOf({
    sheets: Object.entries(tables).map(([name, of], at) => {
      const headers = [...new Set(of.flatMap((one) => Object.keys(one)))];
      const lines = of.map((one, i) => {
        const values = headers.map((header) => one[header] ?? null);
        const days = values.map((value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value));
        return row(
          i + 2,
          values.map((value, c) => (days[c] ? Date.parse(`${value}T00:00:00Z`) / 86_400_000 + 25_569 : value)),
          1,
          days.map((isDay) => (isDay ? style.date : style.plain)),
        );
      });
      const area = `A1:${String.fromCharCode(64 + headers.length)}${of.length + 1}`;
      return {
        name: name.replace("PA_", ""),
        xml: row(1, headers) + lines.join(""),
        tables: [tableText(at + 1, name, area, headers)],
      };
    }),
  });
}

interface Line {
  readonly indicator: string;
  readonly exact: string | null;
  readonly verdict: string;
  readonly scope: { readonly party: string | null; readonly period: string };
  readonly explanation: string;
  readonly provisional: boolean;
}
export interface Told {
  readonly results: readonly Line[];
  readonly commitments: readonly { readonly article: string; readonly verdict: string; readonly statement: string }[];
}

/** The output of `pa report --agreement` for a return, with two ways to query it. */
export async function reportOf(name: (file: string) => string, about: About, quarter: string, rows: Rows) {
  writeFileSync(name("afspraken.json"), agreementOf(about));
  writeFileSync(name("opgave.xlsx"), workbookOf(quarter, rows));
  // Uses the agreement as a workbook, so that both forms are tested.
  const converted = await pa("agreement", "convert", name("afspraken.json"), "-o", name("afspraken.xlsx"));
  if (converted.code !== 0) throw new Error(converted.out + converted.err);
  const told = await Promise.all(
    ["json", "xlsx"].map(async (ending) => {
      const ran = await pa("report", name("opgave.xlsx"), "--agreement", name(`afspraken.${ending}`), "--json");
      if (ran.code !== 0) throw new Error(ran.out + ran.err);
      // Whole numbers without denominator: 150 instead of 150/1.
      return JSON.parse(ran.out, (key, value: unknown) =>
        key === "exact" && typeof value === "string" ? value.replace(/\/1$/, "") : value,
      ) as Told;
    }),
  );
  const [{ results, commitments }, again] = told as [Told, Told];
  return {
    results,
    commitments,
    again: { results: again.results, commitments: again.commitments },
    line: (indicator: string, party: string | null = null) =>
      results.find((one) => one.indicator === indicator && one.scope.party === party && one.scope.period !== "quarter"),
    article: (article: string) => commitments.find((one) => one.article === article),
  };
}
