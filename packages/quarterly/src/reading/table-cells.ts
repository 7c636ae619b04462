import type { TableDefinition } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { cellOf, type CellValue } from "../workbook.js";
import { columnLetters } from "./cell-name.js";
import { joinedParts } from "./joined-parts.js";
import { ownRows, type LeftOut } from "./own-rows.js";
import { cellsOfPart, type TablePart } from "./part-cells.js";
import type { PartyNames } from "./party-names.js";
import { readColumn, type CellRemark, type ColumnRead } from "./read-column.js";
import { quoted, shownNumber } from "./typed-text.js";
import { kept } from "../kept.js";

export interface CellsRead {
  readonly table: ReturnTable;
  readonly remarks: readonly CellRemark[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Reads the cells of a table, column by column. Leaves out rows that are empty in our columns, and subtotals, repeated
 * headers and remarks, which are reported.
 */
export function readTableCells(
  definition: TableDefinition,
  parts: readonly TablePart[],
  parties: PartyNames,
): CellsRead {
  const cells = parts.map(cellsOfPart);
  const rows = ownRows(definition, cells, parties);
  const columns = new Map<string, ColumnRead>();
  for (const field of definition.fields) {
    const column = readColumn(field, cells, rows, parties);
    if (column !== null) columns.set(field.header, column);
  }
  const remarks = [...columns.values()].flatMap((column) => column.remarks).sort((a, b) => a.index - b.index);

  const { length, rowOf, partOf, leftOut } = rows;
  const outside = parts.flatMap(({ outside: under }, p) => {
    const own = partOf.subarray(0, length);
    const from = own.indexOf(p);
    return under === undefined || from < 0 ? [] : [{ from, until: own.lastIndexOf(p), table: under }];
  });
  const letters = parts.map(
    (part) =>
      new Map(
        Array.from(part.columns, ([header, column]) => [header, columnLetters(part.sheetTable.firstColumn + column)]),
      ),
  );
  const blockOf = (index: number) => parts[partOf[index] ?? 0]!.sheetTable;
  const sheetRow = (index: number): number => parts[partOf[index]!]!.sheetTable.headerRow + 1 + rowOf[index]!;
  /** The place of a column in a part; also of other columns than ours. */
  const placeIn = ({ columns: own, sheetTable }: TablePart, header: string): number =>
    own.get(header) ?? sheetTable.headers.indexOf(header);

  const typedColumns = new Map<string, (index: number) => CellValue>();
  const typedAt = (header: string): ((index: number) => CellValue) => {
    const [first] = parts;
    const { columns: stored } = first!.sheetTable;
    const place = placeIn(first!, header);
    if (parts.length === 1 && stored !== undefined && place >= 0) {
      const only = stored.column(place);
      return (index) => (index < length ? cellOf(stored, only, rowOf[index]!) : null);
    }
    const places = parts.map((part) => placeIn(part, header));
    return (index) => {
      const p = partOf[index];
      if (p === undefined || index >= length || places[p]! < 0) return null;
      return cells[p]!.cellAt(rowOf[index]!, places[p]!);
    };
  };
  const nothing = () => null;
  const table: ReturnTable = {
    definition,
    raw: rows.aligned ? parts[0]!.sheetTable : joinedParts(definition, parts, rows),
    length,
    value: (header, index) => table.valueAt(header)(index),
    valueAt: (header) => columns.get(header)?.valueAt ?? nothing,
    coded: (header) => columns.get(header)?.coded ?? null,
    reading: (header, index) => columns.get(header)?.readingAt(index) ?? { state: "missing" },
    typed: (header, index) => table.typedAt(header)(index),
    typedAt: (header) => kept(typedColumns, header, () => typedAt(header)),
    cell(header, index) {
      const letter = index < length ? letters[partOf[index]!]!.get(header) : undefined;
      return letter === undefined ? null : `${letter}${sheetRow(index)}`;
    },
    has: (header) => columns.has(header),
    sheet: (index) => blockOf(index).sheet,
    row: sheetRow,
    origin: (index) => ({ block: blockOf(index), row: rowOf[index] ?? 0 }),
    outside,
    shown(header, index) {
      const value = table.typed(header, index);
      if (typeof value !== "number") return quoted(value);
      const column = placeIn(parts[partOf[index]!]!, header);
      const [block, row] = [blockOf(index), rowOf[index]!];
      return column < 0 ? quoted(value) : shownNumber(value, block.isDate?.(row, column), block.format?.(row, column));
    },
  };
  return { table, remarks, leftOut };
}
