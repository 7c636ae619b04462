import type { Scalar } from "@prestatieafspraken/indicators";
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { rowHeights } from "./row-heights.js";

type Put = { value?: Scalar; style: CellStyle; formula?: string; formulaResult?: Scalar; to?: string };

/** A sheet for reading, with cells placed one by one and no table of the return. */
export class TextSheet {
  readonly #cells: NonNullable<WriteSheet["cells"]> = new Map();
  /** The last row written, counted from 1. */
  row = 0;

  /** Writes the next row; null skips a cell. */
  add(...cells: readonly (Put | null)[]): this {
    this.row += 1;
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const { value = null, style, formula, formulaResult, to } = cell;
      this.#cells.set(`${String(this.row - 1)},${String(column)}`, {
        value,
        style,
        ...(formula !== undefined && { formula }),
        ...(formulaResult !== undefined && { formulaResult }),
        ...(to !== undefined && { hyperlink: { target: "", location: `'${to.replaceAll("'", "''")}'!A1` } }),
      });
    });
    return this;
  }

  skip(): this {
    this.row += 1;
    return this;
  }

  sheet(name: string, widths: readonly number[], more: Partial<WriteSheet> = {}): WriteSheet {
    return {
      name,
      columns: widths.map((width) => ({ width })),
      cells: this.#cells,
      rowDefs: rowHeights(this.#cells, widths),
      view: { showGridLines: false },
      pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddFooter: "&L&A&R&P / &N" },
      ...more,
    };
  }
}
