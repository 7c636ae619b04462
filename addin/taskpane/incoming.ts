import type { Choice, CollectPlan, Return } from "@prestatieafspraken/quarterly";

/** A return somebody chose to bring in, before it is in the workbook. */
export interface Incoming {
  readonly file: string;
  readonly ret: Return;
  readonly plan: CollectPlan;
  /** What was chosen so far, by key of the contradiction. */
  readonly choices: ReadonlyMap<string, Choice>;
}
