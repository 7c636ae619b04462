import type { Facts, LimitSeries, Text, FieldType } from "@prestatieafspraken/indicators";
import type { Fix, Issue, Severity } from "../issue.js";
import type { Return, ReturnTable } from "../return.js";
import type { CellValue, SheetTable } from "../workbook.js";

/** What a rule looks at: the return, and the day it is checked on. There is no clock. */
export interface Matter {
  readonly ret: Return;
  /** The day of checking, "2026-11-23"; null when nobody said, and then rules about the day keep silent. */
  readonly day: string | null;
  /** Rent limits by year. */
  readonly limits: readonly LimitSeries[];
  /** A table of the return by its canonical name. */
  readonly table: (name: string) => ReturnTable | undefined;
}

/** What a rule found, and where. Facts only: the sentence is made of the rule's message. */
export interface Finding {
  /** The table, or the canonical name of one that is not there. */
  readonly table: ReturnTable | string;
  readonly index?: number;
  readonly header?: string;
  readonly facts?: Facts;
  /** What it weighs, where that is more or other than the cell shown: rows as a whole, or these columns of them. */
  readonly about?: { readonly rows: readonly number[]; readonly headers?: readonly string[] };
  /** Where they do not follow from the row. */
  readonly quarter?: string | null;
  readonly party?: string | null;
  readonly sheet?: string | null;
  readonly cell?: string | null;
  readonly replacement?: NonNullable<Issue["replacement"]>;
  /** What the cell may have to hold, where there is a choice. */
  readonly proposals?: readonly CellValue[];
  /** Other ways to mend it. */
  readonly fixes?: readonly Fix[];
  /** Findings of a rule with the same group are one issue, wherever they stand. */
  readonly group?: string;
}

export type ExampleRow = Readonly<Record<string, CellValue>>;

/**
 * A small return in which a rule finds something, or nothing. It runs as a test. Rows by header; a header that is in no row is
 * no column. The agreement of the examples is Oegstgeest's in small.
 */
export interface RuleExample {
  readonly name: string;
  readonly tables: Readonly<Record<string, readonly ExampleRow[]>>;
  /** The day of checking. */
  readonly day?: string;
  /** Rule number -> how often it is found; in a bad example 1 unless given. */
  readonly times?: number;
  /** A fact of the first finding as the Dutch sentence has it. */
  readonly says?: string;
  /** The value the fix would put in the cell. */
  readonly after?: CellValue;
  /** What else the workbook says about a table: rows under it, rows struck through, formats. */
  readonly besides?: Readonly<Record<string, Partial<SheetTable>>>;
  /** Labels of the fixes of the first issue, in Dutch. */
  readonly fixes?: readonly string[];
  /** Canonical names of tables with these row numbers hidden, cells merged, dates or formulas in columns. */
  readonly hidden?: Readonly<Record<string, readonly number[]>>;
  readonly merged?: Readonly<Record<string, readonly string[]>>;
  readonly dates?: readonly string[];
  readonly formulas?: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>;
  /** Tables that are plain cells on a sheet of this name. */
  readonly unnamed?: Readonly<Record<string, string>>;
  /** What the workbook remembers, by key, as it stands in the file. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Single cells of a kind, for a rule about a kind of column that none of today's tables has. */
export interface CellExamples {
  readonly type: FieldType;
  readonly good: readonly CellValue[];
  readonly bad: readonly CellValue[];
}

/** Everything there is to say about one check, once; page, message and test follow from it. */
export interface Rule {
  /** "PA-203"; frozen once released. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: Text;
  /** Why this matters, for whoever wonders. */
  readonly why: Text;
  /** What is wrong, with `{facts}`. Besides the facts of a finding: {typed}, {field}, {table}. */
  readonly message: Text;
  /** What to do, with `{facts}`. */
  readonly fix: Text;
  /** Canonical names of the tables it reads; "*" for all. */
  readonly reads: readonly string[];
  /** Finds; "reading" when it is found while reading the cell or table. */
  readonly check: ((matter: Matter) => Iterable<Finding>) | "reading";
  readonly examples: {
    readonly good: readonly RuleExample[];
    readonly bad: readonly RuleExample[];
    readonly cells?: CellExamples;
  };
}

export const defineRule = (rule: Rule): Rule => rule;
