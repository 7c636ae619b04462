import {
  choiceText,
  fill,
  InputError,
  quarterOfDay,
  type LimitSeries,
  type Language,
} from "@prestatieafspraken/indicators";
import { dayTyped, partyAsked, quarterAsked } from "../asked.js";
import { hasEnded } from "../judging/in-force.js";
import { dayFor } from "../books/day.js";
import { chosenNumber } from "../books/setting.js";
import { publishedCommitment, publishedLines } from "../publication/published.js";
import type { Report, ReportLine } from "../report-shape.js";
import type { Return } from "../return.js";
import { deliveries } from "../delivery.js";
import { countIssues, issuesOf, singleIssues } from "../validate.js";
import { calendar } from "./calendar.js";
import { commitmentLines } from "./commitment-lines.js";
import { ownLines } from "./own-lines.js";
import { receiptOf } from "./receipt.js";
import { labelsByRent, publishedLabelsByRent } from "./labels-by-rent.js";
import { liveLines, type LineOptions } from "./report-lines.js";

/** What a report is about. */
export interface ReportOptions {
  /** As typed; by default the reporting quarter of the workbook. */
  readonly quarter?: string | null;
  /** Only lines about this party: id, name or alias. */
  readonly party?: string | null;
  /**
   * The date of judgement, "2026-09-30"; by default the workbook's Peildatum if it lies in the quarter, else the last day of the
   * quarter.
   */
  readonly day?: string;
  readonly limits?: readonly LimitSeries[];
  /** Language of texts that a result has in one language only. */
  readonly language?: Language;
  /** Versions of the software, for the receipt: { "@prestatieafspraken/quarterly": "0.1.0" }. */
  readonly versions?: Readonly<Record<string, string>>;
  /**
   * For readers outside the parties: leaves out figures of a few people, anything that would reveal them, and free text
   * (docs/manual/nl/privacy.md). Everything published must come from a report with this option.
   */
  readonly publication?: boolean;
}

/** Resolves the options. @throws InputError if the quarter is unknown: a report is always about one. */
function lineOptions(ret: Return, options: ReportOptions): LineOptions {
  const quarter = quarterAsked(ret, options.quarter);
  if (quarter === null) {
    throw new InputError(
      fill(
        {
          nl: "Over welk kwartaal? Vul Verslagkwartaal in bij Instellingen, of kies er een ({example}).",
          en: "About which quarter? Enter Verslagkwartaal in Instellingen, or choose one ({example}).",
        },
        { example: ret.quarters.at(-1) ?? "2026-Q3" },
      ),
      "quarter",
    );
  }
  return {
    quarter,
    party: partyAsked(ret, options.party),
    day: options.day === undefined ? dayFor(ret, quarter) : dayTyped(options.day),
    ...(options.limits && { limits: options.limits }),
    ...(options.language && { language: options.language }),
  };
}

/**
 * The lines of all live indicators, for cells. Leaves out the municipality's own, which need mathjs (see `report`).
 * @throws InputError for an unknown quarter or party, or if the workbook names no quarter.
 */
export function reportLines(ret: Return, options: ReportOptions = {}): ReportLine[] {
  return liveLines(ret, lineOptions(ret, options));
}

/** If a line is unknown on the agreement's last day, the later verdict "missed" replaces it. */
const lastSaid = (final: readonly ReportLine[], later: readonly ReportLine[]): ReportLine[] =>
  final.map((line) => {
    const { indicator, scope } = line;
    const after = later.find(
      (one) => one.indicator === indicator && one.scope.party === scope.party && one.role === "judged",
    );
    return line.verdict === "unknown" && after?.verdict === "missed" ? after : line;
  });

/**
 * The full report on a quarter: the state of every indicator and commitment, due dates, the definitions chosen, and a receipt to
 * reproduce it.
 * Asynchronous because a municipality's own indicators load their expression engine on demand.
 * @throws InputError for an unknown quarter or party, or if the workbook names no quarter.
 */
export async function report(ret: Return, options: ReportOptions = {}): Promise<Report> {
  const asked = lineOptions(ret, options);
  const { quarter, day } = asked;
  const lines = liveLines(ret, asked);
  const own = await ownLines(ret, { ...asked, party: null });
  const { until } = ret.agreement;
  // After the agreement ends, its commitments are judged as of its last day.
  const final = hasEnded(ret.agreement, day)
    ? { ...asked, party: null, quarter: quarterOfDay(until), day: until }
    : { ...asked, party: null };
  const judged =
    final.quarter === quarter && final.day === day
      ? [...(asked.party === null ? lines : liveLines(ret, final)), ...own]
      : lastSaid([...liveLines(ret, final), ...(await ownLines(ret, final))], lines);
  const threshold = chosenNumber(ret, "onderdrukken-onder", 5);
  const told = (some: readonly ReportLine[]): readonly ReportLine[] =>
    options.publication ? publishedLines(some, judged, threshold) : some;
  const commitments = commitmentLines(ret, told(judged), {
    ...{ quarter: final.quarter, day },
    ...(options.publication && { publication: true }),
  });
  const issues = issuesOf(ret, {
    quarter,
    day,
    ...(asked.party !== null && { party: asked.party }),
    ...(asked.limits && { limits: asked.limits }),
  });
  const rents = labelsByRent(ret, asked);
  const delivered = deliveries(ret, quarter, asked.party);
  const { id, title, municipality, parameters, tensions } = ret.agreement;
  return {
    agreement: { id, title, municipality: municipality.name },
    quarter,
    generatedFor: day,
    fictitious: ret.settings.fictitious,
    results: told([...lines, ...(asked.party === null ? own : [])]),
    commitments: options.publication ? commitments.map(publishedCommitment) : commitments,
    labelsByRent: rents && options.publication ? publishedLabelsByRent(rents, threshold) : rents,
    tensions,
    calendar: calendar(ret, { quarter, day }),
    definitions: parameters.map((parameter) => {
      const value = ret.settings.parameters[parameter.id] ?? parameter.default;
      return {
        name: parameter.name,
        value,
        chosenHere: ret.settings.chosen.includes(parameter.id),
        label: parameter.label,
        shown: choiceText(parameter, value),
      };
    }),
    issues: countIssues(issues),
    delivered,
    // A report on one party says nothing about the others. Figures over a year or the term count earlier quarters too.
    ready:
      asked.party === null &&
      delivered.every(({ state }) => state === "received") &&
      !singleIssues(ret, { day, ...(asked.limits && { limits: asked.limits }) }).some(
        (issue) => issue.severity === "error" && (issue.quarter === null || issue.quarter <= quarter),
      ),
    accepted: options.publication ? [] : issues.filter((issue) => issue.accepted),
    receipt: receiptOf(ret, day, options.versions ?? {}),
  };
}
