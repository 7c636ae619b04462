import { isTrue, prefixed, readMarkup } from "./markup.js";
import type { Parts } from "./parts.js";
import { refusal } from "./refusal.js";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  /** "worksheet" holds cells; "chartsheet", "dialogsheet" and "xlMacrosheet" do not count as such. */
  readonly kind: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly sheetId: number;
  readonly relationship: string;
}

/** A name for a range or a formula. */
export interface DefinedName {
  readonly name: string;
  /** What it stands for, as written: "Blad1!$A$1:$B$9". */
  readonly refersTo: string;
  /** Sheet that the name belongs to; null for the whole workbook. */
  readonly sheet: string | null;
  readonly hidden: boolean;
}

/** What the main part of the workbook says. */
export interface WorkbookPart {
  /** Name of the main part, usually "xl/workbook.xml". */
  readonly part: string;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  /** Day numbers count from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** Sheets may not be added or removed. */
  readonly structureLocked: boolean;
  /** Other parts of the workbook, null when it has none. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Other workbooks that formulas refer to as [1], [2]: their file names; null where it is not known. */
  readonly otherBooks: readonly (string | null)[];
}

/** Reads the main part: the way into everything else. */
export function readWorkbookPart(parts: Parts): WorkbookPart {
  const main = parts.relationships("").find((relationship) => relationship.kind === "officeDocument");
  if (!main || main.external) throw refusal("NOT_WORKBOOK");
  const part = main.target;
  // .xlsb: a binary workbook.
  if (part.toLowerCase().endsWith(".bin")) throw refusal("NOT_WORKBOOK");
  if (!parts.has(part)) throw refusal("MISSING_PART", part);

  const relationships = parts.relationships(part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const other = (kind: string): string | null => relationships.find((found) => found.kind === kind)?.target ?? null;

  const sheets: SheetEntry[] = [];
  const otherBooks: (string | null)[] = [];
  const names: { name: string; refersTo: string; localSheet: number | null; hidden: boolean }[] = [];
  let date1904 = false;
  let structureLocked = false;
  let inName = false;
  let root = true;
  readMarkup(parts.text(part), part, {
    open: (name, attributes) => {
      if (root && name !== "workbook") throw refusal("NOT_WORKBOOK");
      root = false;
      if (name === "sheet") {
        const id = prefixed(attributes, "id");
        const relationship = id === undefined ? undefined : byId.get(id);
        if (attributes["name"] === undefined || !relationship) {
          throw refusal("MISSING_PART", attributes["name"] ?? "sheet");
        }
        if (!parts.has(relationship.target)) throw refusal("MISSING_PART", attributes["name"]);
        sheets.push({
          name: attributes["name"],
          part: relationship.target,
          kind: relationship.kind,
          state:
            attributes["state"] === "hidden" || attributes["state"] === "veryHidden" ? attributes["state"] : "visible",
          sheetId: Number(attributes["sheetId"]),
          relationship: relationship.id,
        });
      } else if (name === "definedName") {
        const local = attributes["localSheetId"];
        names.push({
          name: attributes["name"] ?? "",
          refersTo: "",
          localSheet: local === undefined ? null : Number(local),
          hidden: isTrue(attributes["hidden"]),
        });
        inName = true;
      } else if (name === "externalReference") {
        otherBooks.push(fileName(parts, byId.get(prefixed(attributes, "id") ?? "")?.target));
      } else if (name === "workbookPr") date1904 = isTrue(attributes["date1904"]);
      else if (name === "workbookProtection") structureLocked = isTrue(attributes["lockStructure"]);
    },
    text: (text) => {
      if (inName) names.at(-1)!.refersTo += text;
    },
    close: (name) => {
      if (name === "definedName") inName = false;
    },
  });
  if (sheets.length === 0) throw refusal("MISSING_PART", "sheet");
  return {
    part,
    sheets,
    names: names.map(({ localSheet, ...rest }) => ({
      ...rest,
      sheet: localSheet === null ? null : (sheets[localSheet]?.name ?? null),
    })),
    date1904,
    structureLocked,
    sharedStrings: other("sharedStrings"),
    styles: other("styles"),
    otherBooks,
  };
}

/** The file name of the workbook that an external link points to. */
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
