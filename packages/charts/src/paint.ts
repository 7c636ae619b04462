/** The colours of a chart: CSS colours, or `var(--token)` where a page has a theme. */
export interface Paint {
  /** Texts. */
  readonly ink: string;
  /** Axes and grid lines. */
  readonly grid: string;
  /** What was measured. */
  readonly line: string;
  /** The norm or goal. */
  readonly norm: string;
}

/** For white paper: each colour reaches 4.5:1 on white, the grid 3:1. */
export const onPaper: Paint = { ink: "#333333", grid: "#8a8a8a", line: "#154273", norm: "#a90061" };

/** A generous estimate of the width of a text, for the widest of the usual fonts: the drawing is the same on every machine. */
export const textWidth = (text: string, size: number): number => text.length * size * 0.65;
