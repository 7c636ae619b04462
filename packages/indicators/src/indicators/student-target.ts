import * as kinds from "../kinds.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive } from "../quantity.js";
import { orNorm } from "./agreed-norm.js";
import { argument, optional } from "./arguments.js";
import { STUDENTSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

/** How many student units of a plan must be under the limit? In units: ceil(share x units). */
export const studentTarget = defineIndicator({
  id: "STUDENTTARGET",
  name: "studentTarget",
  place: 110,
  title: { nl: "Doelaantal studenteneenheden onder de grens", en: "Target for student units under the limit" },
  meaning: {
    nl: "Hoeveel eenheden van een plan moeten onder de kwaliteitskortingsgrens vallen?",
    en: "How many units of a plan have to be under the quality-discount limit?",
  },
  definition: {
    nl: "Het afgesproken aandeel van de eenheden, naar boven afgerond.",
    en: "The agreed share of the units, rounded up.",
  },
  source: { nl: "art. 5", en: "art. 5" },
  unit: "student units",
  judged: () => false,
  reference: referenceWith(STUDENTSHARE),
  arguments: [
    argument("units", kinds.count, {
      label: { nl: "studenteneenheden", en: "student units" },
      help: { nl: "Aantal eenheden in het plan.", en: "Number of units in the plan." },
      unit: "student units",
    }),
    argument("share", kinds.share, {
      label: { nl: "aandeel", en: "share" },
      help: {
        nl: "Het aandeel, als 80% of 0,8. Leeg: dat van de afspraken.",
        en: "The share, as 80% or 0.8. Empty: that of the agreement.",
      },
      ...optional,
    }),
  ],
  calculate: (inputs) =>
    derive(
      "student units",
      { nl: "studenteneenheden ten minste", en: "student units at least" },
      "formula",
      [orNorm(inputs, "share", "STUDENTSHARE", "share", { nl: "aandeel", en: "share" }), inputs.quantity("units")],
      (share, units) => share.mul(units).ceil(),
      { nl: "{0} × {1}, naar boven afgerond", en: "{0} × {1}, rounded up" },
    ),
  examples: {
    "121 eenheden": { given: { units: 121 }, value: 97, from: "art. 5: 96,8 naar boven" },
    "precies heel": { given: { units: 120 }, value: 96, from: "art. 5" },
    "ander aandeel": { given: { units: 100, share: "75%" }, value: 75, from: "met de hand" },
    "geen eenheden": { given: { units: 0 }, value: 0, from: "met de hand" },
    "eenheden ontbreekt": emptyIsNotZero({ units: null }),
  },
});
