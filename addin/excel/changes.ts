import { sameCell, type CellAt, type CellChange, type CellValue } from "@prestatieafspraken/quarterly";
import { refusal } from "@prestatieafspraken/xlsx";
import { asTyped, cellValue, formulaIn } from "./cell-value.js";
import { inTurn } from "./in-parts.js";
import { keepingColumns } from "./table-columns.js";

/** A cell as it was before a change, and as we left it: what undoing needs. */
export interface Changed extends CellAt {
  /** The formula that stood there; null where there was a value, also where that is a text that begins with =. */
  readonly formula: string | null;
  readonly value: CellValue;
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
  const ranges: Excel.Range[] = [];
  await inTurn(context, cells, ({ sheet, cell }) =>
    ranges.push(
      sheets
        .get(sheet)!
        .getRange(cell)
        .load("rowIndex,columnIndex,values,formulas,numberFormat,format/protection/locked"),
    ),
  );
  for (const [i, { sheet, cell, expected }] of cells.entries()) {
    const range = ranges[i]!;
    // Whether somebody may change a locked cell all the same (an area that was let free) Excel says itself, of one cell at a time.
    if (cells.length > 1 && sheets.get(sheet)!.protection.protected && range.format.protection.locked)
      throw refusal("PROTECTED_SHEET", `${sheet}!${cell}`);
    if (expected !== undefined && !sameCell(cellValue(range.values[0]![0], range.formulas[0]![0]), expected))
      throw refusal("CHANGED_SINCE", `${sheet}!${cell}`);
  }
  return ranges;
}

/** One change that is about to be written. */
interface Write {
  readonly sheet: string;
  readonly range: Excel.Range;
  readonly isFormula: boolean;
  put(): void;
}

/** Writes, a part at a time; formulas in a column of a table leave the rest of that column as it was. */
async function writeAll(context: Excel.RequestContext, writes: readonly Write[]): Promise<void> {
  await inTurn(
    context,
    writes.filter(({ isFormula }) => !isFormula),
    (write) => write.put(),
  );
  const formulas = writes.filter(({ isFormula }) => isFormula);
  for (const name of new Set(formulas.map(({ sheet }) => sheet))) {
    const own = formulas.filter(({ sheet }) => sheet === name);
    const places = own.map(({ range }) => ({ row: range.rowIndex, column: range.columnIndex }));
    await keepingColumns(context, context.workbook.worksheets.getItem(name), places, () => {
      for (const write of own) write.put();
    });
  }
}

/** Changes cells, or none of them. Returns what undoing it needs. */
export async function applyChanges(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
): Promise<readonly Changed[]> {
  const ranges = await look(context, changes);
  const before = changes.map((change, i) => {
    const { values, formulas, numberFormat } = ranges[i]!;
    const formula = formulaIn(formulas[0]![0], values[0]![0]);
    const value = cellValue(values[0]![0], formula);
    return { sheet: change.sheet, cell: change.cell, formula, value, numberFormat: String(numberFormat[0]![0]) };
  });
  await writeAll(
    context,
    changes.map(({ sheet, value, formula }, i): Write => {
      const range = ranges[i]!;
      return {
        sheet,
        range,
        isFormula: formula !== undefined,
        put: () => {
          // A cell laid out as text would turn a number or formula into text again: exactly the mistake that is being put right.
          if (before[i]!.numberFormat === "@" && (typeof value !== "string" || formula !== undefined))
            range.numberFormat = [["General"]];
          if (formula !== undefined) range.formulas = [[formula]];
          else range.values = [[asTyped(value)]];
        },
      };
    }),
  );
  await inTurn(context, ranges, (range) => range.load("values,formulas"));
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
  await writeAll(
    context,
    changed.map(({ sheet, formula, value, numberFormat }, i): Write => {
      const range = ranges[i]!;
      return {
        sheet,
        range,
        isFormula: formula !== null,
        put: () => {
          range.numberFormat = [[numberFormat]];
          if (formula === null) range.values = [[asTyped(value)]];
          else range.formulas = [[formula]];
        },
      };
    }),
  );
}
