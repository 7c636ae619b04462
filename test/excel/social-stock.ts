/** A return in the emulated workbook: 1,840 social rented homes of 11,500 is 16%, the example in the design document. */
import type { WireResult } from "./excel-host.js";
import type { ModelSheet, ModelWorkbook } from "./sheet-model.js";

export const stockRows = [
  ["Kwartaal", "Verhuurder", "Segment", "Beginstand", "Eindstand"],
  ["2026-Q3", "WYwonen", "sociaal", 1840, 1840],
  ["2026-Q3", "Gemeente", "totaal", 11_500, 11_500],
] as const;

/** Adds the sheet Instellingen, for the third quarter of 2026. */
export const addSettings = (workbook: ModelWorkbook, settings: readonly (readonly string[])[] = []): void => {
  const rows = [["Instelling", "Waarde"], ["Verslagkwartaal", "2026-Q3"], ...settings];
  workbook.addTable(workbook.addSheet("Instellingen"), "PA_Instellingen", rows);
};

/** Adds the sheets Instellingen and Voorraad; returns Voorraad. */
export function fill(workbook: ModelWorkbook, settings?: readonly (readonly string[])[]): ModelSheet {
  addSettings(workbook, settings);
  const stock = workbook.addSheet("Voorraad");
  workbook.addTable(stock, "PA_Voorraad", stockRows);
  return stock;
}

/** Arguments of a live SOCIALSHARE. */
export const liveShare = [null, null, null, null];

/** True for an answer that is this part, plain or with a number format. */
export const share =
  (part: number) =>
  ({ value }: WireResult): boolean => {
    const number = typeof value === "number" ? value : (value as { basicValue?: number } | null)?.basicValue;
    return Math.abs((number ?? NaN) - part) < 1e-12;
  };
