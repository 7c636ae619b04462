import {
  CannotSay,
  delivered,
  plans,
  referenceLimits,
  fill,
  together,
  type Commitment,
  type Text,
  type Verdict,
} from "@prestatieafspraken/indicators";
import { agreementInForce } from "../judging/in-force.js";
import { booksOf } from "../books/books-of.js";
import { ledgerOf } from "../books/ledger.js";
import { partyName } from "../books/party-scope.js";
import type { CommitmentLine, ReportLine } from "../report-shape.js";
import type { Return } from "../return.js";
import { judgeDated } from "./duties.js";
import { evaluations, type Evaluation } from "./evaluation.js";
import { judgeMeetings, judgeMinutes, meetings } from "./meetings.js";
import { dueDays } from "./occurrences.js";

type Judged = Pick<CommitmentLine, "verdict" | "statement"> & { readonly due?: string | null };

/** From what a reader has to look at first to what needs no attention. */
const gravest: readonly Verdict[] = ["missed", "attention", "unknown", "on-track", "met", "no-norm"];
const worst = (verdicts: readonly Verdict[]): Verdict =>
  gravest.find((verdict) => verdicts.includes(verdict)) ?? "unknown";

/**
 * Every commitment of the agreement once, in its order, as a verdict, a count, a date or a status.
 * `lines` are the lines over all parties of this quarter.
 */
export function commitmentLines(
  ret: Return,
  lines: readonly ReportLine[],
  { quarter, day }: { readonly quarter: string; readonly day: string },
): CommitmentLine[] {
  const agreement = agreementInForce(ret);
  const evaluation = evaluations(ret);
  const held = meetings(ret);
  const overall = (indicator: string): ReportLine | undefined =>
    lines.find((line) => line.indicator === indicator && line.scope.party === null && line.scope.period !== "quarter");

  const judge = (commitment: Commitment, reported: Evaluation | null): Judged => {
    switch (commitment.kind) {
      case "number": {
        const parts = (commitment.norms ?? []).map((id): Judged & { readonly title?: Text } => {
          const norm = agreement.norms.find((one) => one.id === id);
          if (norm?.indicator === "SOCIALTARGET")
            return socialHomes(ret, quarter, day, norm.value, norm.deadline ?? agreement.until);
          const line = norm && overall(norm.indicator);
          return line
            ? { verdict: line.verdict, statement: line.explanations, title: line.title }
            : { verdict: "unknown", statement: noLine(id) };
        });
        return {
          verdict: worst(parts.map(({ verdict }) => verdict)),
          statement: parts.length === 1 ? parts[0]!.statement : together(...parts.map(titled)),
          due: commitment.due ?? null,
        };
      }
      case "trend": {
        const shown = (commitment.indicators ?? []).flatMap((id) => overall(id) ?? []);
        return {
          verdict: "no-norm",
          statement:
            shown.length > 0
              ? together(...shown.map((line) => titled({ title: line.title, statement: line.explanations })))
              : (status(reported) ?? noFigure),
        };
      }
      case "dated":
        return judgeDated(commitment, dueDays(agreement, commitment), reported, day);
      case "frequency": {
        const next = dueDays(agreement, commitment).find((due) => due > day) ?? null;
        return commitment.meetings
          ? { ...judgeMeetings(ret, held, commitment.meetings, day), due: next }
          : { ...judgeMinutes(held, day), due: null };
      }
      case "effort":
        return { verdict: "no-norm", statement: status(reported) ?? noStatus };
    }
  };

  return agreement.commitments.map((commitment): CommitmentLine => {
    const reported = evaluation?.(commitment.article) ?? null;
    const { verdict, statement, due } = judge(commitment, reported);
    const { title, article } = commitment.source;
    return {
      article: commitment.article,
      kind: commitment.kind,
      theme: commitment.theme,
      title: commitment.title,
      lead: commitment.lead.map((id) => partyName(ret, id)),
      verdict,
      statement,
      indicators: commitment.indicators ?? [],
      due: due ?? null,
      reported: reported && {
        status: reported.status,
        explanation: reported.explanation,
        evidence: reported.evidence,
      },
      withoutConsent: (commitment.withoutConsent ?? []).map((id) => partyName(ret, id)),
      source: article === undefined ? title : `${title}, ${article}`,
    };
  });
}

/** One of several figures of a commitment: "Toewijzingen aan urgente groepen: 25,0% = ...;". */
const titled = ({ title, statement }: { readonly title?: Text; readonly statement: Text }): Text =>
  title === undefined
    ? statement
    : fill({ nl: "{title}: {statement}", en: "{title}: {statement}" }, { title, statement: ended(statement) });

/** With one full stop at the end. */
const ended = ({ nl, en }: Text): Text => {
  const stopped = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
  return { nl: stopped(nl), en: stopped(en) };
};

const noStatus: Text = {
  nl: "Inspanning zonder getal. In PA_Evaluatie staat geen status.",
  en: "An effort without a number. PA_Evaluatie holds no status.",
};
const noFigure: Text = {
  nl: "Geen norm afgesproken, en geen cijfer of status in deze werkmap.",
  en: "No norm agreed, and no figure or status in this workbook.",
};
const noLine = (id: string): Text =>
  fill({ nl: "Norm {id} heeft geen cijfer in deze werkmap.", en: "Norm {id} has no figure in this workbook." }, { id });

const status = (reported: Evaluation | null): Text | null =>
  reported &&
  fill(
    { nl: "Opgegeven status: {status}.{explanation}", en: "Reported status: {status}.{explanation}" },
    { status: reported.status, explanation: reported.explanation === null ? "" : ` ${reported.explanation}` },
  );

/** A promised number of new social homes: delivered homes meet it, planned homes only bring it within reach. */
function socialHomes(ret: Return, quarter: string, day: string, minimum: string, until: string): Judged {
  try {
    const books = booksOf(ledgerOf(ret, referenceLimits), { quarter, party: null, scope: [] });
    const planned = books.ask(plans(["Sociale huur"])).value;
    const ready = books.ask(delivered(["Sociale huur"])).value;
    const needed = Number(minimum);
    return {
      verdict: ready >= needed ? "met" : day > until ? "missed" : planned >= needed ? "on-track" : "attention",
      statement: fill(
        {
          nl: "{ready} sociale huurwoningen opgeleverd en {planned} in alle projecten samen; nodig zijn er ten minste {needed}.",
          en: "{ready} social homes delivered and {planned} in all projects together; at least {needed} are needed.",
        },
        { ready, planned, needed },
      ),
    };
  } catch (error) {
    if (error instanceof CannotSay) return { verdict: "unknown", statement: error.sentence };
    throw error;
  }
}
