import * as kinds from "../kinds.js";
import { displayNorm } from "../display.js";
import type { Fraction } from "../quantity.js";
import type { Text } from "../text.js";
import { argument } from "./arguments.js";

export const targetLabel: Text = { nl: "doel", en: "target" };
export const additionsLabel: Text = { nl: "aandeel sociaal in wat erbij komt", en: "social share of what is added" };
export const additionsArgument = argument("additions_share", kinds.share, {
  label: additionsLabel,
  help: {
    nl: "Welk deel van de woningen die erbij komen sociaal is, als 40% of 0,4.",
    en: "What part of the added homes is social, as 40% or 0.4.",
  },
});

/** New build with at most the target share of social homes never lifts a lower stock to that target. */
export const unreachable = (target: Fraction): { readonly reason: "unreachable"; readonly because: Text } => {
  const shown = displayNorm(target, "share");
  return {
    reason: "unreachable",
    because: {
      nl: `Zo wordt het doel van ${shown.nl} nooit bereikt: van wat erbij komt moet meer dan ${shown.nl} sociaal zijn. Neem een hoger aandeel in wat erbij komt.`,
      en: `This way the target of ${shown.en} is never reached: more than ${shown.en} of what is added has to be social. Take a higher share in what is added.`,
    },
  };
};

/** Shown instead of the formula if the stock is already at the target. */
export const reached = {
  homes: {
    nl: "niets erbij: {2} van {1} is al ten minste {0}",
    en: "nothing to add: {2} of {1} is already at least {0}",
  },
  factor: { nl: "niets erbij: {1} is al ten minste {2}", en: "nothing to add: {1} is already at least {2}" },
} as const satisfies Record<string, Text>;
