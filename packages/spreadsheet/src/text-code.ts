/** What a code in TEXT means, in the form the engine knows. */
export interface TextCode {
  readonly code: string;
  /** The code can only have been written for a Dutch Excel, which also writes the result in Dutch. */
  readonly isDutch: boolean;
}

/**
 * Reads a code of TEXT. Excel keeps it as it was typed: a Dutch one writes jjjj for the year, uu for the hour and "#.##0,0" for a number.
 * A code that means something in English as it is, is left alone; so is one with texts in it.
 */
export function readTextCode(code: string): TextCode {
  if (/^[dmjush\s:./,-]+$/i.test(code) && /[ju]/i.test(code))
    return { code: code.replace(/j/gi, "y").replace(/u/gi, "h"), isDutch: true };
  if (/^[0#?.,%€\s;()+-]+$/.test(code) && code.split(";").some(isDutchNumber))
    return { code: code.replace(/[.,]/g, (mark) => (mark === "." ? "," : ".")), isDutch: true };
  return { code, isDutch: false };
}

/** In English a comma groups by three and nothing follows decimals: "0,0", "#.##0,00" and "#.##0" can only be Dutch. */
const isDutchNumber = (section: string): boolean =>
  /^[^.,]*(?:\.[0#?]{3})*,(?:[0#?]{1,2}|[0#?]{4,})[^0#?.,]*$/.test(section) ||
  /^[^.,]*(?:\.[0#?]{3})+,[0#?]+[^0#?.,]*$/.test(section) ||
  /^[^.,]*#\.##0[^0#?.,]*$/.test(section);
