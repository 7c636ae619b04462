import {
  fill,
  InputError,
  isEmptyCell,
  quarterOfDay,
  readDay,
  readQuarter,
  type Party,
  type QuarterId,
  short,
} from "@prestatieafspraken/indicators";
import { partyNames } from "./reading/party-names.js";
import { textAt } from "./reading/value-text.js";
import type { Return } from "./return.js";

/** Parses a typed quarter, or the quarter of a date (as text or as a serial number). @throws InputError */
export function quarterTyped(typed: unknown): QuarterId {
  const text = String(typed);
  const day = readDay(/^\d{5}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : text);
  const quarter = readQuarter(text) ?? (day === null ? null : quarterOfDay(day));
  if (quarter !== null) return quarter;
  throw new InputError(
    fill(
      {
        nl: "'{typed}' is geen kwartaal. Schrijf bijvoorbeeld 2026-Q3.",
        en: "'{typed}' is not a quarter. Write for example 2026-Q3.",
      },
      { typed: short(text) },
    ),
    "quarter",
    "UNKNOWN_QUARTER",
  );
}

/** Parses a typed quarter; by default the workbook's reporting quarter, which may be null. @throws InputError */
export const quarterAsked = (ret: Return, typed: string | null | undefined): QuarterId | null =>
  typed === null || typed === undefined ? ret.settings.quarter : quarterTyped(typed);

/** Parses a typed date and returns "2026-09-30". @throws InputError */
export function dayTyped(typed: unknown): string {
  const day = typeof typed === "string" ? readDay(typed) : null;
  if (day !== null) return day;
  throw new InputError(
    fill(
      {
        nl: "'{typed}' is geen dag. Schrijf bijvoorbeeld 2026-09-30.",
        en: "'{typed}' is not a day. Write for example 2026-09-30.",
      },
      { typed: short(String(typed)) },
    ),
    "day",
    "WRONG_DAY",
  );
}

/**
 * The id of a typed party: id, name or alias; also a landlord outside the agreement that occurs in the return. Null if empty.
 * @throws InputError
 */
export function partyAsked(ret: Pick<Return, "agreement" | "tables">, typed: string | null | undefined): string | null {
  if (isEmptyCell(typed)) return null;
  const found = partyNames(ret.agreement).find(typed);
  if (found) return found.id;
  const key = typed.trim().toLowerCase();
  for (const table of ret.tables.values()) {
    for (const { header, type } of table.definition.fields) {
      if (type !== "party" || !table.has(header)) continue;
      for (let row = 0; row < table.length; row += 1) {
        const value = textAt(table, header, row);
        if (value?.toLowerCase() === key) return value;
      }
    }
  }
  throw new InputError(
    fill(
      {
        nl: "'{typed}' is geen partij bij deze afspraken. Kies uit: {names}.",
        en: "'{typed}' is not a party to this agreement. Choose from: {names}.",
      },
      { typed: short(typed), names: ret.agreement.parties.map((party: Party) => party.name).join(", ") },
    ),
    "party",
    "UNKNOWN_PARTY",
  );
}
