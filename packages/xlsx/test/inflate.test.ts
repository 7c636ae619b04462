import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import {
  crc32,
  deflate as packAnywhere,
  inflate as anywhere,
  inflateBeside as anywhereBeside,
} from "../src/inflate.js";
import {
  crc32 as crc32InNode,
  deflate as packInNode,
  inflate as inNode,
  inflateBeside as inNodeBeside,
} from "../src/inflate-node.js";

const pieces = (inflate: typeof anywhere, packed: Uint8Array, size: number): Uint8Array[] => {
  const taken: Uint8Array[] = [];
  inflate(packed, size, (piece) => taken.push(piece));
  return taken;
};
const bytes = (taken: readonly Uint8Array[]): number[] => taken.flatMap((piece) => Array.from(piece));

describe.each([
  ["in the browser", anywhere, anywhereBeside],
  ["in Node", inNode, inNodeBeside],
])("unpacking %s", (_, inflate, inflateBeside) => {
  it("gives back what was packed, for any data", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (data) => {
        expect(bytes(pieces(inflate, deflateSync(data), data.length))).toEqual(Array.from(data));
      }),
    );
  });

  it("passes on a large part in pieces", () => {
    const data = new Uint8Array(5_000_000).map((_, i) => (i * i) >> 3);
    const taken = pieces(inflate, deflateSync(data), data.length);
    expect(taken.length).toBeGreaterThan(1);
    expect(taken.reduce((sum, piece) => sum + piece.length, 0)).toBe(data.length);
  });

  it("gives the same bytes, in order, when it unpacks beside", async () => {
    const data = new Uint8Array(5_000_000).map((_, i) => (i * i) >> 3);
    const taken: Uint8Array[] = [];
    await inflateBeside(deflateSync(data), data.length, (piece) => taken.push(piece));
    expect(taken.length).toBeGreaterThan(1);
    expect(Buffer.compare(Buffer.concat(taken), data)).toBe(0);
  });

  it("stops unpacking beside when the reader of the pieces does", async () => {
    const packed = deflateSync(new Uint8Array(5_000_000).map((_, i) => i * 7));
    const stop = new Error("stop");
    const refused = inflateBeside(packed, 5_000_000, () => {
      throw stop;
    });
    await expect(refused).rejects.toBe(stop);
  });

  it("throws on truncated data", () => {
    const packed = deflateSync(new Uint8Array(5000).map((_, i) => i * 7));
    expect(() => pieces(inflate, packed.subarray(0, packed.length - 5), 5000)).toThrow();
  });

  it("rejects truncated data beside", async () => {
    const packed = deflateSync(new Uint8Array(5000).map((_, i) => i * 7));
    await expect(inflateBeside(packed.subarray(0, packed.length - 5), 5000, () => undefined)).rejects.toThrow();
  });
});

it.each([
  ["in the browser", packAnywhere],
  ["in Node", packInNode],
])("what is packed %s is unpacked in every host", (_, pack) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.constantFrom(3, 6), (data, level) => {
      const packed = pack(data, level);
      for (const inflate of [anywhere, inNode])
        expect(bytes(pieces(inflate, packed, data.length))).toEqual(Array.from(data));
    }),
  );
});

it("Node never produces more than the declared size", () => {
  const packed = deflateSync(new Uint8Array(5_000_000));
  expect(() => pieces(inNode, packed, 1000)).toThrow(expect.objectContaining({ code: "ERR_BUFFER_TOO_LARGE" }));
});

it("Node rejects bytes behind the deflated data", async () => {
  const packed = Buffer.concat([deflateSync(new Uint8Array(100)), new Uint8Array(50)]);
  await expect(inNodeBeside(packed, 100, () => undefined)).rejects.toThrow("bytes behind");
});

it("the checksum is the same in every host, also when computed in pieces", () => {
  // The standard check value of CRC-32, for "123456789".
  expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(500), (data, at) => {
      expect(crc32InNode(data)).toBe(crc32(data));
      expect(crc32InNode(data.subarray(at), crc32InNode(data.subarray(0, at)))).toBe(crc32(data));
    }),
  );
});
