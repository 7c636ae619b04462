import type { Text } from "@prestatieafspraken/indicators";
import { notReceived, type Report } from "@prestatieafspraken/quarterly";
import { words } from "./words.js";

/** What the first screen says of the return beside its errors. */
export interface Standing {
  /** What has not been received, of the party looked for or of all; null where nothing is waited for. */
  readonly waiting: Text | null;
  /** Said where no errors are shown: that the return can be frozen only where all of it is ready. */
  readonly clear: Text;
}

/** Where the return stands; `report` is null while there is none yet. */
export function standing(report: Report | null, party: string | null): Standing {
  const all = report?.delivered ?? [];
  return {
    waiting: notReceived(party === null ? all : all.filter((one) => one.party === party)),
    clear: report?.ready === true ? words.start.nothingBlocks : words.start.noErrors,
  };
}
