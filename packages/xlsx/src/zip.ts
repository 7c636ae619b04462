import { crc32, deflate, inflate, inflateBeside } from "#inflate";
import { limits } from "./limits.js";
import { refusal } from "./refusal.js";
import { decodeText, encodeText } from "./text-coding.js";

/** A part as stored in the zip, still packed. */
export interface ZipEntry {
  /** Name of the part; separators are always "/". */
  readonly name: string;
  /** The name as stored in the file. */
  readonly stored: string;
  /** Packed bytes: a view on the file, not a copy. */
  readonly packed: Uint8Array;
  /** 0 is stored, 8 is deflated. */
  readonly method: 0 | 8;
  readonly crc: number;
  /** Unpacked size as declared; unpacking stops if there is more. */
  readonly size: number;
  /** Time stamp and attributes, kept when writing. */
  readonly dosTime: number;
  readonly externalAttributes: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** 1 January 1980: the time stamp of new parts, because no clock is read. */
export const NO_TIME = 0x00210000;
const directory = { nl: "de inhoudsopgave", en: "the directory" };
const UNKNOWN_32 = 0xffffffff;

/**
 * The entries of a zip file in directory order, still packed.
 * Refuses files that are not a zip, truncated or encrypted, have unsafe or duplicate names, contain overlapping entries
 * or declare too much.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  refuseOtherKinds(bytes);
  if (bytes.length > limits.file) throw refusal("TOO_LARGE", megabytes(bytes.length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = findDirectory(view);
  if (count > limits.parts) throw refusal("TOO_LARGE", count.toString());

  const entries: ZipEntry[] = [];
  const spans: [number, number][] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) throw refusal("CORRUPT_ZIP", directory);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw refusal("CORRUPT_ZIP", directory);
    const stored = decodeText(bytes.subarray(at + 46, at + 46 + nameLength), directory);
    // Older exporters write backslashes; Excel opens such files.
    const name = stored.replaceAll("\\", "/");
    const extra = at + 46 + nameLength;
    const [size, packedSize, offset] = largeSizes(
      view,
      extra,
      extra + extraLength,
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    );
    if (flags & 1) throw refusal("ENCRYPTED");
    if (method !== 0 && method !== 8) throw refusal("CORRUPT_ZIP", name);
    if (/^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|\0/.test(name)) throw refusal("BAD_PATH", name);
    const key = name.toLowerCase();
    if (seen.has(key)) throw refusal("DUPLICATE_PART", name);
    seen.add(key);
    unpacked += size;
    // Deflate compresses at most 1032:1, so a larger ratio is forged.
    if (unpacked > limits.unpacked || size > packedSize * 1040 + 1024) throw refusal("ZIP_BOMB", megabytes(unpacked));
    const data = locate(view, offset, stored, bytes);
    if (data + packedSize > start) throw refusal("CORRUPT_ZIP", name);
    spans.push([offset, data + packedSize]);
    entries.push({
      name,
      stored,
      packed: bytes.subarray(data, data + packedSize),
      method,
      crc: view.getUint32(at + 16, true),
      size,
      dosTime: view.getUint32(at + 12, true),
      externalAttributes: view.getUint32(at + 38, true),
    });
    at = next;
  }
  // Overlapping entries can make a small file unpack to a large one without a high ratio.
  spans.sort((a, b) => a[0] - b[0]);
  let free = 0;
  for (const [from, to] of spans) {
    if (from < free) throw refusal("ZIP_BOMB", { nl: "onderdelen in elkaar", en: "parts inside each other" });
    free = to;
  }
  return entries;
}

/**
 * Unpacks an entry in pieces, up to its declared size, and verifies its checksum at the end: rely on the pieces only
 * after this returns.
 */
export function unpackPieces(entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  const checked = checking(entry, take);
  try {
    if (entry.method === 0) checked.accept(entry.packed);
    else inflate(entry.packed, entry.size, checked.accept);
  } catch (problem) {
    throw asRefusal(entry, problem);
  }
  checked.end();
}

/** As `unpackPieces`, but unpacks on another thread where the host has one. */
export async function unpackBeside(entry: ZipEntry, take: (piece: Uint8Array) => void): Promise<void> {
  if (entry.method === 0) {
    unpackPieces(entry, take);
    return;
  }
  const checked = checking(entry, take);
  try {
    await inflateBeside(entry.packed, entry.size, checked.accept);
  } catch (problem) {
    throw asRefusal(entry, problem);
  }
  checked.end();
}

function checking(entry: ZipEntry, take: (piece: Uint8Array) => void) {
  let size = 0;
  let crc = 0;
  return {
    accept: (piece: Uint8Array): void => {
      if (piece.length === 0) return;
      size += piece.length;
      if (size > entry.size) throw refusal("CORRUPT_ZIP", entry.name);
      crc = crc32(piece, crc);
      take(piece);
    },
    end: (): void => {
      if (size !== entry.size || crc !== entry.crc) throw refusal("CORRUPT_ZIP", entry.name);
    },
  };
}

const asRefusal = (entry: ZipEntry, problem: unknown): Error =>
  problem instanceof Error && problem.name === "WorkbookError" ? problem : refusal("CORRUPT_ZIP", entry.name);

/** All unpacked bytes of an entry. */
export function unpack(entry: ZipEntry): Uint8Array {
  const whole = new Uint8Array(entry.size);
  let at = 0;
  unpackPieces(entry, (piece) => {
    whole.set(piece, at);
    at += piece.length;
  });
  return whole;
}

/** Packs new bytes into an entry; keeps the time stamp and attributes of the one it replaces. */
export function pack(name: string, bytes: Uint8Array, replaces?: ZipEntry): ZipEntry {
  return {
    name,
    stored: replaces?.stored ?? name,
    // For a large sheet, a lower level packs twice as fast for a few percent more bytes.
    packed: deflate(bytes, bytes.length > 4_000_000 ? 3 : 6),
    method: 8,
    crc: crc32(bytes),
    size: bytes.length,
    dosTime: replaces?.dosTime ?? NO_TIME,
    externalAttributes: replaces?.externalAttributes ?? 0,
  };
}

/** A zip file with these entries in this order; packed bytes are copied unchanged. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const named = entries.map((entry) => ({ entry, name: encodeText(entry.stored), offset: 0 }));
  const total = named.reduce((sum, { entry, name }) => sum + 76 + 2 * name.length + entry.packed.length, 22);
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  let at = 0;
  const facts = (entry: ZipEntry, name: Uint8Array, position: number): void => {
    view.setUint16(position, 20, true); // version needed
    view.setUint16(position + 2, 0x0800, true); // names are UTF-8
    view.setUint16(position + 4, entry.method, true);
    view.setUint32(position + 6, entry.dosTime, true);
    view.setUint32(position + 10, entry.crc, true);
    view.setUint32(position + 14, entry.packed.length, true);
    view.setUint32(position + 18, entry.size, true);
    view.setUint16(position + 22, name.length, true);
  };
  for (const one of named) {
    const { entry, name } = one;
    one.offset = at;
    view.setUint32(at, LOCAL, true);
    facts(entry, name, at + 4);
    out.set(name, at + 30);
    out.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
  }
  const start = at;
  for (const { entry, name, offset } of named) {
    view.setUint32(at, DIRECTORY, true);
    view.setUint16(at + 4, 20, true); // version made by
    facts(entry, name, at + 6);
    view.setUint32(at + 38, entry.externalAttributes, true);
    view.setUint32(at + 42, offset, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - start, true);
  view.setUint32(at + 16, start, true);
  return out;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Refuses other file kinds with a sentence that names them. */
function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw refusal("EMPTY_FILE");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    // A workbook with a password is an OLE2 file with a stream of this name; one with a sensitivity label also names
    // its rights.
    if (!contains(bytes, "EncryptedPackage")) throw refusal("OLD_XLS");
    throw refusal(contains(bytes, "DRMEncrypted") || contains(bytes, "DRMContent") ? "LABELLED" : "ENCRYPTED");
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  // BIFF 2-4 files begin with a BOF record, without a container.
  if (bytes[0] === 0x09 && bytes[2] !== undefined && bytes[2] <= 8 && bytes[3] === 0) throw refusal("OLD_XLS");
  // A lock file holds the name of the user who has the workbook open: length, then name, 54 or 165 bytes in total.
  if (
    bytes.length <= 200 &&
    bytes[0]! > 0 &&
    bytes[0]! <= 54 &&
    bytes.length >= 54 &&
    bytes.subarray(1, 1 + bytes[0]!).every((byte) => byte >= 32)
  )
    throw refusal("LOCK_FILE");
  throw refusal("NOT_ZIP");
}

function contains(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(encodeText(text)).flatMap((letter) => [letter, 0]);
  const last = bytes.length - wanted.length;
  for (let at = bytes.indexOf(wanted[0]!); at >= 0 && at <= last; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

function findDirectory(view: DataView): { count: number; start: number; end: number } {
  let length = view.byteLength;
  // Ignores zeros after the archive: some document systems pad files to a block.
  while (length > 0 && view.getUint8(length - 1) === 0) length--;
  const latest = Math.min(length, view.byteLength - 22);
  for (let at = latest; at >= Math.max(0, latest - 22 - 65535); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const end = at + 22 + view.getUint16(at + 20, true);
    if (end < length || end > view.byteLength) continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let start = view.getUint32(at + 16, true);
    let last = at;
    if (count === 0xffff || start === UNKNOWN_32 || size === UNKNOWN_32) {
      if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) throw refusal("CORRUPT_ZIP", directory);
      const record = Number(view.getBigUint64(at - 12, true));
      if (record + 56 > at || view.getUint32(record, true) !== END_64) throw refusal("CORRUPT_ZIP", directory);
      count = Number(view.getBigUint64(record + 32, true));
      size = Number(view.getBigUint64(record + 40, true));
      start = Number(view.getBigUint64(record + 48, true));
      last = record;
    }
    if (start + size > last) throw refusal("CORRUPT_ZIP", directory);
    if (count === 0) throw refusal("NOT_WORKBOOK");
    return { count, start, end: start + size };
  }
  throw refusal("CORRUPT_ZIP", directory);
}

/** Sizes and offset over 32 bits are in the zip64 extra field, in this order. */
function largeSizes(
  view: DataView,
  from: number,
  to: number,
  ...small: [number, number, number]
): [number, number, number] {
  if (!small.includes(UNKNOWN_32)) return small;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    let field = at + 4;
    const large = (value: number): number => {
      if (value !== UNKNOWN_32) return value;
      if (field + 8 > end) throw refusal("CORRUPT_ZIP", directory);
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    return [large(small[0]), large(small[1]), large(small[2])];
  }
  return small;
}

/** The position of an entry's packed bytes; its local header must have the same name as the directory. */
function locate(view: DataView, offset: number, name: string, bytes: Uint8Array): number {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw refusal("CORRUPT_ZIP", name);
  const nameLength = view.getUint16(offset + 26, true);
  const data = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  if (data > view.byteLength) throw refusal("CORRUPT_ZIP", name);
  if (decodeText(bytes.subarray(offset + 30, offset + 30 + nameLength), name) !== name) {
    throw refusal("CORRUPT_ZIP", name);
  }
  return data;
}
