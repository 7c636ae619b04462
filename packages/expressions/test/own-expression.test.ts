import { describe, expect, it } from "vitest";
import { given, InputError, missing } from "@prestatieafspraken/indicators";
import { compileOwn } from "../src/index.js";

const label = (text: string) => ({ nl: text, en: text });
const homes = (value: number | null, name: string) =>
  value === null ? missing("homes", label(name)) : given(value, "homes", label(name));

describe("a municipality's own indicator", () => {
  it("is computed exactly: a third is a third", async () => {
    const own = await compileOwn("hout / woningen", ["hout", "woningen"]);
    const answer = own.evaluate({ hout: homes(1, "hout"), woningen: homes(3, "woningen") }, "share", label("hout"));
    expect(answer.value?.toFraction()).toBe("1/3");
  });

  it("knows conditions and the few functions it may use", async () => {
    const own = await compileOwn("woningen == 0 ? 0 : max(0, min(1, (hout + 2) / woningen))", ["hout", "woningen"]);
    expect(
      own.evaluate({ hout: homes(1, "hout"), woningen: homes(12, "woningen") }, "share", label("")).value?.toFraction(),
    ).toBe("1/4");
    expect(
      own.evaluate({ hout: homes(1, "hout"), woningen: homes(0, "woningen") }, "share", label("")).value?.toFraction(),
    ).toBe("0");
  });

  it("compares exactly, where floating point sees no difference", async () => {
    const own = await compileOwn("hout > 1/3 ? 1 : 0", ["hout"]);
    const answer = (value: string) =>
      own.evaluate({ hout: given(value, "number", label("")) }, "number", label("")).value?.toFraction();
    expect(answer("0.33333333333333333333333333")).toBe("0");
    expect(answer("0.33333333333333333333333334")).toBe("1");
  });

  it("reads a percentage as the exact share", async () => {
    const own = await compileOwn("30% * hout", ["hout"]);
    expect(own.evaluate({ hout: homes(1, "hout") }, "homes", label("")).value?.toFraction()).toBe("3/10");
  });

  it("refuses an input with the name of a function", async () => {
    await expect(compileOwn("min + 1", ["min"])).rejects.toThrow("Kies een andere naam");
  });

  it("says what cannot be said: division by nothing, a missing input", async () => {
    const own = await compileOwn("hout / woningen", ["hout", "woningen"]);
    expect(own.evaluate({ hout: homes(1, "hout"), woningen: homes(0, "woningen") }, "share", label("")).reason).toBe(
      "undefined",
    );
    expect(own.evaluate({ hout: homes(null, "hout"), woningen: homes(3, "woningen") }, "share", label("")).reason).toBe(
      "missing",
    );
  });

  it.each([
    ["an import", 'import("fs")'],
    ["a function outside the list", "eval(hout)"],
    ["the constructor", 'cos.constructor("return process")()'],
    ["prototype access", "hout.__proto__"],
    ["an index", "hout[1]"],
    ["an assignment", "hout = 3"],
    ["a function definition", "f(x) = x"],
    ["a block", "hout; woningen"],
    ["text", '"hout"'],
    ["an unknown name", "hout / wonigen"],
    ["a power", "9^9^9^9"],
    ["a factorial", "hout!"],
    ["a huge number", "1e999999"],
    ["a million terms", "hout" + "+1".repeat(1_000_000)],
    ["nesting 10,000 deep", "(".repeat(10_000) + "hout" + ")".repeat(10_000)],
    ["many minus signs", "-".repeat(900) + "hout"],
    ["nonsense", "hout +"],
    ["nothing", ""],
    ["a matrix", "[1, 2]"],
    ["a range", "1:1000"],
    ["a unit", "3 cm"],
    ["two things without a sign between them", "3 hout"],
    ["a condition as an outcome", "hout > woningen"],
    ["a number as a condition", "hout ? 1 : 0"],
    ["something that is no number", "true + null"],
    ["not a number", "NaN"],
    ["a function without values", "min()"],
    ["rounding to a million decimals", "floor(hout, 1000000)"],
    ["a method of an object", "toString"],
  ])("refuses %s in a clear sentence", async (_, expression) => {
    await expect(compileOwn(expression, ["hout", "woningen"])).rejects.toThrow(InputError);
    await expect(compileOwn(expression, ["hout", "woningen"])).rejects.toThrow(
      /formule van deze indicator kan niet worden gebruikt/,
    );
  });
});
