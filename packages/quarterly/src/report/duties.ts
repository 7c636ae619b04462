import { dayText, fill, type Commitment, type Day, type Text, type Verdict } from "@prestatieafspraken/indicators";
import type { Evaluation } from "./evaluation.js";

export interface DatedVerdict {
  readonly verdict: Verdict;
  readonly statement: Text;
  /** The next day something is due. */
  readonly due: Day | null;
  /** Was what fell due last done? null where that is not known. */
  readonly done: boolean | null;
}

/**
 * A dated commitment on a day. Done is: reported as gehaald, with evidence. Passed and reported as not done is missed; passed and
 * nothing reported, or no evidence, cannot be said.
 */
export function judgeDated(
  commitment: Commitment,
  days: readonly Day[],
  reported: Evaluation | null,
  day: Day,
): DatedVerdict {
  const all = days.length > 0 ? days : reported?.deadline ? [reported.deadline] : [];
  const last = all.filter((due) => due <= day).at(-1) ?? null;
  const next = all.find((due) => due > day) ?? null;
  const once = commitment.recurs === undefined;
  const due = once ? (next ?? last) : next;
  if (reported?.status === "n.v.t.") {
    return {
      verdict: "no-norm",
      statement: { nl: "Niet van toepassing, volgens PA_Evaluatie.", en: "Not applicable, according to PA_Evaluatie." },
      due,
      done: null,
    };
  }
  const about = once ? "last" : aboutWhich(reported, last);
  const claimed = reported?.status === "gehaald" && about === "last";
  if (claimed && reported.evidence !== null) {
    return {
      verdict: "met",
      statement: fill(
        { nl: "Gedaan. Bewijs: {evidence}.", en: "Done. Evidence: {evidence}." },
        { evidence: reported.evidence },
      ),
      due: once ? null : next,
      done: true,
    };
  }
  const facts = {
    last: last === null ? "" : dayText(last),
    next: next === null ? "" : dayText(next),
    status: reported?.status ?? "",
  };
  const say = (verdict: Verdict, nl: string, en: string, done: boolean | null): DatedVerdict => ({
    verdict,
    statement: fill({ nl, en }, facts),
    due,
    done,
  });
  if (claimed) {
    return say(
      "unknown",
      "Opgegeven als gehaald, maar zonder bewijs. Vul in PA_Evaluatie bij Bewijs in waar het staat.",
      "Reported as met, but without evidence. Enter under Bewijs in PA_Evaluatie where it can be found.",
      null,
    );
  }
  if (all.length === 0) {
    return say(
      "unknown",
      "De afspraak noemt geen dag. Zet in PA_Evaluatie bij Deadline wanneer dit klaar moet zijn.",
      "The agreement names no day. Enter under Deadline in PA_Evaluatie when this has to be done.",
      null,
    );
  }
  if (last !== null && about === "last" && reported !== null && reported.status !== "niet te bepalen") {
    return say(
      "missed",
      "Moest klaar zijn op {last}; opgegeven status: {status}.",
      "Was due on {last}; reported status: {status}.",
      false,
    );
  }
  const underWay = about === "next" && (reported?.status === "op koers" || reported?.status === "aandacht");
  if (last !== null && !underWay) {
    return say(
      "unknown",
      "Moest klaar zijn op {last}, maar in PA_Evaluatie staat niet of het gedaan is. Vul de status in, met bewijs.",
      "Was due on {last}, but PA_Evaluatie does not say whether it was done. Enter the status, with evidence.",
      null,
    );
  }
  if (reported === null || reported.status === "niet te bepalen") {
    return say(
      "unknown",
      "Uiterlijk {next}. In PA_Evaluatie staat nog geen status.",
      "Due by {next}. PA_Evaluatie holds no status yet.",
      null,
    );
  }
  return say(
    reported.status === "op koers" ? "on-track" : "attention",
    "Uiterlijk {next}; opgegeven status: {status}.",
    "Due by {next}; reported status: {status}.",
    null,
  );
}

/** A yearly duty has one row: about the time that passed last, or about the next. Its deadline says so, else its status does. */
function aboutWhich(reported: Evaluation | null, last: Day | null): "last" | "next" {
  if (reported === null || last === null) return "last";
  if (reported.deadline !== null) return reported.deadline.slice(0, 4) === last.slice(0, 4) ? "last" : "next";
  return reported.status === "gehaald" || reported.status === "niet gehaald" ? "last" : "next";
}
