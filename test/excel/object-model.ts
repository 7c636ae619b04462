/**
 * The objects of a workbook as exchanged between Microsoft's Excel object model and its host: with the names used on
 * the wire, and only the members our add-in uses. Any other member fails.
 */
import {
  areaOf,
  dayNumber,
  HostFailure,
  letters,
  within,
  type Area,
  type ModelEvent,
  type ModelFormat,
  type ModelRemark,
  type ModelSheet,
  type ModelTable,
  type ModelWorkbook,
  type Value,
} from "./sheet-model.js";

/** "There is no such object", for the OrNullObject members. */
export const nothing = { isNothing: true } as const;

export type Told = (event: ModelEvent) => void;

const quotedName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

export class WorkbookObject {
  constructor(
    readonly model: ModelWorkbook,
    readonly tell: Told,
  ) {}
  get Worksheets(): SheetsObject {
    return new SheetsObject(this);
  }
  get Tables(): TablesObject {
    return new TablesObject(this);
  }
  get Comments(): RemarksObject {
    return new RemarksObject(this, this.model.comments);
  }
  get Protection(): { Protected: boolean } {
    return { Protected: this.model.structureProtected };
  }
  get Application(): { CalculationState: string; CalculationMode: string } {
    return { CalculationState: this.model.calculationState, CalculationMode: this.model.calculationMode };
  }
  /** Worksheet functions called through the API. */
  get Functions(): FunctionsObject {
    return new FunctionsObject(this.model);
  }
  get CustomXmlParts(): XmlPartsObject {
    return new XmlPartsObject(this.model);
  }
  GetActiveCell(): RangeObject | typeof nothing {
    const { selected } = this.model;
    if (selected === null) return nothing;
    return new RangeObject(this, this.sheet(selected.sheet), { ...selected, rows: 1, columns: 1 });
  }
  GetSelectedRange(): RangeObject {
    const { selected } = this.model;
    if (selected === null) throw new HostFailure("InvalidSelection");
    return new RangeObject(this, this.sheet(selected.sheet), { rows: 1, columns: 1, ...selected });
  }
  InsertWorksheetsFromBase64(file: string, options: { positionType?: string }): string[] {
    if (this.model.structureProtected) throw new HostFailure("AccessDenied");
    this.model.inserted.push(file);
    if (options.positionType !== "End") throw new HostFailure("InvalidArgument");
    const sheet = this.model.addSheet(this.freeName("Ingevoegd"));
    return [sheet.id];
  }
  freeName(name: string): string {
    let free = name;
    for (let i = 2; this.model.sheets.some((sheet) => sheet.name === free); i++) free = `${name} (${i})`;
    return free;
  }
  sheet(key: string): ModelSheet {
    const found = this.model.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
    if (found === undefined) throw new HostFailure("ItemNotFound");
    return found;
  }
  /** Raises Excel's event for changed cells; for a single cell also with its new value. */
  changed(sheet: ModelSheet, area: Area, source = "Local", changeType = "RangeEdited"): void {
    const first = `${letters(area.column)}${area.row + 1}`;
    const single = area.rows * area.columns === 1;
    const address = single ? first : `${first}:${letters(area.column + area.columns - 1)}${area.row + area.rows}`;
    const message = {
      changeType,
      source,
      worksheetId: sheet.id,
      address,
      shiftDirection: "None",
      // On the wire, details are fields of the event itself, only for a single cell.
      ...(single &&
        changeType === "RangeEdited" && {
          valueBefore: "",
          valueAfter: sheet.peek(area.row, area.column)?.value ?? "",
          valueTypeBefore: "Unknown",
          valueTypeAfter: "Unknown",
        }),
    };
    this.tell({ type: 10, target: "Workbook", message });
    const table = this.model.tables.find(
      (each) => each.sheet === sheet && within({ ...each, rows: each.rows + 1 }, area.row, area.column),
    );
    if (table !== undefined) this.tell({ type: 101, target: "Workbook", message: { ...message, tableId: table.id } });
  }
}

export class SheetsObject {
  readonly kind = "worksheets";
  constructor(readonly workbook: WorkbookObject) {}
  get Items(): SheetObject[] {
    return this.workbook.model.sheets.map((sheet) => new SheetObject(this.workbook, sheet));
  }
  Indexer(key: string): SheetObject {
    return new SheetObject(this.workbook, this.workbook.sheet(key));
  }
  GetItem(key: string): SheetObject {
    return this.Indexer(key);
  }
  GetItemOrNullObject(key: string): SheetObject | typeof nothing {
    return this.workbook.model.sheets.some(({ name }) => name.toLowerCase() === key.toLowerCase())
      ? this.Indexer(key)
      : nothing;
  }
  Add(name: string): SheetObject {
    const sheet = this.workbook.model.addSheet(name);
    return new SheetObject(this.workbook, sheet);
  }
}

export class SheetObject {
  constructor(
    readonly workbook: WorkbookObject,
    readonly model: ModelSheet,
  ) {}
  get Id(): string {
    return this.model.id;
  }
  get Name(): string {
    return this.model.name;
  }
  get Visibility(): string {
    return this.model.visibility;
  }
  set Visibility(visibility: "Visible" | "Hidden" | "VeryHidden") {
    this.model.visibility = visibility;
  }
  get Tables(): TablesObject {
    return new TablesObject(this.workbook, this.model);
  }
  get Protection(): unknown {
    const { model } = this;
    return {
      Protected: model.isProtected,
      AllowEditRanges: { Items: model.editRanges.map((range) => ({ Title: range, Address: range })) },
      Protect: () => (model.isProtected = true),
    };
  }
  get FreezePanes(): unknown {
    const { model } = this;
    return { FreezeRows: (count: number) => (model.frozenRows = count) };
  }
  get Charts(): ChartsObject {
    return new ChartsObject(this.workbook.model, this.model);
  }
  GetRange(reference?: string): RangeObject {
    return new RangeObject(
      this.workbook,
      this.model,
      reference ? areaOf(reference) : { row: 0, column: 0, rows: 1_048_576, columns: 16_384 },
    );
  }
  /** Several areas at once; Excel limits the length of the address. */
  GetRanges(reference: string): RangesObject {
    if (reference.length > 8_192) throw new HostFailure("InvalidArgument");
    return new RangesObject(this.workbook, this.model, reference.split(",").map(areaOf));
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): RangeObject {
    return new RangeObject(this.workbook, this.model, { row, column, rows, columns });
  }
  GetUsedRangeOrNullObject(): RangeObject | typeof nothing {
    const area = this.model.used();
    return area === null ? nothing : new RangeObject(this.workbook, this.model, area);
  }
  Delete(): void {
    if (this.workbook.model.structureProtected) throw new HostFailure("AccessDenied");
    const { sheets } = this.workbook.model;
    sheets.splice(sheets.indexOf(this.model), 1);
    this.workbook.tell({ type: 15, target: "Workbook", message: { source: "Local", worksheetId: this.model.id } });
  }
  Activate(): void {
    if (this.model.visibility !== "Visible") throw new HostFailure("InvalidOperation");
    this.workbook.model.selected = { sheet: this.model.name, row: 0, column: 0 };
  }
}

export class RangeObject {
  constructor(
    readonly workbook: WorkbookObject,
    readonly sheet: ModelSheet,
    readonly area: Area,
  ) {}
  private grid<T>(pick: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.area;
    if (rows * columns > 5_000_000) throw new HostFailure("ResponsePayloadSizeLimitExceeded");
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => pick(row + i, column + j)),
    );
  }
  private put(rows: unknown[][], write: (row: number, column: number, value: unknown) => void): void {
    if (rows.length !== this.area.rows || rows.some((row) => row.length !== this.area.columns))
      throw new HostFailure("InvalidArgument");
    for (const [i, cells] of rows.entries())
      for (const [j, value] of cells.entries()) write(this.area.row + i, this.area.column + j, value);
  }
  get Worksheet(): SheetObject {
    return new SheetObject(this.workbook, this.sheet);
  }
  get Address(): string {
    const { row, column, rows, columns } = this.area;
    const first = `${letters(column)}${row + 1}`;
    const last = `${letters(column + columns - 1)}${row + rows}`;
    return `${quotedName(this.sheet.name)}!${first === last ? first : `${first}:${last}`}`;
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get CellCount(): number {
    return this.area.rows * this.area.columns;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  get RowHidden(): boolean | null {
    const { row, rows } = this.area;
    const hidden = Array.from({ length: rows }, (_, i) => this.sheet.hiddenRows.has(row + i));
    return hidden.every(Boolean) ? true : hidden.some(Boolean) ? null : false;
  }
  get ColumnHidden(): boolean | null {
    const { column, columns } = this.area;
    const hidden = Array.from({ length: columns }, (_, i) => this.sheet.hiddenColumns.has(column + i));
    return hidden.every(Boolean) ? true : hidden.some(Boolean) ? null : false;
  }
  get Values(): Value[][] {
    return this.grid((row, column) => this.sheet.peek(row, column)?.value ?? "");
  }
  set Values(rows: unknown[][]) {
    this.put(rows, (row, column, value) => this.sheet.enter(row, column, value));
    // Excel does not fill a column from a block of several cells.
    if (this.area.rows * this.area.columns === 1) this.sheet.fillColumn(this.area.row, this.area.column, rows[0]![0]);
    this.workbook.changed(this.sheet, this.area);
  }
  get Formulas(): Value[][] {
    return this.grid((row, column) => {
      const cell = this.sheet.peek(row, column);
      return cell?.formula ?? cell?.value ?? "";
    });
  }
  set Formulas(rows: unknown[][]) {
    this.Values = rows;
  }
  get NumberFormat(): string[][] {
    return this.grid((row, column) => this.sheet.peek(row, column)?.numberFormat ?? "General");
  }
  set NumberFormat(rows: unknown[][]) {
    this.put(rows, (row, column, format) => (this.sheet.cell(row, column).numberFormat = String(format)));
  }
  get Format(): unknown {
    const { sheet, area } = this;
    const struck = this.grid((row, column) => sheet.peek(row, column)?.struck === true).flat();
    return {
      get Protection() {
        return { Locked: !sheet.peek(area.row, area.column)?.unlocked };
      },
      Font: { Bold: false, Strikethrough: struck.every(Boolean) ? true : struck.some(Boolean) ? null : false },
      AutofitColumns: () => undefined,
      ColumnWidth: 0,
      WrapText: false,
    };
  }
  get ConditionalFormats(): FormatsObject {
    return new FormatsObject(this);
  }
  Select(): void {
    this.workbook.model.selected = { sheet: this.sheet.name, row: this.area.row, column: this.area.column };
  }
  GetSpecialCellsOrNullObject(type: string): { Address: string } | typeof nothing {
    if (type !== "Visible") throw new HostFailure("NotImplemented", type);
    // For a single cell, Excel answers about the whole used area.
    const area = this.area.rows * this.area.columns === 1 ? (this.sheet.used() ?? this.area) : this.area;
    const shown = Array.from({ length: area.rows }, (_, i) => area.row + i).filter(
      (row) => !this.sheet.hiddenRows.has(row),
    );
    const columns = Array.from({ length: Math.min(area.columns, 16_384) }, (_, i) => area.column + i).filter(
      (column) => !this.sheet.hiddenColumns.has(column),
    );
    if (shown.length === 0 || columns.length === 0) return nothing;
    const runs: [number, number][] = [];
    for (const row of shown) {
      const last = runs.at(-1);
      if (last?.[1] === row - 1) last[1] = row;
      else runs.push([row, row]);
    }
    const wide: [number, number][] = [];
    for (const column of columns) {
      const last = wide.at(-1);
      if (last?.[1] === column - 1) last[1] = column;
      else wide.push([column, column]);
    }
    return {
      Address: runs
        .flatMap(([from, to]) =>
          wide.map(([left, right]) => {
            const first = `${letters(left)}${from + 1}`;
            const last = `${letters(right)}${to + 1}`;
            return `${quotedName(this.sheet.name)}!${first === last ? first : `${first}:${last}`}`;
          }),
        )
        .join(","),
    };
  }
  /** Microsoft's object model calls this before sending large arrays. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw new HostFailure("InvalidArgument");
  }
  Delete(shift: string): void {
    if (shift !== "Up") throw new HostFailure("NotImplemented", shift);
    this.sheet.shiftUp(this.area);
    this.workbook.changed(this.sheet, this.area, "Local", "CellDeleted");
  }
  Insert(shift: string): RangeObject {
    if (shift !== "Down") throw new HostFailure("NotImplemented", shift);
    this.sheet.shiftDown(this.area);
    this.workbook.changed(this.sheet, this.area, "Local", "CellInserted");
    return this;
  }
  GetCell(row: number, column: number): RangeObject {
    const at = { row: this.area.row + row, column: this.area.column + column, rows: 1, columns: 1 };
    return new RangeObject(this.workbook, this.sheet, at);
  }
  GetRow(row: number): RangeObject {
    return new RangeObject(this.workbook, this.sheet, { ...this.area, row: this.area.row + row, rows: 1 });
  }
  /** Microsoft's object model writes more than 1,500 values in bands of rows, from a first row through a last. */
  GetBoundingRect(other: RangeObject): RangeObject {
    const areas = [this.area, other.area];
    const [row, column] = [Math.min(...areas.map((area) => area.row)), Math.min(...areas.map((area) => area.column))];
    return new RangeObject(this.workbook, this.sheet, {
      ...{ row, column, rows: Math.max(...areas.map((area) => area.row + area.rows)) - row },
      columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
    });
  }
  GetResizedRange(rows: number, columns: number): RangeObject {
    const area = { ...this.area, rows: this.area.rows + rows, columns: this.area.columns + columns };
    return new RangeObject(this.workbook, this.sheet, area);
  }
  GetEntireRow(): RangeObject {
    return new RangeObject(this.workbook, this.sheet, { ...this.area, column: 0, columns: 16_384 });
  }
  /** The tables that touch these cells. */
  GetTables(): { Items: TableObject[]; Indexer(id: string): TableObject; GetItem(id: string): TableObject } {
    const all = new TablesObject(this.workbook, this.sheet);
    const { row, column, rows, columns } = this.area;
    return {
      Items: all.Items.filter(({ model }) => {
        const below = model.row + model.rows;
        return (
          row <= below &&
          row + rows > model.row &&
          column < model.column + model.columns &&
          column + columns > model.column
        );
      }),
      Indexer: (id) => all.Indexer(id),
      GetItem: (id) => all.Indexer(id),
    };
  }
  GetMergedAreasOrNullObject(): { Address: string } | typeof nothing {
    const touching = this.sheet.merged.filter((reference) =>
      within(this.area, areaOf(reference).row, areaOf(reference).column),
    );
    return touching.length === 0
      ? nothing
      : { Address: touching.map((reference) => `${quotedName(this.sheet.name)}!${reference}`).join(",") };
  }
}

class RangesObject {
  constructor(
    readonly workbook: WorkbookObject,
    readonly sheet: ModelSheet,
    readonly areas: readonly Area[],
  ) {}
  Select(): void {
    const { row, column } = this.areas[0]!;
    this.workbook.model.selected = { sheet: this.sheet.name, row, column };
  }
  get ConditionalFormats(): FormatsObject {
    const [first, ...also] = this.areas as [Area, ...Area[]];
    return new FormatsObject(new RangeObject(this.workbook, this.sheet, first), also);
  }
}

class FormatsObject {
  constructor(
    readonly range: RangeObject,
    readonly also: readonly Area[] = [],
  ) {}
  private get all(): ModelFormat[] {
    return this.range.workbook.model.formats;
  }
  get Items(): FormatObject[] {
    const { area, sheet } = this.range;
    return this.all
      .filter((format) => format.sheet === sheet && within(area, format.area.row, format.area.column))
      .map((format) => new FormatObject(this.range.workbook, format));
  }
  Indexer(id: string): FormatObject {
    const found = this.Items.find((item) => item.Id === id);
    if (found === undefined) throw new HostFailure("ItemNotFound");
    return found;
  }
  GetItem(id: string): FormatObject {
    return this.Indexer(id);
  }
  Add(type: string): FormatObject {
    if (this.range.sheet.isProtected) throw new HostFailure("AccessDenied");
    const format = {
      id: this.range.workbook.model.newId("format"),
      sheet: this.range.sheet,
      area: this.range.area,
      ...(this.also.length > 0 && { also: this.also }),
      type,
      formula: "",
      layout: {},
    };
    this.all.push(format);
    return new FormatObject(this.range.workbook, format);
  }
}

class FormatObject {
  constructor(
    readonly workbook: WorkbookObject,
    readonly model: ModelFormat,
  ) {}
  get Id(): string {
    return this.model.id;
  }
  get Type(): string {
    return this.model.type;
  }
  get Custom(): unknown {
    const { model } = this;
    const painter = (path: string): unknown =>
      new Proxy(
        {},
        {
          set: (_target, name, value) => {
            model.layout[`${path}.${String(name)}`] = value;
            return true;
          },
          get: (_target, name) => model.layout[`${path}.${String(name)}`],
          has: (_target, name) => name !== "Items" && name !== "Id",
        },
      );
    return {
      Rule: {
        get Formula() {
          return model.formula;
        },
        set Formula(formula: string) {
          model.formula = formula;
        },
      },
      Format: {
        Fill: painter("Fill"),
        Font: painter("Font"),
        Borders: { Indexer: (edge: string) => painter(edge), GetItem: (edge: string) => painter(edge) },
      },
    };
  }
  GetRanges(): { Address: string } {
    const { sheet, area, also = [] } = this.model;
    return { Address: [area, ...also].map((each) => new RangeObject(this.workbook, sheet, each).Address).join(",") };
  }
  Delete(): void {
    if (this.model.sheet.isProtected) throw new HostFailure("AccessDenied");
    const { formats } = this.workbook.model;
    formats.splice(formats.indexOf(this.model), 1);
  }
}

class RemarksObject {
  constructor(
    readonly workbook: WorkbookObject,
    readonly all: ModelRemark[],
  ) {}
  get Items(): RemarkObject[] {
    return this.all.map((remark) => new RemarkObject(this, remark));
  }
  Indexer(id: string): RemarkObject {
    const found = this.Items.find((item) => item.Id === id);
    if (found === undefined) throw new HostFailure("ItemNotFound");
    return found;
  }
  GetItem(id: string): RemarkObject {
    return this.Indexer(id);
  }
  Add(at: RangeObject, content: string): RemarkObject {
    const { row, column } = at.area;
    if (at.sheet.isProtected) throw new HostFailure("AccessDenied");
    if (this.all.some((remark) => remark.sheet === at.sheet && remark.row === row && remark.column === column))
      throw new HostFailure("InvalidOperation");
    const remark = { id: this.workbook.model.newId("remark"), sheet: at.sheet, row, column, content };
    this.all.push(remark);
    return new RemarkObject(this, remark);
  }
}

class RemarkObject {
  constructor(
    readonly collection: RemarksObject,
    readonly model: ModelRemark,
  ) {}
  get Id(): string {
    return this.model.id;
  }
  get Content(): string {
    return this.model.content;
  }
  GetLocation(): RangeObject {
    const { sheet, row, column } = this.model;
    return new RangeObject(this.collection.workbook, sheet, { row, column, rows: 1, columns: 1 });
  }
  Delete(): void {
    if (this.model.sheet.isProtected) throw new HostFailure("AccessDenied");
    this.collection.all.splice(this.collection.all.indexOf(this.model), 1);
  }
}

class FunctionsObject {
  constructor(readonly model: ModelWorkbook) {}
  Date(year: number, month: number, day: number): { Value: number; Error: string | null } {
    return { Value: dayNumber(day, month, year) - (this.model.from1904 ? 1462 : 0), Error: null };
  }
}

class TablesObject {
  readonly kind = "tables";
  constructor(
    readonly workbook: WorkbookObject,
    readonly sheet: ModelSheet | null = null,
  ) {}
  get Items(): TableObject[] {
    return this.workbook.model.tables
      .filter(({ sheet }) => this.sheet === null || sheet === this.sheet)
      .map((table) => new TableObject(this.workbook, table));
  }
  Indexer(key: string): TableObject {
    const found = this.GetItemOrNullObject(key);
    if (!(found instanceof TableObject)) throw new HostFailure("ItemNotFound");
    return found;
  }
  GetItem(key: string): TableObject {
    return this.Indexer(key);
  }
  GetItemOrNullObject(key: string): TableObject | typeof nothing {
    return (
      this.Items.find(({ model }) => model.id === key || model.name.toLowerCase() === key.toLowerCase()) ?? nothing
    );
  }
}

class TableObject {
  constructor(
    readonly workbook: WorkbookObject,
    readonly model: ModelTable,
  ) {}
  get Id(): string {
    return this.model.id;
  }
  get Name(): string {
    return this.model.name;
  }
  get ShowHeaders(): boolean {
    return true;
  }
  get ShowTotals(): boolean {
    return this.model.showTotals;
  }
  get Worksheet(): SheetObject {
    return new SheetObject(this.workbook, this.model.sheet);
  }
  get Rows(): TableRowsObject {
    return new TableRowsObject(this);
  }
  GetHeaderRowRange(): RangeObject {
    const { sheet, row, column, columns } = this.model;
    return new RangeObject(this.workbook, sheet, { row, column, columns, rows: 1 });
  }
  GetRange(): RangeObject {
    const { sheet, row, column, columns, rows, showTotals } = this.model;
    return new RangeObject(this.workbook, sheet, { row, column, columns, rows: 1 + rows + (showTotals ? 1 : 0) });
  }
  GetDataBodyRange(): RangeObject {
    const { sheet, row, column, columns, rows } = this.model;
    return new RangeObject(this.workbook, sheet, { row: row + 1, column, columns, rows });
  }
  Resize(to: RangeObject): void {
    const { row, column, rows, columns } = to.area;
    if (row !== this.model.row || column !== this.model.column) throw new HostFailure("InvalidArgument");
    const before = this.model.rows;
    this.model.rows = rows - 1;
    this.model.columns = columns;
    // Excel fills calculated columns in the new rows.
    for (const [at, formula] of this.model.calculated ?? [])
      for (let line = before + 1; line < rows; line++)
        Object.assign(this.model.sheet.cell(row + line, column + at), {
          formula,
          value: this.workbook.model.evaluate(formula),
        });
  }
}

class TableRowsObject {
  constructor(readonly table: TableObject) {}
  /** The cells of a row by its index in the table. */
  private at(index: number): RangeObject {
    const { sheet, row, column, columns } = this.table.model;
    return new RangeObject(this.table.workbook, sheet, { row: row + 1 + index, column, rows: 1, columns });
  }
  GetItemAt(index: number): { Delete(): void } {
    const { model, workbook } = this.table;
    if (index >= model.rows) throw new HostFailure("InvalidArgument");
    return {
      Delete: () => {
        const { area, sheet } = this.at(index);
        // An Excel table keeps one row, an empty one.
        if (model.rows === 1) throw new HostFailure("NotImplemented", "the only row");
        sheet.shiftUp(area, model);
        model.rows--;
        workbook.changed(sheet, area, "Local", "RowDeleted");
      },
    };
  }
  Add(index: number | null, values: unknown[][]): { Index: number } {
    const { model, workbook } = this.table;
    const at = index ?? model.rows;
    const { area, sheet } = this.at(at);
    sheet.shiftDown(area, model);
    model.rows++;
    for (const [j, value] of values[0]!.entries()) sheet.enter(area.row, area.column + j, value);
    for (const [j, formula] of model.calculated ?? [])
      Object.assign(sheet.cell(area.row, area.column + j), { formula, value: workbook.model.evaluate(formula) });
    workbook.changed(sheet, area, "Local", "RowInserted");
    return { Index: at };
  }
}

class XmlPartsObject {
  constructor(readonly model: ModelWorkbook) {}
  Add(xml: string): XmlPartObject {
    const part = { id: this.model.newId("xml"), xml };
    this.model.xmlParts.push(part);
    return new XmlPartObject(this.model, part);
  }
  Indexer(id: string): XmlPartObject {
    const part = this.model.xmlParts.find((each) => each.id === id);
    if (part === undefined) throw new HostFailure("ItemNotFound");
    return new XmlPartObject(this.model, part);
  }
  GetItem(id: string): XmlPartObject {
    return this.Indexer(id);
  }
  GetByNamespace(uri: string): {
    Items: XmlPartObject[];
    Indexer(id: string): XmlPartObject;
    GetItem(id: string): XmlPartObject;
  } {
    return {
      Items: this.model.xmlParts
        .filter(({ xml }) =>
          new RegExp(`^[^>]*xmlns(?::\\w+)?="${uri.replace(/[.:/]/g, "\\$&")}"`).test(xml.replace(/^<\?[^>]*\?>/, "")),
        )
        .map((part) => new XmlPartObject(this.model, part)),
      Indexer: (id) => this.Indexer(id),
      GetItem: (id) => this.Indexer(id),
    };
  }
}

class XmlPartObject {
  constructor(
    readonly workbook: ModelWorkbook,
    readonly part: { id: string; xml: string },
  ) {}
  get Id(): string {
    return this.part.id;
  }
  GetXml(): string {
    return this.part.xml;
  }
  SetXml(xml: string): void {
    this.part.xml = xml;
  }
  Delete(): void {
    this.workbook.xmlParts.splice(this.workbook.xmlParts.indexOf(this.part), 1);
  }
}

class ChartsObject {
  constructor(
    readonly workbook: ModelWorkbook,
    readonly sheet: ModelSheet,
  ) {}
  Add(type: string, source: RangeObject): unknown {
    const chart = { sheet: this.sheet.name, range: `${type} ${source.Address}`, title: "" };
    this.workbook.charts.push(chart);
    return {
      Id: this.workbook.newId("chart"),
      Title: {
        set Text(text: string) {
          chart.title = text;
        },
        get Text() {
          return chart.title;
        },
      },
    };
  }
}
