import type { WriteSheet } from "hucre/xlsx";

/** Height of a text line, in points. */
export const line = 15;

/**
 * Row heights for wrapped text, estimated from its length, because programs do not measure rows on opening.
 * With `header` (counted from 1), text in rows above it overflows to the right instead.
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
    // A letter is about one unit of column width, a bold one 1.25; 5% is lost at line ends, where words do not break.
    const letters = text.length * (style.font?.bold === true ? 1.25 : 1);
    const needed = Math.ceil(letters / (0.95 * (widths[column] ?? 10)));
    lines.set(row, Math.max(lines.get(row) ?? 1, needed));
  }
  return new Map([...lines].filter(([, n]) => n > 1).map(([row, n]) => [row, { height: n * line }]));
}
