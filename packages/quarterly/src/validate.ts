import { fill, InputError, referenceLimits, type LimitSeries, tables } from "@prestatieafspraken/indicators";
import { dayTyped, partyAsked, quarterAsked, quarterTyped } from "./asked.js";
import type { Issue, Severity } from "./issue.js";
import type { Return } from "./return.js";
import { findingsOf } from "./rules/findings.js";
import { groupIssues, type SingleIssue } from "./rules/group-issues.js";
import { rules } from "./rules/index.js";
import { makeIssue } from "./rules/make-issue.js";

/** Which issues to return, and as of which date. */
export interface ValidateOptions {
  /** Only issues about this quarter, or about no particular quarter; in any spelling. */
  readonly quarter?: string | null;
  /** Only issues about this party (id, name or alias), or about no particular party. */
  readonly party?: string | null;
  /** The date of checking, "2026-11-23"; by default the Peildatum of the return. No clock is read. */
  readonly day?: string;
  /** Rent limits by year; by default the published ones. */
  readonly limits?: readonly LimitSeries[];
}

const bySeverity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const byTable = new Map(tables.map(({ name }, place) => [name, place]));

/**
 * All issues of a return: those found while reading, and those of the rules. Errors first, then warnings, then notes; within
 * those by table and row. An accepted warning has the party and its explanation.
 * @throws InputError for an unknown day, quarter or party, and for a quarter the return does not contain: checking nothing must
 * not read as "no errors".
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

/** What only the file itself shows of a return, to say before its rows are taken into another workbook. */
export function fileIssues(ret: Return): Issue[] {
  const matter = { day: null, limits: referenceLimits };
  const ofFile = rules.filter(({ ofFile: isOfFile }) => isOfFile === true);
  const ids = new Set(ofFile.map(({ id }) => id));
  return groupIssues(
    ret,
    [
      ...ret.issues.filter(({ rule }) => ids.has(rule)),
      ...ofFile.flatMap((rule) => findingsOf(rule, ret, matter).map((finding) => makeIssue(rule, finding))),
    ],
    () => false,
  );
}

/** All issues per cell and row, before they are grouped. */
export function singleIssues(ret: Return, options: ValidateOptions = {}): SingleIssue[] {
  const matter = {
    day: options.day === undefined ? ret.settings.day : dayTyped(options.day),
    limits: options.limits ?? referenceLimits,
  };
  const party = partyAsked(ret, options.party);
  const quarter = options.quarter === undefined || options.quarter === null ? null : quarterAsked(ret, options.quarter);
  const single: SingleIssue[] = [];
  const add = (issue: SingleIssue): void => {
    // Rows for a later quarter only give PA-118, which reports that they exist.
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

/** As `validate`, for a report, which may be about a quarter without any rows. */
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

/** The number of errors, warnings and notes; accepted warnings count as notes. */
export function countIssues(issues: readonly Issue[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const issue of issues) counts[issue.accepted && issue.severity === "warning" ? "info" : issue.severity] += 1;
  return counts;
}
