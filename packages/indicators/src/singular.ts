import type { Language } from "./text.js";

/** What labels count: the plural, as labels are written, and the singular. */
const nouns: Readonly<Record<Language, readonly (readonly [plural: string, one: string])[]>> = {
  nl: [
    ["studenteneenheden", "studenteneenheid"],
    ["standplaatsen", "standplaats"],
    ["toewijzingen", "toewijzing"],
    ["verhuringen", "verhuring"],
    ["huurwoningen", "huurwoning"],
    ["statushouders", "statushouder"],
    ["overleggen", "overleg"],
    ["inwoners", "inwoner"],
    ["eenheden", "eenheid"],
    ["woningen", "woning"],
    ["personen", "persoon"],
    ["projecten", "project"],
    ["punten", "punt"],
    ["rijen", "rij"],
  ],
  en: [
    ["inhabitants", "inhabitant"],
    ["dwellings", "dwelling"],
    ["lettings", "letting"],
    ["meetings", "meeting"],
    ["projects", "project"],
    ["persons", "person"],
    ["holders", "holder"],
    ["pitches", "pitch"],
    ["points", "point"],
    ["homes", "home"],
    ["units", "unit"],
    ["rows", "row"],
    ["years", "year"],
  ],
};

const forms = new Map<Language, ReadonlyMap<string, string>>(
  (["nl", "en"] as const).map((language) => [language, new Map(nouns[language])]),
);

/** The label of one: "toewijzing aan urgente groepen". Only its first noun is what is counted; an unknown word stays as it is. */
export function singular(label: string, language: Language): string {
  const known = forms.get(language)!;
  let isDone = false;
  return label.replace(/\p{L}+/gu, (word) => {
    const one = isDone ? undefined : known.get(word);
    isDone ||= one !== undefined;
    return one ?? word;
  });
}
