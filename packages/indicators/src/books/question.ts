import type { Day } from "../agreement.js";
import type { Text } from "../text.js";

/** A choice of the workbook (PA_Instellingen, by its id), worked in before a question is asked, remembered or shown. */
export type Chosen<X> = X | BySetting<X>;
export interface BySetting<X> {
  readonly setting: string;
  readonly when: Readonly<Record<string, Chosen<X>>>;
  readonly otherwise: X;
}

/** What the cell of a column has to hold. Values are those of the column's list, days "2026-09-30". */
export type Test =
  | { readonly is: readonly string[] }
  | { readonly isNot: readonly string[] }
  | { readonly filled: boolean }
  /** On or after a day; "agreement" is the day the agreement began, "year" the first of the year of the quarter. */
  | { readonly from: Day }
  | { readonly until: Day }
  /** Not after the quarter of the row; a later day contradicts the row, says `contradicts`, and stops the answer. */
  | { readonly withinQuarter: true; readonly contradicts: Text }
  /** Not "n.v.t.", and an amount of money that can be: above 0, in whole cents. */
  | { readonly amount: true }
  /** Under a rent limit by its name, of the year of a date in the row, or of the quarter asked. */
  | { readonly under: string; readonly inclusive: Chosen<boolean>; readonly yearOf: Chosen<string> };

/** A condition on one column. As in SQL, a cell that cannot be read matters only where every other condition holds. */
export type Condition<Header extends string = string> = {
  readonly header: Header;
  /** What a cell that cannot be read does: the row counts, or fails. Unless given it stops the answer: leaving it out is guessing. */
  readonly unread?: "counts" | "fails";
  /** The column is a class, and these values say that it is not known: the row may be of any class, which makes the figure a range. */
  readonly unknown?: readonly string[];
} & Test;

/**
 * Which quarters are added up: the quarter itself; the year to date; the last four; since the agreement began; since a day chosen in
 * the workbook; the first quarter each party has; or every row, of a table that has no quarters.
 */
export type Window =
  | "snapshot"
  | "quarter"
  | "year"
  | "four-quarters"
  | "term"
  | "first"
  | "any"
  | { readonly since: string }
  /** These quarters, as far as they are not after the one asked. */
  | { readonly among: readonly string[] };

/**
 * Whose rows are added up:
 * - scope: the party asked, or all the indicator is about; who sent nothing is named;
 * - all: everybody in the table, and who of those it is about sent nothing is named;
 * - present: the same as scope, but nobody is missed; whole-scope-present: all of them, whichever party was asked;
 * - outside-scope: the others, for a note;
 * - municipality: the row of the municipality;
 * - named: the party asked, else everybody in the table;
 * - everybody: the table has no parties that matter.
 */
export type Parties =
  "scope" | "all" | "present" | "whole-scope-present" | "outside-scope" | "municipality" | "named" | "everybody";

/** What is taken of the rows that count. Columns of a book that has more than one table are named by the book ("homes"). */
export type Take =
  | { readonly rows: true; readonly by?: string }
  | { readonly sum: readonly string[]; readonly minus?: readonly string[]; readonly by?: string }
  | { readonly average: string }
  | { readonly max: string }
  | { readonly min: string };

/** The number of a row in one of the tables of a book: a column, one for each row, or one where a condition holds. */
export type BookColumn =
  | {
      readonly header: string;
      readonly emptyIsZero?: boolean;
      readonly only?: Condition;
      /** A part of this column of the same row: more than that contradicts the row. */
      readonly within?: string;
    }
  | { readonly one: true }
  | { readonly oneWhere: Condition; readonly only?: Condition };

/** A table of a book: which column is the party, which the quarter, and what its own names for columns are. */
export interface BookSource {
  readonly table: string;
  readonly party?: string;
  readonly quarter?: string;
  /** Without the column, or with nothing in it, a row is about the reporting quarter. */
  readonly orReporting?: boolean;
  readonly columns?: Readonly<Record<string, BookColumn>>;
}

/** One or more tables that hold the same thing; where a party fills in two for a quarter, the first is used. */
export interface Book {
  readonly sources: readonly BookSource[];
  /** Said when there is no row at all for a quarter, of a book without parties. */
  readonly nothing?: Text;
}

/**
 * A count, as data: it can be compared (and so remembered), shown, written in an agreement file and said in SQL.
 * `of` says which rows are a delivery (whose absence is silence), `where` which of those count.
 */
export interface Question<Header extends string = string> {
  readonly book: Book;
  readonly of?: readonly Condition<Header>[];
  readonly where?: readonly Chosen<Condition<Header> | null>[];
  readonly window: Chosen<Window>;
  readonly parties: Parties;
  readonly take: Take;
  /** "n.v.t." in every row is 0, and not "not applicable". */
  readonly notApplicableIsZero?: boolean;
  /** There has to be precisely one row; says so where there is none, or more. */
  readonly one?: { readonly none: Text; readonly several: Text };
}
