import { describe, expect, it } from "vitest";
import { assess, judgedNorm, normsInForce, referenceAgreement, type Comparator, type Norm } from "../src/index.js";

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

/** Below, on and above 25. A sign means what it means at school. */
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
    expect(assess(null, norm(">=", "1"))).toEqual({ verdict: "unknown", signal: false, notes: [] });
    expect(assess(null, null).verdict).toBe("unknown");
    expect(assess("1/3", null)).toEqual({ verdict: "no-norm", signal: false, notes: [] });
  });
});

/** Art. 9: at most 25%, parties talk above 20%; precisely 20% is no reason to talk. */
describe("a signal value", () => {
  const urgent = norm("<=", "0.25", { signal: "0.20" });
  it.each([
    ["19/100", "met", false],
    ["20/100", "met", false],
    ["21/100", "met", true],
    ["25/100", "met", true],
    ["26/100", "missed", false],
  ] as const)("%s is %s, signal %s", (value, verdict, signal) => {
    expect(assess(value, urgent)).toEqual({ verdict, signal, notes: [] });
  });
  it("lies on the other side of a norm that is a minimum", () => {
    const regular = norm(">=", "0.75", { signal: "0.80" });
    expect(["0.80", "0.79", "0.75"].map((value) => assess(value, regular).signal)).toEqual([false, true, true]);
  });
});

/** Einddoel: from 16% to 30%, without a date. */
describe("a long-term goal", () => {
  const share = norm(">=", "0.30", { strength: "long-term", baseline: "0.16" });
  it.each([
    ["0.15", "attention"],
    ["0.16", "attention"],
    ["0.17", "on-track"],
    ["0.30", "met"],
  ] as const)("at %s is %s, and never missed", (value, verdict) => {
    expect(assess(value, share, { day: "2040-01-01" }).verdict).toBe(verdict);
  });
  it("says that it has no date; without a start nothing is on track", () => {
    expect(assess("0.2", share).notes[0]?.nl).toBe("doel op lange termijn, zonder datum");
    expect(assess("0.29", norm(">=", "0.30", { strength: "long-term" })).verdict).toBe("attention");
  });
});

/** Art. 19: from 0 to all by 31-12-2028, the agreement began 1-1-2025. Half-way (two of four years) is a half. */
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
  const exactly = norm("=", "25", { signal: "20", strength: "long-term", baseline: "10" });
  expect(assess(25, exactly).signal).toBe(false);
  expect(assess(24, exactly).verdict).toBe("attention");
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
