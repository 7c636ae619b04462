import { WorkbookError } from "@prestatieafspraken/quarterly";
import { withEdits, type GridEdits } from "./grid-edits.js";

type Answer =
  | { readonly made: Uint8Array }
  | { readonly code: string; readonly sentence: WorkbookError["sentence"] }
  | { readonly problem: string };

/** The user stopped saving. */
export class SaveStopped extends Error {
  override readonly name = "SaveStopped";
}

/** Makes the file in a worker; in the page itself if there are no workers. */
export function writeInWorker(bytes: Uint8Array, edits: GridEdits, stop?: AbortSignal): Promise<Uint8Array> {
  let worker: Worker;
  try {
    worker = new Worker(new URL("./save-worker.js", import.meta.url));
  } catch {
    return withEdits(bytes, edits);
  }
  return new Promise<Uint8Array>((resolve, reject) => {
    stop?.addEventListener("abort", () => reject(new SaveStopped()));
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ("made" in data) resolve(data.made);
      else reject("code" in data ? new WorkbookError(data.code, data.sentence) : new Error(data.problem));
    };
    // If the worker cannot be loaded, the page makes the file.
    worker.onerror = () => withEdits(bytes, edits).then(resolve, reject);
    worker.postMessage({ bytes, edits });
  }).finally(() => worker.terminate());
}
