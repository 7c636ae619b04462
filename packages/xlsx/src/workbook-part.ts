import { type Attributes, isTrue, readMarkup } from "./markup.js";
import type { Parts, Relationship } from "./parts.js";
import { refusal, sheetNamed } from "./refusal.js";

/** A sheet in the workbook's list. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  /** "worksheet" holds cells; "chartsheet", "dialogsheet" and "xlMacrosheet" are not worksheets. */
  readonly kind: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly sheetId: number;
  readonly relationship: string;
}

/** A defined name for a range or formula. */
export interface DefinedName {
  readonly name: string;
  /** The reference as written: "Blad1!$A$1:$B$9". */
  readonly refersTo: string;
  /** The sheet the name belongs to; null for the whole workbook. */
  readonly sheet: string | null;
  readonly hidden: boolean;
}

/** The contents of the workbook's main part. */
export interface WorkbookPart {
  /** Name of the main part, usually "xl/workbook.xml". */
  readonly part: string;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  /** Serial numbers count from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** Sheets cannot be added or removed. */
  readonly structureLocked: boolean;
  /** Names of these parts; null if absent. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** File names of the other workbooks that formulas refer to as [1], [2]; null if unknown. */
  readonly otherBooks: readonly (string | null)[];
}

/** Reads the main part, which lists all others. */
export function readWorkbookPart(parts: Parts): WorkbookPart {
  const main = parts.relationships("").find((relationship) => relationship.kind === "officeDocument");
  if (!main || main.external) throw refusal("NOT_WORKBOOK");
  const part = main.target;
  if (part.toLowerCase().endsWith(".bin")) throw refusal("BINARY_WORKBOOK");
  if (!parts.has(part)) throw refusal("MISSING_PART", part);

  const relationships = parts.relationships(part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const other = (kind: string): string | null => relationships.find((found) => found.kind === kind)?.target ?? null;

  const otherBooks: (string | null)[] = [];
  // Names refer to sheets by position in this list, which includes sheets without a part.
  const listed: (SheetEntry | null)[] = [];
  const names: { name: string; refersTo: string; localSheet: number | null; hidden: boolean }[] = [];
  let date1904 = false;
  let structureLocked = false;
  readMarkup(parts.text(part), part, {
    open: (place, attributes) => {
      if (!place.startsWith("workbook")) throw refusal("NOT_WORKBOOK");
      if (place === "workbook/sheets/sheet") {
        listed.push(sheetEntry(parts, byId, attributes, listed.length + 1));
      } else if (place === "workbook/definedNames/definedName") {
        const local = attributes["localSheetId"];
        names.push({
          name: attributes["name"] ?? "",
          refersTo: "",
          localSheet: local === undefined ? null : Number(local),
          hidden: isTrue(attributes["hidden"]),
        });
      } else if (place === "workbook/externalReferences/externalReference")
        otherBooks.push(fileName(parts, byId.get(attributes["r:id"] ?? "")?.target));
      else if (place === "workbook/workbookPr") date1904 = isTrue(attributes["date1904"]);
      else if (place === "workbook/workbookProtection") structureLocked = isTrue(attributes["lockStructure"]);
    },
    text: (text, place) => {
      if (place === "workbook/definedNames/definedName") names.at(-1)!.refersTo += text;
    },
  });
  const sheets = listed.filter((sheet) => sheet !== null);
  if (sheets.length === 0) throw refusal("MISSING_PART", { nl: "de lijst van bladen", en: "the list of sheets" });
  return {
    part,
    sheets,
    names: names.map(({ localSheet, ...rest }) => ({
      ...rest,
      sheet: localSheet === null ? null : (listed[localSheet]?.name ?? null),
    })),
    date1904,
    structureLocked,
    sharedStrings: other("sharedStrings"),
    styles: other("styles"),
    otherBooks,
  };
}

/** The file name of the workbook an external link points to. */
function fileName(parts: Parts, link: string | undefined): string | null {
  if (link === undefined || !parts.has(link)) return null;
  const target = parts.relationships(link).find(({ external }) => external)?.target;
  const name = target?.split(/[\\/]/).at(-1);
  if (name === undefined || name === "") return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A sheet in the list; null for a macro module from before Excel 97, which has a name but no part. */
function sheetEntry(
  parts: Parts,
  relationships: ReadonlyMap<string, Relationship>,
  attributes: Attributes,
  number: number,
): SheetEntry | null {
  const { name = `${number}`, state, sheetId } = attributes;
  const id = attributes["r:id"] ?? "";
  if (id === "") return null;
  const relationship = relationships.get(id);
  if (!relationship || (relationship.kind === "worksheet" && !parts.has(relationship.target)))
    throw refusal("MISSING_PART", sheetNamed(name));
  return {
    name,
    part: relationship.target,
    kind: relationship.kind,
    state: state === "hidden" || state === "veryHidden" ? state : "visible",
    sheetId: Number(sheetId),
    relationship: relationship.id,
  };
}
