import type { Day } from "../agreement.js";
import type { Text } from "../text.js";

/** A value that depends on a setting (a row of PA_Instellingen, by id); resolved before a question is asked, cached or shown. */
export type Chosen<X> = X | BySetting<X>;
/** A value for each choice of a setting: `setting` is the id of the parameter, `when` the value by choice. */
export interface BySetting<X> {
  readonly setting: string;
  readonly when: Readonly<Record<string, Chosen<X>>>;
  readonly otherwise: X;
}

/** What a cell must hold. Values are those of the column's list, dates "2026-09-30". */
export type Test =
  | { readonly is: readonly string[] }
  | { readonly isNot: readonly string[] }
  | { readonly filled: boolean }
  /** On or after a date; "agreement" is the first day of the agreement, "year" the first day of the quarter's year. */
  | { readonly from: Day }
  | { readonly until: Day }
  /** Not after the row's quarter; a later date contradicts the row and stops the answer with the message `contradicts`. */
  | { readonly withinQuarter: true; readonly contradicts: Text }
  /** A possible amount of money, above 0 and in whole cents. "N.v.t." is not one, because every listed item has an amount. */
  | { readonly amount: true }
  /** Under a named rent limit, of the year of a date in the row or of the quarter. */
  | { readonly under: string; readonly inclusive: Chosen<boolean>; readonly yearOf: Chosen<string> };

/** A condition on one column. As in SQL, an unreadable cell matters only if all other conditions hold. */
export type Condition<Header extends string = string> = {
  readonly header: Header;
  /**
   * What an unreadable cell does: the row counts, or fails. By default it stops the answer, because leaving the row out would be
   * a guess.
   */
  readonly unread?: "counts" | "fails";
  /**
   * The column determines a class. If the cell is unreadable or holds one of these values, the row may belong to any
   * class, which makes the figure a range; `unread` then only says whether the displayed figure includes such rows.
   */
  readonly unknown?: readonly string[];
  /** True if an empty cell, or one that says "n.v.t.", means no class: it does what `unread` says, and makes no range. */
  readonly emptyIsNone?: true;
} & Test;

/**
 * Which quarters are summed: the quarter itself; the year to date; the last four; since the agreement began; since a date in a
 * setting; the first quarter of each party; or all rows, for a table without quarters.
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
  /**
   * Whose rows are summed:
   * - scope: the party asked, or all parties the indicator is about; parties without data are reported;
   * - all: every party in the table; parties of the indicator without data are reported;
   * - present: as scope, but missing parties are not reported; whole-scope-present: all parties of the indicator, even
   *   if one was asked;
   * - outside-scope: the other parties, for a note;
   * - municipality: the municipality's row;
   * - named: the party asked, else every party in the table;
   * - everybody: all rows, whatever their party.
   */
  | { readonly among: readonly string[] };

/**
 * Whose rows are summed:
 * - scope: the party asked, or all parties the indicator is about; parties without data are reported;
 * - all: every party in the table; parties of the indicator without data are reported;
 * - present: as scope, but missing parties are not reported; whole-scope-present: all parties of the indicator, even if one was
 * asked;
 * - outside-scope: the other parties, for a note;
 * - municipality: the municipality's row;
 * - named: the party asked, else every party in the table;
 * - everybody: all rows; parties do not matter.
 */
export type Parties =
  | "scope"
  | "all"
  | "present"
  | "whole-scope-present"
  | "outside-scope"
  | "municipality"
  | "named"
  | "everybody";

/** What is computed from the counted rows. A book with several tables has its own column names ("homes"). */
export type Take =
  | { readonly rows: true; readonly by?: string }
  | { readonly sum: readonly string[]; readonly minus?: readonly string[]; readonly by?: string }
  | { readonly average: string }
  | { readonly max: string }
  | { readonly min: string };

/** The number a row contributes in one table of a book: a column, one per row, or one if a condition holds. */
export type BookColumn =
  | {
      readonly header: string;
      readonly emptyIsZero?: boolean;
      readonly only?: Condition;
      /** The value is part of this column in the same row; a larger value contradicts the row. */
      readonly within?: string;
    }
  | { readonly one: true }
  | { readonly oneWhere: Condition; readonly only?: Condition };

/** A table of a book: its party column, its quarter column, and the book's names for its columns. */
export interface BookSource {
  readonly table: string;
  readonly party?: string;
  readonly quarter?: string;
  /** A row without this column, or with an empty cell in it, belongs to the reporting quarter. */
  readonly orReporting?: boolean;
  readonly columns?: Readonly<Record<string, BookColumn>>;
}

/** One or more tables with the same contents; if a party fills in two for a quarter, the first is used. */
export interface Book {
  readonly sources: readonly BookSource[];
  /** The message if a quarter has no rows at all, for a book without parties. */
  readonly nothing?: Text;
  /** True if a quarter without any rows counts 0 instead. */
  readonly mayBeEmpty?: true;
}

/**
 * A count, as data, so that it can be compared (and cached), shown, stored in an agreement file and translated to SQL. `of`
 * selects the rows that count as delivered data (without them a party is silent), `where` the rows that count.
 */
export interface Question<Header extends string = string> {
  readonly book: Book;
  readonly of?: readonly Condition<Header>[];
  readonly where?: readonly Chosen<Condition<Header> | null>[];
  readonly window: Chosen<Window>;
  readonly parties: Parties;
  readonly take: Take;
  /** "n.v.t." in every row means 0 instead of "not applicable". */
  readonly notApplicableIsZero?: boolean;
  /** Exactly one row must match; the messages for none and for several. */
  readonly one?: { readonly none: Text; readonly several: Text };
}
