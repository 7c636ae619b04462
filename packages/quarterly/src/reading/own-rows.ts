import { comparable, type Field, type TableDefinition } from "@prestatieafspraken/indicators";
import { cellText, isEmptyCell, type CellValue, type SheetTable } from "../workbook.js";
import { columnLetters } from "./cell-name.js";
import { noteRows } from "./note-row.js";
import { isDigits, type PartCells } from "./part-cells.js";
import type { PartyNames } from "./party-names.js";
import { hasTotal, isOtherTotal, isSubtotalText, sumRow, type Placed } from "./subtotal.js";

/** A row that is none of the table: a subtotal, the header again, or a remark. */
export interface LeftOut {
  readonly rule: "PA-107" | "PA-154" | "PA-158";
  readonly sheetTable: SheetTable;
  /** Index in the block. */
  readonly index: number;
  readonly cell: string;
  readonly header: string;
  readonly typed: string;
}

/** The rows of a table in the parts that hold it, in order; those of an exact block, without others, if `aligned`. */
export interface OwnRows {
  readonly length: number;
  /** Row i is row `rowOf[i]` of part `partOf[i]`. */
  readonly rowOf: Int32Array;
  readonly partOf: Uint8Array;
  readonly aligned: boolean;
  readonly leftOut: readonly LeftOut[];
}

const longestHeader = 255;

export const readsNumbers = ({ type }: Field): boolean =>
  ["count", "change", "amount", "share", "number"].includes(type);

/** True for a table of figures, as opposed to one of words. */
const holdsFigures = ({ perQuarter, name }: TableDefinition): boolean =>
  perQuarter || name === "PA_Studenten" || name === "PA_Woningen";

/** True unless a row is a text itself: a setting, a norm, a commitment. */
const mayHoldNotes = (definition: TableDefinition): boolean =>
  holdsFigures(definition) || definition.name === "PA_Overleg";

/** Columns in which "Totaal" marks a subtotal row. */
function subtotalFields(definition: TableDefinition): readonly Field[] {
  if (!holdsFigures(definition)) return [];
  return definition.fields.filter(
    (field) => field.required === true && ["quarter", "party", "id", "text", "choice"].includes(field.type),
  );
}

/** Selects the rows that belong to a table: not those empty in our columns, nor subtotals, repeated headers and remarks. */
export function ownRows(definition: TableDefinition, all: readonly PartCells[], parties: PartyNames): OwnRows {
  const capacity = all.reduce((sum, { length }) => sum + length, 0);
  const rowOf = new Int32Array(capacity);
  const partOf = new Uint8Array(capacity);
  const leftOut: LeftOut[] = [];
  let length = 0;
  let aligned = all.length === 1;
  all.forEach((cells, p) => {
    const { sheetTable, outside } = cells.part;
    const judge = rowJudge(definition, cells, parties);
    const apart: LeftOut[] = [];
    let lastRow = -1;
    // A function per row is compiled early; one long loop would run uncompiled until its end.
    const takeRow = (r: number): void => {
      const found = judge(r);
      if (found === "blank") return;
      if (found !== null) {
        // A total below an Excel table is where it belongs.
        if (found.rule === "PA-107" && outside !== undefined) return;
        const { rule, column, header } = found;
        apart.push({
          rule,
          sheetTable,
          index: r,
          cell: `${columnLetters(sheetTable.firstColumn + column)}${sheetTable.headerRow + 1 + r}`,
          header,
          typed: cellText(cells.cellAt(r, column)),
        });
        return;
      }
      lastRow = r;
      if (r !== length) aligned = false;
      rowOf[length] = r;
      partOf[length] = p;
      length += 1;
    };
    for (let r = 0; r < cells.length; r += 1) takeRow(r);
    // A remark below a list stands where it belongs; in an Excel table it is a row.
    const isBelow = ({ rule, index }: LeftOut): boolean =>
      sheetTable.name === null && rule === "PA-158" && index >= lastRow;
    for (const one of apart) if (!isBelow(one)) leftOut.push(one);
  });
  return { length, rowOf, partOf, aligned, leftOut };
}

/** Why a row is none of the table, and the column that tells. */
interface NoRow {
  readonly rule: LeftOut["rule"];
  readonly column: number;
  readonly header: string;
}

/** Returns a function that tells why a row of a part is none of the table; null for a row that is. */
function rowJudge(
  definition: TableDefinition,
  cells: PartCells,
  parties: PartyNames,
): (row: number) => NoRow | "blank" | null {
  const { part, cellAt, textsIn, isUncalculated } = cells;
  const { sheetTable, columns } = part;
  const used = Array.from(columns.values());
  const placed = (fields: readonly Field[]): Placed[] =>
    fields.flatMap((field) => {
      const column = columns.get(field.header);
      return column === undefined ? [] : [{ field, column }];
    });
  const addsUp = placed(subtotalFields(definition));
  const watched = addsUp.filter(({ field }) => !hasTotal(field));
  const totals = addsUp.filter(({ field }) => hasTotal(field));
  const numeric = placed(definition.fields.filter(readsNumbers));
  const keys = placed(definition.fields.filter(({ header }) => definition.key.includes(header)));
  const heads = sheetTable.headers.map(comparable);
  const isHead = (value: CellValue | undefined, column: number): boolean =>
    typeof value === "string" && value.length <= longestHeader && comparable(value) === heads[column];
  const [first] = placed(definition.fields);
  // What no row of this part can be follows from the different texts of a few columns, much faster than row by row.
  const mayHold = (column: number, passes: (text: string) => boolean): boolean =>
    textsIn(column)?.words.some(passes) ?? true;
  const isFilled = (column: number): boolean => textsIn(column)?.everywhere === true;
  const mayAddUp = [...watched, ...totals].some(({ column }) => mayHold(column, isSubtotalText));
  const mayRepeat =
    first !== undefined &&
    (isDigits(heads[first.column]!) || mayHold(first.column, (text) => isHead(text, first.column)));
  const mayBeBlank = !watched.some(({ column }) => isFilled(column));
  const maySum = !watched.every(({ column }) => isFilled(column));
  const noteAt = mayHoldNotes(definition)
    ? noteRows(definition, part, { parties, cellAt, isUncalculated, isFilled })
    : () => null;
  const totalIn = (r: number): Placed | undefined =>
    (mayAddUp
      ? (watched.find(({ column }) => isSubtotalText(cellAt(r, column))) ??
        totals.find(({ column, field }) => isOtherTotal(cellAt(r, column), field, parties)))
      : undefined) ?? (maySum ? sumRow(cells, r, watched, numeric) : undefined);
  const told = (rule: NoRow["rule"], { column, field }: Placed): NoRow => ({ rule, column, header: field.header });
  return (r) => {
    if (mayBeBlank && isBlankRow(cells, r, used) && !keys.some(({ column }) => isUncalculated(r, column)))
      return "blank";
    if (mayRepeat && repeatsHeader(cells, r, used, isHead)) return told("PA-154", first);
    const total = totalIn(r);
    if (total) return told("PA-107", total);
    const note = noteAt(r);
    return note === null ? null : { rule: "PA-158", column: note, header: sheetTable.headers[note]! };
  };
}

/** True if each filled cell of a row is the header of its column, and there are at least two: a header copied along. */
function repeatsHeader(
  { cellAt }: PartCells,
  r: number,
  used: readonly number[],
  isHead: (value: CellValue | undefined, column: number) => boolean,
): boolean {
  const filled = used.filter((column) => !isEmptyCell(cellAt(r, column)));
  return filled.length > 1 && filled.every((column) => isHead(cellAt(r, column), column));
}

/** True if our columns are empty, apart from formulas that give 0 or an error. */
function isBlankRow({ cellAt, part: { sheetTable } }: PartCells, r: number, columns: readonly number[]): boolean {
  for (const column of columns) {
    const value = cellAt(r, column);
    if (isEmptyCell(value)) continue;
    if ((value === 0 || typeof value === "object") && sheetTable.formula && sheetTable.formula(r, column) !== null)
      continue;
    return false;
  }
  return true;
}
