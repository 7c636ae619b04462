import { expect, it } from "vitest";
import { verdictWords } from "@prestatieafspraken/indicators";
import { meaningOf, termsIn } from "./glossary.js";
import { words } from "./words.js";

it("has a meaning, in both languages, for every word that the pane explains in its place", () => {
  for (const word of [...Object.values(verdictWords), words.indicators.arithmetic, words.indicators.day])
    for (const language of ["nl", "en"] as const)
      expect(meaningOf(word[language], language), word[language]).not.toBeNull();
});

it("finds the terms in a text by whole words, also in the plural, in alphabetical order", () => {
  const found = termsIn("De normen: 5 fouten, en één streefnorm.", "nl").map(({ names }) => names.nl[0]);
  expect(found).toEqual(["fout", "norm", "streefnorm"]);
  // "normaal" is another word than "norm".
  expect(termsIn("Dat is normaal.", "nl")).toEqual([]);
});

it("answers null for a word that is not in the glossary", () => {
  expect(meaningOf("kabouter", "nl")).toBeNull();
});
