import { describe, expect, it } from "vitest";
import {
  asCounted,
  assess,
  Fraction,
  given,
  judgedNorm,
  missing,
  normsInForce,
  nothingOpen,
  ratio,
  referenceAgreement,
  startingAt,
  verdictText,
  type Comparator,
  type Course,
  type Norm,
  type Open,
} from "../src/index.js";

const source = { title: "Prestatieafspraken Oegstgeest 2025-2028", article: "art. 19" };
const norm = (comparator: Comparator, value: string, more: Partial<Norm> = {}): Norm => ({
  id: "N",
  indicator: "LABELPROGRESS",
  comparator,
  value,
  strength: "hard",
  source,
  ...more,
});

/** Verdicts below, on and above 25; the sign has its usual meaning. */
describe.each<[Comparator, string]>([
  [">=", "missed met met"],
  ["<=", "met met missed"],
  [">", "missed missed met"],
  ["<", "met missed missed"],
  ["=", "missed met missed"],
])("a norm %s 25", (comparator, verdicts) => {
  it(`is ${verdicts} at 24, 25 and 26`, () => {
    expect([24, 25, 26].map((value) => assess(value, norm(comparator, "25")).verdict).join(" ")).toBe(verdicts);
  });
  it("has nothing to say beside a plain verdict", () => {
    for (const value of [24, 25, 26])
      expect(assess(value, norm(comparator, "25"))).toMatchObject({ signal: false, notes: [] });
  });
});

describe("no verdict", () => {
  it("nothing to judge is unknown, nothing to judge by is no norm", () => {
    expect(assess(null, norm(">=", "1"))).toEqual({ verdict: "unknown", provisional: false, signal: false, notes: [] });
    expect(assess(null, null).verdict).toBe("unknown");
    expect(assess("1/3", null)).toEqual({ verdict: "no-norm", provisional: false, signal: false, notes: [] });
  });
});

/** Art. 9: at most 25%; parties talk above 20%, not at exactly 20%. */
describe("a signal value", () => {
  const urgent = norm("<=", "0.25", { signal: "0.20" });
  it.each([
    ["19/100", "met", false],
    ["20/100", "met", false],
    ["21/100", "met", true],
    ["25/100", "met", true],
    ["26/100", "missed", false],
  ] as const)("%s is %s, signal %s", (value, verdict, signal) => {
    expect(assess(value, urgent)).toEqual({ verdict, provisional: false, signal, notes: [] });
  });
  it("lies on the other side of a norm that is a minimum", () => {
    const regular = norm(">=", "0.75", { signal: "0.80" });
    expect(["0.80", "0.79", "0.75"].map((value) => assess(value, regular).signal)).toEqual([false, true, true]);
  });
});

/** Long-term goal: from 16% to 30%, without a date. "16 procent" means anything from 15.5% to 16.5%. */
describe("a long-term goal", () => {
  const share = norm(">=", "0.30", { strength: "long-term", baseline: "0.16" });
  const at = (value: string, course?: Course) => {
    const { verdict, notes } = assess(value, share, { day: "2026-09-30", unit: "share", course });
    expect(verdict).toBe("direction");
    return notes.map(({ nl }) => nl);
  };
  it.each(["0.15", "0.16", "0.17", "0.30", "0.40"])(
    "at %s is a direction, never met or missed",
    (value) => void at(value),
  );
  it("is not said to rise or fall within the rounding of its start", () => {
    for (const value of ["0.155", "0.1604", "0.1649"]) expect(at(value)[0]).toContain("geen verschil te zien");
    expect(at("0.165")[0]).toContain("gestegen met 0,00 procentpunt tot 1,00 procentpunt");
    expect(at("0.1549")[0]).toContain("gedaald met 0,01 procentpunt tot 1,01 procentpunt");
  });
  it("says the pace since the first measurement, and the year it leads to", () => {
    const course = (value: string): Course => ({
      until: null,
      baseline: { value: new Fraction(value), day: "2025-09-30" },
    });
    // One percentage point a year: 13 points take 13 years.
    expect(at("0.17", course("0.16"))[1]).toBe(
      "sinds 30 september 2025 +1,00 procentpunt: in dit tempo wordt 30% bereikt in 2039",
    );
    expect(at("0.17", course("0.18"))[1]).toContain("−1,00 procentpunt: in dit tempo wordt 30% nooit bereikt");
    expect(at("0.17", course("0.17"))[1]).toContain("nooit bereikt");
    expect(at("0.17", course("0.1695"))[1]).toContain("meer dan honderd jaar");
  });
  it("is never reached with no more social in new build than the goal itself (HOMESTOTARGET)", () => {
    const building = (part: string): string[] => at("0.16", { until: null, additions: new Fraction(part) });
    expect(building("0.30").at(-1)).toBe("met 30,0% sociaal in de nieuwbouw wordt 30% nooit bereikt");
    expect(building("0.4").at(-1)).toContain("is 30% bereikbaar");
  });
});

/** Art. 19: from none to all by 31-12-2028; the agreement began on 1-1-2025. After two of four years, half is expected. */
describe("a norm with a deadline", () => {
  const progress = norm(">=", "1", { deadline: "2028-12-31", baseline: "0" });
  const at = (value: string, day: string | undefined, from: string | undefined = "2025-01-01") =>
    assess(value, progress, { day, from }).verdict;
  it.each([
    ["0.49", "2026-12-31", "attention"],
    ["0.50", "2026-12-31", "on-track"],
    ["0.51", "2026-12-31", "on-track"],
    ["1", "2026-12-31", "met"],
    ["0.99", "2028-12-30", "attention"],
    ["0.99", "2028-12-31", "missed"],
    ["0.99", "2029-06-30", "missed"],
    ["0", "2024-12-31", "on-track"],
  ] as const)("at %s on %s is %s", (value, day, verdict) => {
    expect(at(value, day)).toBe(verdict);
  });
  it("cannot be on track without a day, a beginning or a start value, and is not missed either", () => {
    expect(at("0.9", undefined)).toBe("attention");
    expect(assess("0.9", progress, { day: "2026-12-31" }).verdict).toBe("attention");
    const noStart = norm(">=", "1", { deadline: "2028-12-31" });
    expect(assess("0.9", noStart, { day: "2026-12-31", from: "2025-01-01" }).verdict).toBe("attention");
  });
  /** From none on 31-12-2024 after two of four years half of the way is due: a start of 0.08 to 0.20 asks for 0.04 to 0.10. */
  it("has no verdict where it depends on what is unknown of the first measurement", () => {
    const gone = norm("<=", "0", { deadline: "2028-12-31" });
    const range = { low: new Fraction("0.08"), high: new Fraction("0.20"), because: { nl: "12 onbekend", en: "12" } };
    const course: Course = { until: "2028-12-31", baseline: { value: new Fraction("0.1"), day: "2024-12-31", range } };
    const judged = (value: string, open: Open = nothingOpen) =>
      assess(value, gone, { day: "2026-12-31", unit: "share", course, open });
    expect(judged("0.03").verdict).toBe("on-track");
    expect(judged("0.12").verdict).toBe("attention");
    expect(judged("0.06").verdict).toBe("unknown");
    expect(judged("0.06").notes[0]!.nl).toBe("het pad begint op 31 december 2024 bij 8,0% tot 20,0%: 12 onbekend");
    // What the sentence says is due is the strictest of what may be due.
    expect(judged("0.12").notes[0]!.nl).toContain("nu hoort 4,0%");
    // Unknown now as well: 0.03 to 0.05 is on track only if the path began high enough.
    const now = { low: new Fraction("0.03"), high: new Fraction("0.05"), because: { nl: "2 onbekend", en: "2" } };
    expect(judged("0.04", { ...nothingOpen, range: now }).verdict).toBe("unknown");
    // Reached already: where the path began does not matter.
    expect(judged("0")).toMatchObject({ verdict: "on-track", notes: [{ nl: "nu al bereikt" }] });
    // On track from any start, or reached if none is left: the start is named, because it decides in one of these cases.
    const few = { ...now, low: new Fraction(0), high: new Fraction("0.03") };
    expect(judged("0.02", { ...nothingOpen, range: few })).toMatchObject({
      verdict: "on-track",
      notes: [
        {},
        { nl: "het pad begint op 31 december 2024 bij 8,0% tot 20,0%: 12 onbekend" },
        { nl: "0,0% tot 3,0%: 2 onbekend" },
      ],
    });
    // After the last day there is no path, and nothing to say of it.
    expect(assess("0.1", gone, { day: "2029-01-01", unit: "share", course })).toMatchObject({
      verdict: "missed",
      notes: [],
    });
    // An error in the first measurement: no bound is sure.
    const wrong = { nl: "fout in Labels!D7", en: "error in Labels!D7" };
    const doubted: Course = { ...course, baseline: { ...course.baseline!, doubt: wrong } };
    expect(assess("0.03", gone, { day: "2026-12-31", unit: "share", course: doubted })).toMatchObject({
      verdict: "unknown",
      notes: [wrong],
    });
  });
  /** To all from 0.08 to 0.20: half-way 0.54 to 0.60 is due. */
  it("asks for the most that may be due of a share that must rise", () => {
    const rising = norm(">=", "1", { deadline: "2028-12-31" });
    const range = { low: new Fraction("0.08"), high: new Fraction("0.20"), because: { nl: "12 onbekend", en: "12" } };
    const course: Course = { until: "2028-12-31", baseline: { value: new Fraction("0.1"), day: "2024-12-31", range } };
    const judged = (value: string) => assess(value, rising, { day: "2026-12-31", unit: "share", course });
    expect(["0.50", "0.57", "0.65"].map((value) => judged(value).verdict)).toEqual([
      "attention",
      "unknown",
      "on-track",
    ]);
    expect(judged("0.50").notes[0]!.nl).toContain("nu hoort 60,0%");
    expect(judged("0.65").notes[0]!.nl).toContain("nu hoort 60,0%");
  });
  it("may begin anywhere only where it has a first measurement", () => {
    const course: Course = { until: "2028-12-31" };
    expect(startingAt(undefined, new Fraction(1))).toBeUndefined();
    expect(startingAt(course, new Fraction(1))).toBe(course);
  });
  it("begins at its own first day where it has one", () => {
    const later = norm(">=", "1", { deadline: "2028-12-31", baseline: "0", from: "2027-01-01" });
    expect(assess("0.1", later, { day: "2026-12-31", from: "2025-01-01" }).verdict).toBe("on-track");
    expect(assess("0.49", later, { day: "2027-12-31", from: "2025-01-01" }).verdict).toBe("attention");
  });
  it("may go down: 400 homes to 0 is 200 half-way", () => {
    const labels = norm("<=", "0", { deadline: "2028-12-31", baseline: "400" });
    const period = { day: "2026-12-31", from: "2025-01-01" };
    expect([199, 200, 201].map((value) => assess(value, labels, period).verdict)).toEqual([
      "on-track",
      "on-track",
      "attention",
    ]);
  });
});

/** Art. 19: "ongeveer 50 woningen per jaar". */
describe("a figure that was agreed as about", () => {
  it("asks for attention and says why; it is not missed", () => {
    const pace = norm(">=", "50", { strength: "approximate" });
    const { verdict, notes } = assess(49, pace, { day: "2028-12-31" });
    expect([verdict, notes[0]?.nl, notes[0]?.en]).toEqual([
      "attention",
      "richtgetal (“ongeveer”)",
      "approximate figure (“ongeveer”)",
    ]);
  });
  it("holds within its margin, and says so: 10% of 50 is 5", () => {
    const pace = norm(">=", "50", { strength: "approximate", margin: "0.10" });
    expect([44, 45, 50].map((value) => assess(value, pace).verdict)).toEqual(["attention", "met", "met"]);
    expect(assess(45, pace).notes[0]?.nl).toBe("binnen 10% van het richtgetal (“ongeveer”)");
    expect(assess(50, pace).notes).toEqual([]);
    const most = norm("<=", "50", { strength: "approximate", margin: "0.10" });
    expect([55, 56].map((value) => assess(value, most).verdict)).toEqual(["met", "attention"]);
  });
});

it("a figure that is to be hit exactly has no better side, so never a signal nor a course", () => {
  const exactly = norm("=", "25", { signal: "20", deadline: "2028-12-31", baseline: "10" });
  expect(assess(25, exactly).signal).toBe(false);
  expect(assess(24, exactly, { day: "2026-12-31", from: "2025-01-01" }).verdict).toBe("on-track");
});

/** Art. 9 over a calendar year. */
describe("a counted figure in a period that runs", () => {
  const urgent = norm("<=", "0.25", { strength: "effort", signal: "0.20" });
  const course: Course = { until: "2026-12-31" };
  it("is inside or outside so far, and only the last day makes it final", () => {
    const on = (value: string, day: string) => assess(value, urgent, { day, course, unit: "share" });
    expect(on("0.25", "2026-09-30")).toMatchObject({ verdict: "on-track", provisional: true, signal: true });
    expect(on("0.20", "2026-09-30").signal).toBe(false);
    expect(on("0.26", "2026-12-30")).toMatchObject({ verdict: "attention", provisional: true });
    expect(on("0.25", "2026-12-31")).toMatchObject({ verdict: "met", provisional: false });
    expect(on("0.26", "2026-12-31")).toMatchObject({ verdict: "missed", provisional: false });
    expect(verdictText(on("0.25", "2026-09-30")).nl).toBe("op koers (voorlopig)");
  });
  it("says what a maximum over the term has used, against the time that passed", () => {
    const cap = norm("<=", "400", { period: "term" });
    const at = (sold: number) =>
      assess(sold, cap, {
        day: "2026-12-31",
        from: "2025-01-01",
        unit: "homes",
        course: { until: "2028-12-31", grows: true },
      });
    expect(at(200)).toMatchObject({ verdict: "on-track", provisional: true });
    expect(at(200).notes[0]?.nl).toBe("50% gebruikt na 50% van de tijd");
    expect(at(201).verdict).toBe("attention");
    expect(at(401)).toMatchObject({ verdict: "attention", provisional: true });
  });
  it("is not judged for one party with few cases, and never green for all while one is outside", () => {
    const few: Course = { ...course, few: { nl: "klein", en: "small" } };
    expect(assess("0", urgent, { day: "2026-12-31", course: few })).toMatchObject({ notes: [few.few] });
    const doubt = { nl: "fout", en: "error" };
    const open = { ...nothingOpen, doubt };
    expect(assess("0", urgent, { day: "2026-12-31", course: few, open })).toMatchObject({ notes: [doubt] });
    const behind = assess("0.1", urgent, { day: "2026-12-31", course: { ...course, behind: ["WYwonen"] } });
    expect(behind).toMatchObject({ verdict: "attention" });
    expect(behind.notes[0]?.nl).toBe("gezamenlijk gehaald; WYwonen boven de norm");
    const below = assess("0.8", norm(">=", "0.75"), { course: { until: null, behind: ["WYwonen", "DUWO"] } });
    expect(below.notes[0]?.nl).toBe("gezamenlijk gehaald; WYwonen en DUWO onder de norm");
    const all = assess("0.3", urgent, { day: "2026-12-31", course: { ...course, behind: ["WYwonen"] } });
    expect(all).toMatchObject({ verdict: "missed", notes: [{ nl: "streefnorm" }] });
  });
  it("is not judged for all while one party may be outside", () => {
    const unsure = { names: ["DUWO"], because: { nl: "8 rijen zonder soort", en: "8 rows" } };
    const judged = (value: string) => assess(value, urgent, { day: "2026-12-31", course: { ...course, unsure } });
    expect(judged("0.1")).toMatchObject({
      verdict: "unknown",
      notes: [{ nl: "niet te zeggen voor DUWO apart: 8 rijen zonder soort" }],
    });
    expect(judged("0.3").verdict).toBe("missed");
  });
  it("is judged by the end alone where the norm is about the whole term", () => {
    const share = norm(">=", "0.30", { period: "term" });
    const judged = (value: string) => assess(value, share, { day: "2026-09-30", course: { until: "2028-12-31" } });
    expect(judged("0.31")).toMatchObject({ verdict: "on-track", notes: [{ nl: "nu al bereikt" }] });
    expect(judged("0.29")).toMatchObject({ verdict: "attention", provisional: true, notes: [] });
  });
  it("is measured from the first day of its own period, else of the norm, else of the agreement", () => {
    const used = (from: { course?: string; norm?: string; agreement?: string }) =>
      assess(50, norm("<=", "100", from.norm === undefined ? {} : { from: from.norm }), {
        day: "2026-12-31",
        from: from.agreement,
        unit: "homes",
        course: { until: "2027-12-31", grows: true, ...(from.course === undefined ? {} : { from: from.course }) },
      }).notes.map(({ nl }) => nl);
    expect(used({ course: "2026-01-01", norm: "2024-01-01" })).toEqual(["50% gebruikt na 50% van de tijd"]);
    expect(used({ course: "2026-01-01" })).toEqual(["50% gebruikt na 50% van de tijd"]);
    expect(used({ norm: "2024-01-01", agreement: "2026-01-01" })).toEqual(["50% gebruikt na 75% van de tijd"]);
    expect(used({ agreement: "2024-01-01" })).toEqual(["50% gebruikt na 75% van de tijd"]);
    expect(used({})).toEqual([]);
  });
});

it("a figure of parts that are still plans is on track or asks for attention, and names them", () => {
  const share = norm(">=", "0.80");
  const judged = (value: string, course: Course) => assess(value, share, { day: "2026-12-31", course });
  const planned = ["De Molen"];
  expect(judged("0.8", { until: null, planned })).toMatchObject({
    verdict: "on-track",
    notes: [{ nl: "De Molen is nog niet opgeleverd" }],
  });
  expect(judged("0.7", { until: null, planned }).verdict).toBe("attention");
  expect(judged("0.8", { until: "2026-12-31", planned }).verdict).toBe("met");
  expect(judged("0.8", { until: null, planned: [] }).verdict).toBe("met");
});

it("a counted figure is judged with all that is known of it", () => {
  const open = { ...nothingOpen, doubt: { nl: "fout", en: "error" } };
  const judging = asCounted({ open, course: { until: null } });
  expect(judging.plans).toBe(false);
  expect(judging.assess(new Fraction(1), norm(">=", "1"), {})).toMatchObject({
    verdict: "unknown",
    notes: [open.doubt],
  });
  const due = asCounted({ course: { until: null } }).assess(
    new Fraction(1, 2),
    norm(">=", "1", { deadline: "2028-12-31" }),
    {
      day: "2028-12-31",
    },
  );
  expect(due.verdict).toBe("missed");
  const delivered = given(1, "homes", { nl: "woningen", en: "homes" });
  expect(asCounted({ course: { until: null, plans: { delivered, soft: 0 } } }).plans).toBe(true);
  expect(asCounted({}).plans).toBe(false);
});

describe("a figure made of plans", () => {
  const share = norm(">=", "0.30", { period: "term" });
  const homes = (count: number) => given(count, "homes", { nl: "woningen", en: "homes" });
  const plans: Course = {
    until: "2028-12-31",
    plans: { delivered: ratio(homes(24), homes(68), { nl: "aandeel", en: "share" }), soft: 12 },
  };
  it("is on track by plans, with what was delivered and what is only an idea", () => {
    const { verdict, provisional, notes } = assess("0.317", share, { day: "2026-09-30", course: plans, unit: "share" });
    expect([verdict, provisional]).toEqual(["on-track", true]);
    expect(notes.map(({ nl }) => nl)).toEqual([
      "opgeleverd 24 van 68 (35,3%)",
      "waarvan 12 woningen in plannen die nog idee of haalbaarheid zijn",
    ]);
    expect(assess("0.29", share, { day: "2026-09-30", course: plans }).verdict).toBe("attention");
  });
  it("is judged by what was delivered once the term is over", () => {
    expect(assess("0.1", share, { day: "2028-12-31", course: plans }).verdict).toBe("met");
    expect(assess("0.9", norm(">=", "0.36"), { day: "2028-12-31", course: plans }).verdict).toBe("missed");
  });
  it("has no verdict once the term is over and nothing is known as delivered", () => {
    const over = (because?: { nl: string; en: string }) =>
      assess("0.9", share, {
        day: "2028-12-31",
        course: {
          until: "2028-12-31",
          plans: { delivered: missing("share", { nl: "aandeel", en: "share" }, because), soft: 0 },
        },
      });
    const because = { nl: "teller en noemer ontbreken", en: "no parts" };
    expect(over(because)).toMatchObject({ verdict: "unknown", notes: [because] });
    expect(over()).toMatchObject({ verdict: "unknown", notes: [{ nl: "nog niets opgeleverd" }] });
  });
});

describe("what is not known", () => {
  const silent: Open = {
    ...nothingOpen,
    silent: [{ table: { nl: "Labels", en: "Labels" }, parties: [{ id: "duwo", name: "DUWO" }] }],
  };
  const doubt: Open = { ...nothingOpen, doubt: { nl: "fout in Labels!D7", en: "error in Labels!D7" } };
  const gone = norm("<=", "0", { deadline: "2028-12-31" });
  const course: Course = { until: null };
  it("leaves no verdict that it could change", () => {
    for (const open of [silent, doubt]) {
      expect(assess("0", gone, { day: "2028-12-31", course, open }).verdict).toBe("unknown");
      expect(assess("0.1", gone, { day: "2026-12-31", course, open }).verdict).toBe("unknown");
    }
  });
  it("leaves what no missing figure can mend: E, F and G left after 2028, whoever is silent", () => {
    expect(assess("0.1", gone, { day: "2029-03-31", course, open: silent }).verdict).toBe("missed");
    expect(assess("0.1", gone, { day: "2029-03-31", course, open: doubt }).verdict).toBe("unknown");
    expect(assess("0.1", gone, { day: "2028-12-31", course, open: silent }).verdict).toBe("missed");
    expect(assess("0.1", gone, { course, open: silent }).verdict).toBe("unknown");
    expect(assess("0.1", norm("<=", "0"), { day: "2028-12-31", open: silent }).verdict).toBe("unknown");
  });
  /** A party without figures can only add to the homes sold; it can move a share either way. */
  it("leaves a maximum that is exceeded already once its period is over, and no minimum", () => {
    const term: Course = { until: "2028-12-31", grows: true };
    const judged = (
      value: number,
      comparator: Comparator,
      course: Course,
      unit: "homes" | "share",
      day = "2028-12-31",
    ) => assess(value, norm(comparator, "400", { period: "term" }), { day, course, unit, open: silent }).verdict;
    expect(judged(401, "<=", term, "homes")).toBe("missed");
    expect(judged(400, "<=", term, "homes")).toBe("unknown");
    expect(judged(400, "<", term, "homes")).toBe("unknown");
    expect(judged(401, "<=", term, "homes", "2028-12-30")).toBe("unknown");
    expect(judged(401, "<=", term, "share")).toBe("unknown");
    expect(judged(401, "<=", { until: "2028-12-31" }, "homes")).toBe("unknown");
    expect(judged(399, "=", term, "homes")).toBe("unknown");
    expect(judged(401, "=", term, "homes")).toBe("missed");
    expect(judged(399, ">=", term, "homes")).toBe("unknown");
    expect(judged(401, ">=", term, "homes")).toBe("unknown");
    expect(assess(399, norm(">=", "0"), { day: "2028-12-31", course: term, open: silent }).verdict).toBe("unknown");
  });
  it("leaves a verdict where both ends of a range agree", () => {
    const urgent = norm("<=", "0.25", { signal: "0.20" });
    const between = (low: string, high: string): Open => ({
      ...nothingOpen,
      range: { low: new Fraction(low), high: new Fraction(high), because: { nl: "8 rijen", en: "8 rows" } },
    });
    const judged = (low: string, high: string) => assess(low, urgent, { course, open: between(low, high) });
    expect(judged("0.10", "0.15")).toMatchObject({
      verdict: "met",
      signal: false,
      notes: [{ nl: "0,1 tot 0,15: 8 rijen" }],
    });
    expect(judged("0.21", "0.24")).toMatchObject({ verdict: "met", signal: true });
    // The range crosses the signal or the cap: no verdict (DESIGN 3.5).
    expect(judged("0.119", "0.202").verdict).toBe("unknown");
    expect(judged("0.21", "0.26").verdict).toBe("unknown");
    expect(judged("0.26", "0.30").verdict).toBe("missed");
    const running = assess("0.2", urgent, {
      day: "2026-09-30",
      course: { until: "2026-12-31" },
      open: between("0.18", "0.22"),
    });
    expect(running).toMatchObject({ verdict: "unknown", notes: [{ nl: "0,18 tot 0,22: 8 rijen" }] });
    // Outside the norm for another reason: the signal decides nothing, and is said only if it is sure.
    const behind: Course = { until: null, behind: ["WYwonen"] };
    const outside = (low: string, high: string) => assess(low, urgent, { course: behind, open: between(low, high) });
    expect(outside("0.18", "0.22")).toMatchObject({ verdict: "attention", signal: false });
    expect(outside("0.21", "0.24")).toMatchObject({ verdict: "attention", signal: true });
  });
  it("is told by the bound that is farthest from the norm", () => {
    const most = norm("<=", "100", { period: "term" });
    const least = norm(">=", "100", { period: "term" });
    const range = { low: new Fraction(10), high: new Fraction(40), because: { nl: "30 onbekend", en: "30" } };
    const said = (one: Norm) =>
      assess(20, one, {
        day: "2026-12-31",
        from: "2025-01-01",
        unit: "homes",
        course: { until: "2028-12-31", grows: true },
        open: { ...nothingOpen, range },
      }).notes[0]?.nl;
    expect(said(most)).toBe("40% gebruikt na 50% van de tijd");
    expect(said(least)).toBe("10% bereikt na 50% van de tijd");
  });
});

describe("an effort norm", () => {
  it("is missed, with the word beside it (art. 9: streven)", () => {
    expect(assess("0.74", norm(">=", "0.75", { strength: "effort" })).notes).toEqual([
      { nl: "streefnorm", en: "effort norm" },
    ]);
  });
});

describe("the norms in force", () => {
  const norms = [norm(">=", "0.15", { until: "2027-12-31" }), norm(">=", "0.20", { from: "2028-01-01" })];
  const values = (day?: string) => normsInForce(norms, "LABELPROGRESS", day).map(({ value }) => value);
  it("begin and end on their days, both included", () => {
    expect(values("2027-12-31")).toEqual(["0.15"]);
    expect(values("2028-01-01")).toEqual(["0.20"]);
    expect(values()).toEqual(["0.15", "0.20"]);
    expect(normsInForce(norms, "SOCIALSHARE", "2027-12-31")).toEqual([]);
  });
});

describe("a norm as shown", () => {
  it("has the printed figure beside the computed one, and the deadline, where there are such", () => {
    const shown = judgedNorm(norm(">=", "1090", { agreed: "1200", deadline: "2028-12-31" }), "homes");
    expect(shown).toMatchObject({ value: 1090, exact: "1090/1", agreed: 1200, deadline: "2028-12-31" });
    expect(shown.display).toEqual({ nl: "≥ 1.090 (art. 19)", en: "≥ 1,090 (art. 19)" });
  });
  it("has neither where there is none, and names the document where there is no article", () => {
    const plain = norm("<=", "0.25", { source: { title: "Convenant" } });
    expect(judgedNorm(plain, "share")).toMatchObject({
      agreed: null,
      deadline: null,
      display: { nl: "≤ 25% (Convenant)" },
    });
  });
});

it("Oegstgeest's own labels: 40 homes left half-way is on the way, on the last day missed (art. 19)", () => {
  const [efg] = normsInForce(referenceAgreement.norms, "LABELSHARE");
  expect([
    assess("0.01", efg!, { day: "2026-12-31" }).verdict,
    assess("0.01", efg!, { day: "2028-12-31" }).verdict,
  ]).toEqual(["attention", "missed"]);
});
