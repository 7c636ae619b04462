import { refusal } from "./refusal.js";
import { openXlsx, type XlsxWorkbook } from "./xlsx-workbook.js";
import { readZip, type ZipEntry } from "./zip.js";

/** The name of a file, and how to read it. */
export interface OpenOptions {
  /** File name without folder. */
  readonly name: string;
  /** The table a .csv holds, "PA_Woningen"; if omitted, recognised by its headers. */
  readonly table?: string | null;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Opens a user's file: an Excel workbook, an OpenDocument spreadsheet (.ods), or one table as .csv. The last two become
 * a workbook in memory; the file itself is never changed.
 * @throws WorkbookError with one sentence if the file is none of these
 */
export async function openWorkbook(bytes: Uint8Array, { name, table = null }: OpenOptions): Promise<XlsxWorkbook> {
  if (/^(?:~\$|\.~lock\.)/.test(name)) throw refusal("LOCK_FILE");
  const entries = isZip(bytes) ? readZip(bytes) : [];
  if (entries.some((entry) => entry.name === "META-INF/manifest.xml") && !entries.some(isWorkbookPart)) {
    const [{ readOds }, { workbookOf }] = await Promise.all([
      import("./other-formats/read-ods.js"),
      import("./other-formats/plain-book.js"),
    ]);
    return workbookOf(readOds(entries));
  }
  if (!isZip(bytes) && bytes.length > 0 && (table !== null || /\.(?:csv|tsv|txt)$/i.test(name))) {
    const [{ readCsv }, { workbookOf }] = await Promise.all([
      import("./other-formats/read-csv.js"),
      import("./other-formats/plain-book.js"),
    ]);
    return workbookOf([await readCsv(bytes, name, table)]);
  }
  return openXlsx(bytes);
}

/** True for a part that Excel workbooks have and OpenDocument files lack. */
const isWorkbookPart = ({ name }: ZipEntry): boolean => name.toLowerCase() === "[content_types].xml";
