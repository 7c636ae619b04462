import { comparable, daySerial, readDay } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { cellText, isEmptyCell, type CellValue, type SheetTable } from "../workbook.js";

/**
 * The public list of energy labels (EP-online, "totaalbestand"): one line per registration, several per home. The file
 * names its columns below some lines about the publication.
 */
const columns = {
  id: "Pand_bagverblijfsobjectid",
  label: "Pand_energieklasse",
  surveyed: "Pand_opnamedatum",
  registered: "Pand_registratiedatum",
  until: "Meting_geldig_tot",
} as const;
type Column = keyof typeof columns;
/** Maximum number of lines above the column names. */
const preamble = 20;

interface LabelList {
  readonly block: SheetTable;
  readonly at: Readonly<Record<Column, number>>;
  /** Index of the first line of a home. */
  readonly first: number;
}

const placesIn = (cells: readonly CellValue[]): Readonly<Record<Column, number>> | null => {
  const plain = cells.map((cell) => comparable(cellText(cell)));
  const entries = Object.entries(columns).map(
    ([column, header]) => [column, plain.indexOf(comparable(header))] as const,
  );
  const at = Object.fromEntries(entries) as Record<Column, number>;
  return at.id < 0 || at.label < 0 ? null : at;
};

/** Finds that list among the blocks of a file; null if it is not there. */
export function labelListIn(blocks: readonly SheetTable[]): LabelList | null {
  for (const block of blocks) {
    const own = placesIn(block.headers);
    if (own !== null) return { block, at: own, first: 0 };
    for (const [i, row] of block.rows.slice(0, preamble).entries()) {
      const at = placesIn(row);
      if (at !== null) return { block, at, first: i + 1 };
    }
  }
  return null;
}

interface Registration {
  readonly label: CellValue;
  readonly surveyed: string | null;
  readonly registered: string;
  readonly until: string | null;
}

/** Identifies a home by the digits of its BAG number, so that a list that lost a leading zero still matches. */
const digits = (value: CellValue | undefined): string => cellText(value).replace(/\D/g, "").padStart(16, "0");

/** For each home asked, the last registration made by a date and still valid then. */
function registrations(
  { block, at, first }: LabelList,
  asked: ReadonlySet<string>,
  day: string | null,
): ReadonlyMap<string, Registration> {
  const found = new Map<string, Registration>();
  const dayIn = (row: readonly CellValue[], column: number): string | null => {
    const value = column < 0 ? null : (row[column] ?? null);
    return isEmptyCell(value) || typeof value === "object" ? null : readDay(value as string | number);
  };
  for (const row of block.rows.slice(first)) {
    const id = digits(row[at.id]);
    if (!asked.has(id)) continue;
    const label = row[at.label] ?? null;
    const surveyed = dayIn(row, at.surveyed);
    const registered = dayIn(row, at.registered) ?? surveyed ?? "";
    const until = dayIn(row, at.until);
    if (isEmptyCell(label) || (day !== null && (registered > day || (until !== null && until < day)))) continue;
    const before = found.get(id);
    if (before === undefined || before.registered <= registered) found.set(id, { label, surveyed, registered, until });
  }
  return found;
}

/**
 * The labels of the homes of a return, as rows of PA_Woningen with nothing else: importing them fills empty cells, and
 * asks where the two differ. Homes of other quarters are left out. Null if the return has no homes.
 */
export function labelsFor(ret: Return, list: LabelList): SheetTable | null {
  const homes = ret.tables.get("PA_Woningen");
  if (homes === undefined || homes.length === 0 || !homes.has("BAG_vbo_id")) return null;
  const rowsOf = rowsOfQuarter(homes, ret.settings.quarter);
  const found = registrations(
    list,
    new Set(rowsOf.map((row) => digits(homes.typed("BAG_vbo_id", row)))),
    ret.settings.day,
  );
  const hasQuarter = homes.has("Kwartaal");
  const asDate = (day: string | null): CellValue => (day === null ? null : daySerial(day));
  return {
    name: "PA_Woningen",
    sheet: list.block.sheet,
    headerRow: list.block.headerRow,
    firstColumn: 1,
    headers: ["BAG_vbo_id", ...(hasQuarter ? ["Kwartaal"] : []), "Label", "Opnamedatum", "Geldig tot"],
    rows: rowsOf.flatMap((row) => {
      const one = found.get(digits(homes.typed("BAG_vbo_id", row)));
      if (one === undefined) return [];
      const key = [homes.typed("BAG_vbo_id", row), ...(hasQuarter ? [homes.typed("Kwartaal", row)] : [])];
      return [[...key, one.label, asDate(one.surveyed), asDate(one.until)]];
    }),
    isDate: (_row, column) => column >= (hasQuarter ? 3 : 2),
  };
}

const rowsOfQuarter = (table: ReturnTable, quarter: string | null): readonly number[] =>
  Array.from({ length: table.length }, (_, row) => row).filter((row) => {
    const own = table.has("Kwartaal") ? table.value("Kwartaal", row) : null;
    return own === null || quarter === null || own === quarter;
  });
