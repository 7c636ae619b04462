import {
  exact,
  fill,
  listed,
  placeOfGoal,
  statusText,
  together,
  type Agreement,
  type Commitment,
  type Norm,
  type Text,
  type Verdict,
} from "@prestatieafspraken/indicators";
import { agreementInForce, bindsTogether, hasEnded, isToCome } from "../judging/in-force.js";
import { socialHomes } from "../judging/plans.js";
import { settingName } from "../books/setting.js";
import { partyName } from "../books/party-scope.js";
import type { CommitmentLine, ReportLine } from "../report-shape.js";
import type { Return } from "../return.js";
import { judgeDated } from "./duties.js";
import { about, evaluations, withheld, type Evaluation } from "./evaluation.js";
import { judgeMeetings, judgeMinutes, meetings } from "./meetings.js";
import { dueDays, occurrences } from "./occurrences.js";

interface Judged {
  readonly verdict: Verdict;
  readonly statement: Text;
  readonly provisional?: boolean;
  readonly due?: string | null;
  readonly period?: string | null;
  readonly reported?: Evaluation | null;
}

/** Verdicts, most serious first. */
const gravest: readonly Verdict[] = ["missed", "attention", "unknown", "on-track", "direction", "met", "no-norm"];
const worst = (verdicts: readonly Verdict[]): Verdict =>
  gravest.find((verdict) => verdicts.includes(verdict)) ?? "unknown";

/**
 * A line for every commitment, in the order of the agreement: a verdict, count, date or status; a recurring duty has a line for
 * each time it was due, and for the next. After the last day of the agreement: as of that day.
 * `lines` are the report lines of the quarter judged, over all parties and per party.
 */
export function commitmentLines(
  ret: Return,
  lines: readonly ReportLine[],
  {
    quarter,
    day,
    publication = false,
  }: { readonly quarter: string; readonly day: string; readonly publication?: boolean },
): CommitmentLine[] {
  const agreement = agreementInForce(ret);
  const ended = hasEnded(agreement, day);
  const at = { quarter, day: ended ? agreement.until : day };
  const evaluation = evaluations(ret, publication);
  const held = meetings(ret);

  const judge = (commitment: Commitment): readonly Judged[] => {
    if (isToCome(agreement, day)) return [{ verdict: "no-norm", statement: fill(notBegun, { from: agreement.from }) }];
    const reported = evaluation?.of(commitment.article) ?? null;
    switch (commitment.kind) {
      case "number":
        return [{ ...byNorms(ret, agreement, commitment, lines, at), due: commitment.due ?? null }];
      case "trend":
        return [trend(commitment, lines, reported)];
      case "dated":
        return dated(ret, agreement, commitment, evaluation?.all(commitment.article) ?? [], lines, at.day);
      case "frequency": {
        const next = dueDays(agreement, commitment).find((due) => due > at.day) ?? null;
        return [
          commitment.meetings
            ? { ...judgeMeetings(ret, held, commitment.meetings, at.day), due: next }
            : { ...judgeMinutes(held, at.day), due: null },
        ];
      }
      case "effort":
        return [{ verdict: "no-norm", statement: status(reported) ?? noStatus }];
    }
  };

  return agreement.commitments.flatMap((commitment) =>
    judge(commitment).map((judged): CommitmentLine => {
      const { title, article } = commitment.source;
      const reported = judged.reported === undefined ? (evaluation?.of(commitment.article) ?? null) : judged.reported;
      const { verdict, period = null } = judged;
      return {
        article: commitment.article,
        place: placeOfGoal(commitment),
        period,
        kind: commitment.kind,
        theme: commitment.theme,
        title: commitment.title,
        lead: commitment.lead.map((id) => partyName(ret, id)),
        verdict,
        provisional: judged.provisional ?? (verdict === "on-track" || verdict === "attention"),
        statement: ended ? asOfTheEnd(agreement, judged.statement) : judged.statement,
        indicators: commitment.indicators ?? [],
        due: ended ? null : (judged.due ?? null),
        reported: reported && {
          status: reported.status,
          explanation: reported.explanation,
          evidence: reported.evidence,
        },
        withoutConsent: (commitment.withoutConsent ?? []).map((id) => partyName(ret, id)),
        source: article === undefined ? title : `${title}, ${article}`,
      };
    }),
  );
}

const asOfTheEnd = (agreement: Pick<Agreement, "until">, statement: Text): Text =>
  together(
    fill(
      { nl: "Afgelopen op {until:day}; eindoordeel:", en: "Ended on {until:day}; final judgement:" },
      { until: agreement.until },
    ),
    statement,
  );

/** The line of an indicator over all parties (null) or one party; never that of a single quarter. */
const lineOf = (lines: readonly ReportLine[], indicator: string, party: string | null): ReportLine | undefined =>
  lines.find((line) => line.indicator === indicator && line.scope.party === party && line.scope.period !== "quarter");

/** The verdict by the norms of a commitment, for the parties each norm binds. */
function byNorms(
  ret: Return,
  agreement: Agreement,
  commitment: Commitment,
  lines: readonly ReportLine[],
  at: { readonly quarter: string; readonly day: string },
): Judged {
  const norms = (commitment.norms ?? []).flatMap((id) => agreement.norms.find((one) => one.id === id) ?? []);
  // If several norms on an indicator succeed each other, the line is judged by the one in force.
  const parts = [
    ...new Map(norms.map((norm) => [`${norm.indicator} ${norm.parties?.join() ?? ""}`, norm])).values(),
  ].flatMap((norm): (Judged & { readonly title?: Text })[] => {
    if (norm.indicator === "SOCIALTARGET") return [socialHomesLine(ret, norm, agreement, at)];
    const parties = bindsTogether(ret, norm) ? [null] : (norm.parties ?? []);
    return parties.map((party) => {
      const line = lineOf(lines, norm.indicator, party);
      if (!line) return { verdict: "unknown", statement: noLine(norm.id) };
      const { verdict, provisional, explanations } = line;
      const title =
        party === null ? line.title : fill({ nl: "{party}", en: "{party}" }, { party: partyName(ret, party) });
      return { verdict, provisional, statement: explanations, title };
    });
  });
  const verdict = worst(parts.map((part) => part.verdict));
  return {
    verdict,
    provisional: parts.some((part) => part.verdict === verdict && part.provisional === true),
    statement: parts.length === 1 ? parts[0]!.statement : together(...parts.map(titled)),
  };
}

/** Figures without a norm, with their notes. */
function trend(commitment: Commitment, lines: readonly ReportLine[], reported: Evaluation | null): Judged {
  const shown = (commitment.indicators ?? []).flatMap((id) => lineOf(lines, id, null) ?? []);
  return {
    verdict: "no-norm",
    statement:
      shown.length > 0
        ? together(
            ...shown.flatMap((line) => [
              titled({ title: line.title, statement: line.explanations }),
              ...line.notes.map(ended),
            ]),
          )
        : (status(reported) ?? noFigure),
  };
}

/** A commitment with a due date: once, recurring, or after a signal. */
function dated(
  ret: Return,
  agreement: Agreement,
  commitment: Commitment,
  rows: readonly Evaluation[],
  lines: readonly ReportLine[],
  day: string,
): readonly Judged[] {
  if (commitment.signalOf !== undefined) return [talk(agreement, commitment.signalOf, rows, lines, day)];
  const times = occurrences(agreement, commitment);
  if (commitment.recurs === undefined) {
    const row = rows.at(-1) ?? null;
    const due = times[0]?.due ?? row?.deadline ?? null;
    const after = commitment.dueAfter;
    const noDay = after && fill(notKnownYet, { setting: settingName(ret, after.parameter), years: after.years });
    return [{ ...judgeDated(due, row, day, noDay), due, reported: row }];
  }
  const passed = times.filter(({ due }) => due <= day);
  const next = times.find(({ due }) => due > day);
  const shown = next ? [...passed, next] : passed;
  return shown.map((time) => {
    const row = about(rows, time, shown.length === 1);
    const { verdict, statement } = judgeDated(time.due, row, day);
    const strayed = row === null && rows.some(({ period, deadline }) => period === null && deadline === null);
    return {
      verdict,
      statement: strayed ? together(statement, whichTime) : statement,
      due: time.due > day ? time.due : null,
      period: time.period,
      reported: row,
    };
  });
}

const notKnownYet: Text = {
  nl: "Uiterlijk {years} jaar na een dag die nog niet bekend is. Vul de instelling {setting} in bij Instellingen.",
  en: "Due {years} years after a day that is not known yet. Enter the setting {setting} in Instellingen.",
};
const whichTime: Text = {
  nl: "In Evaluatie staat wel een status, maar niet over welke keer. Vul Periode in, bijvoorbeeld 2026 of 2026-Q1.",
  en: "Evaluatie has a status, but does not say for which period. Enter Periode, for example 2026 or 2026-Q1.",
};

/**
 * The talk that parties agreed on if a signal value is passed: whether there was a signal this year, and whether the talk is
 * recorded.
 */
function talk(
  agreement: Agreement,
  normId: string,
  rows: readonly Evaluation[],
  lines: readonly ReportLine[],
  day: string,
): Judged {
  const norm = agreement.norms.find((one) => one.id === normId);
  const year = day.slice(0, 4);
  const own =
    norm === undefined
      ? []
      : lines.filter((line) => line.indicator === norm.indicator && line.scope.period !== "quarter");
  const known = own.filter((line) => line.verdict !== "unknown" && line.exact !== null);
  const beyond = known.filter((line) => norm !== undefined && beyondSignal(norm, line.exact!));
  const row =
    rows.findLast(({ period }) => period?.startsWith(year) === true) ??
    rows.findLast(({ period }) => period === null) ??
    null;
  const evidence = row?.status === "gehaald" ? row.evidence : null;
  const facts = {
    year,
    who: listed(
      beyond.map(({ scope, display }) =>
        fill(
          { nl: "{who} {value}", en: "{who} {value}" },
          { who: scope.partyName ?? { nl: "samen", en: "together" }, value: display },
        ),
      ),
    ),
    evidence: (evidence ?? "").replace(/[.\s]+$/, ""),
  };
  const base = { period: year, reported: row };
  if (beyond.length === 0) {
    return known.some((line) => line.scope.party === null)
      ? { ...base, verdict: "no-norm", statement: fill(noSignal, facts) }
      : { ...base, verdict: "unknown", statement: fill(signalUnknown, facts) };
  }
  return evidence !== null
    ? { ...base, verdict: "met", statement: fill(evidence === withheld ? talkedInPrivate : talked, facts) }
    : { ...base, verdict: "unknown", statement: fill(talkNotRecorded, facts) };
}

const beyondSignal = (norm: Norm, value: string): boolean => {
  if (norm.signal === undefined) return false;
  const [reached, at] = [exact(value), exact(norm.signal)];
  return norm.comparator.startsWith("<") ? reached.gt(at) : reached.lt(at);
};
const noSignal: Text = {
  nl: "Geen signaal in {year}: geen gesprek nodig.",
  en: "No signal in {year}: no talk needed.",
};
const signalUnknown: Text = {
  nl: "Of er in {year} een signaal is, is nog niet te bepalen.",
  en: "Whether there is a signal in {year} is not known yet.",
};
const talked: Text = {
  nl: "Signaal in {year} ({who}); gesprek vastgelegd: {evidence}.",
  en: "Signal in {year} ({who}); talk recorded: {evidence}.",
};
const talkedInPrivate: Text = {
  nl: "Signaal in {year} ({who}). Het gesprek is vastgelegd; partijen hebben het bewijs.",
  en: "Signal in {year} ({who}). The talk is recorded; the parties have the evidence.",
};
const talkNotRecorded: Text = {
  nl: "Signaal in {year} ({who}). In Evaluatie staat nog niet dat er is gesproken: vul status gehaald in, met bij Bewijs wanneer en met wie.",
  en: "Signal in {year} ({who}). Evaluatie does not say yet that you talked: enter status gehaald, and under Bewijs when and with whom.",
};

/** A promised number of new social homes: delivered homes meet it, planned homes only count as on track. */
function socialHomesLine(
  ret: Return,
  norm: Norm,
  agreement: Agreement,
  { quarter, day }: { readonly quarter: string; readonly day: string },
): Judged {
  const found = socialHomes(ret, quarter);
  if ("nl" in found) return { verdict: "unknown", statement: found };
  const { planned, delivered, soft, unknown, unlisted, doubt } = found;
  const needed = Number(norm.value);
  const over = day >= (norm.deadline ?? agreement.until);
  const judged = (more: number): Verdict =>
    delivered + more >= needed && (more === 0 || over)
      ? "met"
      : over
        ? "missed"
        : planned + more >= needed
          ? "on-track"
          : "attention";
  const isSure = doubt === null && judged(0) === judged(unknown.value + unlisted.value);
  const verdict = isSure ? judged(0) : "unknown";
  return {
    verdict,
    provisional: verdict === "on-track" || verdict === "attention",
    statement: together(
      fill(
        {
          nl: "{delivered:sociale huurwoning|sociale huurwoningen} opgeleverd en {planned} in alle projecten samen; nodig zijn er ten minste {needed}.",
          en: "{delivered:social home|social homes} delivered and {planned} in all projects together; at least {needed} are needed.",
        },
        { delivered, planned, needed },
      ),
      soft > 0
        ? fill(
            {
              nl: "Van de plannen {soft|is|zijn} {soft:woning|woningen} nog idee of haalbaarheid.",
              en: "Of the plans {soft:home|homes} {soft|is|are} still an idea or being explored.",
            },
            { soft },
          )
        : null,
      unknown.rows > 0
        ? fill(
            {
              nl: "Van {rows:project|projecten} met {value:sociale huurwoning|sociale huurwoningen} is Fase niet bekend.",
              en: "Fase of {rows:project|projects} with {value:social home|social homes} is not known.",
            },
            { ...unknown },
          )
        : null,
      unlisted.rows > 0
        ? fill(
            {
              nl: "{rows:project|projecten} van een eerder kwartaal met {value:sociale huurwoning|sociale huurwoningen} {rows|staat|staan} niet meer in Nieuwbouw.",
              en: "{rows:project|projects} of an earlier quarter with {value:social home|social homes} {rows|is|are} not in Nieuwbouw any more.",
            },
            { ...unlisted },
          )
        : null,
      doubt && fill({ nl: "Er is {doubt}.", en: "There is {doubt}." }, { doubt }),
    ),
  };
}

/**
 * Prefixes the statement with its title, if a commitment has several figures: "Toewijzingen aan urgente groepen: 25,0% = ...".
 */
const titled = ({ title, statement }: { readonly title?: Text; readonly statement: Text }): Text =>
  title === undefined
    ? statement
    : fill({ nl: "{title}: {statement}", en: "{title}: {statement}" }, { title, statement: ended(statement) });

/** Ends each sentence with a full stop, unless it has an end mark. */
const ended = ({ nl, en }: Text): Text => {
  const stopped = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
  return { nl: stopped(nl), en: stopped(en) };
};

const notBegun: Text = {
  nl: "De afspraken gelden vanaf {from:day}.",
  en: "The agreement holds from {from:day}.",
};
const noStatus: Text = {
  nl: "Inspanning zonder getal. In Evaluatie staat geen status.",
  en: "An effort without a number. Evaluatie holds no status.",
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
    {
      nl: "Status volgens de trekker zelf: {status}.{explanation}",
      en: "Status as the party in the lead reports it: {status}.{explanation}",
    },
    {
      status: statusText(reported.status),
      explanation: reported.explanation === null ? "" : ` ${reported.explanation}`,
    },
  );
