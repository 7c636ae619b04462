import { cleaned, readLabel } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { MISSING, NOT_APPLICABLE, plain, refused, repaired, type CellReader } from "./outcome.js";
import { becameDate } from "./read-id.js";

/** Reads an energy label. "onbekend" is explicitly missing: such homes count as homes without a known label. */
export const readLabelCell: CellReader = (value, _context, { isDate }) => {
  if (typeof value === "number" && isDate === true) return becameDate(value);
  if (typeof value !== "string") return refused("PA-136");
  const label = readLabel(value);
  if (label === value) return plain(label);
  if (label) return repaired(label, cleaned(value) === label ? "PA-121" : "PA-122", { read: label }, label);
  if (label === null) return MISSING;
  const absent = absence(cleaned(value));
  if (absent === "not applicable") return NOT_APPLICABLE;
  return absent === "unknown" ? MISSING : refused("PA-136");
};
