/**
 * Maximum size of a workbook. Checked against the declared sizes before unpacking, and again while unpacking. For
 * scale: a real sheet of 100,000 rows by 15 columns is 5 MB, unpacks to 53 MB (ratio 7) and has 1.5 million cells.
 */
export const limits = {
  /** Bytes of the file. */
  file: 100_000_000,
  /** Number of parts in the file. */
  parts: 5_000,
  /** Unpacked bytes of all parts together. */
  unpacked: 400_000_000,
  /** Bytes of a part that is read as one text: all parts but sheets that are only read. */
  text: 120_000_000,
  /** Filled cells per sheet. */
  cells: 8_000_000,
  /** Depth of nested elements. */
  depth: 200,
} as const;
