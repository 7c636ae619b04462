import { expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { makeTemplate } from "@prestatieafspraken/xlsx";
import { GridWorkbook } from "./grid-workbook.js";
import { selectionLine } from "./selection-line.js";

it("adds up numbers, and says of days from when until when they are", async () => {
  const sample = await makeTemplate({
    agreement: agreement("oegstgeest-2025-2028")!,
    agreements,
    language: "nl",
    sample: "clean",
  });
  const { model, sheets } = await GridWorkbook.open(sample, { agreements, language: "nl", day: "2026-10-15" });
  const { sheetId } = sheets.position("Nieuwbouw", "A1")!;
  const { getters } = model;
  model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: getters.getActiveSheetId(), sheetIdTo: sheetId });
  const lines = (left: number, top: number, bottom: number, numbers: readonly number[], language: "nl" | "en") => {
    model.selection.selectZone(
      { cell: { col: left, row: top }, zone: { left, right: left, top, bottom } },
      { scrollIntoView: false },
    );
    const of = (value: number) => ({ value: () => value });
    const sum = numbers.reduce((a, b) => a + b, 0);
    const results = {
      Som: of(sum),
      Gemiddelde: of(sum / numbers.length),
      Min: of(Math.min(...numbers)),
      Max: of(Math.max(...numbers)),
      Aantal: of(numbers.length),
    };
    return Object.keys(results).map((name) => selectionLine(language, name, results, getters));
  };
  // The days on which two projects were handed over: 45975 and 45996 are 14 November and 5 December 2025.
  expect(lines(16, 4, 13, [45975, 45996], "nl")).toEqual([
    "14 november 2025 tot en met 5 december 2025",
    "Gemiddelde: __",
    "Min: 14 november 2025",
    "Max: 5 december 2025",
    "Aantal: 2",
  ]);
  expect(lines(16, 9, 9, [45975], "en")[0]).toBe("14 November 2025");
  expect(lines(13, 4, 5, [1500.25, 112], "nl")[0]).toBe("Som: 1.612,25");
  expect(lines(13, 4, 5, [1500.25, 112], "en")[0]).toBe("Som: 1,612.25");
});
