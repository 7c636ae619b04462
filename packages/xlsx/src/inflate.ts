import { deflateSync, Inflate } from "fflate";

export { crc32 } from "./crc32.js";

/**
 * Inflates deflate data in pieces, for hosts without a faster way (browsers). Throws on invalid data; `take` may throw
 * to stop.
 */
export function inflate(packed: Uint8Array, size: number, take: (piece: Uint8Array) => void): void {
  const stream = new Inflate(take);
  // Small steps limit the overshoot: 16 kB of the worst input yields 16 MB of output before the size is checked.
  const step = size > packed.length * 40 ? 1 << 14 : 1 << 17;
  for (let at = 0; at < packed.length; at += step) {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
}

/** As `inflate`, on another thread where the host has one. The pieces come in order; rejects as `inflate` throws. */
export const inflateBeside = (packed: Uint8Array, size: number, take: (piece: Uint8Array) => void): Promise<void> =>
  Promise.resolve().then(() => {
    inflate(packed, size, take);
  });

/** Deflates bytes, from level 1 (fast) to 9 (small). */
export const deflate = (bytes: Uint8Array, level: 3 | 6): Uint8Array => deflateSync(bytes, { level });
