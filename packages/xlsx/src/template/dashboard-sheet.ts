import { cellRef } from "hucre/xlsx";
import type { CellStyle, ConditionalRule, SheetChart, WriteSheet } from "hucre/xlsx";
import {
  verdictWords,
  type Agreement,
  type Language,
  type Norm,
  type Text,
  type Verdict,
  type Scalar,
} from "@prestatieafspraken/indicators";
import { functions, type PaFunction } from "@prestatieafspraken/functions";
import { titleOverAll, type CellAt } from "@prestatieafspraken/quarterly";
import { callAbout } from "./course-sheet.js";
import { formulaCell, type Cached } from "./formula-cell.js";
import { normFormat, valueFormat } from "./number-formats.js";
import { line } from "./row-heights.js";
import { font, style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

export const dashboardName = "Dashboard";

const words = {
  title: { nl: "Stand van de afspraken", en: "State of the agreement" },
  help: {
    nl: "Alle partijen samen. De formules volgen elke wijziging in de tabellen.",
    en: "All parties together. The formulas follow every change in the tables.",
  },
  about: { nl: "Waarover", en: "About" },
  value: { nl: "Waarde", en: "Value" },
  norm: { nl: "Norm", en: "Norm" },
  verdict: { nl: "Oordeel", en: "Verdict" },
  previous: { nl: "Vorig kwartaal", en: "Previous quarter" },
  explanation: { nl: "Berekening", en: "Calculation" },
  unknown: { nl: "niet te bepalen", en: "not known yet" },
  later: { nl: "nog niet berekend", en: "not calculated yet" },
  none: { nl: "geen norm", en: "no norm" },
  dash: { nl: "–", en: "–" },
  more: {
    nl: "Meer zien? =PA.REPORT() zet alles onder elkaar, per partij; =PA.ISSUES() alle meldingen.",
    en: "See more: =PA.REPORT() lists everything, per party; =PA.ISSUES() every issue.",
  },
  order: { nl: ["eerste", "tweede", "derde", "vierde"], en: ["first", "second", "third", "fourth"] },
} as const;

/** Live functions that return one number and require no arguments. */
export const shownOnDashboard = (f: PaFunction): boolean =>
  f.live &&
  !f.spills &&
  f.indicator !== null &&
  f.indicator.unit !== "text" &&
  f.arguments.every(({ optional }) => optional);

/**
 * Functions that a norm of the agreement judges, in contract order: the figures a meeting discusses. Targets have no
 * verdict.
 */
export const normed = (agreement: Agreement): readonly { readonly f: PaFunction; readonly norm: Norm }[] =>
  functions
    .filter((f) => shownOnDashboard(f) && f.indicator?.judged !== false)
    .flatMap((f) => {
      const norm = agreement.norms.find(({ indicator }) => indicator === f.id);
      return norm === undefined ? [] : [{ f, norm }];
    });

/** Text and background colour per verdict; each pair has a contrast of at least 4.5:1. */
const paints: Partial<Record<Verdict, { readonly ink: string; readonly ground: string }>> = {
  met: { ink: "1A6B2D", ground: "E9F5EC" },
  "on-track": { ink: "154273", ground: "E8F0F8" },
  attention: { ink: "8A4B00", ground: "FFF3E0" },
  missed: { ink: "A4161A", ground: "FDECEC" },
};

/** Rules that match the start of the cell's text: "niet gehaald" contains "gehaald". */
function verdictRules(range: string, first: string, language: Language): ConditionalRule[] {
  return Object.entries(paints).map(([verdict, { ink, ground }], i) => {
    const word = verdictWords[verdict as Verdict][language];
    return {
      type: "expression",
      priority: i + 1,
      range,
      formula: `LEFT(${first},${String(word.length)})="${word}"`,
      style: {
        font: { bold: true, color: { rgb: ink } },
        fill: { type: "pattern", pattern: "solid", fgColor: { rgb: ground }, bgColor: { rgb: ground } },
      },
    };
  });
}

/** The cells of the sheet Instellingen that state what the report is about. */
export interface SettingCells {
  readonly municipality: string;
  readonly quarter: string;
  readonly day: string;
}

/** A date in words, in the language of the sheet, whatever the language of the program. */
const dayFormat = { nl: "[$-413]d mmmm yyyy", en: "[$-809]d mmmm yyyy" } as const;

const widths = [40, 16, 22, 20, 15, 96];
const chartRows = 13;
/** Column ranges of the charts, side by side across the width of the table. */
const chartColumns = [
  { from: 0, to: 2 },
  { from: 2, to: 5 },
  { from: 5, to: 6 },
] as const;

/** A landscape page for meetings: per norm the figure, verdict, previous quarter and explanation; charts below. */
export function dashboardSheet(
  agreement: Agreement,
  {
    language,
    notice,
    cached,
    settings,
    previous,
    charts,
  }: {
    readonly language: Language;
    readonly notice: string | undefined;
    readonly cached: Cached | undefined;
    readonly settings: SettingCells;
    /** The cell with the previous quarter. */
    readonly previous: string;
    readonly charts: readonly Omit<SheetChart, "anchor">[];
  },
): WriteSheet {
  const say = (text: Text) => text[language];
  const page = new TextSheet();
  const cell = (column: number, row = page.row): string => cellRef(row, column);
  const put = (column: number, formula: string, look: CellStyle, otherwise: Scalar) =>
    formulaCell(formula, {
      at: { sheet: dashboardName, cell: cell(column) } satisfies CellAt,
      look,
      cached,
      otherwise,
    });

  page.add({ value: say(words.title), style: style.title });
  const quarter = `PA.QUARTER(${settings.quarter})`;
  const ordinal = words.order[language].reduceRight(
    (rest, word, i) => `IF(RIGHT(${quarter},1)="${String(i + 1)}","${word}",${rest})`,
    '""',
  );
  const inWords =
    language === "nl" ? `${ordinal}&" kwartaal "&LEFT(${quarter},4)` : `${ordinal}&" quarter of "&LEFT(${quarter},4)`;
  page.add(
    put(0, `=${settings.municipality}`, style.heading, agreement.municipality.name),
    null,
    put(2, `=${inWords}`, style.heading, ""),
    put(
      3,
      `=${settings.day}`,
      { ...style.heading, numFmt: dayFormat[language], alignment: { horizontal: "left" } },
      "",
    ),
  );
  page.add(
    notice === undefined ? { value: say(words.help), style: style.help } : { value: notice, style: style.fictional },
  );
  page.add(
    ...[words.about, words.value, words.norm, words.verdict, words.previous, words.explanation].map((text) => ({
      value: say(text),
      style: style.requiredHeader,
    })),
  );
  const headerRow = page.row;

  const unknown = say(words.unknown);
  // Only #N/A (not known yet) is replaced by words, because LibreOffice shows cached texts but no cached errors. Other
  // errors stay visible: a wrong input or a missing add-in.
  const orElse = (call: string, otherwise: string) => `=IFNA(${call},"${otherwise}")`;
  const ofContract = functions.filter(shownOnDashboard);
  const withNorm = normed(agreement);
  const rows = [
    ...withNorm,
    ...ofContract.filter((f) => !withNorm.some((one) => one.f === f)).map((f) => ({ f, norm: undefined })),
  ];
  for (const { f, norm } of rows) {
    const unit = f.indicator!.unit;
    const number = { ...style.shown, font: font({ bold: true }), numFmt: valueFormat(unit) };
    const indented = {
      ...style.shown,
      alignment: { ...style.shown.alignment, horizontal: "left", indent: 1 },
    } as const;
    const before = callAbout(f, previous);
    page.add(
      { value: say(f.title), style: style.shown },
      put(1, orElse(`PA.${f.id}()`, unknown), number, unknown),
      norm === undefined
        ? { value: say(words.none), style: indented }
        : put(
            2,
            `=PA.NORM("${f.id}")`,
            { ...indented, numFmt: normFormat(norm.comparator, unit, language) },
            Number(norm.value),
          ),
      norm === undefined
        ? { value: say(words.dash), style: indented }
        : put(3, `=${inReport(titleOverAll(agreement, f.id), "verdict", unknown)}`, indented, unknown),
      before === null
        ? {
            value: say(words.dash),
            style: { ...style.shown, alignment: { ...style.shown.alignment, horizontal: "right" } },
          }
        : put(
            4,
            orElse(before, say(words.dash)),
            { ...style.shown, numFmt: valueFormat(unit), alignment: { ...style.shown.alignment, horizontal: "right" } },
            say(words.dash),
          ),
      put(
        5,
        `=${inReport(titleOverAll(agreement, f.id), "explanation", say(words.later))}`,
        indented,
        say(words.later),
      ),
    );
  }
  const last = page.row;
  page.skip();
  const chartsFrom = page.row;
  const drawn = charts.slice(0, 2 * chartColumns.length).map((chart, i): SheetChart => {
    const { from, to } = chartColumns[i % chartColumns.length]!;
    const top = chartsFrom + Math.floor(i / chartColumns.length) * chartRows;
    return { ...chart, anchor: { from: { row: top, col: from }, to: { row: top + chartRows - 1, col: to } } };
  });
  for (let i = 0; i < Math.ceil(drawn.length / chartColumns.length) * chartRows; i += 1) page.skip();
  page.skip().add({ value: say(words.more), style: style.help });
  const bottom = page.row;
  const range = `D${String(headerRow + 1)}:D${String(last)}`;
  return page.sheet(dashboardName, widths, {
    freezePane: { rows: headerRow },
    charts: drawn,
    conditionalRules: verdictRules(range, `D${String(headerRow + 1)}`, language),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      printArea: `'${dashboardName}'!$A$1:$F$${String(bottom)}`,
      margins: { left: 0.4, right: 0.4, top: 0.4, bottom: 0.6 },
    },
    // Explanations vary with the data; their height cannot be measured in advance.
    rowDefs: new Map(rows.map(({ norm }, i) => [headerRow + i, { height: linesFor(norm) * line }])),
    a11y: { summary: say(words.help), headerRow: headerRow - 1 },
  });
}

/**
 * The maximum number of lines of an explanation: a goal without a date mentions trend, pace and range, a deadline the path to
 * it; a figure without a norm only has its formula.
 */
function linesFor(norm: Norm | undefined): number {
  if (norm === undefined) return 2;
  return norm.strength === "long-term" ? 5 : norm.deadline === undefined ? 3 : 4;
}

/**
 * Verdict and explanation as in the report, which also considers errors in the counted rows; the figure alone does not.
 * PA.REPORT uses the workbook's language, so both titles are looked up.
 */
const inReport = ({ nl, en }: Text, column: keyof typeof reportColumns, otherwise: string): string =>
  [nl, en].reduceRight(
    (rest, title) => `IFNA(VLOOKUP("${title}",PA.REPORT(),${reportColumns[column]},FALSE),${rest})`,
    `"${otherwise}"`,
  );
/** Columns of PA.REPORT, counted from 1 (contract 3.1: indicator, value, norm, verdict, explanation, article). */
const reportColumns = { verdict: 4, explanation: 5 } as const;
