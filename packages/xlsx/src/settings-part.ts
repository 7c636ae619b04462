import { escapeAttribute, escapeText, readMarkup, unescapeText } from "./markup.js";
import {
  addContentType,
  addRelationship,
  freePart,
  officeRelationship,
  removePart,
  removeRelationship,
} from "./package-edits.js";
import type { Parts, Relationship } from "./parts.js";

/** Namespace by which every adapter finds this product's settings in a workbook. */
export const settingsNamespace = "urn:prestatieafspraken:instellingen:1";
const item = "instellingen/instelling";
const itemId = "{5A1B6C0E-7D52-4B0B-9C41-50A1AF5B0001}";

function settingsRelationship(parts: Parts, workbookPart: string): Relationship | undefined {
  return parts
    .relationships(workbookPart)
    .filter(({ kind, external, target }) => kind === "customXml" && !external && parts.has(target))
    .find(({ target }) => isOurs(parts, target));
}

/** Parts by others may hold anything; one that cannot be read is not ours. */
function isOurs(parts: Parts, part: string): boolean {
  try {
    return readMarkup(parts.text(part), part, {}) === settingsNamespace;
  } catch {
    return false;
  }
}

/** The settings that this product stores in the workbook. */
export function readSettings(parts: Parts, workbookPart: string): Map<string, string> {
  const settings = new Map<string, string>();
  const part = settingsRelationship(parts, workbookPart)?.target;
  if (part === undefined) return settings;
  let key: string | null = null;
  let text = "";
  readMarkup(parts.text(part), part, {
    open: (place, attributes) => {
      if (place === item) key = attributes["naam"] === undefined ? null : unescapeText(attributes["naam"]);
      text = "";
    },
    text: (piece) => {
      text += piece;
    },
    close: (place) => {
      if (place === item && key !== null) settings.set(key, unescapeText(text));
      key = null;
    },
  });
  return settings;
}

/** Replaces all stored settings; removes the part when there are none left. */
export function writeSettings(parts: Parts, workbookPart: string, settings: ReadonlyMap<string, string>): void {
  const items = [...settings]
    .map(([key, value]) => `<instelling naam="${escapeAttribute(key)}">${escapeText(value)}</instelling>`)
    .join("");
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<instellingen xmlns="${settingsNamespace}">${items}</instellingen>`;
  const existing = settingsRelationship(parts, workbookPart);
  if (existing && settings.size > 0) parts.set(existing.target, xml);
  else if (existing) {
    removeRelationship(parts, workbookPart, existing.id);
    removePart(parts, existing.target);
  }
  if (existing || settings.size === 0) return;
  const part = freePart(parts, (number) => `customXml/item${number}.xml`);
  const properties = part.replace(/item(\d+)\.xml$/, "itemProps$1.xml");
  parts.set(part, xml);
  parts.set(
    properties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${settingsNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  addContentType(parts, part, "application/xml");
  addContentType(parts, properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
  const up = "../".repeat(workbookPart.split("/").length - 1);
  addRelationship(parts, workbookPart, officeRelationship("customXml"), `${up}${part}`);
  addRelationship(parts, part, officeRelationship("customXmlProps"), properties.slice(properties.lastIndexOf("/") + 1));
}
