import type { BySetting, Chosen, Condition, QuarterId, Question, Window } from "@prestatieafspraken/indicators";
import { quarterOfDay } from "@prestatieafspraken/indicators";
import { chosen, type Choosing } from "./setting.js";

/** A question with the settings of a workbook filled in; this form is cached, shown and translated to SQL. */
export interface Resolved {
  readonly question: Question;
  readonly of: readonly Condition[];
  readonly where: readonly Condition[];
  /** The window, with the first quarter instead of the setting that determines it. */
  readonly window: Window;
  /** The settings it depends on, by id. */
  readonly settings: readonly string[];
  /** Equal for questions that select the same rows in the same way, whatever they compute from them. */
  readonly rowsKey: string;
  /** Equal for equal questions. */
  readonly key: string;
}

const isBySetting = (value: unknown): value is BySetting<unknown> =>
  typeof value === "object" && value !== null && "setting" in value && "otherwise" in value;

/** The value under the settings of the workbook; adds the settings it depends on to `met`. */
function choose<X>(ret: Choosing, value: Chosen<X>, met: Set<string>): X {
  let now: Chosen<X> = value;
  while (isBySetting(now)) {
    const { setting, when, otherwise } = now;
    met.add(setting);
    const wanted = chosen(ret, setting, "");
    now = Object.hasOwn(when, wanted) ? when[wanted]! : otherwise;
  }
  return now;
}

/** Replaces "agreement" and "year" in a condition by dates, and "quarter" by a year. */
function condition(ret: Choosing, given: Condition, quarter: QuarterId, met: Set<string>): Condition {
  if ("from" in given && given.from === "agreement") return { ...given, from: ret.agreement.from };
  if ("from" in given && given.from === "year") return { ...given, from: `${quarter.slice(0, 4)}-01-01` };
  if ("under" in given) {
    const yearOf = choose(ret, given.yearOf, met);
    return {
      ...given,
      inclusive: choose(ret, given.inclusive, met),
      yearOf: yearOf === "quarter" ? quarter.slice(0, 4) : yearOf,
    };
  }
  return given;
}

/** The same question about projects in these phases only; a question that is not about projects is unchanged. */
export const inPhases = (question: Question, phases: readonly string[]): Question =>
  question.book.sources.some(({ table }) => table === "PA_Nieuwbouw")
    ? {
        ...question,
        where: [...(question.where ?? []), { header: "Fase", is: phases, unread: "fails", unknown: ["onbekend"] }],
      }
    : question;

/** Fills in the settings of the workbook for a question about a quarter. */
export function resolve(ret: Choosing, question: Question, quarter: QuarterId): Resolved {
  const met = new Set<string>();
  const of = (question.of ?? []).map((one) => condition(ret, one, quarter, met));
  const where = (question.where ?? []).flatMap((one) => {
    const given = choose(ret, one, met);
    return given === null ? [] : [condition(ret, given, quarter, met)];
  });
  const window = choose(ret, question.window, met);
  const isSince = typeof window === "object" && "since" in window;
  if (isSince) met.add(window.since);
  const resolved = isSince ? { since: since(ret, window.since) } : window;
  const rowsKey = JSON.stringify([question.book.sources, of, where]);
  const { take, parties, one, notApplicableIsZero } = question;
  return {
    question,
    of,
    where,
    window: resolved,
    settings: [...met],
    rowsKey,
    key: `${rowsKey}${JSON.stringify([resolved, parties, take, one === undefined, notApplicableIsZero])}`,
  };
}

/** The quarter of a setting that holds a date or quarter; by default the start of the agreement. */
function since(ret: Choosing, setting: string): QuarterId {
  const from = chosen(ret, setting, "") || ret.agreement.from;
  return /^\d{4}-Q[1-4]$/.test(from) ? from : quarterOfDay(from);
}
