import { sha256 } from "#sha256";
import type { ReturnTable } from "../return.js";
import type { CellValue } from "../workbook.js";

const UNIT = 0x1f;
const QUOTE = 0x22;
const POINT = 0x2e;
const ZERO = 0x30;

/**
 * SHA-256 of everything read: for each table its name, for each column its header and cells. The same cells give the same hash,
 * whatever host or file they come from. A cell is written with its type, so that the text "1" and the number 1 differ.
 */
export function fingerprint(tables: Iterable<ReturnTable>): string {
  const writer = new HashWriter();
  for (const table of tables) {
    writer.text(`\u001d${table.definition.name}\u001f${table.length}`);
    for (const { header } of table.definition.fields) {
      if (!table.has(header)) continue;
      const cellAt = table.typedAt(header);
      writer.text(`\u001e${header}`);
      for (let i = 0; i < Math.max(1, table.length); i += 1) {
        writer.byte(UNIT);
        if (i < table.length) writer.cell(cellAt(i));
      }
    }
  }
  return writer.hex();
}

/** Hashes UTF-8, through a small buffer: a string per cell would take several times as long, and the whole text hundreds of MB. */
class HashWriter {
  readonly #hash = sha256();
  readonly #encoder = new TextEncoder();
  readonly #bytes = new Uint8Array(1 << 16);
  #length = 0;

  cell(value: CellValue): void {
    if (typeof value === "number") this.#number(value);
    else if (typeof value === "string") {
      if (value === "") return;
      this.byte(QUOTE);
      this.text(value);
    } else if (value !== null) this.text(typeof value === "object" ? `!${value.error}` : String(value));
  }

  byte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#flush();
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  text(text: string): void {
    const { length } = text;
    if (this.#length + length > this.#bytes.length) this.#flush();
    if (length > this.#bytes.length) {
      this.#hash.update(this.#encoder.encode(text));
      return;
    }
    const start = this.#length;
    for (let i = 0; i < length; i += 1) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) {
        this.#length = start;
        this.#flush();
        this.#hash.update(this.#encoder.encode(text));
        return;
      }
      this.#bytes[start + i] = code;
    }
    this.#length = start + length;
  }

  /** Writes a number as `String` does. An amount in whole cents has the digits of those cents, which is much faster. */
  #number(value: number): void {
    const cents = Math.round(value * 100);
    if (!(cents >= 0 && cents < 1e9 && cents / 100 === value)) {
      this.text(String(value));
      return;
    }
    this.#digits(Math.floor(cents / 100));
    const part = cents % 100;
    if (part === 0) return;
    this.byte(POINT);
    this.byte(ZERO + Math.floor(part / 10));
    if (part % 10 !== 0) this.byte(ZERO + (part % 10));
  }

  #digits(whole: number): void {
    if (whole >= 10) this.#digits(Math.floor(whole / 10));
    this.byte(ZERO + (whole % 10));
  }

  #flush(): void {
    this.#hash.update(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }

  hex(): string {
    this.#flush();
    return this.#hash.hex();
  }
}
