import { describe, expect, it } from "vitest";
import {
  dayBefore,
  daySerial,
  daysLater,
  elapsedPart,
  evaluate,
  quarterLastDay,
  quarterOfDay,
  readDay,
  readDayOrQuarter,
  readQuarter,
  saysTime,
  yearsBetween,
  yearsLater,
} from "../src/index.js";

/** Serial numbers as Excel shows them: 1-3-1900 is 61, 1-1-2026 is 46023. */
describe("a day", () => {
  it.each([
    ["2026-09-30", "2026-09-30"],
    [" 2026-9-3 ", "2026-09-03"],
    ["2026-09-30T10:15:00Z", "2026-09-30"],
    ["2026-09-30 10:15", "2026-09-30"],
    ["30-9-2026", "2026-09-30"],
    ["30/09/2026", "2026-09-30"],
    ["3.12.2026", "2026-12-03"],
    ["29-2-2028", "2028-02-29"],
    ["30-9-26", "2026-09-30"],
    ["1 3 2026", "2026-03-01"],
    ["30 september 2026", "2026-09-30"],
    ["1 mrt. '26", "2026-03-01"],
    ["4 July 2026", "2026-07-04"],
    ["1-1-1900", "1900-01-01"],
    ["31-12-2199", "2199-12-31"],
    [46023, "2026-01-01"],
    [46023.75, "2026-01-01"],
    [61, "1900-03-01"],
    [109_574, "2199-12-31"],
    // A century is a leap year only if 400 divides it.
    ["29-2-2000", "2000-02-29"],
    ["20260930", "2026-09-30"],
    ["2026-sep-30", "2026-09-30"],
    ["30- 9 -2026", "2026-09-30"],
    ["30-9-2026 wo", "2026-09-30"],
    ["30-9-2026  (wo)", "2026-09-30"],
    ["30-9-2026(wo)", "2026-09-30"],
    // A time is left out, whatever its form.
    ["30-9-2026 10:15 uur", "2026-09-30"],
    ["30-9-2026 10:15u", "2026-09-30"],
    ["30-9-2026 10:15:30.125", "2026-09-30"],
    ["30-9-2026, 10.15", "2026-09-30"],
    // Within a minute before midnight it is that midnight: some programs write it so.
    [46023 - 1 / 1440, "2026-01-01"],
    [46023 - 2 / 1440, "2025-12-31"],
    ["31-12-2025 23:59", "2026-01-01"],
    ["31-12-2025 23:58", "2025-12-31"],
    // Half past eleven in the evening in London is the next day here; in summer half past ten is.
    ["2026-01-31T23:30Z", "2026-02-01"],
    ["2026-01-31T22:30Z", "2026-01-31"],
    ["2026-09-30T22:30Z", "2026-10-01"],
    ["2026-09-30T22:30:15Z", "2026-10-01"],
    ["2026-09-30 22:30:15.125 Z", "2026-10-01"],
    ["2026-09-30T22:30:00+0000", "2026-10-01"],
    ["2026-09-30T23:30:00+02:00", "2026-09-30"],
    ["2026-09-30 22:30 UTC", "2026-10-01"],
    [`30-9-2026${" ".repeat(46)}10:15`, "2026-09-30"],
  ])("%j is %s", (typed, day) => expect(readDay(typed)).toBe(day));

  it.each([
    ...["31-9-2026", "29-2-2026", "0-1-2026", "1-0-2026", "1-13-2026", "2026-13-01", "2026-00-10", "2026-02-30"],
    ...["29-2-2100", "29-2-1900", "120260930", "202609301", "12026-sep-30", "2026-sep-301", "gisteren 23:59"],
    ...["x2026-09-30T22:15Z", "2026-09-30T22:15Zulu", "2026-99-30T22:15Z", `30-9-2026${" ".repeat(47)}10:15`, 109_575],
    ...["31-12-1899", "1-1-2200", "1899-12-31", "2200-01-01", "30-9-026", "a30-9-2026", "30-9-2026b", "x2026-09-30"],
    ...[
      "2026-09-30x",
      "2026-09-30 half elf",
      "2026-09-30_10",
      "najaar 2026",
      "september 2026",
      "31 september 2026",
      "1 maartje 2026",
      "1 ma 2026",
      "",
      2026,
      1900,
      2199,
      60,
      0,
      -1,
      200_000,
      Number.NaN,
    ],
  ])("%j is none", (typed) => expect(readDay(typed)).toBeNull());

  it("2200 counted from 1900 is no longer a year, and a day of 1906", () => {
    expect(readDay(2200)).toBe("1906-01-08");
    expect(readDay(1899)).toBe("1905-03-13");
  });
});

it("a time of day is said only more than a minute from midnight", () => {
  const said = (typed: string | number) => saysTime(typed);
  for (const typed of [46023.5, 46023 + 2 / 1440, "30-9-2026 10:15", "2026-09-30T00:01", "30-9-2026 23:58"]) {
    expect([typed, said(typed)]).toEqual([typed, true]);
  }
  for (const typed of [46023, 46023 - 1 / 1440, "30-9-2026", "30-9-2026 00:00", "30-9-2026 23:59"]) {
    expect([typed, said(typed)]).toEqual([typed, false]);
  }
  expect([46, 47].map((spaces) => said(`30-9-2026${" ".repeat(spaces)}10:15`))).toEqual([true, false]);
});

it("the serial number of a day is Excel's", () => {
  expect(["1900-03-01", "2026-01-01", "2026-09-30"].map(daySerial)).toEqual([61, 46023, 46295]);
});

describe("days further on", () => {
  // By the calendar: 2028 and 2000 are leap years, 2026 and 2100 are not.
  it.each([
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2100-02-28", 1, "2100-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-29", 1, "2026-03-30"],
    ["1999-03-01", 366, "2000-03-01"],
  ])("%s and %i is %s", (day, days, later) => expect(daysLater(day, days)).toBe(later));
});

describe("a quarter where a day is asked", () => {
  it("is its first or its last day", () => {
    expect(
      ["2026-Q1", "Q2 2026", "3e kwartaal 2026", "K4-26"].map((typed) => readDayOrQuarter(typed, "first")),
    ).toEqual(["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"]);
    expect(readDayOrQuarter("2026-Q4", "last")).toBe("2026-12-31");
    expect(["2026-Q1", "2026-Q2", "2026-Q3"].map(quarterLastDay)).toEqual(["2026-03-31", "2026-06-30", "2026-09-30"]);
  });
  it("gives way to a day, and is not made of a number or of nonsense", () => {
    expect(readDayOrQuarter("30-9-2026", "first")).toBe("2026-09-30");
    expect(readDayOrQuarter(20263, "last")).toBe("1955-06-23");
    expect(readDayOrQuarter(2026, "last")).toBeNull();
    expect(readDayOrQuarter("ooit", "last")).toBeNull();
  });
});

describe("a quarter", () => {
  it.each([
    ["2026-Q3", "2026 - Q3", "2026Q3", "2026 kwartaal 3", "2026 3", "2026/3", "2026--3", "2026 3e kwartaal"],
    ["Q3 2026", "q3-26", "K3-26", "kw 3 2026", "kwartaal 3 van 2026", "quarter 3 of 2026", "K3 '26", "K3 ’26"],
    [
      "3e kwartaal 2026",
      "3de kwartaal van 2026",
      "het 3e kwartaal 2026",
      "the 3rd quarter of 2026",
      "3Q26",
      "Ｑ３ 2026",
    ],
    ["derde kwartaal 2026", "het  derde kwartaal van 2026", "third quarter of 2026", "Q3–2026", " Q3 2026 "],
  ])("%s and its neighbours are 2026-Q3", (...typed) => {
    expect([...new Set(typed.map(readQuarter))]).toEqual(["2026-Q3"]);
  });
  it.each([
    ["eerste kwartaal 2026", "first quarter 2026", "2026-Q1"],
    ["tweede kwartaal 2026", "second quarter 2026", "2026-Q2"],
    ["vierde kwartaal 2026", "fourth quarter 2026", "2026-Q4"],
  ])("%s is %s", (dutch, english, quarter) => {
    expect([readQuarter(dutch), readQuarter(english)]).toEqual([quarter, quarter]);
  });
  it.each([
    ...["kwartaal 1", "Q5 2026", "Q0 2026", "2026 5", "2026-13", "2026 x 3", "in 2026 3", "2026 3 stuks", "26 3"],
    ...["vijfde kwartaal 2026", "het jaar", "Q3 1899", "Q3 2200", "2026", "", `Q3 ${" ".repeat(60)}2026`],
  ])("%j is none", (typed) => expect(readQuarter(typed)).toBeNull());
  it("reaches from 1900 to 2199, in at most 60 characters", () => {
    expect([readQuarter("1900-Q1"), readQuarter("2199-Q4")]).toEqual(["1900-Q1", "2199-Q4"]);
    expect(readQuarter(`Q3${" ".repeat(54)}2026`)).toBe("2026-Q3");
  });
  it("of a day", () => {
    expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"].map(quarterOfDay)).toEqual([
      "2026-Q1",
      "2026-Q1",
      "2026-Q2",
      "2026-Q4",
    ]);
  });
});

/** By hand: 30-9-2026 to 31-12-2028 is 27 months; days of an incomplete month are divided by the length of that month. */
describe("time between two days", () => {
  it.each([
    ["2026-09-30", "2028-12-31", "9/4"],
    ["2026-12-31", "2026-12-31", "0"],
    ["2026-12-31", "2027-01-31", "1/12"],
    // 14 of the 28 days of February 2027.
    ["2027-01-31", "2027-02-14", "1/24"],
    // A month and 15 of the 31 days of January.
    ["2026-11-30", "2027-01-15", "23/186"],
    // From the 15th: one whole month, and 21 of the 31 days until the next 15th.
    ["2026-12-14", "2027-02-04", "13/93"],
    ["2028-12-31", "2026-09-30", "-9/4"],
    ["2027-02-04", "2026-12-14", "-13/93"],
    ["2024-12-31", "2028-12-31", "4"],
  ])("from %s to %s is %s years", (a, b, years) => expect(yearsBetween(a, b).toFraction()).toBe(years));

  it.each([
    ["2026-12-31", "1/2"],
    ["2024-12-31", "0"],
    ["2024-06-30", "0"],
    ["2028-12-31", "1"],
    ["2030-01-01", "1"],
    ["2025-01-31", "1/48"],
  ])("of 2025 up to and including 2028, on %s has passed %s", (day, part) => {
    expect(elapsedPart("2024-12-31", "2028-12-31", day).toFraction()).toBe(part);
  });
  it("a period without length has passed, on whatever day", () => {
    expect(elapsedPart("2026-12-31", "2026-12-31", "2020-01-01").toFraction()).toBe("1");
  });
  it("the day before, and years later", () => {
    expect([dayBefore("2025-01-01"), dayBefore("2028-03-01")]).toEqual(["2024-12-31", "2028-02-29"]);
    expect([yearsLater("2018-03-01", 10), yearsLater("2028-02-29", 1)]).toEqual(["2028-03-01", "2029-02-28"]);
  });
});

it("QUARTER says what is wrong with what is no quarter", () => {
  expect(() => evaluate("QUARTER", { value: "Q5 2026" })).toThrow(/Q5 2026/);
});
