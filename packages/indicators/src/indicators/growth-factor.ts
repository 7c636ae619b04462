import * as kinds from "../kinds.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive, Fraction } from "../quantity.js";
import { argument } from "./arguments.js";
import { additionsArgument, reached, targetLabel, unreachable } from "./path-arguments.js";

/** By which factor must the whole stock grow to reach the target share? A factor (1 = no growth). */
export const growthFactor = defineIndicator({
  id: "GROWTHFACTOR",
  name: "growthFactor",
  place: 80,
  title: { nl: "Groeifactor van de voorraad", en: "Growth factor of the stock" },
  meaning: {
    nl: "Hoeveel keer zo groot moet de voorraad worden om het doel te halen?",
    en: "How many times as large does the stock have to become to reach the target?",
  },
  definition: {
    nl: "(p − s) / (p − t), met s het aandeel nu, t het doel en p het aandeel sociaal in wat erbij komt. 1 als het doel al is gehaald.",
    en: "(p − s) / (p − t), with s the share now, t the target and p the social share of what is added. 1 when the target is already met.",
  },
  source: { nl: "einddoel: 30 procent sociaal", en: "long-term goal: 30 per cent social" },
  unit: "factor",
  arguments: [
    argument("current", kinds.share, {
      label: { nl: "aandeel nu", en: "share now" },
      help: { nl: "Het aandeel sociaal nu, als 16% of 0,16.", en: "The social share now, as 16% or 0.16." },
    }),
    argument("target", kinds.share, {
      label: targetLabel,
      help: { nl: "Het doel, als 30% of 0,3.", en: "The target, as 30% or 0.3." },
    }),
    additionsArgument,
  ],
  calculate: (inputs) => {
    const [current, target] = [inputs.quantity("current"), inputs.quantity("target")];
    const isReached = current.value !== null && target.value !== null && current.value.gte(target.value);
    return derive(
      "factor",
      { nl: "keer de voorraad van nu", en: "times the stock of now" },
      "formula",
      [inputs.quantity("additions_share"), current, target],
      (p, s, t) => (isReached ? new Fraction(1) : p.lte(t) ? unreachable(t) : p.sub(s).div(p.sub(t))),
      isReached
        ? reached.factor
        : { nl: "({0} − {1}) / (hetzelfde aandeel − {2})", en: "({0} − {1}) / (the same share − {2})" },
    );
  },
  examples: {
    "16% naar 30% met 40% sociaal erbij": {
      given: { current: 0.16, target: 0.3, additions_share: 0.4 },
      value: "12/5",
      display: "2,4",
      from: "test/cases/path-to-share.json",
    },
    "met 50%": {
      given: { current: 0.16, target: 0.3, additions_share: 0.5 },
      value: "17/10",
      from: "test/cases/path-to-share.json",
    },
    "alles sociaal": {
      given: { current: 0.16, target: 0.3, additions_share: 1 },
      value: "6/5",
      from: "test/cases/path-to-share.json",
    },
    "30% erbij haalt nooit 30%": {
      given: { current: 0.16, target: 0.3, additions_share: 0.3 },
      value: null,
      reason: "unreachable",
      from: "test/cases/path-to-share.json",
    },
    "al gehaald": { given: { current: 0.3, target: 0.3, additions_share: 0.1 }, value: 1, from: "contract" },
    "aandeel nu ontbreekt": emptyIsNotZero({ current: null, target: 0.3, additions_share: 0.4 }),
  },
});
