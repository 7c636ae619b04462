import { describe, expect, it } from "vitest";
import { evaluate, given, noted, ratio } from "../src/index.js";

const homes = { nl: "woningen", en: "homes" };

describe("a quantity", () => {
  it("is exact: 147 of 578 is 147/578, not 0.2543", () => {
    const share = ratio(given(147, "homes", homes), given(578, "homes", homes), { nl: "aandeel", en: "share" });
    expect(share.value?.toFraction()).toBe("147/578");
  });

  it("can be kept as JSON, with what it was made of", () => {
    const { value, exact, quantity } = JSON.parse(
      JSON.stringify(evaluate("SOCIALSHARE", { social: 55, homes: 660 })),
    ) as {
      value: number;
      exact: string;
      quantity: { value: string; of: { value: string }[] };
    };
    expect([value, exact, quantity.value, quantity.of.map((part) => part.value)]).toEqual([
      55 / 660,
      "1/12",
      "1/12",
      ["55/1", "660/1"],
    ]);
    const same = noted(given("1/3", "share", homes), homes);
    expect(JSON.stringify([same, given(same.value, "share", homes)])).toContain('"value":"1/3"');
  });

  it("says why a share of nothing does not exist", () => {
    const share = ratio(given(0, "homes", homes), given(0, "homes", homes), { nl: "aandeel", en: "share" });
    expect(share.value).toBeNull();
    expect(share.reason).toBe("undefined");
  });
});
