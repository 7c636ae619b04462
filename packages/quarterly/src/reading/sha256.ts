import { sha256 as anywhere } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";

/** SHA-256 of a sequence of bytes. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** In hexadecimal. */
  hex(): string;
}

/** A JavaScript implementation, for browsers, which have no synchronous one. */
export function sha256(): Digest {
  const hash = anywhere.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}
