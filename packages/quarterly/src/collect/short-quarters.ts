import { cellText, isEmptyCell, type SheetTable } from "../workbook.js";
import type { Lookup } from "../reading/own-columns.js";

/** "Q3", "3", "3e kwartaal": a quarter whose year is stated elsewhere. */
const shortQuarter = /^\s*[qk]?\s*([1-4])(?:e\s+kwartaal)?\s*$/i;
/** True for a quarter without its year: "Q3", "3", "3e kwartaal". */
export const isShortQuarter = (text: string): boolean => shortQuarter.test(text);

/**
 * How a column of short quarters becomes full ones: "Q1" on a sheet named "Verhuringen 2026" is the first quarter of
 * 2026. Null if it is not such a column.
 */
export function quartersFromShort(block: SheetTable, header: string): Lookup | null {
  const year = /\b(20\d\d)\b/.exec(`${block.sheet} ${block.name ?? ""}`)?.[1];
  const column = block.headers.indexOf(header);
  if (year === undefined || column < 0) return null;
  const texts = [...new Set(block.rows.flatMap((row) => (isEmptyCell(row[column]) ? [] : [cellText(row[column])])))];
  if (texts.length === 0 || !texts.every(isShortQuarter)) return null;
  return {
    from: header,
    values: Object.fromEntries(texts.map((text) => [text, `${year}-Q${shortQuarter.exec(text)![1]}`])),
  };
}
