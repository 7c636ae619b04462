import type { Language, Text } from "./text.js";
import { dayText, numberText, quarterText } from "./written.js";

/** What a sentence is about: a number is written with its thousands apart, so a year is given as a text. */
export type Fact = string | number | Text;
export type Facts = Readonly<Record<string, Fact>>;

/** A fact as it stands in a sentence. */
export const factText = (fact: Fact, language: Language): string =>
  typeof fact === "number" ? numberText(fact)[language] : typeof fact === "object" ? fact[language] : fact;

/** Writes one `{place}` of a template. */
function written(fact: Fact, sign: string, how: string, language: Language): string {
  const value = factText(fact, language);
  if (sign === "") return value;
  if (sign === ":" && how === "day") return dayText(value)[language];
  if (sign === ":" && how === "quarter") return quarterText(value)[language];
  const [one = "", more = one] = how.split("|");
  const word = fact === 1 || fact === "1" ? one : more;
  return sign === ":" ? `${value} ${word}` : word;
}

/** Templates taken apart before; there are some hundreds of them, and a report fills them thousands of times. */
const known = new Map<string, readonly string[]>();
const most = 4096;

/** Text, name, sign, how, text, name, sign, how, …, text. */
function partsOf(template: string): readonly string[] {
  let parts = known.get(template);
  if (parts === undefined) {
    parts = template.split(/\{(\w+)(?:([:|])([^{}]*))?\}/);
    if (known.size >= most) known.clear();
    known.set(template, parts);
  }
  return parts;
}

function writer(template: string, language: Language): (facts: Facts) => string {
  const parts = partsOf(template);
  return (facts) => {
    let text = parts[0]!;
    for (let at = 1; at < parts.length; at += 4) {
      const [name = "", sign = "", how = "", after = ""] = parts.slice(at, at + 4);
      const fact = facts[name];
      text += (fact === undefined ? `{${name}${sign}${how}}` : written(fact, sign, how, language)) + after;
    }
    return text;
  };
}

/**
 * A sentence with places for facts, parsed once; called with the facts it gives the sentence in both languages.
 * - `{name}`: the fact as it is; a number with its thousands apart; a fact may itself be in two languages;
 * - `{count:project|projecten}`: "1 project", "1.090 projecten"; `{count|is|zijn}`: only the word that goes with the count;
 * - `{day:day}`: "30 september 2026"; `{quarter:quarter}`: "derde kwartaal 2026".
 */
export function sentence(template: Text): (facts: Facts) => Text {
  const nl = writer(template.nl, "nl");
  const en = writer(template.en, "en");
  return (facts) => ({ nl: nl(facts), en: en(facts) });
}

/** Fills the places of a sentence with facts; see `sentence` for what a place may say. */
export const fill = (template: Text, facts: Facts): Text => sentence(template)(facts);
