import * as kinds from "../kinds.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { sum } from "../quantity.js";
import { argument, optional } from "./arguments.js";
import { figure } from "./part-of-whole.js";
import { referenceFigures } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

/** How many extra homes are needed? In homes: base + growth, or the need the agreement states. */
export const housingNeed = defineIndicator({
  id: "HOUSINGNEED",
  name: "housingNeed",
  place: 10,
  title: { nl: "Woningbehoefte", en: "Housing need" },
  meaning: { nl: "Hoeveel extra woningen zijn er nodig?", en: "How many extra homes are needed?" },
  definition: {
    nl: "De behoefte uit de Woonvisie plus de behoefte die er sindsdien bij kwam. De afspraken noemen alleen het totaal.",
    en: "The need of the housing vision plus the need added since. The agreement states only the total.",
  },
  source: { nl: "tussendoel Beschikbaarheid", en: "interim goal Beschikbaarheid" },
  unit: "homes",
  live: () => ({ period: "at", asks: {} }),
  reference: referenceWith([], referenceFigures),
  arguments: [
    argument("base", kinds.count, {
      label: { nl: "woningen volgens de Woonvisie", en: "homes in the housing vision" },
      help: { nl: "Behoefte volgens de Woonvisie, in woningen.", en: "Need in the housing vision, in homes." },
      ...optional,
    }),
    argument("growth", kinds.count, {
      label: { nl: "woningen extra vraag sindsdien", en: "homes of extra demand since" },
      help: {
        nl: "Wat er sindsdien bij kwam, in woningen. Weggelaten: niets.",
        en: "What was added since, in homes. Left out: nothing.",
      },
      ...optional,
    }),
  ],
  calculate: (inputs) => {
    const need = { nl: "woningen behoefte", en: "homes needed" };
    if (!inputs.has("base") && !inputs.has("growth")) return figure(inputs, "need", need);
    const base = inputs.quantity("base");
    return inputs.has("growth") ? sum([base, inputs.quantity("growth")], "homes", need) : { ...base, label: need };
  },
  examples: {
    "zonder argumenten: het getal van de afspraken": {
      given: {},
      value: 1651,
      verdict: "no-norm",
      display: "1.651",
      from: "tussendoel Beschikbaarheid",
    },
    "basis en groei": { given: { base: 1500, growth: 151 }, value: 1651, from: "met de hand" },
    "alleen basis": { given: { base: 1500 }, value: 1500, from: "met de hand" },
    "basis ontbreekt": emptyIsNotZero({ base: null, growth: 151 }),
  },
});
