import { doubtful, MISSING, NOT_APPLICABLE, type Outcome } from "./outcome.js";

/**
 * Words for a missing figure. Statistics Netherlands prints "." for unknown and "-" for nil; in returns "-" is used for both, so
 * in a number column it is queried and never read as 0.
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

/** The kinds of text that say there is no value. */
export type Absence = "unknown" | "not applicable" | "dash";

/** Classifies a cleaned text as unknown, not applicable or a dash; null if it says something else. */
export function absence(text: string): Absence | null {
  if (text.length > 20) return null;
  const word = text.toLowerCase();
  if (unknown.has(word)) return "unknown";
  if (notApplicable.has(word)) return "not applicable";
  return dash.test(word) ? "dash" : null;
}

/** Explicitly reported as unknown, as opposed to left empty. */
export const unknownStated: Outcome = { reading: { state: "missing" }, remark: { rule: "PA-123" } };

/** A dash in a number column may mean none, unknown or not applicable; only the author knows. */
const dashAsked: Outcome = doubtful("PA-127", {}, [0, "n.b.", "n.v.t."]);
/** A dash in a text column counts as empty. */
const dashInWords: Outcome = MISSING;

/**
 * How every column reads a text for a missing value; null if the text is something else. `dash` is the meaning of a dash in the
 * column.
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
