import { sameCell, type CellAt, type CellChange, type CellValue } from "@prestatieafspraken/quarterly";
import { refusal } from "@prestatieafspraken/xlsx";
import { asTyped, cellValue } from "./cell-value.js";

/** A cell as it was before a change, and as we left it: what undoing needs. */
export interface Changed extends CellAt {
  readonly formula: unknown;
  readonly numberFormat: string;
  readonly left: CellValue;
}

/** The sheets of these cells; refused with its name when one is not there. */
async function sheetsOf(
  context: Excel.RequestContext,
  cells: readonly CellAt[],
): Promise<Map<string, Excel.Worksheet>> {
  const sheets = new Map<string, Excel.Worksheet>();
  for (const { sheet } of cells)
    if (!sheets.has(sheet))
      sheets.set(sheet, context.workbook.worksheets.getItemOrNullObject(sheet).load("name,protection/protected"));
  await context.sync();
  for (const [name, sheet] of sheets) if (sheet.isNullObject) throw refusal("NO_SHEET", name);
  return sheets;
}

/** The cells as they are now; refused as a whole when one is locked, or holds something else than was expected. */
async function look(
  context: Excel.RequestContext,
  cells: readonly (CellAt & { readonly expected?: CellValue })[],
): Promise<readonly Excel.Range[]> {
  const sheets = await sheetsOf(context, cells);
  const ranges = cells.map(({ sheet, cell }) =>
    sheets.get(sheet)!.getRange(cell).load("values,formulas,numberFormat,format/protection/locked"),
  );
  await context.sync();
  for (const [i, { sheet, cell, expected }] of cells.entries()) {
    const range = ranges[i]!;
    if (sheets.get(sheet)!.protection.protected && range.format.protection.locked)
      throw refusal("PROTECTED_SHEET", `${sheet}!${cell}`);
    if (expected !== undefined && !sameCell(cellValue(range.values[0]![0], range.formulas[0]![0]), expected))
      throw refusal("CHANGED_SINCE", `${sheet}!${cell}`);
  }
  return ranges;
}

/** Changes cells, or none of them. Returns what undoing it needs. */
export async function applyChanges(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
): Promise<readonly Changed[]> {
  const ranges = await look(context, changes);
  const before = changes.map((change, i) => ({
    sheet: change.sheet,
    cell: change.cell,
    formula: ranges[i]!.formulas[0]![0] as unknown,
    numberFormat: String(ranges[i]!.numberFormat[0]![0]),
  }));
  for (const [i, { value, formula }] of changes.entries()) {
    const range = ranges[i]!;
    // A cell laid out as text would turn a number or formula into text again: exactly the mistake that is being put right.
    if (before[i]!.numberFormat === "@" && (typeof value !== "string" || formula !== undefined))
      range.numberFormat = [["General"]];
    if (formula !== undefined) range.formulas = [[formula]];
    else range.values = [[asTyped(value)]];
    range.load("values,formulas");
  }
  await context.sync();
  return before.map((each, i) => ({
    ...each,
    left: cellValue(ranges[i]!.values[0]![0], ranges[i]!.formulas[0]![0]),
  }));
}

/** Puts cells back as they were; refused when somebody has changed one of them since. */
export async function revert(context: Excel.RequestContext, changed: readonly Changed[]): Promise<void> {
  const ranges = await look(
    context,
    changed.map(({ sheet, cell, left }) => ({ sheet, cell, expected: left })),
  );
  for (const [i, { formula, numberFormat }] of changed.entries()) {
    const range = ranges[i]!;
    range.numberFormat = [[numberFormat]];
    if (typeof formula === "string" && formula.startsWith("=")) range.formulas = [[formula]];
    else range.values = [[asTyped(formula as CellValue)]];
  }
  await context.sync();
}
