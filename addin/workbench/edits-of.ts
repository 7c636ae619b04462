import { cellText, type CellAt, type CellValue } from "@prestatieafspraken/quarterly";
import { fromStored, toStored } from "@prestatieafspraken/functions";
import { cachedValues, cellValue, expandStructured, type Position, type Sheets } from "@prestatieafspraken/spreadsheet";
import { cellName, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { contentOf } from "./content-of.js";
import { watch } from "./edits-plugin.js";
import type { EditedCell, GridEdits } from "./grid-edits.js";
import { looksOf, viewsOf } from "./looks-of.js";
import type { ShownGetters } from "./shown-engine.js";

/** An array formula of a file, and its size in the grid: "3x1". */
interface Reach extends CellAt {
  readonly reach: string;
}
/** The array formulas calculated here, by the cell that stores them: "Blad1!C1". */
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

const spaceless = (formula: string): string => formula.replace(/\s+/g, "").toUpperCase();

interface Changed {
  readonly sheet: string;
  readonly cell: string;
  readonly position: Position;
  readonly content: string;
}

/**
 * The cells whose content differs from the file. Excludes formulas that were only rewritten because their table grew.
 */
function changedCells(sheets: Sheets): Changed[] {
  const { model, grid, pa } = sheets;
  const getters = model.getters as ShownGetters;
  const structured = new Map(
    grid.formulas
      .filter(({ isStructured }) => isStructured)
      .map((formula) => [`${formula.sheet}!${formula.cell}`, formula]),
  );
  const there = new Set(getters.getSheetIds());
  const changed: Changed[] = [];
  for (const { position, content: before } of watch(pa).touched.values()) {
    if (!there.has(position.sheetId)) continue;
    const content = contentOf(getters, position);
    if (content === before) continue;
    const sheet = getters.getSheetName(position.sheetId);
    const cell = cellName(position.row + 1, position.col + 1);
    const own = structured.get(`${sheet}!${cell}`);
    const written = own && expandStructured(fromStored(own.stored), { sheet, row: own.row }, sheets.tables());
    if (written !== undefined && spaceless(`=${written ?? ""}`) === spaceless(content)) continue;
    changed.push({ sheet, cell, position, content });
  }
  return changed;
}

/**
 * All changes in the grid since the file was opened, except marks and settings. Takes time linear in the changes and
 * formulas.
 */
export function editsOf(sheets: Sheets, reaches: Reaches): Omit<GridEdits, "marks" | "settings" | "formats"> {
  const getters = sheets.model.getters as ShownGetters;
  const changed = changedCells(sheets);
  const { fileSheets } = watch(sheets.pa);
  const added = getters.getSheetIds().filter((id) => !fileSheets.has(id));
  const headings = added.map((sheetId) => ({
    name: getters.getSheetName(sheetId),
    heading: headingOf(getters, sheetId),
    isProtected: getters.isSheetLocked(sheetId),
  }));
  const tables = grownTables(sheets);
  const isWritten = new Set([
    ...headings.flatMap(({ name, heading }) => heading.map((_, i) => `${name}!${cellName(1, i + 1)}`)),
    ...tables.flatMap(({ sheet, top, right, columns }) =>
      columns.map((_, i) => `${sheet}!${cellName(top, right + 1 + i)}`),
    ),
  ]);

  const edited = ({ sheet, cell, position, content }: Changed): EditedCell => {
    const shown = getters.getEvaluatedCell(position);
    const formula = content.startsWith("=") ? `=${toStored(content.slice(1))}` : null;
    const zone = formula === null ? undefined : getters.getSpreadZone(position);
    const spreads = zone !== undefined && (zone.bottom > zone.top || zone.right > zone.left);
    return {
      sheet,
      cell,
      value: cellValue(shown),
      shown: { type: shown.type, ...(shown.format !== undefined && { format: shown.format }) },
      ...(formula !== null && { formula }),
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
  const cells = changed.filter(({ sheet, cell }) => !isWritten.has(`${sheet}!${cell}`)).map(edited);
  const replaced = new Set(changed.map(({ sheet, cell }) => `${sheet}!${cell}`));
  // An array whose size changed is written again with its current values.
  for (const [name, { sheet, cell, reach }] of reaches) {
    if (replaced.has(name) || reachOf(sheets, sheet, cell) === reach) continue;
    const position = sheets.position(sheet, cell)!;
    cells.push(edited({ sheet, cell, position, content: contentOf(getters, position) }));
    replaced.add(name);
  }
  const inAnArray = (sheet: string, cell: string): boolean => {
    const at = getters.getArrayFormulaSpreadingOn(sheets.position(sheet, cell)!);
    return at !== undefined && replaced.has(`${sheet}!${cellName(at.row + 1, at.col + 1)}`);
  };
  return {
    sheets: headings,
    tables: tables.map(({ sheet, name, bottom, columns }) => ({ sheet, name, bottom, columns })),
    cells,
    looks: looksOf(sheets),
    views: viewsOf(sheets),
    values: cachedValues(sheets).filter(
      ({ sheet, cell }) => !replaced.has(`${sheet}!${cell}`) && !inAnArray(sheet, cell),
    ),
  };
}

/** The bold cells in the first row of a sheet added in the grid. */
function headingOf(getters: ShownGetters, sheetId: string): CellValue[] {
  const heading: CellValue[] = [];
  for (let col = 0; col < getters.getNumberCols(sheetId); col++) {
    const at = { sheetId, row: 0, col };
    const isBold = (getters.getCellStyle(at) as { readonly bold?: boolean }).bold === true;
    const content = contentOf(getters, at);
    if (!isBold || content === "" || content.startsWith("=")) continue;
    while (heading.length < col) heading.push(null);
    heading[col] = cellValue(getters.getEvaluatedCell(at));
  }
  return heading;
}

/** Tables that are larger than in the file. A new column needs a unique name, equal to its header. */
function grownTables(sheets: Sheets) {
  return [...sheets.tables().values()].flatMap((table) => {
    const own = sheets.grid.tables.get(table.name.toLowerCase());
    if (own === undefined || (table.right <= own.right && table.bottom <= own.bottom)) return [];
    const columns = Array.from({ length: Math.max(0, table.right - own.right) }, (_, i) =>
      cellText(sheets.value(table.sheet, cellName(own.top, own.right + 1 + i))),
    );
    return [{ sheet: table.sheet, name: table.name, top: own.top, right: own.right, bottom: table.bottom, columns }];
  });
}
