import type { Text } from "../text.js";

export type FieldType =
  | "count" // whole number, not negative
  | "change" // whole number, may be negative (Correctie)
  | "amount" // euro, cents
  | "share"
  | "number" // not negative, may be broken
  | "date"
  | "quarter"
  | "party"
  | "label" // energy label
  | "choice"
  | "yesNo"
  | "id" // text that must survive as text (BAG ids)
  | "text";

export interface FieldChoice {
  readonly value: string;
  readonly label: Text;
  /** Other spellings people use, VERA codes among them; compared without case, spaces and accents. */
  readonly aliases?: readonly string[];
}

/** A column of the return, written once: becomes template column, reader, type and elementary check. */
export interface Field<Header extends string = string> {
  /** The Dutch header, as in the contract. */
  readonly header: Header;
  /** Other headers people use for the same thing. */
  readonly aliases?: readonly string[];
  readonly type: FieldType;
  readonly required?: boolean;
  readonly label: Text;
  readonly help: Text;
  readonly choices?: readonly FieldChoice[];
  /** A choice column: the value that a text nobody knows counts as, with a warning; such a text is refused where absent. */
  readonly otherwise?: string;
  /** A party column: names that are not in the agreement are allowed (commercial developers and landlords). */
  readonly open?: boolean;
  /** Column width in characters in the template. */
  readonly width?: number;
}

export interface TableDefinition<Name extends string = string, Header extends string = string> {
  /** "PA_Nieuwbouw". */
  readonly name: Name;
  /** Sheet name in the template. */
  readonly sheet: string;
  readonly title: Text;
  readonly help: Text;
  /** Who fills it in, by when: for the first sheet of the template. */
  readonly filledBy: Text;
  readonly fields: readonly Field<Header>[];
  /** Headers that together make a row one thing. */
  readonly key: readonly Header[];
  /** Every quarter holds rows of its own. */
  readonly perQuarter: boolean;
  /**
   * In every row one column is the sum of others. A rule checks it, and it proves that an empty part is 0: where what is filled in
   * makes the whole already.
   */
  readonly identity?: {
    readonly whole: Header;
    readonly plus: readonly Header[];
    readonly minus: readonly Header[];
  };
  /** Columns that count a part of another: never more than the whole, and nothing of a whole that is 0. */
  readonly parts?: readonly { readonly part: Header; readonly whole: Header }[];
}

/** A column with its header as a type, so that a question cannot ask a column that is not there. */
export const defineField = <const Header extends string>(field: Field<Header>): Field<Header> => field;

/** A table with its name and headers as types. */
export const defineTable = <const Name extends string, const Header extends string>(
  definition: TableDefinition<Name, Header>,
): TableDefinition<Name, Header> => definition;
