import type { Agreement, FigureId, LimitSeries, Norm } from "./agreement.js";
import type { Live } from "./books/answer.js";
import type * as questionsModule from "./books/questions.js";
import type { Course } from "./course.js";
import type { EnergyLabel } from "./label.js";
import type { Open } from "./open.js";
import type { Quantity } from "./quantity.js";
import type { JudgedNorm, Verdict } from "./result.js";
import type { Language, Text } from "./text.js";
import type { Unit } from "./unit.js";

/**
 * What an argument holds, and so how a host passes it:
 * - count: a number, or a range that is summed; blanks in it are ignored, a range with nothing in it is missing, not 0;
 * - classes: a number or a range of counts, one per class, kept apart;
 * - amount: a number that may be negative or broken;
 * - share: 0-1; also accepted as "16%";
 * - rents: euro per month, a list; labels: a list of label texts;
 * - the rest is one value. A date is "2026-09-30" or what Excel makes of it.
 */
export type ArgumentKind =
  | "count"
  | "classes"
  | "amount"
  | "share"
  | "rents"
  | "labels"
  | "labelClasses"
  | "year"
  | "date"
  | "yesNo"
  | "quarter"
  | "party"
  | "indicator"
  | "limit"
  | "any";

export interface Argument {
  /** As in the public contract: the key in `evaluate`, the argument name in Excel. Never renamed. */
  readonly name: string;
  readonly kind: ArgumentKind;
  readonly optional?: boolean;
  /** The noun in the explanation: "sociale huurwoningen". */
  readonly label: Text;
  /** Help for whoever fills it in. */
  readonly help: Text;
  /** Unit of a count or amount, where it is not homes. */
  readonly unit?: Unit;
  /** An amount that has to be a whole number (a correction). */
  readonly whole?: boolean;
  /** A date may be given as a quarter, which then stands for this day of it; the last unless said. */
  readonly side?: "first" | "last";
  /**
   * Chooses how figures are counted (label classes, a cap, a deadline) instead of being one: left to whoever calls, also where the
   * figures come from a workbook.
   */
  readonly chooses?: boolean;
  /** Closed list of values. */
  readonly choices?: readonly { readonly value: string; readonly label: Text }[];
}

/** What a cell, a JSON caller or another program may hand over for one argument; null is a missing value. */
export type Scalar = number | string | boolean | null;
export type ArgumentValue = Scalar | readonly Scalar[];
export type Arguments = Readonly<Record<string, ArgumentValue | undefined>>;

/** What an evaluation depends on besides its arguments. There is no clock: the day comes in by the door. */
export interface Context {
  /** Judges the result. Unless given, the start values of the agreement this product was made for; null judges nothing. */
  readonly agreement?: Pick<
    Agreement,
    "id" | "title" | "from" | "until" | "norms" | "figures" | "document" | "indicators"
  > | null;
  /** Rent limits by year; the published ones unless given. */
  readonly limits?: readonly LimitSeries[];
  /** The day judged on. */
  readonly day?: string;
  /** Language of sentences that are not given in both; Dutch unless given. */
  readonly language?: Language;
  /** A limit counts as "under" also when precisely on it. Strict unless given (contract, art. 5). */
  readonly inclusive?: boolean;
  /** What is not known about the figure; nothing unless given. A figure with something open is not judged as if it were whole. */
  readonly open?: Open;
  /** What a counted figure is about. A figure handed over by itself has none, and is judged as it stands. */
  readonly course?: Course;
}

/** The context with everything filled in that was not given. */
export interface ResolvedContext extends Context {
  readonly agreement: NonNullable<Context["agreement"]> | null;
  readonly language: Language;
}

/** Arguments after reading: quantities, lists and texts, by argument name. Everything was checked before a calculation sees it. */
export interface Inputs {
  /** A count, amount or share as a quantity that carries its label; missing when absent. */
  quantity(name: string): Quantity;
  /** Was anything handed over for this argument? A null counts: somebody knows that it is missing. */
  has(name: string): boolean;
  /** A list of counts, one per row, as they stand; NaN where a row is blank. */
  rows(name: string): Float64Array;
  /** Rents as whole cents, blanks left out; `blanks` says how many there were. */
  cents(name: string): readonly number[];
  blanks(name: string): number;
  /** Code of each label on the scale; `noLabelCode` where there is none. */
  labels(name: string): Uint8Array;
  labelClasses(name: string): readonly EnergyLabel[] | null;
  /** A text, quarter ("2026-Q3"), party, indicator or limit id. */
  text(name: string): string | null;
  /** A date as "2026-09-30". */
  day(name: string): string | null;
  /** One year, or one for each row. */
  years(name: string): readonly number[];
  yesNo(name: string): boolean | null;
  /** As handed over, for an argument that may be anything. */
  raw(name: string): Scalar;
  readonly context: ResolvedContext;
}

/** An answer that is not a number: a status word, a quarter, a sentence. */
export interface Words {
  /** Null where it cannot be said; `because` then says why. */
  readonly words: Text | null;
  readonly because?: Text;
  /** What there is to say about the answer, where that is more than the words. */
  readonly explanation?: Text;
  /** The verdict the words stand for. */
  readonly verdict?: Verdict;
  readonly provisional?: boolean;
  readonly signal?: boolean;
  readonly norm?: JudgedNorm;
}

export interface Example {
  readonly name: string;
  readonly given: Arguments;
  readonly day?: string;
  /** Expected exact value as "n/d" or a whole number; null where it cannot be said; a text for words. */
  readonly value?: string | number | null;
  readonly reason?: string;
  readonly verdict?: string;
  readonly signal?: boolean;
  /** Dutch display. */
  readonly display?: string;
  /** Refused: part of the Dutch sentence. */
  readonly refused?: string;
  /** Where the expected value comes from: the agreement, a law, a case, by hand. */
  readonly from: string;
}

/** What can be asked of a return. It comes with what reads one: who only calculates needs none of it. */
export type Questions = typeof questionsModule;

/** Everything there is to say about one indicator, once; all else is derived from it. */
export interface Indicator {
  /** Contract id, upper case, no dots; frozen once released. */
  readonly id: string;
  /** Name of the export: `socialShare`. */
  readonly name: string;
  /** Its place in every list and report. By tens, so that there is room between. */
  readonly place: number;
  readonly title: Text;
  /** The question it answers, in plain words. */
  readonly meaning: Text;
  /** Definition a controller can hold on to: what counts, what does not. */
  readonly definition: Text;
  /** Article of the agreement or law it comes from, as printed in a result without a norm. */
  readonly source: Text;
  /** The source is a law or this product itself, whichever agreement is in force; else it is an article of the agreement this product was made for. */
  readonly general?: boolean;
  readonly unit: Unit;
  /** Called without its data arguments it answers from the workbook's tables. */
  readonly live: boolean;
  /** How its arguments are counted in those tables, given what can be asked of them; null where they are not. */
  readonly counts: ((questions: Questions) => Live) | null;
  readonly arguments: readonly Argument[];
  /** Counts first: does a higher value mean better ("up"), worse ("down"), or neither? */
  readonly better?: "up" | "down";
  /**
   * Whether the norm of the agreement is about this question; yes unless this says no. The norm on E, F and G says nothing
   * about the share of A and B; a target is not itself judged.
   */
  readonly judged?: (inputs: Inputs) => boolean;
  /** How a norm on the figure is judged where the figure was counted in a workbook. */
  readonly judging?: {
    /** It is made of plans: they bring a norm within reach, and only what is delivered meets it. */
    readonly plans?: true;
    /** The argument that counts the cases it is a share of: one party with few of them is not judged. */
    readonly cases?: string;
    /** The setting (parameter id) with the day a norm has to be met, before the day of the norm itself. */
    readonly deadline?: string;
  };
  /** The figure of the agreement in which the text prints this value, so that a difference with the arithmetic is shown. */
  readonly agreed?: FigureId;
  /** Whether the question is about the agreement's own figures, so that `agreed` belongs beside the answer; yes unless this says no. */
  readonly agreedHere?: (inputs: Inputs) => boolean;
  /** The norm it is judged by, unless the context chooses another: the norm's `indicator` is this id. */
  readonly calculate: (inputs: Inputs) => Quantity | Words;
  readonly examples: readonly Example[];
}

export type { Norm };
