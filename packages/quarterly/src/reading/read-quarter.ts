import { cleaned, quarterOfDay, readDay, readQuarter } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { doubtful, plain, refused, repaired, type CellReader, type Outcome } from "./outcome.js";
import { couldBeDay } from "./read-date.js";

/** "2026-03" may be March or the third quarter; not ambiguous if both give the same quarter. */
const yearAndNumber = /^(\d{4})[-/]0?([1-4])$/;

function monthOrQuarter(year: string, number: number): Outcome {
  const [ofMonth, quarter] = [`${year}-Q${Math.ceil(number / 3)}`, `${year}-Q${number}`];
  return ofMonth === quarter
    ? repaired(quarter, "PA-122", { read: quarter }, quarter)
    : doubtful("PA-125", { one: ofMonth, other: quarter }, [quarter, ofMonth]);
}

/** Reads a quarter in any spelling as "2026-Q3". */
export const readQuarterCell: CellReader = (value, _context, { isDate }) => {
  if (typeof value === "boolean") return refused("PA-135");
  if (typeof value === "number") {
    const day = isDate === true || couldBeDay(value) ? readDay(value) : null;
    if (day === null) return refused("PA-135");
    // Excel turns a typed "2026-3" or "3-2026" into 1 March 2026: first or third quarter?
    const month = Number(day.slice(5, 7));
    if (day.endsWith("-01") && month <= 4 && month > 1) return monthOrQuarter(day.slice(0, 4), month);
    return repaired(quarterOfDay(day), "PA-122", { read: quarterOfDay(day) }, quarterOfDay(day));
  }
  if (/^\d{4}-Q[1-4]$/.test(value)) return plain(value);
  const text = cleaned(value);
  const absent = saidAbsent(text, refused("PA-135"));
  if (absent) return absent;
  const padded = text.includes("0") && yearAndNumber.exec(text);
  if (padded && /0[1-4]$/.test(text)) return monthOrQuarter(padded[1]!, Number(padded[2]));
  const day = readQuarter(text) === null ? readDay(text) : null;
  const quarter = readQuarter(text) ?? (day === null ? null : quarterOfDay(day));
  if (quarter === null) return refused("PA-135");
  return repaired(quarter, text === quarter ? "PA-121" : "PA-122", { read: quarter }, quarter);
};
