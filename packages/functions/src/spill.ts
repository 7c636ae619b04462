import type { Language, Text } from "@prestatieafspraken/indicators";
import { reportTable, type Issue, type ReportLine, type Severity } from "@prestatieafspraken/quarterly";
import type { CellAnswer, Rows } from "./cell.js";
import { numberFormat } from "./number-format.js";

/** The severities of issues, in words. */
export const severityWords: Readonly<Record<Severity, Text>> = {
  error: { nl: "fout", en: "error" },
  warning: { nl: "waarschuwing", en: "warning" },
  info: { nl: "opmerking", en: "note" },
};

const issueHeader: readonly Text[] = [
  { nl: "Ernst", en: "Severity" },
  { nl: "Tabel", en: "Table" },
  { nl: "Cel", en: "Cell" },
  { nl: "Melding", en: "Message" },
];

/** A blank is an empty text: an empty value in a spilled range would show as 0. */
const blank: CellAnswer = { value: "" };

/** REPORT: a header row in the user's language, then one row per report line; always the six columns of contract 3.1. */
export function reportRows(lines: readonly ReportLine[], language: Language): Rows {
  return reportTable({ results: lines }, language).map((row, i) => {
    const line = lines[i - 1];
    const format = line === undefined ? null : numberFormat(line);
    return row.map((value): CellAnswer => {
      if (value === null || typeof value === "object") return blank;
      return { value, ...(typeof value === "number" && format !== null && { format }) };
    });
  });
}

/** ISSUES: a header row, then one row per issue, or one row saying that there are none. Always four columns. */
export function issueRows(issues: readonly Issue[], language: Language): Rows {
  const rows = issues.map((issue): readonly CellAnswer[] => [
    { value: severityWords[issue.severity][language] },
    { value: issue.table },
    issue.cell === null ? blank : { value: issue.cell },
    { value: `${issue.message[language]} ${issue.fix[language]}`.trim() },
  ]);
  const none: Text = { nl: "Geen meldingen.", en: "No issues." };
  return [
    issueHeader.map((text) => ({ value: text[language] })),
    ...(rows.length > 0 ? rows : [[blank, blank, blank, { value: none[language] }]]),
  ];
}

/** The columns of DATA: machine-readable keys, the same in every language; public, never renamed. */
export const dataColumns = [
  "quarter",
  "indicator",
  "party",
  "period",
  "role",
  "value",
  "unit",
  "norm",
  "comparator",
  "verdict",
] as const;

/**
 * DATA: a long table for pivots, Power Query and Power BI, with one row per quarter, indicator and party. Holds ids and plain
 * numbers; a blank is an empty text. Its shape does not depend on its contents.
 */
export function dataRows(lines: readonly ReportLine[]): Rows {
  return [
    dataColumns.map((value) => ({ value })),
    ...lines.map(({ scope, indicator, role, value, unit, norm, verdict }): readonly CellAnswer[] =>
      [
        scope.quarter,
        indicator,
        scope.party,
        scope.period,
        role,
        value,
        unit,
        norm?.value ?? null,
        norm?.comparator ?? null,
        role === "judged" ? verdict : null,
      ].map((cell) => (cell === null ? blank : { value: cell })),
    ),
  ];
}
