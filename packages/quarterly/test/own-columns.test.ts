import { describe, expect, it } from "vitest";
import type { SheetTable } from "../src/workbook.js";
import { withOwnColumns } from "../src/reading/own-columns.js";

const list: SheetTable = {
  name: null,
  sheet: "Bouwprojecten",
  headerRow: 3,
  firstColumn: 1,
  headers: ["Nr", "Opdrachtgever", "Kwartaal"],
  rows: [
    ["B-01", "WYwonen", "Q3"],
    [null, null, null],
    ["B-02", "Van der Laan Vastgoed", "Q4"],
  ],
  isDate: () => true,
};

describe("what a list of somebody's own does not say", () => {
  it("is the same for every row, or follows from another column; an empty row stays empty", () => {
    const { headers, rows, isDate } = withOwnColumns(list, {
      constants: { Fase: "bouw" },
      lookups: { Partijtype: { from: "opdrachtgever", values: { wywonen: "corporatie", "": "commercieel" } } },
    });
    expect(headers).toEqual(["Nr", "Opdrachtgever", "Kwartaal", "Fase", "Partijtype"]);
    expect(rows).toEqual([
      ["B-01", "WYwonen", "Q3", "bouw", "corporatie"],
      [null, null, null, null, null],
      ["B-02", "Van der Laan Vastgoed", "Q4", "bouw", "commercieel"],
    ]);
    expect([isDate!(0, 2), isDate!(0, 3)]).toEqual([true, false]);
  });

  it("goes before a column of the same name", () => {
    const { headers, rows } = withOwnColumns(list, {
      lookups: { Kwartaal: { from: "Kwartaal", values: { Q3: "2026-Q3", Q4: "2026-Q4" } } },
    });
    expect(headers).toEqual(["Nr", "Opdrachtgever", "", "Kwartaal"]);
    expect(rows.map((row) => row[3])).toEqual(["2026-Q3", null, "2026-Q4"]);
  });

  it("changes nothing where nothing was said, or the column it follows from is not there", () => {
    expect(withOwnColumns(list, {})).toBe(list);
    expect(withOwnColumns(list, { lookups: { Fase: { from: "Weg", values: {} } } })).toBe(list);
  });
});
