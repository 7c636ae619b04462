import type { Text } from "@prestatieafspraken/indicators";

export type FieldType =
  | "count" // whole number, not negative
  | "change" // whole number, may be negative (Correctie)
  | "amount" // euro, cents
  | "share"
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
export interface Field {
  /** The Dutch header, as in the contract. */
  readonly header: string;
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

export interface TableDefinition {
  /** "PA_Nieuwbouw". */
  readonly name: string;
  /** Sheet name in the template. */
  readonly sheet: string;
  readonly title: Text;
  readonly help: Text;
  /** Who fills it in, by when: for the first sheet of the template. */
  readonly filledBy: Text;
  readonly fields: readonly Field[];
  /** Headers that together make a row one thing. */
  readonly key: readonly string[];
  /** Every quarter holds rows of its own. */
  readonly perQuarter: boolean;
}
