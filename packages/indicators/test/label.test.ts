import { describe, expect, it } from "vitest";
import { evaluate, labelScale, readLabel, readLabelClasses } from "../src/index.js";

/** The labels that a choice of classes contains, found by asking about one home of each label. */
const chosen = (classes: string): string => {
  const labels = [...labelScale];
  return labels.filter((label) => evaluate("LABELSHARE", { labels: [label], classes }).exact === "1/1").join(" ");
};

describe("classes of labels", () => {
  it.each([
    ["EFG", "E F G"],
    ["E, F; G", "E F G"],
    ["e/f+g", "E F G"],
    ["E:G", "E F G"],
    ["G-E", "E F G"],
    ["G E", "E G"],
    ["A-B", "A B"],
    ["A++ - A", "A++ A+ A"],
    ["C", "C"],
    ["AP3 & A", "A+++ A"],
  ])("%s are %s", (classes, labels) => expect(chosen(classes)).toBe(labels));

  it.each(["", "H", "E-", "-E", "E:", "E--G", "E.G", "x E", "E ".repeat(60)])("%j are none", (classes) => {
    expect(readLabelClasses(classes)).toBeNull();
  });
});

describe("a label", () => {
  it("is read as people write it, and nothing else is", () => {
    expect(["a ++", " G ", "AP3", "A+++++"].map((typed) => readLabel(typed))).toEqual(["A++", "G", "A+++", "A+++++"]);
    expect(["A2", "H", "", "A++++++"].map((typed) => readLabel(typed))).toEqual([
      undefined,
      undefined,
      // An empty cell is an unknown label.
      null,
      undefined,
    ]);
  });
});
