import { quarterOfDay, quartersThrough, type Agreement } from "@prestatieafspraken/indicators";

/** The quarters an agreement lasts. */
export const quartersOf = ({ from, until }: Agreement): readonly string[] =>
  quartersThrough(quarterOfDay(from), quarterOfDay(until));
