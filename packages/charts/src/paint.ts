/** The colours of a chart: CSS colours, or `var(--token)` on a page with a theme. */
export interface Paint {
  /** Text. */
  readonly ink: string;
  /** Axes and grid lines. */
  readonly grid: string;
  /** Measured values. */
  readonly line: string;
  /** The norm or goal. */
  readonly norm: string;
}

/** For white paper: each colour has a contrast of 4.5:1 on white, the grid 3:1. */
export const onPaper: Paint = { ink: "#333333", grid: "#8a8a8a", line: "#154273", norm: "#a90061" };

/** A generous estimate of a text's width in the widest usual fonts, so that drawings are the same on every machine. */
export const textWidth = (text: string, size: number): number => text.length * size * 0.65;
