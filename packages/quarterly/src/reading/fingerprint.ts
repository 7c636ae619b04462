import { sha256 } from "#sha256";
import type { ReturnTable } from "../return.js";
import type { CellValue } from "../workbook.js";

const unit = "\u001f";
/** Rows written out at a time. */
const STEP = 10_000;

/** A cell with its kind, so that the text "1" and the number 1 differ. */
const written = (value: CellValue): string => {
  if (value === null || value === "") return "";
  if (typeof value === "string") return `"${value}`;
  return typeof value === "object" ? `!${value.error}` : String(value);
};

/**
 * SHA-256 of everything read: per table its name, per column its header and cells from top to bottom. The same cells give the
 * same fingerprint, whichever host or file they came from. In pieces per column: the whole text never stands in memory.
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
        const cells: string[] = [];
        const until = Math.min(from + STEP, table.length);
        for (let i = from; i < until; i += 1) cells.push(written(cellAt(i)));
        hash.update(from === 0 ? cells.join(unit) : unit + cells.join(unit));
      }
    }
  }
  return hash.hex();
}
