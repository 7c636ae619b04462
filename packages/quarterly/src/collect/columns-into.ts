import { columnNumber } from "../reading/cell-name.js";
import { plainHeader, spelledKeys } from "../reading/known-headers.js";
import type { ReturnTable } from "../return.js";

/** The index of a column by its header text; null if this table has no such column. */
function columnOf(table: ReturnTable, header: string): number | null {
  const wanted = header.trim().toLowerCase();
  const at = table.raw.headers.findIndex((own) => own.trim().toLowerCase() === wanted);
  return at < 0 ? null : at;
}

/** The index in `base` for each column of `other`: fields of the return by definition, other columns by header. */
export function columnsInto(base: ReturnTable, other: ReturnTable): (number | null)[] {
  const fieldColumn = (table: ReturnTable, header: string): number | null => {
    // An empty table has no cells to ask: its headers tell.
    if (table.raw.rows.length === 0) {
      const field = table.definition.fields.find((one) => one.header === header);
      if (field === undefined) return null;
      const at = table.raw.headers.findIndex((own) => spelledKeys(field).has(plainHeader(own)));
      return at < 0 ? null : at;
    }
    const cell = table.cell(header, 0);
    return cell === null ? null : columnNumber(cell) - table.raw.firstColumn;
  };
  const into: (number | null)[] = other.raw.headers.map((header) => columnOf(base, header));
  for (const field of other.definition.fields) {
    const from = fieldColumn(other, field.header);
    if (from !== null) into[from] = fieldColumn(base, field.header) ?? into[from] ?? null;
  }
  return into;
}
