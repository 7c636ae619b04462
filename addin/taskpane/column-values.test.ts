import { describe, expect, it } from "vitest";
import { quartersFromShort, type SheetTable } from "@prestatieafspraken/quarterly";
import { previewOf } from "./column-values.js";

const block = (
  sheet: string,
  headers: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): SheetTable => ({
  name: null,
  sheet,
  headerRow: 1,
  firstColumn: 1,
  headers,
  rows,
  isDate: (_row, column) => headers[column] === "Dag",
});

describe("the values of a column", () => {
  it("are previewed by the first distinct values, with dates as dates", () => {
    // 30-9-2026 is 46295 days after 30-12-1899.
    const list = block(
      "Blad1",
      ["Nr", "Dag"],
      [
        ["B-01", 46295],
        ["B-01", null],
        ["B-02", 46295],
        ["B-03", 46296],
        ["B-04", 46297],
      ],
    );
    expect(previewOf(list, "Nr")).toBe("B-01, B-02, B-03");
    expect(previewOf(list, "Dag")).toBe("30-09-2026, 01-10-2026, 02-10-2026");
    expect(previewOf(list, "Weg")).toBe("");
  });

  it("short quarters become quarters of the year in the sheet name, only if all values are short quarters", () => {
    const headers = ["Kwartaal"];
    expect(quartersFromShort(block("Verhuringen 2026", headers, [["Q1"], ["K3"]]), "Kwartaal")).toEqual({
      from: "Kwartaal",
      values: { Q1: "2026-Q1", K3: "2026-Q3" },
    });
    expect(quartersFromShort(block("Verhuringen", headers, [["Q1"]]), "Kwartaal")).toBeNull();
    expect(quartersFromShort(block("Verhuringen 2026", headers, [["Q1"], ["voorjaar"]]), "Kwartaal")).toBeNull();
    expect(quartersFromShort(block("Verhuringen 2026", headers, []), "Kwartaal")).toBeNull();
  });
});
