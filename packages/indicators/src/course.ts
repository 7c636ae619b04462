import type Fraction from "fraction.js";
import type { Day } from "./agreement.js";
import type { Open } from "./open.js";
import type { Quantity } from "./quantity.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

/** What of a planned figure has been delivered, and which part of it is not certain yet. */
export interface Plans {
  /** The same figure over what has been delivered: a share or a number of homes. */
  readonly delivered: Quantity;
  /** Homes in plans that are only an idea or are being explored. */
  readonly soft: number;
}

/** What a counted figure is about, beyond its value. */
export interface Course {
  /** Last day of the period it is judged over; null where the norm holds at every moment. The norm's own deadline goes before. */
  readonly until: Day | null;
  /** First day of the period, where it is not that of the norm or the agreement: a calendar year. */
  readonly from?: Day;
  /** A sum that only grows over the period: what is used of a maximum, what is reached of a minimum. */
  readonly grows?: boolean;
  /** The first measurement there is: an even path to a deadline starts here, where the norm has no baseline of its own. */
  readonly baseline?: {
    readonly value: Fraction;
    readonly day: Day;
    /** An error stands on what was counted there. */
    readonly doubt?: Text;
  };
  readonly plans?: Plans;
  /** Names of parties that are outside the norm by themselves, where they are judged together. */
  readonly behind?: readonly string[];
  /** Says that there are too few cases to judge one party by. */
  readonly few?: Text;
  /** The social part of new build, for a goal about the stock. */
  readonly additions?: Fraction;
}

/** What a value is judged with besides the norm. */
export interface Situation {
  /** The day judged on. */
  readonly day?: string | undefined;
  /** The first day of the agreement. */
  readonly from?: string | undefined;
  readonly unit?: Unit | undefined;
  readonly course?: Course | undefined;
  readonly open?: Open | undefined;
}
