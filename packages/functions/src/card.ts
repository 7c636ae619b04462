import { readDay, verdictWords, type Language, type Result } from "@prestatieafspraken/indicators";
import { fn } from "./catalogue.js";
import { cellsLine, type Made } from "./made-cells.js";
import { numberFormat } from "./number-format.js";

/** One line of a card: text, or a number with its format. */
export interface CardField {
  readonly value: string | number;
  readonly format?: string;
}

/**
 * The card of a number: its source and its norm. The field names are public and the same in every language (`=B8.Norm` in a
 * formula); the contents are in the language of the workbook.
 */
export interface Card {
  readonly title: string;
  readonly fields: Readonly<Partial<Record<CardFieldName, CardField>>>;
}

/** The fields of a card, in display order; public names, the same in every language. */
export const cardFieldNames = [
  "Norm",
  "Oordeel",
  "Berekening",
  "Definitie",
  "Bron",
  "Artikel",
  "Peildatum",
  "Gemaakt van",
] as const;
/** The name of a field on a card. */
export type CardFieldName = (typeof cardFieldNames)[number];

/** The card of a number; null for a result that is not a number or has nothing to show. `day` is the date it was judged on. */
export function card(
  result: Result,
  language: Language,
  day: string | null,
  made: Made = { count: 0, cells: [] },
): Card | null {
  const definition = fn(result.indicator);
  if (result.value === null || definition === undefined) return null;
  const { norm, verdict } = result;
  const parts = result.quantity?.of ?? [];
  const words: Partial<Record<CardFieldName, string | null>> = {
    Oordeel: verdict === "no-norm" ? null : verdictWords[verdict][language],
    Berekening: result.explanations[language],
    Definitie: definition.meaning[language],
    Bron: norm?.source.title ?? result.source,
    Artikel: norm?.source.article ?? null,
    "Gemaakt van": made.count > 0 ? cellsLine(made)[language] : parts.map(({ label }) => label[language]).join(", "),
  };
  const numbers: Partial<Record<CardFieldName, CardField>> = {};
  if (norm !== null) {
    const format = numberFormat({ unit: result.unit, display: norm.display });
    numbers.Norm =
      norm.value === null
        ? { value: norm.display[language] }
        : { value: norm.value, ...(format !== null && { format }) };
  }
  if (day !== null && readDay(day) !== null) numbers.Peildatum = { value: serialOf(day), format: "d mmmm yyyy" };
  const fields: Partial<Record<CardFieldName, CardField>> = {};
  for (const name of cardFieldNames) {
    const text = words[name];
    if (numbers[name] !== undefined) fields[name] = numbers[name];
    else if (typeof text === "string" && text !== "") fields[name] = { value: text };
  }
  return { title: definition.title[language], fields };
}

/**
 * The serial number of a date in a spreadsheet, right from 1 March 1900 on (Excel counts 29 February 1900, which did not exist).
 */
const serialOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
