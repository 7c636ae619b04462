import { cleaned, dayText, readDay, readQuarter, saysTime } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { doubtful, plain, refused, repaired, type CellReader, type Outcome } from "./outcome.js";

/** "2027", "medio 2027", "voorjaar 2027": a time, but not a day. */
const roughly =
  /^(?:(?:eind|begin|medio|voorjaar|najaar|zomer|winter|herfst|lente|na|voor|rond|ca\.?) )*(?:(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? )?(?:19|20)\d{2}$/;

/** A day as Excel's count: what a number may be taken for that is not shown as a date. 1990 to 2099. */
export const couldBeDay = (value: number): boolean => value >= 32_874 && value <= 73_050;

/** The day read, with a remark where more or other than a day was typed. */
const dayWith = (day: string, typed: string | number, isPlain: boolean): Outcome => {
  if (saysTime(typed)) return repaired(day, "PA-153", { read: dayText(day) });
  return isPlain ? plain(day) : repaired(day, "PA-122", { read: dayText(day) });
};

/** A day. "1-3-2025" is the first of March; "31-9-2025" is no day; a year or quarter is not precise enough. */
export const readDate: CellReader = (value, _context, { isDate }) => {
  if (typeof value === "boolean") return refused("PA-134");
  if (typeof value === "number") {
    if (isDate !== true && Number.isInteger(value) && value >= 1950 && value <= 2100) return doubtful("PA-143");
    if (value > 19_000_101) {
      const day = readDay(String(value));
      return day === null ? refused("PA-134") : repaired(day, "PA-122", { read: dayText(day) });
    }
    // Without the look of a date a number is taken for one only where it falls in living memory.
    const day = isDate === true || couldBeDay(value) ? readDay(value) : null;
    return day === null ? refused("PA-134") : dayWith(day, value, isDate !== false);
  }
  const text = cleaned(value);
  const absent = saidAbsent(text, "nothing");
  if (absent) return absent;
  const day = readDay(text);
  // "2026-09-30" typed as text is what it says; there is nothing to tell about it.
  if (day !== null) return dayWith(day, text, day === value);
  const isRough = text.length <= 60 && (roughly.test(text.toLowerCase()) || readQuarter(text) !== null);
  return isRough ? doubtful("PA-143") : refused("PA-134");
};
