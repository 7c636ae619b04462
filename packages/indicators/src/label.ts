import { cleaned } from "./typed.js";

/** Energy labels from best to worst (NTA 8800 scale of 2021). */
export const labelScale = ["A+++++", "A++++", "A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G"] as const;
/** An energy label on the scale, "A+++++" to "G". */
export type EnergyLabel = (typeof labelScale)[number];

/** The code for "no known label"; a label's own code is its index in the scale. */
export const noLabelCode = labelScale.length;

const codes = new Map<string, number>(labelScale.map((label, code) => [label, code]));
/** Label codes of the sector standard VERA, as corporations export them. */
const vera: Readonly<Record<string, EnergyLabel>> = { AP: "A+", APP: "A++", AP3: "A+++", AP4: "A++++", AP5: "A+++++" };
const nothing = new Set(["", "ONBEKEND", "UNKNOWN", "GEENLABEL", "GEEN", "NOLABEL", "NB", "N.B."]);

const normal = (text: string): string =>
  cleaned(text.slice(0, longest).normalize("NFKC")).toUpperCase().replace(/\s/g, "");
/** Longer texts are not a label or a choice of labels. */
const longest = 100;

/**
 * The code of a typed label; case, spaces and VERA codes (AP, APP, AP3) do not matter.
 * `noLabelCode` if there is no label ("onbekend", empty); null if it is not on the scale ("A2").
 */
export function labelCode(text: string | null): number | null {
  if (text === null) return noLabelCode;
  const asWritten = codes.get(text);
  if (asWritten !== undefined) return asWritten;
  // "Label A", "A-label", "energielabel: A++".
  const typed = normal(text)
    .replace(/^(?:ENERGIE)?(?:LABEL|KLASSE):?(?=[A-G])/, "")
    .replace(/([A-G+])-?LABEL$/, "$1");
  if (nothing.has(typed)) return noLabelCode;
  return codes.get(vera[typed] ?? typed) ?? null;
}

/** Reads a typed label; null if there is no label; undefined if it is not on the scale. */
export function readLabel(text: string | null): EnergyLabel | null | undefined {
  const code = labelCode(text);
  return code === null ? undefined : (labelScale[code] ?? null);
}

/**
 * Counts homes per label code; index `noLabelCode` counts those without a known label. With `counts`, each row stands for that
 * many homes. A single pass over a typed array, for large numbers of homes.
 */
export function countLabels(labels: Uint8Array, counts?: ArrayLike<number>): Float64Array {
  const tally = new Float64Array(256);
  if (counts) for (let i = 0; i < labels.length; i += 1) tally[labels[i]!]! += counts[i]!;
  else {
    const rows = new Uint32Array(256);
    for (let i = 0; i < labels.length; i += 1) rows[labels[i]!]! += 1;
    tally.set(rows);
  }
  return tally.subarray(0, noLabelCode + 1);
}

const item = /^(AP[P345]?|A\+{0,5}|[B-G])/;

/**
 * Reads a choice of labels: "EFG", "E,F,G", "A-B", "E:G", "A++-B". A range follows the scale, so "A-B" does not include A+. Null
 * if it cannot be read.
 */
export function readLabelClasses(text: string): readonly EnergyLabel[] | null {
  if (text.length > longest) return null;
  let rest = normal(text.replace(/\b(?:t\/m|tot en met|through|to)\b/gi, "-")).replace(/[‐-―]/g, "-");
  const chosen = new Set<number>();
  let last: number | null = null;
  let range = false;
  while (rest !== "") {
    const found = item.exec(rest)?.[0];
    if (found === undefined) {
      const separator = rest[0]!;
      if (range || last === null || !",;/+&:-".includes(separator)) return null;
      if (separator === "-" || separator === ":") range = true;
      else last = null;
      rest = rest.slice(1);
      continue;
    }
    const code = labelCode(found)!;
    if (range) {
      for (let c = Math.min(last!, code); c <= Math.max(last!, code); c += 1) chosen.add(c);
      range = false;
    } else chosen.add(code);
    last = code;
    rest = rest.slice(found.length);
  }
  if (range || chosen.size === 0 || last === null) return null;
  return [...chosen].sort((a, b) => a - b).map((code) => labelScale[code]!);
}

/** The labels to be phased out (art. 19). */
export const phasedOut: readonly EnergyLabel[] = ["E", "F", "G"];
