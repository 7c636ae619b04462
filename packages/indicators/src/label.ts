import { cleaned } from "./typed.js";

/** Energy labels from best to worst (NTA 8800 scale of 2021). */
export const labelScale = ["A+++++", "A++++", "A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G"] as const;
export type EnergyLabel = (typeof labelScale)[number];

/** The code of a home without a known label; a label's own code is its place on the scale. */
export const noLabelCode = labelScale.length;

const codes = new Map<string, number>(labelScale.map((label, code) => [label, code]));
/** Codes of the sector standard VERA, as corporations export them. */
const vera: Readonly<Record<string, EnergyLabel>> = { AP: "A+", APP: "A++", AP3: "A+++", AP4: "A++++", AP5: "A+++++" };
const nothing = new Set(["", "ONBEKEND", "UNKNOWN", "GEENLABEL", "GEEN", "NOLABEL", "NB", "N.B."]);

const normal = (text: string): string =>
  cleaned(text.slice(0, longest).normalize("NFKC")).toUpperCase().replace(/\s/g, "");
/** No label or choice of labels is longer. */
const longest = 100;

/**
 * The code of a label as people type it: case, spaces and VERA codes (AP, APP, AP3, AP4) do not matter.
 * `noLabelCode` where there is none ("onbekend", empty); null where it is not a label of the scale ("A2").
 */
export function labelCode(text: string | null): number | null {
  if (text === null) return noLabelCode;
  // "Label A", "A-label", "energielabel: A++".
  const typed = normal(text)
    .replace(/^(?:ENERGIE)?(?:LABEL|KLASSE):?(?=[A-G])/, "")
    .replace(/(?<=[A-G+])-?LABEL$/, "");
  if (nothing.has(typed)) return noLabelCode;
  return codes.get(vera[typed] ?? typed) ?? null;
}

/** The label as the scale writes it; null for none; undefined where it is not a label. */
export function readLabel(text: string | null): EnergyLabel | null | undefined {
  const code = labelCode(text);
  return code === null ? undefined : (labelScale[code] ?? null);
}

/**
 * Homes per label code (last place: without a known label), over as many homes as you like. With `counts` each row stands for
 * that many homes. One pass over a typed array.
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
 * Which labels somebody means: "EFG", "E,F,G", "A-B", "E:G", "A++-B". A range runs along the scale as listed, so "A-B" is A and
 * B and not A+. Null where it cannot be read.
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

/** The labels that are phased out (art. 19). */
export const phasedOut: readonly EnergyLabel[] = ["E", "F", "G"];
