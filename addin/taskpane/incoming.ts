import type { Choice, CollectPlan, Return } from "@prestatieafspraken/quarterly";

/** A return chosen for import, not yet in the workbook. */
export interface Incoming {
  readonly file: string;
  readonly ret: Return;
  readonly plan: CollectPlan;
  /** Decisions so far, by key of the contradiction. */
  readonly choices: ReadonlyMap<string, Choice>;
}
