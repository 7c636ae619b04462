import type Fraction from "fraction.js";
import type { FigureId, JudgingAgreement, LimitSeries, Norm } from "./agreement.js";
import type { Live } from "./books/answer.js";
import type { Questions } from "./books/questions.js";
import type { Scalar } from "./cell.js";
import type { Judging } from "./course.js";
import type { EnergyLabel } from "./label.js";
import type { Quantity } from "./quantity.js";
import type { JudgedNorm, Result, Verdict } from "./result.js";
import type { Language, Text } from "./text.js";
import type { Unit } from "./unit.js";

/**
 * Argument kinds; they decide how a host passes the value:
 * - count: a number, or a range that is summed; blanks are ignored, but an entirely blank range is missing, not 0;
 * - classes: a number or a range of counts, one per class, not summed;
 * - amount: a number, possibly negative or fractional;
 * - share: 0-1; also accepted as "16%";
 * - rents: a list of EUR/month; labels: a list of label texts;
 * - all others are a single value. A date is "2026-09-30" or an Excel serial number.
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

/** An argument of an indicator. */
export interface Argument {
  /** Public name: the key in `evaluate`, the argument name in Excel. Never renamed. */
  readonly name: string;
  readonly kind: ArgumentKind;
  readonly optional?: boolean;
  /** The noun in the explanation: "sociale huurwoningen". */
  readonly label: Text;
  /** Help for the user. */
  readonly help: Text;
  /** Unit of a count or amount; homes by default for a count. */
  readonly unit?: Unit;
  /** True for an amount that must be a whole number (a correction). */
  readonly whole?: boolean;
  /** Which day of a quarter is meant if a date is given as a quarter; the last by default. */
  readonly side?: "first" | "last";
  /**
   * True for an option (label classes, cap, deadline) rather than a figure; the caller supplies it even if the figures come from
   * a workbook.
   */
  readonly chooses?: boolean;
  /** Closed list of values. */
  readonly choices?: readonly { readonly value: string; readonly label: Text }[];
}

/** The parsed value of an argument. */
export interface Read {
  readonly value?: Fraction | null;
  readonly rows?: Float64Array;
  readonly cents?: readonly number[];
  readonly blanks?: number;
  readonly labels?: Uint8Array;
  readonly classes?: readonly EnergyLabel[] | null;
  readonly years?: readonly number[];
  readonly text?: string | null;
  readonly yesNo?: boolean | null;
  readonly raw?: Scalar;
}

/** An argument of an indicator, with the function that parses its value. */
export interface ReadArgument extends Argument {
  /** Parses a value. @throws InputError if the value is not of this kind. */
  readonly read: (value: ArgumentValue, argument: Argument) => Read;
}

/** The value passed for one argument: a single value, or a range as a list. */
export type ArgumentValue = Scalar | readonly Scalar[];
/** Values by argument name; an absent key is an omitted argument. */
export type Arguments = Readonly<Record<string, ArgumentValue | undefined>>;

/** What an evaluation depends on besides its arguments. No clock is read; the caller passes the date. */
export interface Context {
  /** The agreement that judges the result; by default the reference agreement of this product. Null: no verdict. */
  readonly agreement?: JudgingAgreement | null;
  /** Rent limits by year; by default the published ones. */
  readonly limits?: readonly LimitSeries[];
  /** The day judged on. */
  readonly day?: string;
  /** Language of texts that have one language only; Dutch by default. */
  readonly language?: Language;
  /** True if a rent exactly on the limit counts as "under"; strict by default (contract, art. 5). */
  readonly inclusive?: boolean;
  /** How a figure counted in a workbook is judged: `asCounted({ course, open })`. By default a figure is judged as it is. */
  readonly counted?: Judging;
}

/** The context with its defaults filled in. */
export interface ResolvedContext extends Context {
  readonly agreement: NonNullable<Context["agreement"]> | null;
  readonly language: Language;
}

/** Parsed and checked arguments, by name. */
export interface Inputs {
  /** A count, amount or share as a quantity with its label; a missing quantity if absent. */
  quantity(name: string): Quantity;
  /** True if the argument was passed, even as null (explicitly missing). */
  has(name: string): boolean;
  /** Counts, one per row, not summed; NaN for a blank row. */
  rows(name: string): Float64Array;
  /** Rents as whole cents, without blanks; `blanks` is the number of blanks. */
  cents(name: string): readonly number[];
  blanks(name: string): number;
  /** The code of each label on the scale; `noLabelCode` for a home without a label. */
  labels(name: string): Uint8Array;
  labelClasses(name: string): readonly EnergyLabel[] | null;
  /** A text, quarter ("2026-Q3"), party, indicator or limit id. */
  text(name: string): string | null;
  /** A date as "2026-09-30". */
  day(name: string): string | null;
  /** One year, or one per row. */
  years(name: string): readonly number[];
  yesNo(name: string): boolean | null;
  /** The value unparsed, for an argument of kind `any`. */
  raw(name: string): Scalar;
  readonly context: ResolvedContext;
}

/** An answer that is text: a verdict, a quarter, a sentence. */
export interface Words {
  /** Null if unknown; `because` then says why. */
  readonly words: Text | null;
  readonly because?: Text;
  /** An explanation of the answer, if there is more to say than the words. */
  readonly explanation?: Text;
  /** The verdict that the words express. */
  readonly verdict?: Verdict;
  readonly provisional?: boolean;
  readonly signal?: boolean;
  readonly norm?: JudgedNorm;
}

/** An answer that is not a quantity, and how it becomes a result; made by `inWords`. */
export interface InWords {
  readonly result: (definition: Indicator, context: ResolvedContext) => Result;
}

/** An example of an indicator; it runs as a test and is shown in the documentation. */
export interface Example {
  readonly name: string;
  readonly given: Arguments;
  readonly day?: string;
  /** The expected exact value as "n/d" or a whole number; null if unknown; text for an answer in words. */
  readonly value?: string | number | null;
  readonly reason?: string;
  readonly verdict?: string;
  readonly signal?: boolean;
  /** Expected Dutch display. */
  readonly display?: string;
  /** For refused input: part of the expected Dutch message. */
  readonly refused?: string;
  /** Source of the expected value: the agreement, a law, a published case, by hand. */
  readonly from: string;
}

/** Examples as a definition writes them, by name. */
export type WrittenExamples = Readonly<Record<string, Omit<Example, "name">>>;

/** The complete definition of an indicator; help, metadata, documentation and tests are derived from it. */
export interface Indicator {
  /** Public id: upper case, no dots; frozen once released. */
  readonly id: string;
  /** Name of the export: `socialShare`. */
  readonly name: string;
  /** Its position in every list and report. In steps of ten, to leave room between. */
  readonly place: number;
  readonly title: Text;
  /** The question it answers, in plain words. */
  readonly meaning: Text;
  /** The precise definition, for a controller: what counts and what does not. */
  readonly definition: Text;
  /** The article of the agreement or law it comes from; shown in a result without a norm. */
  readonly source: Text;
  /**
   * True if the source (a law, or this product) is the same under every agreement; otherwise the source is an article of the
   * reference agreement.
   */
  readonly general?: boolean;
  readonly unit: Unit;
  /** True if a call without data arguments is answered from the workbook's tables. */
  readonly live: boolean;
  /** How its arguments are counted in those tables; null if they are not. */
  readonly counts: ((questions: Questions) => Live) | null;
  readonly arguments: readonly ReadArgument[];
  /** Whether a higher value is better ("up") or worse ("down"); absent if neither. */
  readonly better?: "up" | "down";
  /**
   * Whether the agreement's norm applies to these arguments; by default it does. The norm on E, F and G says nothing about the
   * share of A and B. `false`: a norm or target, which is not itself judged.
   */
  readonly judged?: false | ((inputs: Inputs) => boolean);
  /** How a figure counted in a workbook is judged by a norm. */
  readonly judging?: {
    /** The figure consists of plans: they can be on track for a norm, but only delivered homes meet it. */
    readonly plans?: true;
    /** The argument that counts the cases (the denominator): a single party with few cases is not judged. */
    readonly cases?: string;
    /**
     * The setting (parameter id) with the date by which the norm must be met; it takes precedence over the norm's own deadline.
     */
    readonly deadline?: string;
  };
  /** The agreement figure that prints this value in the text, so that a difference with the arithmetic is shown. */
  readonly agreed?: FigureId;
  /**
   * Whether `agreed` applies to these arguments, that is, the question is about the agreement's own figures; by default it does.
   */
  readonly agreedHere?: (inputs: Inputs) => boolean;
  /** The agreement it is judged by if the caller passes none: the reference agreement, with the norms it needs. */
  readonly reference: JudgingAgreement;
  /** Computes the answer from parsed arguments. */
  readonly calculate: (inputs: Inputs) => Quantity | InWords;
  readonly examples: readonly Example[];
}

export type { Norm };
