import { fill, InputError, referenceLimits, type LimitSeries, tables } from "@prestatieafspraken/indicators";
import { dayTyped, partyAsked, quarterAsked, quarterTyped } from "./asked.js";
import type { Issue, Severity } from "./issue.js";
import type { Return } from "./return.js";
import { findingsOf } from "./rules/findings.js";
import { groupIssues, type SingleIssue } from "./rules/group-issues.js";
import { rules } from "./rules/index.js";
import { makeIssue } from "./rules/make-issue.js";

export interface ValidateOptions {
  /** Only what is about this quarter, or about no quarter in particular; in any spelling people use. */
  readonly quarter?: string | null;
  /** Only what is about this party (id, name or other spelling), or about no party in particular. */
  readonly party?: string | null;
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
 * @throws InputError for a day, quarter or party nobody knows, and for a quarter the return does not hold: looking at nothing finds
 * nothing, and must not read as "no errors".
 */
export function validate(ret: Return, options: ValidateOptions = {}): Issue[] {
  if (options.quarter !== undefined && options.quarter !== null) {
    const quarter = quarterTyped(options.quarter);
    const held = [
      ...new Set([...ret.quarters, ...(ret.settings.quarter === null ? [] : [ret.settings.quarter])]),
    ].sort();
    if (held.length > 0 && !held.includes(quarter)) {
      throw new InputError(
        fill(
          {
            nl: "In deze opgave staat niets over {quarter}. Wel over: {held}.",
            en: "There is nothing about {quarter} in this return. There is about: {held}.",
          },
          { quarter, held: held.join(", ") },
        ),
        "quarter",
        "NOT_IN_RETURN",
      );
    }
  }
  return issuesOf(ret, options);
}

/** What there is to say about every single cell and row, before what is one mistake is put together. */
export function singleIssues(ret: Return, options: ValidateOptions = {}): SingleIssue[] {
  const matter = {
    day: options.day === undefined ? ret.settings.day : dayTyped(options.day),
    limits: options.limits ?? referenceLimits,
  };
  const party = partyAsked(ret, options.party);
  const quarter = options.quarter === undefined || options.quarter === null ? null : quarterAsked(ret, options.quarter);
  const single: SingleIssue[] = [];
  const add = (issue: SingleIssue): void => {
    // Rows prepared for a later quarter are nothing of this one; only that they are there is said (PA-118).
    const reported = quarter ?? ret.settings.quarter;
    if (reported !== null && issue.quarter !== null && issue.quarter > reported && issue.rule !== "PA-118") return;
    if (quarter !== null && issue.quarter !== null && issue.quarter !== quarter) return;
    if (party !== null && issue.party !== null && issue.party !== party) return;
    single.push(issue);
  };
  for (const issue of ret.issues) add(issue);
  for (const rule of rules) {
    for (const finding of findingsOf(rule, ret, matter)) add(makeIssue(rule, finding));
  }
  return single;
}

/** The same for a report, which may also be about a quarter that nobody delivered anything for. */
export function issuesOf(ret: Return, options: ValidateOptions = {}): Issue[] {
  const single = singleIssues(ret, options);
  const acceptedAs = ({ severity, key }: Issue) => (severity === "error" ? undefined : ret.accepted.get(key));
  const issues = groupIssues(ret, single, (issue) => acceptedAs(issue) !== undefined).map((issue): Issue => {
    const accepted = acceptedAs(issue);
    return accepted ? { ...issue, accepted } : issue;
  });
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
