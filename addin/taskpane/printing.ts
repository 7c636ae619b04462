import type { Rasterize } from "@prestatieafspraken/print";

/** The room that prints the report; fetched when somebody asks for it. */
export const printRoom = () => import(/* webpackChunkName: "print" */ "@prestatieafspraken/print");

/** A drawing as a picture, as the browser draws it. Null where it cannot: the words of the drawing are in the document as well. */
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
