/** A format code for TEXT, in the form the engine supports. */
export interface TextCode {
  readonly code: string;
  /** True if the code can only be meant for a Dutch Excel; the result is then Dutch too. */
  readonly isDutch: boolean;
}

/**
 * Reads a format code for TEXT. Excel stores it as typed: a Dutch user writes jjjj for the year, uu for the hour and
 * "#.##0,0" for a number.
 * Codes that are valid in English, and codes containing texts, stay as they are.
 */
export function readTextCode(code: string): TextCode {
  if (/^[dmjush\s:./,-]+$/i.test(code) && /[ju]/i.test(code))
    return { code: code.replace(/j/gi, "y").replace(/u/gi, "h"), isDutch: true };
  if (/^[0#?.,%€\s;()+-]+$/.test(code) && code.split(";").some(isDutchNumber))
    return { code: code.replace(/[.,]/g, (mark) => (mark === "." ? "," : ".")), isDutch: true };
  return { code, isDutch: false };
}

/** An English comma groups by three and never follows decimals, so "0,0", "#.##0,00" and "#.##0" must be Dutch. */
const isDutchNumber = (section: string): boolean =>
  /^[^.,]*(?:\.[0#?]{3})*,(?:[0#?]{1,2}|[0#?]{4,})[^0#?.,]*$/.test(section) ||
  /^[^.,]*(?:\.[0#?]{3})+,[0#?]+[^0#?.,]*$/.test(section) ||
  /^[^.,]*#\.##0[^0#?.,]*$/.test(section);
