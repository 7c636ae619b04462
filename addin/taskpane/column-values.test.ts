import { describe, expect, it } from "vitest";
import type { SheetTable } from "@prestatieafspraken/quarterly";
import { previewOf, quartersFromShort } from "./column-values.js";

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

describe("what stands in a column", () => {
  it("is shown by its first different values, days as days", () => {
    // 46295 days after 30-12-1899 is 30-9-2026.
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

  it("short quarters become quarters of the year the sheet names, and only where all are", () => {
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
