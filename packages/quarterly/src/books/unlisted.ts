import { comparable, type QuarterId } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";

const known = new WeakMap<ReturnTable, Map<QuarterId, readonly number[]>>();

/**
 * The last rows of what a quarter should list and does not: a project stays in the snapshots until a row says that it stopped.
 * A thing with another code but the same name is listed.
 */
export function unlisted(table: ReturnTable, quarter: QuarterId): readonly number[] {
  const ofTable = known.get(table) ?? new Map<QuarterId, readonly number[]>();
  known.set(table, ofTable);
  let rows = ofTable.get(quarter);
  if (rows === undefined) ofTable.set(quarter, (rows = rowsGone(table, quarter)));
  return rows;
}

function rowsGone(table: ReturnTable, quarter: QuarterId): readonly number[] {
  const { stays } = table.definition;
  if (stays === undefined || !table.has(stays.by) || !table.has("Kwartaal")) return [];
  const at = table.valueAt("Kwartaal");
  const names = [stays.by, stays.name].filter((header) => table.has(header)).map((header) => table.valueAt(header));
  const namesOf = (row: number): string[] =>
    names.flatMap((name, i) => {
      const value = name(row);
      return value === null ? [] : [`${i} ${comparable(String(value))}`];
    });
  const listed = new Set<string>();
  const last = new Map<string, number>();
  for (let row = 0; row < table.length; row += 1) {
    const own = at(row) as QuarterId | null;
    if (own === null || own > quarter) continue;
    const [code] = namesOf(row);
    if (own === quarter) for (const name of namesOf(row)) listed.add(name);
    else if (code?.startsWith("0")) {
      const before = last.get(code);
      if (before === undefined || String(at(before)) <= own) last.set(code, row);
    }
  }
  return [...last.values()].filter((row) => !namesOf(row).some((name) => listed.has(name)));
}
