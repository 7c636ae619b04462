/** How live functions get at the workbook that is open in Excel. Fetched when the first of them asks. */
import { agreements } from "@prestatieafspraken/agreements";
import { read, type Return, type WorkbookEvent } from "@prestatieafspraken/quarterly";
import { run } from "./host.js";
import { thisWorkbook } from "./this-workbook.js";

export { liveContext } from "@prestatieafspraken/functions";

/** The workbook as it is now. `again`: what was read of the return before is no longer believed. */
export async function readReturn({ again }: { readonly again: boolean }): Promise<Return> {
  if (again) thisWorkbook.reading.doubt();
  return read(thisWorkbook, { agreements });
}

/** Calls back after anything in the workbook changed that an answer may depend on. */
export const onChange = (changed: (event: WorkbookEvent) => void): (() => void) => thisWorkbook.subscribe(changed);

/** Resolves when Excel takes requests again, with how many milliseconds that took: nobody is typing in a cell any more. */
export async function untilFree(): Promise<number> {
  const start = performance.now();
  await run((context) => context.sync(), { waitForEdit: true });
  return performance.now() - start;
}

/** Goes up when layout or hidden rows changed: see `LiveEngineOptions.edition`. */
export const edition = (): number => thisWorkbook.reading.edition;
