import * as kinds from "../kinds.js";
import type { Agreement } from "../agreement.js";
import type { Text } from "../text.js";
import { fill } from "../sentence.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive, difference, Fraction, given, type Quantity } from "../quantity.js";
import { display } from "../display.js";
import { normsInForce } from "../judged-norm.js";
import { orNorm } from "./agreed-norm.js";
import { argument, optional, chooses } from "./arguments.js";
import { figure } from "./part-of-whole.js";
import { NEWBUILDSHARE, referenceFigures, SOCIALTARGET } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

const label = { nl: "sociale huurwoningen", en: "social rented homes" };
const shareLabel = { nl: "aandeel sociaal in nieuwbouw", en: "social share in new build" };
const homesLabel = { nl: "nieuwe woningen", en: "new homes" };

const target = (homes: Quantity, share: Quantity): Quantity =>
  derive("homes", label, "formula", [share, homes], (s, h) => s.mul(h).ceil(), {
    nl: "{0} × {1}, naar boven afgerond",
    en: "{0} × {1}, rounded up",
  });

const atLeast = (homes: Quantity, share: Quantity, minimum: Quantity): Quantity =>
  derive(
    "homes",
    label,
    "formula",
    [share, homes, minimum],
    (s, h, m) => {
      const part = s.mul(h).ceil();
      return part.gte(m) ? part : m;
    },
    {
      nl: "{0} × {1}, naar boven afgerond, en niet minder dan {2}",
      en: "{0} × {1}, rounded up, and not less than {2}",
    },
  );

/** The target of an agreement that promises a number of social homes and no number of new homes to take a part of. */
const onlyMinimum = (minimum: Quantity): Quantity =>
  derive("homes", label, "formula", [minimum], (m) => m, {
    nl: "{0}; de afspraken noemen geen aantal nieuwe woningen om een deel van te nemen",
    en: "{0}; the agreement names no number of new homes to take a part of",
  });

/**
 * The note if the remaining need printed in the text differs from the agreement's own arithmetic; the target uses the printed
 * figure.
 */
function differentRemainder({ figures: { agreedRemaining, need, realisedAtStart } }: Agreement): Text | null {
  const computed = need && realisedAtStart ? Number(need.value) - Number(realisedAtStart.value) : null;
  if (!agreedRemaining || computed === null || Number(agreedRemaining.value) === computed) return null;
  return fill(
    {
      nl: "Berekend over {agreed} woningen, zoals de tekst zegt; de rekensom van de afspraak geeft {computed}.",
      en: "Computed on {agreed} homes, as the text says; the arithmetic of the agreement gives {computed}.",
    },
    { agreed: Number(agreedRemaining.value), computed },
  );
}

/** How many social homes must the new build contain? In homes: max(ceil(share x homes), minimum). */
export const socialTarget = defineIndicator({
  id: "SOCIALTARGET",
  name: "socialTarget",
  place: 30,
  title: { nl: "Doelaantal sociale huur in nieuwbouw", en: "Target for social homes in new build" },
  meaning: {
    nl: "Hoeveel sociale huurwoningen moeten er in de nieuwbouw komen?",
    en: "How many social rented homes must the new build contain?",
  },
  definition: {
    nl: "Het afgesproken aandeel van de nieuwe woningen, naar boven afgerond, en ten minste het afgesproken aantal. Zonder studentenwoningen van DUWO.",
    en: "The agreed share of the new homes, rounded up, and at least the agreed number. Without DUWO's student homes.",
  },
  source: { nl: "tussendoel Beschikbaarheid", en: "interim goal Beschikbaarheid" },
  unit: "homes",
  live: () => ({ period: "at", asks: {}, notes: (_, { agreement }) => [differentRemainder(agreement)] }),
  judged: false,
  judging: { deadline: "einddatum-nieuwbouw" },
  reference: referenceWith([...NEWBUILDSHARE, ...SOCIALTARGET], referenceFigures),
  arguments: [
    argument("homes", kinds.count, {
      label: homesLabel,
      help: {
        nl: "Aantal nieuwe woningen. Leeg: het aantal van de afspraken.",
        en: "Number of new homes. Empty: the number of the agreement.",
      },
      ...optional,
    }),
    argument("share", kinds.share, {
      label: shareLabel,
      help: {
        nl: "Aandeel sociaal, als 30% of 0,3. Leeg: dat van de afspraken.",
        en: "Social share, as 30% or 0.3. Empty: that of the agreement.",
      },
      ...chooses,
    }),
    argument("minimum", kinds.count, {
      label: { nl: "sociale huurwoningen ten minste", en: "social rented homes at least" },
      help: {
        nl: "Ten minste zo veel woningen. Weggelaten: geen minimum als het aantal woningen is gegeven.",
        en: "The minimum number of homes. Left out: no minimum when the number of homes is given.",
      },
      ...chooses,
    }),
  ],
  calculate: (inputs) => {
    const share = orNorm(inputs, "share", "NEWBUILDSHARE", "share", shareLabel);
    if (inputs.has("homes")) {
      const homes = inputs.quantity("homes");
      return inputs.has("minimum") ? atLeast(homes, share, inputs.quantity("minimum")) : target(homes, share);
    }
    const { agreement, day } = inputs.context;
    const agreed = figure(inputs, "agreedRemaining", homesLabel);
    const printed = agreement ? normsInForce(agreement.norms, "SOCIALTARGET", day)[0] : undefined;
    const handed = inputs.quantity("minimum");
    const minimum =
      handed.value !== null
        ? handed
        : given(printed?.value ?? "0", "homes", {
            nl: "sociale huurwoningen ten minste",
            en: "social rented homes at least",
          });
    const need = figure(inputs, "need", homesLabel);
    const realised = figure(inputs, "realisedAtStart", homesLabel);
    const computed = difference(need, realised, "homes", homesLabel);
    const own = agreement?.figures;
    if (own !== undefined && own.agreedRemaining === undefined) {
      // The text prints no remainder: it is what the need leaves, and without a need only the number counts.
      if (computed.value !== null) return atLeast(computed, share, minimum);
      if (printed !== undefined && own.need === undefined) return onlyMinimum(minimum);
    }
    const answer = atLeast({ ...agreed, label: homesLabel }, share, minimum);
    const other = target(computed, share);
    if (other.value === null || computed.value === null || computed.value.equals(agreed.value ?? new Fraction(0)))
      return answer;
    const [n, of] = [display(other.value, "homes"), display(computed.value, "homes")];
    return {
      ...answer,
      notes: [
        {
          nl: `van de berekende ${of.nl} woningen zou het ${n.nl} zijn`,
          en: `of the computed ${of.en} homes it would be ${n.en}`,
        },
      ],
    };
  },
  examples: {
    "30 procent na een som in cellen": {
      given: { homes: 1000, share: 0.1 + 0.2 },
      value: 300,
      from: "0,1+0,2 is 0,3, en 30 procent van 1.000 is 300",
    },
    "30% van de afgesproken 1.200": {
      given: { homes: 1200, share: 0.3 },
      value: 360,
      from: "tussendoel Beschikbaarheid",
    },
    "30% van de berekende 1.090": { given: { homes: 1090, share: 0.3 }, value: 327, from: "met de hand" },
    "het minimum bindt": {
      given: { homes: 1090, share: 0.3, minimum: 360 },
      value: 360,
      from: "tussendoel Beschikbaarheid",
    },
    "naar boven afgerond": { given: { homes: 1091, share: 0.3 }, value: 328, from: "met de hand: 327,3" },
    "zonder argumenten: de afspraken": { given: {}, value: 360, from: "tussendoel Beschikbaarheid" },
    "16 is geen aandeel": { given: { homes: 1200, share: 16 }, refused: "bedoelt u 16%", from: "contract" },
    "woningen ontbreekt": emptyIsNotZero({ homes: null, share: 0.3 }),
  },
});
