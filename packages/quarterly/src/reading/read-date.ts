import { readDay, readQuarter } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { doubtful, MISSING, NOT_APPLICABLE, plain, refused, repaired, type CellReader } from "./outcome.js";
import { cleaned } from "./typed-text.js";
import { unknownStated } from "./unknown.js";

const months = "jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|sept|okt|nov|dec".split("|");
const numberOfMonth: Readonly<Record<string, number>> = {
  ...{ jan: 1, feb: 2, mrt: 3, maa: 3, apr: 4, mei: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, nov: 11, dec: 12 },
};
const written = new RegExp(`^(\\d{1,2})\\s(${months.join("|")})[a-z]*\\.?\\s'?(\\d{4}|\\d{2})$`);
/** "2027", "medio 2027", "maart 2027", "voorjaar 2027": a time, but not a day. */
const roughly = new RegExp(
  `^(?:(?:eind|begin|medio|voorjaar|najaar|zomer|winter|herfst|lente|na|voor|rond|ca\\.?)\\s)*(?:(?:${months.join("|")})[a-z]*\\.?\\s)?(?:19|20)\\d{2}$`,
);

const century = (year: string): string => (year.length === 2 ? `20${year}` : year);

/** The day in a text, with the spellings of people on top of those of the calendar. */
export function dayInText(text: string): string | null {
  const short = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(text);
  if (short) return readDay(`${short[1]!}-${short[2]!}-${century(short[3]!)}`);
  const words = written.exec(text.toLowerCase());
  if (words) return readDay(`${words[1]!}-${numberOfMonth[words[2]!.slice(0, 3)]!}-${century(words[3]!)}`);
  const digits = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  if (digits) return readDay(`${digits[1]!}-${digits[2]!}-${digits[3]!}`);
  return readDay(text);
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
