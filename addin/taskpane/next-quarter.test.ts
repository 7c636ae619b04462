import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { read } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { nextQuarter, settingsFor } from "./next-quarter.js";

const file = openXlsx(
  await makeTemplate({ agreement: agreement("oegstgeest-2025-2028")!, agreements, language: "nl", sample: "clean" }),
);
const ret = await read(file, { agreements });

describe("the next quarter", () => {
  it("starts with this quarter's projects and parties, without its counts", () => {
    const next = nextQuarter(ret)!;
    expect([next.from, next.to]).toEqual(["2026-Q3", "2026-Q4"]);
    const stock = next.tables.find(({ table }) => table.definition.name === "PA_Voorraad")!;
    const at = (header: string): number => stock.table.raw.headers.indexOf(header);
    for (const row of stock.rows) {
      expect(row[at("Kwartaal")]).toBe("2026-Q4");
      expect(row[at("Eindstand")]).toBeNull();
    }
    // Each opening stock equals the closing stock of the previous quarter, for the same landlord and segment.
    const ends = new Map(
      stock.table.raw.rows
        .filter((row) => row[at("Kwartaal")] === "2026-Q3")
        .map((row) => [`${row[at("Verhuurder")]} ${row[at("Segment")]}`, row[at("Eindstand")]]),
    );
    for (const row of stock.rows)
      expect(row[at("Beginstand")]).toBe(ends.get(`${row[at("Verhuurder")]} ${row[at("Segment")]}`));
  });

  it("also moves the quarter and the reference date, so that it is not judged on the old date", async () => {
    const changes = settingsFor(ret, "2026-Q4");
    await file.change(changes);
    const after = await read(file, { agreements });
    expect([after.settings.quarter, after.settings.day]).toEqual(["2026-Q4", "2026-12-31"]);
  });
});
