import type { Language } from "./text.js";

const formats = new Map<string, Intl.NumberFormat>();

/** A number in one language, where `numberText` has too few or too many decimals: on an axis, or as a cell shows it. */
export function writtenNumber(language: Language, value: number, options: Intl.NumberFormatOptions): string {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB", options);
    formats.set(key, format);
  }
  return format.format(value);
}
