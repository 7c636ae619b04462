import { stack } from "d3-shape";
import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import type { Language } from "@prestatieafspraken/indicators";
import { letter } from "./axes.js";
import { Frame, inWords } from "./frame.js";
import { chartNumber } from "./number.js";
import { onPaper, textWidth, type Paint } from "./paint.js";

/** The contents of a chart of homes by energy label. */
export interface ClassesProps {
  readonly title: string;
  /** The classes in order, best first: "A++++" … "G". */
  readonly classes: readonly string[];
  /** One bar per row, divided over all its homes: a quarter, or a landlord. */
  readonly rows: readonly { readonly name: string; readonly counts: Readonly<Record<string, number>> }[];
  /** Classes to be phased out (E, F and G) get a thick border. */
  readonly marked?: readonly string[];
  readonly language: Language;
  readonly paint?: Paint;
  readonly width?: number;
}

/** From green for the best class to red for the worst; dark text has a contrast of 4.5:1 on each. */
const shades = ["#5aa469", "#7cb96b", "#a3cc6a", "#c9dc6d", "#f0e46f", "#f5cc66", "#f3b062", "#ee9a6b", "#ea8b7c"];
const shadeOf = (index: number, count: number): string =>
  shades[Math.round((index * (shades.length - 1)) / Math.max(1, count - 1))]!;

const rowHeight = 26;

/** Homes by energy label: per row a bar of shares, with the class in each part that is wide enough. */
export function Classes(props: ClassesProps): JSX.Element {
  const { title, classes, rows, marked = [], language, paint = onPaper, width = 300 } = props;
  const height = rows.length * rowHeight + 4;
  const from = Math.min(width * 0.5, Math.max(0, ...rows.map(({ name }) => textWidth(name, letter))) + 10);
  const words = inWords(
    title,
    rows.map(({ name, counts }) => {
      const told = classes.filter((each) => (counts[each] ?? 0) > 0);
      return `${name}: ${told.map((each) => `${each} ${chartNumber(counts[each]!, "homes", language)}`).join(", ")}`;
    }),
  );
  return (
    <Frame name={words} {...{ width, height, paint }}>
      <g font-size={letter} aria-hidden="true">
        {rows.map(({ name, counts }, i) => {
          const layers = stack<Readonly<Record<string, number>>>()
            .keys(classes)
            .value((row, key) => row[key] ?? 0)([counts]);
          const total = layers.at(-1)?.[0]?.[1] ?? 0;
          const x = scaleLinear([0, total || 1], [from, width - 2]);
          const top = i * rowHeight + 4;
          return (
            <g key={name}>
              <text x={from - 6} y={top + 9} dy="0.35em" text-anchor="end">
                {name}
              </text>
              {layers.map((layer, at) => {
                const [start, end] = [x(layer[0]![0]), x(layer[0]![1])];
                if (end <= start) return null;
                return (
                  <g key={layer.key}>
                    <rect
                      x={start}
                      y={top}
                      width={end - start}
                      height={rowHeight - 8}
                      fill={shadeOf(at, classes.length)}
                      stroke={marked.includes(layer.key) ? paint.norm : "#ffffff"}
                      stroke-width={marked.includes(layer.key) ? 2 : 1}
                    />
                    {end - start > textWidth(layer.key, letter) + 4 && (
                      <text x={(start + end) / 2} y={top + 9} dy="0.35em" text-anchor="middle" fill="#1b1b1b">
                        {layer.key}
                      </text>
                    )}
                  </g>
                );
              })}
            </g>
          );
        })}
      </g>
    </Frame>
  );
}
