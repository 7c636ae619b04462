import { cleaned, readDay } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { MISSING, NOT_APPLICABLE, plain, type CellReader } from "./outcome.js";
import { quoted } from "./typed-text.js";

/** Reads free text. Surrounding spaces are dropped without a remark; a date becomes "2026-09-30". */
export const readText: CellReader = (value, _context, { isDate }) => {
  if (typeof value === "number" && isDate === true) return plain(readDay(value) ?? quoted(value));
  const text = cleaned(quoted(value));
  switch (absence(text)) {
    case "unknown":
    case "dash":
      return MISSING;
    case "not applicable":
      return NOT_APPLICABLE;
    case null:
      return plain(text);
  }
};
