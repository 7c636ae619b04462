import { numberText, untranslated, type QuarterId, type Text } from "@prestatieafspraken/indicators";
import { identities } from "../collect/row-identity.js";
import { remembered } from "../reading/remembered.js";
import { nameOfRow } from "../reading/row-name.js";
import type { Return, ReturnTable } from "../return.js";
import type { Workbook } from "../workbook.js";

/** Setting key for the input of a frozen quarter. */
const INPUTS_SETTING = "inputs";
/** Of tables with more rows than this, only the figures are kept. */
const most = 2_000;

interface KeptTable {
  readonly headers: readonly string[];
  /** The displayed text of each cell, by row identity; the row's name comes first. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

/** A cell that changed since the quarter was frozen, or a row that was added or removed. */
export interface ChangedInput {
  readonly table: Text;
  /** "derde kwartaal 2026 · WYwonen · sociaal". */
  readonly row: string;
  readonly kind: "cell" | "added" | "gone";
  /** The header with the old and the new text; empty for a row that was added or removed. */
  readonly field: string;
  readonly before: Text;
  readonly after: Text;
  /** The current location; null for a row that was removed. */
  readonly at: { readonly sheet: string; readonly cell: string } | null;
}

/** True for rows of a quarter or an earlier one; later rows are not a change of it. */
const isOf = (table: ReturnTable, row: number, quarter: QuarterId): boolean => {
  const own = table.has("Kwartaal") ? table.value("Kwartaal", row) : null;
  return typeof own !== "string" || own <= quarter;
};

function kept(table: ReturnTable, ret: Return, quarter: QuarterId): KeptTable {
  const headers = table.definition.fields.map(({ header }) => header).filter((header) => table.has(header));
  const identityOf = identities(table);
  const rows: Record<string, readonly string[]> = {};
  for (let row = 0; row < table.length; row += 1)
    if (isOf(table, row, quarter))
      rows[identityOf(row)] = [
        nameOfRow(table, row, ret.agreement),
        ...headers.map((header) => table.shown(header, row)),
      ];
  return { headers, rows };
}

/** Stores the input of a quarter in the workbook, so that a later change can be located. */
export async function keepInputs(
  workbook: Pick<Workbook, "getSetting" | "setSetting">,
  quarter: QuarterId,
  ret: Return,
): Promise<void> {
  const tables = Object.fromEntries(
    [...ret.tables]
      .filter(([, table]) => table.length <= most)
      .map(([name, table]) => [name, kept(table, ret, quarter)]),
  );
  const before = (await remembered(workbook, INPUTS_SETTING)) ?? {};
  await workbook.setSetting(INPUTS_SETTING, JSON.stringify({ ...before, [quarter]: tables }));
}

/** What changed in a return since its quarter was frozen; empty if its input was not stored. */
export async function changedInputs(
  workbook: Pick<Workbook, "getSetting">,
  quarter: QuarterId,
  ret: Return,
): Promise<readonly ChangedInput[]> {
  const all = (await remembered(workbook, INPUTS_SETTING))?.[quarter] as Record<string, KeptTable> | undefined;
  if (typeof all !== "object") return [];
  return Object.entries(all).flatMap(([name, before]) => {
    const table = ret.tables.get(name);
    return table === undefined || !isKept(before) ? [] : changesIn(table, before, ret, quarter);
  });
}

const isKept = (value: KeptTable): boolean =>
  Array.isArray(value.headers) && typeof value.rows === "object" && Object.values(value.rows).every(Array.isArray);

const nothing: Text = { nl: "", en: "" };
/** The content of a cell for display: a count with thousands separators. */
const asSeen = (table: ReturnTable, header: string): ((text: string) => Text) => {
  const type = table.definition.fields.find((field) => field.header === header)?.type;
  const isNumber = type === "count" || type === "change" || type === "amount";
  return (text) => (isNumber && /^-?\d+(?:\.\d+)?$/.test(text) ? numberText(Number(text)) : untranslated(text));
};

function changesIn(table: ReturnTable, before: KeptTable, ret: Return, quarter: QuarterId): ChangedInput[] {
  const gone = new Map(Object.entries(before.rows));
  const identityOf = identities(table);
  const changes: ChangedInput[] = [];
  const about = { table: table.definition.title, field: "", before: nothing, after: nothing };
  for (let row = 0; row < table.length; row += 1) {
    if (!isOf(table, row, quarter)) continue;
    const id = identityOf(row);
    const was = gone.get(id);
    gone.delete(id);
    const name = nameOfRow(table, row, ret.agreement);
    const sheet = table.sheet(row);
    if (was === undefined) {
      if (Object.hasOwn(before.rows, id)) continue;
      changes.push({ ...about, row: name, kind: "added", at: { sheet, cell: `A${table.row(row)}` } });
      continue;
    }
    for (const [i, field] of before.headers.entries()) {
      const cell = table.has(field) ? table.cell(field, row) : null;
      if (cell === null || table.shown(field, row) === was[i + 1]) continue;
      const said = asSeen(table, field);
      const [old, now] = [said(was[i + 1] ?? ""), said(table.shown(field, row))];
      changes.push({ ...about, row: name, kind: "cell", field, before: old, after: now, at: { sheet, cell } });
    }
  }
  for (const [name = ""] of gone.values()) changes.push({ ...about, row: name, kind: "gone", at: null });
  return changes;
}
