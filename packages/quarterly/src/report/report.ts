import { fill, InputError, type LimitSeries, type Language } from "@prestatieafspraken/indicators";
import { dayTyped, partyAsked, quarterAsked } from "../asked.js";
import { hasEnded } from "../judging/in-force.js";
import { dayFor } from "../books/day.js";
import { chosenNumber } from "../books/setting.js";
import { publishedCommitment, publishedLines } from "../publication/published.js";
import { quarterOf } from "../measures/quarter.js";
import type { Report, ReportLine } from "../report-shape.js";
import type { Return } from "../return.js";
import { deliveries } from "../delivery.js";
import { countIssues, issuesOf } from "../validate.js";
import { calendar } from "./calendar.js";
import { commitmentLines } from "./commitment-lines.js";
import { ownLines } from "./own-lines.js";
import { receiptOf } from "./receipt.js";
import { liveLines, type LineOptions } from "./report-lines.js";

export interface ReportOptions {
  /** As people type it; the reporting quarter of the workbook unless given. */
  readonly quarter?: string | null;
  /** Only lines about this party: id, name or other spelling. */
  readonly party?: string | null;
  /** The day judged on, "2026-09-30"; the Peildatum of the workbook unless given. */
  readonly day?: string;
  readonly limits?: readonly LimitSeries[];
  /** Language of sentences that a result has in one language only. */
  readonly language?: Language;
  /** Versions of what made the report, for its receipt: { "@prestatieafspraken/quarterly": "0.1.0" }. */
  readonly versions?: Readonly<Record<string, string>>;
  /**
   * For whoever is no party to the workbook: figures of a few people, what would give them away, and what people wrote are left out
   * (docs/manual/nl/privacy.md). Whatever leaves the workbook is made from a report with this.
   */
  readonly publication?: boolean;
}

/** @throws InputError where the quarter is not known: a report is always about one. */
function lineOptions(ret: Return, options: ReportOptions): LineOptions {
  const quarter = quarterAsked(ret, options.quarter);
  if (quarter === null) {
    throw new InputError(
      fill(
        {
          nl: "Over welk kwartaal? Vul Verslagkwartaal in bij PA_Instellingen, of kies er een ({example}).",
          en: "About which quarter? Enter Verslagkwartaal in PA_Instellingen, or choose one ({example}).",
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
 * The lines of all live indicators, without the municipality's own (those need mathjs, see `report`). For cells.
 * @throws InputError for a quarter or party nobody knows, or where no quarter is known at all.
 */
export function reportLines(ret: Return, options: ReportOptions = {}): ReportLine[] {
  return liveLines(ret, lineOptions(ret, options));
}

/** What cannot be said of the last day, and is missed afterwards, was missed. */
const lastSaid = (final: readonly ReportLine[], later: readonly ReportLine[]): ReportLine[] =>
  final.map((line) => {
    const { indicator, scope } = line;
    const after = later.find(
      (one) => one.indicator === indicator && one.scope.party === scope.party && one.role === "judged",
    );
    return line.verdict === "unknown" && after?.verdict === "missed" ? after : line;
  });

/**
 * Everything there is to say about a quarter: where every indicator and every commitment stands, what falls due, which definitions
 * were chosen, and a receipt with which the same report can be made again.
 * Asynchronous because a municipality's own indicators load their calculator on demand.
 * @throws InputError for a quarter or party nobody knows, or where no quarter is known at all.
 */
export async function report(ret: Return, options: ReportOptions = {}): Promise<Report> {
  const asked = lineOptions(ret, options);
  const { quarter, day } = asked;
  const lines = liveLines(ret, asked);
  const own = await ownLines(ret, { ...asked, party: null });
  const { until } = ret.agreement;
  // After the last day of the agreement its commitments are judged once more, as of that day.
  const final = hasEnded(ret.agreement, day)
    ? { ...asked, party: null, quarter: quarterOf(until), day: until }
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
  const delivered = deliveries(ret, quarter, asked.party);
  const { id, title, municipality, parameters, tensions } = ret.agreement;
  return {
    agreement: { id, title, municipality: municipality.name },
    quarter,
    generatedFor: day,
    fictitious: ret.settings.fictitious,
    results: told([...lines, ...(asked.party === null ? own : [])]),
    commitments: options.publication ? commitments.map(publishedCommitment) : commitments,
    tensions,
    calendar: calendar(ret, { quarter, day }),
    definitions: parameters.map((parameter) => ({
      name: parameter.name,
      value: ret.settings.parameters[parameter.id] ?? parameter.default,
      chosenHere: ret.settings.chosen.includes(parameter.id),
    })),
    issues: countIssues(issues),
    delivered,
    // A report about one party says nothing about the whole.
    ready:
      asked.party === null && delivered.every(({ state }) => state === "received") && countIssues(issues).error === 0,
    accepted: options.publication ? [] : issues.filter((issue) => issue.accepted),
    receipt: receiptOf(ret, day, options.versions ?? {}),
  };
}
