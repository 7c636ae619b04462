import { fill, indicator, type Text } from "@prestatieafspraken/indicators";
import { WorkbookError, type ReportLine, type SheetTable } from "@prestatieafspraken/quarterly";
import { parseCell } from "@prestatieafspraken/xlsx";
import { undo } from "./issue-actions.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** The live formula for a line, in the form Excel stores; null if there is none (an own indicator). */
export function liveFormula(line: Pick<ReportLine, "indicator">): string | null {
  return indicator(line.indicator)?.live === true ? `=PA.${line.indicator}()` : null;
}

/** Enters a formula in the selected cell; asks before replacing content. */
export async function insertFormula(session: Session, formula: string, replace = false): Promise<void> {
  const outcome = await session.attempt(words.busy.writing, async () => {
    const at = await session.workbook.selection();
    if (at === null) return null;
    const cell = at.cell.split(":")[0]!;
    const table = tableAt(session.state.blocks, at.sheet, cell);
    if (table !== null) throw inTable(`${at.sheet}!${cell}`, table.name ?? table.sheet);
    try {
      await session.workbook.change([
        { sheet: at.sheet, cell, value: null, formula, ...(!replace && { expected: null }) },
      ]);
    } catch (error) {
      if (replace || !(error instanceof WorkbookError) || error.code !== "CHANGED_SINCE") throw error;
      return { ...at, cell, taken: true };
    }
    return { ...at, cell, taken: false };
  });
  if (!outcome) return;
  const at = outcome.value;
  if (at === null) {
    session.say({ kind: "problem", text: words.indicators.noSelection });
    return;
  }
  const facts: Record<string, string | Text> = { formula, cell: `${at.sheet}!${at.cell}` };
  if (at.taken) {
    session.say({
      kind: "question",
      text: fill(words.indicators.notEmpty, facts),
      action: { label: words.indicators.replace, run: () => void insertFormula(session, formula, true) },
    });
    return;
  }
  session.store.set({ undoable: session.state.undoable + 1 });
  session.done(fill(words.indicators.inserted, facts), {
    label: words.checks.undo,
    run: () => void undo(session),
  });
}

/** The table that contains a cell; null if none does. */
function tableAt(blocks: readonly SheetTable[], sheet: string, cell: string): SheetTable | null {
  const at = parseCell(cell);
  if (at === null) return null;
  const holds = ({ sheet: where, headerRow, firstColumn, headers, rows }: SheetTable): boolean =>
    where === sheet &&
    at.row >= headerRow &&
    at.row <= headerRow + Math.max(1, rows.length) &&
    at.column >= firstColumn &&
    at.column < firstColumn + headers.length;
  return blocks.find((block) => block.name !== null && holds(block)) ?? null;
}

const inTable = (cell: string, table: string): WorkbookError => {
  const facts = { cell, table };
  return new WorkbookError("IN_TABLE", fill(words.indicators.inTable, facts));
};
