import { WorkbookError, type CellValue } from "@prestatieafspraken/quarterly";
import { fromStored, functionsIn } from "@prestatieafspraken/functions";
import { engine, type EngineLocale } from "./engine.js";
import type { CellLook, GridBook, GridCell, GridRule, GridSheet } from "./grid-book.js";
import { gridFormat } from "./grid-format.js";
import { columnName, expandStructured, type ReferencedTable } from "./structured-reference.js";

/** A formula of the file that is calculated here. */
export interface LiveFormula {
  readonly sheet: string;
  readonly cell: string;
  readonly row: number;
  /** As stored, without "=". */
  readonly stored: string;
  /** Cached value in the file. */
  readonly cached: CellValue;
  /** True if the formula names a table, so it must be rewritten when the table grows. */
  readonly isStructured: boolean;
}

/** A cell that another cell's formula spills into, with its cached value. */
export interface FilledCell {
  readonly sheet: string;
  readonly cell: string;
  readonly cached: CellValue;
}

/** A workbook as engine data, and what does not fit in it. */
export interface GridData {
  /** Input of the engine's `Model`. */
  readonly data: unknown;
  /** Tables by name in lower case. */
  readonly tables: ReadonlyMap<string, ReferencedTable>;
  readonly formulas: readonly LiveFormula[];
  /** Cells that calculated formulas spill into. */
  readonly filled: readonly FilledCell[];
  /** "Blad1!B7": formulas the engine does not support; they show the file's value and are never written. */
  readonly frozen: ReadonlySet<string>;
  /** Unlocked cells ("B5") by sheet name, for protected sheets. */
  readonly unlocked: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The grid holds an object per cell; above this limit a browser tab runs out of memory. */
export const mostGridCells = 400_000;

/** How workbook data is converted. */
export interface GridOptions {
  readonly locale?: EngineLocale;
  readonly mostCells?: number;
}

/**
 * Hidden rows, and the file's row heights where a formula fills several lines: the engine fits a row to typed text
 * only.
 */
function rowsOf({ hiddenRows, heights }: GridSheet, calculated: ReadonlySet<number>): object {
  const rows: Record<number, { isHidden?: boolean; size?: number }> = {};
  for (const [row, points] of heights) if (calculated.has(row)) rows[row - 1] = { size: Math.round((points * 4) / 3) };
  for (const row of hiddenRows) rows[row - 1] = { ...rows[row - 1], isHidden: true };
  return rows;
}

/**
 * Converts a workbook to engine data: values, formulas, styles, tables, choice lists, names. Formulas with unknown
 * functions, workbooks or tables are frozen: they keep the file's value instead of becoming #NAME? and breaking their
 * dependents. Register the PA functions first.
 * @throws WorkbookError TOO_BIG_FOR_GRID
 */
export function toWorkbookData(book: GridBook, options: GridOptions = {}): GridData {
  const tables = new Map(book.sheets.flatMap((sheet) => sheet.tables.map((t) => [t.name.toLowerCase(), t] as const)));
  const formulas: LiveFormula[] = [];
  const filled: FilledCell[] = [];
  const frozen = new Set<string>();
  const unlocked = new Map<string, Set<string>>();
  const styles = new Numbered<object>();
  const formats = new Numbered<string>();
  let count = 0;

  const sheetData = (sheet: GridSheet, index: number): object => {
    const cells: Record<string, string> = {};
    const cellStyles: Record<string, number> = {};
    const cellFormats: Record<string, number> = {};
    const open = new Set<string>();
    const calculated = new Set<number>();
    let lastRow = 0;
    let lastColumn = 0;
    const spilled: GridCell[] = [];
    for (const cell of sheet.cells) {
      if (++count > (options.mostCells ?? mostGridCells)) throw tooBig();
      const name = columnName(cell.column) + cell.row.toString();
      lastRow = Math.max(lastRow, cell.row);
      lastColumn = Math.max(lastColumn, cell.column);
      if (cell.look !== null) {
        const style = styleOf(cell.look);
        if (style !== null) cellStyles[name] = styles.of(style);
        const format = gridFormat(cell.look.format);
        // The engine turns any value in a text-formatted cell into text; in a file a number there stays a number.
        if (format !== null && (format !== textFormat || isTextual(cell))) cellFormats[name] = formats.of(format);
        if (!cell.look.locked) open.add(name);
      }
      if (cell.spilledFrom !== null) {
        spilled.push(cell);
        continue;
      }
      const content =
        cell.formula === null ? null : calculable(cell.formula, { sheet: sheet.name, row: cell.row }, tables);
      if (cell.formula !== null && content === null) frozen.add(`${sheet.name}!${name}`);
      if (content !== null && cell.formula !== null) {
        const isStructured = cell.formula.includes("[");
        calculated.add(cell.row);
        formulas.push({
          sheet: sheet.name,
          cell: name,
          row: cell.row,
          stored: cell.formula,
          cached: cell.value,
          isStructured,
        });
      }
      const text = content ?? literal(cell.value, cell.look?.format);
      if (text !== null) cells[name] = text;
    }
    // The engine fills spilled cells again, except those of frozen formulas.
    for (const cell of spilled) {
      const name = columnName(cell.column) + cell.row.toString();
      if (!frozen.has(`${sheet.name}!${cell.spilledFrom!}`)) {
        filled.push({ sheet: sheet.name, cell: name, cached: cell.value });
        continue;
      }
      const text = literal(cell.value);
      if (text !== null) cells[name] = text;
    }
    if (sheet.isProtected) unlocked.set(sheet.name, open);
    return {
      id: `sheet${index + 1}`,
      name: sheet.name,
      isVisible: sheet.isVisible,
      rowNumber: Math.max(60, lastRow + 30),
      colNumber: Math.max(20, lastColumn + 5),
      cells,
      styles: cellStyles,
      formats: cellFormats,
      borders: {},
      merges: sheet.merged,
      // Charts are omitted: without its chart library the grid would crash. They stay in the file.
      figures: [],
      rows: rowsOf(sheet, calculated),
      cols: Object.fromEntries(
        sheet.columns.map(({ column, width, hidden }) => [
          column - 1,
          { size: Math.round(width * 7 + 5), ...(hidden && { isHidden: true }) },
        ]),
      ),
      panes: { xSplit: sheet.frozen.columns, ySplit: sheet.frozen.rows },
      areGridLinesVisible: true,
      conditionalFormats: sheet.rules.flatMap(conditionalFormat),
      dataValidationRules: sheet.choices.map(({ ranges, values, blocks }, i) => ({
        id: `choices${i + 1}`,
        ranges,
        isBlocking: blocks,
        criterion: Array.isArray(values)
          ? { type: "isValueInList", values, displayStyle: "arrow" }
          : {
              type: "isValueInRange",
              values: [(values as { range: string }).range.replaceAll("$", "")],
              displayStyle: "arrow",
            },
      })),
      tables: sheet.tables.map((table) => ({
        range: `${columnName(table.left)}${table.top}:${columnName(table.right)}${table.bottom}`,
        type: "static",
        config: {
          hasFilters: table.hasHeader,
          numberOfHeaders: table.hasHeader ? 1 : 0,
          totalRow: table.hasTotals,
          firstColumn: false,
          lastColumn: false,
          bandedRows: true,
          bandedColumns: false,
          styleId: "TableStyleMedium2",
        },
      })),
    };
  };

  const sheets = book.sheets.map(sheetData);
  const namedRanges = Object.fromEntries(
    book.names
      .filter(
        ({ name, refersTo }) =>
          !name.startsWith("_xlnm.") && /^[^(,[\]]+!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/.test(refersTo),
      )
      .map(({ name, refersTo }) => [name, refersTo.replaceAll("$", "")]),
  );
  const data = {
    version: "19.3.2",
    sheets,
    styles: styles.byNumber,
    formats: formats.byNumber,
    borders: {},
    pivots: {},
    pivotNextId: 1,
    customTableStyles: {},
    revisionId: "START_REVISION",
    uniqueFigureIds: true,
    settings: { locale: options.locale ?? engine.DEFAULT_LOCALE },
    namedRanges,
  };
  return { data, tables, formulas, filled, frozen, unlocked };
}

/** A stored formula in the engine's syntax, with "="; null if the engine does not support it. */
export function calculable(
  stored: string,
  at: { readonly sheet: string; readonly row: number },
  tables: ReadonlyMap<string, ReferencedTable>,
): string | null {
  const formula = fromStored(stored);
  const known = engine.registries.functionRegistry.content;
  if (!functionsIn(formula).every((name) => known[name] !== undefined)) return null;
  // "[1]Blad1!A1" refers to another workbook.
  if (/\[\d+\]/.test(formula.replace(/"(?:[^"]|"")*"/g, ""))) return null;
  const expanded = expandStructured(formula, at, tables);
  return expanded === null ? null : `=${expanded}`;
}

const textFormat = "@";
const isTextual = ({ formula, value }: GridCell): boolean =>
  formula === null && (value === null || typeof value === "string");

/**
 * A value as typed into a cell so that it keeps its type: ambiguous texts get an apostrophe, except under a text
 * format, where the engine would keep the apostrophe as text.
 */
export function literal(value: CellValue, format?: string): string | null {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  if (typeof value === "object") return value.error;
  if (format === textFormat && !value.startsWith("=")) return value;
  return /^\p{L}/u.test(value) && !/^(?:true|false)$/i.test(value) ? value : `'${value}`;
}

const styleOf = (look: CellLook): object | null => {
  const style = {
    ...(look.bold && { bold: true }),
    ...(look.italic && { italic: true }),
    ...(look.struck && { strikethrough: true }),
    ...(look.textColor !== null && look.textColor !== "#000000" && { textColor: look.textColor }),
    ...(look.fillColor !== null && { fillColor: look.fillColor }),
    ...(look.wrap && { wrapping: "wrap" }),
    ...(look.align !== null && { align: look.align }),
    ...(look.vertical !== null && { verticalAlign: look.vertical === "center" ? "middle" : look.vertical }),
  };
  return Object.keys(style).length > 0 ? style : null;
};

const operators: Readonly<Record<string, string>> = {
  equal: "isEqual",
  notEqual: "isNotEqual",
  greaterThan: "isGreaterThan",
  greaterThanOrEqual: "isGreaterOrEqualTo",
  lessThan: "isLessThan",
  lessThanOrEqual: "isLessOrEqualTo",
  between: "isBetween",
  notBetween: "isNotBetween",
};

function conditionalFormat(rule: GridRule, index: number): object[] {
  const operator = rule.operator === "expression" ? "customFormula" : operators[rule.operator];
  if (operator === undefined) return [];
  const values = operator === "customFormula" ? rule.values.map((formula) => `=${fromStored(formula)}`) : rule.values;
  return [
    { id: `rule${index + 1}`, ranges: rule.ranges, rule: { type: "CellIsRule", operator, values, style: rule.look } },
  ];
}

/** Numbers distinct values from 1. */
class Numbered<T> {
  readonly byNumber: Record<number, T> = {};
  readonly #numbers = new Map<string, number>();

  of(thing: T): number {
    const key = JSON.stringify(thing);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    this.byNumber[number] = thing;
    return number;
  }
}

const tooBig = (): WorkbookError =>
  new WorkbookError("TOO_BIG_FOR_GRID", {
    nl: "Deze werkmap is te groot voor het rekenblad. Vraag de gemeente om een kleinere werkmap, of gebruik Excel.",
    en: "This workbook is too large for the grid. Ask the municipality for a smaller one, or use Excel.",
  });
