import type { Text } from "@prestatieafspraken/indicators";
import { notReceived, type Report } from "@prestatieafspraken/quarterly";
import { words } from "./words.js";

/** What the first screen says about the return, besides its errors. */
export interface Standing {
  /** What was not received from the chosen party, or from all; null if nothing. */
  readonly waiting: Text | null;
  /** Shown if there are no errors; says that the return can be frozen only if it is complete. */
  readonly clear: Text;
}

/** The state of the return; `report` is null while there is none yet. */
export function standing(report: Report | null, party: string | null): Standing {
  const all = report?.delivered ?? [];
  return {
    waiting: notReceived(party === null ? all : all.filter((one) => one.party === party)),
    clear: report?.ready === true ? words.start.nothingBlocks : words.start.noErrors,
  };
}
