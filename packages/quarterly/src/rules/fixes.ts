import { daySerial, numberText, type Text } from "@prestatieafspraken/indicators";
import type { CellToSet, Fix, FixStep } from "../issue.js";
import type { ReturnTable } from "../return.js";
import { isEmptyCell, type CellValue, type SheetTable } from "../workbook.js";
import { columnLetters, columnNumber } from "../reading/cell-name.js";
import { quoted } from "../reading/typed-text.js";

const same = (text: string): Text => ({ nl: text, en: text });

/** A value as text for a button. */
export function valueText(value: CellValue, isShare = false): Text {
  if (typeof value !== "number") return same(quoted(value));
  return isShare ? same(`${quoted(Number((value * 100).toPrecision(12)))}%`) : numberText(value);
}

/** A fix that sets one cell: "Totaal = 349". Null if the column is missing. */
export function setCell(
  table: ReturnTable,
  index: number,
  header: string,
  after: CellValue,
  /** Texts for the button: another name for the header or value, and a reason. */
  more: { readonly named?: string; readonly as?: Text; readonly because?: Text } = {},
): Fix | null {
  const cell = table.cell(header, index);
  if (cell === null) return null;
  const isShare = table.definition.fields.some((field) => field.header === header && field.type === "share");
  const text = more.as ?? valueText(after, isShare);
  const label = (language: "nl" | "en"): string =>
    `${more.named ?? header} = ${text[language]}${more.because ? `, ${more.because[language]}` : ""}`;
  return {
    label: { nl: label("nl"), en: label("en") },
    steps: [{ kind: "set", cells: [{ sheet: table.sheet(index), cell, before: table.typed(header, index), after }] }],
  };
}

/** A date in the form of the cell beside it: a serial number if that one has it, else as people type it. */
export const dayLike = (day: string, like: CellValue): CellValue =>
  typeof like === "number" ? daySerial(day) : day.split("-").map(Number).reverse().join("-");

/** Keeps the fixes that exist, of a list with nulls. */
export const those = (...fixes: readonly (Fix | null)[]): readonly Fix[] => fixes.filter((fix) => fix !== null);

/** All filled cells of a row of a block, to be emptied. */
function cellsOf(block: SheetTable, row: number): readonly CellToSet[] {
  return (block.rows[row] ?? []).flatMap((before, column) =>
    isEmptyCell(before)
      ? []
      : [
          {
            sheet: block.sheet,
            cell: `${columnLetters(block.firstColumn + column)}${block.headerRow + 1 + row}`,
            before,
            after: null,
          },
        ],
  );
}

function deleteStep(block: SheetTable, row: number): FixStep {
  const { name, sheet, headerRow, firstColumn, headers } = block;
  const place = { name, sheet, headerRow, firstColumn, headers };
  return { kind: "deleteRow", place, row: headerRow + 1 + row, cells: cellsOf(block, row) };
}

/** A fix that removes a row of a block that is no row of the table. */
export const deleteBlockRow = (block: SheetTable, row: number, label: Text): Fix => ({
  label,
  steps: [deleteStep(block, row)],
});

/** A fix that removes duplicate rows. */
export const deleteRows = (table: ReturnTable, rows: readonly number[], label: Text): Fix => ({
  label,
  steps: rows.map((index) => {
    const { block, row } = table.origin(index);
    return deleteStep(block, row);
  }),
});

/** A fix that copies a row to the bottom of its table, with other values in some columns. */
export function copyRow(
  table: ReturnTable,
  index: number,
  values: Readonly<Record<string, CellValue>>,
  label: Text,
): Fix | null {
  const { block, row } = table.origin(index);
  const copy = [...(block.rows[row] ?? [])];
  const first = block.firstColumn;
  for (const [header, value] of Object.entries(values)) {
    const cell = table.cell(header, index);
    if (cell === null) return null;
    copy[columnNumber(cell) - first] = value;
  }
  // An error value is not copied: the formula gives it again in the new row, or the user fills it in.
  const kept = copy.map((value) => (typeof value === "object" ? null : value));
  const { name, sheet, headerRow, firstColumn } = block;
  return { label, steps: [{ kind: "addRows", place: { name, sheet, headerRow, firstColumn }, rows: [kept] }] };
}

/** A fix that extends an Excel table down to a sheet row. */
export const extendTable = ({ name, sheet }: SheetTable, lastRow: number, label: Text): Fix => ({
  label,
  steps: [{ kind: "extendTable", place: { name, sheet }, lastRow }],
});
