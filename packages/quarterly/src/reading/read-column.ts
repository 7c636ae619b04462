import type { Field, FilledValue, Scalar } from "@prestatieafspraken/indicators";
import type { CodedColumn, Reading } from "../return.js";
import { cellKind, type CellValue, type SheetTable } from "../workbook.js";
import { readsNumbers, type OwnRows } from "./own-rows.js";
import { refused, type CellLook, type Outcome, type ReadingContext, type Remark } from "./outcome.js";
import { isDigits, type PartCells } from "./part-cells.js";
import type { PartyNames } from "./party-names.js";
import { readCell } from "./read-cell.js";

/** A remark about a cell; `index` is the row of the table as read. */
export interface CellRemark {
  readonly index: number;
  readonly header: string;
  readonly remark: Remark;
}

/** A column as read, by row of the table. */
export interface ColumnRead {
  readonly readingAt: (index: number) => Reading;
  /** The usable value of a row; null if it has none. */
  readonly valueAt: (index: number) => Scalar;
  readonly coded: CodedColumn | null;
  readonly remarks: readonly CellRemark[];
}

const MISSING = 0;
const VALUE = 1;
const REPAIRED = 2;
const states = ["missing", "value", "value", "not applicable", "doubtful", "refused"] as const;

const stateOf = ({ reading }: Outcome): number =>
  reading.state === "value" && reading.repaired === true ? REPAIRED : states.indexOf(reading.state);

/** The outcome of a cell as its column stores it: the value is a number, or the number of a text. */
interface Stored {
  readonly state: number;
  readonly value: number;
  readonly remark: Remark | undefined;
}

/** A formula without a stored result: the cell has content that cannot be read. */
const notCalculated = refused("PA-145");

const lookOf = ({ formula }: SheetTable, row: number, column: number, value: CellValue): CellLook => ({
  // Only needed for errors, to tell formula results from typed text.
  hasFormula: typeof value === "object" && (formula?.(row, column) ?? null) !== null,
});

/** Reads a column of a table from the parts that hold its rows; null if no part has the column. */
export function readColumn(
  field: Field,
  all: readonly PartCells[],
  { length, rowOf, partOf }: OwnRows,
  parties: PartyNames,
): ColumnRead | null {
  const places = all.map(({ part }) => part.columns.get(field.header) ?? -1);
  if (places.every((place) => place < 0)) return null;
  const context: ReadingContext = { field, parties };
  const numeric = readsNumbers(field);
  const counts = field.type === "count";
  const remembers = field.type !== "id" && field.type !== "text";
  const remarks: CellRemark[] = [];
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
  const outcomeOfText = (text: string): Stored => {
    let outcome = texts.get(text);
    if (!outcome) texts.set(text, (outcome = outcomeOf(text)));
    return outcome;
  };
  const take = (i: number, { state, value, remark }: Stored): void => {
    stateList[i] = state;
    stored[i] = value;
    if (remark) remarks.push({ index: i, header: field.header, remark });
  };
  const typed = all.map(({ part }, p) => (places[p]! < 0 ? undefined : part.sheetTable.columns?.column(places[p]!)));
  // The outcome by number of the text; read at the first row with that text.
  const byNumber = all.map((): (Stored | undefined)[] => []);
  // A function per cell is compiled early, as for rows.
  const readAt = (i: number): void => {
    const p = partOf[i]!;
    const column = places[p]!;
    if (column < 0) return;
    const r = rowOf[i]!;
    const own = typed[p];
    const cells = all[p]!;
    const { sheetTable } = cells.part;
    if (own?.kinds[r] === cellKind.text && remembers) {
      const number = own.values[r]!;
      take(i, (byNumber[p]![number] ??= outcomeOfText(sheetTable.columns!.textAt(number))));
      return;
    }
    const value = cells.cellAt(r, column);
    if (field.type === "id" && typeof value === "string" && isDigits(value)) {
      stateList[i] = VALUE;
      // An id mostly occurs once, so it stays in the sheet; its text's number is stored below 0.
      stored[i] = own?.kinds[r] === cellKind.text ? -1 - own.values[r]! : storedAs(value);
      return;
    }
    if (value === null) {
      if (cells.isUncalculated(r, column)) take(i, outcomeOf(null));
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
      let outcome = memory?.get(value);
      if (!outcome) {
        outcome = outcomeOf(value, { isDate, format });
        memory?.set(value, outcome);
      }
      take(i, outcome);
    } else if (remembers && typeof value === "string") take(i, outcomeOfText(value));
    else take(i, outcomeOf(value, lookOf(sheetTable, r, column, value)));
  };
  for (let i = 0; i < length; i += 1) readAt(i);
  const isValue = (i: number): boolean => stateList[i] === VALUE || stateList[i] === REPAIRED;
  const valueAt =
    stored instanceof Int32Array
      ? (i: number): Scalar => {
          const code = stored[i] ?? 0;
          return code < 0 ? all[partOf[i]!]!.part.sheetTable.columns!.textAt(-1 - code) : said[code]!;
        }
      : (i: number): Scalar => (isValue(i) ? stored[i]! : null);
  return {
    valueAt,
    readingAt(i) {
      const state = i < length ? stateList[i]! : MISSING;
      if (state === VALUE) return { state: "value", value: valueAt(i)! };
      if (state === REPAIRED) return { state: "value", value: valueAt(i)!, repaired: true };
      return { state: states[state] as Exclude<Reading["state"], "value"> };
    },
    coded: stored instanceof Int32Array && remembers ? { codes: stored, values: said } : null,
    remarks,
  };
}
