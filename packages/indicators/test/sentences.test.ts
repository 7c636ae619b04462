import { describe, expect, it } from "vitest";
import type { Arguments } from "../src/define.js";
import {
  evaluate,
  evaluateNamed,
  indicators,
  referenceAgreement,
  type Quantity,
  type Result,
  type Text,
} from "../src/index.js";

/** Every text of a result, including those of the numbers it was computed from. */
function* texts(result: Result): Generator<Text> {
  yield result.display;
  yield result.explanations;
  if (result.norm) yield result.norm.display;
  const open: Quantity[] = result.quantity ? [result.quantity] : [];
  for (let one = open.pop(); one; one = open.pop()) {
    yield one.label;
    if (one.because) yield one.because;
    if (one.formula) yield one.formula;
    yield* one.notes ?? [];
    open.push(...(one.of ?? []));
  }
}

describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))("%s", (id, indicator) => {
  it("says everything about its examples in both languages, with every blank filled in", () => {
    for (const { given, day, refused } of indicator.examples) {
      if (refused !== undefined) continue;
      const result = evaluateNamed(id, given, day === undefined ? {} : { day });
      for (const { nl, en } of texts(result))
        for (const text of [nl, en]) {
          expect(text?.trim()).toBeTruthy();
          expect(text).not.toMatch(/undefined|NaN|\[object|\{[a-z]/);
        }
      if (result.value === null && result.reason !== null)
        expect(result.quantity?.because ?? result.explanation).toBeTruthy();
    }
  });
});

const path = { target: 360, start: "2025-01-01", end: "2028-12-31", date: "2026-12-31" };
const explained = (id: string, given: Arguments, context = {}): string => evaluateNamed(id, given, context).explanation;

describe("what is missing is named", () => {
  it.each(["start", "end", "date"])("EXPECTED without %s", (name) => {
    const result = evaluate("EXPECTED", { ...path, [name]: null });
    expect([result.value, result.reason]).toEqual([null, "missing"]);
    expect(result.explanation).toContain("Vul de drie dagen in.");
  });
  it("EXPECTED on a period of one day has passed", () => {
    expect(evaluate("EXPECTED", { ...path, start: "2026-12-31", end: "2026-12-31" }).exact).toBe("360/1");
    // Quarters stand for their first and last day: 2025-Q1 up to and including 2028-Q4 is the whole agreement.
    expect(evaluate("EXPECTED", { ...path, start: "2025-Q1", end: "2028-Q4" }).exact).toBe("180/1");
  });
  it.each([
    [{}, "Er zijn geen labels gegeven."],
    [{ labels: null }, "Er is geen enkele woning met een bekend label."],
    [{ labels: ["A", "E"], counts: [3, null] }, "Bij het label op plaats 2 ontbreekt het aantal."],
    [{ labels: ["E", "A"], counts: [null, 3] }, "Bij het label op plaats 1 ontbreekt het aantal."],
    [{ labels: [null, ""] }, "Er is geen enkele woning met een bekend label."],
  ])("LABELSHARE of %j", (given, sentence) => {
    const result = evaluate("LABELSHARE", given as never);
    expect([result.value, result.reason]).toEqual([null, "missing"]);
    expect(result.explanation).toContain(sentence);
  });
  it("LABELSHARE of labels that were all counted and are none is undefined, not missing", () => {
    expect(evaluate("LABELSHARE", { labels: ["A", "E"], counts: [0, 0] }).reason).toBe("undefined");
    expect(() => evaluate("LABELSHARE", { labels: ["A", "E"], counts: [1] })).toThrow(
      "Er zijn 2 labels en 1 aantallen.",
    );
  });
  it("LABELSHARE says how many have no label, and nothing where all have one", () => {
    expect(explained("LABELSHARE", { labels: ["E", null, "A", "A"], counts: [1, 2, 2, 1] })).toContain(
      "2 zonder bekend label niet meegeteld; het aantal is een ondergrens",
    );
    expect(explained("LABELSHARE", { labels: ["E", "A"] })).not.toContain("zonder bekend label");
  });
  it("REMAININGNEED names the class; a class without anything is left out", () => {
    expect(explained("REMAININGNEED", { need: [444, 248], realised: [55, null] })).toContain(
      "Klasse 2 is niet ingevuld.",
    );
    expect(explained("REMAININGNEED", { need: [null, 248], realised: [55, 40] })).toContain(
      "Klasse 1 is niet ingevuld.",
    );
    expect(evaluate("REMAININGNEED", { need: [444, null], realised: [55, null] }).exact).toBe("389/1");
    // 444 - 55 = 389 and 248 - 40 = 208; a surplus in one class does not offset another.
    expect(explained("REMAININGNEED", { need: [444, 248], realised: [55, 40] })).toContain(
      "max(0; 444 − 55) + max(0; 248 − 40)",
    );
    expect(evaluate("REMAININGNEED", { need: [444, 40], realised: [55, 248] }).exact).toBe("389/1");
  });
  it("LABELPACE asks for the day and the deadline", () => {
    expect(explained("LABELPACE", { remaining: 400, from: null })).toContain("Vanaf welke dag?");
    expect(explained("LABELPACE", { remaining: 400, from: "2026-09-30" }, { agreement: null })).toContain(
      "geen einddatum",
    );
    // 400 in 2.25 years, by hand: 177.8 a year.
    expect(evaluate("LABELPACE", { remaining: 400, from: "2026-09-30" }).exact).toBe("1600/9");
    expect(explained("LABELPACE", { remaining: 0, from: "2029-01-31" })).toContain("de einddatum is voorbij");
    expect(evaluate("LABELPACE", { remaining: 1, from: "2028-12-31" }).reason).toBe("unreachable");
  });
  it("STATUS and EXPLAIN ask which indicator", () => {
    for (const id of ["STATUS", "EXPLAIN", "NORM"])
      expect(evaluateNamed(id, { indicator: null }).reason).toBe("missing");
    expect(explained("STATUS", { indicator: "URGENTSHARE", value: null })).toContain("De waarde ontbreekt.");
  });
});

describe("student rents", () => {
  // The limit of 2026 is 498.20 (Staatscourant); "onder" is strict by default.
  const rents = [498.19, 498.2, 498.21, null];
  it("on the limit are counted apart, and so are units without a rent", () => {
    const strict = evaluate("STUDENTSHARE", { rents, year: 2026 });
    expect(strict.exact).toBe("1/3");
    for (const note of [
      "grens 2026: € 498,20",
      "1 precies op de grens, niet meegeteld",
      "1 zonder huur niet meegeteld",
    ])
      expect(strict.explanation).toContain(note);
    const inclusive = evaluate("STUDENTSHARE", { rents, year: 2026, inclusive: true });
    expect(inclusive.exact).toBe("2/3");
    expect(inclusive.explanation).toContain("1 precies op de grens, meegeteld (t/m de grens)");
  });
  it("all filled in and none on the limit have no such notes", () => {
    const plain = explained("STUDENTSHARE", { rents: [400, 600], year: 2026 });
    expect(plain).not.toMatch(/op de grens|zonder huur/);
  });
  it("have a year each, one year, or the year of the day", () => {
    // The limit of 2025 is 477.20, so 480 is above it and under that of 2026.
    expect(evaluate("STUDENTSHARE", { rents: [480, 480], year: [2025, 2026] }).exact).toBe("1/2");
    expect(evaluate("STUDENTSHARE", { rents: [480, 480] }, { day: "2026-06-30" }).exact).toBe("1/1");
    expect(explained("STUDENTSHARE", { rents: [480] })).toContain("Van welk jaar is de grens?");
    expect(() => evaluate("STUDENTSHARE", { rents: [480, 480, 480], year: [2025, 2026] })).toThrow(
      "3 huren en 2 jaren",
    );
    expect(explained("STUDENTSHARE", { rents: [480], year: 2026 }, { limits: [] })).toContain("grens is niet bekend");
  });
});

describe("where the words and the sum differ", () => {
  it("SOCIALTARGET shows both: 360 of about 1.200, and 327 of 1.090", () => {
    const result = evaluate("SOCIALTARGET");
    expect(result.exact).toBe("360/1");
    expect(result.explanation).toContain("van de berekende 1.090 woningen zou het 327 zijn");
  });
  it("and only where they differ", () => {
    const figures = {
      ...referenceAgreement.figures,
      agreedRemaining: { ...referenceAgreement.figures.agreedRemaining!, value: "1090" },
    };
    expect(explained("SOCIALTARGET", {}, { agreement: { ...referenceAgreement, figures } })).not.toContain(
      "berekende rest",
    );
    expect(explained("SOCIALTARGET", { homes: 1000 })).not.toContain("berekende rest");
  });
});

describe("the figures of the agreement", () => {
  it("stand beside an answer about them, and not beside one about other figures", () => {
    expect(explained("REMAININGNEED", {})).toContain("1.200");
    expect(explained("REMAININGNEED", { need: 1651, realised: 561 })).toContain("1.200");
    expect(explained("REMAININGNEED", { need: 100, realised: 10 })).not.toContain("1.200");
  });
  it("give way to a minimum that is handed over, and leave out what they do not hold", () => {
    // 30% of about 1,200 is 360; 400 is more.
    expect(evaluate("SOCIALTARGET", { minimum: 400 }).exact).toBe("400/1");
    const { need, agreedRemaining } = referenceAgreement.figures;
    const figures = { need: need!, agreedRemaining: agreedRemaining! };
    const result = evaluate("SOCIALTARGET", {}, { agreement: { ...referenceAgreement, figures } });
    expect(result.exact).toBe("360/1");
    expect(result.explanation).not.toContain("berekende rest");
    // Without a printed minimum, 30% of 1,200 is still 360.
    const norms = referenceAgreement.norms.filter(({ indicator }) => indicator !== "SOCIALTARGET");
    expect(evaluate("SOCIALTARGET", {}, { agreement: { ...referenceAgreement, norms } }).exact).toBe("360/1");
  });
  it("EXPLAIN ends with the source, STATUS carries the norm it judged by", () => {
    const source = indicators.find(({ id }) => id === "URGENTROOM")!.source.nl;
    expect(explained("EXPLAIN", { indicator: "URGENTROOM" })).toContain(source);
    expect(evaluate("STATUS", { indicator: "URGENTSHARE", value: 0.2 }).norm).toMatchObject({
      exact: "1/4",
      comparator: "<=",
    });
    expect(evaluate("STATUS", { indicator: "URGENTSHARE", value: 0.2 }, { agreement: null }).norm).toBeNull();
  });
  it("LABELSHARE names the place in English too", () => {
    const { explanations } = evaluate("LABELSHARE", { labels: ["A", "E"], counts: [3, null] });
    expect(explanations.en).toContain("The count of the label in place 2 is missing.");
    // A home without a label needs no count.
    expect(evaluate("LABELSHARE", { labels: ["A", null, "E"], counts: [1, null, 1] }).exact).toBe("1/2");
  });
});

describe("without an agreement", () => {
  it("there is no norm and nothing to answer from", () => {
    const none = { agreement: null };
    expect(evaluate("NORM", { indicator: "URGENTSHARE" }, none)).toMatchObject({
      value: null,
      reason: "not applicable",
    });
    expect(evaluate("HOUSINGNEED", {}, none).reason).toBe("missing");
    expect(evaluate("REMAININGNEED", {}, none).reason).toBe("missing");
    expect(evaluate("STATUS", { indicator: "URGENTSHARE", value: 0.2 }, none).verdict).toBe("no-norm");
    expect(explained("EXPLAIN", { indicator: "URGENTSHARE" }, none)).not.toContain("norm ≤");
    expect(explained("EXPLAIN", { indicator: "URGENTSHARE" })).toContain("norm ≤ 25% (art. 9)");
  });
  it("NORM asks for the day where norms follow each other", () => {
    const [urgent] = referenceAgreement.norms.filter(({ indicator }) => indicator === "URGENTSHARE");
    const agreement = {
      ...referenceAgreement,
      norms: [
        { ...urgent!, until: "2026-12-31" },
        { ...urgent!, value: "0.30", from: "2027-01-01" },
      ],
    };
    expect(explained("NORM", { indicator: "URGENTSHARE" }, { agreement })).toContain(
      "gelden na elkaar 2 normen. Geef de dag mee.",
    );
    expect(evaluate("NORM", { indicator: "URGENTSHARE", date: "2027-01-01" }, { agreement }).exact).toBe("3/10");
    expect(evaluate("NORM", { indicator: "URGENTSHARE" }, { agreement, day: "2026-12-31" }).exact).toBe("1/4");
    expect(
      explained("NORM", { indicator: "LABELPACE", date: "2020-01-01" }, { agreement: { ...agreement, norms: [] } }),
    ).toContain("geen norm voor LABELPACE op 2020-01-01");
  });
});

it("an indicator is found as a formula writes it, and a limit as people write it", () => {
  for (const indicator of [
    "URGENTSHARE",
    "urgentshare",
    "PA.URGENTSHARE()",
    "=PA.URGENTSHARE()",
    "_xldudf_PA_URGENTSHARE",
  ])
    expect(evaluate("NORM", { indicator }).exact, indicator).toBe("1/4");
  for (const limit of ["aftopping-laag", "Aftopping  laag", "aftopping_laag"])
    expect(evaluateNamed("RENTLIMIT", { year: 2026, limit }).value, limit).toBe(713.02);
});

describe("what is counted agrees with its number", () => {
  it.each([
    ["URGENTSHARE", { urgent: 1, lettings: 4 }, "1 toewijzing aan urgente groepen / 4 toewijzingen"],
    [
      "STOCKCHANGE",
      { added: 1, removed: 0, correction: -1 },
      "1 woning erbij − 0 woningen eraf + (-1 woning correctie)",
    ],
    ["SOCIALSHARE", { social: 1, homes: 2 }, "1 sociale huurwoning / 2 woningen"],
  ])("%s of one", (id, given, says) => {
    expect(explained(id, given)).toContain(says);
  });
});

describe("a norm of 0 is said in words", () => {
  it.each([
    ["LABELSHARE", { labels: ["A", "E"], counts: [9, 1] }, "norm geen meer, eind 2028 (art. 19)"],
    ["STOCKCHANGE", { added: 1, removed: 0 }, "norm niet minder dan bij het begin (art. 13)"],
  ])("%s", (id, given, says) => {
    expect(explained(id, given, { day: "2026-09-30" })).toContain(says);
  });

  it("and a target says which of two it is", () => {
    expect(explained("SOCIALTARGET", { homes: 1000, share: 0.3, minimum: 360 })).toMatch(
      /^360 = .*30,0% × 1\.000 nieuwe woningen, naar boven afgerond, en niet minder dan 360 /,
    );
  });
});
