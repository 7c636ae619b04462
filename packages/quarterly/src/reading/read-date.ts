import { readDay, readQuarter, cleaned } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { doubtful, MISSING, NOT_APPLICABLE, plain, refused, repaired, type CellReader } from "./outcome.js";
import { unknownStated } from "./unknown.js";

/** "2027", "medio 2027", "maart 2027", "voorjaar 2027": a time, but not a day. */
const roughly =
  /^(?:(?:eind|begin|medio|voorjaar|najaar|zomer|winter|herfst|lente|na|voor|rond|ca\.?)\s)*(?:(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?\s)?(?:19|20)\d{2}$/;

/** The day in a text, with what other systems write on top of the spellings of people. */
export function dayInText(text: string): string | null {
  const digits = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  return readDay(digits ? `${digits[1]!}-${digits[2]!}-${digits[3]!}` : text);
}

/** A day. "1-3-2025" is the first of March; "31-9-2025" is no day; a year or quarter is not precise enough. */
export const readDate: CellReader = (value, _context, isDate) => {
  if (typeof value === "boolean") return refused("PA-134");
  if (typeof value === "number") {
    if (isDate !== true && Number.isInteger(value) && value >= 1950 && value <= 2100) return doubtful("PA-143");
    if (value > 19_000_101) {
      const day = dayInText(String(value));
      return day === null ? refused("PA-134") : repaired(day, "PA-122", { read: day });
    }
    // Without the look of a date a number is taken for one only where it falls in living memory: 1990 to 2099.
    const day = isDate === true || (value >= 32_874 && value <= 73_050) ? readDay(value) : null;
    if (day === null) return refused("PA-134");
    return isDate === false ? repaired(day, "PA-122", { read: day }) : plain(day);
  }
  const text = cleaned(value);
  switch (absence(text)) {
    case "unknown":
      return unknownStated();
    case "not applicable":
      return NOT_APPLICABLE;
    case "dash":
      return MISSING;
    case null:
  }
  const day = dayInText(text);
  // "2026-09-30" typed as text is what it says; there is nothing to tell about it.
  if (day !== null) return day === value ? plain(day) : repaired(day, "PA-122", { read: day });
  return roughly.test(text.toLowerCase()) || readQuarter(text) !== null ? doubtful("PA-143") : refused("PA-134");
};
