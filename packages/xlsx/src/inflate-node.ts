/// <reference types="node" />
import * as zlib from "node:zlib";
import { crc32 as own } from "./crc32.js";
import type { crc32 as sumAnywhere, inflate as inflateAnywhere } from "./inflate.js";

/** Unpacked bytes handed over at a time. */
const piece = 1 << 20;

/** What Node's own synchronous functions are made of. After a write: room left in `out`, bytes of `packed` not yet read. */
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
 * The same with Node's own zlib, several times as fast. A large part is unpacked piece by piece where this version of Node can; else
 * as a whole, and never more than the declared size: `ERR_BUFFER_TOO_LARGE`.
 */
export const inflate: typeof inflateAnywhere = (packed, size, take) => {
  if (size > 4 * piece && stepwise(packed, take)) return;
  const whole = zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  for (let at = 0; at < whole.length; at += piece) take(whole.subarray(at, at + piece));
};

function stepwise(packed: Uint8Array, take: (piece: Uint8Array) => void): boolean {
  const stream = zlib.createInflateRaw();
  const { _handle: handle, _writeState: state } = stream as unknown as Stepwise;
  // A problem comes out as bytes that do not come: the sizes and the sum tell.
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
      // Nothing more comes out: what is left of the input is no part of it.
      if (room > 0 && left > 0) return fail();
      // Everything was read, but there was no room for all that came out.
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

/** Node has one of its own since 20.15. */
export const crc32: typeof sumAnywhere = "crc32" in zlib ? (bytes, previous) => zlib.crc32(bytes, previous) : own;
