import type { TableDefinition } from "@prestatieafspraken/indicators";
import type { CellValue, SheetTable } from "../workbook.js";
import type { OwnRows } from "./own-rows.js";
import type { TablePart } from "./part-cells.js";

/** Joins the rows of several blocks, or of one block with rows left out, into one block with the columns of the first. */
export function joinedParts(
  definition: TableDefinition,
  parts: readonly TablePart[],
  { rowOf, partOf, length }: OwnRows,
): SheetTable {
  const base = parts[0]!.sheetTable;
  const from = parts.map(({ sheetTable, columns }) => {
    const into = base.headers.map((header) => sheetTable.headers.indexOf(header));
    for (const { header } of definition.fields) {
      const target = parts[0]!.columns.get(header);
      const source = columns.get(header);
      if (target !== undefined && source !== undefined) into[target] = source;
    }
    return into;
  });
  const at = (index: number, column: number): [SheetTable, number, number] => {
    const p = partOf[index]!;
    return [parts[p]!.sheetTable, rowOf[index]!, from[p]![column] ?? -1];
  };
  const rows: (readonly CellValue[])[] = [];
  for (let i = 0; i < length; i += 1) {
    const [sheetTable, r] = at(i, 0);
    const into = from[partOf[i]!]!;
    rows.push(
      sheetTable === base
        ? base.rows[r]!
        : into.map((column) => (column < 0 ? null : (sheetTable.rows[r]![column] ?? null))),
    );
  }
  const index = new Map<string, number>();
  for (let i = 0; i < length; i += 1) index.set(`${partOf[i]!}:${rowOf[i]!}`, i);
  const rowsNamed = (of: (sheetTable: SheetTable) => readonly number[] | undefined): number[] =>
    parts.flatMap(({ sheetTable }, p) => (of(sheetTable) ?? []).flatMap((r) => index.get(`${p}:${r}`) ?? []));
  const whole: { -readonly [Key in keyof SheetTable]: SheetTable[Key] } = { ...base, rows };
  // The stored columns no longer match these rows.
  delete whole.columns;
  const inPart =
    <T>(of: (sheetTable: SheetTable, row: number, column: number) => T | undefined, without: T) =>
    (index: number, column: number): T => {
      const [sheetTable, r, c] = at(index, column);
      return c < 0 ? without : (of(sheetTable, r, c) ?? without);
    };
  return {
    ...whole,
    isDate: inPart((block, r, c) => block.isDate?.(r, c), false),
    formula: inPart<string | null>((block, r, c) => block.formula?.(r, c), null),
    format: inPart<string | null>((block, r, c) => block.format?.(r, c), null),
    uncalculated: [],
    linked: parts.flatMap((part, p) =>
      (part.sheetTable.linked ?? []).flatMap((link) => {
        const row = index.get(`${p}:${link.row}`);
        const column = from[p]!.indexOf(link.column);
        return row === undefined || column < 0 ? [] : [{ ...link, row, column }];
      }),
    ),
    hiddenRows: rowsNamed((sheetTable) => sheetTable.hiddenRows),
    struckRows: rowsNamed((sheetTable) => sheetTable.struckRows),
    merged: parts.flatMap((part) => part.sheetTable.merged ?? []),
  };
}
