import type { CellValue } from "@prestatieafspraken/quarterly";

const errors =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|BUSY!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA)$/;

/**
 * What Excel says is in a cell -> the cell as the port knows it. An empty cell is null; a formula that shows nothing is "". A cell
 * with a card of data (a stock, a place) has an error for its plain value, and is no figure here.
 */
export function cellValue(value: unknown, formula?: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (value === "") return typeof formula === "string" && formula.startsWith("=") ? "" : null;
  if (typeof value === "string") return errors.test(value) ? { error: value } : value;
  return value as number | boolean;
}

/** Excel gives a text that begins with = back as if it were a formula (the apostrophe is left off); it is one when it shows something else. */
export const formulaIn = (formula: unknown, value: unknown): string | null =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;

/** Texts Excel leaves alone when they are put in a cell. */
const staysText = /^(?!(?:true|false|waar|onwaar)$)(?:[\p{L}_][\p{L}\p{M} _,;:()&?!'"-]*|\d{4}-Q[1-4])$/iu;

/**
 * A value the way it is given to Excel so that it arrives as itself: text that looks like a number, date or formula gets
 * the apostrophe with which people mark text (Excel takes it off again).
 */
export function asTyped(value: CellValue): string | number | boolean {
  if (value === null) return "";
  if (typeof value === "object") return `=${value.error === "#N/A" ? "NA()" : value.error}`;
  if (typeof value !== "string" || value === "" || staysText.test(value)) return value;
  return `'${value}`;
}
