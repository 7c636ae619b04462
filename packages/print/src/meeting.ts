import {
  articleNumber,
  articleText,
  capital,
  dayText,
  explain,
  fill,
  listed,
  quarterText,
  statusText,
  untranslated,
  verdictText,
  verdictWords,
  type Text,
  type Unit,
  type Verdict,
  normWords,
} from "@prestatieafspraken/indicators";
import { chartNumber } from "@prestatieafspraken/charts";
import {
  mainLines,
  notReceived,
  tables,
  whoText,
  type Delivery,
  type Report,
  type ReportLine,
} from "@prestatieafspraken/quarterly";
import { distance } from "./distance.js";
import { byGravity, partyLines, previousPoint } from "./lines.js";
import { periodText } from "./wording.js";

/** A norm on the first page: verdict, figure, norm, previous figure, distance. */
export interface Tile {
  readonly line: ReportLine;
  readonly title: Text;
  readonly verdict: Verdict;
  /** The verdict in words, with its basis: "op koers, voorlopig". */
  readonly word: Text;
  readonly value: Text;
  /** The period the figure is counted over. */
  readonly period: Text;
  readonly norm: Text;
  /** The figure of the previous quarter; null if there is none. */
  readonly previous: Text | null;
  readonly distance: Text | null;
  /** The arithmetic in short, with its reasons if there is no judgement. The annex has all of it. */
  readonly sum: Text;
}

/** A point to discuss, or an upcoming event. */
export interface Point {
  readonly head: Text;
  readonly text: Text;
}

/** A figure of every party side by side, on the second page. */
export interface PartyRow {
  readonly title: Text;
  readonly norm: Text;
  readonly together: Text;
  /** Per party, in the order of `parties`; null if the norm does not concern it. */
  readonly values: readonly ({ readonly shown: Text; readonly verdict: Verdict } | null)[];
  readonly previous: Text | null;
}

/** The contents of the two meeting pages, from which HTML, Word and text are made. */
export interface Meeting {
  readonly title: Text;
  readonly quarter: Text;
  readonly day: Text;
  /** True if the figures are invented, as in the sample; stated on every page. */
  readonly fictitious: boolean;
  /** What was not received or blocks freezing; shown first. */
  readonly notReady: readonly Text[];
  readonly summary: readonly Text[];
  readonly tiles: readonly Tile[];
  readonly talk: readonly Point[];
  readonly ahead: readonly Point[];
  readonly parties: readonly string[];
  readonly perParty: readonly PartyRow[];
  readonly delivered: DeliveredTable | null;
  /** Commitments without a number: how many, and their reported statuses. */
  readonly efforts: Text;
  /** The chosen definitions, and where the agreement's text and arithmetic differ. */
  readonly choices: readonly Text[];
}

export interface DeliveredTable {
  readonly tables: readonly Text[];
  /** What each party delivered, per table; null if the norms need no such table from it. */
  readonly rows: readonly { readonly party: string; readonly cells: readonly (Delivery | null)[] }[];
}

/** A number of the trend as displayed. */
const shownNumber = (value: number, unit: Unit): Text => ({
  nl: chartNumber(value, unit, "nl"),
  en: chartNumber(value, unit, "en"),
});

/** Verdicts that mean nothing without their reasons. */
const needsReasons: ReadonlySet<Verdict> = new Set(["unknown", "direction"]);

const shortSum = ({ verdict, quantity, display, explanations }: ReportLine): Text =>
  quantity === null || quantity.value === null || needsReasons.has(verdict)
    ? explanations
    : explain({ ...quantity, notes: [] }, display, []);

function tile(line: ReportLine): Tile {
  const before = previousPoint(line);
  return {
    line,
    title: line.title,
    verdict: line.verdict,
    word: verdictText(line),
    value: line.display,
    period: periodText(line.scope),
    norm: normWords(line.norm!, line.unit),
    previous: before === undefined || before.value === null ? null : shownNumber(before.value, line.unit),
    distance: line.verdict === "unknown" ? null : distance(line),
    sum: shortSum(line),
  };
}

/** Lines with a norm, for all parties or the report's one party, most urgent first. */
const normed = (report: Report): readonly ReportLine[] =>
  mainLines(report)
    // Excludes figures whose norm is only a text, which cannot be judged.
    .filter(({ norm }) => norm !== null && norm.comparator !== null)
    .slice()
    .sort(byGravity);

const order: readonly Verdict[] = ["met", "on-track", "attention", "missed", "direction", "unknown"];

/** "Van de 9 normen: 2 gehaald, 5 op koers, 2 niet te bepalen." */
function howManyNorms(lines: readonly ReportLine[]): Text {
  const counts = order
    .map((verdict) => ({ verdict, count: lines.filter((line) => line.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) =>
      fill({ nl: "{count} {word}", en: "{count} {word}" }, { count, word: verdictWords[verdict] }),
    );
  return fill(
    {
      nl: "Van de {n:norm|normen}: {counts}.",
      en: "Of the {n:norm|norms}: {counts}.",
    },
    { n: lines.length, counts: listed(counts) },
  );
}

/**
 * The figure in a table of parties: "unknown" if there is none, except when it was withheld, which has its own text.
 */
const shownOrUnknown = ({ value, reason, display }: ReportLine): Text =>
  value === null && reason !== "withheld" ? verdictWords.unknown : display;

const inBrackets = (text: Text | null): Text | string =>
  text === null ? "" : fill({ nl: " ({text})", en: " ({text})" }, { text });

/** At most this many changes are named; the annex and the tiles have the others. */
const mostTurned = 5;

/** Verdicts that changed since the previous quarter, for all parties and per party, in one sentence; none if nothing did. */
function turned(report: Report): readonly Text[] {
  const changes = report.results
    .filter(({ role, norm, scope }) => role === "judged" && norm !== null && scope.period !== "quarter")
    .flatMap((line) => {
      const before = previousPoint(line);
      if (before === undefined || before.verdict === line.verdict || before.verdict === "no-norm") return [];
      return fill(
        { nl: "{title}{who} van {before}{was} naar {after}{is}", en: "{title}{who} from {before}{was} to {after}{is}" },
        {
          title: line.title,
          who: inBrackets(whoText(line.scope)),
          before: verdictWords[before.verdict],
          was: inBrackets(before.value === null ? null : shownNumber(before.value, line.unit)),
          after: verdictWords[line.verdict],
          is: inBrackets(line.value === null ? null : line.display),
        },
      );
    });
  if (changes.length === 0) return [];
  const others = fill({ nl: "nog {n} andere", en: "{n} more" }, { n: changes.length - mostTurned });
  const named = changes.length > mostTurned ? [...changes.slice(0, mostTurned), others] : changes;
  return [
    fill(
      { nl: "Sinds het vorige kwartaal: {named}.", en: "Since the previous quarter: {named}." },
      { named: listed(named) },
    ),
  ];
}

const needsTalk = ({ role, verdict, signal, norm }: ReportLine): boolean =>
  norm !== null && (signal || (role === "judged" && (verdict === "missed" || verdict === "attention")));

/** "samen 75,0%: aandacht (voorlopig) en WYwonen 74,7%: aandacht". */
const figures = (lines: readonly ReportLine[]): Text =>
  listed(
    lines.map((line) =>
      fill(
        { nl: "{who} {value}: {word}{signal}", en: "{who} {value}: {word}{signal}" },
        {
          who: line.scope.partyName ?? { nl: "samen", en: "together" },
          value: line.display,
          word: verdictText(line),
          signal: line.signal ? { nl: ", boven het signaal", en: ", beyond the signal" } : "",
        },
      ),
    ),
  );

/**
 * The explanation of figures that are each inside the norm but still need attention, for example plans that meet it
 * together while one of them does not: no other text of the point shows why.
 */
function reasonOf(lines: readonly ReportLine[]): Text | string {
  const [first] = lines;
  const isPuzzle = lines.every(({ value, norm, verdict, signal }) => {
    if (verdict !== "attention" || signal || value === null || norm?.value == null || norm.comparator === null)
      return false;
    return norm.comparator.startsWith(">") ? value >= norm.value : value <= norm.value;
  });
  return isPuzzle ? fill({ nl: " {because}.", en: " {because}." }, { because: first!.explanations }) : "";
}

/** Points to discuss: breaches and signals, overall and per party; then commitments that need attention. */
function talkingPoints(report: Report): readonly Point[] {
  const lines = report.results.filter((line) => line.scope.period !== "quarter" && needsTalk(line));
  const told = Array.from(
    new Set(
      lines
        .slice()
        .sort(byGravity)
        .map(({ indicator }) => indicator),
    ),
  );
  return [
    ...told.map((indicator) => {
      const mine = lines.filter((line) => line.indicator === indicator);
      const first = mine[0]!;
      return {
        head: first.title,
        text: fill(
          { nl: "{figures}; norm: {norm}.{reason}", en: "{figures}; norm: {norm}.{reason}" },
          { figures: figures(mine), norm: normWords(first.norm!, first.unit), reason: reasonOf(mine) },
        ),
      };
    }),
    ...report.commitments
      .filter(
        ({ verdict, indicators }) =>
          (verdict === "missed" || verdict === "attention") && !indicators.some((id) => told.includes(id)),
      )
      .map((line) => ({
        head: capital(articleText(line)),
        text: fill(
          { nl: "{title}. {statement}", en: "{title}. {statement}" },
          { title: line.title, statement: line.statement },
        ),
      })),
  ];
}

/** Duties and meetings after the report's date. */
const comingUp = (report: Report): readonly Point[] =>
  report.calendar
    .filter(({ day, done }) => day > report.generatedFor && done !== true)
    .map(({ day, title, article, place, lead }) => ({
      head: dayText(day),
      text: fill(
        { nl: "{title}{article}{lead}", en: "{title}{article}{lead}" },
        {
          title,
          article:
            article === "" ? "" : fill({ nl: " ({it})", en: " ({it})" }, { it: articleText({ article, place }) }),
          lead: lead.length === 0 || lead.length > 3 ? "" : `, ${lead.join(", ")}`,
        },
      ),
    }));

function perParty(report: Report): { readonly parties: readonly string[]; readonly rows: readonly PartyRow[] } {
  const lines = mainLines(report).filter(({ norm, scope }) => norm !== null && scope.party === null);
  const parties: string[] = [];
  for (const { indicator } of lines)
    for (const { scope } of partyLines(report, indicator))
      if (!parties.includes(scope.partyName!)) parties.push(scope.partyName!);
  const rows = lines.flatMap((line): PartyRow[] => {
    const own = partyLines(report, line.indicator);
    if (own.length === 0) return [];
    const before = previousPoint(line);
    return [
      {
        title: line.title,
        norm: normWords(line.norm!, line.unit),
        together: shownOrUnknown(line),
        values: parties.map((name) => {
          const found = own.find(({ scope }) => scope.partyName === name);
          if (found === undefined) return null;
          return {
            shown: shownOrUnknown(found),
            verdict: found.role === "judged" ? found.verdict : "no-norm",
          };
        }),
        previous: before === undefined || before.value === null ? null : shownNumber(before.value, line.unit),
      },
    ];
  });
  return { parties, rows };
}

function effortsText(report: Report): Text {
  const efforts = report.commitments.filter(({ kind }) => kind === "effort");
  const unreported = efforts.filter(({ reported }) => reported === null);
  const counts = new Map<string, number>();
  for (const { reported } of efforts) if (reported) counts.set(reported.status, (counts.get(reported.status) ?? 0) + 1);
  const told = Array.from(counts, ([status, count]) =>
    fill({ nl: "{count} {status}", en: "{count} {status}" }, { count, status: statusText(status) }),
  );
  return fill(
    {
      nl: "{n:afspraak heeft|afspraken hebben} geen getal. De trekkers meldden zelf: {told}.{silent}",
      en: "{n:commitment has|commitments have} no number. The leads themselves reported: {told}.{silent}",
    },
    {
      n: efforts.length,
      told: told.length === 0 ? { nl: "nog niets", en: "nothing yet" } : listed(told),
      silent:
        unreported.length === 0
          ? ""
          : fill(
              { nl: " Niet gemeld, artikel of doel: {articles}.", en: " Not reported, article or goal: {articles}." },
              {
                articles: listed([
                  ...new Map(unreported.map((line) => [articleNumber(line).nl, articleNumber(line)])).values(),
                ]),
              },
            ),
    },
  );
}

/** What was not received, and errors that block freezing. A report on a single party is never ready as a whole. */
function notReady(report: Report): readonly Text[] {
  const { error } = report.issues;
  const errors = fill(
    {
      nl: "{n|Er staat nog|Er staan nog} {n:fout|fouten} in de opgave.",
      en: "{n|There is|There are} still {n:error|errors} in the return.",
    },
    { n: error },
  );
  return [...[notReceived(report.delivered)].filter((told) => told !== null), ...(error > 0 ? [errors] : [])];
}

/** Parties by tables that the norms need from anyone; null if the norms need none. */
export function deliveredTable({ delivered }: Pick<Report, "delivered">): DeliveredTable | null {
  if (delivered.length === 0) return null;
  const names = [...new Set(delivered.map(({ table }) => table))];
  return {
    tables: names.map((name) => tables.find((table) => table.name === name)?.title ?? untranslated(name)),
    rows: [...new Set(delivered.map(({ name }) => name))].map((party) => ({
      party,
      cells: names.map((table) => delivered.find((one) => one.name === party && one.table === table) ?? null),
    })),
  };
}

/** What there is to say of a quarter in a meeting. */
export function meeting(report: Report): Meeting {
  const lines = normed(report);
  const { parties, rows } = perParty(report);
  return {
    title: report.agreement.title,
    quarter: quarterText(report.quarter),
    day: dayText(report.generatedFor),
    fictitious: report.fictitious,
    notReady: notReady(report),
    summary: [howManyNorms(lines), ...turned(report)],
    tiles: lines.map(tile),
    talk: talkingPoints(report),
    ahead: comingUp(report),
    parties,
    perParty: rows,
    delivered: deliveredTable(report),
    efforts: effortsText(report),
    choices: [
      ...report.tensions.map(({ explanation }) => explanation),
      ...report.definitions
        .filter(({ chosenHere }) => chosenHere)
        .map(({ label, shown }) => {
          const asked = label.nl.endsWith("?");
          return fill(
            { nl: "{label}{colon} {shown}.", en: "{label}{colon} {shown}." },
            { label, colon: asked ? "" : ":", shown },
          );
        }),
    ],
  };
}

/** How much two pages hold; the annex has all of it. */
const most = { tiles: 9, talk: 7, ahead: 6, perParty: 10, choices: 4 } as const;

/** What of a meeting goes on its two pages, however it is printed. */
export function twoPages(report: Report): Meeting {
  const told = meeting(report);
  return {
    ...told,
    tiles: told.tiles.slice(0, most.tiles),
    talk: told.talk.slice(0, most.talk),
    ahead: told.ahead.slice(0, most.ahead),
    perParty: told.perParty.slice(0, most.perParty),
    choices: told.choices.slice(0, most.choices),
  };
}
