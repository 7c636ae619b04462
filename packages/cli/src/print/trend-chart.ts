import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent } from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Language, Unit } from "@prestatieafspraken/indicators";

use([LineChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer]);
// Text is measured by estimate, never by a canvas that happens to be there: the same drawing everywhere.
setPlatformAPI({ createCanvas: () => null as unknown as HTMLCanvasElement });

export interface Trend {
  readonly title: string;
  readonly unit: Unit;
  readonly points: readonly { readonly quarter: string; readonly value: number | null }[];
  readonly norm: { readonly value: number; readonly display: string } | null;
}

/** A small line chart as an SVG drawing: no script, no screen needed, prints well. A quarter without a figure is a gap. */
export function trendChart({ title, unit, points, norm }: Trend, language: Language): string {
  const locale = language === "nl" ? "nl-NL" : "en-GB";
  const shown = (value: number): string =>
    unit === "share"
      ? value.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 })
      : value.toLocaleString(locale);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 340, height: 150 });
  chart.setOption({
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: "inherit", color: "#333" },
    grid: { left: 52, right: 14, top: 14, bottom: 26 },
    xAxis: {
      type: "category",
      data: points.map((point) => point.quarter),
      axisLine: { lineStyle: { color: "#666" } },
      axisLabel: { color: "#333" },
    },
    yAxis: {
      type: "value",
      scale: true,
      splitNumber: 3,
      axisLabel: { color: "#333", formatter: shown },
      splitLine: { lineStyle: { color: "#ddd" } },
    },
    series: [
      {
        type: "line",
        data: points.map((point) => point.value),
        connectNulls: false,
        symbol: "circle",
        symbolSize: 7,
        lineStyle: { color: "#154273", width: 2 },
        itemStyle: { color: "#154273" },
        ...(norm && {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: "#a90061", type: "dashed" },
            label: { show: true, position: "insideEndTop", formatter: norm.display, color: "#a90061", fontSize: 10 },
            data: [{ yAxis: norm.value }],
          },
        }),
      },
    ],
  });
  // The norm has to be inside the picture, or nobody sees how far away it is.
  if (norm) {
    const values = [norm.value, ...points.flatMap((point) => (point.value === null ? [] : [point.value]))];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = (high - low || Math.abs(high) || 1) * 0.1;
    chart.setOption({
      yAxis: {
        min: unit === "share" ? Math.max(0, low - room) : low - room,
        max: unit === "share" ? Math.min(1, high + room) : high + room,
      },
    });
  }
  const svg = chart.renderToSVGString();
  chart.dispose();
  const said = points.map((point) => `${point.quarter}: ${point.value === null ? "–" : shown(point.value)}`).join(", ");
  const escaped = `${title}. ${said}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return svg.replace("<svg ", `<svg role="img" aria-label="${escaped}" `);
}
