/** How live functions get at the workbook that is open in Excel. Fetched when the first of them asks. */
import { agreements } from "@prestatieafspraken/agreements";
import { read, type Return } from "@prestatieafspraken/quarterly";
import { run } from "./host.js";
import { thisWorkbook } from "./this-workbook.js";

export { liveContext } from "@prestatieafspraken/functions";

/** Reading during calculation gives half-finished values; a calculation that takes longer than this is read anyway. */
const patience = { step: 200, most: 20_000 } as const;

export async function readReturn(): Promise<Return> {
  await calculated();
  return read(thisWorkbook, { agreements });
}

/** Calls back after anything in the workbook changed. */
export const onChange = (changed: () => void): (() => void) => thisWorkbook.subscribe(changed);

async function calculated(): Promise<void> {
  for (let waited = 0; waited < patience.most; waited += patience.step) {
    const state = await run(
      async (context) => {
        const application = context.application.load("calculationState");
        await context.sync();
        return application.calculationState;
      },
      { waitForEdit: true },
    );
    if (state === Excel.CalculationState.done) return;
    await new Promise((resolve) => setTimeout(resolve, patience.step));
  }
}
