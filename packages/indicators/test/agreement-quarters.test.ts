import { describe, expect, it } from "vitest";
import { agreement } from "@prestatieafspraken/agreements";
import { agreementQuarters, lastFinishedQuarter } from "@prestatieafspraken/indicators";

const quarters = agreementQuarters(agreement("oegstgeest-2025-2028")!);

describe("quarters of an agreement", () => {
  it("are the sixteen from the first of 2025 through the last of 2028", () => {
    expect([quarters.length, quarters[0], quarters.at(-1)]).toEqual([16, "2025-Q1", "2028-Q4"]);
  });

  it.each([
    ["2026-11-26", "2026-Q3"],
    ["2026-10-01", "2026-Q3"],
    ["2026-09-30", "2026-Q2"],
    ["2025-02-01", "2025-Q1"],
    ["2031-05-05", "2028-Q4"],
  ])("on %s the last one that is over is %s", (day, quarter) => {
    expect(lastFinishedQuarter(quarters, day)).toBe(quarter);
  });
});
