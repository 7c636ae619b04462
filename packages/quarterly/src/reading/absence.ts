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
  "#n/b",
  "#n/a",
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
