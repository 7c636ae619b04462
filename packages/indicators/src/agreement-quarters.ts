import type { Agreement } from "./agreement.js";
import { quarterOfDay } from "./day.js";
import { quartersThrough } from "./quarter.js";

/** Which quarters does an agreement last? Oldest first. */
export const agreementQuarters = ({ from, until }: Pick<Agreement, "from" | "until">): readonly string[] =>
  quartersThrough(quarterOfDay(from), quarterOfDay(until));

/** Which of these quarters was the last to be over on a day? The first when none was. */
export const lastFinishedQuarter = (quarters: readonly string[], day: string): string =>
  quarters.findLast((quarter) => quarter < quarterOfDay(day)) ?? quarters[0]!;
