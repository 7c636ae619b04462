import { expect, test } from "vitest";
import { engine } from "../src/engine.js";
import { gridFormat } from "../src/grid-format.js";

const shown = (value: number, format: string): string =>
  engine.helpers.formatValue(value, { format: gridFormat(format)!, locale: engine.DEFAULT_LOCALE });

// 46,295 is 30 September 2026, counted by hand from 1 January 1900 as spreadsheets do.
test.each([
  [46_295, "[$-413]d mmmm yyyy", "30 September 2026"],
  [46_295, "[$-F800]d mmmm yyyy", "30 September 2026"],
  [46_295, "d mmmm yyyy", "30 September 2026"],
  [1234.5, "[$€-413]#,##0.00", "€1,234.50"],
  [1234.5, "[$€-2]#,##0.00", "€1,234.50"],
  [0.5, "0%", "50%"],
])("%d under %s is shown as %s: the language of a format is no currency", (value, format, expected) => {
  expect(shown(value, format)).toBe(expected);
});
