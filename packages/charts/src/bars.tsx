import { scaleBand, scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import type { Language, Unit } from "@prestatieafspraken/indicators";
import { letter } from "./axes.js";
import { Frame, inWords } from "./frame.js";
import { chartNumber } from "./number.js";
import { onPaper, textWidth, type Paint } from "./paint.js";

/** The contents of a bar chart. */
export interface BarsProps {
  readonly title: string;
  readonly unit: Unit;
  /** One bar each; an unknown value has no bar, and a text instead. */
  readonly bars: readonly { readonly name: string; readonly value: number | null }[];
  readonly norm?: { readonly value: number; readonly display: string } | null;
  readonly language: Language;
  readonly paint?: Paint;
  readonly width?: number;
}

const unknown = { nl: "onbekend", en: "unknown" } as const;
const rowHeight = 22;

/**
 * Horizontal bars from zero, with names on the left and figures on the right, to compare parties; optionally with a
 * norm.
 */
export function Bars({ title, unit, bars, norm, language, paint = onPaper, width = 300 }: BarsProps): JSX.Element {
  const top = norm ? letter + 8 : 4;
  const height = top + bars.length * rowHeight + 4;
  const texts = bars.map(({ value }) => (value === null ? unknown[language] : chartNumber(value, unit, language)));
  const from = Math.min(width * 0.5, Math.max(0, ...bars.map(({ name }) => textWidth(name, letter))) + 10);
  const to = width - Math.max(0, ...texts.map((text) => textWidth(text, letter))) - 8;
  const values = [0, ...(norm ? [norm.value] : []), ...bars.flatMap(({ value }) => (value === null ? [] : [value]))];
  const x = scaleLinear([Math.min(...values), Math.max(...values) || 1], [from, to]);
  const y = scaleBand(
    bars.map((_, i) => String(i)),
    [top, height - 4],
  ).padding(0.25);
  const words = inWords(title, [
    bars.map(({ name }, i) => `${name}: ${texts[i]}`).join(", "),
    norm ? `Norm: ${norm.display}` : null,
  ]);
  return (
    <Frame name={words} {...{ width, height, paint }}>
      <g font-size={letter} aria-hidden="true">
        {bars.map(({ name, value }, i) => {
          const at = y(String(i)) ?? 0;
          const middle = at + y.bandwidth() / 2;
          const end = value === null ? x(0) : x(value);
          return (
            <g key={name}>
              <text x={from - 6} y={middle} dy="0.35em" text-anchor="end">
                {name}
              </text>
              {value !== null && (
                <rect
                  x={Math.min(x(0), end)}
                  y={at}
                  width={Math.max(1, Math.abs(end - x(0)))}
                  height={y.bandwidth()}
                  fill={paint.line}
                />
              )}
              <text x={Math.max(x(0), end) + 5} y={middle} dy="0.35em">
                {texts[i]}
              </text>
            </g>
          );
        })}
        <line x1={x(0)} x2={x(0)} y1={top - 2} y2={height - 2} stroke={paint.grid} />
        {norm && (
          <>
            <line
              x1={x(norm.value)}
              x2={x(norm.value)}
              y1={top - 4}
              y2={height - 2}
              stroke={paint.norm}
              stroke-width={1.5}
              stroke-dasharray="5 3"
            />
            <text
              x={Math.min(x(norm.value), width - textWidth(norm.display, letter) / 2 - 2)}
              y={letter}
              text-anchor="middle"
              fill={paint.norm}
            >
              {norm.display}
            </text>
          </>
        )}
      </g>
    </Frame>
  );
}
