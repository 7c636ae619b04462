import type { FilledValue } from "@prestatieafspraken/indicators";
import type { CellValue } from "@prestatieafspraken/quarterly";

const errors =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|BUSY!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA)$/;

/**
 * Converts a value from Excel to a cell of the port. An empty cell is null; a formula that shows nothing is "". A cell
 * with a data card (a stock, a place) has an error as its plain value, so it is never a figure.
 */
export function cellValue(value: unknown, formula?: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (value === "") return typeof formula === "string" && formula.startsWith("=") ? "" : null;
  if (typeof value === "string") return errors.test(value) ? { error: value } : value;
  return value as number | boolean;
}

/**
 * The formula, or null. Excel returns a text that begins with "=" without its apostrophe, as if it were a formula; a
 * real formula differs from its value.
 */
export const formulaIn = (formula: unknown, value: unknown): string | null =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;

/** Texts that Excel stores unchanged when they are typed in a cell. */
const staysText = /^(?!(?:true|false|waar|onwaar)$)(?:[\p{L}_][\p{L}\p{M} _,;:()&?!'"-]*|\d{4}-Q[1-4])$/iu;

/**
 * A value as Excel should receive it to store it unchanged: text that looks like a number, date or formula gets an
 * apostrophe, which Excel strips.
 */
export function asTyped(value: CellValue): FilledValue {
  if (value === null) return "";
  if (typeof value === "object") return `=${value.error === "#N/A" ? "NA()" : value.error}`;
  if (typeof value !== "string" || value === "" || staysText.test(value)) return value;
  return `'${value}`;
}
