/**
 * How large a workbook may be. Checked on what the file declares before anything is unpacked, and again on what
 * really comes out. A real sheet of 100,000 rows by 15 columns is 5 MB, unpacks to 53 MB (ratio 7) and has 1.5 million cells.
 */
export const limits = {
  /** Bytes of the file itself. */
  file: 100_000_000,
  /** Parts in the file. */
  parts: 5_000,
  /** Bytes of all parts together, unpacked. */
  unpacked: 400_000_000,
  /** Bytes of a part that is read as one text: everything but the cells, and a sheet that is changed. */
  text: 120_000_000,
  /** Filled cells of one sheet. */
  cells: 8_000_000,
  /** Elements inside elements. */
  depth: 200,
} as const;
