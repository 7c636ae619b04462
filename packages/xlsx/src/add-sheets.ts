import type { CellValue, SheetLook } from "@prestatieafspraken/quarterly";
import { dressCells, layOutSheet } from "./dress-cells.js";
import { insertSheets } from "./insert-sheets.js";
import { patchSheet, type CellEdit } from "./patch-sheet.js";
import { cellName } from "./reference.js";
import { refusal, sheetNamed } from "./refusal.js";
import { registerSheet, unregisterSheet } from "./sheet-list.js";
import { checkValue, type WorkbookFile } from "./workbook-file.js";
import type { SheetEntry } from "./workbook-part.js";

/** XML of a sheet before and after its rows. */
export interface SheetLooks {
  readonly before: string;
  readonly after: string;
}

/** Adds a sheet with these rows, the first one in bold. Returns the sheet's name, made unique. */
export function addSheet(
  file: WorkbookFile,
  wanted: string,
  rows: readonly (readonly CellValue[])[],
  looks: SheetLooks = { before: "", after: "" },
): string {
  if (file.book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
  const edits = rows.flatMap((values, index) =>
    values.flatMap((value, column): CellEdit[] => {
      checkValue(value, `${wanted}!${cellName(index + 1, column + 1)}`);
      return value === null ? [] : [{ row: index + 1, column: column + 1, value, bold: index === 0 }];
    }),
  );
  const name = registerSheet(file.parts, file.book, wanted, (_, namespace) => {
    const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">${looks.before}<sheetData></sheetData>${looks.after}</worksheet>`;
    return patchSheet(empty, sheetNamed(wanted), edits).xml;
  });
  file.reload();
  return name;
}

/** Applies the look to a newly added sheet. */
export function dressSheet(
  file: WorkbookFile,
  sheet: string,
  rows: readonly (readonly CellValue[])[],
  { headerRow = 1, widths = [], isProtected = false }: SheetLook,
): void {
  dressCells(
    file,
    rows.flatMap((values, index) =>
      values.flatMap((value, column) => {
        const looks = lookOfNew(value, index + 1, headerRow, widths[column]);
        return looks === null ? [] : [{ sheet, cell: cellName(index + 1, column + 1), looks }];
      }),
    ),
  );
  layOutSheet(
    file,
    sheet,
    new Map(widths.map((width, i) => [i + 1, width])),
    headerRow > 1 ? { rows: headerRow, columns: 0 } : null,
  );
  if (isProtected) protectSheet(file, sheet);
}

/** The look of a cell in a new sheet; null if it has none of its own. */
export function lookOfNew(
  value: CellValue,
  row: number,
  headerRow: number,
  width: number | undefined,
): { readonly bold?: true; readonly wrap?: true } | null {
  if (row === headerRow && row > 1 && value !== null) return { bold: true };
  return row > headerRow && width !== undefined && typeof value === "string" && value.length > width
    ? { wrap: true }
    : null;
}

/** Protects a sheet without a password, against accidental changes. */
export function protectSheet(file: WorkbookFile, sheet: string): void {
  const entry = file.entry(sheet);
  file.whole(() => {
    const xml = file.parts.text(entry.part);
    if (/<(?:\w+:)?sheetProtection[\s/>]/.test(xml)) return;
    const [end = "", prefix = ""] = /<\/(\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/.exec(xml) ?? [];
    const protection = `<${prefix}sheetProtection sheet="1" objects="1" scenarios="1"/>`;
    file.parts.set(entry.part, xml.replace(end, `${end}${protection}`));
    file.forget(entry);
  });
}

export function removeSheet(file: WorkbookFile, entry: SheetEntry): void {
  if (file.book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
  unregisterSheet(file.parts, file.book, entry);
  file.forget(entry);
  file.reload();
}

/** Appends the visible sheets of another workbook. Returns their names in this workbook. */
export function insertVisibleSheets(file: WorkbookFile, other: WorkbookFile): readonly string[] {
  if (file.book.structureLocked) throw refusal("PROTECTED_STRUCTURE");
  const entries = other.worksheets().filter(({ state }) => state === "visible");
  const taken = new Set(
    file.worksheets().flatMap((entry) => file.tableParts(entry).map(({ name }) => name.toLowerCase())),
  );
  const twice = entries.flatMap((entry) => other.tableParts(entry)).find(({ name }) => taken.has(name.toLowerCase()));
  if (twice) throw refusal("TABLE_TAKEN", twice.name);
  return file.whole(() => {
    const names = insertSheets(
      { parts: file.parts, book: file.book },
      {
        parts: other.parts,
        book: other.book,
        strings: other.context(false).strings,
        isDate: (style) => other.styles.of(style).isDate,
        entries,
      },
    );
    file.reload();
    return names;
  });
}
