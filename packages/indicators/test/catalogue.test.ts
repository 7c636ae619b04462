import { describe, expect, it } from "vitest";
import * as library from "../src/index.js";
import { evaluate, indicators, type IndicatorId } from "../src/index.js";

/** The public contract: a released id or argument name is never changed or removed; new ones are added on release. */
const contract: Readonly<Record<string, readonly string[]>> = {
  HOUSINGNEED: ["base", "growth"],
  REMAININGNEED: ["need", "realised"],
  SOCIALTARGET: ["homes", "share", "minimum"],
  SOCIALSHARE: ["social", "homes", "quarter", "party"],
  NEWBUILDSHARE: ["social", "homes", "students", "quarter"],
  OUTFLOWSHARE: ["suitable", "social"],
  HOMESTOTARGET: ["social", "homes", "target", "additions_share"],
  GROWTHFACTOR: ["current", "target", "additions_share"],
  STOCKCHANGE: ["added", "removed", "correction", "quarter", "party"],
  STUDENTSHARE: ["rents", "year", "inclusive", "party"],
  STUDENTTARGET: ["units", "share"],
  RENTLIMIT: ["year", "limit"],
  URGENTSHARE: ["urgent", "lettings", "quarter", "party"],
  REGULARSHARE: ["regular", "lettings", "quarter", "party"],
  URGENTROOM: ["urgent", "lettings", "cap", "quarter", "party"],
  STATUSHOLDERTASK: ["national_task", "inhabitants", "inhabitants_nl"],
  LABELSHARE: ["labels", "classes", "counts", "quarter", "party"],
  LABELPROGRESS: ["baseline", "remaining", "quarter", "party"],
  LABELPACE: ["remaining", "from", "deadline"],
  EXPECTED: ["target", "start", "end", "date"],
  STATUS: ["indicator", "value", "date"],
  NORM: ["indicator", "date"],
  EXPLAIN: ["indicator", "quarter", "party"],
  QUARTER: ["value"],
};

describe("the catalogue", () => {
  it("has the functions and arguments of the contract, in its order", () => {
    const written = indicators.filter(({ id }) => id in contract);
    expect(written.map((one) => [one.id, one.arguments.map(({ name }) => name)])).toEqual(Object.entries(contract));
  });

  it("gives each its own id, name and place", () => {
    for (const key of ["id", "name", "place"] as const)
      expect(new Set(indicators.map((one) => one[key])).size, key).toBe(indicators.length);
  });

  it("exports each indicator under its name, callable", () => {
    for (const one of indicators) expect((library as Record<string, unknown>)[one.name]).toBe(one);
    expect(library.socialShare({ social: 55, homes: 660 }).exact).toBe("1/12");
  });

  it("says everything in both languages", () => {
    for (const one of indicators) {
      for (const text of [
        one.title,
        one.meaning,
        one.definition,
        one.source,
        ...one.arguments.flatMap(({ label, help }) => [label, help]),
      ]) {
        expect(text.nl.trim()).not.toBe("");
        expect(text.en.trim()).not.toBe("");
      }
    }
  });

  it("helps whoever misspells an id or an argument", () => {
    expect(() => evaluate("SOCIALSHAR" as IndicatorId)).toThrow("Bedoelt u SOCIALSHARE?");
    expect(() => evaluate("SOCIALSHARE", { socail: 1 } as object)).toThrow("Bedoelt u social?");
  });

  it("writes the arithmetic so that a controller can redo it", () => {
    const { explanations } = evaluate("SOCIALSHARE", { social: 1840, homes: 11_500 });
    expect(explanations.nl).toContain("16,0% = 1.840 sociale huurwoningen / 11.500 woningen · norm ≥ 30%");
    expect(explanations.en).toContain("16.0% = 1,840 social rented homes / 11,500 homes · norm ≥ 30%");
    expect(evaluate("REMAININGNEED", { need: 1651, realised: 561 }).explanation).toContain(
      "de tekst van de afspraken noemt 1.200; dat scheelt 110",
    );
    const path = { target: 360, start: "2025-01-01", end: "2028-12-31", date: "2026-09-30" };
    expect(evaluate("EXPECTED", path).explanation).toBe("157,5 = 360 doel × 21 maanden voorbij / 48 maanden");
    expect(evaluate("STOCKCHANGE", { added: 2, removed: 4, correction: -1 }).explanation).toContain(
      "-3 = 2 woningen erbij − 4 woningen eraf + (-1 woning correctie)",
    );
    expect(evaluate("HOMESTOTARGET", { social: 330, homes: 660 }).explanation).toBe(
      "0 = niets erbij: 330 sociale huurwoningen nu van 660 woningen nu is al ten minste doel 30,0%",
    );
    expect(evaluate("STUDENTTARGET", { units: 3000, share: "33,33%" }).explanation).toContain("33,33%");
    expect(evaluate("URGENTSHARE", { urgent: 21, lettings: 84 }).explanation).toContain(
      "signaal: boven 20%, partijen gaan in gesprek (art. 9)",
    );
  });
});
