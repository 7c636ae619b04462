import { sha256 as anywhere } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";

/** SHA-256 of a sequence of texts. */
export interface Digest {
  update(text: string): void;
  /** In hexadecimal. */
  hex(): string;
}

/** A JavaScript implementation, for browsers, which have no synchronous one. */
export function sha256(): Digest {
  const hash = anywhere.create();
  return { update: (text) => void hash.update(utf8ToBytes(text)), hex: () => bytesToHex(hash.digest()) };
}
