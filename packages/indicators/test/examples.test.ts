import { describe, expect, it } from "vitest";
import { evaluateNamed, indicators, InputError, referenceAgreement } from "../src/index.js";

/** The examples in the definitions; each names the source of its expected value. */
describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))("%s", (_, indicator) => {
  it.each(indicator.examples.map((example) => [example.name, example] as const))("%s", (_name, example) => {
    const context = example.day === undefined ? {} : { day: example.day };
    if (example.refused !== undefined) {
      expect(() => indicator(example.given, context)).toThrow(InputError);
      expect(() => indicator(example.given, context)).toThrow(example.refused);
      return;
    }
    const result = evaluateNamed(indicator.id, example.given, context);
    if (indicator.unit === "text") expect(result.display.nl).toBe(example.value === null ? "–" : example.value);
    else if (typeof example.value === "number") expect(result.exact).toBe(`${example.value}/1`);
    else expect(result.exact).toBe(example.value ?? null);
    if (example.reason !== undefined) expect(result.reason).toBe(example.reason);
    if (example.verdict !== undefined) expect(result.verdict).toBe(example.verdict);
    if (example.signal !== undefined) expect(result.signal).toBe(example.signal);
    if (example.display !== undefined) expect(result.display.nl).toBe(example.display);
  });

  it("is judged without an agreement as by the whole reference agreement", () => {
    // An indicator names the norms it needs (`reference`); without one of them it would have no norm or default.
    const calls = indicator.examples.filter(({ refused }) => refused === undefined);
    for (const { given, day } of [...calls, { given: {}, day: undefined }]) {
      const context = day === undefined ? {} : { day };
      expect(evaluateNamed(indicator.id, given, context)).toEqual(
        evaluateNamed(indicator.id, given, { ...context, agreement: referenceAgreement }),
      );
    }
    // The notes of the norms are left out: only NORM shows them, and it has the whole agreement.
    const ids = indicator.reference.norms.map(({ id }) => id);
    for (const norm of referenceAgreement.norms) if (norm.indicator === indicator.id) expect(ids).toContain(norm.id);
  });

  it("has examples on the boundary and for what is missing", () => {
    expect(indicator.examples.length).toBeGreaterThanOrEqual(2);
    expect(
      indicator.examples.some((example) =>
        Object.values(example.given).some((value) => value === null || Array.isArray(value)),
      ),
    ).toBe(true);
  });
});
