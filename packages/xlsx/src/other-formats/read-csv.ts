import { tables, type CellValue, type FieldType } from "@prestatieafspraken/quarterly";
import { refusal } from "../refusal.js";
import { freeSheetName } from "../sheet-list.js";
import { decodeLetters } from "../text-coding.js";
import type { PlainCell, PlainLook, PlainSheet } from "./plain-book.js";

/** Number notations accepted in numeric columns; anything else stays text, for the reader to judge. */
const WHOLE = /^-?(?:0|[1-9]\d{0,14})$/;
const COMMA = /^-?\d{1,13},\d{1,9}$/;
const POINT = /^-?\d{1,13}\.\d{1,9}$/;
/** A thousand, or a number with three decimals: ambiguous, so it stays text. */
const THOUSAND = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const DUTCH_DAY = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;

const numeric: ReadonlySet<FieldType> = new Set(["count", "change", "amount", "share", "number"]);
const normal = (header: string): string =>
  header
    .replace(/[*\s]+/g, " ")
    .trim()
    .toLowerCase();

/** Column types by normalised header, for one table or for all tables of the return. */
function typesOf(name: string | null): ReadonlyMap<string, FieldType> {
  const types = new Map<string, FieldType>();
  for (const one of tables)
    if (name === null || one.name === name)
      for (const { header, aliases = [], type } of one.fields)
        for (const spelling of [header, ...aliases]) types.set(normal(spelling), type);
  return types;
}

function dayOf(text: string): number | null {
  const iso = ISO_DAY.exec(text);
  const dutch = DUTCH_DAY.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dutch ? [dutch[3], dutch[2], dutch[1]] : [];
  if (year === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
    ? date.getTime() / 86_400_000 + 25_569
    : null;
}

/**
 * The rows of a .csv file as one table. Ids stay text, whatever their length; counts and dates are converted only if
 * they can be read in one way.
 */
export async function readCsv(bytes: Uint8Array, file: string, table: string | null): Promise<PlainSheet> {
  const definition = table === null ? undefined : tables.find(({ name }) => name.toLowerCase() === table.toLowerCase());
  if (table !== null && !definition) throw refusal("NO_CSV_TABLE", table);
  const { default: papaparse } = await import("papaparse");
  const text = decodeLetters(bytes).replace(/^sep=.\r?\n/, "");
  const { data, meta } = papaparse.parse<string[]>(text, {
    skipEmptyLines: "greedy",
    delimitersToGuess: [";", ",", "\t", "|"],
  });
  const types = typesOf(definition?.name ?? null);
  // A title or a group header may come first: the header is the first line that names two of our columns.
  const top = Math.max(
    0,
    data.slice(0, 20).findIndex((line) => line.filter((header) => types.has(normal(header))).length >= 2),
  );
  const headers = data[top] ?? [];
  if (data.length < top + 2 || headers.length < 2) throw refusal("EMPTY_CSV");
  const decimal = meta.delimiter === "," ? POINT : COMMA;
  const columns = headers.map((header) => types.get(normal(header)));

  const cellOf = (written: string, column: number): PlainCell | null => {
    // ="0579…" keeps a code whole when Excel opens the file.
    const kept = /^="([^"]*)"$/.exec(written.trim())?.[1];
    const trimmed = kept ?? written.trim();
    if (trimmed === "") return null;
    const type = columns[column];
    let value: CellValue = kept ?? written;
    let look: PlainLook = "plain";
    if (type !== undefined && numeric.has(type)) {
      if (WHOLE.test(trimmed)) value = Number(trimmed);
      else if (decimal.test(trimmed) && (type === "share" || type === "number" || !THOUSAND.test(trimmed)))
        value = Number(trimmed.replace(",", "."));
    } else if (type === "date") {
      const day = dayOf(trimmed);
      if (day !== null) {
        value = day;
        look = "day";
      }
    }
    return { column: column + 1, value, look, formula: null };
  };
  const width = headers.length;
  // A lone text below the list may be a source or a signature.
  const isRemark = (line: readonly string[]): boolean => {
    const filled = line.filter((written) => written.trim() !== "");
    return filled.length === 1 && /\p{L}.*\s/u.test(filled[0]!);
  };
  let bottom = data.length;
  while (bottom > top + 2 && isRemark(data[bottom - 1]!)) bottom -= 1;
  const base = file.replace(/\.[^.]*$/, "");
  return {
    name: freeSheetName(definition?.sheet ?? base, []),
    hidden: false,
    hiddenColumns: [],
    merged: [],
    rows: data.map((line, i) => ({
      row: i + 1,
      hidden: false,
      cells: line.flatMap((written, column) =>
        i <= top
          ? { column: column + 1, value: written, look: "plain" as const, formula: null }
          : (cellOf(written, column) ?? []),
      ),
    })),
    tables: definition ? [{ name: definition.name, area: { top: top + 1, left: 1, bottom, right: width } }] : [],
  };
}
