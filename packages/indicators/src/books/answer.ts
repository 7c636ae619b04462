import type { Agreement, FigureId, QuarterId } from "../agreement.js";
import type { Arguments, Inputs } from "../define.js";
import type Fraction from "fraction.js";
import type { Quantity, Reason } from "../quantity.js";
import { fill } from "../sentence.js";
import type { Text } from "../text.js";
import type { Question } from "./question.js";

/** Cells of one column of a table; `rows` are row numbers of the table as read, from 0. */
export interface Cells {
  readonly table: string;
  readonly header: string;
  readonly rows: Int32Array;
}

/** The outcome of a count. `by` splits it by the value of a column, if the question asks for that. */
export interface Count {
  readonly value: number;
  /** The same as an exact fraction; needed for amounts and averages. */
  readonly exact: Fraction;
  readonly by: ReadonlyMap<string, number>;
}

/** Rows whose class is unknown, and what they would add to the count. */
export interface Unknown {
  readonly value: number;
  readonly rows: number;
}

/** The answer to a question, with the rows, parties, quarters and cells it was counted from. */
export interface Answer extends Count {
  readonly question: Question;
  /** Number of rows counted. */
  readonly rows: number;
  /** Number of rows left out because the cell says "n.v.t.", by column. */
  readonly notApplicable: ReadonlyMap<string, number>;
  /** The count without the rows whose class is unknown. */
  readonly certain: Count;
  /** The rows whose class is unknown, and what they would add; `unknownIn` for the class in one column. */
  readonly unknown: Unknown;
  readonly unknownIn: (header: string) => Unknown;
  /** What an earlier quarter listed and this one does not, and what it would add: in none of the other numbers. */
  readonly unlisted: Unknown & { readonly by: ReadonlyMap<string, number> };
  /** Number of rows excluded by the condition on this column. */
  readonly turnedAway: (header: string) => number;
  readonly parties: { readonly delivered: readonly string[]; readonly silent: readonly string[] };
  readonly quarters: {
    readonly asked: readonly QuarterId[];
    readonly used: readonly QuarterId[];
    readonly missing: readonly QuarterId[];
  };
  readonly notes: readonly Text[];
  /** The cells the value was counted from. */
  counted(): readonly Cells[];
}

/** What a definition can ask of a return. Implemented in the package that reads returns. */
export interface Books {
  readonly quarter: QuarterId;
  /** Party id; null = all parties the indicator is about. */
  readonly party: string | null;
  readonly agreement: Agreement;
  /** Counts for the figure itself. @throws CannotSay if the tables cannot answer. */
  ask(question: Question): Answer;
  /** Counts for a note only: it never stops or casts doubt on the figure; null if the tables cannot answer. */
  beside(question: Question): Answer | null;
  /**
   * Counts to see whether data is lacking; null if the tables cannot answer. It never stops the figure, but an error in
   * its cells, or an unreadable cell, casts doubt on it, because that may hide what is lacking.
   */
  compare(question: Question): Answer | null;
  /** The value of a setting: chosen in the workbook, else the agreement's default, else `fallback`. */
  setting(id: string, fallback: string): string;
  /** The name of a setting as users see it. */
  settingName(id: string): string;
  partyName(id: string): string;
  /** A figure of the agreement. @throws CannotSay if the agreement has none. */
  figure(id: FigureId): number;
  /** True if the questions of `orElse` were asked, because the first ones found no rows. */
  readonly instead: boolean;
  /** A rent limit of a year, in EUR/month. @throws CannotSay if that year is not published. */
  limit(id: string, year: number): Fraction;
}

/** The answers by the names of the questions. */
export type Answers<Name extends string = string> = Readonly<Record<Name, Answer>>;

/** Cases that exist according to another table but were not delivered: any of them may be on either side of a norm. */
export interface Lacking {
  readonly count: number;
  /** "van Hof staan 7 van de 10 eenheden in Studenten" */
  readonly because: Text;
}

/** A part of a figure that the norm binds on its own. */
export interface Part {
  readonly name: string;
  /** Unknown if nothing of it was delivered. */
  readonly value: Quantity;
  /** True if it is not delivered yet: its figure is a plan. */
  readonly isPlanned: boolean;
  readonly lacking: readonly Lacking[];
}

/** How the arguments of an indicator's calculation are counted in the tables of a return. */
export interface Live<Name extends string = string> {
  /** at: the state at the end of the quarter; year: the year to date; since-start: since the agreement began. */
  readonly period: "at" | "year" | "since-start";
  /** True if it also has an answer for each party. */
  readonly perParty?: boolean;
  /** Also show the quarter on its own next to the year: for information, without a verdict. */
  readonly quarterBeside?: boolean;
  /** One question for each argument that is a figure; empty if the figures come from the agreement. */
  readonly asks: Readonly<Record<Name, Question>>;
  /** Asked if `asks` finds no rows; the figure is then shown without a verdict. */
  readonly orElse?: Readonly<Record<NoInfer<Name>, Question>>;
  /** Why the figure is unknown whatever the tables hold: a setting that cannot be counted. */
  refuses?(books: Books): Text | null;
  /** The arguments, if they are more than the counts: students added, a figure of the agreement. */
  given?(counts: Counts<NoInfer<Name>>, books: Books, answers: Answers<NoInfer<Name>>): Arguments;
  /** The figure computed straight from the counts, if the calculation takes lists that need not be built. */
  quantity?(counts: Counts<NoInfer<Name>>, books: Books, inputs: Inputs): Quantity;
  /** The parts that a norm binds one by one besides the whole, as art. 5 binds each plan. */
  parts?(books: Books, inputs: Inputs): readonly Part[];
  /** The cases of a share that were not delivered; by default those of its parts. */
  lacking?(answers: Answers<NoInfer<Name>>, books: Books): readonly Lacking[];
  /** Notes to show with the figure. */
  notes?(answers: Answers<NoInfer<Name>>, books: Books): readonly (Text | null)[];
}

/** The counts by the names of the questions. */
export type Counts<Name extends string = string> = Readonly<Record<Name, Count>>;

/** Thrown when an answer is impossible; says what is missing and what to do. */
export class CannotSay extends Error {
  override readonly name = "CannotSay";
  constructor(
    readonly sentence: Text,
    readonly reason: Reason = "missing",
  ) {
    super(sentence.nl);
  }
}

/** Types how an indicator is counted, so that the counts have the names of its questions. */
export const counted = <const Name extends string>(live: Live<Name>): Live<Name> => live;

/** The note on rows that are not counted because their class in this column is unknown. */
export function unclearNote(answer: Answer, header: string): Text | null {
  const { rows } = answer.unknownIn(header);
  return rows === 0
    ? null
    : fill(
        {
          nl: "Van {rows:rij|rijen} is {header} niet bekend; {rows|die telt|die tellen} niet mee.",
          en: "{header} of {rows:row|rows} is not known; {rows|it is|they are} not counted.",
        },
        { rows, header },
      );
}
