import type { Return, ReturnTable } from "../return.js";

/** The return with only some rows of one table, to count a figure over those rows. */
export function withRows(ret: Return, name: string, keep: (table: ReturnTable, row: number) => boolean): Return {
  const table = ret.tables.get(name);
  if (!table) return ret;
  const kept: number[] = [];
  for (let row = 0; row < table.length; row += 1) if (keep(table, row)) kept.push(row);
  const narrowed: ReturnTable = {
    definition: table.definition,
    raw: table.raw,
    length: kept.length,
    value: (header, row) => table.value(header, kept[row]!),
    valueAt: (header) => {
      const at = table.valueAt(header);
      return (row) => at(kept[row]!);
    },
    reading: (header, row) => table.reading(header, kept[row]!),
    typed: (header, row) => table.typed(header, kept[row]!),
    typedAt: (header) => {
      const at = table.typedAt(header);
      return (row) => at(kept[row]!);
    },
    shown: (header, row) => table.shown(header, kept[row]!),
    origin: (row) => table.origin(kept[row]!),
    outside: table.outside.flatMap(({ from, until, table: block }) => {
      const rows = kept.flatMap((own, row) => (own >= from && own <= until ? [row] : []));
      return rows.length === 0 ? [] : [{ from: rows[0]!, until: rows.at(-1)!, table: block }];
    }),
    cell: (header, row) => table.cell(header, kept[row]!),
    has: (header) => table.has(header),
    sheet: (row) => table.sheet(kept[row]!),
    row: (row) => table.row(kept[row]!),
  };
  return { ...ret, tables: new Map(ret.tables).set(name, narrowed) };
}
