import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { cleaned, comparable, readDay, readLabel, readQuarter, saysTime } from "../src/index.js";

describe("one cleaning for everything people and programs type", () => {
  it.each([
    ["Aantal\u200b", "Aantal"],
    ["\u202aOEG-04\u202c", "OEG-04"],
    ["Sociale\u00ad huur", "Sociale huur"],
    ["\u00a0WYwonen\u2003", "WYwonen"],
    ["a\u2011b \u2212 \u2018c\u2019", "a-b - 'c'"],
    ["Cafe\u0301", "Caf\u00e9"],
    ["x\u0000y\r\nz", "xy z"],
    ["\u2611\ufe0f", "\u2611"],
  ])("%j is %j", (typed, meant) => expect(cleaned(typed)).toBe(meant));

  it("is the same the second time, and leaves plain words alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cleaned(cleaned(text))).toBe(cleaned(text));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,3}$/), (text) => {
        expect(cleaned(text)).toBe(text);
      }),
    );
  });

  it("compares without what nobody sees", () => expect(comparable("Sociale\u200b-Huur ")).toBe("socialehuur"));

  it("takes as long as the text is, whatever it is", () => {
    for (const sign of ["(", " ", "\u200b", "'", "-", "e\u0301"]) {
      const begin = process.cpuUsage();
      comparable(sign.repeat(300_000));
      const { user, system } = process.cpuUsage(begin);
      // Processor time in milliseconds: the machine may be busy.
      expect((user + system) / 1000).toBeLessThan(1500);
    }
  });
});

describe("a day, as people and programs write it", () => {
  it.each([
    ["2026-07-01", "2026-07-01"],
    ["2026/7/1", "2026-07-01"],
    ["20260701", "2026-07-01"],
    ["1-jul-2026", "2026-07-01"],
    ["1 juli '26", "2026-07-01"],
    ["1-7-'26", "2026-07-01"],
    ["1.7.2026", "2026-07-01"],
    ["1e juli 2026", "2026-07-01"],
    ["wo 1-7-2026", "2026-07-01"],
    ["woensdag 1 juli 2026", "2026-07-01"],
    ["1-7-2026 (wo)", "2026-07-01"],
    ["per 1-7-2026", "2026-07-01"],
    ["d.d. 1 juli 2026", "2026-07-01"],
    ["1-7-2026 14:30", "2026-07-01"],
    ["1-7-2026 om 14.30 uur", "2026-07-01"],
    ["2026-07-01T00:00:00", "2026-07-01"],
    ["July 1, 2026", "2026-07-01"],
    ["2026-jul-01", "2026-07-01"],
    // JavaScript exporters write midnight as 23:59:32 of the day before (SheetJS#1212).
    ["2026-06-30T23:59:32", "2026-07-01"],
    ["30-6-2026 23:59", "2026-07-01"],
    ["30-6-2026 23:58", "2026-06-30"],
    // A moment in UTC becomes the date in the Netherlands: two hours later in summer, one in winter.
    ["2026-06-30T22:00:00Z", "2026-07-01"],
    ["2026-06-30T21:59:32.000Z", "2026-07-01"],
    ["2026-12-31T23:00:00Z", "2027-01-01"],
    ["2026-06-30T21:30:00Z", "2026-06-30"],
    ["2026-07-01T00:00:00+02:00", "2026-07-01"],
    ["31-9-2026", null],
    ["1 foo 2026", null],
    ["juli 2026", null],
    ["30.000", null],
    ["12.30", null],
    ["2026", null],
  ])("%s is %s", (typed, day) => expect(readDay(typed)).toBe(day));

  it("takes a number within a minute of midnight for that midnight, also half a minute before", () => {
    // 46204 is 1 July 2026.
    const minute = 1 / 1440;
    expect([46204, 46204 - minute / 2, 46204 + minute / 2, 46203.5].map(readDay)).toEqual([
      "2026-07-01",
      "2026-07-01",
      "2026-07-01",
      "2026-06-30",
    ]);
    expect([46204 - minute / 2, 46203.5, 46204].map(saysTime)).toEqual([false, true, false]);
    expect(["1-7-2026 14:30", "1-7-2026 0:00", "30-6-2026 23:59", "1-7-2026"].map(saysTime)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("a quarter, as people and programs write it", () => {
  it.each([
    ["2026KW03", "2026-Q3"],
    ["2026-Q03", "2026-Q3"],
    ["III-2026", "2026-Q3"],
    ["kwartaal III 2026", "2026-Q3"],
    ["2026 IV", "2026-Q4"],
    ["jul-sep 2026", "2026-Q3"],
    ["juli t/m september 2026", "2026-Q3"],
    ["jan - mrt '26", "2026-Q1"],
    ["augustus 2026", "2026-Q3"],
    ["2026-07", "2026-Q3"],
    ["2026MM11", "2026-Q4"],
    ["2026-Q3 (voorlopig)", "2026-Q3"],
    ["Q3 2026*", "2026-Q3"],
    ["3e kw. 2026", "2026-Q3"],
    // Ambiguous: February or the second quarter.
    ["2026-02", null],
    ["jul-aug 2026", null],
    ["aug-okt 2026", null],
    ["kwartaal 3", null],
    ["Q5 2026", null],
    ["i", null],
  ])("%s is %s", (typed, quarter) => expect(readQuarter(typed)).toBe(quarter));
});

describe("a label with its name in front", () => {
  it.each([
    ["Label A", "A"],
    ["energielabel: A++", "A++"],
    ["B-label", "B"],
    ["label", undefined],
  ])("%s is %s", (typed, label) => expect(readLabel(typed)).toBe(label));
});
