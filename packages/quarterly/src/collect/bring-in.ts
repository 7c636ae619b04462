import { remembered } from "../reading/remembered.js";
import type { CellAt, CellChange, CellValue, Workbook } from "../workbook.js";
import { decide, keepOpen, openIn, placeOf, type OpenContradiction } from "./open.js";
import type { CollectPlan, Contradiction } from "./plan.js";
import { RECEIVED_SETTING, type Received } from "./received.js";

/** The choice made for a contradiction: the value here, the value in the other return, or another value. */
export type Choice = "here" | "there" | { readonly value: CellValue };

/** What to merge, and the choices made. */
export interface BringingIn {
  readonly plan: CollectPlan;
  readonly received: Received;
  /** Choices by key of the contradiction. Without a choice the value here stays, and the contradiction is kept as open. */
  readonly choices?: ReadonlyMap<string, Choice>;
  /** The file that a cell here came from, if known. */
  readonly fileOf?: (at: CellAt) => string;
}

/** The cell change that follows from a choice; null if the value here is kept. */
function changeFor({ here, there }: Contradiction, choice: Choice): CellChange | null {
  if (choice === "here") return null;
  return { ...here.at, value: choice === "there" ? there.value : choice.value, expected: here.value };
}

/**
 * Merges a return into a workbook as planned and chosen: adds rows, fills empty cells, changes chosen cells, and records what
 * stays open and the return as received. Cells are written first, so if one of them changed in the meantime nothing happens at all.
 * @throws WorkbookError CHANGED_SINCE
 */
export async function bringIn(
  workbook: Workbook,
  { plan, received, choices = new Map(), fileOf }: BringingIn,
): Promise<void> {
  const chosen = plan.contradictions.flatMap((contradiction) => {
    const choice = choices.get(contradiction.key);
    return choice === undefined ? [] : [{ contradiction, choice }];
  });
  const changes = [
    ...plan.fill,
    ...chosen.flatMap(({ contradiction, choice }) => changeFor(contradiction, choice) ?? []),
  ];
  if (changes.length > 0) await workbook.change(changes);
  for (const { table, rows, calculated } of plan.append) await workbook.appendRows(table.raw, rows, calculated);
  for (const table of plan.newTables) await workbook.addSheet(table.sheet, [table.headers, ...table.rows]);

  const kept = chosen.filter(({ choice }) => choice === "here").map(({ contradiction }) => contradiction.key);
  if (kept.length > 0) await decide(workbook, kept, received.day);
  if (plan.contradictions.length + plan.takenBack.length > 0) {
    const all = plan.contradictions.map(({ key, table, identity, field, here, there }): OpenContradiction => ({
      ...{ key, table, row: identity, field, here: here.read, there: there.value, shown: there.text },
      ...{ file: received.file, against: fileOf?.(here.at) ?? null },
    }));
    // What this file said about these cells before no longer counts, nor what was chosen now, whichever file says it.
    const said = new Set([...plan.takenBack, ...all].map(placeOf));
    const before = ((await openIn(workbook)) ?? []).filter((one) => !said.has(placeOf(one)) && !choices.has(one.key));
    await keepOpen(workbook, [...before, ...all.filter(({ key }) => !choices.has(key))]);
  }
  const { hash, ...rest } = received;
  const list = (await remembered(workbook, RECEIVED_SETTING)) ?? {};
  await workbook.setSetting(RECEIVED_SETTING, JSON.stringify({ ...list, [hash]: rest }));
}
