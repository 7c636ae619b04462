/** The meaning of a text in a number column. */
export type NumberText =
  | { readonly kind: "number"; readonly value: number; readonly percent: boolean; readonly provisional: boolean }
  /** "1,200": 1.2 or 1200; the text does not tell which. */
  | { readonly kind: "ambiguous"; readonly small: number; readonly large: number }
  | { readonly kind: "estimate" }
  | { readonly kind: "none" };

const estimateBefore =
  /^(?:ca\.?|circa|c\.|±|\+\/-|\+-|~|≈|ongeveer|ong\.?|plm\.?|plusminus|bijna|ruim|zo'n|zon|rond(?: de)?|rondom|meer dan|minder dan|minimaal|maximaal|min\.?|max\.?|minstens|hooguit|hoogstens|ten minste|ten hoogste|tot|vanaf|tussen(?: de)?|naar schatting|geschat|schatting|verwacht|indicatief|about|approx\.?|[<>≤≥]=?)\s*(?=[€\d(])/;
const estimateAfter =
  /\d\s*(?:\?+|\+|ca\.?|\(?(?:schatting|geschat|indicatief|verwacht|onder voorbehoud|o\.v\.b\.|ongeveer)\)?)$/;
const range = /^[€ ]*\d[\d.,]*\s*(?:-|t\/m|tot(?: en met)?|à|a|of|\/)\s*[€ ]*\d[\d.,]*$/;
const currency = /€|\beuros?\b|\beur\b/g;
/** Words after a number: what is counted, or that a rent is basic and monthly. */
const unitWords =
  /\s*(?:\b(?:woningen|woning|won\.?|wooneenheden|eenheden|eenheid|vhe'?s?|verhuureenheden|stuks|st\.?|studio's|kamers|huizen|appartementen|toewijzingen|verhuringen|projecten|homes|units|per maand|per mnd\.?|p\/?m\.?|p\.m\.|kaal|kale huur)|\/\s?(?:mnd\.?|maand|month|m)|\((?:kaal|kale huur|netto|excl\.?)\))$/;
const noCents = /[,.]\s?-{1,2}$/;
const provisional = /\s*(?:\*{1,2}|\(?voorlopig\)?)$/;

const NONE: NumberText = { kind: "none" };
const ESTIMATE: NumberText = { kind: "estimate" };

/**
 * Parses a cleaned text as a number, Dutch notation first: "1.200" is twelve hundred, "1.200,50" has cents. An ambiguous text is
 * not resolved, and an estimate does not become a figure.
 */
export function numberText(text: string): NumberText {
  if (text.length > 60) return NONE;
  let body = text
    .toLowerCase()
    .replace(/^(["'])(.+)\1$/, "$2")
    .replace(/^'(?=[\d€-])/, "");
  if (!/\d/.test(body)) return NONE;
  const isProvisional = provisional.test(body);
  if (isProvisional) body = body.replace(provisional, "");
  if (estimateBefore.test(body) || estimateAfter.test(body) || range.test(body)) return ESTIMATE;

  body = body.replace(currency, "").trim().replace(noCents, "");
  // Applied twice, because "477,20 per maand (kaal)" has two of them.
  body = body.replace(unitWords, "").replace(unitWords, "").trim().replace(noCents, "").trim();
  const percent = /\s*(?:%|procent|pct\.?)$/.test(body);
  if (percent) body = body.replace(/\s*(?:%|procent|pct\.?)$/, "");
  let sign = 1;
  const bookkeeping = /^\((.+)\)$/.exec(body) ?? /^(\d.*\d|\d)-$/.exec(body) ?? /^-\s?(.+)$/.exec(body);
  if (bookkeeping) {
    sign = -1;
    body = bookkeeping[1]!;
  }
  body = body.replace(/^\+/, "").trim();
  if (/^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?$/.test(body)) body = body.replace(/[ ']/g, "");

  const number = (digits: string): NumberText => ({
    kind: "number",
    value: sign * Number(digits),
    percent,
    provisional: isProvisional,
  });
  if (/^\d+$/.test(body)) return number(body);
  // Dutch notation: dots between thousands, a comma before decimals.
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(body)) return number(body.replaceAll(".", "").replace(",", "."));
  // English notation with both signs, or with several groups, is unambiguous.
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(body) || /^\d{1,3}(?:,\d{3}){2,}$/.test(body))
    return number(body.replaceAll(",", ""));
  if (/^[1-9]\d{0,2},\d{3}$/.test(body)) {
    return {
      kind: "ambiguous",
      small: sign * Number(body.replace(",", ".")),
      large: sign * Number(body.replace(",", "")),
    };
  }
  if (/^\d+,\d+$/.test(body)) return number(body.replace(",", "."));
  if (/^\d+\.\d+$/.test(body)) return number(body);
  return NONE;
}

/**
 * The number of thousands that may be meant by 1.2 in a column of whole numbers: 1200 typed with a dot, in a sheet that reads a
 * dot as decimals. Null if not.
 */
export function perhapsThousands(value: number): number | null {
  const large = Math.round(value * 1000);
  return Math.abs(value) >= 1 && Math.abs(value) < 1000 && Math.abs(value * 1000 - large) < 1e-6 ? large : null;
}
