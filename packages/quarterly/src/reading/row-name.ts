import type { Agreement } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { partyNames } from "./party-names.js";
import { textAt } from "./value-text.js";

/** The name of a row for people: "2026-Q3 · WYwonen · regulier". Empty parts are left out. */
export function nameOfRow(table: ReturnTable, index: number, agreement: Agreement): string {
  const parties = partyNames(agreement);
  return table.definition.key
    .flatMap((header) => {
      const value = textAt(table, header, index);
      if (value === null) return [];
      const isParty = table.definition.fields.find((field) => field.header === header)?.type === "party";
      return [isParty ? parties.name(value) : value];
    })
    .join(" \u00b7 ");
}
