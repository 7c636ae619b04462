import { sha256 as anywhere } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";

/** SHA-256 of texts, one after the other. */
export interface Digest {
  update(text: string): void;
  /** In hexadecimal. */
  hex(): string;
}

/** In JavaScript, for hosts without a synchronous one of their own: a browser. */
export function sha256(): Digest {
  const hash = anywhere.create();
  return { update: (text) => void hash.update(utf8ToBytes(text)), hex: () => bytesToHex(hash.digest()) };
}
