/** Gives live functions access to the workbook open in Excel. Loaded when the first of them is called. */
import { agreements } from "@prestatieafspraken/agreements";
import { read, type Return, type WorkbookEvent } from "@prestatieafspraken/quarterly";
import { run } from "./host.js";
import { thisWorkbook } from "./this-workbook.js";

export { liveContext } from "@prestatieafspraken/functions";

/** The current return. `again` reads all of it anew instead of trusting what was read before. */
export async function readReturn({ again }: { readonly again: boolean }): Promise<Return> {
  if (again) thisWorkbook.copy.doubt();
  return read(thisWorkbook, { agreements });
}

/** Calls back when the workbook changed in a way that may affect an answer. */
export const onChange = (changed: (event: WorkbookEvent) => void): (() => void) => thisWorkbook.subscribe(changed);

/** Resolves once Excel accepts requests, because nobody is editing a cell. Returns the waiting time in milliseconds. */
export async function untilFree(): Promise<number> {
  const start = performance.now();
  await run((context) => context.sync(), { waitForEdit: true });
  return performance.now() - start;
}

/** Increases when layout or hidden rows change: see `LiveEngineOptions.edition`. */
export const edition = (): number => thisWorkbook.copy.edition;
