import {
  isEmptyCell,
  quarterLastDay,
  type Condition,
  type Fraction,
  type FilledValue,
  type Scalar,
} from "@prestatieafspraken/indicators";
import { absence } from "../reading/absence.js";
import { hasPartsOfCents } from "../reading/cents.js";
import { cellText } from "../workbook.js";
import type { ReturnTable } from "../return.js";
import { requireColumn } from "./cannot-say.js";
import { kept } from "../kept.js";

/** The outcome of a condition for a row. */
export const FAILS = 0;
export const HOLDS = 1;
/** The cell cannot be read, which stops the answer if all other conditions hold. */
export const UNREAD = 2;
/** The class of the row is unknown. */
export const UNKNOWN = 3;
/** The cell contradicts the row. */
export const CONTRADICTS = 4;
export type Outcome = 0 | 1 | 2 | 3 | 4;

/** A condition compiled for the rows of one table. */
export interface Compiled {
  readonly condition: Condition;
  /** The columns it depends on. */
  readonly headers: readonly string[];
  readonly test: (row: number) => Outcome;
}

/** True if the header is a defined column of the table. */
export const isField = (table: ReturnTable, header: string): boolean =>
  table.definition.fields.some((field) => field.header === header);

/** The usable value of a cell: parsed in a column of the return, as typed in any other column. */
export function valueIn(table: ReturnTable, header: string): (row: number) => Scalar {
  if (table.has(header)) return table.valueAt(header);
  if (isField(table, header) || !table.raw.headers.includes(header)) return () => null;
  return (row) => {
    const typed = table.typed(header, row);
    return typeof typed === "object" || isEmptyCell(typed) ? null : typed;
  };
}

/** Answers something about the value of a column in each row; once per value, because equal values have equal answers. */
export function perValue<T>(table: ReturnTable, header: string, of: (value: Scalar) => T): (row: number) => T {
  const coded = table.coded(header);
  if (coded === null) {
    const value = valueIn(table, header);
    const known = new Map<Scalar, T>();
    return (row) => {
      const one = value(row);
      let answer = known.get(one);
      if (answer === undefined) known.set(one, (answer = of(one)));
      return answer;
    };
  }
  const { codes, values } = coded;
  const known = values.map((): T | undefined => undefined);
  return (row) => (known[codes[row]!] ??= of(values[codes[row]!]!));
}

const hasColumn = (table: ReturnTable, header: string): boolean =>
  table.has(header) || (!isField(table, header) && table.raw.headers.includes(header));

/** Normalises a value for comparison: no case, no surrounding spaces. */
const plain = (value: FilledValue): string => String(value).trim().toLowerCase();

/** The test of a readable value. */
function passes(condition: Condition): (value: FilledValue) => boolean {
  if ("is" in condition) {
    const wanted = new Set(condition.is.map(plain));
    return (value) => wanted.has(plain(value));
  }
  if ("isNot" in condition) {
    const unwanted = new Set(condition.isNot.map(plain));
    return (value) => !unwanted.has(plain(value));
  }
  if ("from" in condition) return (value) => String(value) >= condition.from;
  if ("until" in condition) return (value) => String(value) <= condition.until;
  return () => true;
}

/** True if the condition would hold for rows of this class; used to count as if all rows of unknown class had it. */
export const wouldHold = (condition: Condition, ofClass: string): boolean => passes(condition)(ofClass);

/**
 * Compiles a condition for a table.
 * @throws CannotSay if the column is missing and an unreadable cell would stop the answer.
 */
export function compile(
  table: ReturnTable,
  condition: Condition,
  quarterOf: (row: number) => string | null,
  limit: (id: string, year: number) => Fraction,
): Compiled {
  const { header, unread, unknown, emptyIsNone } = condition;
  const withoutClass: Outcome = unread === "counts" ? HOLDS : unread === "fails" ? FAILS : UNREAD;
  const unreadable: Outcome = unknown ? UNKNOWN : withoutClass;
  const made = (test: Compiled["test"], ...more: string[]): Compiled => ({
    condition,
    headers: [header, ...more],
    test,
  });
  const value = valueIn(table, header);
  if ("filled" in condition) return made((row) => ((value(row) !== null) === condition.filled ? HOLDS : FAILS));
  if (!hasColumn(table, header)) {
    // An empty cell fails a condition that requires a value; in a column that was not delivered, the value is unknown.
    const hasToBe = "is" in condition || "from" in condition || "until" in condition || "amount" in condition;
    if (unread === undefined || (unread === "fails" && hasToBe)) requireColumn(table, header);
    return made(() => (emptyIsNone ? withoutClass : unreadable));
  }
  if ("amount" in condition) {
    return made((row) => {
      const amount = value(row);
      return typeof amount === "number" && amount > 0 && !hasPartsOfCents(amount) ? HOLDS : unreadable;
    });
  }
  if ("under" in condition) return under(table, condition, value, limit, made);
  if ("withinQuarter" in condition) {
    return made((row) => {
      const day = value(row);
      const quarter = quarterOf(row);
      if (day === null || quarter === null) return unreadable;
      return String(day) <= quarterLastDay(quarter) ? HOLDS : CONTRADICTS;
    });
  }
  const test = passes(condition);
  const unknownValues = new Set(unknown?.map(plain));
  const outcomeOf = (cell: Scalar): Outcome =>
    cell === null ? unreadable : unknownValues.has(plain(cell)) ? UNKNOWN : test(cell) ? HOLDS : FAILS;
  if (!emptyIsNone) return made(perValue(table, header, outcomeOf));
  const isUnknown = (cell: Scalar): boolean => typeof cell === "string" && absence(cell.trim()) === "unknown";
  const outcome = perValue(table, header, (cell) => (isUnknown(cell) ? unreadable : outcomeOf(cell)));
  return made((row) => (value(row) === null && isEmpty(table, header, row) ? withoutClass : outcome(row)));
}

/** True if nothing was typed, a dash, or that it does not apply. */
function isEmpty(table: ReturnTable, header: string, row: number): boolean {
  const typed = cellText(table.typed(header, row)).trim();
  return typed === "" || absence(typed) === "dash" || absence(typed) === "not applicable";
}

/** Tests an amount against a limit, in cents: of the year of a date in the row, or of a fixed year. */
function under(
  table: ReturnTable,
  condition: Extract<Condition, { readonly under: string }>,
  value: (row: number) => Scalar,
  limit: (id: string, year: number) => Fraction,
  made: (test: Compiled["test"], ...more: string[]) => Compiled,
): Compiled {
  const yearOf = typeof condition.yearOf === "string" ? condition.yearOf : "";
  const fixed = /^\d{4}$/.test(yearOf) ? Number(yearOf) : null;
  if (fixed === null && !hasColumn(table, yearOf)) requireColumn(table, yearOf);
  const day = fixed === null ? valueIn(table, yearOf) : () => null;
  const limits = new Map<number, number>();
  const centsOf = (year: number): number => kept(limits, year, () => limit(condition.under, year).mul(100).valueOf());
  const test = (row: number): Outcome => {
    const amount = value(row);
    const on = fixed === null ? day(row) : null;
    if (typeof amount !== "number" || (fixed === null && on === null)) return UNREAD;
    const cents = Math.round(amount * 100);
    const most = centsOf(fixed ?? Number(String(on).slice(0, 4)));
    return cents < most || (condition.inclusive === true && cents === most) ? HOLDS : FAILS;
  };
  return fixed === null ? made(test, yearOf) : made(test);
}
