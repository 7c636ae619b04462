import * as kinds from "../kinds.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive } from "../quantity.js";
import { argument } from "./arguments.js";
import { within } from "./part-of-whole.js";

const persons = { unit: "persons" } as const;

/** How many status holders must the municipality house in a half-year? In persons. */
export const statusHolderTask = defineIndicator({
  id: "STATUSHOLDERTASK",
  name: "statusHolderTask",
  place: 160,
  title: { nl: "Taakstelling statushouders", en: "Status holder task" },
  meaning: {
    nl: "Hoeveel statushouders moet de gemeente in een halfjaar huisvesten?",
    en: "How many status holders does the municipality have to house in a half-year?",
  },
  definition: {
    nl: "De landelijke taakstelling maal het deel van de inwoners van Nederland dat in de gemeente woont, naar boven afgerond.",
    en: "The national task times the part of the inhabitants of the Netherlands that live in the municipality, rounded up.",
  },
  general: true,
  source: { nl: "Huisvestingswet 2014, art. 29", en: "Huisvestingswet 2014, art. 29" },
  unit: "persons",
  arguments: [
    argument("national_task", kinds.count, {
      label: { nl: "personen landelijke taakstelling", en: "persons national task" },
      help: {
        nl: "De taakstelling van heel Nederland voor het halfjaar.",
        en: "The task of the whole country for the half-year.",
      },
      ...persons,
    }),
    argument("inhabitants", kinds.count, {
      label: { nl: "inwoners van de gemeente", en: "inhabitants of the municipality" },
      help: {
        nl: "Inwoners van de gemeente op 1 januari van het jaar ervoor (CBS).",
        en: "Inhabitants of the municipality on 1 January of the year before (CBS).",
      },
      ...persons,
    }),
    argument("inhabitants_nl", kinds.count, {
      label: { nl: "inwoners van Nederland", en: "inhabitants of the Netherlands" },
      help: {
        nl: "Inwoners van Nederland op dezelfde dag (CBS).",
        en: "Inhabitants of the Netherlands on the same day (CBS).",
      },
      ...persons,
    }),
  ],
  calculate: (inputs) => {
    const [task, here, all] = [
      inputs.quantity("national_task"),
      inputs.quantity("inhabitants"),
      inputs.quantity("inhabitants_nl"),
    ];
    within(here, all, "inhabitants");
    return derive(
      "persons",
      { nl: "personen te huisvesten", en: "persons to house" },
      "formula",
      [task, here, all],
      (t, h, a) =>
        a.equals(0)
          ? {
              reason: "undefined",
              because: {
                nl: "Het aantal inwoners van Nederland is 0; vul het CBS-cijfer in.",
                en: "The number of inhabitants of the Netherlands is 0; enter the CBS figure.",
              },
            }
          : t.mul(h).div(a).ceil(),
      { nl: "{0} × {1} / {2}, naar boven afgerond", en: "{0} × {1} / {2}, rounded up" },
    );
  },
  examples: {
    "naar boven afgerond": {
      given: { national_task: 10_000, inhabitants: 25_000, inhabitants_nl: 17_600_000 },
      value: 15,
      from: "art. 29: 14,2 naar boven",
    },
    "precies heel": {
      given: { national_task: 100, inhabitants: 1, inhabitants_nl: 10 },
      value: 10,
      from: "met de hand",
    },
    "geen taakstelling": {
      given: { national_task: 0, inhabitants: 1, inhabitants_nl: 10 },
      value: 0,
      from: "met de hand",
    },
    ontbreekt: emptyIsNotZero({ national_task: null, inhabitants: 1, inhabitants_nl: 10 }),
  },
});
