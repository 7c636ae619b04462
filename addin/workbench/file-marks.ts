import type { Mark } from "@prestatieafspraken/quarterly";
import { marksSheet, openXlsx, type XlsxWorkbook } from "@prestatieafspraken/xlsx";

const severities: Readonly<Record<string, Mark["severity"]>> = { f: "error", w: "warning", l: "warning" };

/** The marks in a file, and the file without them: the grid draws marks itself. */
export async function withoutFileMarks(
  file: XlsxWorkbook,
): Promise<{ readonly marks: readonly Mark[]; readonly count: number; readonly bare: XlsxWorkbook }> {
  const marks = file
    .worksheets()
    .filter(({ name }) => name.startsWith(marksSheet))
    .flatMap((entry) => {
      const { cells } = file.sheet(entry);
      const { rowNumbers } = cells;
      const text = (row: number, column: number): string => {
        const value = cells.columns.at(row, column + 1);
        return typeof value === "string" ? value : "";
      };
      if (text(0, 1) !== "Blad" || text(0, 2) !== "Cel") return [];
      return rowNumbers.slice(1).flatMap((_, i): Mark[] => {
        const [kind, sheet, cell, said] = [0, 1, 2, 3].map((column) => text(i + 1, column));
        return sheet && cell
          ? [{ severity: severities[kind!.charAt(0).toLowerCase()] ?? "info", sheet, cell, text: said! }]
          : [];
      });
    });
  const bare = openXlsx(file.bytes());
  const count = await bare.clearMarks();
  return { marks, count, bare };
}
