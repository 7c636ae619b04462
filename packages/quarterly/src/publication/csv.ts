import type { Language } from "@prestatieafspraken/indicators";

/** A whole cell that is a number as a spreadsheet reads it: "-5", "+1,5", "1.840", "12,5%". */
const number = /^[+-]?\d[\d.,]*\s?%?$/;
/** What makes a spreadsheet take a text for a formula, also after spaces and in full-width signs. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]|^[\t\r]/u;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before it, unless the whole cell is a number.
 * Source: OWASP, CSV injection.
 */
export const disarmed = (text: string): string => (formula.test(text) && !number.test(text.trim()) ? `'${text}` : text);

/**
 * Rows as a CSV file for a spreadsheet (RFC 4180 with the separator that Excel expects): Dutch with `;` and decimal comma, English
 * with `,` and decimal point. Numbers stay numbers; every text is disarmed. It begins with a byte order mark, or Excel reads the
 * accents wrong. Whatever leaves as CSV leaves through here.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[], language: Language): string {
  const separator = language === "nl" ? ";" : ",";
  const cell = (value: string | number | null): string => {
    if (value === null) return "";
    if (typeof value === "number") return language === "nl" ? String(value).replace(".", ",") : String(value);
    const text = disarmed(value);
    // Both separators are quoted: another program may split on the other one.
    return /[";,\r\n\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}
