import { cleaned, dayText, readDay, type FilledValue } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { numberText, type NumberText } from "./number-text.js";
import { doubtful, refused, repaired, type CellLook, type Outcome } from "./outcome.js";
import { quoted } from "./typed-text.js";

type Found = Extract<NumberText, { kind: "number" }>;

/**
 * The common part of all number columns: dates and booleans are not numbers, words for missing values are kept apart, estimates
 * and ambiguous texts are not used. `fromNumber` and `fromText` handle the rest.
 */
export function numberCell(
  value: FilledValue,
  look: CellLook,
  fromNumber: (value: number) => Outcome,
  fromText: (found: Found) => Outcome,
): Outcome {
  if (typeof value === "boolean") return refused("PA-128");
  if (typeof value === "number") {
    if (look.isDate !== true) return fromNumber(value);
    const day = readDay(value);
    return refused("PA-131", { day: day === null ? quoted(value) : dayText(day) });
  }
  const text = cleaned(value);
  const absent = saidAbsent(text, "asked");
  if (absent) return absent;
  const found = numberText(text);
  switch (found.kind) {
    case "none":
      return refused("PA-128");
    case "estimate":
      return doubtful("PA-124");
    case "ambiguous":
      return doubtful("PA-125", { one: found.small, other: found.large }, [found.large, found.small]);
    case "number":
      return fromText(found);
  }
}

/** A number typed as text: usable, with a replacement by a real number. A provisional figure keeps its mark. */
export const numberFromText = (
  value: number,
  { provisional }: Found,
  replacement: number | undefined = value,
): Outcome =>
  provisional ? repaired(value, "PA-119", { read: value }) : repaired(value, "PA-120", { read: value }, replacement);
