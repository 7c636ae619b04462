import type { ScaleLinear } from "d3-scale";
import type { JSX } from "preact";
import type { Language, Unit } from "@prestatieafspraken/indicators";
import { axisNumber } from "./number.js";
import { textWidth, type Paint } from "./paint.js";

/** Font size in charts. */
export const letter = 11;

/** Three or four round numbers for the vertical axis. */
export const marksOf = (scale: ScaleLinear<number, number>): readonly number[] => scale.ticks(3);

/** Width needed by the numbers of the vertical axis. */
export const numbersWidth = (marks: readonly number[], unit: Unit, language: Language): number =>
  Math.ceil(Math.max(0, ...marks.map((mark) => textWidth(axisNumber(mark, unit, language), letter)))) + 8;

/** Numbers and grid lines of the vertical axis. */
export function Numbers({
  scale,
  from,
  to,
  unit,
  language,
  paint,
}: {
  readonly scale: ScaleLinear<number, number>;
  readonly from: number;
  readonly to: number;
  readonly unit: Unit;
  readonly language: Language;
  readonly paint: Paint;
}): JSX.Element {
  return (
    <g font-size={letter} aria-hidden="true">
      {marksOf(scale).map((mark) => (
        <g key={mark}>
          <line x1={from} x2={to} y1={scale(mark)} y2={scale(mark)} stroke={paint.grid} stroke-opacity={0.4} />
          <text x={from - 6} y={scale(mark)} dy="0.35em" text-anchor="end">
            {axisNumber(mark, unit, language)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Names below the horizontal axis. If they do not all fit, every second, third, ... one, and always the last. */
export function Names({
  places,
  y,
  from,
  to,
  paint,
}: {
  readonly places: readonly { readonly x: number; readonly text: string }[];
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly paint: Paint;
}): JSX.Element {
  const widest = Math.max(0, ...places.map(({ text }) => textWidth(text, letter)));
  const step = Math.max(1, Math.ceil(((widest + 8) * Math.max(1, places.length - 1)) / Math.max(1, to - from)));
  const shown = places.filter((_, i) => (places.length - 1 - i) % step === 0);
  return (
    <g font-size={letter} aria-hidden="true">
      <line x1={from} x2={to} y1={y} y2={y} stroke={paint.grid} />
      {shown.map(({ x, text }) => {
        const half = textWidth(text, letter) / 2;
        return (
          <text key={text} x={Math.max(half, Math.min(x, to - half + 8))} y={y + letter + 5} text-anchor="middle">
            {text}
          </text>
        );
      })}
    </g>
  );
}

/** The norm: a dashed line over the full width, with its text. */
export function NormLine({
  y,
  from,
  to,
  top,
  display,
  paint,
}: {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** If there is no room for the text below this y, it goes below the line. */
  readonly top: number;
  readonly display: string;
  readonly paint: Paint;
}): JSX.Element {
  const above = y - letter - 4 >= top;
  return (
    <g aria-hidden="true">
      <line x1={from} x2={to} y1={y} y2={y} stroke={paint.norm} stroke-width={1.5} stroke-dasharray="5 3" />
      <text x={to} y={above ? y - 4 : y + letter + 2} text-anchor="end" font-size={letter} fill={paint.norm}>
        {display}
      </text>
    </g>
  );
}
