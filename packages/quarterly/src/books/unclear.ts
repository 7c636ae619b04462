import { exact, Fraction } from "@prestatieafspraken/indicators";
import { valueIn, wouldHold } from "./condition.js";
import type { Pass } from "./pass.js";
import { columnOf, emptyTotal, type Column, type Signed } from "./total.js";
import type { Used } from "./shapes.js";

/** A row of unknown class, and what it holds for one question. */
export interface Unclear {
  readonly pass: Pass;
  readonly row: number;
  /** The columns whose class is unknown in this row. */
  readonly headers: readonly string[];
  readonly amount: Fraction;
  /** The group it is counted in, for a question that splits by a column: its value, or the column whose class is unknown. */
  readonly by: { readonly value: string } | { readonly header: string } | null;
  /** True for a row of an earlier quarter about something this quarter does not list: it may count as it did, or not at all. */
  readonly isUnlisted: boolean;
}

/**
 * The rows of unknown class in these groups, and those of an earlier quarter in `gone`, with what the summed columns hold in each.
 */
export function unclearRows(
  used: readonly Used[],
  gone: ReadonlyMap<Pass, readonly number[]>,
  columns: readonly Signed[],
  by: string | undefined,
): Unclear[] {
  const unknown = used.map(({ pass, group }) => ({ pass, rows: Array.from(group.unknown), isUnlisted: false }));
  const unlisted = Array.from(gone, ([pass, rows]) => ({ pass, rows, isUnlisted: true }));
  return [...unknown, ...unlisted].flatMap(({ pass, rows, isUnlisted }) => {
    if (rows.length === 0) return [];
    const read = columns.map(({ name, sign }) => ({ sign, column: columnOf(pass, name) }));
    const split = by === undefined ? null : valueIn(pass.table, by);
    return rows.map((row) => {
      const headers = pass.unknownIn(row);
      return {
        pass,
        row,
        headers,
        isUnlisted,
        amount: read.reduce((sum, { sign, column }) => sum.add(numberIn(column, row).mul(sign)), new Fraction(0)),
        by: by === undefined ? null : headers.includes(by) ? { header: by } : { value: String(split?.(row) ?? "?") },
      };
    });
  });
}

/** The number of a row, 0 if it has none; cells that stop the answer were found before. */
const numberIn = ({ read, unit }: Column, row: number): Fraction => exact(read(row, emptyTotal()) ?? 0).div(unit);

/** The class of an unlisted row that is gone: it counts nowhere. */
export const GONE = "gone";
/** What stands for the column of that class. */
export const LISTED = "\u0000listed";

/** True if the row counts for the question once its columns have these classes. */
export const countsAs = ({ pass, headers }: Unclear, classes: ReadonlyMap<string, string>): boolean =>
  classes.get(LISTED) !== GONE &&
  pass.where.every(
    ({ condition }) =>
      !headers.includes(condition.header) ||
      condition.unknown === undefined ||
      wouldHold(condition, classes.get(condition.header)!),
  );
