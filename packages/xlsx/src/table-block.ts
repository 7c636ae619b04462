import { cellText, isEmptyCell, isWordOfReturn, knownHeaders } from "@prestatieafspraken/quarterly";
import { type Area, areasTouch, inArea } from "./reference.js";
import type { CellValue } from "@prestatieafspraken/quarterly";

/** A block of cells that looks like a table: a header row and the rows under it. Counted from 1. */
export interface TableBlock {
  readonly headerRow: number;
  readonly left: number;
  readonly right: number;
  readonly lastRow: number;
}

/** What the search needs to know of a sheet; implemented for files and for sheets open in a host. */
export interface BlockCells {
  /** Non-empty rows, ascending. */
  readonly rowNumbers: readonly number[];
  /** The values of the row at `index` in `rowNumbers`, by column counted from 0. */
  valuesAt(index: number): readonly (CellValue | undefined)[];
  value(row: number, column: number): CellValue;
  /** The index in `rowNumbers` of a row, or of the first row after it. */
  indexOf(row: number): number;
  /** The last filled column, if known. */
  readonly width?: number;
}

/** Number of lines searched for a header: titles, dates and remarks may stand above it. */
const LINES_ABOVE_HEADER = 30;

/** A row as the header search sees it: only cells outside the Excel tables. */
interface Line {
  readonly row: number;
  /** Filled columns, ascending. */
  readonly columns: readonly number[];
  /** Number of cells that hold text. */
  readonly texts: number;
}

/**
 * Finds the blocks on a sheet that look like a table, outside the given areas (the Excel tables).
 * - Empty rows split a sheet into bands.
 * - The header of a band is the row that names the most columns of a table of the return; failing that, the first row
 *   with the most texts, if it has at least two and rows follow.
 * - A band that fits under the previous block continues it, because people leave empty rows between years or owners. It
 *   starts a new table if it has text where that block has numbers, lies in other columns, or has a title above it.
 * - A row that names the columns of a table of the return, under another such row, starts a table.
 * - Two tables side by side count as one, unless both name the columns of a table of the return, or an empty column
 *   separates them and both repeat a header or end at different rows.
 */
export function findTableBlocks(cells: BlockCells, taken: readonly Area[]): TableBlock[] {
  const blocks: TableBlock[] = [];
  let current: OpenBlock | null = null;
  for (const band of bands(cells, taken)) {
    if (current?.continues(band, cells)) {
      current.extend(band.last);
      continue;
    }
    if (current) blocks.push(...current.close(cells));
    current = OpenBlock.under(band, cells);
  }
  if (current) blocks.push(...current.close(cells));
  return blocks;
}

interface Band {
  /** Details of the first rows, enough to find a header. */
  readonly top: readonly Line[];
  readonly left: number;
  readonly right: number;
  readonly last: number;
}

/** Runs of rows that contain no empty row and no second header of the return. */
function* bands(cells: BlockCells, taken: readonly Area[]): Generator<Band> {
  let top: Line[] = [];
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  let last = 0;
  let hasHeader = false;
  for (let index = 0; index < cells.rowNumbers.length; index++) {
    const row = cells.rowNumbers[index]!;
    const outside = taken.filter((area) => row >= area.top && row <= area.bottom);
    // The Excel table spans the full width, so its rows have no other cells.
    const whole = outside.find((area) => area.left === 1 && area.right >= (cells.width ?? Infinity));
    if (whole !== undefined) {
      index = cells.indexOf(whole.bottom + 1) - 1;
      continue;
    }
    const values = cells.valuesAt(index);
    const columns: number[] = [];
    const texts: string[] = [];
    let from = 0;
    let to = 0;
    values.forEach((value, at) => {
      if (isEmptyCell(value)) return;
      if (outside.length > 0 && outside.some((area) => inArea(area, row, at + 1))) return;
      if (from === 0) from = at + 1;
      to = at + 1;
      columns.push(at + 1);
      if (typeof value === "string") texts.push(value);
    });
    if (from === 0) continue;
    const isHeader = texts.length === columns.length && namesColumns(texts);
    if (last !== 0 && (row > last + 1 || (isHeader && hasHeader))) {
      yield { top, left, right, last };
      top = [];
      left = Number.POSITIVE_INFINITY;
      right = 0;
      hasHeader = false;
    }
    hasHeader ||= isHeader;
    if (isHeader || top.length < LINES_ABOVE_HEADER) top.push({ row, columns, texts: texts.length });
    left = Math.min(left, from);
    right = Math.max(right, to);
    last = row;
  }
  if (last !== 0) yield { top, left, right, last };
}

/** True if the texts name the columns of a table of the return. A cheap test dismisses most rows. */
export const namesColumns = (texts: readonly string[]): boolean =>
  texts.length >= 3 && texts.some((text) => !/\d/.test(text) && isWordOfReturn(text)) && knownHeaders(texts) > 0;

class OpenBlock {
  readonly #header: Line;
  readonly #left: number;
  readonly #right: number;
  #last: number;

  private constructor(header: Line, left: number, right: number, last: number) {
    this.#header = header;
    this.#left = left;
    this.#right = right;
    this.#last = last;
  }

  /** The block that starts with this band; null if the band has no header. */
  static under(band: Band, cells: BlockCells): OpenBlock | null {
    let header: Line | null = null;
    let known = 0;
    for (const line of band.top) {
      const fit = line.texts < 3 ? 0 : knownHeaders(textsOf(line, cells));
      if (fit > known) [header, known] = [line, fit];
    }
    if (header === null)
      for (const line of band.top) {
        if (line.texts >= 2 && line.texts * 2 > line.columns.length && line.texts > (header?.texts ?? 1)) header = line;
      }
    if (!header) return null;
    const first = header.columns[0]!;
    const right = Math.max(header.columns.at(-1)!, secondRowEnd(band, header, cells));
    return new OpenBlock(header, first, right, band.last);
  }

  extend(last: number): void {
    this.#last = last;
  }

  /** True if this band continues the block. */
  continues(band: Band, cells: BlockCells): boolean {
    const line = band.top[0]!;
    const second = band.top[1];
    // A header without rows: they may follow after an empty row.
    const hasRows = this.#last > this.#header.row;
    if (band.left > this.#right || band.right < this.#left) return false;
    if (namesColumns(textsOf(line, cells))) return false;
    if (!hasRows) return line.texts < this.#header.texts || line.columns.length < 2;
    if (
      line.columns.length === 1 &&
      line.texts === 1 &&
      second &&
      second.texts >= 2 &&
      second.texts === second.columns.length
    ) {
      return false;
    }
    if (line.texts < 2 || line.texts < line.columns.length) return true;
    return !line.columns.some((column) => this.#isNumeric(column, cells));
  }

  #isNumeric(column: number, cells: BlockCells): boolean {
    let numbers = 0;
    let others = 0;
    const from = cells.indexOf(this.#header.row + 1);
    for (let index = from; index < cells.rowNumbers.length && index < from + 50; index++) {
      if (cells.rowNumbers[index]! > this.#last) break;
      const value = cells.value(cells.rowNumbers[index]!, column) ?? null;
      if (typeof value === "number") numbers++;
      else if (!isEmptyCell(value)) others++;
    }
    return numbers > others;
  }

  close(cells: BlockCells): TableBlock[] {
    if (this.#last <= this.#header.row) return [];
    const whole = { headerRow: this.#header.row, left: this.#left, right: this.#right, lastRow: this.#last };
    const seam = this.#seam(cells);
    const gap = seam ?? this.#gap(cells);
    if (gap === 0) return [whole];
    const one = { ...whole, right: gap - 1 };
    const other = { ...whole, left: this.#header.columns.find((column) => column >= gap)! };
    const ends = [one, other].map((block) => lastFilled(cells, block));
    if (seam === null && ends[0] === ends[1] && !this.#repeats(gap, cells)) return [whole];
    return [one, other]
      .map((block, i) => ({ ...block, lastRow: ends[i]! }))
      .filter((block) => block.lastRow > block.headerRow);
  }

  /** The column where the header starts again, if it names a table of the return on either side. */
  #seam(cells: BlockCells): number | null {
    const { columns } = this.#header;
    const texts = columns.map((column) => cellText(cells.value(this.#header.row, column)));
    const [first, ...others] = texts.map((text) => text.trim().toLowerCase());
    const again = others.findIndex((text) => text === first) + 1;
    return again > 0 && namesColumns(texts.slice(0, again)) && namesColumns(texts.slice(again))
      ? (columns[again] ?? null)
      : null;
  }

  /** The first fully empty column with at least two headers on either side; 0 if there is none. */
  #gap(cells: BlockCells): number {
    const { columns } = this.#header;
    for (let i = 2; i <= columns.length - 2; i++) {
      const before = columns[i - 1]!;
      const after = columns[i]!;
      for (let column = before + 1; column < after; column++) {
        if (isEmptyColumn(cells, column, this.#header.row, this.#last)) return column;
      }
    }
    return 0;
  }

  #repeats(gap: number, cells: BlockCells): boolean {
    const text = (column: number): string => {
      const value = cells.value(this.#header.row, column);
      return typeof value === "string" ? value.trim().toLowerCase() : "";
    };
    const before = new Set(this.#header.columns.filter((column) => column < gap).map(text));
    return this.#header.columns.some((column) => column > gap && before.has(text(column)));
  }
}

/**
 * The last column of a second header row: the first row holds a group header ("Aantal woningen") above its first column
 * only, and the second names columns further to the right. 0 if the header is a single row.
 */
function secondRowEnd(band: Band, header: Line, cells: BlockCells): number {
  const second = band.top[band.top.indexOf(header) + 1];
  if (second?.row !== header.row + 1 || second.texts < 2 || second.texts < second.columns.length) return 0;
  const under = new Set(second.columns);
  const texts = textsOf({ ...header, columns: header.columns.filter((column) => !under.has(column)) }, cells);
  return knownHeaders([...texts, ...textsOf(second, cells)]) > knownHeaders(textsOf(header, cells))
    ? second.columns.at(-1)!
    : 0;
}

const textsOf = ({ row, columns }: Line, cells: BlockCells): string[] =>
  columns.flatMap((column) => {
    const value = cells.value(row, column);
    return typeof value === "string" ? [value] : [];
  });

function isEmptyColumn(cells: BlockCells, column: number, from: number, to: number): boolean {
  for (const row of rowsBetween(cells, from, to)) if (!isEmptyCell(cells.value(row, column))) return false;
  return true;
}

/** The numbers of the rows with cells, from one row through another. */
function* rowsBetween(cells: BlockCells, from: number, to: number): Generator<number> {
  for (let index = cells.indexOf(from); index < cells.rowNumbers.length; index++) {
    const row = cells.rowNumbers[index]!;
    if (row > to) return;
    yield row;
  }
}

function lastFilled(cells: BlockCells, block: TableBlock): number {
  for (let index = cells.indexOf(block.lastRow + 1) - 1; index >= 0; index--) {
    const row = cells.rowNumbers[index]!;
    if (row <= block.headerRow) break;
    for (let column = block.left; column <= block.right; column++) {
      if (!isEmptyCell(cells.value(cells.rowNumbers[index]!, column))) return row;
    }
  }
  return block.headerRow;
}

/** Names of the areas that touch a rectangle. */
export const touching = (areas: readonly { readonly name: string; readonly area: Area }[], area: Area): string[] =>
  areas.filter((one) => areasTouch(one.area, area)).map((one) => one.name);
