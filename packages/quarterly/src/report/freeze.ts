import {
  articleText,
  capital,
  dayText,
  fill,
  quarterText,
  untranslated,
  verdictText,
  verdictWords,
  type Language,
  type Text,
} from "@prestatieafspraken/indicators";
import { notReceived } from "../delivery.js";
import type { CommitmentLine, Report, ReportLine } from "../report-shape.js";
import type { CellValue, SheetLook } from "../workbook.js";
import { lineTitle } from "./report-table.js";

/**
 * The columns of a frozen sheet: first for readers, then for comparison, independent of the language it was frozen in.
 */
const columns = {
  title: { nl: "Indicator", en: "Indicator" },
  display: { nl: "Waarde", en: "Value" },
  norm: { nl: "Norm", en: "Norm" },
  verdict: { nl: "Oordeel", en: "Verdict" },
  explanation: { nl: "Berekening", en: "Calculation" },
  source: { nl: "Bron", en: "Source" },
  value: { nl: "Getal", en: "Number" },
  exact: { nl: "Exact", en: "Exact" },
  indicator: { nl: "Indicator-id", en: "Indicator-id" },
  party: { nl: "Partij-id", en: "Partij-id" },
  period: { nl: "Periode-id", en: "Periode-id" },
} as const satisfies Record<string, Text>;
type Column = keyof typeof columns;
const widths = [44, 12, 30, 16, 62, 30, 12, 12, 18, 12, 12];

/** A spreadsheet would turn "21/84" into a date, so it is written as "21 : 84". */
const asCell = (exact: string | null): string | null => exact?.replace("/", " : ") ?? null;
const asExact = (cell: CellValue | undefined): string | null =>
  typeof cell === "string" && cell !== "" ? cell.replace(" : ", "/") : null;

/** The key of a line, as in the key columns of a frozen sheet. */
const keyOf = (line: Pick<ReportLine, "indicator" | "scope">): string =>
  [line.indicator, line.scope.party ?? "alle", line.scope.period].join("|");

/** The key of a promise, in the same columns: its article, and which time it was due. */
const ARTICLE = "artikel ";
const keysOf = (lines: readonly CommitmentLine[]): string[] => {
  const before = new Map<string, number>();
  return lines.map(({ article, period }) => {
    const key = [`${ARTICLE}${article}`, "alle", period ?? "looptijd"].join("|");
    const times = (before.get(key) ?? 0) + 1;
    before.set(key, times);
    return times === 1 ? key : `${key} ${times}`;
  });
};
const promiseTitle = (line: CommitmentLine): Text =>
  fill(
    { nl: "{article}: {title}", en: "{article}: {title}" },
    { article: capital(articleText(line)), title: line.title },
  );

const stillErrors: Text = { nl: "Er zijn nog fouten.", en: "There are still errors." };

/** A frozen report as a sheet: its name and rows. */
export interface Frozen {
  /** "Vastgesteld 2026-Q3". */
  readonly sheet: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly look: SheetLook;
}

/** Who froze a quarter, on which date, and the reason if it was not ready. */
export interface FrozenBy {
  readonly by: string;
  /** "2026-10-12". */
  readonly day: string;
  readonly reason?: string;
}

/** What the frozen sheet of a quarter is called. */
export const frozenSheet = (quarter: string): Text =>
  fill({ nl: "Vastgesteld {quarter}", en: "Finalised {quarter}" }, { quarter });

/**
 * The report as a protected sheet: who froze it and when, every figure with its arithmetic, and the receipt. A later
 * change of the input then shows as a revision instead of silently changing a published quarter.
 */
export function freeze(report: Report, language: Language = "nl", frozen?: FrozenBy): Frozen {
  const { receipt, agreement, quarter } = report;
  const say = (text: Text, values: Readonly<Record<string, string | Text>> = {}): string =>
    fill(text, values)[language];
  const versions = Object.entries(receipt.versions).map(([name, version]) => [
    say({ nl: "Versie {name}", en: "Version {name}" }, { name }),
    version,
  ]);
  const titles: CellValue[][] = [
    [say({ nl: "Vastgesteld: {quarter}", en: "Finalised: {quarter}" }, { quarter: quarterText(quarter) })],
    [agreement.title[language]],
    ...(frozen === undefined
      ? []
      : [
          [
            say(
              { nl: "Vastgesteld door {by} op {day}", en: "Finalised by {by} on {day}" },
              { by: frozen.by, day: dayText(frozen.day) },
            ),
          ],
        ]),
    ...(report.ready
      ? []
      : [
          [
            [
              notReceived(report.delivered)?.[language],
              (report.issues.error > 0 || notReceived(report.delivered) === null) && stillErrors[language],
              frozen?.reason &&
                say(
                  { nl: "Toch vastgesteld: {reason}", en: "Finalised all the same: {reason}" },
                  { reason: frozen.reason },
                ),
            ]
              .filter(Boolean)
              .join(" "),
          ],
        ]),
    [],
  ];
  return {
    sheet: frozenSheet(quarter)[language],
    look: { headerRow: titles.length + 1, widths, isProtected: true },
    rows: [
      ...titles,
      Object.values(columns).map((name) => name[language]),
      ...report.results.map((line): CellValue[] => [
        lineTitle(line)[language],
        line.display[language],
        line.norm?.display[language] ?? null,
        line.role === "shown" ? null : verdictText(line)[language],
        line.explanations[language],
        line.sources[language],
        line.value,
        asCell(line.exact),
        line.indicator,
        line.scope.party ?? "alle",
        line.scope.period,
      ]),
      ...keysOf(report.commitments).map((key, at): CellValue[] => {
        const line = report.commitments[at]!;
        const [said, says] = [verdictText(line)[language], line.statement[language]];
        return [promiseTitle(line)[language], null, null, said, says, line.source, null, null, ...key.split("|")];
      }),
      [],
      [say({ nl: "Kwartaal", en: "Quarter" }), quarter],
      [say({ nl: "Afspraak", en: "Agreement" }), receipt.agreement],
      [say({ nl: "Controlegetal prestatieafspraken", en: "Check number agreement" }), receipt.agreementHash],
      [say({ nl: "Controlegetal invoer", en: "Check number input" }), receipt.inputHash],
      [say({ nl: "Gemaakt voor", en: "Made for" }), dayText(receipt.day)[language]],
      ...versions,
    ],
  };
}

/** One side of a changed figure. */
export interface RevisedFigure {
  readonly exact: string | null;
  readonly display: Text;
  /** In words; null if the line has no verdict. */
  readonly verdict: Text | null;
}

/** A figure that differs from the frozen one; null on the side where the line is absent. */
export interface Revision {
  readonly indicator: string;
  readonly party: string | null;
  readonly period: string;
  readonly title: Text;
  readonly before: RevisedFigure | null;
  readonly after: RevisedFigure | null;
  /** True if the verdict changed since the freeze. */
  readonly turned: boolean;
}

/** True for the header row of a frozen sheet, including one made by an earlier version. */
export const isFrozenHeader = (cells: readonly CellValue[]): boolean =>
  [columns.indicator.nl, columns.exact.nl].every((name) => cells.includes(name));

/**
 * What changed since the quarter was frozen. Compares exactly, so a difference beyond the displayed decimals shows too.
 */
export function revision(
  frozenRows: readonly (readonly CellValue[])[],
  report: Pick<Report, "results" | "commitments">,
): Revision[] {
  const head = frozenRows.findIndex(isFrozenHeader);
  // Earlier versions wrote the displayed figure under another name.
  const names: Readonly<Record<string, readonly string[]>> = { display: ["Weergave"] };
  const column = (name: Column): number => {
    const wanted = [...(names[name] ?? []), columns[name].nl, columns[name].en];
    const found = wanted.map((one) => frozenRows[head]?.indexOf(one) ?? -1).find((at) => at >= 0);
    return found ?? -1;
  };
  const text = (row: readonly CellValue[], name: Column): string => {
    const cell = row[column(name)];
    return cell === null || cell === undefined || typeof cell === "object" ? "" : String(cell);
  };
  const inWords = (written: string): Text | null => (written === "" ? null : untranslated(written));
  const figure = (row: readonly CellValue[]): RevisedFigure => ({
    exact: asExact(row[column("exact")]),
    display: untranslated(text(row, "display")),
    verdict: inWords(text(row, "verdict")),
  });
  const before = new Map<string, readonly CellValue[]>();
  for (const row of head < 0 ? [] : frozenRows.slice(head + 1)) {
    const key = [text(row, "indicator"), text(row, "party"), text(row, "period")];
    // The first row without all three keys ends the figures; the receipt follows.
    if (key.includes("")) break;
    before.set(key.join("|"), row);
  }
  // Earlier versions froze neither the promises nor, before that, the verdicts.
  const keys = [...before.keys()];
  const promises = keys.some((key) => key.startsWith(ARTICLE)) ? report.commitments : [];
  const hasVerdicts = column("verdict") >= 0;
  const now = [
    ...report.results.map((line) => ({
      key: keyOf(line),
      title: lineTitle(line),
      after: {
        exact: line.exact,
        display: line.display,
        verdict: line.role === "shown" ? null : verdictText(line),
      },
    })),
    ...keysOf(promises).map((key, at) => ({
      key,
      title: promiseTitle(promises[at]!),
      after: { exact: null, display: untranslated(""), verdict: verdictText(promises[at]!) },
    })),
  ];
  const revisions: Revision[] = [];
  for (const { key, title, after } of now) {
    const row = before.get(key);
    before.delete(key);
    const was = row === undefined ? null : figure(row);
    // A verdict that went, or that was not there before, turned as much as another word.
    const turned = was !== null && hasVerdicts && !isSame(was.verdict, after.verdict);
    if (was !== null && was.exact === after.exact && !turned) continue;
    revisions.push({ ...named(key), title, before: was, after, turned });
  }
  for (const row of before.values()) {
    const was = figure(row);
    const key = [text(row, "indicator"), text(row, "party"), text(row, "period")].join("|");
    const turned = !isSame(was.verdict, null);
    revisions.push({ ...named(key), title: untranslated(text(row, "title")), before: was, after: null, turned });
  }
  // Changed verdicts come first, because parties act on those.
  return revisions.sort((a, b) => Number(b.turned) - Number(a.turned));
}

/** What a key stands for. */
function named(key: string): Pick<Revision, "indicator" | "party" | "period"> {
  const [indicator = "", party = "", period = ""] = key.split("|");
  return { indicator, party: party === "alle" ? null : party, period };
}

/** True for the same verdict, in either language; a figure without a norm has none. */
function isSame(was: Text | null, now: Text | null): boolean {
  const none = verdictWords["no-norm"];
  const spoken = (verdict: Text | null): Text | null =>
    verdict !== null && [none.nl, none.en].includes(verdict.nl) ? null : verdict;
  const [said, says] = [spoken(was), spoken(now)];
  return said === null || says === null ? said === says : [says.nl, says.en].includes(said.nl);
}
