import { cleaned, comparable, type Field } from "@prestatieafspraken/indicators";
import { cellText, isEmptyCell, type CellValue } from "../workbook.js";
import { isDigits, type PartCells } from "./part-cells.js";
import type { PartyNames } from "./party-names.js";

/** A column of the return and its index in a block. */
export interface Placed {
  readonly field: Field;
  readonly column: number;
}

/**
 * Matches a text that starts or ends with a word for a total: "Totaal WYwonen", "2026-Q3 Totaal", "Eindtotaal", "Grand Total",
 * "Resultaat".
 */
const sums = "(?:totaal|totalen|total|resultaat|som)";
const subtotalText = new RegExp(
  `^(?:sub|eind|grand )?${sums}(?![\\p{L}\\p{N}])|(?:^|[^\\p{L}\\p{N}])(?:sub|eind)?${sums}$`,
  "iu",
);
const longestSubtotal = 60;
/** A formula that sums cells; the row of its first cell tells whether they are above. */
const sumFormula =
  /^=\s*(?:_xlfn\.)?(?:SUBTOTAL|SUBTOTAAL|AGGREGATE|AGGREGAAT|SUM|SOM)\([^A-Z$]{0,12}\$?[A-Z]{1,3}\$?(\d{1,7}):/i;
const sumWords = new RegExp(`(?:sub|eind|grand )?${sums}|[^\\p{L}\\p{N}]+`, "giu");

/** True if a key cell marks a subtotal row. */
export function isSubtotalText(value: CellValue | undefined): boolean {
  return (
    typeof value === "string" &&
    value.length >= 3 &&
    value.length <= longestSubtotal &&
    !isDigits(value) &&
    subtotalText.test(cleaned(value))
  );
}

/** True if "totaal" is a value of the column itself: the municipality's whole stock, or a check of the categories. */
export const hasTotal = ({ choices }: Field): boolean => choices?.some(({ value }) => value === "totaal") === true;

/**
 * True for a total in a column that has "totaal" as a value: one of nothing but a party ("Subtotaal", "Totaal WYwonen"). A total of
 * something else ("Totaal sociaal") may be the row itself under another name.
 */
export function isOtherTotal(value: CellValue, field: Field, parties: PartyNames): boolean {
  if (!isSubtotalText(value)) return false;
  const typed = cellText(value);
  const isValue = field.choices?.some((choice) =>
    [choice.value, ...(choice.aliases ?? [])].some((one) => comparable(one) === comparable(typed)),
  );
  if (isValue === true) return false;
  const rest = cleaned(typed).replace(sumWords, " ").trim();
  return rest === "" || parties.find(rest) !== undefined;
}

/** The empty key column of a row whose numbers are all sums of cells above; undefined if the row is not such a row. */
export function sumRow(
  { cellAt, part }: PartCells,
  r: number,
  keys: readonly Placed[],
  numeric: readonly Placed[],
): Placed | undefined {
  const { formula, headerRow } = part.sheetTable;
  const silent = formula && keys.find(({ column }) => isEmptyCell(cellAt(r, column)));
  if (!silent) return undefined;
  const filled = numeric.filter(({ column }) => typeof cellAt(r, column) === "number");
  const isSum = ({ column }: Placed): boolean => {
    const first = sumFormula.exec((formula(r, column) ?? "").slice(0, 200))?.[1];
    return first !== undefined && Number(first) < headerRow + 1 + r;
  };
  return filled.length > 0 && filled.every(isSum) ? silent : undefined;
}
