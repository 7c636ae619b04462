import { verdictText, type Language, type Text } from "@prestatieafspraken/indicators";
import { notReceived } from "../delivery.js";
import type { Report, ReportLine } from "../report-shape.js";
import type { CellValue } from "../workbook.js";
import { lineTitle } from "./report-table.js";

/** The columns of a frozen report; the key columns identify a line in every language. */
const columns = [
  "Indicator-id",
  "Partij-id",
  "Periode-id",
  "Indicator",
  "Waarde",
  "Exact",
  "Weergave",
  "Norm",
  "Oordeel",
  "Berekening",
  "Bron",
] as const;

/** A sheet would turn "21/84" into a date; it leaves "21 : 84" alone. */
const asCell = (exact: string | null): string | null => exact?.replace("/", " : ") ?? null;
const asExact = (cell: CellValue | undefined): string | null =>
  typeof cell === "string" && cell !== "" ? cell.replace(" : ", "/") : null;

/** The key of a line, as in the key columns of a frozen sheet. */
const keyOf = (line: Pick<ReportLine, "indicator" | "scope">): string =>
  [line.indicator, line.scope.party ?? "alle", line.scope.period].join("|");

const stillErrors: Text = { nl: "Er zijn nog fouten.", en: "There are still errors." };

/** A frozen report as a sheet: its name and rows. */
export interface Frozen {
  /** "Vastgesteld 2026-Q3". */
  readonly sheet: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/**
 * The report as a static sheet: every figure with its arithmetic, then the receipt. A later change of the input shows up as a
 * revision, instead of silently changing a published quarter.
 */
export function freeze(report: Report, language: Language = "nl", reason?: string): Frozen {
  const { receipt } = report;
  const versions = Object.entries(receipt.versions).map(([name, version]) => [`Versie ${name}`, version]);
  return {
    sheet: `Vastgesteld ${report.quarter}`,
    rows: [
      [...columns],
      ...report.results.map((line): CellValue[] => [
        line.indicator,
        line.scope.party ?? "alle",
        line.scope.period,
        lineTitle(line)[language],
        line.value,
        asCell(line.exact),
        line.display[language],
        line.norm?.display[language] ?? null,
        line.role === "shown" ? null : verdictText(line)[language],
        line.explanations[language],
        line.source,
      ]),
      [],
      ["Kwartaal", report.quarter],
      ["Afspraak", receipt.agreement],
      ["Controlegetal prestatieafspraken", receipt.agreementHash],
      ["Controlegetal invoer", receipt.inputHash],
      ["Gemaakt voor", receipt.day],
      ...(report.ready
        ? []
        : [
            ["Nog niet klaar", (notReceived(report.delivered) ?? stillErrors)[language]],
            ["Toch vastgesteld, omdat", reason ?? ""],
          ]),
      ...versions,
    ],
  };
}

/** A figure that changed since the quarter was frozen; a side is null if the line did not exist there. */
export interface Revision {
  readonly indicator: string;
  readonly party: string | null;
  readonly period: string;
  readonly title: Text;
  readonly before: { readonly exact: string | null; readonly display: string } | null;
  readonly after: { readonly exact: string | null; readonly display: Text } | null;
}

/** Figures that changed since the quarter was frozen; compared exactly, so that differences hidden by rounding show too. */
export function revision(frozenRows: readonly (readonly CellValue[])[], report: Pick<Report, "results">): Revision[] {
  const head = frozenRows.findIndex((row) => row[0] === columns[0]);
  const column = (name: (typeof columns)[number]): number => frozenRows[head]?.indexOf(name) ?? -1;
  const text = (row: readonly CellValue[], name: (typeof columns)[number]): string => {
    const cell = row[column(name)];
    return cell === null || cell === undefined || typeof cell === "object" ? "" : String(cell);
  };
  const before = new Map<string, readonly CellValue[]>();
  for (const row of head < 0 ? [] : frozenRows.slice(head + 1)) {
    const key = [text(row, "Indicator-id"), text(row, "Partij-id"), text(row, "Periode-id")];
    // The first row without all three keys ends the figures; the receipt follows.
    if (key.includes("")) break;
    before.set(key.join("|"), row);
  }
  const revisions: Revision[] = [];
  for (const line of report.results) {
    const was = before.get(keyOf(line));
    before.delete(keyOf(line));
    const exact = was === undefined ? null : asExact(was[column("Exact")]);
    if (was !== undefined && exact === line.exact) continue;
    revisions.push({
      indicator: line.indicator,
      party: line.scope.party,
      period: line.scope.period,
      title: lineTitle(line),
      before: was === undefined ? null : { exact, display: text(was, "Weergave") },
      after: { exact: line.exact, display: line.display },
    });
  }
  for (const row of before.values()) {
    const party = text(row, "Partij-id");
    const title = text(row, "Indicator");
    revisions.push({
      indicator: text(row, "Indicator-id"),
      party: party === "alle" ? null : party,
      period: text(row, "Periode-id"),
      title: { nl: title, en: title },
      before: { exact: asExact(row[column("Exact")]), display: text(row, "Weergave") },
      after: null,
    });
  }
  return revisions;
}
