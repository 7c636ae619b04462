import { defineIndicator } from "../evaluate.js";
import { number, partyArgument, quarterArgument } from "./arguments.js";
import { share } from "./part-of-whole.js";
import { SOCIALSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

/** What part of all homes is a social rented home? A share (0-1) of the stock. */
export const socialShare = defineIndicator({
  id: "SOCIALSHARE",
  name: "socialShare",
  place: 40,
  title: { nl: "Aandeel sociale huur in de voorraad", en: "Social share of the stock" },
  meaning: {
    nl: "Welk deel van alle woningen is een sociale huurwoning?",
    en: "What part of all homes is a social rented home?",
  },
  definition: {
    nl: "Sociale huurwoningen gedeeld door alle woningen, op de peildatum. Dit gaat over de voorraad; het aandeel in nieuwbouw is NEWBUILDSHARE.",
    en: "Social rented homes divided by all homes, on the day. This is about the stock; the share in new build is NEWBUILDSHARE.",
  },
  source: { nl: "einddoel en tussendoel Beschikbaarheid", en: "long-term goal and interim goal Beschikbaarheid" },
  live: ({ socialStock }) => socialStock,
  better: "up",
  reference: referenceWith(SOCIALSHARE),
  arguments: [
    number(
      "social",
      { nl: "sociale huurwoningen", en: "social rented homes" },
      { nl: "Aantal sociale huurwoningen in de voorraad.", en: "Number of social rented homes in the stock." },
    ),
    number(
      "homes",
      { nl: "woningen", en: "homes" },
      { nl: "Aantal woningen in de hele voorraad.", en: "Number of homes in the whole stock." },
    ),
    quarterArgument,
    partyArgument,
  ],
  ...share("social", "homes", { nl: "sociaal", en: "social" }),
  examples: {
    "precies op het doel": {
      given: { social: 30, homes: 100 },
      value: "3/10",
      verdict: "direction",
      display: "30,0%",
      from: "einddoel: 30 procent",
    },
    "net eronder wordt niet naar 30,0% afgerond": {
      given: { social: 2999, homes: 10_000 },
      value: "2999/10000",
      verdict: "direction",
      display: "29,99%",
      from: "met de hand",
    },
    "het beginpunt": {
      given: { social: 16, homes: 100 },
      value: "4/25",
      verdict: "direction",
      display: "16,0%",
      from: "tussendoel: 16 procent",
    },
    Rozendaal: {
      given: { social: 55, homes: 660 },
      value: "1/12",
      display: "8,3%",
      from: "test/cases/path-to-share.json",
    },
  },
});
