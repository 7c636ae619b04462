import { describe, expect, it } from "vitest";
import { exact, Fraction, published } from "../src/index.js";
import { decimalsNeeded, digits, rounded } from "../src/decimal.js";

const dutch = { thousand: ".", decimal: "," };

describe("the fraction a number stands for", () => {
  it.each([
    [0.3, "3/10"],
    [0.1 + 0.2, "7500000000000001/25000000000000000"],
    [0.25000000001, "25000000001/100000000000"],
    [1e21, "1000000000000000000000/1"],
    [1e-7, "1/10000000"],
    [-1.5e-8, "-3/200000000"],
    ["1/3", "1/3"],
    [12n, "12/1"],
    [new Fraction(2, 4), "1/2"],
  ])("%s is %s", (value, fraction) => expect(published(exact(value))).toBe(fraction));
});

describe("rounding, half away from zero", () => {
  it.each([
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["2.49", 0, "2"],
    ["1/3", 3, "0,333"],
    ["2/3", 1, "0,7"],
    ["0.05", 1, "0,1"],
    ["-0.04", 1, "0,0"],
    ["0.005", 2, "0,01"],
    ["1234567.891", 2, "1.234.567,89"],
    ["-1234567", 0, "-1.234.567"],
    ["1000", 0, "1.000"],
    ["999.5", 0, "1.000"],
    ["0", 2, "0,00"],
  ])("%s to %i decimals is %s", (value, decimals, text) => {
    expect(digits(exact(value), decimals, dutch)).toBe(text);
  });
  it("stays exact", () => expect(rounded(exact("1/3"), 2).toFraction()).toBe("33/100"));
});

describe("decimals needed to write a value completely", () => {
  it.each([
    ["3", 0],
    ["0.25", 2],
    ["1/8", 3],
    ["0.00000000000000000001", 20],
    ["0.000000000000000000001", null],
    ["1/3", null],
  ])("of %s are %s", (value, decimals) => expect(decimalsNeeded(exact(value))).toBe(decimals));
});
