import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, display, evaluate, exact, InputError, referenceAgreement, type Norm } from "../src/index.js";

const count = fc.integer({ min: 0, max: 1_000_000 });
const shares = [
  ["SOCIALSHARE", "social", "homes"],
  ["NEWBUILDSHARE", "social", "homes"],
  ["OUTFLOWSHARE", "suitable", "social"],
  ["URGENTSHARE", "urgent", "lettings"],
  ["REGULARSHARE", "regular", "lettings"],
] as const;

describe.each(shares)("%s", (id, part, whole) => {
  it("lies between 0 and 1, or is refused, or cannot be said", () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        if (a > b) expect(() => evaluate(id, { [part]: a, [whole]: b })).toThrow(InputError);
        else {
          const { value, reason } = evaluate(id, { [part]: a, [whole]: b });
          if (b === 0) expect([value, reason]).toEqual([null, "undefined"]);
          else expect(value).toSatisfy((share: number) => share >= 0 && share <= 1);
        }
      }),
    );
  });

  it("does not depend on the order of a range, and blanks change nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (parts) => {
        const all = parts.reduce((a, b) => a + b, 0) + 1;
        const straight = evaluate(id, { [part]: parts, [whole]: all });
        const other = evaluate(id, { [part]: [null, ...parts.toReversed(), ""], [whole]: [all, null] });
        expect(other.exact).toBe(straight.exact);
      }),
    );
  });

  it("shows the same digits in Dutch and English", () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const { display: shown } = evaluate(id, { [part]: Math.min(a, b), [whole]: Math.max(a, b) + 1 });
        expect(shown.en).toBe(shown.nl.replaceAll(".", "").replace(",", "."));
      }),
    );
  });
});

describe("a display", () => {
  it("never shows a value on the other side of its norm", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom("0.25", "0.3", "0.75", "0.8", "0.07"),
        (a, b, limit) => {
          const value = exact(Math.min(a, b)).div(b);
          const shown = exact(display(value, "share", [exact(limit)]).en.replace("%", "")).div(100);
          expect(Math.sign(shown.compare(exact(limit)))).toBe(Math.sign(value.compare(exact(limit))));
        },
      ),
    );
  });
});

describe("comparing with a norm", () => {
  // Art. 19: "ongeveer 50 woningen" a year; a tenth of 50 is 5, so a pace of 55 holds and anything above does not.
  it("lets a figure that was agreed as “about” be off by its margin, precisely", () => {
    const about: Norm = { ...atMost("50"), strength: "approximate", margin: "0.10" };
    expect(assess("50", about).notes).toEqual([]);
    expect(assess("55", about)).toMatchObject({
      verdict: "met",
      notes: [{ nl: "binnen 10% van het richtgetal (“ongeveer”)" }],
    });
    expect(assess("55.001", about).verdict).toBe("attention");
    const atLeast: Norm = { ...about, comparator: ">=" };
    expect(assess("45", atLeast).verdict).toBe("met");
    expect(assess("44.999", atLeast).verdict).toBe("attention");
  });

  const atMost = (value: string): Norm => ({
    ...referenceAgreement.norms.find(({ indicator }) => indicator === "URGENTSHARE")!,
    value,
  });

  it("is exact where floating point is not: 7 of 25 is precisely 28%", () => {
    expect((7 / 25) * 100 <= 28).toBe(false);
    expect(assess(exact("7/25"), atMost("0.28")).verdict).toBe("met");
  });

  it("never gets worse by one letting less to urgent groups", () => {
    const rank = { met: 2, missed: 1 } as Record<string, number>;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (urgent, others) => {
        const all = urgent + others;
        const more = evaluate("URGENTSHARE", { urgent, lettings: all }).verdict;
        const fewer = evaluate("URGENTSHARE", { urgent: urgent - 1, lettings: all }).verdict;
        expect(rank[fewer]).toBeGreaterThanOrEqual(rank[more]!);
      }),
    );
  });

  it("follows the day when a norm changes, and says so when no day is given", () => {
    const norm = referenceAgreement.norms.find(({ indicator }) => indicator === "URGENTSHARE")!;
    const agreement = {
      ...referenceAgreement,
      norms: [
        { ...norm, until: "2026-12-31" },
        { ...norm, id: "later", value: "0.30", from: "2027-01-01" },
      ],
    };
    const given = { urgent: 28, lettings: 100 };
    expect(evaluate("URGENTSHARE", given, { agreement, day: "2026-12-31" }).verdict).toBe("missed");
    expect(evaluate("URGENTSHARE", given, { agreement, day: "2027-01-01" }).verdict).toBe("met");
    const open = evaluate("URGENTSHARE", given, { agreement });
    expect(open.verdict).toBe("unknown");
    expect(open.explanation).toContain("geef de dag");
  });

  it("judges nothing without an agreement", () => {
    expect(evaluate("URGENTSHARE", { urgent: 28, lettings: 100 }, { agreement: null }).verdict).toBe("no-norm");
  });
});
