import { keepHere } from "./collect/open.js";
import type { Fix } from "./issue.js";
import type { CellChange, Workbook } from "./workbook.js";

/**
 * Applies fixes: first all cells, as one undo step, then rows, table edges and what is kept.
 * @throws WorkbookError CHANGED_SINCE if a cell has changed since the fix was proposed; then nothing is changed.
 */
export async function applyFixes(workbook: Workbook, fixes: readonly Fix[]): Promise<void> {
  const steps = fixes.flatMap((fix) => fix.steps);
  const changes = steps.flatMap((step): CellChange[] =>
    step.kind === "set" || step.kind === "deleteRow"
      ? step.cells.map(({ sheet, cell, before, after }) => ({ sheet, cell, value: after, expected: before }))
      : [],
  );
  if (changes.length > 0) await workbook.change(changes);
  // From the bottom up, so that row numbers above stay valid.
  const rows = steps.flatMap((step) => (step.kind === "deleteRow" ? [step] : [])).sort((a, b) => b.row - a.row);
  for (const { place, row } of rows) await workbook.deleteRow?.(place, row);
  for (const step of steps) {
    if (step.kind === "addRows") await workbook.appendRows(step.place, step.rows);
    else if (step.kind === "extendTable") await workbook.extendTable(step.place, step.lastRow);
    else if (step.kind === "keepHere") await keepHere(workbook, step.contradictions);
  }
}
