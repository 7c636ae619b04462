import { cellKind as kind, type CellError, type CellValue } from "@prestatieafspraken/quarterly";
import type { SharedStrings } from "./shared-strings.js";

const NO_KINDS = new Uint8Array(0);
const NO_VALUES = new Float64Array(0);

/** The cells of one column, indexed by position in the sheet's row list. */
interface Column {
  kinds: Uint8Array;
  values: Float64Array;
  /** Isolated cells far below the others, stored sparsely to save memory: index → kind and value. */
  far: Map<number, readonly [kind: number, value: number]> | null;
}

/**
 * The cells of a sheet by column: one byte and one double per cell, with texts stored by number. A column's arrays end
 * at its last cell and never outgrow the number of filled cells, so one isolated cell far down does not allocate all
 * rows above it.
 */
export class CellColumns {
  readonly #columns: (Column | undefined)[] = [];
  readonly #texts: string[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #errors: CellError[] = [];
  #room = 100_000;
  #taken = 0;

  constructor(readonly shared: SharedStrings) {}

  /** The number of a text that is not in the shared strings; adds the text if needed. */
  text(text: string): number {
    const known = this.#numberOf.get(text);
    if (known !== undefined) return known;
    const number = this.shared.length + this.#texts.push(text) - 1;
    // Deduplicates texts up to this number; beyond it they are mostly unique and the map would only cost memory.
    if (this.#numberOf.size < 65_536) this.#numberOf.set(text, number);
    return number;
  }

  error(code: string, entity: boolean): number {
    const known = this.#errors.findIndex((one) => one.error === code && (one.entity === true) === entity);
    return known < 0 ? this.#errors.push({ error: code, ...(entity && { entity: true as const }) }) - 1 : known;
  }

  textAt(number: number): string {
    return this.shared.at(number) ?? this.#texts[number - this.shared.length]!;
  }

  get errors(): readonly CellError[] {
    return this.#errors;
  }

  get width(): number {
    return this.#columns.length;
  }

  put(index: number, column: number, cellKind: number, value: number): void {
    this.#room += 8;
    const there = (this.#columns[column - 1] ??= { kinds: NO_KINDS, values: NO_VALUES, far: null });
    if (index >= there.kinds.length && !this.#grow(there, index)) {
      (there.far ??= new Map()).set(index, [cellKind, value]);
      return;
    }
    there.kinds[index] = cellKind;
    there.values[index] = value;
  }

  #grow(there: Column, index: number): boolean {
    const length = Math.max(16, index + 1 + (index >> 1));
    const added = length - there.kinds.length;
    if (this.#taken + added > this.#room) return false;
    this.#taken += added;
    const kinds = new Uint8Array(length);
    const values = new Float64Array(length);
    kinds.set(there.kinds);
    values.set(there.values);
    for (const [at, [cellKind, value]] of there.far ?? [])
      if (at < length) {
        kinds[at] = cellKind;
        values[at] = value;
        there.far!.delete(at);
      }
    there.kinds = kinds;
    there.values = values;
    return true;
  }

  kindAt(index: number, column: number): number {
    const there = this.#columns[column - 1];
    if (there === undefined) return kind.none;
    return (index < there.kinds.length ? there.kinds[index]! : 0) || (there.far?.get(index)?.[0] ?? kind.none);
  }

  /** The value of a cell: undefined if the cell does not exist, null for a formula without a result. */
  at(index: number, column: number): CellValue | undefined {
    const there = this.#columns[column - 1];
    if (there === undefined) return undefined;
    const inside = index < there.kinds.length && there.kinds[index] !== 0;
    const far = inside ? undefined : there.far?.get(index);
    const cellKind = inside ? there.kinds[index]! : (far?.[0] ?? kind.none);
    const value = inside ? there.values[index]! : (far?.[1] ?? 0);
    switch (cellKind) {
      case kind.number:
        return value;
      case kind.text:
        return this.textAt(value);
      case kind.true:
        return true;
      case kind.false:
        return false;
      case kind.error:
        return this.#errors[value]!;
      case kind.formula:
        return null;
      default:
        return undefined;
    }
  }

  /**
   * Kinds and values of consecutive rows, without copying if the column is long enough; null if the column has isolated
   * cells stored separately.
   */
  run(
    column: number,
    from: number,
    length: number,
  ): { readonly kinds: Uint8Array; readonly values: Float64Array } | null {
    const there = this.#columns[column - 1];
    if (there === undefined) return { kinds: new Uint8Array(length), values: new Float64Array(length) };
    if (there.far !== null && there.far.size > 0) return null;
    if (there.kinds.length >= from + length)
      return { kinds: there.kinds.subarray(from, from + length), values: there.values.subarray(from, from + length) };
    const kinds = new Uint8Array(length);
    const values = new Float64Array(length);
    kinds.set(there.kinds.subarray(from, from + length));
    values.set(there.values.subarray(from, from + length));
    return { kinds, values };
  }
}
