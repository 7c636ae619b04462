import type { ComponentChildren, JSX } from "preact";
import type { Paint } from "./paint.js";

/** The SVG with its accessible name: the only place where a chart gets one. */
export function Frame({
  name,
  width,
  height,
  paint,
  children,
}: {
  /** Everything the chart shows, in words. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly paint: Paint;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={name}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill={paint.ink}
      font-family="Segoe UI, system-ui, sans-serif"
    >
      {children}
    </svg>
  );
}

/** "Title. 1e kwartaal 2026: 16,0%, 2e kwartaal 2026: onbekend. Norm: ten minste 33%." */
export const inWords = (title: string, parts: readonly (string | null)[]): string =>
  [title, ...parts.filter((part) => part !== null && part !== "")]
    .map((part) => `${part}`.replace(/\.?$/, "."))
    .join(" ");
