import { cleaned, dayText, readDay } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { plain, refused, repaired, type CellReader } from "./outcome.js";
import { quoted } from "./typed-text.js";

/** Excel keeps 15 digits of a number; the last digits of a longer code are lost. */
const DIGITS_KEPT = 1e15;
/** A number in scientific notation, as a narrow cell shows it: "4,53E+15". A code may well be 4E1. */
const shownShort = /^-?\d(?:[.,]\d{1,15})?E\+\d{2,3}$/i;
/** A format with leading zeros: "0000". */
const zeros = /^0{2,20}$/;
/** The apostrophe that makes Excel keep a typed code as text; some exports leave it in the code. */
const asText = /^['\u2018\u2019](?=\d)/;

/** Reads a code that must stay text: project codes, BAG numbers, article numbers. */
export const readId: CellReader = (value, _context, { isDate, format }) => {
  if (typeof value === "boolean") return refused("PA-137", { suggestion: "", choices: "" });
  if (typeof value === "number") {
    if (isDate === true) return becameDate(value);
    if (Math.abs(value) >= DIGITS_KEPT) return refused("PA-140");
    const digits = format != null && zeros.test(format) ? String(value).padStart(format.length, "0") : String(value);
    return digits === String(value) ? plain(digits) : repaired(digits, "PA-122", { read: digits }, digits);
  }
  const text = cleaned(value);
  if (shownShort.test(text)) return refused("PA-140");
  const absent = saidAbsent(text, "nothing");
  if (absent) return absent;
  const bare = text.replace(asText, "");
  if (bare !== text) return repaired(bare, "PA-122", { read: bare }, bare);
  return text === value ? plain(text) : repaired(text, "PA-121", { read: text }, text);
};

/** The outcome for a code, name or choice that Excel turned into a date: the typed text is lost. */
export function becameDate(value: number) {
  const day = readDay(value);
  return refused("PA-151", { day: day === null ? quoted(value) : dayText(day) });
}
