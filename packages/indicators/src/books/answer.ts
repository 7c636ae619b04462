import type { Agreement, FigureId, QuarterId } from "../agreement.js";
import type { Arguments, Inputs } from "../define.js";
import type Fraction from "fraction.js";
import type { Quantity, Reason } from "../quantity.js";
import type { Text } from "../text.js";
import type { Question } from "./question.js";

/** Cells of one column of one table, by the rows of the table as read (counted from 0). */
export interface Cells {
  readonly table: string;
  readonly header: string;
  readonly rows: Int32Array;
}

/** What a count came to. The number is exact; `by` holds it apart by the value of a column, where the question asks that. */
export interface Count {
  readonly value: number;
  /** The same, exactly: amounts of money and averages are broken. */
  readonly exact: Fraction;
  readonly by: ReadonlyMap<string, number>;
}

/** An answer knows what it is made of. */
export interface Answer extends Count {
  readonly question: Question;
  /** How many rows count. */
  readonly rows: number;
  /** How many are left out because the cell says "n.v.t.", by column. */
  readonly notApplicable: ReadonlyMap<string, number>;
  /** How much is of rows whose class is not known, and the count were they all of this class. */
  readonly unknown: { readonly value: number; readonly rows: number; readonly header: string | null };
  readonly ifAll: (ofClass: string) => Count;
  /** Rows of the delivery that do not count, by the header of the condition that turned them away. */
  readonly turnedAway: (header: string) => number;
  readonly parties: { readonly delivered: readonly string[]; readonly silent: readonly string[] };
  readonly quarters: {
    readonly asked: readonly QuarterId[];
    readonly used: readonly QuarterId[];
    readonly missing: readonly QuarterId[];
  };
  readonly notes: readonly Text[];
  /** The cells that make the value. */
  counted(): readonly Cells[];
}

/** What a definition may ask of a return. Implemented in the package that reads returns. */
export interface Books {
  readonly quarter: QuarterId;
  /** Party id; null = all the indicator is about. */
  readonly party: string | null;
  readonly agreement: Agreement;
  /** @throws CannotSay where the tables do not hold it. What is asked here makes the figure. */
  ask(question: Question): Answer;
  /** Asked for a sentence only: it never stops the figure nor doubts it; null where it cannot be said. */
  beside(question: Question): Answer | null;
  /** The definition chosen in the workbook, the default of the agreement, or else the fallback. */
  setting(id: string, fallback: string): string;
  /** The name people know a setting by. */
  settingName(id: string): string;
  partyName(id: string): string;
  /** A figure the agreement starts from. @throws CannotSay where the agreement does not hold it. */
  figure(id: FigureId): number;
  /** Whether the answers are those asked instead, because the first had no rows. */
  readonly instead: boolean;
  /** A rent limit of a year. @throws CannotSay where it is not published. */
  limit(id: string, year: number): Fraction;
}

export type Answers<Name extends string = string> = Readonly<Record<Name, Answer>>;

/** The live half of an indicator: how the arguments of its calculation are counted in the tables of a return. */
export interface Live<Name extends string = string> {
  /** at: the stand of the quarter; year: year to date; since-start: since the agreement began. */
  readonly period: "at" | "year" | "since-start";
  /** Has an answer for each party too. */
  readonly perParty?: boolean;
  /** The quarter by itself is shown beside the year: a signal, and no verdict. */
  readonly quarterBeside?: boolean;
  /** One question for each argument that is a figure. None: the agreement's own figures. */
  readonly asks: Readonly<Record<Name, Question>>;
  /** Asked instead where the first have no rows; its figure is shown and not judged. */
  readonly orElse?: Readonly<Record<NoInfer<Name>, Question>>;
  /** Why the figure cannot be said whatever is in the tables: a choice nobody can count. */
  refuses?(books: Books): Text | null;
  /** The arguments, where they are more than the answers: students added, a figure of the agreement. */
  given?(counts: Counts<NoInfer<Name>>, books: Books, answers: Answers<NoInfer<Name>>): Arguments;
  /** The figure from the counts, where the arguments of the calculation are lists that nobody has to make. */
  quantity?(counts: Counts<NoInfer<Name>>, books: Books, inputs: Inputs): Quantity;
  /** What a reader has to know beside the figure. */
  notes?(answers: Answers<NoInfer<Name>>, books: Books): readonly (Text | null)[];
}

/** The counts of the questions of an indicator. */
export type Counts<Name extends string = string> = Readonly<Record<Name, Count>>;

/** Thrown at the first thing that makes an answer impossible; says what is missing and what to do. */
export class CannotSay extends Error {
  override readonly name = "CannotSay";
  constructor(
    readonly sentence: Text,
    readonly reason: Reason = "missing",
  ) {
    super(sentence.nl);
  }
}

/** Says how an indicator is counted; the names of the answers are those of the questions. */
export const counted = <const Name extends string>(live: Live<Name>): Live<Name> => live;
