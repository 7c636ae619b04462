import type { CellAt, Mark } from "@prestatieafspraken/quarterly";
import { addSheet, removeSheet } from "./add-sheets.js";
import {
  isMarksSheet,
  marksHeaders,
  marksSheet,
  marksSheetLooks,
  severityNames,
  severityOf,
  withMarks,
  withoutMarks,
} from "./marks.js";
import { withoutNotes } from "./notes.js";
import { parseCell } from "./reference.js";
import { refusal } from "./refusal.js";
import { longestText, type WorkbookFile } from "./workbook-file.js";
import type { SheetEntry } from "./workbook-part.js";

const at = ({ sheet, cell }: CellAt): string => `${sheet}!${cell}`.toLowerCase();

/** True for our own list of marks; false for a user's sheet of that name. */
export const listsMarks = (file: WorkbookFile, entry: SheetEntry): boolean =>
  isMarksSheet(entry.name, () => [1, 2, 3, 4].map((column) => file.sheet(entry).cells.value(1, column)));

const lists = (file: WorkbookFile): readonly SheetEntry[] =>
  file.worksheets().filter((entry) => listsMarks(file, entry));

/** The marks in the list of marks, left by an earlier run or another user. */
function listedMarks(file: WorkbookFile): Mark[] {
  return lists(file).flatMap((entry) => {
    const { cells } = file.sheet(entry);
    return cells.rowNumbers.slice(1).flatMap((row) => {
      const [severity = "", sheet = "", cell = "", text = ""] = [1, 2, 3, 4].map((column) => {
        const value = cells.value(row, column);
        return typeof value === "string" ? value : "";
      });
      return parseCell(cell) ? [{ severity: severityOf(severity), sheet, cell, text }] : [];
    });
  });
}

/**
 * Marks cells and adds a sheet that lists the marks in words. A workbook with a protected structure gets no sheet, only
 * marked cells.
 */
export function markCells(file: WorkbookFile, marks: readonly Mark[]): void {
  for (const { sheet, cell } of marks) {
    file.entry(sheet);
    if (!parseCell(cell)) throw refusal("NO_CELL", cell);
  }
  if (marks.length === 0) return;
  const renewed = new Set(marks.map(at));
  file.whole(() => {
    const earlier = takeMarks(file);
    const all = [...earlier.filter((mark) => !renewed.has(at(mark))), ...marks];
    for (const entry of file.worksheets()) {
      const here = all.filter(({ sheet }) => sheet.toLowerCase() === entry.name.toLowerCase());
      if (here.length > 0) file.parts.set(entry.part, withMarks(file.parts.text(entry.part), here, entry.part));
    }
    if (file.book.structureLocked) return;
    const lines = all.map(({ severity, sheet, cell, text }) => [
      severityNames[severity],
      sheet,
      cell,
      text.slice(0, longestText),
    ]);
    addSheet(file, marksSheet, [[...marksHeaders], ...lines], marksSheetLooks(all));
  });
}

/** Removes all marks. Returns the number of cells that had one. */
export const clearMarks = (file: WorkbookFile): number => file.whole(() => new Set(takeMarks(file).map(at)).size);

/** Removes all marks and returns them; a mark missing from the list returns with its cell only. */
function takeMarks(file: WorkbookFile): Mark[] {
  const listed = listedMarks(file);
  const known = new Set(listed.map(at));
  const found = [...listed];
  for (const entry of lists(file)) removeSheet(file, entry);
  for (const entry of file.worksheets()) {
    const written = file.parts.text(entry.part);
    const unmarked = withoutMarks(written, entry.part);
    const bare = withoutNotes(file.parts, entry.part, unmarked.xml);
    for (const mark of [...unmarked.cells, ...bare.cells.map((cell) => ({ cell, severity: "info" as const }))]) {
      const whole = { ...mark, sheet: entry.name, text: "" };
      if (known.has(at(whole))) continue;
      known.add(at(whole));
      found.push(whole);
    }
    if (bare.xml !== written) file.parts.set(entry.part, bare.xml);
  }
  return found;
}
