import { referenceLimits, type LimitSeries } from "@prestatieafspraken/indicators";
import type { Issue, Severity } from "./issue.js";
import { partyNames } from "./reading/party-names.js";
import type { Return } from "./return.js";
import { findingsOf } from "./rules/findings.js";
import { rules } from "./rules/index.js";
import { makeIssue } from "./rules/make-issue.js";
import { tables } from "./tables/index.js";

export interface ValidateOptions {
  /** Only what is about this quarter, or about no quarter in particular: "2026-Q3". */
  readonly quarter?: string;
  /** Only what is about this party (id or name), or about no party in particular. */
  readonly party?: string;
  /** The day of checking, "2026-11-23"; the Peildatum of the return unless given. There is no clock. */
  readonly day?: string;
  /** Rent limits by year; the published ones unless given. */
  readonly limits?: readonly LimitSeries[];
}

const bySeverity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const byTable = new Map(tables.map(({ name }, place) => [name, place]));

/**
 * Everything about a return that somebody has to look at: what reading found, and what the rules find. Errors first, then
 * warnings, then notes; within those by table and row. A warning that a party accepted carries who did, and why.
 */
export function validate(ret: Return, options: ValidateOptions = {}): Issue[] {
  const matter = { day: options.day ?? ret.settings.day, limits: options.limits ?? referenceLimits };
  const party =
    options.party === undefined ? null : (partyNames(ret.original).find(options.party)?.id ?? options.party);
  const { quarter } = options;
  const issues: Issue[] = [];
  const add = (issue: Issue): void => {
    if (quarter !== undefined && issue.quarter !== null && issue.quarter !== quarter) return;
    if (party !== null && issue.party !== null && issue.party !== party) return;
    const accepted = issue.severity === "error" ? undefined : ret.accepted.get(issue.key);
    issues.push(accepted ? { ...issue, accepted } : issue);
  };
  for (const issue of ret.issues) add(issue);
  for (const rule of rules) {
    for (const finding of findingsOf(rule, ret, matter)) add(makeIssue(rule, finding));
  }
  return issues.sort(
    (a, b) =>
      bySeverity[a.severity] - bySeverity[b.severity] ||
      (byTable.get(a.table) ?? 99) - (byTable.get(b.table) ?? 99) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/** How many errors, warnings and notes there are; accepted warnings count as notes. */
export function countIssues(issues: readonly Issue[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const issue of issues) counts[issue.accepted && issue.severity === "warning" ? "info" : issue.severity] += 1;
  return counts;
}
