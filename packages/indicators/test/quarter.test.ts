/** Quarters, counted and written as people write them; expected values by hand. */
import { describe, expect, it } from "vitest";
import { quarterAfter, quartersThrough, readQuarter, yearsBetween } from "../src/index.js";

describe("counting quarters", () => {
  it.each([
    ["2026-Q4", 1, "2027-Q1"],
    ["2026-Q1", -1, "2025-Q4"],
    ["2026-Q2", 6, "2027-Q4"],
    ["2026-Q3", 0, "2026-Q3"],
  ])("%s and %i further is %s", (quarter, by, then) => expect(quarterAfter(quarter, by)).toBe(then));
  it("has one quarter after another", () => expect(quarterAfter("2026-Q3")).toBe("2026-Q4"));

  it.each([
    ["2025-Q3", "2026-Q2", ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]],
    ["2026-Q1", "2026-Q1", ["2026-Q1"]],
    ["2026-Q2", "2026-Q1", []],
  ])("from %s through %s", (from, until, list) => expect(quartersThrough(from, until)).toEqual(list));

  it("counts years back as it counts them forth", () =>
    expect(yearsBetween("2028-12-31", "2026-09-30").toFraction()).toBe("-9/4"));
});

describe("a quarter as typed", () => {
  it.each([
    ["2026-Q3 voorlopig", "2026-Q3"],
    ["2026-Q3 (voorl.)", "2026-Q3"],
    ["2026-Q3 voorl", "2026-Q3"],
    ["2026-Q3 (definitief)", "2026-Q3"],
    ["2026-Q3 def", "2026-Q3"],
    ["2026-Q3 def.", "2026-Q3"],
    ["2026-Q3 (final)", "2026-Q3"],
    ["2026-Q3*", "2026-Q3"],
    ["2026-Q3 **", "2026-Q3"],
    ["het derde kwartaal 2026", "2026-Q3"],
    ["2026 derde kwartaal", "2026-Q3"],
    ["2026, second quarter", "2026-Q2"],
    ["juli - 2026", "2026-Q3"],
    ["jul. '26", "2026-Q3"],
    ["april 2026", "2026-Q2"],
    ["jul-sep '26", "2026-Q3"],
    ["okt. t/m dec. 2026", "2026-Q4"],
    ["juli tot en met september, 2026", "2026-Q3"],
    ["2026MM07", "2026-Q3"],
    ["2026-12", "2026-Q4"],
    // Month or quarter: 01 is the first quarter either way, 05 can only be a month.
    ["2026-01", "2026-Q1"],
    ["2026-05", "2026-Q2"],
    ["juli 1900", "1900-Q3"],
  ])("%s is %s", (typed, quarter) => expect(readQuarter(typed)).toBe(quarter));

  it.each([
    "2026-02",
    "2026-04",
    "12026-Q3",
    "202-Q3",
    "20ab-Q3",
    "2226-Q3",
    "2026-Q3 voorlopig)x",
    "jul 6",
    "jul 2026x",
    "jul 20267",
    "jul ab",
    "2 jul-sep 2026",
    "jul-sep 20261",
    "jul-okt 2026",
    "aug-okt 2026",
    "12026-07",
    "2026-071",
    "juli 1899",
    "juli 2200",
  ])("%s is none", (typed) => expect(readQuarter(typed)).toBeNull());
});
