import {
  cleaned,
  comparable,
  type Field,
  type TableDefinition,
  type Scalar,
  type FilledValue,
} from "@prestatieafspraken/indicators";
import type { CodedColumn, Reading, ReturnTable } from "../return.js";
import {
  cellKind,
  cellOf,
  cellText,
  isEmptyCell,
  type CellValue,
  type SheetColumn,
  type SheetColumns,
  type SheetTable,
} from "../workbook.js";
import { refused, type CellLook, type Outcome, type ReadingContext, type Remark } from "./outcome.js";
import { columnLetters } from "./cell-name.js";
import { noteRows } from "./note-row.js";
import type { PartyNames } from "./party-names.js";
import { readCell } from "./read-cell.js";
import { quoted, shownNumber } from "./typed-text.js";

/** A block of cells that holds (part of) a table, and its columns. */
export interface TablePart {
  readonly sheetTable: SheetTable;
  /** Header as defined -> index in the block. */
  readonly columns: ReadonlyMap<string, number>;
  /** The Excel table above these rows, which are outside it. */
  readonly outside?: SheetTable;
}

/** A remark about a cell; `index` is the row of the table as read. */
export interface CellRemark {
  readonly index: number;
  readonly header: string;
  readonly remark: Remark;
}

export interface CellsRead {
  readonly table: ReturnTable;
  readonly remarks: readonly CellRemark[];
  readonly leftOut: readonly LeftOut[];
}

/** A row that is none of the table: a subtotal, the header again, or a remark. */
interface LeftOut {
  readonly rule: "PA-107" | "PA-154" | "PA-158";
  readonly sheetTable: SheetTable;
  /** Index in the block. */
  readonly index: number;
  readonly cell: string;
  readonly header: string;
  readonly typed: string;
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

/** The outcome of a cell as its column stores it: the value is a number, or the number of a text. */
interface Stored {
  readonly state: number;
  readonly value: number;
  readonly remark: Remark | undefined;
}

interface ColumnRead {
  readonly states: Uint8Array;
  /** The usable value of a row; null if it has none. */
  readonly valueAt: (index: number) => Scalar;
  readonly coded: CodedColumn | null;
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
const longestHeader = 255;
/** A formula that sums cells; the row of its first cell tells whether they are above. */
const sumFormula =
  /^=\s*(?:_xlfn\.)?(?:SUBTOTAL|SUBTOTAAL|AGGREGATE|AGGREGAAT|SUM|SOM)\([^A-Z$]{0,12}\$?[A-Z]{1,3}\$?(\d{1,7}):/i;
const readsNumbers = (field: Field): boolean =>
  field.type === "count" ||
  field.type === "change" ||
  field.type === "amount" ||
  field.type === "share" ||
  field.type === "number";

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

/** True if "totaal" is a value of the column itself: the municipality's whole stock, or a check of the categories. */
const hasTotal = ({ choices }: Field): boolean => choices?.some(({ value }) => value === "totaal") === true;

const sumWords = new RegExp(`(?:sub|eind|grand )?${sums}|[^\\p{L}\\p{N}]+`, "giu");

/**
 * True for a total in a column that has "totaal" as a value: one of nothing but a party ("Subtotaal", "Totaal WYwonen"). A total of
 * something else ("Totaal sociaal") may be the row itself under another name.
 */
function isOtherTotal(value: CellValue, field: Field, parties: PartyNames): boolean {
  if (!isSubtotalText(value)) return false;
  const typed = cellText(value);
  const isValue = field.choices?.some((choice) =>
    [choice.value, ...(choice.aliases ?? [])].some((one) => comparable(one) === comparable(typed)),
  );
  if (isValue === true) return false;
  const rest = cleaned(typed).replace(sumWords, " ").trim();
  return rest === "" || parties.find(rest) !== undefined;
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
  const first = parts[0]!;
  let leftOut: LeftOut[] = [];

  const uncalculated = parts.map(
    ({ sheetTable }) => new Set(sheetTable.uncalculated?.map(([row, column]) => cellKey(row, column))),
  );

  const readers = parts.map(({ sheetTable }) => cellReader(sheetTable));
  const textsIn = parts.map(({ sheetTable }) => textsByColumn(sheetTable));

  // Selects the rows of each part that belong to the table.
  let length = 0;
  const capacity = parts.reduce((sum, { sheetTable }) => sum + rowCount(sheetTable), 0);
  const rowOf = new Int32Array(capacity);
  const partOf = new Uint8Array(capacity);
  let aligned = parts.length === 1;
  const addsUp = subtotalFields(definition);
  parts.forEach((part, p) => {
    const cellAt = readers[p]!;
    const used = Array.from(part.columns.values());
    const placed = (fields: readonly Field[]): Placed[] =>
      fields.flatMap((field) => {
        const column = part.columns.get(field.header);
        return column === undefined ? [] : [{ header: field.header, column }];
      });
    const watched = placed(addsUp.filter((field) => !hasTotal(field)));
    const totals = addsUp.filter(hasTotal).flatMap((field) => {
      const column = part.columns.get(field.header);
      return column === undefined ? [] : [{ header: field.header, column, field }];
    });
    const numeric = placed(definition.fields.filter(readsNumbers));
    const keys = placed(definition.fields.filter(({ header }) => definition.key.includes(header))).map(
      ({ column }) => column,
    );
    const heads = part.sheetTable.headers.map(comparable);
    const isHead = (value: CellValue | undefined, column: number): boolean =>
      typeof value === "string" && value.length <= longestHeader && comparable(value) === heads[column];
    const [firstField] = placed(definition.fields);
    // What no row of this part can be follows from the different texts of a few columns, much faster than row by row.
    const inColumn = textsIn[p]!;
    const mayHold = (column: number, passes: (text: string) => boolean): boolean =>
      inColumn(column)?.words.some(passes) ?? true;
    const isFilled = (column: number): boolean => inColumn(column)?.everywhere === true;
    const mayAddUp = [...watched, ...totals].some(({ column }) => mayHold(column, isSubtotalText));
    const mayRepeat =
      firstField !== undefined &&
      (isDigits(heads[firstField.column]!) || mayHold(firstField.column, (text) => isHead(text, firstField.column)));
    const mayBeBlank = !watched.some(({ column }) => isFilled(column));
    const maySum = !watched.every(({ column }) => isFilled(column));
    const isUncalculated = (r: number, column: number): boolean => uncalculated[p]!.has(cellKey(r, column));
    const noteAt = mayHoldNotes(definition)
      ? noteRows(definition, part, { parties, cellAt, isUncalculated, isFilled })
      : () => null;
    const rows = rowCount(part.sheetTable);
    let lastRow = -1;
    // A function per row: it is soon compiled, where a long loop would run slowly until its end.
    const takeRow = (r: number): void => {
      if (
        mayBeBlank &&
        isBlankRow(part.sheetTable, cellAt, r, used) &&
        !keys.some((column) => isUncalculated(r, column))
      )
        return;
      const repeated = mayRepeat && repeatsHeader(cellAt, r, used, isHead);
      const summed = repeated
        ? firstField
        : ((mayAddUp
            ? (watched.find(({ column }) => isSubtotalText(cellAt(r, column))) ??
              totals.find(({ column, field }) => isOtherTotal(cellAt(r, column), field, parties)))
            : undefined) ?? (maySum ? sumRow(part, cellAt, r, watched, numeric) : undefined));
      // A total below an Excel table is where it belongs.
      if (summed && !repeated && part.outside !== undefined) return;
      const note = summed ? null : noteAt(r);
      if (summed ?? note !== null) {
        const column = summed?.column ?? note!;
        leftOut.push({
          rule: repeated ? "PA-154" : summed ? "PA-107" : "PA-158",
          sheetTable: part.sheetTable,
          index: r,
          cell: `${columnLetters(part.sheetTable.firstColumn + column)}${part.sheetTable.headerRow + 1 + r}`,
          header: summed?.header ?? part.sheetTable.headers[column]!,
          typed: cellText(cellAt(r, column)),
        });
        return;
      }
      lastRow = r;
      if (r !== length) aligned = false;
      rowOf[length] = r;
      partOf[length] = p;
      length += 1;
    };
    for (let r = 0; r < rows; r += 1) takeRow(r);
    // A remark below a list stands where it belongs; in an Excel table it is a row.
    if (part.sheetTable.name === null)
      leftOut = leftOut.filter(
        ({ rule, sheetTable, index }) => rule !== "PA-158" || sheetTable !== part.sheetTable || index < lastRow,
      );
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
    // Texts are stored by number; a column of labels has only a few different ones.
    const stored = numeric ? new Float64Array(length) : new Int32Array(length);
    const said: Scalar[] = [null];
    const codeOf = new Map<FilledValue, number>();
    // Cache: equal texts have equal outcomes. The outcome of a number also depends on how it is displayed.
    const texts = new Map<string, Stored>();
    const plainNumbers = new Map<number, Stored>();
    const dateNumbers = new Map<number, Stored>();
    const looksMatter = field.type !== "text" && !counts && field.type !== "amount" && field.type !== "number";
    const storedAs = (value: FilledValue): number => {
      if (numeric) return value as number;
      const isRemembered = remembers || typeof value !== "string";
      const known = isRemembered ? codeOf.get(value) : undefined;
      if (known !== undefined) return known;
      const code = said.push(value) - 1;
      if (isRemembered) codeOf.set(value, code);
      return code;
    };
    const outcomeOf = (value: CellValue, look?: CellLook): Stored => {
      const outcome = value === null ? notCalculated : readCell(value, context, look);
      const { reading, remark } = outcome;
      return { state: stateOf(outcome), value: reading.state === "value" ? storedAs(reading.value) : 0, remark };
    };
    const take = (i: number, { state, value, remark }: Stored): void => {
      stateList[i] = state;
      stored[i] = value;
      if (remark) remarks.push({ index: i, header: field.header, remark });
    };
    const column = (p: number): SheetColumn | undefined => {
      const place = places[p]!;
      return place < 0 ? undefined : parts[p]!.sheetTable.columns?.column(place);
    };
    const typed = parts.map((_, p) => column(p));
    // The outcome by number of the text; read at the first row with that text.
    const byNumber = parts.map((): (Stored | undefined)[] => []);
    // As for rows: a function per cell, for it to be soon compiled.
    const readAt = (i: number): void => {
      const p = partOf[i]!;
      const column = places[p]!;
      if (column < 0) return;
      const r = rowOf[i]!;
      const own = typed[p];
      const { sheetTable } = parts[p]!;
      if (own?.kinds[r] === cellKind.text && remembers) {
        const number = own.values[r]!;
        let outcome = byNumber[p]![number];
        if (!outcome) {
          const text = sheetTable.columns!.textAt(number);
          outcome = texts.get(text);
          if (!outcome) texts.set(text, (outcome = outcomeOf(text)));
          byNumber[p]![number] = outcome;
        }
        take(i, outcome);
        return;
      }
      const value = readers[p]!(r, column);
      if (field.type === "id" && typeof value === "string" && isDigits(value)) {
        stateList[i] = VALUE;
        // An id mostly occurs once: it stays where it is in the sheet, by the number of its text, below 0.
        stored[i] = own?.kinds[r] === cellKind.text ? -1 - own.values[r]! : storedAs(value);
        return;
      }
      let outcome: Stored | undefined;
      if (value === null) {
        if (!uncalculated[p]!.has(cellKey(r, column))) return;
        outcome = outcomeOf(null);
      } else if (typeof value === "number") {
        const isDate = sheetTable.isDate?.(r, column);
        if (numeric && isDate !== true && value >= 0 && (counts ? Number.isInteger(value) : !looksMatter)) {
          stateList[i] = VALUE;
          stored[i] = value;
          return;
        }
        const asked = isDate !== true && (looksMatter || !Number.isInteger(value));
        const format = asked ? (sheetTable.format?.(r, column) ?? null) : null;
        const memory = isDate === true ? dateNumbers : format === null ? plainNumbers : undefined;
        outcome = memory?.get(value);
        if (!outcome) {
          outcome = outcomeOf(value, { isDate, format });
          memory?.set(value, outcome);
        }
      } else if (remembers && typeof value === "string") {
        outcome = texts.get(value);
        if (!outcome) texts.set(value, (outcome = outcomeOf(value)));
      } else {
        outcome = outcomeOf(value, lookOf(sheetTable, r, column, value));
      }
      take(i, outcome);
    };
    for (let i = 0; i < length; i += 1) readAt(i);
    if (stored instanceof Int32Array) {
      const coded = remembers ? { codes: stored, values: said } : null;
      const valueAt = (i: number): Scalar => {
        const code = stored[i] ?? 0;
        return code < 0 ? parts[partOf[i]!]!.sheetTable.columns!.textAt(-1 - code) : said[code]!;
      };
      return { states: stateList, valueAt, coded };
    }
    const isValue = (i: number): boolean => stateList[i] === VALUE || stateList[i] === REPAIRED;
    return { states: stateList, valueAt: (i) => (isValue(i) ? stored[i]! : null), coded: null };
  }

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
  const sheetRow = (index: number): number => parts[partOf[index]!]!.sheetTable.headerRow + 1 + rowOf[index]!;

  const valueColumns = new Map<string, (index: number) => Scalar>();
  const typedColumns = new Map<string, (index: number) => CellValue>();
  const table: ReturnTable = {
    definition,
    raw: aligned ? first.sheetTable : together(definition, parts, rowOf, partOf, length),
    length,
    value: (header, index) => table.valueAt(header)(index),
    valueAt(header) {
      const known = valueColumns.get(header);
      if (known) return known;
      const column = columns.get(header);
      const at = column?.valueAt ?? (() => null);
      valueColumns.set(header, at);
      return at;
    },
    coded: (header) => columns.get(header)?.coded ?? null,
    reading(header, index) {
      const column = columns.get(header);
      const state = column && index < length ? column.states[index]! : MISSING;
      if (state === VALUE) return { state: "value", value: column!.valueAt(index)! };
      if (state === REPAIRED) return { state: "value", value: column!.valueAt(index)!, repaired: true };
      return { state: states[state] as Exclude<Reading["state"], "value"> };
    },
    typed: (header, index) => table.typedAt(header)(index),
    typedAt(header) {
      const known = typedColumns.get(header);
      if (known) return known;
      const places = parts.map(({ sheetTable, columns: own }) => own.get(header) ?? sheetTable.headers.indexOf(header));
      const { columns: stored } = first.sheetTable;
      let at = (index: number): CellValue => {
        const p = partOf[index];
        if (p === undefined || index >= length || places[p]! < 0) return null;
        return readers[p]!(rowOf[index]!, places[p]!);
      };
      if (parts.length === 1 && stored !== undefined && places[0]! >= 0) {
        const only = stored.column(places[0]!);
        at = (index) => (index < length ? cellOf(stored, only, rowOf[index]!) : null);
      }
      typedColumns.set(header, at);
      return at;
    },
    cell(header, index) {
      const letter = index < length ? letters[partOf[index]!]!.get(header) : undefined;
      return letter === undefined ? null : `${letter}${sheetRow(index)}`;
    },
    has: (header) => columns.has(header),
    sheet: (index) => parts[partOf[index] ?? 0]!.sheetTable.sheet,
    row: sheetRow,
    origin: (index) => ({ block: parts[partOf[index] ?? 0]!.sheetTable, row: rowOf[index] ?? 0 }),
    outside,
    shown(header, index) {
      const value = table.typed(header, index);
      if (typeof value !== "number") return quoted(value);
      const { sheetTable, columns: own } = parts[partOf[index]!]!;
      const column = own.get(header) ?? sheetTable.headers.indexOf(header);
      const row = rowOf[index]!;
      return column < 0
        ? quoted(value)
        : shownNumber(value, sheetTable.isDate?.(row, column), sheetTable.format?.(row, column));
    },
  };
  return { table, remarks, leftOut };
}

/** Gives a cell of a block by row and column, from 0. */
type CellAtPlace = (row: number, column: number) => CellValue;

const rowCount = (sheetTable: SheetTable): number => sheetTable.columns?.length ?? sheetTable.rows.length;

/** Gives access to the cells of a block, stored by column or by row. */
function cellReader(sheetTable: SheetTable): CellAtPlace {
  const { columns } = sheetTable;
  if (columns === undefined) {
    const { rows } = sheetTable;
    return (row, column) => rows[row]?.[column] ?? null;
  }
  const known: SheetColumn[] = [];
  return (row, column) => cellOf(columns, (known[column] ??= columns.column(column)), row);
}

/** The texts in a column of a block. */
interface ColumnTexts {
  /** True if every cell holds a text that says something. */
  readonly everywhere: boolean;
  /** The different texts, without those of digits only: ids, of which a national file has a million. */
  readonly words: readonly string[];
}

/** The texts of a block by column; null for cells stored by row, where looking at them all is no faster. */
function textsByColumn({ columns }: SheetTable): (column: number) => ColumnTexts | null {
  if (columns === undefined) return () => null;
  const known = new Map<number, ColumnTexts>();
  return (column) => {
    let texts = known.get(column);
    if (!texts) known.set(column, (texts = textsOf(columns, columns.column(column))));
    return texts;
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

interface Placed {
  readonly header: string;
  readonly column: number;
}

/** A formula without a stored result: the cell has content that cannot be read. */
const notCalculated = refused("PA-145");

/** True for a text of digits only, as most ids are. */
function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charCodeAt(i);
    if (letter < 48 || letter > 57) return false;
  }
  return text !== "";
}

const cellKey = (row: number, column: number): number => row * 16_384 + column;

const lookOf = ({ formula }: SheetTable, row: number, column: number, value: CellValue): CellLook => ({
  // Only needed for errors, to tell formula results from typed text.
  hasFormula: typeof value === "object" && (formula?.(row, column) ?? null) !== null,
});

/** True if each filled cell of a row is the header of its column, and there are at least two: a header copied along. */
function repeatsHeader(
  cellAt: CellAtPlace,
  r: number,
  used: readonly number[],
  isHead: (value: CellValue | undefined, column: number) => boolean,
): boolean {
  const filled = used.filter((column) => !isEmptyCell(cellAt(r, column)));
  return filled.length > 1 && filled.every((column) => isHead(cellAt(r, column), column));
}

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

/** The empty key column of a row whose numbers are all sums of cells above; undefined if the row is not such a row. */
function sumRow(
  { sheetTable }: TablePart,
  cellAt: CellAtPlace,
  r: number,
  keys: readonly Placed[],
  numeric: readonly Placed[],
): Placed | undefined {
  const { formula, headerRow } = sheetTable;
  const silent = formula && keys.find(({ column }) => isEmptyCell(cellAt(r, column)));
  if (!silent) return undefined;
  const filled = numeric.filter(({ column }) => typeof cellAt(r, column) === "number");
  const isSum = ({ column }: Placed): boolean => {
    const first = sumFormula.exec((formula(r, column) ?? "").slice(0, 200))?.[1];
    return first !== undefined && Number(first) < headerRow + 1 + r;
  };
  return filled.length > 0 && filled.every(isSum) ? silent : undefined;
}

/** True if our columns are empty, apart from formulas that give 0 or an error. */
function isBlankRow(sheetTable: SheetTable, cellAt: CellAtPlace, r: number, columns: readonly number[]): boolean {
  for (const column of columns) {
    const value = cellAt(r, column);
    if (isEmptyCell(value)) continue;
    if ((value === 0 || typeof value === "object") && sheetTable.formula && sheetTable.formula(r, column) !== null)
      continue;
    return false;
  }
  return true;
}

/** Joins the rows of several blocks, or of one block with rows left out, into one block with the columns of the first. */
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
  const rowsNamed = (of: (sheetTable: SheetTable) => readonly number[] | undefined): number[] =>
    parts.flatMap(({ sheetTable }, p) => (of(sheetTable) ?? []).flatMap((r) => index.get(`${p}:${r}`) ?? []));
  const whole: { -readonly [Key in keyof SheetTable]: SheetTable[Key] } = { ...base, rows };
  // The stored columns no longer match these rows.
  delete whole.columns;
  return {
    ...whole,
    isDate: (i, column) => {
      const [sheetTable, r, c] = at(i, column);
      return c >= 0 && (sheetTable.isDate?.(r, c) ?? false);
    },
    formula: (i, column) => {
      const [sheetTable, r, c] = at(i, column);
      return c < 0 ? null : (sheetTable.formula?.(r, c) ?? null);
    },
    format: (i, column) => {
      const [sheetTable, r, c] = at(i, column);
      return c < 0 ? null : (sheetTable.format?.(r, c) ?? null);
    },
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
