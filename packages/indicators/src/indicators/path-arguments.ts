import type { Quantity } from "../quantity.js";
import type { Text } from "../text.js";
import { argument } from "./arguments.js";

export const targetLabel: Text = { nl: "doel", en: "target" };
export const additionsLabel: Text = { nl: "aandeel sociaal in wat erbij komt", en: "social share of what is added" };
export const additionsArgument = argument("additions_share", "share", additionsLabel, {
  nl: "Welk deel van de woningen die erbij komen sociaal is, als 40% of 0,4.",
  en: "What part of the added homes is social, as 40% or 0.4.",
});

/** No mix that is at most as social as the target ever lifts a stock below it to that target. */
export const unreachable = (target: Quantity): { readonly reason: "unreachable"; readonly because: Text } => ({
  reason: "unreachable",
  because: {
    nl: `Zo wordt het doel nooit bereikt: wat erbij komt moet socialer zijn dan het doel zelf (${target.label.nl}). Neem een hoger aandeel in wat erbij komt.`,
    en: `This way the target is never reached: what is added has to be more social than the target itself (${target.label.en}). Take a higher share in what is added.`,
  },
});
