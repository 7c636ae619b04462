import type { Agreement, Text } from "@prestatieafspraken/indicators";
import { checkWorded } from "../check.js";
import type { Known } from "../coherence.js";
import { fromSheets, type CellBlock, type SheetProblem } from "./from-sheets.js";
import { ofSheets } from "./sheet-wording.js";

/** The outcome of checking an agreement workbook. */
export interface CheckedSheets {
  readonly ok: boolean;
  readonly problems: readonly SheetProblem[];
  /** The agreement, ready for use; null if there are problems. */
  readonly file: Agreement | null;
}

/**
 * Checks an agreement workbook. Every problem names the cell, why, and what to do. `known` lists the indicators it may refer to.
 */
export async function checkAgreementSheets(blocks: readonly CellBlock[], known: Known = {}): Promise<CheckedSheets> {
  const { file, problems, cellOf } = fromSheets(blocks, known);
  if (problems.length > 0) return { ok: false, problems, file: null };
  const checked = await checkWorded(file, known, ofSheets(cellOf));
  return {
    ok: checked.ok,
    file: checked.file,
    problems: checked.problems.map(({ path, message }) => {
      const found = cellOf(path);
      return { sheet: found?.sheet ?? "Gegevens", cell: found?.cell ?? null, message: saidOnce(message) };
    }),
  };
}

/** "GM-code: GM-code kan niet …" names the cell twice. */
function saidOnce({ nl, en }: Text): Text {
  const once = (sentence: string): string => sentence.replace(/^([^:]{1,80}): (?=\1(?![\p{L}\p{N}]))/u, "");
  return { nl: once(nl), en: once(en) };
}

/** True if these sheets hold an agreement rather than a return. */
export const isAgreementWorkbook = (blocks: readonly CellBlock[]): boolean =>
  blocks.some(({ name }) => name === "Afspraken_Normen" || name === "Afspraken_Artikelen") ||
  (blocks.some(({ sheet }) => sheet === "Gegevens") && blocks.some(({ sheet }) => sheet === "Afspraken"));
