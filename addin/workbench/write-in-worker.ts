import { WorkbookError } from "@prestatieafspraken/quarterly";
import { withEdits, type GridEdits } from "./grid-edits.js";

type Answer =
  | { readonly made: Uint8Array }
  | { readonly code: string; readonly sentence: WorkbookError["sentence"] }
  | { readonly problem: string };

/** Somebody did not want to wait for the file. */
export class SaveStopped extends Error {}

/** Has a worker make the file; the page itself does it where there is none. */
export function writeInWorker(bytes: Uint8Array, edits: GridEdits, stop?: AbortSignal): Promise<Uint8Array> {
  let worker: Worker;
  try {
    worker = new Worker(new URL("./save-worker.ts", import.meta.url));
  } catch {
    return withEdits(bytes, edits);
  }
  return new Promise<Uint8Array>((resolve, reject) => {
    stop?.addEventListener("abort", () => reject(new SaveStopped()));
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ("made" in data) resolve(data.made);
      else reject("code" in data ? new WorkbookError(data.code, data.sentence) : new Error(data.problem));
    };
    // A worker that cannot be loaded is no reason to lose work.
    worker.onerror = () => withEdits(bytes, edits).then(resolve, reject);
    worker.postMessage({ bytes, edits });
  }).finally(() => worker.terminate());
}
