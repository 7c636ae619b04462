import type Fraction from "fraction.js";
import type { QuarterId } from "./agreement.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";
import { listed, quarterText } from "./written.js";

/** Parties in scope that delivered no row of a table for the period: no data, which is not 0. */
export interface Silent {
  /** What people call the table: "Toewijzingen". */
  readonly table: Text;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What is not known about a figure, so that a verdict on it could change. It follows from the cells, parties and quarters the
 * figure is made of, and is no verdict itself: the judge decides what it leaves standing.
 */
export interface Open {
  /** An error stands on a cell that was counted, or that decided what was counted. */
  readonly doubt: Text | null;
  readonly silent: readonly Silent[];
  /** Quarters inside the period without rows, oldest first. */
  readonly missing: readonly QuarterId[];
  /** What the figure can be at least and at most while the class of some rows is unknown, and which rows. */
  readonly range: { readonly low: Fraction; readonly high: Fraction; readonly because: Text } | null;
}

export const nothingOpen: Open = { doubt: null, silent: [], missing: [], range: null };

/** Says why there is no verdict: an error, who sent nothing, which quarters are missing. Null where nothing is. */
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
