import type { CellValue, SheetTable, Workbook } from "../src/workbook.js";
import type { RuleExample } from "../src/rules/rule.js";

/** A block of cells from rows by header; headers are the keys, in order of first appearance. */
export function block(
  name: string | null,
  rows: readonly Readonly<Record<string, CellValue>>[],
  more: Partial<SheetTable> = {},
): SheetTable {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    name,
    sheet: (name ?? "Blad1").replace(/^PA_/, ""),
    headerRow: 1,
    firstColumn: 1,
    headers,
    rows: rows.map((row) => headers.map((header) => row[header] ?? null)),
    ...more,
  };
}

/** A read-only workbook in memory. */
export function memoryWorkbook(
  tables: readonly SheetTable[],
  settings: Readonly<Record<string, string>> = {},
): Workbook {
  const readOnly = () => Promise.reject(new Error("reads only"));
  return {
    tables: () => Promise.resolve(tables),
    sheetNames: () => Promise.resolve([...new Set(tables.map((table) => table.sheet))]),
    getSetting: (key) => Promise.resolve(settings[key] ?? null),
    setSetting: readOnly,
    mark: readOnly,
    clearMarks: readOnly,
    change: readOnly,
    appendRows: readOnly,
    extendTable: readOnly,
    addSheet: readOnly,
  };
}

/** The workbook of a rule's example. */
export function exampleWorkbook(example: RuleExample): Workbook {
  const { unlisted = [] } = example;
  const workbook = memoryWorkbook(
    Object.entries(example.tables).map(([name, rows]) => {
      const sheet = example.unnamed?.[name];
      const table = block(sheet === undefined ? name : null, rows, {
        ...(sheet !== undefined && { sheet }),
        ...(example.hidden?.[name] && { hiddenRows: example.hidden[name] }),
        ...(example.merged?.[name] && { merged: example.merged[name] }),
      });
      const formulas = example.formulas?.[name];
      return {
        ...table,
        isDate: (_row: number, column: number) => example.dates?.includes(table.headers[column]!) ?? false,
        ...example.besides?.[name],
        ...(formulas && { formula: (row: number, column: number) => formulas[table.headers[column]!]?.[row] ?? null }),
      };
    }),
    example.kept,
  );
  return { ...workbook, unlistedSheets: () => Promise.resolve(unlisted) };
}
