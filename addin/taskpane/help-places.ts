/** Addresses of the help for what is on screen. A test visits each of them. */
import type { Language, Text } from "@prestatieafspraken/indicators";
import type { ScreenName } from "./state.js";

const places: Readonly<Record<ScreenName, Text>> = {
  start: { nl: "start.html", en: "start.html" },
  collect: { nl: "quarter.html#3-samenbrengen", en: "quarter.html#3-bringing-together" },
  checks: {
    nl: "quarter.html#4-controleren-gemeente-derde-week",
    en: "quarter.html#4-checking-municipality-third-week",
  },
  indicators: { nl: "reading.html", en: "reading.html" },
  calendar: { nl: "quarter.html#5-lezen-iedereen", en: "quarter.html#5-reading-everyone" },
  agreement: { nl: "agreement.html", en: "agreement.html" },
  handOver: {
    nl: "quarter.html#6-vaststellen-en-delen-gemeente-vierde-week",
    en: "quarter.html#6-finalising-and-sharing-municipality-fourth-week",
  },
};

/** The help about a screen; `base` is the address of the help, ending in a slash. */
export const screenHelp = (base: string, language: Language, screen: ScreenName): string =>
  `${base}${language}/${places[screen][language]}`;

/** The glossary of the help. */
export const glossaryHelp = (base: string, language: Language): string => `${base}${language}/glossary.html`;

/** The help about a rule: the page of its group, at the rule's anchor. */
export const ruleHelp = (base: string, language: Language, rule: string): string =>
  `${base}${language}/rules/${rule.charAt("PA-".length)}.html#${rule.toLowerCase()}`;
