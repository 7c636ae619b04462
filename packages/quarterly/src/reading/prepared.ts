import type { ReturnTable } from "../return.js";
import { isEmptyCell, type TableSource, type Workbook } from "../workbook.js";

const PREPARED_SETTING = "prepared";

/**
 * The columns copied to the next quarter, by table, and from which column. For projects: everything but that quarter's
 * remark. For counts: only what identifies the row, because last quarter's number is not this quarter's.
 */
export const carriedFrom: Readonly<Record<string, (header: string) => string | null>> = {
  PA_Nieuwbouw: (header) => (header === "Toelichting" ? null : header),
  PA_Voorraad: (header) =>
    header === "Verhuurder" || header === "Segment" ? header : header === "Beginstand" ? "Eindstand" : null,
  PA_Toewijzingen: (header) => (header === "Verhuurder" || header === "Categorie" ? header : null),
  PA_Labels: (header) => (["Verhuurder", "Segment", "Label"].includes(header) ? header : null),
};

/** The quarter for which rows were prepared in this workbook; null if none. */
export const preparedIn = (workbook: Pick<TableSource, "getSetting">): Promise<string | null> =>
  workbook.getSetting(PREPARED_SETTING);

/** Stores in the workbook for which quarter rows were prepared. */
export const keepPrepared = (workbook: Pick<Workbook, "setSetting">, quarter: string): Promise<void> =>
  workbook.setSetting(PREPARED_SETTING, quarter);

/**
 * True for a row that was prepared for a quarter and is still empty: it is expected, not wrong. Never true in a table
 * of which every required column is copied.
 */
export function isStillPrepared(table: ReturnTable, index: number, prepared: string | null): boolean {
  const carried = carriedFrom[table.definition.name];
  if (prepared === null || carried === undefined || table.value("Kwartaal", index) !== prepared) return false;
  const own = table.definition.fields.filter(({ header }) => header !== "Kwartaal" && carried(header) === null);
  return (
    own.some(({ required, header }) => required === true && table.has(header)) &&
    own.every(({ header }) => !table.has(header) || isEmptyCell(table.typed(header, index)))
  );
}
