import { comparable, type QuarterId } from "@prestatieafspraken/indicators";
import { kept, mapPer, oncePer } from "../kept.js";
import { rowsOf } from "../rules/columns.js";
import type { ReturnTable } from "../return.js";

const known = mapPer<QuarterId, readonly number[]>();

/**
 * The last rows of what a quarter should list and does not: a project stays in the snapshots until a row says that it stopped.
 * A thing with another code but the same name is listed.
 */
export const unlisted = (table: ReturnTable, quarter: QuarterId): readonly number[] =>
  kept(known(table), quarter, () => rowsGone(table, quarter));

/** The rows of a table of things that stay, with their code and name in a form to compare; computed once for all quarters. */
const things = oncePer((table: ReturnTable) => {
  const { stays } = table.definition;
  if (stays === undefined || !table.has(stays.by) || !table.has("Kwartaal")) return [];
  const at = table.valueAt("Kwartaal");
  const headers = [stays.by, stays.name].filter((header) => table.has(header));
  const namesAt = headers.map((header) => table.valueAt(header));
  return Array.from(rowsOf(table), (row) => ({
    row,
    quarter: at(row) as QuarterId | null,
    names: namesAt.flatMap((nameAt, i) => {
      const name = nameAt(row);
      return name === null ? [] : [`${i} ${comparable(String(name))}`];
    }),
  }));
});

function rowsGone(table: ReturnTable, quarter: QuarterId): readonly number[] {
  const listed = new Set<string>();
  const last = new Map<string, ReturnType<typeof things>[number]>();
  for (const thing of things(table)) {
    const { quarter: own, names } = thing;
    if (own === null || own > quarter) continue;
    const [code] = names;
    if (own === quarter) for (const name of names) listed.add(name);
    else if (code?.startsWith("0") && (last.get(code)?.quarter ?? "") <= own) last.set(code, thing);
  }
  return [...last.values()].filter(({ names }) => !names.some((name) => listed.has(name))).map(({ row }) => row);
}
