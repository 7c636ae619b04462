import { cleaned, dayText, readDay, readQuarter, saysTime } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { doubtful, plain, refused, repaired, type CellReader, type Outcome } from "./outcome.js";

/** "2027", "medio 2027", "voorjaar 2027": a time, but not a date. */
const roughly =
  /^(?:(?:eind|begin|medio|voorjaar|najaar|zomer|winter|herfst|lente|na|voor|rond|ca\.?) )*(?:(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? )?(?:19|20)\d{2}$/;

/** True for serial numbers from 1990 to 2099: a number without a date format may then be a date. */
export const couldBeDay = (value: number): boolean => value >= 32_874 && value <= 73_050;

/** The date read, with a remark if the cell also has a time or another notation. */
const dayWith = (day: string, typed: string | number, isPlain: boolean): Outcome => {
  if (saysTime(typed)) return repaired(day, "PA-153", { read: dayText(day) });
  return isPlain ? plain(day) : repaired(day, "PA-122", { read: dayText(day) });
};

/** Reads a date. "1-3-2025" is 1 March; "31-9-2025" is not a date; a year or quarter is not precise enough. */
export const readDate: CellReader = (value, _context, { isDate }) => {
  if (typeof value === "boolean") return refused("PA-134");
  if (typeof value === "number") {
    if (isDate !== true && Number.isInteger(value) && value >= 1950 && value <= 2100) return doubtful("PA-143");
    if (value > 19_000_101) {
      const day = readDay(String(value));
      return day === null ? refused("PA-134") : repaired(day, "PA-122", { read: dayText(day) });
    }
    // A number without a date format counts as a date only within a plausible range.
    const day = isDate === true || couldBeDay(value) ? readDay(value) : null;
    return day === null ? refused("PA-134") : dayWith(day, value, isDate !== false);
  }
  const text = cleaned(value);
  const absent = saidAbsent(text, "nothing");
  if (absent) return absent;
  const day = readDay(text);
  // "2026-09-30" typed as text needs no remark.
  if (day !== null) return dayWith(day, text, day === value);
  const isRough = text.length <= 60 && (roughly.test(text.toLowerCase()) || readQuarter(text) !== null);
  return isRough ? doubtful("PA-143") : refused("PA-134");
};
