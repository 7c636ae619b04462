import { cellText, type CellAt, type CellValue, type Mark } from "@prestatieafspraken/quarterly";
import { fromStored, toStored } from "@prestatieafspraken/functions";
import {
  cachedValues,
  cellValue,
  expandStructured,
  gridFormat,
  type Position,
  type Sheets,
} from "@prestatieafspraken/spreadsheet";
import {
  cellName,
  isDateFormat,
  openXlsx,
  parseCell,
  type FileChange,
  type XlsxWorkbook,
} from "@prestatieafspraken/xlsx";
import type { ShownGetters } from "./shown-engine.js";

/** Content of a cell in invariant form: "12", "=SUM(A1:A3)"; "" when there is none. */
export function contentOf(getters: ShownGetters, position: Position): string {
  const cell = getters.getCell(position);
  if (cell === undefined) return "";
  return cell.isFormula ? (cell.compiledFormula?.toFormulaString(getters) ?? cell.content) : cell.content;
}

/** Contents by cell name, of one sheet. */
export type Contents = ReadonlyMap<string, string>;

export function contentsOf(getters: ShownGetters, sheetId: string): Contents {
  const contents = new Map<string, string>();
  for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
    const content = contentOf(getters, position);
    if (content !== "") contents.set(cellName(position.row + 1, position.col + 1), content);
  }
  return contents;
}

/** An array of a file, and how far it reached in the grid: "3x1". */
interface Reach extends CellAt {
  readonly reach: string;
}
/** The arrays of a file that are calculated here, by the cell that carries them: "Blad1!C1". */
export type Reaches = ReadonlyMap<string, Reach>;

export function reachesOf(file: XlsxWorkbook, sheets: Sheets): Reaches {
  return new Map(
    file.worksheets().flatMap((entry) =>
      file.sheet(entry, true).cells.arrays.flatMap(({ row, column }): [string, Reach][] => {
        const [sheet, cell] = [entry.name, cellName(row, column)];
        const name = `${sheet}!${cell}`;
        return sheets.grid.frozen.has(name) ? [] : [[name, { sheet, cell, reach: reachOf(sheets, sheet, cell) }]];
      }),
    ),
  );
}

const reachOf = (sheets: Sheets, sheet: string, cell: string): string => {
  const at = sheets.position(sheet, cell);
  const zone = at === null ? undefined : sheets.model.getters.getSpreadZone(at);
  return zone === undefined ? "1x1" : `${zone.bottom - zone.top + 1}x${zone.right - zone.left + 1}`;
};

export interface Saved {
  readonly file: XlsxWorkbook;
  readonly sheets: Sheets;
  /** Contents right after the file was opened, by sheet name. */
  readonly opened: ReadonlyMap<string, Contents>;
  /** How far arrays of the file reached then. */
  readonly reaches: Reaches;
  /** Marks to leave in the file; null when they are as the file has them. */
  readonly marks: readonly Mark[] | null;
}

const spaceless = (formula: string): string => formula.replace(/\s+/g, "").toUpperCase();

interface Changed {
  readonly sheet: string;
  readonly cell: string;
  readonly position: Position;
  readonly content: string;
}

/** The cells whose content is no longer what the file has. Table references that were only written again for a table that grew are no change. */
export function changesSince({ sheets, opened }: Pick<Saved, "sheets" | "opened">): Changed[] {
  const getters = sheets.model.getters as ShownGetters;
  const rewritten = new Map(
    sheets.grid.formulas
      .filter(({ isStructured }) => isStructured)
      .map(({ sheet, cell, row, stored }) => [
        `${sheet}!${cell}`,
        spaceless(`=${expandStructured(fromStored(stored), { sheet, row }, sheets.tables()) ?? ""}`),
      ]),
  );
  return getters.getSheetIds().flatMap((sheetId) => {
    const sheet = getters.getSheetName(sheetId);
    const before: Contents = opened.get(sheet) ?? new Map<string, string>();
    const now = contentsOf(getters, sheetId);
    const cells = new Set([...before.keys(), ...now.keys()]);
    return [...cells].flatMap((cell): Changed[] => {
      const content = now.get(cell) ?? "";
      if (content === (before.get(cell) ?? "") || rewritten.get(`${sheet}!${cell}`) === spaceless(content)) return [];
      const { row, column } = parseCell(cell)!;
      return [{ sheet, cell, position: { sheetId, row: row - 1, col: column - 1 }, content }];
    });
  });
}

/**
 * The file as it is after what was changed in the grid: the bytes that were opened with only those cells written, tables grown,
 * new sheets added, and the right value beside every formula. Without changes: the very same bytes.
 * @throws WorkbookError for what cannot be changed without harm
 */
export async function savedBytes(saved: Saved): Promise<Uint8Array> {
  const { file, sheets, opened, reaches, marks } = saved;
  const getters = sheets.model.getters as ShownGetters;
  const copy = openXlsx(file.bytes());
  const changed = changesSince(saved);
  const isWritten = await withNewSheets(copy, sheets, opened);
  const headers = await withGrownTables(copy, sheets);

  const asFile = ({ sheet, cell, position, content }: Changed): FileChange => {
    const shown = getters.getEvaluatedCell(position);
    const formula = content.startsWith("=") ? `=${toStored(content.slice(1))}` : null;
    const zone = formula === null ? undefined : getters.getSpreadZone(position);
    const spreads = zone !== undefined && (zone.bottom > zone.top || zone.right > zone.left);
    const format = formatToWrite(copy, sheet, cell, shown);
    return {
      sheet,
      cell,
      value: cellValue(shown),
      ...(formula !== null && { formula }),
      ...(format !== null && { format }),
      ...(spreads && {
        spill: Array.from({ length: zone.bottom - zone.top + 1 }, (_, down) =>
          Array.from({ length: zone.right - zone.left + 1 }, (__, along) => {
            const at = { sheetId: position.sheetId, row: zone.top + down, col: zone.left + along };
            return cellValue(getters.getEvaluatedCell(at));
          }),
        ),
      }),
      ...(reaches.has(`${sheet}!${cell}`) && { dropsArray: true }),
    };
  };
  const changes = changed.filter((one) => !isWritten(one) && !headers.has(`${one.sheet}!${one.cell}`)).map(asFile);
  const replaced = new Set(changed.map(({ sheet, cell }) => `${sheet}!${cell}`));
  // An array that reaches further than it did, or less far, is written again with what it fills now.
  for (const [name, { sheet, cell, reach }] of reaches) {
    if (replaced.has(name) || reachOf(sheets, sheet, cell) === reach) continue;
    const position = sheets.position(sheet, cell)!;
    changes.push(asFile({ sheet, cell, position, content: contentOf(getters, position) }));
    replaced.add(name);
  }
  await copy.change(changes);
  const inAnArray = (sheet: string, cell: string): boolean => {
    const at = getters.getArrayFormulaSpreadingOn(sheets.position(sheet, cell)!);
    return at !== undefined && replaced.has(`${sheet}!${cellName(at.row + 1, at.col + 1)}`);
  };
  copy.refresh(
    cachedValues(sheets)
      .filter(({ sheet, cell }) => !replaced.has(`${sheet}!${cell}`) && !inAnArray(sheet, cell))
      .map(({ sheet, cell, value }) => ({ sheet, ...parseCell(cell)!, value })),
  );
  if (marks !== null) {
    await copy.clearMarks();
    await copy.mark(marks);
  }
  return copy.bytes();
}

/**
 * The number format to give a cell so that others see what the grid shows: a date typed in a cell without a format is a date
 * in the file too. Null where the cell has it already.
 */
function formatToWrite(
  file: XlsxWorkbook,
  sheet: string,
  cell: string,
  shown: { readonly type: string; readonly format?: string },
): string | null {
  if (shown.type !== "number") return null;
  const { row, column } = parseCell(cell)!;
  const entry = file.worksheets().find(({ name }) => name === sheet)!;
  const { format: own, isDate } = file.styles.of(file.sheet(entry, true).cells.styleId(row, column));
  const has = gridFormat(own) ?? undefined;
  if (shown.format === has) return null;
  if (shown.format === undefined) return isDate ? "General" : null;
  // A format the file has keeps its own way of writing the same.
  return isDate && isDateFormat(shown.format) ? null : shown.format;
}

/** Adds the sheets that came after the file was opened. Tells which cells are there already: a first row in bold. */
async function withNewSheets(
  copy: XlsxWorkbook,
  { model }: Sheets,
  opened: Saved["opened"],
): Promise<(changed: Changed) => boolean> {
  const getters = model.getters as ShownGetters;
  const written = new Set<string>();
  for (const sheetId of getters.getSheetIds()) {
    const name = getters.getSheetName(sheetId);
    if (opened.has(name)) continue;
    const heading: CellValue[] = [];
    for (let col = 0; col < getters.getNumberCols(sheetId); col++) {
      const at = { sheetId, row: 0, col };
      const isBold = (getters.getCellStyle(at) as { readonly bold?: boolean }).bold === true;
      const content = contentOf(getters, at);
      if (!isBold || content === "" || content.startsWith("=")) continue;
      while (heading.length < col) heading.push(null);
      heading[col] = cellValue(getters.getEvaluatedCell(at));
      written.add(`${name}!${cellName(1, col + 1)}`);
    }
    await copy.addSheet(name, heading.length > 0 ? [heading] : []);
  }
  return ({ sheet, cell }) => written.has(`${sheet}!${cell}`);
}

/**
 * Lets the tables of the file reach as far down and to the right as they do in the grid. Returns the cells that are written
 * with it: a new column must have a name of its own, and its header must say exactly that.
 */
async function withGrownTables(copy: XlsxWorkbook, sheets: Sheets): Promise<ReadonlySet<string>> {
  const headers = new Set<string>();
  for (const table of sheets.tables().values()) {
    const entry = copy.worksheets().find(({ name }) => name === table.sheet);
    const part = entry && copy.tableParts(entry).find(({ name }) => name === table.name);
    if (entry === undefined || part === undefined) continue;
    if (table.right > part.area.right) {
      const cells = Array.from({ length: table.right - part.area.right }, (_, i) =>
        cellName(part.area.top, part.area.right + 1 + i),
      );
      const names = cells.map((cell) => cellText(sheets.value(table.sheet, cell)));
      for (const cell of cells) headers.add(`${table.sheet}!${cell}`);
      await copy.widenTable(table.sheet, table.name, names);
    }
    if (table.bottom <= part.area.bottom) continue;
    // Rows below what was filled get the looks of the last filled row, dates among them.
    const found = (await copy.tables()).find(({ name }) => name === table.name);
    if (found === undefined) continue;
    const first = found.headerRow + found.rows.length + 1;
    const rows = Array.from({ length: table.bottom - first + 1 }, (_, i) =>
      found.headers.map((_header, column) =>
        sheets.value(table.sheet, cellName(first + i, found.firstColumn + column)),
      ),
    );
    await copy.appendRows(found, rows);
  }
  return headers;
}
