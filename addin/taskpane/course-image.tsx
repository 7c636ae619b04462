import type { JSX } from "preact";
import { Course, Spark, type CourseProps, type Paint } from "@prestatieafspraken/charts";
import { quarterText, shortQuarter, type Language } from "@prestatieafspraken/indicators";
import type { ReportLine } from "@prestatieafspraken/quarterly";
import { usePane } from "./pane-context.js";

/** The colours of the pane's current theme. */
const themed: Paint = {
  ink: "var(--colorNeutralForeground2)",
  line: "var(--colorBrandForeground1)",
  grid: "var(--colorNeutralStrokeAccessible)",
  norm: "var(--colorStatusDangerForeground1)",
};

export type CourseData = Pick<CourseProps, "unit" | "points" | "norm">;

/** Chart data of a line over the quarters; null with fewer than two points. */
export function courseOf(line: ReportLine, display: string, language: Language): CourseData | null {
  const points = line.trend.map(({ quarter, value }) => ({
    name: shortQuarter(quarter),
    words: quarterText(quarter)[language],
    value,
  }));
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  const value = line.norm?.value;
  return {
    unit: line.unit,
    points,
    norm: value === null || value === undefined ? null : { value, display: display.replace(/ \(.*$/, "") },
  };
}

/** A small chart in the pane's colours. */
export function CourseImage({
  course,
  title,
  small = false,
}: {
  readonly course: CourseData;
  readonly title: string;
  /** Draws only the line, to show next to a figure. */
  readonly small?: boolean;
}): JSX.Element {
  const { state } = usePane();
  const Chart = small ? Spark : Course;
  return (
    <div class={small ? "pa-chart pa-spark" : "pa-chart"}>
      <Chart {...course} title={title} language={state.language} paint={themed} />
    </div>
  );
}
