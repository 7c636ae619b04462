import { remembered, texts } from "../reading/remembered.js";
import type { ReturnTable } from "../return.js";
import type { CellValue, TableSource, Workbook } from "../workbook.js";
import { DECIDED_SETTING } from "./received.js";

/** Setting key for the contradictions nobody has decided on. */
const OPEN_SETTING = "contradictions";

/** A contradiction that nobody has decided on, as kept in the workbook. */
export interface OpenContradiction {
  /** The key of the contradiction, by which a decision is remembered. */
  readonly key: string;
  readonly table: string;
  /** The identity of the row. */
  readonly row: string;
  readonly field: string;
  /** The value here when the other was brought in, as `asRead` gives it. It is open as long as the cell has it. */
  readonly here: CellValue;
  readonly there: CellValue;
  /** The other value as its file displays it. */
  readonly shown: string;
  /** The file with the other value, and the one with the value here; null if that was in this workbook. */
  readonly file: string;
  readonly against: string | null;
}

/** A cell as read, or as typed if it has no usable value: a number typed as text stays the same once it is a number. */
export const asRead = (table: ReturnTable, header: string, index: number): CellValue =>
  table.value(header, index) ?? table.typed(header, index);

/** Contradictions nobody has decided on; null if they cannot be read. */
export async function openIn(workbook: Pick<TableSource, "getSetting">): Promise<readonly OpenContradiction[] | null> {
  const kept = await remembered(workbook, OPEN_SETTING);
  return (
    kept &&
    Object.values(kept).flatMap((value) => {
      if (typeof value !== "object" || value === null) return [];
      const { key = "", table = "", row = "", field = "", shown = "", file = "", against = null } = texts(value);
      const { here = null, there = null } = value as { here?: CellValue; there?: CellValue };
      return [{ key, table, row, field, here, there, shown, file, against }];
    })
  );
}

/** A cell and the file that has another value for it: one contradiction at a time, what the file said last. */
export const placeOf = ({ table, row, field, file }: OpenContradiction): string => [table, row, field, file].join("|");

/** Replaces the contradictions that are open. */
export async function keepOpen(
  workbook: Pick<Workbook, "setSetting">,
  open: readonly OpenContradiction[],
): Promise<void> {
  const byPlace = open.map((one) => [placeOf(one), one] as const);
  await workbook.setSetting(OPEN_SETTING, open.length === 0 ? null : JSON.stringify(Object.fromEntries(byPlace)));
}

/** Remembers that the values here are kept; on which day, if known. */
export async function decide(workbook: Workbook, keys: readonly string[], day: string | null): Promise<void> {
  const before = (await remembered(workbook, DECIDED_SETTING)) ?? {};
  await workbook.setSetting(
    DECIDED_SETTING,
    JSON.stringify({ ...before, ...Object.fromEntries(keys.map((key) => [key, day])) }),
  );
}

/** Keeps the values here after all: these contradictions are no longer open, and not asked again. */
export async function keepHere(workbook: Workbook, keys: readonly string[]): Promise<void> {
  await decide(workbook, keys, null);
  await keepOpen(
    workbook,
    ((await openIn(workbook)) ?? []).filter(({ key }) => !keys.includes(key)),
  );
}
