import type { Rasterize } from "@prestatieafspraken/print";

/** The package that prints the report, loaded on demand. */
export const printRoom = () => import(/* webpackChunkName: "print" */ "@prestatieafspraken/print");

/** Renders an SVG to a picture in the browser; null if that fails, because the document also has the chart in words. */
export const rasterize: Rasterize = async (svg, width, height) => {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pencil = canvas.getContext("2d");
  if (pencil === null) return null;
  pencil.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
};
