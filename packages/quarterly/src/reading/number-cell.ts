import { cleaned, dayText, readDay } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { numberText, type NumberText } from "./number-text.js";
import { doubtful, refused, repaired, type CellLook, type Outcome } from "./outcome.js";
import { quoted } from "./typed-text.js";

type Found = Extract<NumberText, { kind: "number" }>;

/**
 * What every column of numbers does first: a date or a yes is no number, words that say there is nothing are kept apart, an
 * estimate and a text with two meanings are not calculated with. `fromNumber` and `fromText` say what the column makes of the rest.
 */
export function numberCell(
  value: string | number | boolean,
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

/** A number that was typed as text: usable, and better a number. A provisional figure stays as it is marked. */
export const numberFromText = (
  value: number,
  { provisional }: Found,
  replacement: number | undefined = value,
): Outcome =>
  provisional ? repaired(value, "PA-119", { read: value }) : repaired(value, "PA-120", { read: value }, replacement);
