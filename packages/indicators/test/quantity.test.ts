import { describe, expect, it } from "vitest";
import { given, ratio } from "../src/index.js";

const homes = { nl: "woningen", en: "homes" };

describe("a quantity", () => {
  it("is exact: 147 of 578 is 147/578, not 0.2543", () => {
    const share = ratio(given(147, "homes", homes), given(578, "homes", homes), { nl: "aandeel", en: "share" });
    expect(share.value?.toFraction()).toBe("147/578");
  });

  it("says why a share of nothing does not exist", () => {
    const share = ratio(given(0, "homes", homes), given(0, "homes", homes), { nl: "aandeel", en: "share" });
    expect(share.value).toBeNull();
    expect(share.reason).toBe("undefined");
  });
});
