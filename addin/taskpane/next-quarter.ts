import { daySerial, fill, quarterAfter, quarterLastDay } from "@prestatieafspraken/indicators";
import {
  carriedFrom,
  isEmptyCell,
  keepPrepared,
  type CellChange,
  type CellValue,
  type Return,
  type ReturnTable,
} from "@prestatieafspraken/quarterly";
import { undo } from "./issue-actions.js";
import { placeOfSetting } from "./settings-cells.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** Phases after which a project is not copied. Delivered projects are copied: they count from then on. */
const ended = new Set(["vervallen"]);

export interface NextQuarter {
  readonly from: string;
  readonly to: string;
  readonly tables: readonly { readonly table: ReturnTable; readonly rows: readonly (readonly CellValue[])[] }[];
  readonly count: number;
}

/** The column number of a cell: "Q37" is in column 17. */
const columnOf = (cell: string): number =>
  Array.from(/^[A-Z]+/.exec(cell)?.[0] ?? "A").reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

/** Rows of the last quarter as a start for the next one; skips tables that already have rows for it. */
export function nextQuarter(ret: Return): NextQuarter | null {
  const from = ret.settings.quarter ?? ret.quarters.at(-1);
  if (from === undefined) return null;
  // If the reporting quarter has no rows yet, prepares that one.
  const to = ret.quarters.includes(from) ? quarterAfter(from) : from;
  const source = to === from ? quarterAfter(from, -1) : from;
  const tables = Object.entries(carriedFrom).flatMap(([name, carry]) => {
    const table = ret.tables.get(name);
    if (!table?.has("Kwartaal")) return [];
    const quarters = Array.from({ length: table.length }, (_, row) => table.value("Kwartaal", row));
    if (quarters.includes(to)) return [];
    const rows = quarters.flatMap((quarter, row) =>
      quarter === source && !(table.has("Fase") && ended.has(String(table.value("Fase", row))))
        ? [carriedRow(table, row, to, carry)]
        : [],
    );
    return rows.length > 0 ? [{ table, rows }] : [];
  });
  return { from: source, to, tables, count: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
}

function carriedRow(
  table: ReturnTable,
  row: number,
  to: string,
  carry: (header: string) => string | null,
): CellValue[] {
  const cells: CellValue[] = table.raw.headers.map(() => null);
  for (const { header } of table.definition.fields) {
    const cell = table.has(header) ? table.cell(header, row) : null;
    if (cell === null) continue;
    const from = carry(header);
    // Copies a column as typed, so that a date stays a date; a value from another column as read.
    const value = from === null ? null : from === header ? table.typed(header, row) : table.value(from, row);
    cells[columnOf(cell) - table.raw.firstColumn] = header === "Kwartaal" ? to : value;
  }
  return cells;
}

/** Changes to the settings for a new quarter: the quarter itself, and the reference date if one was filled in. */
export function settingsFor(ret: Return, to: string): readonly CellChange[] {
  const quarter = placeOfSetting(ret, "Verslagkwartaal");
  const day = placeOfSetting(ret, "Peildatum");
  const last = quarterLastDay(to);
  const moved = (value: CellValue): CellValue =>
    typeof value === "number" ? daySerial(last) : last.split("-").reverse().join("-");
  return [
    ...(quarter && quarter.before !== to
      ? [{ sheet: quarter.sheet, cell: quarter.cell, value: to, expected: quarter.before }]
      : []),
    ...(day && !isEmptyCell(day.before)
      ? [{ sheet: day.sheet, cell: day.cell, value: moved(day.before), expected: day.before }]
      : []),
  ];
}

/** Lets the workbook be about another quarter: its day moves along. False where it has no cell for the quarter yet. */
export async function moveToQuarter(session: Session, quarter: string): Promise<boolean> {
  const { ret } = session.state;
  if (ret === null || placeOfSetting(ret, "Verslagkwartaal") === null) return false;
  const changes = settingsFor(ret, quarter);
  const moved = await session.attempt(words.busy.writing, () => session.workbook.change(changes));
  if (!moved) return true;
  session.store.set({ undoable: session.state.undoable + 1 });
  await session.check({ quietly: true });
  const takeBack = { label: words.checks.undo, run: () => void undo(session) };
  session.done(fill(words.start.nowAbout, { quarter }), takeBack);
  return true;
}

export async function startNextQuarter(session: Session, next: NextQuarter): Promise<void> {
  // A retry continues with the table that was refused, so that no row is added twice.
  const left = [...next.tables];
  const ok = await session.attempt(words.busy.writing, async () => {
    for (let first = left[0]; first; first = left[0]) {
      await session.workbook.appendRows(first.table.raw, first.rows);
      left.shift();
    }
    const settings = session.state.ret === null ? [] : settingsFor(session.state.ret, next.to);
    await session.workbook.change(settings);
    await keepPrepared(session.workbook, next.to);
  });
  if (!ok) return;
  await session.check({ quietly: true });
  session.done(fill(words.handOver.startNextDone, { n: next.count, to: next.to }));
}
