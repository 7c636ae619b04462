/** A cell with line breaks, as Excel puts it on the clipboard: between quotes, its own quotes doubled. */
const withLineBreaks = /(^|[\t\n])"((?:[^"]|"")*\n(?:[^"]|"")*)"(?=[\t\n]|$)/g;

/**
 * Rows of cells in text that another program copied, each as wide as the widest. The line break with which Excel ends
 * its text begins no row, and one within a cell becomes a space, because the engine begins a row at every line break.
 */
export function pastedRows(text: string): readonly (readonly string[])[] {
  const rows = text
    .replace(/\r\n?/g, "\n")
    .replace(/(?<=[^\n])\n$/, "")
    .replace(
      withLineBreaks,
      (_whole, before: string, cell: string) => before + cell.replaceAll('""', '"').replace(/\s*\n\s*/g, " "),
    )
    .split("\n")
    .map((row) => row.split("\t"));
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
}
