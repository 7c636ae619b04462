import { writtenNumber, type Language, type Unit } from "@prestatieafspraken/indicators";

/** A number as displayed in a chart: "16,0%" for a share, "1.090" for other units. */
export const chartNumber = (value: number, unit: Unit, language: Language): string =>
  writtenNumber(language, value, {
    maximumFractionDigits: 1,
    ...(unit === "share" && { style: "percent", minimumFractionDigits: 1 }),
  });

/** A number for an axis, with at most one decimal. */
export const axisNumber = (value: number, unit: Unit, language: Language): string =>
  writtenNumber(language, value, { maximumFractionDigits: 1, ...(unit === "share" && { style: "percent" }) });

/** The range of an axis: all values plus some room; a share stays within 0 and 1. */
export function rangeOf(values: readonly number[], unit: Unit): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  // A spread too small to see counts as none.
  const spread = high - low > 1e-6 * Math.max(1, Math.abs(high)) ? high - low : Math.max(0.1, Math.abs(high));
  const room = spread * 0.15;
  return unit === "share" ? [Math.max(0, low - room), Math.min(1, high + room)] : [low - room, high + room];
}
