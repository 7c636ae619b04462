/**
 * A workbook in memory that behaves like Excel as far as our add-in can tell: interpretation of typed values,
 * protection, tables.
 */

export type Value = string | number | boolean;

export interface ModelCell {
  value: Value;
  formula?: string;
  numberFormat: string;
  unlocked?: boolean;
  struck?: boolean;
  /** Typed with an apostrophe: always text. Excel's API does not return the apostrophe. */
  quoted?: boolean;
}

export interface ModelTable {
  id: string;
  name: string;
  sheet: ModelSheet;
  /** Header row and first column, counted from 0. */
  row: number;
  column: number;
  columns: number;
  /** Number of data rows; an empty table keeps one empty row. */
  rows: number;
  showTotals: boolean;
  /** Calculated columns by index in the table: new rows get this formula. */
  calculated?: Map<number, string>;
}

export interface ModelFormat {
  id: string;
  sheet: ModelSheet;
  area: Area;
  /** Further areas of the rule. */
  also?: readonly Area[];
  type: string;
  formula: string;
  layout: Record<string, unknown>;
}

export interface ModelRemark {
  id: string;
  sheet: ModelSheet;
  row: number;
  column: number;
  content: string;
}

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** An event that Excel raises for the pages of an add-in. */
export interface ModelEvent {
  readonly type: number;
  readonly target: string;
  readonly message: Record<string, unknown>;
}

export class HostFailure extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

let serial = 0;
const newId = (kind: string): string => `{${kind}-${++serial}}`;

export const letters = (column: number): string => {
  let text = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
};

export function areaOf(reference: string): Area {
  const match = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(reference);
  if (match === null) throw new HostFailure("InvalidArgument", reference);
  const number = (text: string): number =>
    [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(match[2]) - 1;
  const column = number(match[1]!);
  const lastRow = Number(match[4] ?? match[2]) - 1;
  const lastColumn = number(match[3] ?? match[1]!);
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export const within = (a: Area, row: number, column: number): boolean =>
  row >= a.row && row < a.row + a.rows && column >= a.column && column < a.column + a.columns;

/** Serial number of a date in Excel (1 January 1900 is 1; 1900 counts as a leap year). */
export const dayNumber = (day: number, month: number, year: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

export class ModelSheet {
  readonly id = newId("sheet");
  readonly cells = new Map<number, ModelCell>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly merged: string[] = [];
  isProtected = false;
  /** Rows that stay in sight. */
  frozenRows = 0;
  /** Areas that may be changed although the sheet is protected. */
  readonly editRanges: string[] = [];
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  constructor(
    public name: string,
    readonly workbook: ModelWorkbook,
  ) {}

  cell(row: number, column: number): ModelCell {
    const key = row * 16_384 + column;
    let cell = this.cells.get(key);
    if (cell === undefined) this.cells.set(key, (cell = { value: "", numberFormat: "General" }));
    return cell;
  }

  peek(row: number, column: number): ModelCell | undefined {
    return this.cells.get(row * 16_384 + column);
  }

  /** Removes cells; those below move up, in the same columns. Excel refuses to break up another table. */
  shiftUp(area: Area, own?: ModelTable): void {
    this.#shift(area, -area.rows, own);
  }

  /** Makes room for empty cells; those from here on move down, in the same columns. */
  shiftDown(area: Area, own?: ModelTable): void {
    this.#shift(area, area.rows, own);
  }

  #shift({ row, column, rows, columns }: Area, by: number, own: ModelTable | undefined): void {
    if (this.isProtected) throw new HostFailure("AccessDenied");
    const touches = (table: ModelTable): boolean =>
      table.column < column + columns && table.column + table.columns > column && table.row + table.rows >= row;
    if (this.workbook.tables.some((table) => table.sheet === this && table !== own && touches(table)))
      throw new HostFailure("InvalidOperation");
    const moving = [...this.cells].filter(
      ([key]) => Math.floor(key / 16_384) >= row && key % 16_384 >= column && key % 16_384 < column + columns,
    );
    for (const [key] of moving) this.cells.delete(key);
    for (const [key, cell] of moving)
      if (by > 0 || Math.floor(key / 16_384) >= row + rows) this.cells.set(key + by * 16_384, cell);
  }

  /** What Excel does with a value that is typed or set through its API. */
  enter(row: number, column: number, typed: unknown): void {
    // In an array of values, null leaves the cell unchanged; an empty text clears it.
    if (typed === null || typed === undefined) return;
    const cell = this.cell(row, column);
    if (this.isProtected && !cell.unlocked && !this.editRanges.some((range) => within(areaOf(range), row, column)))
      throw new HostFailure("AccessDenied");
    delete cell.formula;
    delete cell.quoted;
    if (typeof typed === "string" && typed.startsWith("=") && cell.numberFormat !== "@") {
      cell.formula = typed;
      cell.value = this.workbook.evaluate(typed);
    } else cell.value = this.understood(cell, typed);
  }

  /**
   * AutoCorrect, which also applies to formulas set through the API: a formula in a table column fills the whole
   * column, replacing other formulas, if the column has only formulas and empty cells.
   */
  fillColumn(row: number, column: number, formula: unknown): void {
    if (!this.workbook.autoCorrect || typeof formula !== "string" || !formula.startsWith("=")) return;
    for (const table of this.workbook.tables) {
      const body = { row: table.row + 1, column: table.column, rows: table.rows, columns: table.columns };
      if (table.sheet !== this || !within(body, row, column)) continue;
      const cells = Array.from({ length: table.rows }, (_, i) => body.row + i).map((at) => this.cell(at, column));
      if (!cells.every((cell) => cell.formula !== undefined || cell.value === "")) continue;
      table.calculated = new Map(table.calculated).set(column - table.column, formula);
      for (const cell of cells) Object.assign(cell, { formula, value: this.workbook.evaluate(formula) });
    }
  }

  private understood(cell: ModelCell, typed: unknown): Value {
    if (cell.numberFormat === "@") return typeof typed === "string" ? typed.replace(/^'/, "") : String(typed);
    if (typeof typed !== "string") return typed as Value;
    if (typed.startsWith("'")) {
      cell.quoted = true;
      return typed.slice(1);
    }
    if (/^[-+]?\d+(?:\.\d+)?$/.test(typed)) return Number(typed);
    if (/^(?:true|waar)$/i.test(typed)) return true;
    if (/^(?:false|onwaar)$/i.test(typed)) return false;
    const date = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(typed);
    if (date !== null) {
      cell.numberFormat = "d-m-yyyy";
      return dayNumber(Number(date[1]), Number(date[2]), Number(date[3]));
    }
    return typed;
  }

  used(): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, cell] of this.cells) {
      if (cell.value === "" && cell.formula === undefined) continue;
      const row = Math.floor(key / 16_384);
      const column = key % 16_384;
      [top, left, bottom, right] = [
        Math.min(top, row),
        Math.min(left, column),
        Math.max(bottom, row),
        Math.max(right, column),
      ];
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

export class ModelWorkbook {
  readonly sheets: ModelSheet[] = [];
  readonly tables: ModelTable[] = [];
  readonly formats: ModelFormat[] = [];
  readonly comments: ModelRemark[] = [];
  readonly notes: ModelRemark[] = [];
  readonly xmlParts: { id: string; xml: string }[] = [];
  readonly inserted: string[] = [];
  readonly charts: { sheet: string; range: string; title: string }[] = [];
  selected: { sheet: string; row: number; column: number; rows?: number; columns?: number } | null = null;
  calculationState: "Done" | "Calculating" | "Pending" = "Done";
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  /** Excel's setting to fill a table column with a formula; on by default. */
  autoCorrect = true;
  /** Old workbooks of Excel for Mac use the 1904 date system. */
  from1904 = false;
  /** The Excels with this workbook open, which are told about each other's changes. */
  readonly readers = new Set<(event: ModelEvent, from: object) => void>();
  structureProtected = false;
  /** The value of a formula; tests may replace it. */
  evaluate: (formula: string) => Value = (formula) =>
    /^=NA\(\)$/i.test(formula) ? "#N/A" : /_xldudf_/.test(formula) ? "#NAME?" : 0;

  addSheet(name: string, at = this.sheets.length): ModelSheet {
    if (this.structureProtected) throw new HostFailure("AccessDenied");
    if (this.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
      throw new HostFailure("ItemAlreadyExists");
    const sheet = new ModelSheet(name, this);
    this.sheets.splice(at, 0, sheet);
    this.#tell(13, { worksheetId: sheet.id });
    return sheet;
  }

  /** Writes rows without interpretation; the first row is the header. */
  fill(sheet: ModelSheet, rows: readonly (readonly (Value | null)[])[], at = "A1"): void {
    const { row, column } = areaOf(at);
    for (const [i, cells] of rows.entries())
      for (const [j, value] of cells.entries()) if (value !== null) sheet.cell(row + i, column + j).value = value;
  }

  addTable(sheet: ModelSheet, name: string, rows: readonly (readonly (Value | null)[])[], at = "A1"): ModelTable {
    this.fill(sheet, rows, at);
    const { row, column } = areaOf(at);
    const table = {
      id: newId("table"),
      name,
      sheet,
      row,
      column,
      columns: rows[0]!.length,
      rows: Math.max(1, rows.length - 1),
      showTotals: false,
    };
    this.tables.push(table);
    this.#tell(102, { tableId: table.id, tableName: name, worksheetId: sheet.id });
    return table;
  }

  /** Reports new sheets and tables to every Excel with the workbook open. */
  #tell(type: number, message: Record<string, unknown>): void {
    for (const tell of this.readers) tell({ type, target: "Workbook", message: { source: "Local", ...message } }, this);
  }

  newId(kind: string): string {
    return newId(kind);
  }
}
