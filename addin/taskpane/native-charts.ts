import { fill } from "@prestatieafspraken/indicators";
import type { CellValue, Report, ReportLine } from "@prestatieafspraken/quarterly";
import { judgedLines } from "./report-lines.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** Lines with two quarters or more to draw. */
export const drawable = (report: Report): readonly ReportLine[] =>
  judgedLines(report).filter(({ trend }) => trend.filter(({ value }) => value !== null).length > 1);

const letter = (column: number): string =>
  (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : "") +
  String.fromCharCode(65 + ((column - 1) % 26));

/** The course of every judged line on a sheet of its own, a block of two columns each, and a native chart of each block. */
export async function insertCharts(session: Session, report: Report): Promise<void> {
  const { language } = session.state;
  const lines = drawable(report);
  const longest = Math.max(0, ...lines.map(({ trend }) => trend.length));
  const rows: CellValue[][] = Array.from({ length: longest + 1 }, (_, row) =>
    lines.flatMap(({ title, trend }): CellValue[] => {
      if (row === 0) return [words.quarter[language], title[language]];
      const point = trend[row - 1];
      return [point?.quarter ?? null, point?.value ?? null];
    }),
  );
  const made = await session.attempt(words.busy.writing, async () => {
    const sheet = await session.workbook.addSheet(
      fill(words.handOver.chartsSheet, { quarter: report.quarter })[language],
      rows,
    );
    for (const [i, { title, trend }] of lines.entries()) {
      const range = `${letter(2 * i + 1)}1:${letter(2 * i + 2)}${trend.length + 1}`;
      await session.workbook.insertChart?.(sheet, range, title[language]);
    }
    return sheet;
  });
  if (made) session.done(fill(words.handOver.chartsDone, { n: lines.length, sheet: made.value }));
}
