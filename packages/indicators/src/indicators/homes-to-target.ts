import * as kinds from "../kinds.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive, Fraction, given } from "../quantity.js";
import { orNorm } from "./agreed-norm.js";
import { argument, optional } from "./arguments.js";
import { within } from "./part-of-whole.js";
import { additionsArgument, additionsLabel, reached, targetLabel, unreachable } from "./path-arguments.js";
import { SOCIALSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

/** How many homes must be added before the social share reaches the target? In homes. */
export const homesToTarget = defineIndicator({
  id: "HOMESTOTARGET",
  name: "homesToTarget",
  place: 70,
  title: { nl: "Woningen tot het doel", en: "Homes to the target" },
  meaning: {
    nl: "Hoeveel woningen moeten erbij tot het aandeel sociaal het doel haalt?",
    en: "How many homes have to be added until the social share reaches the target?",
  },
  definition: {
    nl: "Het kleinste aantal woningen dat erbij moet, als een vast deel daarvan sociaal is en er niets af gaat. 0 als het doel al is gehaald.",
    en: "The smallest number of homes to add, when a fixed part of them is social and nothing is removed. 0 when the target is already met.",
  },
  source: { nl: "einddoel: 30 procent sociaal", en: "long-term goal: 30 per cent social" },
  unit: "homes",
  reference: referenceWith(SOCIALSHARE),
  arguments: [
    argument("social", kinds.count, {
      label: { nl: "sociale huurwoningen nu", en: "social rented homes now" },
      help: { nl: "Sociale huurwoningen in de voorraad.", en: "Social rented homes in the stock." },
    }),
    argument("homes", kinds.count, {
      label: { nl: "woningen nu", en: "homes now" },
      help: { nl: "Alle woningen in de voorraad.", en: "All homes in the stock." },
    }),
    argument("target", kinds.share, {
      label: targetLabel,
      help: {
        nl: "Het doel, als 30% of 0,3. Leeg: dat van de afspraken.",
        en: "The target, as 30% or 0.3. Empty: that of the agreement.",
      },
      ...optional,
    }),
    {
      ...additionsArgument,
      optional: true,
      help: { nl: `${additionsArgument.help.nl} Leeg: alles.`, en: `${additionsArgument.help.en} Empty: all.` },
    },
  ],
  calculate: (inputs) => {
    const [social, homes] = [inputs.quantity("social"), inputs.quantity("homes")];
    within(social, homes, "social");
    const target = orNorm(inputs, "target", "SOCIALSHARE", "share", targetLabel);
    const handed = inputs.quantity("additions_share");
    const additions = handed.value === null ? given(1, "share", additionsLabel) : handed;
    const isReached =
      target.value !== null &&
      homes.value !== null &&
      social.value !== null &&
      social.value.gte(target.value.mul(homes.value));
    return derive(
      "homes",
      { nl: "woningen erbij", en: "homes to add" },
      "formula",
      [target, homes, social, additions],
      (t, all, s, p) => {
        if (isReached) return new Fraction(0);
        return p.lte(t) ? unreachable(t) : t.mul(all).sub(s).div(p.sub(t)).ceil();
      },
      isReached
        ? reached.homes
        : {
            nl: "({0} × {1} − {2}) / ({3} − doel), naar boven afgerond",
            en: "({0} × {1} − {2}) / ({3} − target), rounded up",
          },
    );
  },
  examples: {
    "Rozendaal, alles sociaal": {
      given: { social: 55, homes: 660, target: 0.3 },
      value: 205,
      from: "test/cases/path-to-share.json",
    },
    "het doel komt uit de afspraken": { given: { social: 55, homes: 660 }, value: 205, from: "einddoel: 30 procent" },
    "precies op het doel": { given: { social: 30, homes: 100, target: 0.3 }, value: 0, from: "met de hand" },
    "de helft sociaal": {
      given: { social: 16, homes: 100, target: 0.3, additions_share: 0.5 },
      value: 70,
      from: "met de hand: 14 / 0,2",
    },
    "30% erbij haalt nooit 30%": {
      given: { social: 16, homes: 100, target: 0.3, additions_share: 0.3 },
      value: null,
      reason: "unreachable",
      from: "test/cases/path-to-share.json",
    },
    "woningen ontbreekt": emptyIsNotZero({ social: 16, homes: null }),
  },
});
