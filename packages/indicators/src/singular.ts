import type { Language } from "./text.js";

/** What labels count, by the ending of its plural. */
const nouns: Readonly<Record<Language, readonly (readonly [ending: string, ones: string])[]>> = {
  nl: [
    ["en", "standplaats toewijzing verhuring huurwoning woning project punt rij"],
    ["s", "statushouder inwoner"],
    ["gen", "overleg"],
  ],
  en: [
    ["s", "inhabitant dwelling letting meeting project person holder point home unit row year"],
    ["es", "pitch"],
  ],
};
/** Nouns whose plural changes more than the ending. */
const irregular = [
  ["studenteneenheden", "studenteneenheid"],
  ["eenheden", "eenheid"],
  ["personen", "persoon"],
] as const;

const forms = new Map<Language, ReadonlyMap<string, string>>(
  (["nl", "en"] as const).map((language) => [
    language,
    new Map([
      ...nouns[language].flatMap(([ending, ones]) => ones.split(" ").map((one) => [one + ending, one] as const)),
      ...irregular,
    ]),
  ]),
);

/**
 * A label for a count of one: "toewijzing aan urgente groepen". Only the first noun is counted; an unknown word stays
 * unchanged.
 */
export function singular(label: string, language: Language): string {
  const known = forms.get(language)!;
  let isDone = false;
  return label.replace(/\p{L}+/gu, (word) => {
    const one = isDone ? undefined : known.get(word);
    isDone ||= one !== undefined;
    return one ?? word;
  });
}
