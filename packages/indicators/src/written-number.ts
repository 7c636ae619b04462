import type { Language } from "./text.js";

const formats = new Map<string, Intl.NumberFormat>();

/** A decimal number as people type it in a cell: all its digits and no separators of thousands. "0.25" is "0,25" in Dutch. */
export const typedNumber = (value: number | string, language: Language): string =>
  // oxlint-disable-next-line house/no-decimal-comma -- the one place that writes a decimal comma by hand
  language === "nl" ? String(value).replace(".", ",") : String(value);

/**
 * A number in one language, for where `numberText` has the wrong number of decimals: on an axis, or as a cell shows it.
 */
export function writtenNumber(language: Language, value: number, options: Intl.NumberFormatOptions): string {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB", options);
    formats.set(key, format);
  }
  return format.format(value);
}
