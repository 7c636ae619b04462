import { dayText, daysLater, fill, writtenNumber, type Language } from "@prestatieafspraken/indicators";
import { isDateFormat } from "@prestatieafspraken/xlsx";
import type { ShownGetters, StatisticLine } from "./shown-engine.js";

/** Day 0 of the serial numbers of a sheet. */
const serialZero = "1899-12-30";
const dayOf = (serial: number): string => daysLater(serialZero, Math.floor(serial));

/** True if the selected numbers are dates, all of them. */
function areDates(getters: ShownGetters): boolean {
  const sheetId = getters.getActiveSheetId();
  let found = false;
  for (const { left, right, top, bottom } of getters.getSelectedZones())
    for (let row = top; row <= bottom; row++)
      for (let col = left; col <= right; col++) {
        const { type, format = "" } = getters.getEvaluatedCell({ sheetId, col, row });
        if (type !== "number") continue;
        if (!isDateFormat(format)) return false;
        found = true;
      }
  return found;
}

/**
 * What the line below the grid says of a selection, by one of the engine's names: "Som: 188.481,13". Days are not added
 * up: instead of their sum it says from when until when they are.
 */
export function selectionLine(
  language: Language,
  name: string,
  results: StatisticLine["store"]["statisticFnResults"],
  getters: ShownGetters,
): string {
  const value = results[name]?.value?.();
  // The engine lists them in this order, under translated names.
  const [sum, average, first, last] = Object.keys(results);
  const days = (key: string): string => dayText(dayOf(results[key]?.value?.() ?? 0))[language];
  const isOfNumbers = [sum, average, first, last].includes(name);
  if (value === undefined || !isOfNumbers || !areDates(getters))
    return `${name}: ${value === undefined ? "__" : writtenNumber(language, value, { maximumFractionDigits: 2 })}`;
  if (name === average) return `${name}: __`;
  if (name !== sum) return `${name}: ${days(name)}`;
  const [from, until] = [days(first!), days(last!)];
  return from === until
    ? from
    : fill({ nl: "{from} tot en met {until}", en: "{from} to {until}" }, { from, until })[language];
}
