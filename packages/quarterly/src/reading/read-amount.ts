import { readDay, cleaned } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { numberText } from "./number-text.js";
import { doubtful, NOT_APPLICABLE, plain, refused, repaired, type CellReader } from "./outcome.js";
import { quoted } from "./typed-text.js";
import { unknownStated } from "./unknown.js";

/** Euro with cents. An amount cannot be negative here: rents are paid, not received. */
export const readAmount: CellReader = (value, _context, isDate) => {
  if (typeof value === "boolean") return refused("PA-128");
  if (typeof value === "number") {
    if (isDate === true) return refused("PA-131", { day: readDay(value) ?? quoted(value) });
    return value < 0 ? refused("PA-129") : plain(value);
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
      if (found.value < 0) return refused("PA-129");
      return found.provisional
        ? repaired(found.value, "PA-119", { read: found.value })
        : repaired(found.value, "PA-120", { read: found.value }, found.value);
  }
};
