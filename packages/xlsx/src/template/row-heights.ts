import type { WriteSheet } from "hucre/xlsx";

/** Height of one line of text, in points. */
export const line = 15;

/**
 * Heights for rows with wrapped text, by its length; programs that open the file do not measure it by themselves.
 * With `header` (counted from 1), rows above it run over to the right instead.
 */
export function rowHeights(
  cells: NonNullable<WriteSheet["cells"]>,
  widths: readonly number[],
  header = 0,
): NonNullable<WriteSheet["rowDefs"]> {
  const lines = new Map<number, number>();
  for (const [at, { value, formulaResult, style }] of cells) {
    const [row = 0, column = 0] = at.split(",").map(Number);
    const text = formulaResult ?? value;
    if (typeof text !== "string" || style?.alignment?.wrapText !== true || row < header - 1) continue;
    // A letter is about as wide as the unit of column widths, a bold one a quarter wider; a twentieth is lost at the ends of
    // lines, where words do not break.
    const letters = text.length * (style.font?.bold === true ? 1.25 : 1);
    const needed = Math.ceil(letters / (0.95 * (widths[column] ?? 10)));
    lines.set(row, Math.max(lines.get(row) ?? 1, needed));
  }
  return new Map([...lines].filter(([, n]) => n > 1).map(([row, n]) => [row, { height: n * line }]));
}
