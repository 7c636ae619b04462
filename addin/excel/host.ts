import { WorkbookError } from "@prestatieafspraken/quarterly";

/**
 * True if Excel supports this requirement set. Callers also check the member: an old office.js may lack members its
 * host supports.
 */
export const supports = (set: string, version: string): boolean =>
  Office.context.requirements.isSetSupported(set, version);

export interface RunOptions {
  /** Waits while the user is editing a cell, instead of refusing. For background work. */
  readonly waitForEdit?: boolean;
  /** Groups all changes into one step of Excel's undo list, if supported. */
  readonly oneUndoStep?: boolean;
}

/** Runs an action in the workbook; an error from Excel is rethrown as a WorkbookError with a user-facing message. */
export async function run<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  { waitForEdit = false, oneUndoStep = false }: RunOptions = {},
): Promise<T> {
  const options: Excel.RunOptions = {
    delayForCellEdit: waitForEdit,
    ...(oneUndoStep && supports("ExcelApi", "1.20") && { mergeUndoGroup: true }),
  };
  try {
    return await Excel.run(options, batch);
  } catch (error) {
    throw refused(error);
  }
}

interface Refusal {
  readonly code: string;
  readonly nl: string;
  readonly en: string;
}

const cellEditing: Refusal = {
  code: "CELL_EDITING",
  nl: "In Excel wordt nog in een cel getypt. Sluit de cel af met Enter of Esc en probeer het opnieuw.",
  en: "Somebody is still typing in a cell in Excel. Finish with Enter or Esc and try again.",
};
const protectedSheet: Refusal = {
  code: "PROTECTED_SHEET",
  nl: "Het blad of de werkmap is beveiligd; er is niets aangepast. Hef de beveiliging op (tabblad Controleren) en probeer het opnieuw.",
  en: "The sheet or workbook is protected; nothing was adjusted. Remove the protection (Review tab) and try again.",
};
const tooLarge: Refusal = {
  code: "TOO_LARGE",
  nl: "De werkmap is te groot om in één keer te lezen. Haal bladen of rijen weg die niet nodig zijn en probeer het opnieuw.",
  en: "The workbook is too large to read. Remove sheets or rows that are not needed and try again.",
};
const tooMuchToWrite: Refusal = {
  code: "TOO_LARGE",
  nl: "Dit is te veel voor Excel om in één keer te schrijven. Doe het met minder tegelijk: kies een soort melding of een blad.",
  en: "This is too much for Excel to write at once. Do less at a time: choose one kind of issue, or one sheet.",
};
const gone: Refusal = {
  code: "CHANGED_SINCE",
  nl: "Een blad, tabel of cel is intussen verdwenen of hernoemd; er is niets aangepast. Controleer de werkmap opnieuw.",
  en: "A sheet, table or cell has disappeared or was renamed in the meantime; nothing was adjusted. Check the workbook again.",
};

/** User-facing messages for Excel's error codes. */
const refusals: Readonly<Record<string, Refusal>> = {
  InvalidOperationInCellEditMode: cellEditing,
  AccessDenied: protectedSheet,
  RequestPayloadSizeLimitExceeded: tooMuchToWrite,
  ResponsePayloadSizeLimitExceeded: tooLarge,
  ItemNotFound: gone,
  InvalidBinding: gone,
};

function refused(error: unknown): unknown {
  if (error instanceof WorkbookError || !(error instanceof OfficeExtension.Error)) return error;
  const known = refusals[error.code];
  if (known !== undefined) return new WorkbookError(known.code, { nl: known.nl, en: known.en });
  return new WorkbookError("HOST", {
    nl: `Excel voerde de opdracht niet uit (${error.code}). Probeer het opnieuw; blijft het zo, sluit de werkmap dan en open hem weer.`,
    en: `Excel did not carry out the request (${error.code}). Try again; if it stays, close the workbook and open it again.`,
  });
}
