import { Inflate } from "fflate";

export { crc32 } from "./crc32.js";

/**
 * Unpacks deflated bytes, piece by piece, where the host has no faster way: the browser. Throws on bytes that are not
 * deflated data; `take` may throw to stop it.
 */
export function inflate(packed: Uint8Array, size: number, take: (piece: Uint8Array) => void): void {
  const stream = new Inflate(take);
  // Small steps: 16 kB of the worst possible input is 16 MB of output before the size is looked at.
  const step = size > packed.length * 40 ? 1 << 14 : 1 << 17;
  for (let at = 0; at < packed.length; at += step) {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
}
