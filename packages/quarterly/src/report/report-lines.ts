import {
  Fraction,
  fill,
  indicators,
  type Agreement,
  type Language,
  type LimitSeries,
  type Norm,
  type QuarterId,
  type Text,
} from "@prestatieafspraken/indicators";
import { agreementInForce, isOnlyShown } from "../judging/in-force.js";
import { liveResult } from "../judging/live.js";
import { isFixed, isNamed, isUndated, liveOf } from "../books/count.js";
import { liveIds, type LiveId } from "../books/live-ids.js";
import { aboutOf, partiesIn, partyName, scopeOf } from "../books/party-scope.js";
import { chosen } from "../books/setting.js";
import type { ReportLine } from "../report-shape.js";
import { lineTitle } from "./report-table.js";
import type { Return } from "../return.js";

export interface LineOptions {
  readonly quarter: QuarterId;
  /** Party id: only lines about that party. */
  readonly party: string | null;
  readonly day: string;
  readonly limits?: readonly LimitSeries[];
  readonly language?: Language;
}

export const titleOf = (id: string): Text => indicators.find((indicator) => indicator.id === id)!.title;

/** The parties that a line over all parties is about, if not all of them. */
const aboutLine = (ret: Pick<Return, "agreement">, id: LiveId): readonly string[] | null =>
  liveOf(id).perParty === true ? aboutOf(ret, id) : null;

/**
 * The title of an indicator's line over all parties, as in PA.REPORT: with the parties it is about, if the agreement
 * leaves some out.
 */
export function titleOverAll(agreement: Agreement, id: string): Text {
  const live = liveIds.find((one) => one === id);
  const scope = { party: null, partyName: null, about: live === undefined ? null : aboutLine({ agreement }, live) };
  return lineTitle({ title: titleOf(id), scope: { ...scope, quarter: agreement.from, period: "at" } });
}

/** The parties with a line of their own; none if there is only one, because the line over all is the same. */
export function linePartiesOf(ret: Return, id: LiveId): readonly string[] {
  const live = liveOf(id);
  if (!live.perParty) return [];
  const parties = partiesAbout(ret, id);
  return parties.length > 1 || isNamed(live) ? parties : [];
}

/** The parties an indicator is about: those in scope, or all in its table. */
const partiesAbout = (ret: Return, id: LiveId): readonly string[] =>
  isNamed(liveOf(id)) ? partiesIn(ret, liveOf(id)) : scopeOf(ret, id);

/** Lines of all live indicators: over all parties in scope first, then per party. If a party is asked, only its lines. */
export function liveLines(ret: Return, options: LineOptions): ReportLine[] {
  return liveIds.flatMap((id) => {
    const lines = linesOf(ret, id, options);
    // An indicator that the agreement does not mention and nobody filled in is not a gap in this return.
    return speaksOf(ret.agreement, id) ? lines : lines.filter(({ value }) => value !== null);
  });
}

/** True if the agreement mentions an indicator: in a norm, a commitment, its scope or a starting figure. */
export function speaksOf(agreement: Agreement, id: string): boolean {
  const definition = indicators.find((indicator) => indicator.id === id);
  const figure = definition?.agreed;
  return (
    agreement.norms.some(({ indicator }) => indicator === id) ||
    agreement.commitments.some(({ indicators: shown }) => shown?.includes(id)) ||
    id in agreement.scope ||
    (figure !== undefined && agreement.figures[figure] !== undefined)
  );
}

/** The lines of one indicator. */
export function linesOf(ret: Return, id: LiveId, options: LineOptions): ReportLine[] {
  const { party } = options;
  if (party !== null)
    return liveOf(id).perParty && partiesAbout(ret, id).includes(party) ? withQuarter(ret, id, party, options) : [];
  return [
    ...withQuarter(ret, id, null, options),
    ...linePartiesOf(ret, id)
      .map((one) => line(ret, id, one, options, false))
      .filter(saysSomething),
  ];
}

/**
 * A line of one party without a norm only shows its figure, so it is left out without one. A party that has not sent
 * the table is reported once, before the figures.
 */
const saysSomething = ({ role, value }: ReportLine): boolean => role === "judged" || value !== null;

/** The judged line and, if the norm is judged over the year, the line of the single quarter. */
function withQuarter(ret: Return, id: LiveId, party: string | null, options: LineOptions): ReportLine[] {
  const judged = line(ret, id, party, options, false);
  return liveOf(id).quarterBeside === true && chosen(ret, "periode-toewijzing", "kalenderjaar") !== "kwartaal"
    ? [judged, line(ret, id, party, options, true)]
    : [judged];
}

function line(ret: Return, id: LiveId, party: string | null, options: LineOptions, quarterOnly: boolean): ReportLine {
  const live = liveOf(id);
  const { quarter } = options;
  const ask = (at: QuarterId) => ({ quarter: at, party, ...(quarterOnly && { quarterOnly }) });
  const norms = agreementInForce(ret).norms.filter((norm) => norm.indicator === id);
  const result = liveResult(id, ret, ask(quarter), options);
  const { notes, madeOf, ...rest } = result;
  const value = result.quantity?.value ?? null;
  const signal = result.signal || (quarterOnly && value !== null && norms.some((norm) => beyondSignal(norm, value)));
  const onlyNow = isFixed(live) || isUndated(live);
  const quarters = onlyNow ? [quarter] : ret.quarters.filter((at) => at <= quarter);
  return {
    ...rest,
    signal,
    title: titleOf(id),
    scope: {
      party,
      partyName: party === null ? null : partyName(ret, party),
      about: party === null ? aboutLine(ret, id) : null,
      quarter,
      period: quarterOnly ? "quarter" : live.period,
    },
    role: isOnlyShown(ret, id, ask(quarter)) ? "shown" : "judged",
    madeOf: madeOf(),
    notes: [...notes, ...(quarterOnly && signal ? [signalNote(quarter)] : [])],
    trend: quarters.map((at) => {
      const then =
        at === quarter ? result : liveResult(id, ret, ask(at), { ...(options.limits && { limits: options.limits }) });
      return { quarter: at, value: then.value, verdict: then.verdict, quantity: then.quantity };
    }),
  };
}

/** True if the value is beyond the signal value; exactly on it is not. */
function beyondSignal(norm: Norm, value: Fraction): boolean {
  if (norm.signal === undefined) return false;
  const at = new Fraction(norm.signal);
  return norm.comparator.startsWith("<") ? value.gt(at) : value.lt(at);
}

const signalNote = (quarter: QuarterId): Text =>
  fill(
    {
      nl: "In het {quarter:quarter} alleen is de signaalwaarde voorbij: reden voor een gesprek, nog geen oordeel.",
      en: "In the {quarter:quarter} on its own the signal value is passed: a reason to talk, not a verdict yet.",
    },
    { quarter },
  );
