import { columnLetters, columnNumber, LAST_COLUMN, LAST_ROW } from "./reference.js";

// Matches texts, quoted sheet names and structured references without capturing them; captures cells, whole columns and
// whole rows.
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|(?<![\w.$])(\$?[A-Za-z]{1,3})(\$?[0-9]{1,7})(?![\w(.![])|(?<![\w.$])(\$?[A-Za-z]{1,3}):(\$?[A-Za-z]{1,3})(?![\w(.!$])|(?<![\w.$])(\$?[0-9]{1,7}):(\$?[0-9]{1,7})(?![\w(.!])/g;

const moveColumn = (written: string, by: number): string | null => {
  if (written.startsWith("$")) return written;
  const column = columnNumber(written) + by;
  return column >= 1 && column <= LAST_COLUMN ? columnLetters(column) : null;
};

const moveRow = (written: string, by: number): string | null => {
  if (written.startsWith("$")) return written;
  const row = Number(written) + by;
  return row >= 1 && row <= LAST_ROW ? row.toString() : null;
};

const joined = (first: string | null, between: string, second: string | null): string =>
  first === null || second === null ? "#REF!" : first + between + second;

/** A shared formula, moved `rows` down and `columns` to the right of the cell that stores it. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECE, (whole: string, ...groups: (string | undefined)[]) => {
    const [column, row, fromColumn, toColumn, fromRow, toRow] = groups;
    if (column !== undefined) return joined(moveColumn(column, columns), "", moveRow(row!, rows));
    if (fromColumn !== undefined) return joined(moveColumn(fromColumn, columns), ":", moveColumn(toColumn!, columns));
    if (fromRow !== undefined) return joined(moveRow(fromRow, rows), ":", moveRow(toRow!, rows));
    return whole;
  });
}
