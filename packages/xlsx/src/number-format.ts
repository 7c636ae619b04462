/** Formats that every workbook has without saying so; the ones for currency and dates follow the user's own settings. */
const builtIn: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd-mm-yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "hh:mm",
  21: "hh:mm:ss",
  22: "dd-mm-yyyy hh:mm",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** The code of a number format, given the formats that the workbook defines itself. */
export const formatCode = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? builtIn[id] ?? "General";

/** Excel refuses longer formats; what a file holds beyond this is never looked at. */
const LONGEST_FORMAT = 255;

/** Does this format show a number as a day? A time of day or a duration alone is no date. */
export function isDateFormat(code: string): boolean {
  const letters = code
    .slice(0, LONGEST_FORMAT)
    .replace(/"[^"]*"|\\.|[_*]./g, "") // literal text, escaped letters, padding
    .replace(/\[[^\]]*\]/g, "") // colours, conditions, locales, durations
    .split(";", 1)[0]!
    .replace(/general|am\/pm|a\/p/gi, "");
  return (
    /[dy]/i.test(letters) ||
    (/m/i.test(letters) && !/[hs]/i.test(letters) && !/\[(?:h+|s+|m+)\]/i.test(code.slice(0, LONGEST_FORMAT)))
  );
}

/** Formats that show a number as it is, but for separators and rounding; a currency sign changes nothing either. */
const PLAIN = /^(?:general|@|[#,0 ]*0(?:\.[0#?]*)?)$/i;

/**
 * The format where it makes people see something else than the plain number: a day, a percentage, zeros in front. Null
 * otherwise. Formats longer than Excel allows (255 characters) say nothing.
 */
export function tellingFormat(code: string): string | null {
  if (code.length > LONGEST_FORMAT) return null;
  const first = code
    .split(";", 1)[0]!
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, "")
    .trim();
  if (/^0{2,}$/.test(first)) return code;
  return first === "" || PLAIN.test(first.replace(/[\u20ac$\u00a3\s-]/g, "")) ? null : code;
}
