import type { Facts, LimitSeries, Text, FieldType } from "@prestatieafspraken/indicators";
import type { Fix, Issue, Severity } from "../issue.js";
import type { Return, ReturnTable } from "../return.js";
import type { CellValue, SheetTable, UnlistedSheet } from "../workbook.js";

/** The input of a rule: the return and the date of checking. No clock is read. */
export interface Matter {
  readonly ret: Return;
  /** The date of checking, "2026-11-23"; null if unknown: rules about the date then find nothing. */
  readonly day: string | null;
  /** Rent limits by year. */
  readonly limits: readonly LimitSeries[];
  /** Gives a table of the return by canonical name. */
  readonly table: (name: string) => ReturnTable | undefined;
}

/** A finding of a rule: where, and its facts. The message is made from the rule's template. */
export interface Finding {
  /** The table, or the canonical name of a missing table. */
  readonly table: ReturnTable | string;
  readonly index?: number;
  readonly header?: string;
  readonly facts?: Facts;
  /**
   * The rows and columns that the finding casts doubt on, if not just the cell shown; without `headers`, whole rows. With `lacking`,
   * a row that is not there among these: one that would count wherever row `lacking` does.
   */
  readonly about?: {
    readonly rows: readonly number[];
    readonly headers?: readonly string[];
    readonly lacking?: number;
  };
  /** Only if they do not follow from the row. */
  readonly quarter?: string | null;
  readonly party?: string | null;
  readonly sheet?: string | null;
  readonly cell?: string | null;
  readonly replacement?: NonNullable<Issue["replacement"]>;
  /** Possible values of the cell, if the user has to choose. */
  readonly proposals?: readonly CellValue[];
  /** Other possible corrections. */
  readonly fixes?: readonly Fix[];
  /** Findings of a rule with the same group become one issue, wherever they are. */
  readonly group?: string;
}

/** A row of an example, by header. */
export type ExampleRow = Readonly<Record<string, CellValue>>;

/**
 * A small return in which a rule finds something, or nothing; run as a test. Rows by header; a header that occurs in no row is
 * not a column. The agreement is a reduced version of Oegstgeest's.
 */
export interface RuleExample {
  readonly name: string;
  readonly tables: Readonly<Record<string, readonly ExampleRow[]>>;
  /** The date of checking. */
  readonly day?: string;
  /** Expected number of findings; 1 by default in a bad example. */
  readonly times?: number;
  /** A fragment of the Dutch message of the first finding. */
  readonly says?: string;
  /** The value the fix puts in the cell. */
  readonly after?: CellValue;
  /** Other properties of a table: rows below it, struck-through rows, formats. */
  readonly besides?: Readonly<Record<string, Partial<SheetTable>>>;
  /** Labels of the fixes of the first issue, in Dutch. */
  readonly fixes?: readonly string[];
  /** By canonical table name: hidden rows, merged areas, formulas in columns; `dates` lists columns shown as dates. */
  readonly hidden?: Readonly<Record<string, readonly number[]>>;
  readonly merged?: Readonly<Record<string, readonly string[]>>;
  readonly dates?: readonly string[];
  readonly formulas?: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>;
  /** Canonical table name -> sheet name, for tables that are plain cells. */
  readonly unnamed?: Readonly<Record<string, string>>;
  /** Sheets that are in the file but not in its list of sheets. */
  readonly unlisted?: readonly UnlistedSheet[];
  /** Settings kept in the workbook, by key, as stored. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Examples of single cells of a column type, for rules about a type that no built-in table uses in that way. */
export interface CellExamples {
  readonly type: FieldType;
  readonly good: readonly CellValue[];
  readonly bad: readonly CellValue[];
}

/** The complete definition of a check; page, message and test are derived from it. */
export interface Rule {
  /** "PA-203"; frozen once released. */
  readonly id: string;
  readonly severity: Severity;
  /**
   * True for what only the file shows: a hidden row, a sheet outside the list, rows left out. Nobody can see it any more once the
   * rows are in another workbook, so it is said when they are brought in.
   */
  readonly ofFile?: true;
  /** True if its message also stands beside each figure that counts the party's rows of that quarter: a verdict that stays says so. */
  readonly besideFigure?: true;
  readonly title: Text;
  /** Why this matters. */
  readonly why: Text;
  /** What is wrong, with `{facts}`: those of the finding, and {typed}, {field}, {table}. */
  readonly message: Text;
  /** What to do, with `{facts}`. */
  readonly fix: Text;
  /** Canonical names of the tables it reads; "*" for all. */
  readonly reads: readonly string[];
  /** Yields the findings; "reading" if they are found while reading the cell or table. */
  readonly check: ((matter: Matter) => Iterable<Finding>) | "reading";
  readonly examples: {
    readonly good: readonly RuleExample[];
    readonly bad: readonly RuleExample[];
    readonly cells?: CellExamples;
  };
}

/**
 * The examples of a rule as its file writes them, by name: each table of the example under its own name, with the other properties
 * (`tables` is for lists under other names). Rows alone are those of the only table the rule reads.
 */
type WrittenExamples = Readonly<Record<string, readonly ExampleRow[] | WrittenExample>>;
type WrittenExample = Partial<Omit<RuleExample, "name">> & { readonly [table: `PA_${string}`]: readonly ExampleRow[] };

interface WrittenRule extends Omit<Rule, "examples"> {
  readonly examples: {
    readonly good?: WrittenExamples;
    readonly bad?: WrittenExamples;
    readonly cells?: CellExamples;
  };
}

function examplesOf([only]: readonly string[], written: WrittenExamples): RuleExample[] {
  const isTable = (key: string): boolean => key.startsWith("PA_");
  const pick = (example: object, wanted: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(example).filter(([key]) => wanted(key)));
  return Object.entries(written).map(([name, example]) => {
    if (Array.isArray(example)) return { name, tables: { [only!]: example } };
    return { name, tables: pick(example, isTable), ...pick(example, (key) => !isTable(key)) };
  });
}

/** Defines a rule as its file writes it; the pages of the product leave its examples out. */
export const defineRule = ({ examples: { good = {}, bad = {}, ...more }, ...rule }: WrittenRule): Rule => ({
  ...rule,
  examples: { good: examplesOf(rule.reads, good), bad: examplesOf(rule.reads, bad), ...more },
});
