import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type * as Drawing from "@resvg/resvg-wasm";

let ready: Promise<typeof Drawing> | null = null;

/** The drawing program, made ready once: it is WebAssembly and takes a moment. */
async function resvg(): Promise<typeof Drawing> {
  const module = await import("@resvg/resvg-wasm");
  // As `pa` is published it lies beside this file; in a checkout in its own package.
  const beside = new URL("resvg.wasm", import.meta.url);
  const wasm = (): string => createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await module.initWasm(await readFile(existsSync(beside) ? beside : wasm()));
  return module;
}

/** A drawing as a PNG picture of that width. Its words stand beside it in the document, so no fonts are needed. */
export async function rasterize(svg: string, width: number): Promise<Uint8Array> {
  ready ??= resvg();
  const { Resvg } = await ready;
  return new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();
}
