import { cleaned } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { numberText } from "./number-text.js";
import { doubtful, NOT_APPLICABLE, plain, refused, repaired, type CellReader, type Outcome } from "./outcome.js";
import { unknownStated } from "./unknown.js";

/** Divides by a hundred as people do on paper: 7% is 0.07, not 0.07000000000000001. */
const percentage = (value: number): number => Number(`${value}e-2`);

/** A bare number: 0.16 is a share; 16 probably is a percentage; 1 can be both 1% and 100%. */
function bare(value: number, asShare: (value: number) => Outcome): Outcome {
  if (value < 0 || value > 100) return refused("PA-142");
  if (value === 1) return doubtful("PA-125", { one: "1%", other: "100%" });
  return value < 1 ? asShare(value) : doubtful("PA-133", { suggestion: value });
}

/** A share between 0 and 1. */
export const readShare: CellReader = (value, _context, isDate) => {
  if (typeof value === "boolean" || isDate === true) return refused("PA-128");
  if (typeof value === "number") return bare(value, plain);
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
  const found = numberText(text);
  switch (found.kind) {
    case "none":
      return refused("PA-128");
    case "estimate":
      return doubtful("PA-124");
    case "ambiguous":
      return doubtful("PA-125", { one: found.small, other: found.large });
    case "number": {
      const share = found.percent ? percentage(found.value) : found.value;
      if (found.percent) {
        return share < 0 || share > 1
          ? refused("PA-142")
          : repaired(
              share,
              "PA-120",
              { read: share },
              // A bare 1 in the cell would be 1% or 100% again.
              share === 1 ? undefined : share,
            );
      }
      return bare(share, (read) => repaired(read, "PA-120", { read }, read));
    }
  }
};
