/** A cell a figure was counted from. */
export interface MadeCell {
  readonly table: string;
  readonly header: string;
  readonly sheet: string;
  readonly cell: string;
}

/** The cells a figure was counted from: their number, and the first few. */
export interface Made {
  readonly count: number;
  readonly cells: readonly MadeCell[];
}

/** Maximum number of cells listed by address; the rest is only counted. */
export const namedCells = 6;

/** The cells as one line: "Voorraad!E2, E5 en nog 10". */
export function cellsLine({ count: all, cells }: Made): { readonly nl: string; readonly en: string } {
  const named = cells
    .slice(0, namedCells)
    .map(({ sheet, cell }, i) => (cells[i - 1]?.sheet === sheet ? cell : `${sheet}!${cell}`));
  const rest = all - named.length;
  const list = named.join(", ");
  return rest > 0 ? { nl: `${list} en nog ${rest}`, en: `${list} and ${rest} more` } : { nl: list, en: list };
}
