import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import type { ReturnTable } from "../return.js";
import type { CellValue } from "../workbook.js";

const unit = "\u001f";

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
  const hash = sha256.create();
  for (const table of tables) {
    hash.update(utf8ToBytes(`\u001d${table.definition.name}${unit}${table.length}`));
    for (const { header } of table.definition.fields) {
      if (!table.has(header)) continue;
      const cells = new Array<string>(table.length);
      for (let i = 0; i < table.length; i += 1) cells[i] = written(table.typed(header, i));
      hash.update(utf8ToBytes(`\u001e${header}${unit}${cells.join(unit)}`));
    }
  }
  return bytesToHex(hash.digest());
}
