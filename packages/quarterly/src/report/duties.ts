import { dayText, fill, statusText, type Day, type Text, type Verdict } from "@prestatieafspraken/indicators";
import { withheld, type Evaluation } from "./evaluation.js";

/** The verdict on a dated duty. */
export interface DatedVerdict {
  readonly verdict: Verdict;
  readonly statement: Text;
  /** Whether it was done; null if unknown or not due yet. */
  readonly done: boolean | null;
}

/**
 * Judges a dated duty by PA_Evaluatie. Done means reported as gehaald, with evidence. Past its date it is missed if reported as
 * not done, and unknown if nothing is reported or evidence is missing.
 */
export function judgeDated(
  due: Day | null,
  reported: Evaluation | null,
  day: Day,
  noDay: Text = namesNoDay,
): DatedVerdict {
  const say = (verdict: Verdict, sentence: Text, done: boolean | null = null): DatedVerdict => ({
    verdict,
    statement: fill(sentence, { due: due === null ? "" : dayText(due), status: statusText(reported?.status ?? "") }),
    done,
  });
  const status = reported?.status === "niet te bepalen" ? undefined : reported?.status;
  if (status === "n.v.t.") return say("no-norm", notApplicable);
  if (status === "gehaald" && reported?.evidence) {
    return {
      verdict: "met",
      statement: fill(
        reported.evidence === withheld
          ? { nl: "Gedaan; partijen hebben het bewijs.", en: "Done; the parties have the evidence." }
          : { nl: "Gedaan. Bewijs: {evidence}.", en: "Done. Evidence: {evidence}." },
        { evidence: reported.evidence.replace(/[.\s]+$/, "") },
      ),
      done: true,
    };
  }
  if (status === "gehaald") return say("unknown", withoutEvidence);
  if (due === null) return say("unknown", noDay);
  if (due <= day) return status === undefined ? say("unknown", notSaid) : say("missed", notDone, false);
  if (status === undefined) return say("unknown", toCome);
  return say(status === "op koers" ? "on-track" : "attention", underWay);
}

const namesNoDay: Text = {
  nl: "De afspraak noemt geen dag. Zet in Evaluatie bij Deadline wanneer dit klaar moet zijn.",
  en: "The agreement names no day. Enter under Deadline in Evaluatie when this has to be done.",
};
const notApplicable: Text = {
  nl: "Niet van toepassing, volgens het blad Evaluatie.",
  en: "Not applicable, according to the sheet Evaluatie.",
};
const withoutEvidence: Text = {
  nl: "Opgegeven als gehaald, maar zonder bewijs. Vul in Evaluatie bij Bewijs in waar het staat.",
  en: "Reported as met, but without evidence. Enter under Bewijs in Evaluatie where it can be found.",
};
const notSaid: Text = {
  nl: "Moest klaar zijn op {due}, maar in Evaluatie staat niet of het gedaan is. Vul de status in, met bewijs.",
  en: "Was due on {due}, but Evaluatie does not say whether it was done. Enter the status, with evidence.",
};
const notDone: Text = {
  nl: "Moest klaar zijn op {due}; opgegeven status: {status}.",
  en: "Was due on {due}; reported status: {status}.",
};
const toCome: Text = {
  nl: "Uiterlijk {due}. In Evaluatie staat nog geen status.",
  en: "Due by {due}. Evaluatie holds no status yet.",
};
const underWay: Text = {
  nl: "Uiterlijk {due}; opgegeven status: {status}.",
  en: "Due by {due}; reported status: {status}.",
};
