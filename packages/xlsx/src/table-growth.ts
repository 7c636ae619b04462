import { elementsNamed, readOutline, splice, withAttribute } from "./outline.js";
import type { Parts } from "./parts.js";
import { areaName, areaOf } from "./reference.js";
import { refusal } from "./refusal.js";
import type { TablePart } from "./table-part.js";

/** Lets an Excel table, and the filter over it, reach down to another row. */
export function growTable(parts: Parts, table: TablePart, bottom: number): void {
  const xml = parts.text(table.part);
  const root = readOutline(xml, table.part);
  if (root.attributes["ref"] === undefined) throw refusal("BAD_XML", table.part);
  const grown = [root, ...elementsNamed(root, "autoFilter")].map((element) => {
    const area = areaOf(element.attributes["ref"] ?? "");
    return withAttribute(xml, element, "ref", areaName({ ...area, bottom }));
  });
  parts.set(table.part, splice(xml, grown));
}
