import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import type { JSX } from "preact";
import type { Language, Unit } from "@prestatieafspraken/indicators";
import { Names, NormLine, Numbers, letter, marksOf, numbersWidth } from "./axes.js";
import { Frame, inWords } from "./frame.js";
import { chartNumber, rangeOf } from "./number.js";
import { onPaper, textWidth, type Paint } from "./paint.js";

/** A moment and its value; null leaves a gap in the line, never a zero. */
export interface Point {
  /** Below the axis: "Q3 2026". */
  readonly name: string;
  /** For users who cannot see the chart: "derde kwartaal 2026". Default: the name. */
  readonly words?: string;
  readonly value: number | null;
}

/** The contents of a line chart. */
export interface CourseProps {
  readonly title: string;
  readonly unit: Unit;
  readonly points: readonly Point[];
  /** A value to compare with, and its text: "ten minste 33%". */
  readonly norm?: { readonly value: number; readonly display: string } | null;
  /** Points from this index on are in the future: drawn as a dashed line with open dots. */
  readonly ahead?: number;
  readonly language: Language;
  readonly paint?: Paint;
  readonly width?: number;
  readonly height?: number;
}

const unknown = { nl: "onbekend", en: "unknown" } as const;

const valuesOf = ({ points, norm }: CourseProps): readonly number[] => [
  ...(norm ? [norm.value] : []),
  ...points.flatMap(({ value }) => (value === null ? [] : [value])),
];

/** The chart in words: title, each moment with its value, and the norm. */
export const courseInWords = ({ title, unit, points, norm, language }: CourseProps): string =>
  inWords(title, [
    points
      .map(
        ({ name, words = name, value }) =>
          `${words}: ${value === null ? unknown[language] : chartNumber(value, unit, language)}`,
      )
      .join(", "),
    norm ? `Norm: ${norm.display}` : null,
  ]);

/** The line through the points, in two parts: measured and future. */
function Line({
  places,
  ahead,
  paint,
  thick,
  dot,
}: {
  readonly places: readonly { readonly name: string; readonly x: number; readonly y: number | null }[];
  readonly ahead: number;
  readonly paint: Paint;
  readonly thick: number;
  readonly dot: number;
}): JSX.Element {
  const path = line<(typeof places)[number]>(
    ({ x }) => x,
    ({ y }) => y ?? 0,
  ).defined(({ y }) => y !== null);
  const shape = { fill: "none", stroke: paint.line, "stroke-width": thick, "stroke-linejoin": "round" } as const;
  return (
    <g aria-hidden="true">
      <path d={path(places.slice(0, ahead)) ?? ""} {...shape} />
      {ahead < places.length && (
        <path d={path(places.slice(Math.max(0, ahead - 1))) ?? ""} {...shape} stroke-dasharray="2 3" />
      )}
      {places.map(
        ({ name, x, y }, i) =>
          y !== null && (
            <circle
              key={name}
              cx={x}
              cy={y}
              r={dot}
              stroke={paint.line}
              stroke-width={thick / 2}
              fill={i < ahead ? paint.line : "none"}
            />
          ),
      )}
    </g>
  );
}

/** A line chart of a figure over quarters or years, with its norm; with `ahead`, also a path to a goal. */
export function Course(props: CourseProps): JSX.Element {
  const { unit, points, norm, language, paint = onPaper, width = 300, height = 140 } = props;
  const { ahead = points.length } = props;
  const top = letter + 6;
  const bottom = height - letter - 10;
  const y = scaleLinear(rangeOf(valuesOf(props), unit), [bottom, top]);
  const from = numbersWidth(marksOf(y), unit, language);
  const to = width - 8;
  const x = scalePoint(
    points.map(({ name }) => name),
    [from + 10, to - 14],
  );
  const places = points.map(({ name, value }) => ({ name, x: x(name) ?? from, y: value === null ? null : y(value) }));
  const last = points.slice(0, ahead).findLastIndex(({ value }) => value !== null);
  const told = last < 0 ? null : { ...places[last]!, text: chartNumber(points[last]!.value!, unit, language) };
  return (
    <Frame name={courseInWords(props)} {...{ width, height, paint }}>
      <Numbers scale={y} {...{ from, to, unit, language, paint }} />
      <Names places={places.map(({ name, x: at }) => ({ x: at, text: name }))} y={bottom} {...{ from, to, paint }} />
      {norm && <NormLine y={y(norm.value)} display={norm.display} {...{ from, to, top: 0, paint }} />}
      <Line places={places} ahead={ahead} paint={paint} thick={2} dot={3} />
      {told && told.y !== null && (
        <text
          x={Math.min(told.x, to - textWidth(told.text, letter) / 2)}
          y={told.y > top + letter ? told.y - 7 : told.y + letter + 6}
          text-anchor="middle"
          font-size={letter}
          font-weight="600"
          aria-hidden="true"
        >
          {told.text}
        </text>
      )}
    </Frame>
  );
}

/** A sparkline, to show next to a figure: no axes, the norm as a dashed line. */
export function Spark(props: CourseProps): JSX.Element {
  const { unit, points, norm, paint = onPaper, width = 96, height = 28 } = props;
  const { ahead = points.length } = props;
  const y = scaleLinear(rangeOf(valuesOf(props), unit), [height - 4, 4]);
  const x = scalePoint(
    points.map(({ name }) => name),
    [4, width - 4],
  );
  const places = points.map(({ name, value }) => ({ name, x: x(name) ?? 0, y: value === null ? null : y(value) }));
  return (
    <Frame name={courseInWords(props)} {...{ width, height, paint }}>
      {norm && (
        <line
          x1={0}
          x2={width}
          y1={y(norm.value)}
          y2={y(norm.value)}
          stroke={paint.norm}
          stroke-width={1.5}
          stroke-dasharray="4 3"
        />
      )}
      <Line places={places} ahead={ahead} paint={paint} thick={1.5} dot={2} />
    </Frame>
  );
}
