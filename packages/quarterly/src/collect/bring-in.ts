import { remembered } from "../reading/remembered.js";
import type { CellChange, CellValue, Workbook } from "../workbook.js";
import type { CollectPlan, Contradiction } from "./plan.js";
import { DECIDED_SETTING, RECEIVED_SETTING, type Received } from "./received.js";

/** What somebody chose at a contradiction: what stands here, what stands in the other return, or something else. */
export type Choice = "here" | "there" | { readonly value: CellValue };

export interface BringingIn {
  readonly plan: CollectPlan;
  readonly received: Received;
  /** By key of the contradiction. One without a choice stays open: what stands here is kept, and it is asked again next time. */
  readonly choices?: ReadonlyMap<string, Choice>;
}

/** A contradiction and what was chosen, as a cell to change; null where what stands here is kept. */
function changeFor({ here, there }: Contradiction, choice: Choice): CellChange | null {
  if (choice === "here") return null;
  return { ...here.at, value: choice === "there" ? there.value : choice.value, expected: here.value };
}

/**
 * Brings a return into a workbook as planned and chosen: rows added, empty cells filled, chosen cells changed, and the return kept in the
 * list of what was received. Cells and choices go first: when somebody changed one of those cells in the meantime nothing happens at all.
 * @throws WorkbookError CHANGED_SINCE
 */
export async function bringIn(workbook: Workbook, { plan, received, choices = new Map() }: BringingIn): Promise<void> {
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
  if (kept.length > 0) {
    const before = (await remembered(workbook, DECIDED_SETTING)) ?? {};
    await workbook.setSetting(
      DECIDED_SETTING,
      JSON.stringify({ ...before, ...Object.fromEntries(kept.map((key) => [key, received.day])) }),
    );
  }
  const { hash, ...rest } = received;
  const list = (await remembered(workbook, RECEIVED_SETTING)) ?? {};
  await workbook.setSetting(RECEIVED_SETTING, JSON.stringify({ ...list, [hash]: rest }));
}
