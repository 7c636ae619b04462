import { WorkbookError, type UnlistedSheet } from "@prestatieafspraken/quarterly";
import { readOutline } from "./outline.js";
import type { Parts } from "./parts.js";
import { readTableParts } from "./table-part.js";
import type { WorkbookPart } from "./workbook-part.js";

const contentTypes = "[Content_Types].xml";

/** Sheets with cells that are in the file but not in its list of sheets; spreadsheet programs open such a file without a word. */
export function unlistedSheets(parts: Parts, book: WorkbookPart): UnlistedSheet[] {
  const related = parts
    .relationships(book.part)
    .filter(({ kind, external }) => kind === "worksheet" && !external)
    .map(({ target }) => target);
  const declared = parts.has(contentTypes)
    ? readOutline(parts.text(contentTypes), contentTypes).children.flatMap(({ attributes }) =>
        attributes["ContentType"]?.endsWith(".worksheet+xml") ? (attributes["PartName"]?.slice(1) ?? []) : [],
      )
    : [];
  const known = new Set(book.sheets.map(({ part }) => part.toLowerCase()));
  return [...related, ...declared].flatMap((part) => {
    if (known.has(part.toLowerCase()) || !parts.has(part)) return [];
    known.add(part.toLowerCase());
    return /<(?:\w+:)?v>|<(?:\w+:)?is>/.test(parts.text(part)) ? [{ tables: tableNames(parts, part) }] : [];
  });
}

function tableNames(parts: Parts, part: string): readonly string[] {
  try {
    return readTableParts(parts, part).map(({ name }) => name);
  } catch (problem) {
    // A damaged part that is not shown does not make the workbook unreadable.
    if (problem instanceof WorkbookError) return [];
    throw problem;
  }
}
