import { addContentType, removeContentType } from "./package-edits.js";
import { readOutline } from "./outline.js";
import { refusal } from "./refusal.js";
import type { WorkbookFile } from "./workbook-file.js";

/**
 * Content type of the main part by file extension; Excel refuses a file whose content type contradicts its extension
 * (ECMA-376, MS-OFFMACRO2).
 */
const mainTypes: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  xltx: "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  xltm: "application/vnd.ms-excel.template.macroEnabled.main+xml",
};

/**
 * Sets the main content type to match the file extension; refuses an unknown extension, or one that contradicts the
 * content.
 */
export function matchName(file: WorkbookFile, name: string): void {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const type = mainTypes[extension];
  if (type === undefined) throw refusal("WRONG_EXTENSION", name);
  const { parts } = file;
  const main = file.book.part;
  const hasMacros = parts.relationships(main).some(({ kind }) => kind === "vbaProject");
  if (hasMacros && !extension.endsWith("m")) throw refusal("HAS_MACROS", name);
  const list = "[Content_Types].xml";
  const own = readOutline(parts.text(list), list).children.find(
    ({ attributes }) => attributes["PartName"]?.toLowerCase() === `/${main}`.toLowerCase(),
  );
  if (own?.attributes["ContentType"] === type) return;
  removeContentType(parts, main);
  addContentType(parts, main, type);
}
