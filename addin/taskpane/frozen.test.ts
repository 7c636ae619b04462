import { expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { freeze, read, report, type SheetTable } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { frozenRows, nextFrozenSheet } from "./frozen.js";

it("a frozen quarter is found in any language, the last time it was frozen; the next sheet is called as the one before it", async () => {
  const bytes = await makeTemplate({ agreement: agreements[0]!, agreements, language: "en", sample: "clean" });
  const made = await report(await read(openXlsx(bytes), { agreements }));
  const sheetOf = (language: "nl" | "en", name?: string): SheetTable => {
    const { sheet, rows, look } = freeze(made, language);
    const headerRow = look.headerRow ?? 1;
    const [headers, ...below] = rows.slice(headerRow - 1);
    return {
      name: null,
      sheet: name ?? sheet,
      headerRow,
      firstColumn: 1,
      headers: headers!.map(String),
      rows: below,
    };
  };
  const [dutch, again] = [sheetOf("nl"), sheetOf("en", "Vastgesteld 2026-Q3 (2)")];
  expect([frozenRows([], made), nextFrozenSheet([], made, "en")]).toEqual([null, "Finalised 2026-Q3"]);
  expect(frozenRows([sheetOf("en")], made)?.sheet).toBe("Finalised 2026-Q3");
  expect(nextFrozenSheet([dutch], made, "en")).toBe("Vastgesteld 2026-Q3");
  expect(frozenRows([again, dutch], made)?.sheet).toBe("Vastgesteld 2026-Q3 (2)");
});
