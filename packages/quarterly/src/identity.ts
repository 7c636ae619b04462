import { columnNumber } from "./reading/cell-name.js";
import type { Return, ReturnTable } from "./return.js";

type Identity = NonNullable<ReturnTable["definition"]["identity"]>;

/** A row compared with the identity of its table: one column is the sum of others. */
export interface Balance {
  readonly whole: number;
  readonly sum: number;
  /** The parts that are not 0, with their sign. */
  readonly parts: readonly { readonly header: string; readonly homes: number }[];
  /** True if the sum is incomplete: a filled part cannot be read, or may be in a column that has not been named. */
  readonly uncertain: boolean;
}

/** The columns of a table's identity, with their sign. */
function partsOf(identity: Identity): readonly Part[] {
  let parts = known.get(identity);
  if (!parts) {
    const { plus, minus } = identity;
    parts = [
      ...plus.map((header) => ({ header, sign: 1 as const })),
      ...minus.map((header) => ({ header, sign: -1 as const })),
    ];
    known.set(identity, parts);
  }
  return parts;
}

interface Part {
  readonly header: string;
  readonly sign: 1 | -1;
}
const known = new WeakMap<Identity, readonly Part[]>();

/** The balance of a row; null if the whole is unknown or the table has no identity. */
export function balanceOf(table: ReturnTable, index: number): Balance | null {
  const { identity } = table.definition;
  const whole = identity ? table.value(identity.whole, index) : null;
  if (!identity || typeof whole !== "number") return null;
  let sum = 0;
  let uncertain = false;
  const parts: { header: string; homes: number }[] = [];
  for (const { header, sign } of partsOf(identity)) {
    const homes = table.value(header, index);
    if (typeof homes === "number") {
      sum += sign * homes;
      if (homes !== 0) parts.push({ header, homes: sign * homes });
    } else if (table.has(header) && ["doubtful", "refused"].includes(table.reading(header, index).state)) {
      uncertain = true;
    }
  }
  if (!uncertain && sum !== whole) uncertain = mayStandElsewhere(table, index, whole - sum);
  return { whole, sum, parts, uncertain };
}

/** Maximum number of columns that changes of a stock fill; a longer list is something else. */
const mostOthers = 8;

/**
 * True if numbers in other columns of this row account for the difference, such as "Nieuw" in a corporation's own list
 * whose columns have not been named yet.
 */
function mayStandElsewhere(table: ReturnTable, index: number, difference: number): boolean {
  const { identity, fields } = table.definition;
  if (identity === undefined || partsOf(identity).every(({ header }) => table.has(header))) return false;
  const { block, row } = table.origin(index);
  const named = new Set(
    fields.map(({ header }) => table.cell(header, index)).map((cell) => cell && columnNumber(cell)),
  );
  const others = (block.rows[row] ?? []).filter(
    (value, i): value is number => Number.isInteger(value) && value !== 0 && !named.has(block.firstColumn + i),
  );
  if (others.length > mostOthers) return false;
  let sums = new Set([0]);
  for (const value of others) sums = new Set([...sums].flatMap((sum) => [sum, sum + value, sum - value]));
  return sums.has(difference);
}

/**
 * The columns of a row that prove that an empty cell is 0; null if nothing does. Either the filled parts already make the whole,
 * or the cell is part of a whole that is 0. While a required part is empty, the sum proves nothing.
 */
export function proofOfZero(table: ReturnTable, header: string, index: number): readonly string[] | null {
  const { identity, parts, fields } = table.definition;
  const whole = parts?.find(({ part }) => part === header)?.whole;
  if (whole !== undefined && table.value(whole, index) === 0) return [whole];
  if (!identity) return null;
  const others = partsOf(identity).filter((part) => part.header !== header);
  if (others.length === identity.plus.length + identity.minus.length) return null;
  const needed = (name: string): boolean => fields.some((field) => field.header === name && field.required === true);
  if (others.some((part) => needed(part.header) && typeof table.value(part.header, index) !== "number")) return null;
  const balance = balanceOf(table, index);
  if (balance === null || balance.uncertain || balance.sum !== balance.whole) return null;
  return [identity.whole, ...others.map((part) => part.header)].filter((name) => table.has(name));
}

/** Rows in which a part exceeds its whole, for each part of the table. */
export function* partsBeyondWhole(ret: Pick<Return, "tables">, name: string) {
  const table = ret.tables.get(name);
  for (const { part, whole } of table?.definition.parts ?? []) {
    if (!table?.has(part) || !table.has(whole)) continue;
    for (let index = 0; index < table.length; index += 1) {
      const less = table.value(part, index);
      const more = table.value(whole, index);
      if (typeof less === "number" && typeof more === "number" && less > more)
        yield { table, index, header: part, facts: { part: less, whole: more } };
    }
  }
}
