import {
  Fraction,
  indicator,
  yearsLater,
  type Agreement,
  type Commitment,
  type Norm,
} from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { count, isNamed, liveOf, type Ask } from "../books/count.js";
import { isLiveId } from "../books/live-ids.js";
import { chosen } from "../books/setting.js";
import { scopeOf } from "../books/party-scope.js";
import { oncePer } from "../kept.js";

/** True if the norm binds all parties of its indicator together: it names none, or all of them. */
export const bindsTogether = (ret: Return, norm: Norm): boolean =>
  norm.parties === undefined || scopeOf(ret, norm.indicator).every((one) => norm.parties!.includes(one));

/** True if the norm applies to the question: all parties in scope together, or a party it names. */
function isAbout(ret: Return, norm: Norm, ask: Ask): boolean {
  const { party, quarterOnly } = ask;
  if (quarterOnly) return false;
  const id = norm.indicator;
  if (isLiveId(id) && isNamed(liveOf(id))) {
    const found = count(id, ret, ask);
    // If nothing can be counted, the norm is still about all parties together.
    return found.state === "absent" ? party === null : !found.instead;
  }
  return party === null ? bindsTogether(ret, norm) : (norm.parties?.includes(party) ?? false);
}

/** The date in a setting; null if this workbook sets none. */
function dayChosen(ret: Return, id: string | undefined): string | null {
  if (id === undefined || !ret.settings.chosen.includes(id)) return null;
  const value = chosen(ret, id, "");
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

/** Parameter id: "Bandbreedte verbeteringen". */
const MARGIN = "bandbreedte-verbeteringen";

/** Applies the settings of this workbook to a norm. Only values chosen in the workbook change it. */
function asChosen(ret: Return, norm: Norm): Norm {
  if (norm.signal !== undefined && chosen(ret, "uitleg-signaal", "aandeel") === "overschrijding") {
    return { ...norm, signal: new Fraction(norm.value).mul(6, 5).toString() };
  }
  const deadline = dayChosen(ret, indicator(norm.indicator)?.judging?.deadline);
  return {
    ...norm,
    ...(deadline !== null && { deadline }),
    ...(norm.strength === "approximate" &&
      ret.settings.chosen.includes(MARGIN) && { margin: chosen(ret, MARGIN, "0") }),
  };
}

/** Resolves deadlines defined as "N years after" a date in PA_Instellingen, once that date is known. */
function withDueDay(ret: Return, commitment: Commitment): Commitment {
  const { dueAfter } = commitment;
  if (dueAfter === undefined || commitment.due !== undefined) return commitment;
  const begins = chosen(ret, dueAfter.parameter, "");
  return begins === "" ? commitment : { ...commitment, due: yearsLater(begins, dueAfter.years) };
}

/**
 * The agreement with the settings of the workbook applied, as used for calculations and reports. Cached, because a return never
 * changes.
 */
export const agreementInForce = oncePer((ret: Return): Agreement => ({
  ...ret.agreement,
  norms: ret.agreement.norms.map((norm) => asChosen(ret, norm)),
  commitments: ret.agreement.commitments.map((commitment) => withDueDay(ret, commitment)),
}));

/** True if the agreement ended before this date. From then on, only norms with a deadline are judged. */
export const hasEnded = (agreement: Pick<Agreement, "until">, day: string | null): boolean =>
  day !== null && day > agreement.until;

/** True if the agreement had not begun on this date: nothing was agreed about it then, unless a norm says so. */
export const isToCome = (agreement: Pick<Agreement, "from">, day: string | null): boolean =>
  day !== null && day < agreement.from;

/** The agreement in force with, for one indicator, only the norms that apply to the question. */
export function agreementFor(ret: Return, id: string, ask: Ask, day: string | null): Agreement {
  const agreement = agreementInForce(ret);
  const ended = hasEnded(agreement, day);
  const isLater = (norm: Norm): boolean => isToCome({ from: norm.from ?? agreement.from }, day);
  return {
    ...agreement,
    norms: agreement.norms.filter(
      (norm) =>
        norm.indicator !== id || (isAbout(ret, norm, ask) && !isLater(norm) && !(ended && norm.deadline === undefined)),
    ),
  };
}

/** True if the indicator has norms but none applies to the question: the figure is then shown without a verdict. */
export function isOnlyShown(ret: Return, id: string, ask: Ask): boolean {
  const norms = ret.agreement.norms.filter((norm) => norm.indicator === id);
  return norms.length > 0 && !norms.some((norm) => isAbout(ret, norm, ask));
}
