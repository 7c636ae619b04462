import { quarterOfDay, quartersThrough, type Agreement } from "@prestatieafspraken/indicators";

/** The quarters an agreement lasts. */
export const quartersOf = ({ from, until }: Agreement): readonly string[] =>
  quartersThrough(quarterOfDay(from), quarterOfDay(until));

/** The last of these quarters that is over on a day; the first when none is. */
export const lastFinished = (quarters: readonly string[], day: string): string =>
  quarters.findLast((quarter) => quarter < quarterOfDay(day)) ?? quarters[0]!;
