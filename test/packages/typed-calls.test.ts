// Untyped JavaScript values are accepted or refused with a sentence. For what the compiler refuses, see typed-calls.ts
// in published.test.ts.
import { describe, expect, it } from "vitest";
import { evaluateNamed, InputError, socialShare, type Arguments, type Context } from "@prestatieafspraken/indicators";

describe("values without types", () => {
  const share = (args: unknown, context?: unknown) =>
    evaluateNamed("SOCIALSHARE", args as Arguments, context as Context);
  it("from a database are accepted: big numbers, typed arrays, sets, dates", () => {
    expect(share({ social: 55n, homes: 660n }).exact).toBe("1/12");
    expect(share({ social: new Int32Array([30, 25]), homes: new Set([600, 60]) }).exact).toBe("1/12");
    expect(evaluateNamed("QUARTER", { value: new Date("2026-09-30") } as unknown as Arguments).display.nl).toBe(
      "2026-Q3",
    );
    expect(share({ social: 55, homes: 660 }, { day: new Date("2026-09-30") }).exact).toBe("1/12");
    expect(share(null).reason).toBe("missing");
  });

  it.each([
    ["WRONG_VALUE", () => share({ social: { a: 1 }, homes: 660 })],
    ["WRONG_VALUE", () => share({ social: "55", homes: 660 })],
    ["WRONG_VALUE", () => share({ social: -1, homes: 660 })],
    ["UNKNOWN_ARGUMENT", () => share({ sociaal: 55 })],
    ["UNKNOWN_INDICATOR", () => evaluateNamed("SOCIALSHAR")],
    ["UNKNOWN_INDICATOR", () => evaluateNamed(undefined as unknown as string)],
    ["UNKNOWN_INDICATOR", () => evaluateNamed("__proto__")],
    ["WRONG_DAY", () => share({}, { day: "gisteren" })],
    ["UNKNOWN_LANGUAGE", () => share({}, { language: "de" })],
  ])("that are invalid are refused with code %s and a sentence, never with a TypeError", (code, act) => {
    let problem: unknown;
    try {
      act();
    } catch (thrown) {
      problem = thrown;
    }
    expect(problem).toBeInstanceOf(InputError);
    expect(problem).toMatchObject({ code, message: expect.stringMatching(/\w+.*\./) as string });
  });

  it("are refused in the requested language", () => {
    const messages = (["nl", "en"] as const).map((language) => {
      try {
        socialShare({ social: 660, homes: 55 }, { language });
      } catch (problem) {
        return (problem as Error).message;
      }
      return "";
    });
    expect(messages).toEqual([expect.stringContaining("is meer dan"), expect.stringContaining("is more than")]);
  });
});
