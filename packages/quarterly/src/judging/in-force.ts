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

/** Does the norm bind all parties of its indicator together: does it name nobody, or all of them? */
export const bindsTogether = (ret: Return, norm: Norm): boolean =>
  norm.parties === undefined || scopeOf(ret, norm.indicator).every((one) => norm.parties!.includes(one));

/** Is this norm about what was asked: all parties in scope together, or one of those it names? */
function isAbout(ret: Return, norm: Norm, ask: Ask): boolean {
  const { party, quarterOnly } = ask;
  if (quarterOnly) return false;
  const id = norm.indicator;
  if (isLiveId(id) && isNamed(liveOf(id))) {
    const found = count(id, ret, ask);
    return found.state === "counted" && !found.instead;
  }
  return party === null ? bindsTogether(ret, norm) : (norm.parties?.includes(party) ?? false);
}

/** The day a setting says, or null where nobody chose one here. */
function dayChosen(ret: Return, id: string | undefined): string | null {
  if (id === undefined || !ret.settings.chosen.includes(id)) return null;
  const value = chosen(ret, id, "");
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

/** Parameter id: "Bandbreedte verbeteringen". */
const MARGIN = "bandbreedte-verbeteringen";

/** A norm as definition choices of this workbook change it. Only what somebody chose here changes anything. */
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

/** A commitment that is due so many years after a day of PA_Instellingen gets its day, once that day is known. */
function withDueDay(ret: Return, commitment: Commitment): Commitment {
  const { dueAfter } = commitment;
  if (dueAfter === undefined || commitment.due !== undefined) return commitment;
  const begins = chosen(ret, dueAfter.parameter, "");
  return begins === "" ? commitment : { ...commitment, due: yearsLater(begins, dueAfter.years) };
}

const inForce = new WeakMap<Return, Agreement>();

/** The agreement with definition choices worked in; what calculations and the report start from. Once for a return, which never changes. */
export function agreementInForce(ret: Return): Agreement {
  let agreement = inForce.get(ret);
  if (agreement === undefined) {
    agreement = {
      ...ret.agreement,
      norms: ret.agreement.norms.map((norm) => asChosen(ret, norm)),
      commitments: ret.agreement.commitments.map((commitment) => withDueDay(ret, commitment)),
    };
    inForce.set(ret, agreement);
  }
  return agreement;
}

/** Has the agreement ended before this day? Then only what had to be reached by a day is still judged. */
export const hasEnded = (agreement: Pick<Agreement, "until">, day: string | null): boolean =>
  day !== null && day > agreement.until;

/** The same, holding for one indicator only the norms that judge what was asked. */
export function agreementFor(ret: Return, id: string, ask: Ask, day: string | null): Agreement {
  const agreement = agreementInForce(ret);
  const ended = hasEnded(agreement, day);
  return {
    ...agreement,
    norms: agreement.norms.filter(
      (norm) => norm.indicator !== id || (isAbout(ret, norm, ask) && !(ended && norm.deadline === undefined)),
    ),
  };
}

/** Are there norms on this indicator, but none about what was asked? Then the figure is shown, not judged. */
export function isOnlyShown(ret: Return, id: string, ask: Ask): boolean {
  const norms = ret.agreement.norms.filter((norm) => norm.indicator === id);
  return norms.length > 0 && !norms.some((norm) => isAbout(ret, norm, ask));
}
