import { areasTouch, cellName, columnLetters, columnNumber, parseArea, type Area } from "./reference.js";
import type { WorkbookFile } from "./workbook-file.js";
import type { SheetEntry } from "./workbook-part.js";

// Matches texts and structured references without capturing them; captures cells and areas with their sheet name.
const REFERENCE =
  /"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^[\]]*\])*\](?!!)|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\w.])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w(.![])/gu;

/** The first cell or defined name outside this area whose formula refers to it; null if there is none. */
export function firstReferringTo(file: WorkbookFile, target: SheetEntry, area: Area): string | null {
  const asks = (formula: string, sheet: string): boolean =>
    [...formula.matchAll(REFERENCE)].some(([, on, reference]) => {
      if (reference === undefined) return false;
      const name = on === undefined ? sheet : on.replace(/^'|'$/g, "").replaceAll("''", "'");
      const found = parseArea(reference);
      // An area that extends below this one, such as a whole column, still covers the moved cells.
      return (
        name.toLowerCase() === target.name.toLowerCase() &&
        found !== null &&
        areasTouch(found, area) &&
        found.bottom <= area.bottom
      );
    });
  for (const entry of file.worksheets()) {
    const { cells } = file.sheet(entry);
    for (const [row, column] of cells.formulaPlaces()) {
      const isTotal = entry === target && row >= area.top && row <= area.bottom;
      const formula = cells.storedFormula(row, column)?.text;
      if (!isTotal && formula !== undefined && asks(formula, entry.name))
        return `${entry.name}!${cellName(row, column)}`;
    }
  }
  return file.book.names.find(({ refersTo, sheet }) => asks(refersTo, sheet ?? ""))?.name ?? null;
}

/** The formula with every area that ends at row `from` extended to end at row `to`. */
export const withLongerAreas = (formula: string, from: number, to: number): string =>
  formula.replace(REFERENCE, (whole: string, _on: string | undefined, reference: string | undefined) => {
    const end = reference === undefined ? null : /:\$?[A-Za-z]{1,3}\$?(\d{1,7})$/.exec(reference);
    return end === null || Number(end[1]) !== from ? whole : whole.slice(0, -end[1]!.length) + String(to);
  });

/** A reference by columns: "B7", "$B$7:C9" or "A:C"; its letters and what stands around them. */
const CORNER = /^(\$?)([A-Za-z]{1,3})(\$?\d{0,7})$/;

/**
 * The formula after columns of a sheet moved; null if it refers to a removed column. `on` is the sheet it is on; `move`
 * gives the moved area, null if all its columns were removed.
 */
export function withColumnsMoved(
  formula: string,
  on: string,
  sheet: string,
  move: (area: Area) => Area | null,
): string | null {
  const lost: string[] = [];
  const moved = formula.replace(
    REFERENCE,
    (whole: string, named: string | undefined, reference: string | undefined, at: number) => {
      // A reference after a bracket is to another workbook.
      if (reference === undefined || formula[at - 1] === "]") return whole;
      const name = named === undefined ? on : named.replace(/^'|'$/g, "").replaceAll("''", "'");
      const corners = reference.split(":").map((corner) => CORNER.exec(corner) ?? []);
      const area = parseArea(reference);
      if (name.toLowerCase() !== sheet.toLowerCase() || area === null || corners.some(({ length }) => length === 0))
        return whole;
      const after = move(area);
      if (after === null) {
        lost.push(reference);
        return whole;
      }
      const written = corners.map(([, fixed, letters, row]) => {
        const column = columnNumber(letters!) === area.left ? after.left : after.right;
        return `${fixed!}${columnLetters(column)}${row!}`;
      });
      return whole.slice(0, -reference.length) + written.join(":");
    },
  );
  return lost.length > 0 ? null : moved;
}
