import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  articleNumber,
  articleText,
  dayText,
  fill,
  listed,
  numberText,
  quarterText,
  readDay,
  shortQuarter,
  typedNumber,
} from "../src/index.js";

describe("facts in a sentence", () => {
  it("writes a count with the word that goes with it", () => {
    const said = (count: number): string =>
      fill(
        { nl: "{count:project|projecten} {count|is|zijn} weggelaten.", en: "{count:project|projects} left out." },
        { count },
      ).nl;
    expect([said(0), said(1), said(2), said(1090)]).toEqual([
      "0 projecten zijn weggelaten.",
      "1 project is weggelaten.",
      "2 projecten zijn weggelaten.",
      "1.090 projecten zijn weggelaten.",
    ]);
  });

  it("writes days and quarters out", () => {
    const template = { nl: "tot {day:day}, in het {quarter:quarter}", en: "until {day:day}, in the {quarter:quarter}" };
    expect(fill(template, { day: "2026-09-30", quarter: "2026-Q3" })).toEqual({
      nl: "tot 30 september 2026, in het derde kwartaal 2026",
      en: "until 30 September 2026, in the third quarter of 2026",
    });
  });

  it("leaves a place without a fact standing, and a text that is no day or quarter as it is", () => {
    expect(fill({ nl: "{count:rij|rijen} {day:day}", en: "" }, { day: "eind 2028" }).nl).toBe(
      "{count:rij|rijen} eind 2028",
    );
    expect(quarterText("ooit").nl).toBe("ooit");
    expect(["2026-Q3", "ooit"].map(shortQuarter)).toEqual(["Q3 2026", "ooit"]);
  });

  it("names an article by its number, a goal without one by its place", () => {
    const place = { nl: "einddoel Beschikbaarheid", en: "end goal Beschikbaarheid" };
    const shown = [
      { article: "19a", place: null },
      { article: "TD-BES-1", place },
    ];
    expect(shown.map((one) => [articleText(one).nl, articleText(one).en, articleNumber(one).nl])).toEqual([
      ["artikel 19a", "article 19a", "19a"],
      [place.nl, place.en, place.nl],
    ]);
  });

  it("writes every month so that it is read back as the same day", () => {
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, "0")}-09`;
      expect([readDay(dayText(day).nl), readDay(dayText(day).en)]).toEqual([day, day]);
    }
  });

  it("writes a number as people type it, without separators of thousands", () => {
    expect([typedNumber(11018.25, "nl"), typedNumber("0.05", "nl"), typedNumber("0.05", "en")]).toEqual([
      "11018,25",
      "0,05",
      "0.05",
    ]);
  });

  it("puts 'en' before the last of several names", () => {
    expect(
      [[], ["WYwonen"], ["WYwonen", "Portaal"], ["WYwonen", "Portaal", "DUWO"]].map((names) => listed(names).nl),
    ).toEqual(["", "WYwonen", "WYwonen en Portaal", "WYwonen, Portaal en DUWO"]);
  });
});

it("a number is written as the language does, with and without decimals", () => {
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.double({ noNaN: true })), (value) => {
      fc.pre(!Object.is(value, -0));
      const written = (locale: string): string => value.toLocaleString(locale, { maximumFractionDigits: 4 });
      expect(numberText(value)).toEqual({ nl: written("nl-NL"), en: written("en-GB") });
    }),
  );
});
