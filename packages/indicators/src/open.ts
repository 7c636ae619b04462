import type Fraction from "fraction.js";
import type { QuarterId } from "./agreement.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";
import { listed, quarterText } from "./written.js";

/** Parties in scope without rows in a table for the period: no data, which is not 0. */
export interface Silent {
  /** Name of the table as users see it: "Toewijzingen". */
  readonly table: Text;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What is unknown about a figure and could change its verdict. Follows from the cells, parties and quarters it was counted from.
 * Not a verdict itself: `assess` decides what still holds.
 */
export interface Open {
  /** Set if a counted cell, or a cell that decided what was counted, contains an error. */
  readonly doubt: Text | null;
  readonly silent: readonly Silent[];
  /** Quarters inside the period without rows, oldest first. */
  readonly missing: readonly QuarterId[];
  /** The lowest and highest possible figure while the class of some rows is unknown, and which rows. */
  readonly range: { readonly low: Fraction; readonly high: Fraction; readonly because: Text } | null;
}

/** A figure about which everything is known. */
export const nothingOpen: Open = { doubt: null, silent: [], missing: [], range: null };

/** Why there is no verdict: an error, parties without data, or missing quarters; null if nothing is open. */
export function whatIsOpen({ doubt, silent, missing }: Open): Text | null {
  if (doubt !== null) return doubt;
  if (silent.length > 0) {
    const join = (language: keyof Text): string =>
      silent
        .map(({ table, parties }) => `${parties.map(({ name }) => name).join(", ")} (${table[language]})`)
        .join(", ");
    return {
      nl: `geen oordeel: nog niet ontvangen van ${join("nl")}`,
      en: `no verdict: not received from ${join("en")}`,
    };
  }
  if (missing.length > 0) {
    return fill(
      { nl: "geen oordeel: in de periode ontbreekt het {quarters}", en: "no verdict: the period lacks the {quarters}" },
      { quarters: listed(missing.map(quarterText)) },
    );
  }
  return null;
}
