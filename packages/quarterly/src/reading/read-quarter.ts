import { quarterOfDay, readDay, readQuarter, cleaned } from "@prestatieafspraken/indicators";
import { absence } from "./absence.js";
import { doubtful, NOT_APPLICABLE, plain, refused, repaired, type CellReader } from "./outcome.js";
import { dayInText } from "./read-date.js";
import { unknownStated } from "./unknown.js";

/** A quarter as "2026-Q3", in any spelling. */
export const readQuarterCell: CellReader = (value, _context, isDate) => {
  if (typeof value === "boolean") return refused("PA-135");
  if (typeof value === "number") {
    const day = isDate === true || (value >= 32_874 && value <= 73_050) ? readDay(value) : null;
    if (day === null) return refused("PA-135");
    // Excel makes 1 March 2026 of a typed "2026-3" or "3-2026": first or third quarter?
    const month = Number(day.slice(5, 7));
    if (day.endsWith("-01") && month <= 4 && month > 1) {
      return doubtful("PA-125", { one: quarterOfDay(day), other: `${day.slice(0, 4)}-Q${month}` });
    }
    return repaired(quarterOfDay(day), "PA-122", { read: quarterOfDay(day) });
  }
  if (/^\d{4}-Q[1-4]$/.test(value)) return plain(value);
  const text = cleaned(value);
  switch (absence(text)) {
    case "unknown":
      return unknownStated();
    case "not applicable":
      return NOT_APPLICABLE;
    case "dash":
      return refused("PA-135");
    case null:
  }
  const quarter = readQuarter(text);
  if (quarter !== null) return repaired(quarter, text === quarter ? "PA-121" : "PA-122", { read: quarter }, quarter);
  const day = dayInText(text);
  return day === null ? refused("PA-135") : repaired(quarterOfDay(day), "PA-122", { read: quarterOfDay(day) });
};
