import { elementsNamed, type Outline, readOutline, splice, without } from "./outline.js";
import { removePart, removeRelationship } from "./package-edits.js";
import type { Parts, Relationship } from "./parts.js";
import { parseCell } from "./reference.js";

/** First line of every note the Excel pane adds to a marked cell, in every language. */
export const noteSignature = "PA · Prestatieafspraken";

const textOf = (element: Outline): string =>
  elementsNamed(element, "t")
    .map(({ text }) => text)
    .join("");
const numberIn = (shape: Outline, name: string): number =>
  Number(elementsNamed(shape, name)[0]?.text.trim() ?? Number.NaN);

/** A part of a sheet by its kind; undefined if the sheet has none. */
const partOf = (parts: Parts, sheetPart: string, kind: string): Relationship | undefined =>
  parts.relationships(sheetPart).find((one) => one.kind === kind && !one.external && parts.has(one.target));

/** The notes people wrote on cells of a sheet; those the Excel pane added are marks, and left out. */
export function notesOn(parts: Parts, sheetPart: string): readonly { readonly cell: string; readonly text: string }[] {
  const comments = partOf(parts, sheetPart, "comments");
  if (!comments) return [];
  return elementsNamed(readOutline(parts.text(comments.target), comments.target), "comment").flatMap((comment) => {
    const text = textOf(comment).trim();
    const cell = comment.attributes["ref"];
    return cell === undefined || text === "" || text.startsWith(noteSignature) ? [] : [{ cell, text }];
  });
}

/**
 * Removes the notes the Excel pane added to a sheet; other notes stay. Returns those cells and the sheet's XML, which
 * loses its drawing part when the last note goes.
 */
export function withoutNotes(
  parts: Parts,
  sheetPart: string,
  xml: string,
): { readonly xml: string; readonly cells: readonly string[] } {
  const comments = partOf(parts, sheetPart, "comments");
  if (!comments) return { xml, cells: [] };
  const text = parts.text(comments.target);
  if (!text.includes(noteSignature)) return { xml, cells: [] };

  const all = elementsNamed(readOutline(text, comments.target), "comment");
  const ours = all.filter((comment) => textOf(comment).startsWith(noteSignature));
  const cells = ours.map(({ attributes }) => attributes["ref"] ?? "");
  // Each note has a drawing, identified by row and column counted from 0.
  const boxes = new Set(
    cells.map((cell) => {
      const place = parseCell(cell);
      return place ? `${place.row - 1} ${place.column - 1}` : "";
    }),
  );
  const drawing = partOf(parts, sheetPart, "vmlDrawing");
  const vml = drawing ? parts.text(drawing.target) : "";
  const shapes = drawing ? elementsNamed(readOutline(vml, drawing.target), "shape") : [];
  const ourShapes = shapes.filter((shape) => boxes.has(`${numberIn(shape, "Row")} ${numberIn(shape, "Column")}`));

  if (ours.length === all.length && ourShapes.length === shapes.length) {
    for (const one of [comments, drawing]) {
      if (!one) continue;
      removeRelationship(parts, sheetPart, one.id);
      removePart(parts, one.target);
    }
    return { xml: xml.replace(/<(?:[\w.-]+:)?legacyDrawing\s[^>]*\/>/, ""), cells };
  }
  parts.set(comments.target, splice(text, ours.map(without)));
  if (drawing) parts.set(drawing.target, splice(vml, ourShapes.map(without)));
  return { xml, cells };
}
