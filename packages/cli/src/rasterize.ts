import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type * as Drawing from "@resvg/resvg-wasm";

let ready: Promise<typeof Drawing> | null = null;

/** The renderer, initialised once, because it is WebAssembly and takes time to load. */
async function resvg(): Promise<typeof Drawing> {
  const module = await import("@resvg/resvg-wasm");
  // The published package has the file next to this one; a checkout has it in its own package.
  const beside = new URL("resvg.wasm", import.meta.url);
  const wasm = (): string => createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await module.initWasm(await readFile(existsSync(beside) ? beside : wasm()));
  return module;
}

/** An SVG as a PNG of this width. Loads no fonts, because the document contains the chart's text. */
export async function rasterize(svg: string, width: number): Promise<Uint8Array> {
  ready ??= resvg();
  const { Resvg } = await ready;
  return new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();
}
