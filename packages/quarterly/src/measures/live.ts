import {
  evaluate,
  fill,
  indicator,
  InputError,
  type Arguments,
  type Course,
  type Language,
  type LimitSeries,
  type QuarterId,
  type Reason,
  type Result,
  type Text,
} from "@prestatieafspraken/indicators";
import { dayTyped, partyAsked, quarterAsked } from "../asked.js";
import type { Return } from "../return.js";
import { errorsCounted } from "./errors-counted.js";
import { courseOf } from "../judging/course.js";
import { agreementFor } from "../judging/in-force.js";
import { isLiveId, liveIds, liveIndicators, type LiveId } from "./measures.js";
import { CannotSay, type Ask, type Measurement } from "./measurement.js";
import { lastDay, quarterOf } from "./quarter.js";

/** What an answer is narrowed to. Quarter and party as people type them; the reporting quarter and all parties unless given. */
export interface LiveOptions {
  readonly quarter?: string | null;
  readonly party?: string | null;
  /** The day judged on; the workbook's Peildatum where it lies in the quarter, else the last day of the quarter. */
  readonly day?: string;
  readonly limits?: readonly LimitSeries[];
  readonly language?: Language;
  /** Arguments that choose how the tables are counted, instead of the choice made in the workbook: { classes: "A-B" }. */
  readonly choices?: Arguments;
}

/** A live answer: the result, and what to know beside it. */
export interface LiveResult extends Result {
  readonly notes: readonly Text[];
}

/** The day a quarter is judged on: the Peildatum of the workbook where it lies in that quarter, else the quarter's last day. */
export const dayFor = (ret: Return, quarter: QuarterId): string =>
  ret.settings.day !== null && quarterOf(ret.settings.day) === quarter ? ret.settings.day : lastDay(quarter);

const noQuarter: Text = {
  nl: "Het kwartaal is niet bekend. Vul bij Verslagkwartaal in PA_Instellingen een kwartaal in, zoals 2026-Q3.",
  en: "The quarter is not known. Enter a quarter at Verslagkwartaal in PA_Instellingen, such as 2026-Q3.",
};

/**
 * What the workbook holds for one live indicator: the arguments of its calculation, or why nothing can be said.
 * Reads only; never throws for what people typed in the workbook.
 */
export function measure(
  id: LiveId,
  ret: Return,
  ask: Omit<Ask, "quarter"> & { readonly quarter: QuarterId | null },
): Measurement {
  const {
    fixed,
    measure: count,
  }: { readonly fixed?: boolean; readonly measure: (typeof liveIndicators)[LiveId]["measure"] } = liveIndicators[id];
  if (ask.quarter === null && !fixed) return { state: "absent", reason: "missing", because: noQuarter, notes: [] };
  try {
    return count(ret, { ...ask, quarter: ask.quarter ?? "" });
  } catch (error) {
    if (error instanceof CannotSay)
      return { state: "absent", reason: error.reason, because: error.sentence, notes: [] };
    throw error;
  }
}

/**
 * The live form of an indicator (contract 3.1): counted in the workbook's tables, judged by the agreement in force there.
 * `id` is a live indicator ("URGENTSHARE"). What cannot be said is a result with a reason, not an error.
 * @throws InputError for an indicator that is not live, or a quarter or party nobody knows.
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
  return answer(
    id,
    ret,
    { quarter: quarterAsked(ret, options.quarter), party: partyAsked(ret, options.party) },
    options,
  );
}

/** Arguments of a live indicator that the tables supply; what is left chooses how they are counted, or narrows them. */
const suppliedByTables = (id: LiveId): readonly string[] =>
  indicator(id)!
    .arguments.filter(({ chooses, kind }) => chooses !== true && kind !== "quarter" && kind !== "party")
    .map(({ name }) => name);

/** `live` for what has been read already. */
export function answer(
  id: LiveId,
  ret: Return,
  ask: Omit<Ask, "quarter"> & { readonly quarter: QuarterId | null },
  options: Pick<LiveOptions, "day" | "limits" | "language" | "choices"> = {},
): LiveResult {
  const counted = measure(id, ret, ask);
  const quarter = ask.quarter ?? "";
  const day =
    options.day !== undefined
      ? dayTyped(options.day)
      : ask.quarter === null
        ? ret.settings.day
        : dayFor(ret, ask.quarter);
  const context = {
    agreement: agreementFor(ret, id, { ...ask, quarter }, day),
    ...(day !== null && { day }),
    ...(options.limits && { limits: options.limits }),
    ...(options.language && { language: options.language }),
  };
  const nothing: Arguments = Object.fromEntries(suppliedByTables(id).map((name) => [name, null]));
  const language = options.language ?? "nl";
  if (counted.state === "absent") {
    return unsaid(evaluate(id, nothing, context), counted.reason, counted.because, language, counted.notes);
  }
  const course = (): Course =>
    courseOf(
      { id, ret, ask: { ...ask, quarter }, measured: counted, agreement: context.agreement },
      {
        count: measure,
        verdictOn: (party) => answer(id, ret, { ...ask, party }, options).verdict,
        doubtIn: (at) => errorsCounted(id, ret, { ...ask, quarter: at }),
      },
    );
  const judged = (doubt: Text | null): Result =>
    evaluate(
      id,
      { ...counted.args, ...options.choices },
      { ...context, ...counted.context, open: { ...counted.open, doubt }, course: course() },
    );
  try {
    const wrong = errorsCounted(id, ret, { ...ask, quarter });
    const result = judged(wrong);
    if (wrong !== null && result.norm === null) return { ...result, notes: [...counted.notes, wrong] };
    if ((result.verdict === "met" || result.verdict === "on-track") && counted.unproven)
      return { ...judged(counted.unproven), notes: counted.notes };
    return { ...result, notes: counted.notes };
  } catch (error) {
    // A wrong choice of whoever asks is not something the workbook lacks.
    if (!(error instanceof InputError) || (error.argument ?? "") in (options.choices ?? {})) throw error;
    return unsaid(evaluate(id, nothing, context), "missing", error.sentence, language, counted.notes);
  }
}

/** A result that says why it cannot be said, in the words of the workbook. */
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
  };
}
