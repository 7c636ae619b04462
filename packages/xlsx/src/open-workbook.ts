import { refusal } from "./refusal.js";
import { openXlsx, type XlsxWorkbook } from "./xlsx-workbook.js";
import { readZip, type ZipEntry } from "./zip.js";

export interface OpenOptions {
  /** File name, without folder. */
  readonly name: string;
  /** The table a .csv holds: "PA_Woningen"; found by its headers unless given. */
  readonly table?: string | null;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Opens a file that somebody handed in: a workbook of Excel, an OpenDocument spreadsheet (.ods) or one table as text (.csv). The
 * last two become a workbook in memory; the file itself is only read.
 * @throws WorkbookError with one sentence for what is none of these
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

/** What an Excel workbook has and an OpenDocument file has not. */
const isWorkbookPart = ({ name }: ZipEntry): boolean => name.toLowerCase() === "[content_types].xml";
