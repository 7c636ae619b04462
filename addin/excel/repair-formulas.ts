import { fromStored } from "@prestatieafspraken/functions";
import { run } from "./host.js";
import { inParts } from "./in-parts.js";
import { isStuck } from "./stuck-formula.js";
import { keepingColumns } from "./table-columns.js";

export interface Repaired {
  /** Number of cells whose formula was re-entered. */
  readonly cells: number;
  /** Names of protected sheets, which were skipped. */
  readonly protectedSheets: readonly string[];
}

const cellsPerRequest = 40_000;

/** Re-enters PA formulas that are stuck (see `isStuck`). Changes no other cell. */
export function repairFormulas(): Promise<Repaired> {
  return run(
    async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/protection/protected");
      await context.sync();
      const used = sheets.items.map((sheet) =>
        sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
      );
      await context.sync();
      let cells = 0;
      const protectedSheets: string[] = [];
      for (const [i, sheet] of sheets.items.entries()) {
        const area = used[i]!;
        if (area.isNullObject) continue;
        const stuck = await stuckCells(context, sheet, area);
        if (stuck.length === 0) continue;
        if (sheet.protection.protected) {
          protectedSheets.push(sheet.name);
          continue;
        }
        for (const part of inParts(byColumn(stuck))) {
          await keepingColumns(context, sheet, part, () => {
            for (const run of inRuns(part)) {
              const { row, column } = run[0]!;
              const again = run.map(({ formula }) => [fromStored(formula)]);
              sheet.getRangeByIndexes(row, column, run.length, 1).formulas = again;
            }
          });
        }
        cells += stuck.length;
      }
      return { cells, protectedSheets };
    },
    { oneUndoStep: true },
  );
}

interface Stuck {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

const byColumn = (stuck: readonly Stuck[]): readonly Stuck[] =>
  [...stuck].sort((a, b) => a.column - b.column || a.row - b.row);

/**
 * Groups consecutive cells of a column, so that they are entered at once: faster, and Excel keeps seeing one column
 * formula.
 */
function inRuns(sorted: readonly Stuck[]): readonly (readonly Stuck[])[] {
  const runs: Stuck[][] = [];
  for (const cell of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last?.column === cell.column && last.row === cell.row - 1) runs.at(-1)!.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

async function stuckCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range,
): Promise<readonly Stuck[]> {
  const stuck: Stuck[] = [];
  const height = Math.max(1, Math.floor(cellsPerRequest / columnCount));
  for (let first = 0; first < rowCount; first += height) {
    const piece = sheet
      .getRangeByIndexes(rowIndex + first, columnIndex, Math.min(height, rowCount - first), columnCount)
      .load("formulas,values");
    // oxlint-disable-next-line office-addins/no-context-sync-in-loop -- a large sheet is more than one answer may weigh
    await context.sync();
    for (const [i, row] of piece.formulas.entries())
      for (const [j, formula] of (row as unknown[]).entries())
        if (isStuck(formula, piece.values[i]![j]))
          stuck.push({ row: rowIndex + first + i, column: columnIndex + j, formula });
  }
  return stuck;
}
