import { readOutline } from "./outline.js";
import { addContentType, addRelationship, freePart, officeRelationship } from "./package-edits.js";
import type { Parts } from "./parts.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const kind = "XLDAPR";

const metadata = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="${kind}" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="${kind}" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

/**
 * The `cm` index that marks a cell as a dynamic array (a spill range, in Excel since 2019); adds the metadata part if
 * the workbook has none. Null if the workbook has only other metadata: the array then gets a fixed size.
 */
export function dynamicArrayMetadata(parts: Parts, workbookPart: string): string | null {
  const known = parts.relationships(workbookPart).find(({ kind: one }) => one === "sheetMetadata");
  if (known !== undefined) {
    if (!parts.has(known.target)) return null;
    const { children } = readOutline(parts.text(known.target), known.target);
    const within = (name: string) => children.find((child) => child.name === name)?.children ?? [];
    const type = within("metadataTypes").findIndex(({ attributes }) => attributes["name"] === kind) + 1;
    const index = within("cellMetadata").findIndex(({ children: uses }) =>
      uses.some(({ attributes }) => attributes["t"] === String(type)),
    );
    return type === 0 || index < 0 ? null : String(index + 1);
  }
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const part = freePart(parts, (number) => `${folder}metadata${number === 1 ? "" : number}.xml`);
  parts.set(part, metadata);
  addContentType(parts, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml");
  addRelationship(parts, workbookPart, officeRelationship("sheetMetadata"), part.slice(folder.length));
  return "1";
}
