import { engine } from "./engine.js";

const trial = [0, 1.5, -2, 46_000.25];

/** True if the engine supports this format; an unsupported one would turn the value into an error. */
function isShowable(format: string): boolean {
  try {
    for (const value of trial) engine.helpers.formatValue(value, { format, locale: engine.DEFAULT_LOCALE });
    return true;
  } catch {
    return false;
  }
}

/** Removes the language from `[$-413]` and `[$€-413]`; the engine would show it as if it were the currency. */
const withoutLanguage = (format: string): string =>
  format.replace(/\[\$([^\]-]*)-[^\]]*\]/g, (_, currency: string) => (currency === "" ? "" : `[$${currency}]`));

/** Removes what the engine lacks and users will not miss: padding, colours, conditions, further sections. */
const simplified = (format: string): string =>
  format
    .replace(/;.*$/s, "")
    .replace(/\[\$([^\]]*)\]/g, '"$1"')
    .replace(/[_*]./g, "")
    .replace(/\[(?!\$|h|m|s)[^\]]*\]/gi, "")
    .replace(/\\(.)/g, '"$1"')
    .replace(/(^|[^h])h(?!h)/gi, "$1hh")
    .replace(/€(?![^"]*"(?:[^"]*"[^"]*")*[^"]*$)/g, '"€"');

const known = new Map<string, string | null>();

/** The nearest number format the engine can display; null for General, or if there is none. */
export function gridFormat(format: string): string | null {
  if (/^general$/i.test(format)) return null;
  const found = known.get(format);
  if (found !== undefined) return found;
  const plain = withoutLanguage(format);
  const shown = [plain, simplified(plain)].find(isShowable) ?? null;
  known.set(format, shown);
  return shown;
}
