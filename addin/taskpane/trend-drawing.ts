import { LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Language, Unit } from "@prestatieafspraken/indicators";

use([LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

export interface Course {
  readonly unit: Unit;
  readonly points: readonly { readonly name: string; readonly value: number | null }[];
  /** A line to compare with, and what it says. */
  readonly norm: { readonly value: number; readonly display: string } | null;
  /** Colours of the theme. */
  readonly colours: { readonly ink: string; readonly line: string; readonly grid: string; readonly norm: string };
}

/** A number as it stands beside an axis. */
export const axisNumber = (value: number, unit: Unit, language: Language): string =>
  value.toLocaleString(
    language === "nl" ? "nl-NL" : "en-GB",
    unit === "share" ? { style: "percent", maximumFractionDigits: 1 } : { maximumFractionDigits: 1 },
  );

/** Only the shape of a course, to stand beside a figure: no axes, the norm a dashed line. */
export function drawSpark({ points, norm, colours }: Course): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 96, height: 28 });
  chart.setOption({
    animation: false,
    grid: { left: 3, right: 3, top: 4, bottom: 4 },
    xAxis: { type: "category", show: false, data: points.map(({ name }) => name) },
    yAxis: { type: "value", show: false, ...bounds(points, norm, false) },
    series: [
      {
        type: "line",
        data: points.map(({ value }) => value),
        connectNulls: false,
        symbol: "circle",
        symbolSize: 4,
        lineStyle: { color: colours.line, width: 1.5 },
        itemStyle: { color: colours.line },
        ...(norm && {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: colours.norm, type: "dashed" },
            label: { show: false },
            data: [{ yAxis: norm.value }],
          },
        }),
      },
    ],
  });
  return imageOf(chart);
}

/** The norm has to be inside the picture, or nobody sees how far away it is. */
function bounds(points: Course["points"], norm: Course["norm"], share: boolean): { min: number; max: number } {
  const values = [...(norm ? [norm.value] : []), ...points.flatMap(({ value }) => (value === null ? [] : [value]))];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.15;
  return { min: share ? Math.max(0, low - room) : low - room, max: share ? Math.min(1, high + room) : high + room };
}

function imageOf(chart: ReturnType<typeof init>): string {
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A small line chart as an address an image can show. A point without a value is a gap, not a zero. */
export function drawCourse({ unit, points, norm, colours }: Course, language: Language): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 280, height: 130 });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: "Segoe UI, sans-serif", color: colours.ink },
    grid: { left: 46, right: 16, top: 16, bottom: 24 },
    xAxis: {
      type: "category",
      data: points.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.grid } },
      axisLabel: { color: colours.ink, fontSize: 10 },
    },
    yAxis: {
      type: "value",
      ...bounds(points, norm, unit === "share"),
      splitNumber: 2,
      axisLabel: {
        color: colours.ink,
        fontSize: 10,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (value: number) => axisNumber(value, unit, language),
      },
      splitLine: { showMinLine: false, showMaxLine: false, lineStyle: { color: colours.grid, opacity: 0.5 } },
    },
    series: [
      {
        type: "line",
        data: points.map(({ value }) => value),
        connectNulls: false,
        symbol: "circle",
        symbolSize: 6,
        lineStyle: { color: colours.line, width: 2 },
        itemStyle: { color: colours.line },
        ...(norm && {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: colours.norm, type: "dashed" },
            label: { position: "insideEndTop", formatter: norm.display, color: colours.norm, fontSize: 10 },
            data: [{ yAxis: norm.value }],
          },
        }),
      },
    ],
  });
  return imageOf(chart);
}
