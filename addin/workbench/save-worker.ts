/** Worker that makes the file to save, so that the user can keep typing. */
import { WorkbookError } from "@prestatieafspraken/quarterly";
import { withEdits, type GridEdits } from "./grid-edits.js";

interface Asked {
  readonly bytes: Uint8Array;
  readonly edits: GridEdits;
}

self.onmessage = ({ data: { bytes, edits } }: MessageEvent<Asked>) => {
  withEdits(bytes, edits).then(
    (made) => self.postMessage({ made }),
    (error: unknown) =>
      self.postMessage(
        error instanceof WorkbookError
          ? { code: error.code, sentence: error.sentence }
          : { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      ),
  );
};
