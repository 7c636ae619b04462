/// <reference types="node" />
import * as zlib from "node:zlib";
import { crc32 as own } from "./crc32.js";
import type { crc32 as sumAnywhere, inflate as inflateAnywhere } from "./inflate.js";

/** Number of unpacked bytes passed on at a time. */
const piece = 1 << 20;

/**
 * Internals behind Node's synchronous zlib functions. After a write, `_writeState` holds the free space left in `out`
 * and the number of unread bytes of `packed`.
 */
interface Stepwise {
  readonly _handle?: {
    writeSync?(
      flush: number,
      packed: Uint8Array,
      from: number,
      length: number,
      out: Uint8Array,
      at: number,
      room: number,
    ): void;
  };
  readonly _writeState?: Uint32Array;
}

/**
 * Inflates with Node's own zlib, which is several times faster. Parts over 4 MB are unpacked in pieces if this Node
 * version allows it; others at once, with at most the declared size (else `ERR_BUFFER_TOO_LARGE`).
 */
export const inflate: typeof inflateAnywhere = (packed, size, take) => {
  if (size > 4 * piece && stepwise(packed, take)) return;
  const whole = zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  for (let at = 0; at < whole.length; at += piece) take(whole.subarray(at, at + piece));
};

function stepwise(packed: Uint8Array, take: (piece: Uint8Array) => void): boolean {
  const stream = zlib.createInflateRaw();
  const { _handle: handle, _writeState: state } = stream as unknown as Stepwise;
  // Ignored here: a broken stream yields too few bytes, which the size and checksum checks detect.
  stream.on("error", () => undefined);
  try {
    if (handle?.writeSync === undefined || state === undefined) return false;
    for (let at = 0; at < packed.length;) {
      const out = new Uint8Array(piece);
      handle.writeSync(zlib.constants.Z_NO_FLUSH, packed, at, packed.length - at, out, 0, piece);
      const [room = piece, left = 0] = state;
      if (room === piece && left === packed.length - at) return fail();
      at = packed.length - left;
      take(out.subarray(0, piece - room));
      // The stream has ended: the remaining input does not belong to it.
      if (room > 0 && left > 0) return fail();
      // All input was read, but the output buffer was full: fetch the rest.
      for (let full = room === 0; full && at === packed.length;) {
        const more = new Uint8Array(piece);
        handle.writeSync(zlib.constants.Z_SYNC_FLUSH, packed, at, 0, more, 0, piece);
        const [rest = piece] = state;
        take(more.subarray(0, piece - rest));
        full = rest === 0;
      }
    }
    return true;
  } finally {
    stream.close();
  }
}

function fail(): never {
  throw new Error("no deflated data");
}

/** Uses Node's own crc32, available since 20.15. */
export const crc32: typeof sumAnywhere = "crc32" in zlib ? (bytes, previous) => zlib.crc32(bytes, previous) : own;
