/** Built-in formats, which files do not define. Currency and date formats follow the user's regional settings. */
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

/** The code of a number format; `own` holds the formats the workbook defines. */
export const formatCode = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? builtIn[id] ?? "General";

/** Excel's limit; anything beyond it is ignored. */
const LONGEST_FORMAT = 255;

/** True if the format shows a number as a date. A time or duration without a date is not one. */
export function isDateFormat(code: string): boolean {
  const letters = code
    .slice(0, LONGEST_FORMAT)
    .replace(/"[^"]*"|\\.|[_*]./g, "") // literal text, escaped letters, padding
    .replace(/\[[^\]]*\]/g, "") // colours, conditions, locales, durations
    .replace(/;.*$/s, "")
    .replace(/general|am\/pm|a\/p/gi, "");
  return (
    /[dy]/i.test(letters) ||
    (/m/i.test(letters) && !/[hs]/i.test(letters) && !/\[(?:h+|s+|m+)\]/i.test(code.slice(0, LONGEST_FORMAT)))
  );
}

/** Formats that show the number itself, apart from separators, rounding and a currency sign. */
const PLAIN = /^(?:general|@|[#,0 ]*0(?:\.[0#?]*)?)$/i;

/**
 * The format if it makes the number look different: a date, a percentage, leading zeros. Null otherwise, and for
 * formats longer than Excel's 255 characters.
 */
export function tellingFormat(code: string): string | null {
  if (code.length > LONGEST_FORMAT) return null;
  const first = code
    .replace(/;.*$/s, "")
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, "")
    .trim();
  if (/^0{2,}$/.test(first)) return code;
  return first === "" || PLAIN.test(first.replace(/[\u20ac$\u00a3\s-]/g, "")) ? null : code;
}
