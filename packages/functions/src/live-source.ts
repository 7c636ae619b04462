import type { Language, LimitSeries } from "@prestatieafspraken/indicators";
import {
  agreementInForce,
  dayFor,
  live,
  partyAsked,
  quarterAsked,
  reportLines,
  validate,
  type Issue,
  type ReportLine,
  type Return,
} from "@prestatieafspraken/quarterly";
import type { Rows } from "./cell.js";
import { namedCells } from "./made-cells.js";
import { madeOf } from "./made-of.js";
import { dataRows, issueRows, reportRows } from "./spill.js";
import type { CallContext, LiveScope, LiveSource } from "./call-context.js";

/** Overrides of what a workbook says; all optional. */
export interface LiveContextOptions {
  /** Language of texts in cells; by default that of the workbook (Taal). */
  readonly language?: Language;
  /** The date for judging passed figures and for finding issues; by default the workbook's Peildatum. */
  readonly day?: string;
  readonly limits?: readonly LimitSeries[];
}

/** The context for evaluating functions with this return as the workbook: its agreement, its date, its tables. */
export function liveContext(ret: Return, options: LiveContextOptions = {}): CallContext {
  const day = options.day ?? ret.settings.day;
  const language = options.language ?? ret.settings.language;
  return {
    language,
    agreement: agreementInForce(ret),
    ...(day !== null && { day }),
    ...(options.limits && { limits: options.limits }),
    live: liveSource(ret, { ...options, language }),
  };
}

/** Live answers from one return; each is computed once. */
function liveSource(
  ret: Return,
  { language, day, limits }: LiveContextOptions & { readonly language: Language },
): LiveSource {
  // `live` and `reportLines` judge a figure on the date of its quarter, so no day is passed.
  const asked = { language, ...(limits && { limits }) };
  const once = remembering();
  const meant = ({ quarter, party, choices }: LiveScope): LiveScope => ({
    quarter: quarterAsked(ret, quarter),
    party: partyAsked(ret, party),
    ...(choices && { choices }),
  });
  const report = (scope: LiveScope): readonly ReportLine[] =>
    once(["report", scope], () => reportLines(ret, { ...scope, ...asked }));
  const issues = (scope: LiveScope): readonly Issue[] =>
    once(["issues", scope], () => {
      const quarter = scope.quarter === null ? null : quarterAsked(ret, scope.quarter);
      const party = partyAsked(ret, scope.party);
      return validate(ret, {
        ...(quarter !== null && { quarter }),
        ...(party !== null && { party }),
        ...(day !== undefined && { day }),
        ...(limits && { limits }),
      });
    });
  const rows: Readonly<Record<string, (scope: LiveScope, language: Language) => Rows>> = {
    REPORT: (scope, words) => reportRows(report(scope), words),
    ISSUES: (scope, words) => issueRows(issues(scope), words),
    DATA: (scope) =>
      dataRows(
        (scope.quarter === null ? ret.quarters : [scope.quarter]).flatMap((quarter) => report({ ...scope, quarter })),
      ),
  };
  return {
    // Different spellings of a quarter or party share one answer.
    result: (id, scope) => once(["result", id, meant(scope)], () => live(id, ret, { ...scope, ...asked })),
    day: (scope) => {
      const quarter = quarterAsked(ret, scope.quarter);
      return quarter === null ? ret.settings.day : dayFor(ret, quarter);
    },
    madeOf: (id, scope) => once(["made of", id, meant(scope)], () => madeOf(ret, id, scope, namedCells)),
    rows: (id, scope, words) => rows[id]!(scope, words),
  };
}

/** Caches answers by question, so that equal questions are computed once. An error is not cached. */
function remembering(): <T>(question: readonly unknown[], answer: () => T) => T {
  const answers = new Map<string, unknown>();
  return <T>(question: readonly unknown[], answer: () => T): T => {
    const key = JSON.stringify(question);
    if (!answers.has(key)) answers.set(key, answer());
    return answers.get(key) as T;
  };
}
