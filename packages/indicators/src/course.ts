import type Fraction from "fraction.js";
import type { Day, Norm } from "./agreement.js";
import type { Assessment } from "./assessment.js";
import type { Open } from "./open.js";
import type { Quantity } from "./quantity.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

/** Which part of a planned figure has been delivered, and which part is uncertain. */
export interface Plans {
  /** Which part of a planned figure has been delivered, and which part is uncertain. */
  readonly delivered: Quantity;
  /** The least and the most that may have been delivered, while something about it is unknown. */
  readonly range?: Open["range"];
  /** Homes in plans that are an idea or in the feasibility phase. */
  readonly soft: number;
}

/** What judging a counted figure needs besides its value. */
export interface Course {
  /**
   * Last day of the period it is judged over; null if the norm holds at every moment. The norm's own deadline takes precedence.
   */
  readonly until: Day | null;
  /** First day of the period, if it is not that of the norm or the agreement: for a calendar year. */
  readonly from?: Day;
  /** True for a sum that only grows during the period: the part used of a maximum, or reached of a minimum. */
  readonly grows?: boolean;
  /** The first measurement: the even path to a deadline starts here if the norm has no baseline of its own. */
  readonly baseline?: {
    readonly value: Fraction;
    readonly day: Day;
    /** Set if the cells counted for the baseline contain an error. */
    readonly doubt?: Text;
    /** The lowest and highest it may have been, while something about it is unknown. */
    readonly range?: NonNullable<Open["range"]>;
  };
  readonly plans?: Plans;
  /** Names of the parts that are not delivered yet, for a norm that binds each part: their figures are plans. */
  readonly planned?: readonly string[];
  /** Names of the parties or parts that are outside the norm on their own, for a norm that binds each. */
  readonly behind?: readonly string[];
  /** The parties or parts that may be outside the norm on their own, by name, and what is unknown about them. */
  readonly unsure?: { readonly names: readonly string[]; readonly because: Text };
  /** Set if a single party has too few cases to be judged. */
  readonly few?: Text;
  /** The social share of new build, for a goal about the stock. */
  readonly additions?: Fraction;
}

/** The date a value is judged on, and what else its verdict depends on. */
export interface Moment {
  /** The date of judgement. */
  readonly day?: string | undefined;
  /** First day of the agreement. */
  readonly from?: string | undefined;
  readonly unit?: Unit | undefined;
}

/** How a value is judged by a norm. */
export interface Judging {
  readonly assess: (value: Fraction | null, norm: Norm | null, moment: Moment) => Assessment;
  /** True if the value consists of plans. */
  readonly plans: boolean;
}

/** What a value is judged with, besides the norm. */
export interface Situation extends Moment {
  readonly course?: Course | undefined;
  readonly open?: Open | undefined;
}
