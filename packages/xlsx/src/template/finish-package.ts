import { placeInFont } from "../cell-format.js";
import { decodeText, encodeText } from "../text-coding.js";
import { NO_TIME, pack, readZip, unpack, writeZip } from "../zip.js";
import { addInContentTypes, addInParts, addInRelationship } from "./add-in-parts.js";
import type { AddIn } from "./add-in-parts.js";

export interface Finish {
  /**
   * Sheets (counted from 1) whose column styles copy those of one of their rows, so that rows beyond the table have
   * them too.
   */
  readonly columnsLike: readonly { readonly sheet: number; readonly row: number }[];
  readonly addIn: AddIn | undefined;
  readonly functionIds: readonly string[];
}

const cachedError = / t="str">(<f>[^<]*<\/f><v>#(?:N\/A|VALUE!|NAME\?|REF!|DIV\/0!|NUM!|NULL!)<\/v>)/g;

const place = (element: string): number => placeInFont(/^<(\w+)/.exec(element)?.[1] ?? "");
const inOrder = (inner: string): string =>
  (inner.match(/<\w+[^>]*\/>/g) ?? []).sort((a, b) => place(a) - place(b)).join("");

/**
 * Edits the file where the writing library cannot: cached errors as errors instead of texts; formats for whole columns
 * (a BAG id typed in row 900 must stay text); no forced recalculation (without the add-in, that would turn cached
 * values into #NAME?); and the add-in that provides the functions. Zips again with a fixed date, so that the bytes are
 * reproducible.
 */
export function finishPackage(xlsx: Uint8Array, { columnsLike, addIn, functionIds }: Finish): Uint8Array {
  const parts = new Map(readZip(xlsx).map((entry) => [entry.name, entry]));
  const write = (path: string, xml: string) => parts.set(path, pack(path, encodeText(xml)));
  const edit = (path: string, change: (xml: string) => string) => {
    const part = parts.get(path);
    if (part === undefined) throw new Error(`The template has no part ${path}.`);
    write(path, change(decodeText(unpack(part), path)));
  };

  edit("xl/workbook.xml", (xml) => xml.replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029"/>'));
  edit("xl/styles.xml", (xml) =>
    xml.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => `<font>${inOrder(inner)}</font>`),
  );
  edit("docProps/app.xml", (xml) =>
    // LibreOffice trusts cached texts only in files by this application; others it recalculates into #NAME?.
    xml.replace(/<Application>[^<]*</, "<Application>Microsoft Excel<"),
  );
  for (const path of [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)))
    // Without customHeight, a row grows when users type more text.
    edit(path, (xml) => xml.replace(cachedError, ' t="e">$1').replaceAll(' customHeight="1"', ""));
  for (const { sheet, row } of columnsLike)
    edit(`xl/worksheets/sheet${String(sheet)}.xml`, (xml) => {
      const line = new RegExp(`<row r="${String(row)}"[^>]*>(.*?)</row>`, "s").exec(xml)?.[1] ?? "";
      const looks = [...line.matchAll(/<c r="[A-Z]+\d+"[^>]*? s="(\d+)"/g)].map((match) => match[1]!);
      return xml.replace(/<col min="(\d+)"([^>]*?)\/>/g, (whole, min: string, rest: string) => {
        const look = looks[Number(min) - 1];
        return look === undefined ? whole : `<col min="${min}"${rest} style="${look}"/>`;
      });
    });

  if (addIn !== undefined) {
    edit("[Content_Types].xml", (xml) => xml.replace("</Types>", `${addInContentTypes}</Types>`));
    edit("_rels/.rels", (xml) => xml.replace("</Relationships>", `${addInRelationship("rIdAddIn")}</Relationships>`));
    for (const [path, xml] of Object.entries(addInParts(addIn, functionIds))) write(path, xml);
  }
  return writeZip(Array.from(parts.values(), (entry) => ({ ...entry, dosTime: NO_TIME })));
}
