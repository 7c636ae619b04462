import { fill, type Text } from "@prestatieafspraken/indicators";
import type { Issue } from "../issue.js";
import type { CommitmentLine, ReportLine } from "../report-shape.js";
import { rule } from "../rules/index.js";
import { countsOnlyPeople, tellsOfFew, withheldLines } from "./withheld.js";

/** "URGENTSHARE · portaal · year". */
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

/** A figure that is not told: not its number, nor what it was made of, nor where it came from. Its verdict is. */
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
  // How many cells it is made of is itself a count.
  madeOf: {
    cells: [],
    parties: line.madeOf.parties,
    quarters: line.madeOf.quarters,
    complete: line.madeOf.complete,
  },
  trend: line.trend.map((point) => ({ ...point, value: null })),
});

const hasCount = (text: Text): boolean => /\d/.test(text.nl) || /\d/.test(text.en);

/** A figure of people that is told, without what would tell of a few of them beside it: counts in notes, and small earlier quarters. */
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
 * Lines as they may be published. `all` are the lines over all parties, which decide together what is withheld; `lines` those of the
 * report, which may be about one party. The course over quarters is left out where anything of its kind is withheld: from the
 * shares of two quarters the counts of a third can be found.
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

/** A commitment without what people wrote about it; its status is a word of a list. */
export const publishedCommitment = (line: CommitmentLine): CommitmentLine => ({
  ...line,
  reported: line.reported && { ...line.reported, explanation: null, evidence: null },
});

/**
 * What the check found, as it may be published: each rule once per table, by its title and how often; not what stood in the cells, nor
 * what a party wrote about it.
 */
export function publishedIssues(issues: readonly Issue[]): readonly Issue[] {
  const found = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.rule}|${issue.table}`;
    found.set(key, [...(found.get(key) ?? []), issue]);
  }
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
