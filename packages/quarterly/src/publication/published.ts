import { fill, type Text } from "@prestatieafspraken/indicators";
import type { Issue } from "../issue.js";
import type { CommitmentLine, ReportLine } from "../report-shape.js";
import { rule } from "../rules/index.js";
import { countsOnlyPeople, tellsOfFew, withheldLines } from "./withheld.js";
import { listsBy } from "../kept.js";

/** The key of a line: "URGENTSHARE · portaal · year · 2026-Q3". */
const keyOf = ({ indicator, scope }: ReportLine): string =>
  [indicator, scope.party ?? "", scope.period, scope.quarter].join(" · ");

const notPublished: Text = { nl: "niet gepubliceerd", en: "not published" };
const because = (threshold: number): Text =>
  fill(
    {
      nl: "Niet gepubliceerd: het gaat om minder dan {threshold}, of dat zou hieruit te berekenen zijn.",
      en: "Not published: it is about fewer than {threshold}, or that could be computed from it.",
    },
    { threshold },
  );

/** Hides a figure: its number, its arithmetic and its cells. The verdict stays. */
const withheld = (line: ReportLine, threshold: number): ReportLine => ({
  ...line,
  value: null,
  exact: null,
  reason: "withheld",
  display: notPublished,
  explanation: because(threshold)[line.explanation === line.explanations.en ? "en" : "nl"],
  explanations: because(threshold),
  notes: [],
  quantity: null,
  // The number of cells is itself a count.
  madeOf: {
    cells: [],
    parties: line.madeOf.parties,
    quarters: line.madeOf.quarters,
    complete: line.madeOf.complete,
  },
  trend: line.trend.map((point) => ({ ...point, value: null })),
});

const hasCount = (text: Text): boolean => /\d/.test(text.nl) || /\d/.test(text.en);

/**
 * A published figure about people, without anything that reveals small groups: counts in notes, and earlier quarters with small
 * numbers.
 */
function without(line: ReportLine, threshold: number, course: boolean): ReportLine {
  const telling = [...(line.quantity?.notes ?? []), ...line.notes].filter(hasCount);
  const cut = (language: keyof Text, text: string): string =>
    telling.reduce((left, note) => left.replaceAll(` · ${note[language]}`, ""), text);
  return {
    ...line,
    explanation: cut(line.explanation === line.explanations.en ? "en" : "nl", line.explanation),
    explanations: { nl: cut("nl", line.explanations.nl), en: cut("en", line.explanations.en) },
    notes: line.notes.filter((note) => !hasCount(note)),
    trend: line.trend.map((point) =>
      course && !tellsOfFew(point.quantity ?? null, threshold) ? point : { ...point, value: null },
    ),
  };
}

/**
 * The lines as they may be published. `all` are the lines over all parties, which together decide what is withheld; `lines` are
 * those of the report, which may be about one party.
 * The trend is left out if a line of its kind is withheld: the counts of a third quarter follow from the shares of two others.
 */
export function publishedLines(
  lines: readonly ReportLine[],
  all: readonly ReportLine[],
  threshold: number,
): readonly ReportLine[] {
  const known = new Set(all.map(keyOf));
  const decided = withheldLines([...all, ...lines.filter((line) => !known.has(keyOf(line)))], threshold);
  const keys = new Set([...decided].map(keyOf));
  return lines.map((line) =>
    keys.has(keyOf(line))
      ? withheld(line, threshold)
      : countsOnlyPeople(line.quantity)
        ? without(line, threshold, keys.size === 0)
        : line,
  );
}

/** A commitment without the free text of the parties; its status, a word from a list, stays. */
export const publishedCommitment = (line: CommitmentLine): CommitmentLine => ({
  ...line,
  reported: line.reported && { ...line.reported, explanation: null, evidence: null },
});

/**
 * Issues as they may be published: each rule once per table, with its title and number of findings; without cell contents or
 * explanations.
 */
export function publishedIssues(issues: readonly Issue[]): readonly Issue[] {
  const found = listsBy(issues, ({ rule, table }) => `${rule}|${table}`);
  return [...found].map(([key, all]) => {
    const { rule: id, severity, table, quarter } = all[0]!;
    const facts = { title: rule(id).title, times: all.length };
    return {
      ...{ rule: id, severity, table, facts, key, quarter },
      ...{ sheet: null, cell: null, field: null, row: null, party: null },
      message: fill(all.length === 1 ? once : several, facts),
      fix: rule(id).why,
    };
  });
}
const once: Text = { nl: "{title}.", en: "{title}." };
const several: Text = { nl: "{title} ({times} keer).", en: "{title} ({times} times)." };
