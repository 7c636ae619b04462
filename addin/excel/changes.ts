import { sameCell, type CellAt, type CellChange, type CellValue } from "@prestatieafspraken/quarterly";
import { refusal } from "@prestatieafspraken/xlsx";
import { asTyped, cellValue, formulaIn } from "./cell-value.js";
import { inTurn } from "./in-parts.js";
import { keepingColumns } from "./table-columns.js";

/** A cell before and after our change, for undo. */
export interface Changed extends CellAt {
  /** The formula before the change; null if the cell held a value, including a text that begins with "=". */
  readonly formula: string | null;
  readonly value: CellValue;
  readonly numberFormat: string;
  readonly left: CellValue;
}

/** The sheets of these cells; refuses a missing sheet by name. */
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

/** What the single cell of a range holds. */
function contentOf({ values, formulas }: Excel.Range): { readonly value: CellValue; readonly formula: string | null } {
  const [value, formula] = [values[0]?.[0] as unknown, formulas[0]?.[0] as unknown];
  return { value: cellValue(value, formula), formula: formulaIn(formula, value) };
}

/** Loads the cells as they are now; refuses all of them if one is locked, or does not hold the expected value. */
async function look<Cell extends CellAt>(
  context: Excel.RequestContext,
  cells: readonly Cell[],
  expectedOf: (cell: Cell) => CellValue | undefined,
): Promise<readonly (Cell & { readonly range: Excel.Range })[]> {
  const sheets = await sheetsOf(context, cells);
  const looked: (Cell & { readonly range: Excel.Range })[] = [];
  await inTurn(context, cells, (each) =>
    looked.push({
      ...each,
      range: sheets
        .get(each.sheet)!
        .getRange(each.cell)
        .load("rowIndex,columnIndex,values,formulas,numberFormat,format/protection/locked"),
    }),
  );
  for (const each of looked) {
    const { sheet, cell, range } = each;
    const expected = expectedOf(each);
    // Excel itself reports a locked cell in a single change, because the user may have permission to edit that range.
    if (cells.length > 1 && sheets.get(sheet)!.protection.protected && range.format.protection.locked)
      throw refusal("PROTECTED_SHEET", `${sheet}!${cell}`);
    if (expected !== undefined && !sameCell(contentOf(range).value, expected))
      throw refusal("CHANGED_SINCE", `${sheet}!${cell}`);
  }
  return looked;
}

/** A change ready to be written. */
interface Write {
  readonly sheet: string;
  readonly range: Excel.Range;
  readonly isFormula: boolean;
  put(): void;
}

/** Writes changes in batches; a formula written in a table column leaves the rest of the column unchanged. */
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

/** Changes cells: all, or none if one is refused. Returns what undo needs. */
export async function applyChanges(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
): Promise<readonly Changed[]> {
  const looked = (await look(context, changes, ({ expected }) => expected)).map(({ range, ...change }) => ({
    change,
    range,
    before: {
      ...{ sheet: change.sheet, cell: change.cell, ...contentOf(range) },
      numberFormat: String(range.numberFormat[0]![0]),
    },
  }));
  await writeAll(
    context,
    looked.map(({ change: { sheet, value, formula }, range, before }): Write => ({
      sheet,
      range,
      isFormula: formula !== undefined,
      put: () => {
        // Text format would turn the number or formula into text again, the very mistake being fixed.
        if (before.numberFormat === "@" && (typeof value !== "string" || formula !== undefined))
          range.numberFormat = [["General"]];
        if (formula !== undefined) range.formulas = [[formula]];
        else range.values = [[asTyped(value)]];
      },
    })),
  );
  await inTurn(context, looked, ({ range }) => range.load("values,formulas"));
  return looked.map(({ before, range }) => ({ ...before, left: contentOf(range).value }));
}

/** Restores cells; refuses if one of them changed since. */
export async function revert(context: Excel.RequestContext, changed: readonly Changed[]): Promise<void> {
  const looked = await look(context, changed, ({ left }) => left);
  await writeAll(
    context,
    looked.map(({ sheet, formula, value, numberFormat, range }): Write => ({
      sheet,
      range,
      isFormula: formula !== null,
      put: () => {
        range.numberFormat = [[numberFormat]];
        if (formula === null) range.values = [[asTyped(value)]];
        else range.formulas = [[formula]];
      },
    })),
  );
}
