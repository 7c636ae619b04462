import { fill, indicators, type Agreement, type Text } from "@prestatieafspraken/indicators";
import { AGREEMENT_SETTING, keepAgreement, WorkbookError, type SheetTable } from "@prestatieafspraken/quarterly";
import type { Session } from "./session.js";
import { placeOfSetting, writeSetting } from "./settings-cells.js";
import { insertTemplate } from "./template-sheets.js";
import { words } from "./words.js";

/** A problem in an agreement: where, why, and what to do. */
export interface AgreementProblem {
  /** A cell of this workbook; null for a file, where `place` gives the location. */
  readonly at: { readonly sheet: string; readonly cell: string | null } | null;
  readonly place: Text;
  readonly message: Text;
}

/** An agreement as read and checked; null if it has problems. */
export interface ReadAgreement {
  readonly agreement: Agreement | null;
  readonly problems: readonly AgreementProblem[];
}

const checks = () =>
  import(/* webpackChunkName: "agreement" */ "./agreement-check.js").then(
    ({ checkAgreement, checkAgreementSheets, isAgreementWorkbook, writtenSheets }) => ({
      checkAgreement,
      checkAgreementSheets,
      isAgreementWorkbook,
      writtenSheets,
    }),
  );
const known = { indicators };
const same = (text: string): Text => ({ nl: text, en: text });

/** Reads the agreement on the sheets of this workbook; null if there are no such sheets. */
export async function agreementOnSheets(blocks: readonly SheetTable[]): Promise<ReadAgreement | null> {
  const { checkAgreementSheets, isAgreementWorkbook } = await checks();
  if (!isAgreementWorkbook(blocks)) return null;
  const { file, problems } = await checkAgreementSheets(blocks, known);
  return {
    agreement: file,
    problems: problems.map(({ sheet, cell, message }) => ({
      at: { sheet, cell },
      place: same(cell === null ? sheet : `${sheet} ${cell}`),
      message,
    })),
  };
}

/** Reads the agreement in a file: a workbook or JSON. */
export async function agreementInFile(session: Session, file: File): Promise<ReadAgreement | null> {
  const read = await session.attempt(words.busy.agreement, async (): Promise<ReadAgreement> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    if (isZip) {
      const { openXlsx } = await import(/* webpackChunkName: "template" */ "@prestatieafspraken/xlsx");
      const found = await agreementOnSheets(await openXlsx(bytes).tables());
      if (found === null)
        throw new WorkbookError("NO_AGREEMENT", fill(words.agreement.noAgreement, { file: file.name }));
      return { ...found, problems: found.problems.map((one) => ({ ...one, at: null })) };
    }
    const { checkAgreement } = await checks();
    const { file: agreement, problems } = await checkAgreement(new TextDecoder().decode(bytes), known);
    return {
      agreement,
      problems: problems.map(({ path, line, message }) => ({
        at: null,
        place: line === undefined ? same(path) : fill(words.agreement.line, { line, path }),
        message,
      })),
    };
  });
  return read && read.value;
}

/** Appends the sheets for a new agreement. */
export async function newAgreement(session: Session): Promise<void> {
  const { language } = session.state;
  const inserted = await session.attempt(words.busy.agreement, async () => {
    const [{ writtenSheets }, { makeAgreementWorkbook }] = await Promise.all([
      checks(),
      import(/* webpackChunkName: "template" */ "@prestatieafspraken/xlsx"),
    ]);
    const bytes = await makeAgreementWorkbook({
      sheets: writtenSheets(null, known),
      day: session.options.today,
      language,
    });
    return session.workbook.insertSheets(bytes);
  });
  if (!inserted) return;
  await session.check({ quietly: true });
  session.done(
    session.withUndo(fill(words.start.inserted, { count: inserted.value.length, names: inserted.value.join(", ") })),
  );
}

/** True if the workbook stores exactly this agreement. */
export const isKept = async (session: Session, agreement: Agreement): Promise<boolean> =>
  (await session.workbook.getSetting(AGREEMENT_SETTING)) === JSON.stringify(agreement);

/** Stores an agreement in the workbook and makes the return use it; adds the return's sheets if there are none. */
export async function takeAgreement(session: Session, agreement: Agreement): Promise<void> {
  const kept = await session.attempt(words.busy.writing, () => keepAgreement(session.workbook, agreement));
  if (!kept) return;
  if ((session.state.ret?.tables.size ?? 0) === 0) {
    await insertTemplate(session, agreement, "none");
    return;
  }
  if (placeOfSetting(session.state.ret, "Afspraak")?.before !== agreement.id)
    await writeSetting(session, "Afspraak", agreement.id);
  await session.check({ quietly: true });
  session.done(fill(words.agreement.taken, { title: agreement.title }));
}
