import { describe, expect, it } from "vitest";
import { call, CellFault, fn } from "@prestatieafspraken/functions";
import { formulaOf, inputsOf, numberTyped, reference } from "./formula-parts.js";

const share = fn("SOCIALSHARE")!;

describe("a formula made of parts", () => {
  // 55 of 660: contract 3.1. In a file and to Excel arguments stand apart by a comma; a Dutch reader sees a semicolon.
  it("is written as Excel stores it, and as people read it; what is left out at the end is not there", () => {
    const parts = { social: "55", homes: "1.090,5", quarter: "", party: "" };
    expect(formulaOf(share, parts, "nl")).toBe("=PA.SOCIALSHARE(55,1090.5)");
    expect(formulaOf(share, parts, "nl", ";")).toBe("=PA.SOCIALSHARE(55;1090,5)");
    expect(formulaOf(share, {}, "nl")).toBe("=PA.SOCIALSHARE()");
    expect(formulaOf(share, { quarter: "2026-Q2", party: 'De "Oude"' }, "nl")).toBe(
      '=PA.SOCIALSHARE(,,"2026-Q2","De ""Oude""")',
    );
  });

  it("refers to a range by its sheet, and is tried out with the values in it", () => {
    const social = { sheet: "Mijn blad's", range: "B2:B3", values: [[20], [35]] };
    expect(reference(social)).toBe("'Mijn blad''s'!B2:B3");
    expect(formulaOf(share, { social, homes: "660" }, "en")).toBe("=PA.SOCIALSHARE('Mijn blad''s'!B2:B3,660)");
    const inputs = inputsOf(share, { social, homes: "660" }, "en");
    expect(call("SOCIALSHARE", inputs, { language: "en", live: null }).result?.exact).toBe("1/12");
    const wrong = { sheet: "Blad1", range: "A1", values: [[{ error: "#DIV/0!" }]] };
    expect(call("SOCIALSHARE", inputsOf(share, { social: wrong }, "nl"), { language: "nl", live: null }).cells).toEqual(
      new CellFault("#DIV/0!"),
    );
  });

  it("takes a share as people write it", () => {
    const target = fn("SOCIALTARGET")!;
    expect(formulaOf(target, { homes: "1200", share: "16%" }, "nl")).toBe("=PA.SOCIALTARGET(1200,0.16)");
  });
});

describe("a number as typed", () => {
  it.each([
    ["1.090", "nl", 1090],
    ["1,090", "en", 1090],
    ["0,3", "nl", 0.3],
    ["0.3", "nl", 0.3],
    ["-2", "nl", -2],
    ["2026-Q3", "nl", null],
    ["veel", "nl", null],
    ["", "nl", null],
  ] as const)("%j in %s is %j", (text, language, value) => expect(numberTyped(text, language)).toBe(value));
});
