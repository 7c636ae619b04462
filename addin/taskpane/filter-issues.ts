import type { Language } from "@prestatieafspraken/indicators";
import type { Issue, Severity } from "@prestatieafspraken/quarterly";
import type { Filter } from "./state.js";

/** The severity to show: an explained warning counts as a note. */
export const severityShown = (issue: Issue): Severity =>
  issue.accepted && issue.severity === "warning" ? "info" : issue.severity;

/** A party's issues: its own, and those without a party. */
export const aboutParty = (issues: readonly Issue[], party: string | null): readonly Issue[] =>
  party === null ? issues : issues.filter((issue) => issue.party === null || issue.party === party);

const words = (issue: Issue, language: Language): string =>
  [issue.rule, issue.table, issue.sheet, issue.cell, issue.field, issue.message[language], issue.fix[language]]
    .join(" ")
    .toLowerCase();

/** The issues that pass a filter, grouped by table, in their original order. */
export function filterIssues(issues: readonly Issue[], filter: Filter, language: Language): readonly Issue[] {
  const asked = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return byTable(
    issues.filter(
      (issue) =>
        filter.severities.has(severityShown(issue)) &&
        (filter.table === null || issue.table === filter.table) &&
        (filter.quarter === null || issue.quarter === null || issue.quarter === filter.quarter) &&
        (asked.length === 0 || asked.every((word) => words(issue, language).includes(word))),
    ),
  ).flatMap(([, group]) => group);
}

/** Groups issues by table. Issues come in order of severity, so the table with the most severe one is first. */
export function byTable(issues: readonly Issue[]): readonly (readonly [string, readonly Issue[]])[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.table);
    if (group) group.push(issue);
    else groups.set(issue.table, [issue]);
  }
  return [...groups];
}
