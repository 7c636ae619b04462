import type { Text } from "../text.js";

/** What the cells of a column hold; decides how they are read. */
export type FieldType =
  | "count" // whole number, 0 or more
  | "change" // whole number, may be negative (Correctie)
  | "amount" // euros and cents
  | "share"
  | "number" // 0 or more, may be fractional
  | "date"
  | "quarter"
  | "party"
  | "label" // energy label
  | "choice"
  | "yesNo"
  | "id" // text that must survive as text (BAG ids)
  | "text";

/** One value of a choice column. */
export interface FieldChoice {
  readonly value: string;
  readonly label: Text;
  /** Other spellings, including VERA codes; compared without case, spaces and accents. */
  readonly aliases?: readonly string[];
}

/** A column of the return. Template column, reader, type and basic checks are derived from it. */
export interface Field<Header extends string = string> {
  /** The Dutch header; public. */
  readonly header: Header;
  /** Other headers in use for the same column. */
  readonly aliases?: readonly string[];
  readonly type: FieldType;
  readonly required?: boolean;
  readonly label: Text;
  readonly help: Text;
  readonly choices?: readonly FieldChoice[];
  /** For a choice column: the value an unknown text counts as, with a warning; if absent, unknown texts are refused. */
  readonly otherwise?: string;
  /** For a party column: names outside the agreement are allowed (commercial developers and landlords). */
  readonly open?: boolean;
  /** For a date that every row has: an empty cell is an unknown day, not an event that did not happen. */
  readonly always?: boolean;
  /** Column width in characters in the template. */
  readonly width?: number;
}

/** The definition of a table of the return. */
export interface TableDefinition<Name extends string = string, Header extends string = string> {
  /** "PA_Nieuwbouw". */
  readonly name: Name;
  /** Sheet name in the template. */
  readonly sheet: string;
  readonly title: Text;
  readonly help: Text;
  /** Who fills it in and when; shown on the first sheet of the template. */
  readonly filledBy: Text;
  readonly fields: readonly Field<Header>[];
  /** Headers that together identify a row. */
  readonly key: readonly Header[];
  /** In a wide table: the last of the first columns, which say what a row is about and stay in sight. */
  readonly staysUntil?: Header;
  /** True if every quarter has its own rows. */
  readonly perQuarter: boolean;
  /**
   * The columns that hold the whole state of each quarter, so that adding up quarters counts the same more than once; "all" if the
   * rows do.
   */
  readonly state?: "all" | readonly string[];
  /**
   * What each row is about stays in the list of every quarter until a row says that it stopped: the columns with its code and name,
   * and what to say of those that are not listed any more ({rows}).
   */
  readonly stays?: { readonly by: Header; readonly name: Header; readonly gone: Text };
  /**
   * One column is the sum of others in every row. A rule checks it, and it proves that an empty part is 0 if the filled parts
   * already make the whole.
   */
  readonly identity?: {
    readonly whole: Header;
    readonly plus: readonly Header[];
    readonly minus: readonly Header[];
  };
  /** Columns that are part of another: never more than the whole, and 0 if the whole is 0. */
  readonly parts?: readonly { readonly part: Header; readonly whole: Header }[];
}

/** Defines a column, its header as a literal type, so that a question about a non-existent column does not compile. */
export const defineField = <const Header extends string>(field: Field<Header>): Field<Header> => field;

/** Defines a table, its name and headers as literal types. */
export const defineTable = <const Name extends string, const Header extends string>(
  definition: TableDefinition<Name, Header>,
): TableDefinition<Name, Header> => definition;
