import { cleaned } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { MISSING, NOT_APPLICABLE, plain, refused, repaired, type CellReader } from "./outcome.js";
import { unknownStated } from "./unknown.js";

/** Excel keeps 15 digits of a number; of a longer code the last ones are gone for good. */
const DIGITS_KEPT = 1e15;

/** A code that must survive as text: project codes, BAG numbers, article numbers. */
export const readId: CellReader = (value) => {
  if (typeof value === "boolean") return refused("PA-137", { suggestion: "", choices: "" });
  if (typeof value === "number") return Math.abs(value) >= DIGITS_KEPT ? refused("PA-140") : plain(String(value));
  const text = cleaned(value);
  if (/^\d+(?:[.,]\d+)?E\+?\d+$/i.test(text)) return refused("PA-140");
  switch (absence(text)) {
    case "unknown":
      return unknownStated();
    case "not applicable":
      return NOT_APPLICABLE;
    case "dash":
      return MISSING;
    case null:
  }
  return text === value ? plain(text) : repaired(text, "PA-121", { read: text }, text);
};
