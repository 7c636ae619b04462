import { doubtful, MISSING, NOT_APPLICABLE, type Outcome } from "./outcome.js";

/**
 * Words that say there is no figure. Statistics Netherlands prints "." for unknown and "-" for nil; in a return a "-" is used for
 * both, so it is asked about in a number column and never read as 0.
 */
const notApplicable = new Set(["nvt", "n.v.t.", "n.v.t", "nvt.", "niet van toepassing", "n/a", "na", "not applicable"]);
const unknown = new Set([
  ".",
  "..",
  "...",
  "?",
  "??",
  "x?",
  "nb",
  "n.b.",
  "n.b",
  "nnb",
  "n.n.b.",
  "nog niet bekend",
  "niet bekend",
  "onbekend",
  "unknown",
  "volgt",
  "volgt nog",
  "ntb",
  "n.t.b.",
  "nader te bepalen",
  "pm",
  "p.m.",
  "tbd",
  "geen gegevens",
  "geen data",
  "geen opgave",
  "null",
]);
const dash = /^[-_]+$/;

export type Absence = "unknown" | "not applicable" | "dash";

/** Is this (cleaned) text a way of saying that there is nothing to say? */
export function absence(text: string): Absence | null {
  if (text.length > 20) return null;
  const word = text.toLowerCase();
  if (unknown.has(word)) return "unknown";
  if (notApplicable.has(word)) return "not applicable";
  return dash.test(word) ? "dash" : null;
}

/** Somebody says that it is not known: missing, and said so, which is another thing than forgotten. */
export const unknownStated: Outcome = { reading: { state: "missing" }, remark: { rule: "PA-123" } };

/** A dash in a column of numbers: none, unknown, or not applicable; only who typed it knows. */
const dashAsked: Outcome = doubtful("PA-127", {}, [0, "n.b.", "n.v.t."]);
/** A dash where words are expected says nothing. */
const dashInWords: Outcome = MISSING;

/**
 * How every column reads a text that says there is nothing to say; null where it says something. `dash` is what a dash means in
 * the column.
 */
export function saidAbsent(text: string, dash: "asked" | "nothing" | Outcome): Outcome | null {
  switch (absence(text)) {
    case "unknown":
      return unknownStated;
    case "not applicable":
      return NOT_APPLICABLE;
    case "dash":
      return dash === "asked" ? dashAsked : dash === "nothing" ? dashInWords : dash;
    case null:
      return null;
  }
}
