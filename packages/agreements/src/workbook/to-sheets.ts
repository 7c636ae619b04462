import type { Agreement, CellToWrite, OwnIndicator } from "@prestatieafspraken/indicators";
import { productParameter } from "../complete.js";
import { at } from "./paths.js";
import { facts, inputColumns, lists, type Column, type ListSheet } from "./sheets.js";

/** A sheet of an agreement workbook; each row follows the order of its columns. */
export interface SheetRows {
  readonly sheet: string;
  readonly table: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellToWrite[])[];
}

/** The name of the sheet with the facts of the whole agreement. */
export const factsSheet = "Gegevens";

/** The content of one cell; null if an empty cell means the same. */
function cellOf(column: Column, row: Readonly<Record<string, unknown>>, about: Agreement): CellToWrite {
  const value = at(row, column.path);
  if (value === undefined || value === null) return null;
  if (column.otherwise && JSON.stringify(column.otherwise(row, about)) === JSON.stringify(value)) return null;
  return column.codec.write(value, about);
}

type Row = Readonly<Record<string, unknown>>;
const asRow = (value: object): Row => value as Row;

/** The rows of an own indicator: its facts with the first count, then one row per further count. */
function indicatorRows(indicator: OwnIndicator, sheet: ListSheet, about: Agreement): CellToWrite[][] {
  const inputs = Object.entries(indicator.inputs).map(([name, input]) => asRow({ name, ...input }));
  return inputs.map((input, i) =>
    sheet.columns.map((column) => {
      if (inputColumns.includes(column)) return cellOf(column, input, about);
      if (i > 0 && column.path !== "id") return null;
      return cellOf(column, asRow({ ...indicator, scope: about.scope[indicator.id] }), about);
    }),
  );
}

function rowsOf(sheet: ListSheet, about: Agreement): CellToWrite[][] {
  const plain = (items: readonly object[]): CellToWrite[][] =>
    items.map((item) => sheet.columns.map((column) => cellOf(column, asRow(item), about)));
  switch (sheet.path) {
    case "figures":
      return plain(Object.entries(about.figures).map(([id, figure]) => ({ id, ...figure })));
    case "indicators": {
      const own = new Set(about.indicators.map(({ id }) => id));
      const scoped = Object.entries(about.scope).filter(([id]) => !own.has(id));
      return [
        ...about.indicators.flatMap((indicator) => indicatorRows(indicator, sheet, about)),
        ...plain(scoped.map(([id, scope]) => ({ id, scope }))),
      ];
    }
    case "parameters":
      // A setting equal to the product's default says nothing about this agreement.
      return plain(
        about.parameters.filter(
          (one) => JSON.stringify(one) !== JSON.stringify({ ...productParameter(one.id, about), id: one.id }),
        ),
      );
    default:
      return plain(about[sheet.path] ?? []);
  }
}

/** Converts an agreement to the sheets of a workbook; fromSheets converts it back unchanged. */
export const toSheets = (agreement: Agreement): readonly SheetRows[] => [
  {
    sheet: factsSheet,
    table: null,
    columns: facts,
    rows: facts.map((column) => [column.header, cellOf(column, asRow(agreement), agreement)]),
  },
  ...lists.map((list) => ({
    sheet: list.sheet,
    table: list.table,
    columns: list.columns,
    rows: rowsOf(list, agreement),
  })),
];
