import type { CellValue } from "@prestatieafspraken/quarterly";

/** A rectangle in a grid of cells, counted from 0; its first row is the header. */
export interface GridBlock {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

const isBlank = (value: CellValue | undefined): boolean => value === null || value === undefined || value === "";

/**
 * Blocks of a sheet that look like a table: a run of at least two different texts beside each other, with something filled
 * in below. A block ends at the first row that is empty under its header. Titles and loose notes are passed over.
 */
export function findBlocks(grid: readonly (readonly CellValue[])[]): readonly GridBlock[] {
  const blocks: GridBlock[] = [];
  const taken = (row: number, column: number): boolean =>
    blocks.some((b) => row >= b.top && row < b.top + b.height && column >= b.left && column < b.left + b.width);
  for (const [top, cells] of grid.entries()) {
    for (let left = 0; left < cells.length; left++) {
      if (taken(top, left) || !isHeader(cells[left])) continue;
      let right = left;
      while (right < cells.length && isHeader(cells[right]) && !taken(top, right)) right++;
      const width = right - left;
      const headers = new Set(
        cells
          .slice(left, right)
          .filter(isHeader)
          .map((text) => text.trim().toLowerCase()),
      );
      let bottom = top + 1;
      while (bottom < grid.length && grid[bottom]!.slice(left, right).some((value) => !isBlank(value))) bottom++;
      if (width >= 2 && headers.size === width && bottom > top + 1)
        blocks.push({ top, left, width, height: bottom - top });
      left = right;
    }
  }
  return blocks;
}

const isHeader = (value: CellValue | undefined): value is string => typeof value === "string" && value.trim() !== "";
