import type { Arguments, WrittenExamples } from "../define.js";

/** An example of an empty cell: the answer is unknown, not that of 0. */
export const emptyIsNotZero = (given: Arguments): WrittenExamples[string] => ({
  given,
  value: null,
  reason: "missing",
  from: "leeg is geen nul",
});
