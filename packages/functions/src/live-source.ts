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

export interface LiveContextOptions {
  /** The language of words in cells; that of the workbook (Taal) unless given. */
  readonly language?: Language;
  /** The day that figures handed over are judged on, and issues are looked for; the workbook's Peildatum unless given. */
  readonly day?: string;
  readonly limits?: readonly LimitSeries[];
}

/** What functions answer from when this return is the workbook: its agreement, its day, its tables. */
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

/** Live answers from one reading of a workbook; each is worked out once. */
function liveSource(
  ret: Return,
  { language, day, limits }: LiveContextOptions & { readonly language: Language },
): LiveSource {
  // A figure is judged on the day that belongs to its quarter, which the return knows.
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
    // The same quarter and party, however they are spelled, are the same question.
    result: (id, scope) => once(["result", id, meant(scope)], () => live(id, ret, { ...scope, ...asked })),
    day: (scope) => {
      const quarter = quarterAsked(ret, scope.quarter);
      return day ?? (quarter === null ? ret.settings.day : dayFor(ret, quarter));
    },
    madeOf: (id, scope) => once(["made of", id, meant(scope)], () => madeOf(ret, id, scope, namedCells)),
    rows: (id, scope, words) => rows[id]!(scope, words),
  };
}

/** Ten cells that ask the same cost as much as one. A refusal is not remembered. */
function remembering(): <T>(question: readonly unknown[], answer: () => T) => T {
  const answers = new Map<string, unknown>();
  return <T>(question: readonly unknown[], answer: () => T): T => {
    const key = JSON.stringify(question);
    if (!answers.has(key)) answers.set(key, answer());
    return answers.get(key) as T;
  };
}
