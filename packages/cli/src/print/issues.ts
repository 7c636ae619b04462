import { dayText, quarterText } from "@prestatieafspraken/indicators";
import type { Delivery, Issue, Return } from "@prestatieafspraken/quarterly";
import { countIssues, notReceived, tables } from "@prestatieafspraken/quarterly";
import type { Setup } from "../setup.js";
import { coloured } from "../terminal.js";
import { versions } from "../version.js";
import { withSchema } from "../visible.js";
import { countSentence, severityColour, severityWord } from "./severity.js";

/** A checked return. */
export interface Checked {
  /** The path as typed. */
  readonly path: string;
  readonly name: string;
  readonly return: Return;
  readonly quarter: string | null;
  /** The requested party; null for all. */
  readonly party: string | null;
  /** What each party delivered of the tables the norms need. */
  readonly delivered: readonly Delivery[];
  readonly issues: readonly Issue[];
}

/** The location of an issue: "Nieuwbouw!D7". */
const placeOf = ({ sheet, cell }: Issue): string => [sheet, cell].filter(Boolean).join("!");

/** Findings in text: by table, each with its location, what is wrong and what to do. */
export function printIssues(checked: Checked, { t }: Setup): string {
  const { agreement } = checked.return;
  const lines = [
    `${checked.name} · ${t(agreement.title)}${checked.quarter === null ? "" : ` · ${t(quarterText(checked.quarter))}`}`,
    ...[notReceived(checked.delivered)].flatMap((sentence) => (sentence === null ? [] : [t(sentence)])),
    t(countSentence(countIssues(checked.issues))),
  ];
  const byTable = new Map<string, Issue[]>();
  for (const issue of checked.issues) {
    const list = byTable.get(issue.table);
    if (list) list.push(issue);
    else byTable.set(issue.table, [issue]);
  }
  for (const [table, found] of byTable) {
    lines.push("", tables.find(({ name }) => name === table)?.sheet ?? table);
    for (const issue of found) {
      const where = placeOf(issue);
      lines.push(
        `  ${coloured(t(severityWord[issue.severity]), severityColour[issue.severity])} ${issue.rule}${where ? ` · ${where}` : ""}${issue.field ? ` · ${issue.field}` : ""}`,
        `    ${t(issue.message)}`,
        `    → ${t(issue.fix)}`,
      );
      if (issue.accepted)
        lines.push(
          `    ${t({ nl: "Toegelicht door", en: "Explained by" })} ${issue.accepted.party} (${t(dayText(issue.accepted.day))}): ${issue.accepted.sentence}`,
        );
    }
  }
  const [first] = checked.issues;
  if (first)
    lines.push(
      "",
      t({ nl: `Meer over een regel: pa explain ${first.rule}`, en: `More about a rule: pa explain ${first.rule}` }),
    );
  return `${lines.join("\n")}\n`;
}

/** The stable shape of `pa check --json` for one return (contract 3.3), in one language. */
export const issuesJson = (checked: Checked, { t }: Setup) => {
  const counts = countIssues(checked.issues);
  return withSchema("check", {
    file: checked.name,
    agreement: checked.return.original.id,
    quarter: checked.quarter,
    versions,
    ok: counts.error === 0,
    ready: checked.party === null && counts.error === 0 && checked.delivered.every(({ state }) => state === "received"),
    delivered: checked.delivered.map(({ name, table, state }) => ({ party: name, table, state })),
    counts,
    issues: checked.issues.map(
      ({
        rule,
        severity,
        table,
        sheet,
        cell,
        field,
        row,
        party,
        message,
        fix,
        replacement,
        range,
        fixes,
        accepted,
      }) => ({
        ...{ rule, severity, table, sheet, cell, field, row, party },
        message: t(message),
        fix: t(fix),
        ...(replacement && { replacement }),
        ...(range !== undefined && { range }),
        ...(fixes && { fixes: fixes.map(({ label, steps }) => ({ label: t(label), steps })) }),
        ...(accepted && { accepted }),
      }),
    ),
  });
};
