import { fill } from "@prestatieafspraken/indicators";
import type { CellAt, CellValue, Return } from "@prestatieafspraken/quarterly";
import { undo } from "./issue-actions.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** True if the workbook has a PA_Instellingen to store a choice in. */
export const keepsSettings = (session: Session): boolean => session.state.ret?.tables.has("PA_Instellingen") ?? false;

/** The cell of a setting and its value; null if it has no row. */
export function placeOfSetting(ret: Return | null, name: string): (CellAt & { readonly before: CellValue }) | null {
  const table = ret?.tables.get("PA_Instellingen");
  for (let row = 0; table !== undefined && row < table.length; row += 1) {
    const called = table.typed("Instelling", row);
    const cell = table.cell("Waarde", row);
    if (typeof called === "string" && called.trim().toLowerCase() === name.toLowerCase() && cell !== null)
      return { sheet: table.sheet(row), cell, before: table.typed("Waarde", row) };
  }
  return null;
}

/** Writes a setting to its row in PA_Instellingen, or adds a row. */
export async function writeSetting(session: Session, name: string, value: string): Promise<void> {
  const table = session.state.ret?.tables.get("PA_Instellingen");
  if (!table) return;
  const written = await session.attempt(words.busy.writing, async () => {
    const place = placeOfSetting(session.state.ret, name);
    if (place !== null) {
      const { sheet, cell, before } = place;
      await session.workbook.change([{ sheet, cell, value, expected: before }]);
      session.store.set({ undoable: session.state.undoable + 1 });
      return "changed";
    }
    const row = table.raw.headers.map((header): CellValue => {
      const plain = header.replace("*", "").trim().toLowerCase();
      return plain === "instelling" ? name : plain === "waarde" ? value : null;
    });
    await session.workbook.appendRows(table.raw, [row]);
    return "added";
  });
  if (!written) return;
  await session.check({ quietly: true });
  const takeBack = { label: words.checks.undo, run: () => void undo(session) };
  // Adding a row cannot be undone here.
  session.done(fill(words.start.written, { name, value }), written.value === "changed" ? takeBack : undefined);
}
