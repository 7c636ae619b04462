import { describe, expect, test } from "vitest";
import { evaluateFormula } from "@prestatieafspraken/spreadsheet";
import { readTextCode } from "../src/text-code.js";

describe("codes of TEXT", () => {
  test.each([
    ["0,0%", "0.0%"],
    ["0,00", "0.00"],
    ["#.##0", "#,##0"],
    ["#.##0,00", "#,##0.00"],
    ["#.##0,000", "#,##0.000"],
    ["€ #.##0,00;-€ #.##0,00", "€ #,##0.00;-€ #,##0.00"],
    ["d mmmm jjjj", "d mmmm yyyy"],
    ["dd-mm-jjjj uu:mm", "dd-mm-yyyy hh:mm"],
  ])("%s is Dutch", (code, english) => expect(readTextCode(code)).toEqual({ code: english, isDutch: true }));

  test.each([
    "0.0%",
    "0",
    "#,##0",
    "#,##0.00",
    "0,000",
    "0.000",
    "$#,##0",
    "d mmmm yyyy",
    "hh:mm",
    "mm:ss",
    "@",
    '0" jaar"',
    "",
  ])("%s is valid in English", (code) => expect(readTextCode(code)).toEqual({ code, isDutch: false }));
});

describe("TEXT in a cell", () => {
  test.each([
    // A Dutch code gives what a Dutch Excel shows, in both languages.
    ['=TEKST(0,0833;"0,0%")', "nl", "8,3%"],
    ['=TEXT(0.0833,"0,0%")', "en", "8,3%"],
    ['=TEKST(1234,5;"#.##0,00")', "nl", "1.234,50"],
    ['=TEXT(1234.5,"#,##0.00")', "en", "1,234.50"],
    ['=TEXT(1234.5,"#,##0.00")', "nl", "1.234,50"],
    ['=TEKST(46204;"dd-mm-jjjj")', "nl", "01-07-2026"],
    ['=TEKST("tekst";"0,0")', "nl", "#VALUE!"],
  ] as const)("%s in %s", async (formula, language, shown) => {
    const { display, error } = await evaluateFormula(formula, { language });
    expect(error?.code ?? display).toBe(shown);
  });
});
