import { sha256 } from "#sha256";
import type { ReturnTable } from "../return.js";
import type { CellValue } from "../workbook.js";

const unit = "\u001f";
/** Number of rows serialised at a time. */
const STEP = 10_000;

/** Serialises a cell with its type, so that the text "1" and the number 1 differ. */
const written = (value: CellValue): string => {
  if (value === null || value === "") return "";
  if (typeof value === "string") return `"${value}`;
  return typeof value === "object" ? `!${value.error}` : String(value);
};

/** Cells that `join` writes as `written` does: nothing for null, and numbers and booleans as String does. */
const isPlain = (cell: CellValue): cell is number | boolean | null =>
  cell === null || typeof cell === "number" || typeof cell === "boolean";

/** Joins cells as `written`. A column mostly holds one kind of cell, which needs no string of its own per cell. */
function joined(cells: readonly CellValue[]): string {
  if (cells.every((cell): cell is string => typeof cell === "string" && cell !== ""))
    return `"${cells.join(`${unit}"`)}`;
  return cells.every(isPlain) ? cells.join(unit) : cells.map(written).join(unit);
}

/**
 * SHA-256 of everything read: for each table its name, for each column its header and cells. The same cells give the same hash,
 * whatever host or file they come from. Hashed in chunks, so the full text is never in memory.
 */
export function fingerprint(tables: Iterable<ReturnTable>): string {
  const hash = sha256();
  for (const table of tables) {
    hash.update(`\u001d${table.definition.name}${unit}${table.length}`);
    for (const { header } of table.definition.fields) {
      if (!table.has(header)) continue;
      const cellAt = table.typedAt(header);
      hash.update(`\u001e${header}${unit}`);
      for (let from = 0; from < table.length; from += STEP) {
        const cells: CellValue[] = [];
        const until = Math.min(from + STEP, table.length);
        for (let i = from; i < until; i += 1) cells.push(cellAt(i));
        if (from > 0) hash.update(unit);
        hash.update(joined(cells));
      }
    }
  }
  return hash.hex();
}
