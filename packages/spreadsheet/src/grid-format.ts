import { engine } from "./engine.js";

const trial = [0, 1.5, -2, 46_000.25];

/** Can the engine show numbers in this format? One it cannot read would turn the value into an error. */
function isShowable(format: string): boolean {
  try {
    for (const value of trial) engine.helpers.formatValue(value, { format, locale: engine.DEFAULT_LOCALE });
    return true;
  } catch {
    return false;
  }
}

/** What the engine does not know and people do not miss: locale tags, padding, colours, conditions, the other sections. */
const simplified = (format: string): string =>
  format
    .split(";")[0]!
    .replace(/\[\$([^\]-]*)-[^\]]*\]/g, (_, currency: string) => (currency === "" ? "" : `"${currency}"`))
    .replace(/[_*]./g, "")
    .replace(/\[(?!\$|h|m|s)[^\]]*\]/gi, "")
    .replace(/\\(.)/g, '"$1"')
    .replace(/(^|[^h])h(?!h)/gi, "$1hh")
    .replace(/€(?![^"]*"(?:[^"]*"[^"]*")*[^"]*$)/g, '"€"');

const known = new Map<string, string | null>();

/** A number format of a file as the engine can show it; null for General, also where nothing comes near. */
export function gridFormat(format: string): string | null {
  if (/^general$/i.test(format)) return null;
  const found = known.get(format);
  if (found !== undefined) return found;
  const shown = [format, simplified(format)].find(isShowable) ?? null;
  known.set(format, shown);
  return shown;
}
