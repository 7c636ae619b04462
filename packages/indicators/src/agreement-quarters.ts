import type { Agreement } from "./agreement.js";
import { quarterOfDay } from "./day.js";
import { quartersThrough } from "./quarter.js";

/** The quarters of an agreement's term, oldest first. */
export const agreementQuarters = ({ from, until }: Pick<Agreement, "from" | "until">): readonly string[] =>
  quartersThrough(quarterOfDay(from), quarterOfDay(until));

/** The last of these quarters that had ended before the given date; the first if none had. */
export const lastFinishedQuarter = (quarters: readonly string[], day: string): string =>
  quarters.findLast((quarter) => quarter < quarterOfDay(day)) ?? quarters[0]!;
