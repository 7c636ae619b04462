import { cellRef } from "hucre/xlsx";
import type { CellStyle, CellValue as FileValue, WriteSheet } from "hucre/xlsx";
import type { Agreement, Comparator, Language, Text, Unit } from "@prestatieafspraken/indicators";
import { comparatorSigns } from "@prestatieafspraken/indicators";
import { functions, toStored } from "@prestatieafspraken/functions";
import type { PaFunction } from "@prestatieafspraken/functions";
import type { CellAt, CellValue } from "@prestatieafspraken/quarterly";
import { line } from "./row-heights.js";
import { font, style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

export const dashboardName = "Dashboard";

/** The value to keep beside a formula ("=PA.SOCIALSHARE()"), as the calculation engine has it; null when it has none. */
export type Cached = (formula: string, at: CellAt) => CellValue;

const words = {
  title: { nl: "Stand van de afspraken", en: "State of the agreement" },
  help: {
    nl: "Over het verslagkwartaal van het blad Instellingen, alle partijen samen. De formules volgen elke wijziging in de tabellen.",
    en: "About the reporting quarter of the sheet Instellingen, all parties together. The formulas follow every change in the tables.",
  },
  headers: {
    nl: ["Waarover", "Waarde", "Norm", "Oordeel", "Hoe het getal tot stand kwam"],
    en: ["About", "Value", "Norm", "Verdict", "How the figure came about"],
  },
  unknown: { nl: "niet te bepalen", en: "cannot be said" },
  later: { nl: "nog niet berekend", en: "not calculated yet" },
  none: { nl: "geen norm", en: "no norm" },
  more: {
    nl: "Meer zien? =PA.REPORT() zet alles onder elkaar, per partij; =PA.ISSUES() alle meldingen.",
    en: "More? =PA.REPORT() lists everything, per party; =PA.ISSUES() every issue.",
  },
} as const;

const formats: Partial<Record<Unit, string>> = { share: "0.0%", "EUR/month": '"€ "#,##0.00', factor: "0.00" };
const format = (unit: Unit): string => formats[unit] ?? "#,##0";

/** Functions that answer with one number from the workbook's tables, without arguments. */
export const shownOnDashboard = (f: PaFunction): boolean =>
  f.live &&
  !f.spills &&
  f.indicator !== null &&
  f.indicator.unit !== "text" &&
  f.arguments.every(({ optional }) => optional);

/**
 * A formula with its cached value, as a file keeps it. The plain form (not the dynamic-array form Excel itself writes) is
 * chosen on purpose: LibreOffice and readers of values then show the cached value, where they would recalculate the other
 * form into #NAME?. Where nothing is cached the cell says `otherwise`: never an empty cell, never 0.
 */
export function formulaCell(
  formula: string,
  {
    at,
    look,
    cached,
    otherwise = "#N/A",
  }: { at: CellAt; look: CellStyle; cached: Cached | undefined; otherwise?: FileValue },
) {
  const value = cached?.(formula, at) ?? null;
  const result: FileValue = value === null ? otherwise : typeof value === "object" ? value.error : value;
  return { style: look, formula: toStored(formula).slice(1), formulaResult: result };
}

/** One row per live function: value, norm in force, verdict and arithmetic. */
export function dashboardSheet(
  agreement: Agreement,
  { language, notice, cached }: { language: Language; notice: string | undefined; cached: Cached | undefined },
): WriteSheet {
  const say = (text: Text) => text[language];
  const page = new TextSheet();
  page.add({ value: say(words.title), style: style.title }).add({ value: say(words.help), style: style.help });
  if (notice === undefined) page.skip();
  else page.add({ value: notice, style: style.fictional });
  page.add(...words.headers[language].map((value) => ({ value, style: style.requiredHeader })));
  const headerRow = page.row;

  for (const f of functions.filter(shownOnDashboard)) {
    const row = page.row;
    const at = (column: number): CellAt => ({ sheet: dashboardName, cell: cellRef(row, column) });
    const unit = f.indicator!.unit;
    const norm = agreement.norms.find(({ indicator }) => indicator === f.id);
    const number = { ...style.shown, font: font({ bold: true }), numFmt: format(unit) };
    const put = (column: number, formula: string, look: CellStyle, otherwise: FileValue) =>
      formulaCell(formula, { at: at(column), look, cached, otherwise });
    const indented = {
      ...style.shown,
      alignment: { ...style.shown.alignment, horizontal: "left", indent: 1 },
    } as const;
    const unknown = say(words.unknown);
    // Only "cannot be said" gets words (LibreOffice shows cached words, but no cached errors); a wrong input or a missing
    // add-in stays visible as the error it is.
    const orUnknown = (call: string) => `=IFNA(${call},"${unknown}")`;
    page.add(
      { value: say(f.title), style: style.shown },
      put(1, orUnknown(`PA.${f.id}()`), number, unknown),
      ...(norm === undefined
        ? [{ value: say(words.none), style: style.shown }, { style: style.shown }]
        : [
            put(
              2,
              `=PA.NORM("${f.id}")`,
              { ...style.shown, numFmt: normFormat(norm.comparator, unit) },
              Number(norm.value),
            ),
            put(3, `=${inReport(f.title, "verdict", unknown)}`, indented, unknown),
          ]),
      put(4, `=${inReport(f.title, "explanation", say(words.later))}`, style.shown, say(words.later)),
    );
  }
  const figures = page.row - headerRow;
  page.skip().add({ value: say(words.more), style: style.help });
  return page.sheet(dashboardName, [44, 14, 14, 18, 100], {
    freezePane: { rows: headerRow },
    // How a figure came about changes with the tables, up to three lines: no height can be measured beforehand.
    rowDefs: new Map(Array.from({ length: figures }, (_, i) => [headerRow + i, { height: 3 * line }])),
    a11y: { summary: say(words.help), headerRow: headerRow - 1 },
  });
}

/**
 * Verdict and arithmetic as the report has them: it also knows of mistakes in what was counted, which the figure alone does not
 * tell. The report speaks the language of whoever opens the workbook, so both titles are looked for.
 */
const inReport = ({ nl, en }: Text, column: keyof typeof reportColumns, otherwise: string): string =>
  [nl, en].reduceRight(
    (rest, title) => `IFNA(VLOOKUP("${title}",PA.REPORT(),${reportColumns[column]},FALSE),${rest})`,
    `"${otherwise}"`,
  );
/** Columns of REPORT, counted from 1 (contract 3.1: indicator, value, norm, verdict, explanation, article). */
const reportColumns = { verdict: 4, explanation: 5 } as const;

/** The comparator is part of the number format, so that the cell itself stays a number to calculate with. */
const normFormat = (comparator: Comparator, unit: Unit): string =>
  `"${comparatorSigns[comparator]} "${unit === "share" ? "0%" : format(unit)}`;
