/// <reference types="node" />
import * as zlib from "node:zlib";
import { crc32 as own } from "./crc32.js";
import type {
  crc32 as sumAnywhere,
  deflate as deflateAnywhere,
  inflate as inflateAnywhere,
  inflateBeside as besideAnywhere,
} from "./inflate.js";

/** Number of unpacked bytes passed on at a time. */
const piece = 1 << 20;

/**
 * Inflates with Node's own zlib, which is several times faster: all at once, with at most the declared size (else
 * `ERR_BUFFER_TOO_LARGE`).
 */
export const inflate: typeof inflateAnywhere = (packed, size, take) => {
  const whole = zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  for (let at = 0; at < whole.length; at += piece) take(whole.subarray(at, at + piece));
};

/** Inflates on another thread, one piece ahead of `take`. */
export const inflateBeside: typeof besideAnywhere = async (packed, _size, take) => {
  const stream = zlib.createInflateRaw({ chunkSize: piece });
  stream.end(packed);
  for await (const bytes of stream) take(bytes as Uint8Array);
  if (stream.bytesWritten !== packed.length) throw new Error("bytes behind the deflated data");
};

/** Deflates with Node's own zlib, which is several times faster too. */
export const deflate: typeof deflateAnywhere = (bytes, level) => new Uint8Array(zlib.deflateRawSync(bytes, { level }));

/** Uses Node's own crc32, available since 20.15. */
export const crc32: typeof sumAnywhere = "crc32" in zlib ? (bytes, previous) => zlib.crc32(bytes, previous) : own;
