import type { Language, Text } from "./text.js";
import { dayText, euroText, numberText, quarterText } from "./written.js";

/** A value in a sentence. Numbers get thousands separators, so pass a year as text. */
export type Fact = string | number | Text;
/** The values for the places of a sentence, by name. */
export type Facts = Readonly<Record<string, Fact>>;

/** Formats a fact for a sentence. */
export const factText = (fact: Fact, language: Language): string =>
  typeof fact === "number" ? numberText(fact)[language] : typeof fact === "object" ? fact[language] : fact;

/** Formats one `{place}` of a template. */
function written(fact: Fact, sign: string, how: string, language: Language): string {
  const value = factText(fact, language);
  if (sign === "") return value;
  if (sign === ":" && how === "day") return dayText(value)[language];
  if (sign === ":" && how === "quarter") return quarterText(value)[language];
  if (sign === ":" && how === "€") return euroText(fact as number)[language];
  const [one = "", more = one] = how.split("|");
  const word = fact === 1 || fact === "1" ? one : more;
  return sign === ":" ? `${value} ${word}` : word;
}

/** Parsed templates: there are a few hundred, and a report fills them thousands of times. */
const known = new Map<string, readonly string[]>();
const most = 4096;

/** Splits a template into text, name, sign, how, text, name, sign, how, …, text. */
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
 * A sentence template, parsed once; call it with facts to get the sentence in both languages.
 * - `{name}`: the fact as it is; numbers get thousands separators; a fact may be in two languages;
 * - `{count:project|projecten}`: "1 project", "1.090 projecten"; `{count|is|zijn}`: only the word that agrees with the count;
 * - `{day:day}`: "30 september 2026"; `{quarter:quarter}`: "derde kwartaal 2026".
 */
export function sentence(template: Text): (facts: Facts) => Text {
  const nl = writer(template.nl, "nl");
  const en = writer(template.en, "en");
  return (facts) => ({ nl: nl(facts), en: en(facts) });
}

/** Fills in a sentence template; see `sentence` for its syntax. */
export const fill = (template: Text, facts: Facts): Text => sentence(template)(facts);
