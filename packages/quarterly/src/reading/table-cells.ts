import type { Field, TableDefinition } from "@prestatieafspraken/indicators";
import type { Reading, ReturnTable } from "../return.js";
import type { CellValue, SheetTable } from "../workbook.js";
import type { Outcome, ReadingContext, Remark } from "./outcome.js";
import type { PartyNames } from "./party-names.js";
import { isEmpty, readCell } from "./read-cell.js";

/** A block of cells that holds (part of) a table, and which of its columns is which. */
export interface TablePart {
  readonly sheetTable: SheetTable;
  /** Header as defined -> index in the block. */
  readonly columns: ReadonlyMap<string, number>;
}

/** A remark about a cell, by row of the table as read. */
export interface CellRemark {
  readonly index: number;
  readonly header: string;
  readonly remark: Remark;
}

export interface CellsRead {
  readonly table: ReturnTable;
  readonly remarks: readonly CellRemark[];
  /** Rows that add up others; they are left out. */
  readonly subtotals: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly cell: string;
    readonly header: string;
    readonly typed: string;
  }[];
}

const MISSING = 0;
const VALUE = 1;
const REPAIRED = 2;
const NOT_APPLICABLE = 3;
const DOUBTFUL = 4;
const REFUSED = 5;
const states: readonly Reading["state"][] = ["missing", "value", "value", "not applicable", "doubtful", "refused"];

const stateOf = ({ reading }: Outcome): number => {
  switch (reading.state) {
    case "missing":
      return MISSING;
    case "value":
      return reading.repaired === true ? REPAIRED : VALUE;
    case "not applicable":
      return NOT_APPLICABLE;
    case "doubtful":
      return DOUBTFUL;
    case "refused":
      return REFUSED;
  }
};

interface ColumnRead {
  readonly states: Uint8Array;
  /** Numbers stand apart in a typed array: a hundred thousand rents are 800 kB. */
  readonly values: Float64Array | (string | number | boolean | null)[];
}

/** "A" for 1, "AB" for 28. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

const subtotalText = /^(?:sub)?(?:totaal|totalen|total)(?:\b|$)|^(?:som|eindtotaal)$/i;
const readsNumbers = (field: Field): boolean =>
  field.type === "count" || field.type === "change" || field.type === "amount" || field.type === "share";

/** Columns in which "Totaal" means that the row adds up others. */
function subtotalFields(definition: TableDefinition): readonly Field[] {
  if (!definition.perQuarter && definition.name !== "PA_Studenten" && definition.name !== "PA_Woningen") return [];
  return definition.fields.filter(
    (field) =>
      field.required === true &&
      (["quarter", "party", "id", "text"].includes(field.type) ||
        (field.type === "choice" && !field.choices?.some((choice) => choice.value === "totaal"))),
  );
}

/**
 * Reads the cells of a table, column by column. Rows with nothing in our columns are left out; rows that only add up others too,
 * and those are named.
 */
export function readTableCells(
  definition: TableDefinition,
  parts: readonly TablePart[],
  parties: PartyNames,
): CellsRead {
  const first = parts[0]!;
  const subtotals: {
    sheet: string;
    row: number;
    cell: string;
    header: string;
    typed: string;
  }[] = [];

  // Which rows of which part belong to the table.
  let length = 0;
  const capacity = parts.reduce((sum, part) => sum + part.sheetTable.rows.length, 0);
  const rowOf = new Int32Array(capacity);
  const partOf = new Uint8Array(capacity);
  let aligned = parts.length === 1;
  const addsUp = subtotalFields(definition);
  parts.forEach((part, p) => {
    const { rows } = part.sheetTable;
    const used = Array.from(part.columns.values());
    const watched = addsUp.flatMap((field) => {
      const column = part.columns.get(field.header);
      return column === undefined ? [] : [{ header: field.header, column }];
    });
    next: for (let r = 0; r < rows.length; r += 1) {
      const row = rows[r]!;
      if (isBlankRow(part.sheetTable, r, used)) continue;
      for (const { header, column } of watched) {
        const value = row[column];
        if (typeof value !== "string" || value.length < 3 || value.length > 40) continue;
        const letter = value.charCodeAt(0) | 32;
        // t, s, e: what "totaal", "subtotaal", "som" and "eindtotaal" begin with.
        if ((letter === 116 || letter === 115 || letter === 101 || letter <= 32) && subtotalText.test(value.trim())) {
          const at = part.sheetTable.headerRow + 1 + r;
          const cell = `${columnLetters(part.sheetTable.firstColumn + column)}${at}`;
          subtotals.push({ sheet: part.sheetTable.sheet, row: at, cell, header, typed: value });
          continue next;
        }
      }
      if (r !== length) aligned = false;
      rowOf[length] = r;
      partOf[length] = p;
      length += 1;
    }
  });

  const remarks: CellRemark[] = [];
  const columns = new Map<string, ColumnRead>();
  for (const field of definition.fields) {
    const places = parts.map((part) => part.columns.get(field.header) ?? -1);
    if (places.every((place) => place < 0)) continue;
    columns.set(field.header, readColumn(field, places));
  }
  remarks.sort((a, b) => a.index - b.index);

  function readColumn(field: Field, places: readonly number[]): ColumnRead {
    const context: ReadingContext = { field, parties };
    const numeric = readsNumbers(field);
    const counts = field.type === "count";
    const remembers = field.type !== "id" && field.type !== "text";
    const stateList = new Uint8Array(length);
    const numbers = numeric ? new Float64Array(length) : null;
    const values: (string | number | boolean | null)[] = numeric ? [] : new Array<string | null>(length).fill(null);
    // The same text means the same thing: read once, remembered.
    const texts = new Map<string, Outcome>();
    const plainNumbers = new Map<number, Outcome>();
    const dateNumbers = new Map<number, Outcome>();
    for (let i = 0; i < length; i += 1) {
      const p = partOf[i]!;
      const column = places[p]!;
      if (column < 0) continue;
      const r = rowOf[i]!;
      const { sheetTable } = parts[p]!;
      const value = sheetTable.rows[r]![column];
      if (value === null || value === undefined) continue;
      let outcome: Outcome | undefined;
      if (typeof value === "number") {
        const isDate = sheetTable.isDate?.(r, column);
        if (numbers && isDate !== true && value >= 0 && (counts ? Number.isInteger(value) : field.type === "amount")) {
          stateList[i] = VALUE;
          numbers[i] = value;
          continue;
        }
        const memory = isDate === true ? dateNumbers : plainNumbers;
        outcome = memory.get(value);
        if (!outcome) memory.set(value, (outcome = readCell(value, context, isDate)));
      } else if (remembers && typeof value === "string") {
        outcome = texts.get(value);
        if (!outcome) texts.set(value, (outcome = readCell(value, context)));
      } else {
        outcome = readCell(value, context);
      }
      stateList[i] = stateOf(outcome);
      if (outcome.reading.state === "value") {
        if (numbers) numbers[i] = outcome.reading.value as number;
        else values[i] = outcome.reading.value;
      }
      if (outcome.remark) remarks.push({ index: i, header: field.header, remark: outcome.remark });
    }
    return { states: stateList, values: numbers ?? values };
  }

  const letters = parts.map(
    (part) =>
      new Map(
        Array.from(part.columns, ([header, column]) => [header, columnLetters(part.sheetTable.firstColumn + column)]),
      ),
  );
  const sheetRow = (index: number): number => parts[partOf[index]!]!.sheetTable.headerRow + 1 + rowOf[index]!;

  const table: ReturnTable = {
    definition,
    raw: aligned ? first.sheetTable : together(definition, parts, rowOf, partOf, length),
    length,
    value(header, index) {
      const column = columns.get(header);
      if (!column || index >= length) return null;
      const state = column.states[index]!;
      return state === VALUE || state === REPAIRED ? column.values[index]! : null;
    },
    reading(header, index) {
      const column = columns.get(header);
      const state = column && index < length ? column.states[index]! : MISSING;
      if (state === VALUE) return { state: "value", value: column!.values[index]! };
      if (state === REPAIRED) return { state: "value", value: column!.values[index]!, repaired: true };
      return { state: states[state] as Exclude<Reading["state"], "value"> };
    },
    typed(header, index) {
      if (index >= length) return null;
      const { sheetTable, columns: own } = parts[partOf[index]!]!;
      let column = own.get(header) ?? -1;
      if (column < 0) column = sheetTable.headers.indexOf(header);
      return column < 0 ? null : (sheetTable.rows[rowOf[index]!]?.[column] ?? null);
    },
    cell(header, index) {
      const letter = index < length ? letters[partOf[index]!]!.get(header) : undefined;
      return letter === undefined ? null : `${letter}${sheetRow(index)}`;
    },
    has: (header) => columns.has(header),
    sheet: (index) => parts[partOf[index] ?? 0]!.sheetTable.sheet,
    row: sheetRow,
  };
  return { table, remarks, subtotals };
}

/** Nothing in any of our columns, apart from what a formula says of an empty row. */
function isBlankRow(sheetTable: SheetTable, r: number, columns: readonly number[]): boolean {
  const row = sheetTable.rows[r]!;
  for (const column of columns) {
    const value = row[column];
    if (value === null || value === undefined || value === "") continue;
    if (isEmpty(value)) continue;
    if ((value === 0 || typeof value === "object") && sheetTable.formula && sheetTable.formula(r, column) !== null)
      continue;
    return false;
  }
  return true;
}

/** The rows of several blocks, or of one with rows left out, as one block in the columns of the first. */
function together(
  definition: TableDefinition,
  parts: readonly TablePart[],
  rowOf: Int32Array,
  partOf: Uint8Array,
  length: number,
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
  return {
    ...base,
    rows,
    isDate: (i, column) => {
      const [sheetTable, r, c] = at(i, column);
      return c >= 0 && (sheetTable.isDate?.(r, c) ?? false);
    },
    formula: (i, column) => {
      const [sheetTable, r, c] = at(i, column);
      return c < 0 ? null : (sheetTable.formula?.(r, c) ?? null);
    },
    hiddenRows: parts.flatMap((part, p) =>
      (part.sheetTable.hiddenRows ?? []).flatMap((r) => index.get(`${p}:${r}`) ?? []),
    ),
    merged: parts.flatMap((part) => part.sheetTable.merged ?? []),
  };
}
