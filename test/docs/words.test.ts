// One concept, one word: no text for users contains a word that CONTEXT.md says to avoid. Counts, dates and amounts are
// formatted by `fill`, so no text has a number beside a fixed plural, or an ISO date.
import { describe, expect, it } from "vitest";
import { terms } from "../../scripts/help/glossary.js";
import { inAgreements, inCode, inManual, inPages, type Told } from "./texts.js";

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const wholeWords = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${words.map(escaped).join("|")})(?![\\p{L}\\p{N}_-])`, "iu");

const all: readonly Told[] = [...inCode, ...inAgreements, ...inManual, ...inPages];
const hits = (told: readonly Told[], pattern: RegExp): string[] =>
  told
    .filter(({ text }) => pattern.test(text))
    .map(({ place, text }) => `${place}: ${pattern.exec(text)![0]} in “${text.slice(0, 120)}”`);

it("there are many texts, in both languages", () => {
  expect(inCode.length).toBeGreaterThan(2000);
  expect(inAgreements.length).toBeGreaterThan(300);
  expect(inManual.length).toBeGreaterThan(200);
  for (const language of ["nl", "en"])
    expect(inPages.filter((told) => told.language === language).length).toBeGreaterThan(10);
});

describe.each(["nl", "en"] as const)("in %s", (language) => {
  const avoided = terms.flatMap(({ avoid }) => avoid[language]);
  const mine = all.filter((told) => told.language === language);
  it("no text contains a word that CONTEXT.md says to avoid", () => {
    expect(avoided.length).toBeGreaterThan(10);
    expect(hits(mine, wholeWords(avoided))).toEqual([]);
  });
  it("every term has a meaning, and occurs once in CONTEXT.md", () => {
    const names = terms.flatMap(({ names: { [language]: own } }) => own.map((name) => name.toLowerCase()));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(terms.filter(({ meaning }) => meaning[language] === "").map(({ names: { nl } }) => nl)).toEqual([]);
  });
  it("no plural in brackets: project(en), row(s)", () => {
    expect(hits(mine, /\p{L}\((?:en|n|s|es|eenheden)\)/u)).toEqual([]);
  });
  it("no ISO date, except where users may type one", () => {
    const asExample = /bijvoorbeeld|zoals|for example|for instance|such as|[Ss]chrijf|[Ww]rite|[Gg]ebruik|[Uu]se/;
    expect(
      hits(
        mine.filter(({ text }) => !asExample.test(text)),
        /\b20\d\d-\d\d-\d\d\b/,
      ),
    ).toEqual([]);
  });
});

it("a count is never beside a fixed plural", () => {
  const fixed =
    /\{(?:n|count|rows|cells|sheets|total|homes|projects|units)\} (?!more|van|of|tot|te|in|and|en|is|op|per|at|to|were|was|on|a)\p{L}{3,}/u;
  expect(hits(inCode, fixed)).toEqual([]);
});

it("an amount is formatted as an amount, not as a number with a word", () => {
  expect(hits(all, /\{\w*\} euro\b|\d euro\b/)).toEqual([]);
});

it("n.v.t. has one meaning and is not used for “not chosen yet”", () => {
  expect(hits(all, /n\.v\.t\.[^.]*(?:gekozen|chosen)/)).toEqual([]);
});

it("English does not say “is no X” for “is not a X”", () => {
  expect(
    hits(
      all.filter(({ language }) => language === "en"),
      /(?<!there |daar )\b(?:is|are|was) no (?!longer\b)/i,
    ),
  ).toEqual([]);
});

it("a word to avoid would be noticed", () => {
  expect(wholeWords(["bevinding"]).test("Deze bevinding staat er.")).toBe(true);
  expect(wholeWords(["bevinding"]).test("ondervinding")).toBe(false);
});
