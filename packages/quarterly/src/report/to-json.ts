import type { Language } from "@prestatieafspraken/indicators";
import type { CommitmentLine, Duty, Report, ReportLine } from "../report-shape.js";

const lineJson = (line: ReportLine, language: Language) => ({
  indicator: line.indicator,
  title: line.title[language],
  scope: line.scope,
  role: line.role,
  value: line.value,
  exact: line.exact,
  unit: line.unit,
  display: line.display[language],
  norm: line.norm && {
    id: line.norm.id,
    value: line.norm.value,
    exact: line.norm.exact,
    comparator: line.norm.comparator,
    agreed: line.norm.agreed,
    strength: line.norm.strength,
    deadline: line.norm.deadline,
    display: line.norm.display[language],
  },
  verdict: line.verdict,
  provisional: line.provisional,
  signal: line.signal,
  reason: line.reason,
  explanation: line.explanations[language],
  notes: line.notes.map((note) => note[language]),
  trend: line.trend.map(({ quarter, value, verdict }) => ({ quarter, value, verdict })),
  source: line.source,
  madeOf: line.madeOf,
});

const commitmentJson = (line: CommitmentLine, language: Language) => ({
  article: line.article,
  period: line.period,
  kind: line.kind,
  theme: line.theme[language],
  title: line.title[language],
  lead: line.lead,
  verdict: line.verdict,
  provisional: line.provisional,
  statement: line.statement[language],
  indicators: line.indicators,
  due: line.due,
  reported: line.reported,
  withoutConsent: line.withoutConsent,
  source: line.source,
});

const dutyJson = ({ day, article, title, lead, done }: Duty, language: Language) => ({
  day,
  article,
  title: title[language],
  lead,
  done,
});

/**
 * The public shape of `pa report --json` (contract 3.3), in one language. `value` is a number or null, `exact` is "n/d", shares
 * are 0-1. Keys may be added; none is renamed or removed.
 */
export const toJson = (report: Report, language: Language) => ({
  agreement: report.agreement.id,
  agreementTitle: report.agreement.title[language],
  municipality: report.agreement.municipality,
  quarter: report.quarter,
  generatedFor: report.generatedFor,
  results: report.results.map((line) => lineJson(line, language)),
  commitments: report.commitments.map((line) => commitmentJson(line, language)),
  labelsByRent: report.labelsByRent && {
    classes: report.labelsByRent.classes.map((one) => one[language]),
    rows: report.labelsByRent.rows,
  },
  tensions: report.tensions.map((tension) => ({
    id: tension.id,
    indicator: tension.indicator ?? null,
    agreed: tension.agreed,
    computed: tension.computed,
    unit: tension.unit,
    explanation: tension.explanation[language],
  })),
  calendar: report.calendar.map((duty) => dutyJson(duty, language)),
  definitions: report.definitions.map(({ name, value, chosenHere }) => ({ name, value, chosenHere })),
  fictitious: report.fictitious,
  ready: report.ready,
  delivered: report.delivered.map(({ name, table, state }) => ({ party: name, table, state })),
  issues: report.issues,
  accepted: report.accepted.map((issue) => ({
    rule: issue.rule,
    table: issue.table,
    cell: issue.cell,
    message: issue.message[language],
    accepted: issue.accepted ?? null,
  })),
  receipt: report.receipt,
});

/** The type returned by `toJson`. */
export type ReportJson = ReturnType<typeof toJson>;
