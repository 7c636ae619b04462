/// <reference types="node" />
import * as zlib from "node:zlib";
import { crc32 as own } from "./crc32.js";
import type { crc32 as sumAnywhere, inflate as inflateAnywhere } from "./inflate.js";

/** Large enough to be quick, small enough that a sheet as text does not stand in memory twice. */
const step = 1 << 20;

/** The same with Node's own zlib, several times as fast. More than the declared size is never made: `ERR_BUFFER_TOO_LARGE`. */
export const inflate: typeof inflateAnywhere = (packed, size, take) => {
  const whole = zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  for (let at = 0; at < whole.length; at += step) take(whole.subarray(at, at + step));
};

/** Node has one of its own since 20.15. */
export const crc32: typeof sumAnywhere = "crc32" in zlib ? (bytes, previous) => zlib.crc32(bytes, previous) : own;
