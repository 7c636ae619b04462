import type { Text } from "@prestatieafspraken/indicators";
import type { Field } from "./field.js";
import { nameOfRow } from "./reading/row-name.js";
import type { Return, ReturnTable } from "./return.js";
import type { CellValue, SheetTable } from "./workbook.js";

/** Two returns say something different about the same thing; neither is chosen. */
export interface MergeConflict {
  readonly table: string;
  /** What identifies the row: "2026-Q3 · WYwonen · sociaal". */
  readonly row: string;
  readonly field: string;
  readonly kept: CellValue;
  readonly keptCell: string;
  readonly other: CellValue;
  readonly otherCell: string;
}

export interface MergePlan {
  /** Rows to add at the bottom of a table of the base, in the order of its headers. */
  readonly append: readonly { readonly table: ReturnTable; readonly rows: readonly (readonly CellValue[])[] }[];
  /** Tables the base does not have at all: to be added as they stand. */
  readonly newTables: readonly SheetTable[];
  readonly added: number;
  readonly alreadyThere: number;
  readonly conflicts: readonly MergeConflict[];
  /** Columns of the other return that the base has no place for, with something in them. */
  readonly leftOut: readonly { readonly table: string; readonly header: string }[];
}

const separator = " · ";
const isBlank = (value: CellValue): boolean => value === null || value === "";

/**
 * What identifies a row: its key columns as read, or all its cells where a required one is not there. Case is no difference,
 * as in Excel itself.
 */
function identity(table: ReturnTable, index: number): string {
  const { key, fields } = table.definition;
  const parts = key.map((header) => table.value(header, index));
  const isOptional = (header: string): boolean => fields.find((field) => field.header === header)?.required !== true;
  if (parts.length > 0 && parts.every((part, i) => part !== null || isOptional(key[i]!)))
    return parts.map((part) => String(part ?? "").toLowerCase()).join(separator);
  return `${parts.map((part) => String(part ?? "")).join(separator)}|${JSON.stringify(table.raw.rows[index])}`;
}

/** The cell of a column by its own header text; null where this table has no such column. */
function columnOf(table: ReturnTable, header: string): number | null {
  const wanted = header.trim().toLowerCase();
  const at = table.raw.headers.findIndex((own) => own.trim().toLowerCase() === wanted);
  return at < 0 ? null : at;
}

/** Where each column of `other` goes in `base`: our fields by definition, other columns by header. */
function columnsInto(base: ReturnTable, other: ReturnTable): (number | null)[] {
  const fieldColumn = (table: ReturnTable, header: string): number | null => {
    const cell = table.raw.rows.length > 0 ? table.cell(header, 0) : null;
    return cell === null ? null : columnNumber(cell) - table.raw.firstColumn;
  };
  const into: (number | null)[] = other.raw.headers.map((header) => columnOf(base, header));
  for (const field of other.definition.fields) {
    const from = fieldColumn(other, field.header);
    if (from !== null) into[from] = fieldColumn(base, field.header) ?? into[from] ?? null;
  }
  return into;
}

const columnNumber = (cell: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(cell)?.[0] ?? "A") column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
};

/** A cell as people see it: a date as a date, not as the number Excel keeps. */
function asShown(table: ReturnTable, { header, type }: Field, index: number): CellValue {
  if (!table.has(header)) return null;
  return type === "date" || type === "text"
    ? (table.value(header, index) ?? table.typed(header, index))
    : table.typed(header, index);
}

/** Are two cells the same thing? As read where both could be read, otherwise as typed. */
function sameCell(a: ReturnTable, header: string, i: number, b: ReturnTable, j: number): boolean {
  const one = a.has(header) ? a.reading(header, i) : { state: "missing" as const };
  const two = b.has(header) ? b.reading(header, j) : { state: "missing" as const };
  if (one.state === "value" && two.state === "value") return one.value === two.value;
  if (one.state !== two.state) return false;
  return (
    one.state === "missing" ||
    one.state === "not applicable" ||
    JSON.stringify(a.typed(header, i)) === JSON.stringify(b.typed(header, j))
  );
}

/** Is there nothing but an explanation missing? An empty text contradicts no one. */
const saysNothing = ({ type }: Field, value: CellValue): boolean =>
  type === "text" && (isBlank(value) || (typeof value === "string" && value.trim() === ""));

/**
 * What it takes to bring one party's return into another workbook: rows to add, rows that are already there,
 * and rows on which the two differ. Merging the same return twice adds nothing. Nothing is ever overwritten.
 */
export function planMerge(base: Return, other: Return): MergePlan {
  const append: { table: ReturnTable; rows: CellValue[][] }[] = [];
  const newTables: SheetTable[] = [];
  const conflicts: MergeConflict[] = [];
  const leftOut: { table: string; header: string }[] = [];
  let added = 0;
  let alreadyThere = 0;

  for (const [name, theirs] of other.tables) {
    const ours = base.tables.get(name);
    if (!ours) {
      newTables.push(theirs.raw);
      added += theirs.length;
      continue;
    }
    const into = columnsInto(ours, theirs);
    theirs.raw.headers.forEach((header, column) => {
      if (into[column] === null && theirs.raw.rows.some((row) => !isBlank(row[column] ?? null)))
        leftOut.push({ table: name, header });
    });
    // A key may occur twice: a mistake the check reports, not one to guess at here.
    const places = new Map<string, number[]>();
    for (let i = 0; i < ours.length; i += 1) {
      const id = identity(ours, i);
      const known = places.get(id);
      if (known) known.push(i);
      else places.set(id, [i]);
    }

    const rows: CellValue[][] = [];
    for (let j = 0; j < theirs.length; j += 1) {
      const typed = theirs.raw.rows[j] ?? [];
      if (typed.every(isBlank)) continue;
      const id = identity(theirs, j);
      const standing = places.get(id);
      if (standing === undefined) {
        const row: CellValue[] = ours.raw.headers.map(() => null);
        typed.forEach((value, column) => {
          const target = into[column];
          if (target !== null && target !== undefined) row[target] = value;
        });
        rows.push(row);
        added += 1;
        continue;
      }
      const differences = standing.map((i) => ({
        i,
        fields: theirs.definition.fields.filter(
          (field) =>
            (ours.has(field.header) || theirs.has(field.header)) &&
            !sameCell(ours, field.header, i, theirs, j) &&
            !saysNothing(field, theirs.has(field.header) ? theirs.typed(field.header, j) : null),
        ),
      }));
      if (differences.some(({ fields }) => fields.length === 0)) {
        alreadyThere += 1;
        continue;
      }
      const { i, fields: differing } = differences[0]!;
      for (const field of differing) {
        conflicts.push({
          table: name,
          row: nameOfRow(theirs, j, base.agreement),
          field: field.header,
          kept: asShown(ours, field, i),
          keptCell: `${ours.raw.sheet}!${ours.cell(field.header, i) ?? "?"}`,
          other: asShown(theirs, field, j),
          otherCell: `${theirs.raw.sheet}!${theirs.cell(field.header, j) ?? "?"}`,
        });
      }
    }
    if (rows.length > 0) append.push({ table: ours, rows });
  }
  return { append, newTables, added, alreadyThere, conflicts, leftOut };
}

/** A conflict as a sentence: what differs, where, what to do. */
export function conflictSentence(
  conflict: MergeConflict,
  files: { readonly kept: string; readonly other: string },
): Text {
  const shown = (value: CellValue, empty: string): string =>
    isBlank(value) ? empty : typeof value === "object" && value !== null ? value.error : `"${String(value)}"`;
  const { table, row, field, kept, keptCell, other, otherCell } = conflict;
  return {
    nl: `${table}, ${row}, ${field}: ${shown(kept, "leeg")} (${files.kept}, ${keptCell}) tegenover ${shown(other, "leeg")} (${files.other}, ${otherCell}). De eerste is gehouden; spreek af welke klopt en pas die aan.`,
    en: `${table}, ${row}, ${field}: ${shown(kept, "empty")} (${files.kept}, ${keptCell}) against ${shown(other, "empty")} (${files.other}, ${otherCell}). The first was kept; agree which one is right and correct it.`,
  };
}
