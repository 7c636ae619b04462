import { fill, InputError } from "@prestatieafspraken/indicators";
import { read, sideBySide, WorkbookError, type NamedReturn, type Return } from "@prestatieafspraken/quarterly";
import { saveFile } from "./save-file.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

const xlsx = () => import(/* webpackChunkName: "template" */ "@prestatieafspraken/xlsx");

/**
 * Reads the return in a file.
 * @throws WorkbookError that names the file if it holds no return
 */
async function returnIn(session: Session, file: File): Promise<Return> {
  const refused = (why: WorkbookError["sentence"]): WorkbookError =>
    new WorkbookError("NO_RETURN", fill(words.collect.refused, { file: file.name, why }));
  try {
    const { openWorkbook } = await xlsx();
    const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()), { name: file.name });
    const ret = await read(workbook, { agreements: session.options.agreements });
    if (ret.tables.size > 0) return ret;
  } catch (error) {
    if (!(error instanceof WorkbookError || error instanceof InputError)) throw error;
    throw refused(error.sentence);
  }
  throw refused(words.collect.noTable);
}

/** Makes the workbook of a region from the returns of municipalities. The open workbook is not used. */
export async function makeRegion(session: Session, files: readonly File[]): Promise<void> {
  const { language } = session.state;
  async function* returns(): AsyncGenerator<NamedReturn> {
    for (const file of files) yield { name: file.name, ret: await returnIn(session, file) };
  }
  const made = await session.attempt(words.busy.collecting, async () => {
    const [{ makeRegionWorkbook }, { region, municipalities }] = [await xlsx(), await sideBySide(returns())];
    const bytes = await makeRegionWorkbook(region, municipalities, { language, day: session.options.today });
    return { bytes, count: municipalities.length };
  });
  if (!made) return;
  const { bytes, count } = made.value;
  if (session.workbook.capabilities.savesNoFiles === true) {
    const inserted = await session.attempt(words.busy.writing, () => session.workbook.insertSheets(bytes));
    if (inserted) session.done(fill(words.handOver.regionOnSheets, { count, sheets: inserted.value.join(", ") }));
    return;
  }
  const file = words.handOver.regionFile[language];
  saveFile(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes);
  session.done(fill(words.handOver.regionSaved, { count, file }));
}
