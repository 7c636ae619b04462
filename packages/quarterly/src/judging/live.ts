import {
  asCounted,
  evaluateNamed,
  judgeCounted,
  fill,
  indicator,
  InputError,
  referenceLimits,
  type Arguments,
  type Language,
  type LimitSeries,
  type QuarterId,
  type Reason,
  type Result,
  type Text,
} from "@prestatieafspraken/indicators";
import { dayFor } from "../books/day.js";
import { dayTyped, partyAsked, quarterAsked } from "../asked.js";
import type { Return } from "../return.js";
import { count, type Ask } from "../books/count.js";
import { ledgerOf } from "../books/ledger.js";
import { madeOf, type MadeOf } from "../books/made-of.js";
import { isLiveId, liveIds, type LiveId } from "../books/live-ids.js";
import { courseOf } from "./course.js";
import { agreementFor } from "./in-force.js";
import { kept, mapPer } from "../kept.js";

/** What to answer for. Quarter and party as typed; by default the reporting quarter and all parties. */
export interface LiveOptions {
  readonly quarter?: string | null;
  readonly party?: string | null;
  /** The date of judgement; by default the workbook's Peildatum if it lies in the quarter, else the last day of the quarter. */
  readonly day?: string;
  readonly limits?: readonly LimitSeries[];
  readonly language?: Language;
  /** Options of the indicator that override the settings of the workbook: { classes: "A-B" }. */
  readonly choices?: Arguments;
}

/** A live answer: the result, its notes and what it was counted from. */
export interface LiveResult extends Result {
  readonly notes: readonly Text[];
  /** The cells, parties and quarters the figure was counted from. */
  readonly madeOf: () => MadeOf;
}

/**
 * The live form of an indicator (contract 3.1): counted in the workbook's tables, judged by the agreement in force there.
 * `id` is a live indicator ("URGENTSHARE"). An unknown figure gives a result with a reason, not an error.
 * @throws InputError for an indicator that is not live, or an unknown quarter or party.
 */
export function live(id: string, ret: Return, options: LiveOptions = {}): LiveResult {
  if (!isLiveId(id)) {
    throw new InputError(
      fill(
        {
          nl: "{id} rekent niet uit de werkmap. Dat kunnen: {ids}.",
          en: "{id} does not answer from the workbook. These do: {ids}.",
        },
        { id, ids: liveIds.join(", ") },
      ),
      "indicator",
    );
  }
  return liveResult(
    id,
    ret,
    { quarter: quarterAsked(ret, options.quarter), party: partyAsked(ret, options.party) },
    options,
  );
}

/** Arguments of a live indicator that the tables supply; the other arguments are options, or select a quarter or party. */
const suppliedByTables = (id: LiveId): readonly string[] =>
  indicator(id)!
    .arguments.filter(({ chooses, kind }) => chooses !== true && kind !== "quarter" && kind !== "party")
    .map(({ name }) => name);

/** A question with a quarter that may be unknown. */
type Asking = Omit<Ask, "quarter"> & { readonly quarter: QuarterId | null };
type AnswerOptions = Pick<LiveOptions, "day" | "limits" | "language" | "choices">;

const resultsOf = mapPer<string, LiveResult>();

/** `live` with quarter and party already parsed. Cached, because other cells, party lines and totals use the same answer. */
export function liveResult(id: LiveId, ret: Return, ask: Asking, options: AnswerOptions = {}): LiveResult {
  if (options.choices !== undefined) return workedOut(id, ret, ask, options);
  const ledger = ledgerOf(ret, options.limits ?? referenceLimits);
  const key = [id, ask.quarter, ask.party, ask.quarterOnly === true, options.day, options.language].join("|");
  return kept(resultsOf(ledger), key, () => workedOut(id, ret, ask, options));
}

function workedOut(id: LiveId, ret: Return, ask: Asking, options: AnswerOptions): LiveResult {
  const quarter = ask.quarter ?? "";
  const day =
    options.day !== undefined
      ? dayTyped(options.day)
      : ask.quarter === null
        ? ret.settings.day
        : dayFor(ret, ask.quarter);
  const counted = count(id, ret, ask, { ...options, ...(day !== null && { day }) });
  const context = {
    agreement: agreementFor(ret, id, { ...ask, quarter }, day),
    ...(day !== null && { day }),
    ...(options.limits && { limits: options.limits }),
    ...(options.language && { language: options.language }),
  };
  if (counted.state === "absent") {
    const nothing: Arguments = Object.fromEntries(suppliedByTables(id).map((name) => [name, null]));
    const language = options.language ?? "nl";
    return unsaid(evaluateNamed(id, nothing, context), counted.reason, counted.because, language, counted.notes);
  }
  const { args, quantity, open } = counted;
  const course = courseOf(
    { id, ret, ask: { ...ask, quarter }, counted, day, agreement: context.agreement },
    { count, verdictOn: (party) => liveResult(id, ret, { ...ask, party }, options).verdict },
  );
  const given = { ...args, ...options.choices };
  const result = judgeCounted(indicator(id)!, quantity, given, { ...context, counted: asCounted({ open, course }) });
  // An error in the counted cells is reported even if there is no norm.
  const beside = open.doubt !== null && result.verdict === "no-norm" ? [open.doubt] : [];
  return {
    ...result,
    // Worded on access: most cells show only the figure and its verdict.
    get notes() {
      return [...counted.notes, ...beside];
    },
    madeOf: () => madeOf(ret, counted.made, open),
  };
}

const nothingMade: MadeOf = { cells: [], parties: [], quarters: [], complete: false };

/** An unknown result with its reason, worded for the workbook. */
function unsaid(result: Result, reason: Reason, because: Text, language: Language, notes: readonly Text[]): LiveResult {
  return {
    ...result,
    value: null,
    exact: null,
    verdict: "unknown",
    signal: false,
    reason,
    explanation: because[language],
    explanations: because,
    quantity: result.quantity && { ...result.quantity, value: null, reason, because },
    notes,
    madeOf: () => nothingMade,
  };
}
