import { Fraction, yearsLater, type Agreement, type Commitment, type Norm } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { chosen } from "./parameter.js";
import { scopeOf } from "./party-scope.js";
import type { Ask } from "./measurement.js";
import { studentsJudged } from "./student-share.js";

/** Indicators whose norm every party has to meet by itself. */
const judgedPerParty = new Set([
  "URGENTSHARE",
  "REGULARSHARE",
  "URGENTROOM",
  "LABELSHARE",
  "LABELPROGRESS",
  "LABELPACE",
]);

/** Is this norm about what was asked: all parties in scope together, or one of them? */
function isAbout(ret: Return, norm: Norm, { party, quarterOnly }: Ask): boolean {
  if (quarterOnly) return false;
  const id = norm.indicator;
  if (id === "STUDENTSHARE") return studentsJudged(ret, party);
  if (party !== null) return judgedPerParty.has(id) && (norm.parties?.includes(party) ?? true);
  return norm.parties === undefined || scopeOf(ret, id).every((one) => norm.parties!.includes(one));
}

/** A norm as definition choices of this workbook change it. Only what somebody chose here changes anything. */
function asChosen(ret: Return, norm: Norm): Norm {
  const isChosen = (id: string): boolean => ret.settings.chosen.includes(id);
  const day = (id: string): string | null => {
    const value = isChosen(id) ? chosen(ret, id, "") : "";
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
  };
  if (norm.signal !== undefined && chosen(ret, "uitleg-signaal", "aandeel") === "overschrijding") {
    return { ...norm, signal: new Fraction(norm.value).mul(6, 5).toString() };
  }
  const deadline =
    norm.deadline !== undefined && norm.indicator.startsWith("LABEL")
      ? day("einddatum-labels")
      : ["NEWBUILDSHARE", "OUTFLOWSHARE", "SOCIALTARGET"].includes(norm.indicator)
        ? day("einddatum-nieuwbouw")
        : null;
  return {
    ...norm,
    ...(deadline !== null && { deadline }),
    ...(norm.strength === "approximate" && isChosen(MARGIN) && { margin: chosen(ret, MARGIN, "0") }),
  };
}

/** Parameter id: "Bandbreedte verbeteringen". */
const MARGIN = "bandbreedte-verbeteringen";

/** A commitment that is due so many years after a day of PA_Instellingen gets its day, once that day is known. */
function withDueDay(ret: Return, commitment: Commitment): Commitment {
  const { dueAfter } = commitment;
  if (dueAfter === undefined || commitment.due !== undefined) return commitment;
  const begins = chosen(ret, dueAfter.parameter, "");
  return begins === "" ? commitment : { ...commitment, due: yearsLater(begins, dueAfter.years) };
}

/** The agreement with definition choices worked in; what calculations and the report start from. */
export const agreementInForce = (ret: Return): Agreement => ({
  ...ret.agreement,
  norms: ret.agreement.norms.map((norm) => asChosen(ret, norm)),
  commitments: ret.agreement.commitments.map((commitment) => withDueDay(ret, commitment)),
});

/** The same, holding for one indicator only the norms that judge what was asked. */
export function agreementFor(ret: Return, indicator: string, ask: Ask): Agreement {
  const agreement = agreementInForce(ret);
  return {
    ...agreement,
    norms: agreement.norms.filter((norm) => norm.indicator !== indicator || isAbout(ret, norm, ask)),
  };
}

/** Are there norms on this indicator, but none about what was asked? Then the figure is shown, not judged. */
export function isOnlyShown(ret: Return, indicator: string, ask: Ask): boolean {
  const norms = ret.agreement.norms.filter((norm) => norm.indicator === indicator);
  return norms.length > 0 && !norms.some((norm) => isAbout(ret, norm, ask));
}
