/** Addresses of the help for what is on screen. A test visits each of them. */
import type { Language, Text } from "@prestatieafspraken/indicators";
/** The address of a place in the help, per language; `base` is the address of the help, ending in a slash. */
export const helpAt = (base: string, language: Language, place: Text): string =>
  `${base}${language}/${place[language]}`;

/** The glossary of the help. */
export const glossaryHelp = (base: string, language: Language): string => `${base}${language}/glossary.html`;

/** The help about a rule: the page of its group, at the rule's anchor. */
export const ruleHelp = (base: string, language: Language, rule: string): string =>
  `${base}${language}/rules/${rule.charAt("PA-".length)}.html#${rule.toLowerCase()}`;
