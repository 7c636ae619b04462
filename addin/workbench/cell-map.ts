import type { Position } from "@prestatieafspraken/spreadsheet";

/** More columns than a sheet has. */
const columns = 32_768;

/** Something by cell. Keys are numbers: a paste asks for tens of thousands of cells. */
export class CellMap<T> {
  readonly #sheets = new Map<string, Map<number, T>>();

  get({ sheetId, row, col }: Position): T | undefined {
    return this.#sheets.get(sheetId)?.get(row * columns + col);
  }

  set({ sheetId, row, col }: Position, value: T): void {
    const cells = this.#sheets.get(sheetId) ?? new Map<number, T>();
    this.#sheets.set(sheetId, cells);
    cells.set(row * columns + col, value);
  }

  /** Forgets the cells of a sheet. */
  drop(sheetId: string): void {
    this.#sheets.delete(sheetId);
  }

  /** The cells of one sheet, by a key that is the same for the same cell. */
  of(sheetId: string): ReadonlyMap<number, T> {
    return this.#sheets.get(sheetId) ?? new Map<number, T>();
  }

  values(): T[] {
    return [...this.#sheets.values()].flatMap((cells) => [...cells.values()]);
  }
}
