import { crc32 } from "./crc32.js";
import { limits } from "./limits.js";
import { readMarkup } from "./markup.js";
import { type Named, refusal } from "./refusal.js";
import { type Coding, codingOf, decodeText, encodeText } from "./text-coding.js";
import { pack, readZip, unpack, unpackBeside, unpackPieces, writeZip, type ZipEntry } from "./zip.js";

/** A relationship from one part to another, or to something outside the file. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Last segment of the type, equal in the transitional and strict forms of the format: "worksheet", "table". */
  readonly kind: string;
  /** Name of the target part; the address as written if external. */
  readonly target: string;
  readonly external: boolean;
}

/** The part that holds the relationships of a part: "xl/_rels/workbook.xml.rels"; "" means the file itself. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/**
 * The parts of a workbook file. Unchanged parts keep their packed bytes and position; a part set back to its original
 * bytes counts as unchanged.
 */
export class Parts {
  readonly #file: Uint8Array;
  readonly #original: ReadonlyMap<string, ZipEntry>;
  #entries: Map<string, ZipEntry>;
  readonly #codings = new WeakMap<ZipEntry, Coding>();

  constructor(file: Uint8Array) {
    this.#file = file;
    this.#original = new Map(readZip(file).map((entry) => [entry.name.toLowerCase(), entry]));
    this.#entries = new Map(this.#original);
    if (this.names().some((name) => /\.iwa$|(?:^|\/)index\.(?:zip|apxl)$/i.test(name))) throw refusal("NUMBERS");
    if (!this.has("[Content_Types].xml") || !this.has("_rels/.rels")) throw refusal("NOT_WORKBOOK");
  }

  /** Names of the parts, in file order. */
  names(): string[] {
    return [...this.#entries.values()].map((entry) => entry.name);
  }

  /** Case-insensitive, like all part names. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  bytes(name: string): Uint8Array {
    const entry = this.#entry(name);
    if (entry.size > limits.text) throw refusal("TOO_LARGE", name);
    return unpack(entry);
  }

  /** A part as text; `named` is its name in error messages. */
  text(name: string, named: Named = name): string {
    const bytes = this.bytes(name);
    const coding = codingOf(bytes);
    this.#codings.set(this.#entry(name), coding);
    return decodeText(bytes, named, coding);
  }

  /** The bytes of a part in pieces, for parts too large to hold at once. */
  pieces(name: string, take: (piece: Uint8Array) => void): void {
    unpackPieces(this.#entry(name), take);
  }

  /** As `pieces`, but unpacks on another thread where the host has one. False if the part was replaced meanwhile. */
  async piecesBeside(name: string, take: (piece: Uint8Array) => void): Promise<boolean> {
    const entry = this.#entry(name);
    await unpackBeside(entry, take);
    return this.#entries.get(name.toLowerCase()) === entry;
  }

  /** True for a part of which unpacking takes longer than handing it to another thread. */
  isLarge(name: string): boolean {
    return this.#entry(name).size > 1 << 20;
  }

  /** Replaces a part, or adds it at the end. */
  set(name: string, content: Uint8Array | string): void {
    const key = name.toLowerCase();
    const bytes = typeof content === "string" ? encodeText(content, this.#codingFor(key, content)) : content;
    const original = this.#original.get(key);
    const same = original?.size === bytes.length && original.crc === crc32(bytes);
    const entry = same ? original : pack(original?.name ?? name, bytes, original);
    this.#codings.set(entry, codingOf(bytes));
    this.#entries.set(key, entry);
  }

  /** A changed text keeps its encoding if its byte order mark or XML declaration still states it. */
  #codingFor(key: string, text: string): Coding {
    const before = this.#entries.get(key);
    const known = before && this.#codings.get(before);
    return known !== undefined && /^(?:\ufeff|<\?xml[^>]*encoding=["']utf-16)/i.test(text) ? known : "utf-8";
  }

  remove(name: string): void {
    this.#entries.delete(name.toLowerCase());
  }

  /** The relationships of a part, in file order; empty if it has none. */
  relationships(part: string): Relationship[] {
    const list = relationshipsPart(part);
    const found: Relationship[] = [];
    if (!this.has(list)) return found;
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    readMarkup(this.text(list), list, {
      open: (place, { Id, Type, Target, TargetMode }) => {
        if (place !== "Relationships/Relationship") return;
        if (Id === undefined || Type === undefined || Target === undefined) throw refusal("BAD_XML", list);
        const external = TargetMode === "External";
        found.push({
          id: Id,
          type: Type,
          kind: Type.slice(Type.lastIndexOf("/") + 1),
          target: external ? Target : this.#resolve(folder, Target),
          external,
        });
      },
    });
    return found;
  }

  /** Runs `work` and undoes all its changes if it throws. */
  whole<T>(work: () => T): T {
    const before = new Map(this.#entries);
    try {
      return work();
    } catch (problem) {
      this.#entries = before;
      throw problem;
    }
  }

  /** The bytes of the file; identical to the opened bytes if nothing changed. */
  file(): Uint8Array {
    // A part that was removed and added again is last in the map; this restores the original order.
    const names = new Set([...this.#original.keys(), ...this.#entries.keys()]);
    const entries = [...names].flatMap((name) => this.#entries.get(name) ?? []);
    const untouched =
      entries.length === this.#original.size &&
      entries.every((entry) => this.#original.get(entry.name.toLowerCase()) === entry);
    return untouched ? this.#file.slice() : writeZip(entries);
  }

  #entry(name: string): ZipEntry {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw refusal("MISSING_PART", name);
    return entry;
  }

  #resolve(folder: string, target: string): string {
    const path: string[] = [];
    for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
      if (step === "..") path.pop();
      else if (step !== "" && step !== ".") path.push(step);
    }
    const name = path.join("/");
    if (this.has(name) || !name.includes("%")) return name;
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  }
}
