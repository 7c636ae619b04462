import {
  cellKind,
  cellOf,
  isEmptyCell,
  type CellValue,
  type SheetColumn,
  type SheetColumns,
  type SheetTable,
} from "../workbook.js";
import { kept } from "../kept.js";

/** A block of cells that holds (part of) a table, and its columns. */
export interface TablePart {
  readonly sheetTable: SheetTable;
  /** Header as defined -> index in the block. */
  readonly columns: ReadonlyMap<string, number>;
  /** The Excel table above these rows, which are outside it. */
  readonly outside?: SheetTable;
}

/** The cells of a part by row and column, from 0, stored by column or by row. */
export interface PartCells {
  readonly part: TablePart;
  readonly length: number;
  readonly cellAt: (row: number, column: number) => CellValue;
  /** The texts in a column; null for cells stored by row, where looking at them all is no faster. */
  readonly textsIn: (column: number) => ColumnTexts | null;
  /** True for a formula without a stored result. */
  readonly isUncalculated: (row: number, column: number) => boolean;
}

/** The texts in a column of a block. */
interface ColumnTexts {
  /** True if every cell holds a text that says something. */
  readonly everywhere: boolean;
  /** The different texts, without those of digits only: ids, of which a national file has a million. */
  readonly words: readonly string[];
}

const cellKey = (row: number, column: number): number => row * 16_384 + column;

/** Gives access to the cells of a part. */
export function cellsOfPart(part: TablePart): PartCells {
  const { columns, uncalculated } = part.sheetTable;
  const open = new Set(uncalculated?.map(([row, column]) => cellKey(row, column)));
  const isUncalculated = (row: number, column: number): boolean => open.has(cellKey(row, column));
  if (columns === undefined) {
    const { rows } = part.sheetTable;
    const cellAt = (row: number, column: number): CellValue => rows[row]?.[column] ?? null;
    return { part, length: rows.length, cellAt, textsIn: () => null, isUncalculated };
  }
  const known: SheetColumn[] = [];
  const texts = new Map<number, ColumnTexts>();
  return {
    part,
    length: columns.length,
    cellAt: (row, column) => cellOf(columns, (known[column] ??= columns.column(column)), row),
    textsIn: (column) => kept(texts, column, () => textsOf(columns, columns.column(column))),
    isUncalculated,
  };
}

function textsOf(columns: SheetColumns, { kinds, values }: SheetColumn): ColumnTexts {
  let seen = new Uint8Array(1024);
  let everywhere = true;
  const words: string[] = [];
  for (let row = 0; row < columns.length; row += 1) {
    if (kinds[row] !== cellKind.text) {
      everywhere = false;
      continue;
    }
    const number = values[row]!;
    if (seen[number] === 1) continue;
    if (number >= seen.length) {
      const wider = new Uint8Array(number * 2);
      wider.set(seen);
      seen = wider;
    }
    seen[number] = 1;
    const text = columns.textAt(number);
    if (!isDigits(text)) words.push(text);
  }
  return { everywhere: everywhere && !words.some(isEmptyCell), words };
}

/** True for a text of digits only, as most ids are. */
export function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charCodeAt(i);
    if (letter < 48 || letter > 57) return false;
  }
  return text !== "";
}
