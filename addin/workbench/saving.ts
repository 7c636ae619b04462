import type { CellChange, Mark } from "@prestatieafspraken/quarterly";
import { cachedValues, cellValue, expandStructured, type Position, type Sheets } from "@prestatieafspraken/spreadsheet";
import { fromStored } from "@prestatieafspraken/functions";
import { cellName, openXlsx, parseCell, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
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

export interface Saved {
  readonly file: XlsxWorkbook;
  readonly sheets: Sheets;
  /** Contents right after the file was opened, by sheet name. */
  readonly opened: ReadonlyMap<string, Contents>;
  /** Marks to leave in the file; null when they are as the file has them. */
  readonly marks: readonly Mark[] | null;
}

const spaceless = (formula: string): string => formula.replace(/\s+/g, "").toUpperCase();

/** The cells whose content is no longer what the file has, with what they hold now. Table references that were only written again for a table that grew are no change. */
export function changesSince({ sheets, opened }: Pick<Saved, "sheets" | "opened">): CellChange[] {
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
    return [...cells].flatMap((cell): CellChange[] => {
      const content = now.get(cell) ?? "";
      if (content === (before.get(cell) ?? "") || rewritten.get(`${sheet}!${cell}`) === spaceless(content)) return [];
      const { row, column } = parseCell(cell)!;
      const value = cellValue(getters.getEvaluatedCell({ sheetId, row: row - 1, col: column - 1 }));
      return [{ sheet, cell, value, ...(content.startsWith("=") && { formula: content }) }];
    });
  });
}

/**
 * The file as it is after what was changed in the grid: the bytes that were opened with only those cells written, tables grown,
 * new sheets added, and the right value beside every formula. Without changes: the very same bytes.
 * @throws WorkbookError for what cannot be changed without harm
 */
export async function savedBytes(saved: Saved): Promise<Uint8Array> {
  const { file, sheets, opened, marks } = saved;
  const getters = sheets.model.getters as ShownGetters;
  const copy = openXlsx(file.bytes());
  const changes = changesSince(saved);

  for (const sheetId of getters.getSheetIds()) {
    const name = getters.getSheetName(sheetId);
    if (!opened.has(name)) await copy.addSheet(name, []);
  }
  for (const table of sheets.tables().values()) {
    const entry = copy.worksheets().find(({ name }) => name === table.sheet);
    const part = entry && copy.tableParts(entry).find(({ name }) => name === table.name);
    if (entry === undefined || part === undefined || table.bottom <= part.area.bottom) continue;
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
  await copy.change(changes);
  const replaced = new Set(changes.map(({ sheet, cell }) => `${sheet}!${cell}`));
  copy.refresh(
    cachedValues(sheets)
      .filter(({ sheet, cell }) => !replaced.has(`${sheet}!${cell}`))
      .map(({ sheet, cell, value }) => ({ sheet, ...parseCell(cell)!, value })),
  );
  if (marks !== null) {
    await copy.clearMarks();
    await copy.mark(marks);
  }
  return copy.bytes();
}
