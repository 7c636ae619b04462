import { readDay, cleaned, comparable } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { numberText, perhapsThousands } from "./number-text.js";
import { doubtful, NOT_APPLICABLE, type CellReader, plain, refused, repaired, type Outcome } from "./outcome.js";
import { quoted } from "./typed-text.js";
import { unknownStated } from "./unknown.js";

/** Words for none at all; "-" is not one of them. */
const zeroWords = new Set(["geen", "nul", "nihil", "none", "zero"]);

const whole = (value: number, mayBeNegative: boolean, asWholeNumber: (value: number) => Outcome): Outcome => {
  const nearest = Math.round(value);
  // What is left of a calculation with binary fractions is no broken number.
  if (Math.abs(value - nearest) < 1e-9) {
    if (nearest < 0 && !mayBeNegative) return refused("PA-129");
    return asWholeNumber(nearest === 0 ? 0 : nearest);
  }
  const thousands = perhapsThousands(value);
  return thousands === null ? refused("PA-130") : doubtful("PA-126", { suggestion: thousands });
};

/** A whole number of homes, lettings or units. `change` may be negative (Correctie); `count` may not. */
export const readCount: CellReader = (value, { field }, isDate) => {
  const mayBeNegative = field.type === "change";
  if (typeof value === "boolean") return refused("PA-128");
  if (typeof value === "number") {
    if (isDate === true) return refused("PA-131", { day: readDay(value) ?? quoted(value) });
    return whole(value, mayBeNegative, plain);
  }
  const text = cleaned(value);
  switch (absence(text)) {
    case "unknown":
      return unknownStated();
    case "not applicable":
      return NOT_APPLICABLE;
    case "dash":
      return doubtful("PA-127");
    case null:
  }
  if (zeroWords.has(comparable(text))) return repaired(0, "PA-120", { read: 0 }, 0);
  const found = numberText(text);
  switch (found.kind) {
    case "none":
      return refused("PA-128");
    case "estimate":
      return doubtful("PA-124");
    case "ambiguous":
      return doubtful("PA-125", { one: found.small, other: found.large });
    case "number":
      if (found.percent) return refused("PA-128");
      return whole(found.value, mayBeNegative, (number) =>
        found.provisional
          ? repaired(number, "PA-119", { read: number })
          : repaired(number, "PA-120", { read: number }, number),
      );
  }
};
