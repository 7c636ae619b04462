import { fill, shortQuarter } from "@prestatieafspraken/indicators";
import { mainLines, type CellValue, type Report, type ReportLine } from "@prestatieafspraken/quarterly";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** Lines with at least two quarters to draw. */
export const drawable = (report: Report): readonly ReportLine[] =>
  mainLines(report).filter(({ trend }) => trend.filter(({ value }) => value !== null).length > 1);

const letter = (column: number): string =>
  (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : "") +
  String.fromCharCode(65 + ((column - 1) % 26));

/** Columns per block: quarter, value, norm. */
const blockWidth = 3;

/**
 * Writes the trend of every drawable line to a new sheet, in a block of columns each, with an Excel chart per block.
 */
export async function insertCharts(session: Session, report: Report): Promise<void> {
  const { language } = session.state;
  const lines = drawable(report);
  const longest = Math.max(0, ...lines.map(({ trend }) => trend.length));
  const titleOf = ({ title, unit }: ReportLine): string =>
    (unit === "share" ? fill(words.handOver.chartsShare, { title }) : title)[language];
  // Shares are written as percentages, 16.04 instead of 0.1604, because these cells have no number format.
  const inCell = (value: number | null | undefined, { unit }: ReportLine): number | null =>
    value === null || value === undefined ? null : unit === "share" ? Number((value * 100).toFixed(10)) : value;
  const rows: CellValue[][] = Array.from({ length: longest + 1 }, (_, row) =>
    lines.flatMap((line): CellValue[] => {
      if (row === 0)
        return [words.quarter[language], titleOf(line), line.norm?.value == null ? null : words.norm[language]];
      const point = line.trend[row - 1];
      return point
        ? [shortQuarter(point.quarter), inCell(point.value, line), inCell(line.norm?.value, line)]
        : Array.from({ length: blockWidth }, () => null);
    }),
  );
  // A retry continues after the chart that failed.
  let sheet: string | null = null;
  let drawn = 0;
  const made = await session.attempt(words.busy.writing, async () => {
    sheet ??= await session.workbook.addSheet(
      fill(words.handOver.chartsSheet, { quarter: shortQuarter(report.quarter) })[language],
      rows,
    );
    for (; drawn < lines.length; drawn += 1) {
      const line = lines[drawn]!;
      const first = blockWidth * drawn + 1;
      // Without a norm there is no third column.
      const last = letter(first + (line.norm?.value == null ? 1 : 2));
      await session.workbook.insertChart?.(sheet, `${letter(first)}1:${last}${line.trend.length + 1}`, titleOf(line));
    }
    return sheet;
  });
  if (made) session.done(fill(words.handOver.chartsDone, { n: lines.length, sheet: made.value }));
}
