import type { ReturnTable } from "../return.js";
import { hasAll, numberIn, rowsOf, textIn } from "./columns.js";
import type { Finding, Matter, Rule } from "./rule.js";

/** A column that a rule reads in each row. */
interface Column<Value> {
  readonly header: string;
  readonly valueIn: (table: ReturnTable, header: string) => (index: number) => Value | null;
  /** True if the rule also looks at rows without a value in this column; the table may then lack it. */
  readonly mayLack: boolean;
}

export const text = (header: string): Column<string> => ({ header, valueIn: textIn, mayLack: false });
export const number = (header: string): Column<number> => ({ header, valueIn: numberIn, mayLack: false });
/** A text, or null in a row without one. */
export const textIfAny = (header: string): Column<string | null> => ({ header, valueIn: textIn, mayLack: true });

type Row<Columns> = { readonly [Name in keyof Columns]: Columns[Name] extends Column<infer Value> ? Value : never };
type Columns = Readonly<Record<string, Column<string | number | null>>>;

/** Where a rule is looking: the row has no use after the call. */
interface At extends Matter {
  readonly ofTable: ReturnTable;
  readonly index: number;
}

/**
 * The check of a rule that looks at one row at a time. `look` gets the values of the columns of each row that has them, and gives
 * what it finds there, if anything.
 */
export const eachRow = <const Read extends Columns>(
  names: string | readonly string[],
  columns: Read,
  look: (row: Row<Read>, at: At) => Omit<Finding, "table" | "index"> | false,
): Rule["check"] =>
  function* (matter) {
    const asked = Object.entries<Columns[string]>(columns);
    for (const name of [names].flat()) {
      const table = matter.table(name);
      if (!hasAll(table, ...asked.flatMap(([, { header, mayLack }]) => (mayLack ? [] : header)))) continue;
      const readers = asked.map(
        ([key, { header, valueIn, mayLack }]) => [key, valueIn(table, header), mayLack] as const,
      );
      // One object for all rows: a national file has a million.
      const row: Record<string, string | number | null> = {};
      const at = { ...matter, ofTable: table, index: 0 };
      next: for (const index of rowsOf(table)) {
        for (const [key, valueAt, mayLack] of readers) {
          const value = valueAt(index);
          if (value === null && !mayLack) continue next;
          row[key] = value;
        }
        at.index = index;
        const found = look(row as Row<Read>, at);
        if (found) yield { table, index, ...found };
      }
    }
  };
