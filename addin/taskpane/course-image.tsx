import type { JSX } from "preact";
import { Course, Spark, type CourseProps, type Paint } from "@prestatieafspraken/charts";
import type { ReportLine } from "@prestatieafspraken/quarterly";
import { usePane } from "./pane-context.js";

/** The colours of the theme the pane wears, whichever it is. */
const themed: Paint = {
  ink: "var(--colorNeutralForeground2)",
  line: "var(--colorBrandForeground1)",
  grid: "var(--colorNeutralStrokeAccessible)",
  norm: "var(--colorStatusDangerForeground1)",
};

export type CourseData = Pick<CourseProps, "unit" | "points" | "norm">;

/** The course of a line over the quarters, ready to be drawn; null where there are no two points. */
export function courseOf(line: ReportLine, display: string): CourseData | null {
  const points = line.trend.map(({ quarter, value }) => ({ name: quarter, value }));
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  const value = line.norm?.value;
  return {
    unit: line.unit,
    points,
    norm: value === null || value === undefined ? null : { value, display: display.replace(/ \(.*$/, "") },
  };
}

/** A small chart in the colours of the pane. */
export function CourseImage({
  course,
  title,
  small = false,
}: {
  readonly course: CourseData;
  readonly title: string;
  /** Only the shape, to stand beside a figure. */
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
