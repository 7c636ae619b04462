import { exact, fill, Fraction, type BookColumn, type Question, type Text } from "@prestatieafspraken/indicators";
import { proofOfZero } from "../identity.js";
import type { ReturnTable } from "../return.js";
import { place, requireColumn } from "./cannot-say.js";
import { compile, HOLDS, isField, valueIn } from "./condition.js";
import type { Gap, Group, Pass } from "./pass.js";
import type { RowList } from "./row-list.js";
import { kept, mapPer } from "../kept.js";

/** A column summed over the rows of a group. */
export interface Total {
  /** Whole numbers, or money in cents. */
  sum: number;
  /** The fractional part of the sum, kept exactly. */
  broken: Fraction | null;
  /** Rows with a number. */
  count: number;
  most: number;
  least: number;
  /** Number of rows left out because they say "n.v.t.". */
  notApplicable: number;
  gap: Gap | null;
  /** The sum by the value of another column, if asked. */
  readonly by: Map<string, number>;
  /** Rows whose empty cell counts as 0, and the columns that prove it. */
  readonly proved: { readonly row: number; readonly headers: readonly string[] }[];
}

/** A column of a book: how to read the number of each row. */
export interface Column {
  readonly table: ReturnTable;
  readonly header: string | null;
  /** Columns that decide whether the number counts for a row. */
  readonly decides: readonly string[];
  /** Amounts are summed in cents: the sum must be divided by this. */
  readonly unit: 1 | 100;
  readonly read: (row: number, into: Total) => number | null;
}

export const emptyTotal = (): Total => ({
  sum: 0,
  broken: null,
  count: 0,
  most: -Infinity,
  least: Infinity,
  notApplicable: 0,
  gap: null,
  by: new Map(),
  proved: [],
});

/** The column that is 1 in every row, for counting rows. */
export const ROWS = "";

/** A summed column; subtracted if the sign is -1. */
export interface Signed {
  readonly name: string;
  readonly sign: 1 | -1;
}

/** The columns a question sums, each with its sign; rows are counted as a column of ones. */
export function takenColumns({ take }: Pick<Question, "take">): readonly Signed[] {
  if ("rows" in take) return [{ name: ROWS, sign: 1 }];
  if ("sum" in take)
    return [
      ...take.sum.map((name) => ({ name, sign: 1 as const })),
      ...(take.minus ?? []).map((name) => ({ name, sign: -1 as const })),
    ];
  return [{ name: "average" in take ? take.average : "max" in take ? take.max : take.min, sign: 1 }];
}

/** The column with this name in the book; a header of the table if the book does not define the name. */
export function columnOf(pass: Pass, name: string): Column {
  const { table, source } = pass;
  const spec: BookColumn = name === ROWS ? { one: true } : (source.columns?.[name] ?? { header: name });
  if ("one" in spec) return { table, header: null, decides: [], unit: 1, read: () => 1 };
  const only = spec.only && compile(table, spec.only, () => null, noLimit);
  const counts = (row: number): boolean => only === undefined || only.test(row) === HOLDS;
  const decides = only?.headers ?? [];
  if ("oneWhere" in spec) {
    const where = compile(table, spec.oneWhere, () => null, noLimit);
    return {
      table,
      header: null,
      decides: [...decides, ...where.headers],
      unit: 1,
      read: (row) => (counts(row) && where.test(row) === HOLDS ? 1 : 0),
    };
  }
  const { header, emptyIsZero = false, within } = spec;
  const value = valueIn(table, header);
  const ours = isField(table, header);
  const unit = table.definition.fields.some((field) => field.header === header && field.type === "amount") ? 100 : 1;
  const read = (row: number, into: Total): number | null => {
    if (!counts(row)) return 0;
    const number = value(row);
    if (typeof number === "number") {
      const whole = within === undefined ? null : table.value(within, row);
      if (typeof whole === "number" && number > whole)
        into.gap ??= { row, header, contradicts: moreThan(table, header, row, within!) };
      return unit === 100 ? Math.round(number * 100) : number;
    }
    const { state } = table.has(header) ? table.reading(header, row) : { state: "missing" };
    if (ours && state === "not applicable") {
      if (emptyIsZero) return 0;
      into.notApplicable += 1;
      return null;
    }
    if (ours && state === "missing") {
      if (emptyIsZero) return 0;
      const proof = proofOfZero(table, header, row);
      if (proof !== null) {
        into.proved.push({ row, headers: proof });
        return 0;
      }
    }
    into.gap ??= ours ? { row, header } : { row, header, contradicts: noNumber(table, header, row) };
    return null;
  };
  if (!ours && !table.raw.headers.includes(header)) requireColumn(table, header);
  return { table, header, decides, unit, read };
}

const noLimit = (): Fraction => new Fraction(0);

const noNumber = (table: ReturnTable, header: string, row: number): Text =>
  fill(
    {
      nl: "In {cell} ({header}) staat geen getal. Vul een getal in, 0 als er niets is.",
      en: "{cell} ({header}) holds no number. Enter a number, 0 when there is nothing.",
    },
    { cell: place(table, header, row), header },
  );

const moreThan = (table: ReturnTable, header: string, row: number, whole: string): Text =>
  fill(
    {
      nl: "In {cell} ({header}) staat meer dan bij {whole} ernaast. Verbeter een van de twee.",
      en: "{cell} ({header}) says more than {whole} beside it. Correct one of the two.",
    },
    { cell: place(table, header, row), header, whole },
  );

/** Sums a column over rows, split by the value of another column if asked. */
export function totalOf(column: Column, rows: RowList, by?: string): Total {
  const total = emptyTotal();
  const apart = by === undefined ? null : valueIn(column.table, by);
  for (const row of rows) {
    const number = column.read(row, total);
    if (number === null) continue;
    total.count += 1;
    if (number > total.most) total.most = number;
    if (number < total.least) total.least = number;
    if (Number.isInteger(number)) total.sum += number;
    else total.broken = (total.broken ?? new Fraction(0)).add(exact(number));
    if (apart !== null) {
      const value = String(apart(row) ?? "?");
      total.by.set(value, (total.by.get(value) ?? 0) + number);
    }
  }
  return total;
}

/** Cache per group: a column is summed over the same rows once. */
const totals = mapPer<string, Total>();

/** The cached sum of a column over the certain or the unknown rows of a group. */
export const groupTotal = (pass: Pass, group: Group, name: string, which: "rows" | "unknown", by?: string): Total =>
  kept(totals(group), `${name}|${which}|${by ?? ""}`, () => totalOf(columnOf(pass, name), group[which], by));
