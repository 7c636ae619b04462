import { describe, expect, it } from "vitest";
import {
  absent,
  difference,
  evaluate,
  given,
  limitOf,
  missing,
  noted,
  ratio,
  referenceLimits,
  sum,
  type LimitSeries,
} from "../src/index.js";

const homes = { nl: "woningen", en: "homes" };
const share = { nl: "aandeel", en: "share" };
const lost = { nl: "De opgave van Portaal ontbreekt.", en: "Portaal's return is missing." };

describe("a quantity", () => {
  it("is exact: 147 of 578 is 147/578, not 0.2543", () => {
    const part = ratio(given(147, "homes", homes), given(578, "homes", homes), share);
    expect(part.value?.toFraction()).toBe("147/578");
    expect(part).toMatchObject({ unit: "share", label: share, by: "ratio" });
    expect(part.of?.map(({ value }) => value?.valueOf())).toEqual([147, 578]);
  });

  it("writes itself in JSON as the fraction it is", () => {
    const kept = JSON.parse(JSON.stringify(evaluate("SOCIALSHARE", { social: 55, homes: 660 }))) as {
      quantity: { value: string; of: { value: string }[] };
    };
    expect([kept.quantity.value, ...kept.quantity.of.map(({ value }) => value)]).toEqual(["1/12", "55/1", "660/1"]);
  });

  it("says why a share of nothing does not exist", () => {
    const part = ratio(given(0, "homes", homes), given(0, "homes", homes), share);
    expect(part).toMatchObject({
      value: null,
      reason: "undefined",
      because: { nl: "Er zijn geen woningen (0), dus een aandeel daarvan bestaat niet." },
    });
  });

  it("keeps the reason and the sentence of what is missing, and what it would have been made of", () => {
    const total = sum([given(3, "homes", homes), missing("homes", homes, lost)], "homes", homes);
    expect(total).toMatchObject({ value: null, reason: "missing", because: lost, by: "sum" });
    expect(total.of).toHaveLength(2);
    const left = difference(absent("not applicable", "homes", homes), total, "homes", homes);
    expect(left.reason).toBe("not applicable");
    expect("because" in left).toBe(false);
  });

  it("of nothing is missing without a sentence, unless there is one", () => {
    expect(given(null, "homes", homes)).toEqual({ value: null, reason: "missing", unit: "homes", label: homes });
    expect(absent("unreachable", "homes", homes, lost, [given(1, "homes", homes)])).toMatchObject({
      reason: "unreachable",
      because: lost,
      of: [{ label: homes }],
    });
    expect("of" in absent("missing", "homes", homes)).toBe(false);
  });

  it("gathers notes, in order, and leaves out what is no note", () => {
    const first = noted(given(1, "homes", homes), lost, null, undefined, false);
    expect(first.notes).toEqual([lost]);
    expect(noted(first, homes).notes).toEqual([lost, homes]);
    expect(noted(given(1, "homes", homes)).notes).toEqual([]);
  });

  it("adds and takes away", () => {
    expect(
      sum(
        [1, 2, 3].map((one) => given(one, "homes", homes)),
        "homes",
        homes,
      ).value?.valueOf(),
    ).toBe(6);
    expect(difference(given(1651, "homes", homes), given(561, "homes", homes), "homes", homes).value?.valueOf()).toBe(
      1090,
    );
  });
});

/** Amounts from the Staatscourant, see packages/agreements/data/law. */
describe("a limit of a year", () => {
  const series = (id: string): LimitSeries => referenceLimits.find((one) => one.id === id)!;

  it("is the published amount, with its source", () => {
    const limit = limitOf(series("kwaliteitskorting"), 2026);
    expect(limit.value?.toFraction()).toBe("2491/5");
    expect(limit.label.nl).toBe("kwaliteitskortingsgrens 2026");
    expect(limit.notes?.[0]?.nl).toMatch(/^bron: .+/);
  });

  it("that is not known names the years that are", () => {
    const known = series("kwaliteitskorting").values.map(({ year }) => year);
    const limit = limitOf(series("kwaliteitskorting"), 2099);
    expect(limit).toMatchObject({ value: null, reason: "missing", label: { nl: "kwaliteitskortingsgrens 2099" } });
    expect(limit.because?.nl).toContain(
      `Er is geen kwaliteitskortingsgrens bekend voor 2099 (wel voor ${known[0]} tot en met ${known.at(-1)}).`,
    );
    expect(limit.because?.nl).toMatch(/is dit niet te bepalen\.$/);
  });

  it("that could not be verified says so, of that year only: mid rent 2024", () => {
    const middle = series("middenhuur");
    const note = middle.unverified?.find(({ year }) => year === 2024)?.note;
    expect(limitOf(middle, 2024).because?.nl.endsWith(` ${note?.nl}`)).toBe(true);
    expect(limitOf(middle, 2099).because?.nl).not.toContain(note?.nl);
    expect(evaluate("RENTLIMIT", { year: 2024, limit: "middenhuur" }).value).toBeNull();
  });
});
