import { typedNumber, type Language } from "@prestatieafspraken/indicators";

/** A cell that a spreadsheet reads as a number: "-5", "+1,5", "1.840", "12,5%". */
const number = /^[+-]?\d[\d.,]*\s?%?$/;
/** Text that a spreadsheet takes for a formula, also after spaces and in full-width characters. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]|^[\t\r]/u;

/**
 * Prevents a text from being read as a formula: prefixes an apostrophe, unless the whole cell is a number.
 * Source: OWASP, CSV injection.
 */
export const disarmed = (text: string): string => (formula.test(text) && !number.test(text.trim()) ? `'${text}` : text);

/**
 * Formats rows as CSV for a spreadsheet (RFC 4180, with the separator Excel expects): Dutch with `;` and decimal comma, English
 * with `,` and decimal point. Numbers stay numbers; every text is disarmed. Starts with a byte order mark, without which Excel
 * misreads accents. All CSV output uses this function.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[], language: Language): string {
  const separator = language === "nl" ? ";" : ",";
  const cell = (value: string | number | null): string => {
    if (value === null) return "";
    if (typeof value === "number") return typedNumber(value, language);
    const text = disarmed(value);
    // Quotes both separators, because another program may split on the other one.
    return /[";,\r\n\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}
