import { defineIndicator } from "../evaluate.js";
import { difference, ratio } from "../quantity.js";
import { argument, optional, quarterArgument } from "./arguments.js";
import { within } from "./part-of-whole.js";

/** What part of the new homes, student homes apart, is social rent? A share (0-1). */
export const newbuildShare = defineIndicator({
  id: "NEWBUILDSHARE",
  name: "newbuildShare",
  title: { nl: "Aandeel sociale huur in nieuwbouw", en: "Social share in new build" },
  meaning: {
    nl: "Welk deel van de nieuwe woningen is sociale huur, studentenwoningen niet meegeteld?",
    en: "What part of the new homes is social rent, student homes apart?",
  },
  definition: {
    nl: "Sociale huur gedeeld door alle nieuwe woningen min de studenteneenheden. In de werkmap: alle plannen die niet zijn vervallen.",
    en: "Social rent divided by all new homes less the student units. In the workbook: all plans that have not been dropped.",
  },
  source: { nl: "tussendoel Beschikbaarheid", en: "interim goal Beschikbaarheid" },
  unit: "share",
  live: true,
  better: "up",
  judging: { plans: true, deadline: "einddatum-nieuwbouw" },
  arguments: [
    argument(
      "social",
      "count",
      { nl: "sociale huurwoningen", en: "social rented homes" },
      { nl: "Sociale huurwoningen in de nieuwbouw.", en: "Social rented homes in the new build." },
      optional,
    ),
    argument(
      "homes",
      "count",
      { nl: "nieuwe woningen", en: "new homes" },
      { nl: "Alle nieuwe woningen, met studenteneenheden.", en: "All new homes, student units included." },
      optional,
    ),
    argument(
      "students",
      "count",
      { nl: "studenteneenheden", en: "student units" },
      { nl: "Studenteneenheden daarvan. Weggelaten: geen.", en: "Student units among them. Left out: none." },
      { ...optional, unit: "student units" },
    ),
    quarterArgument,
  ],
  calculate: (inputs) => {
    const social = inputs.quantity("social");
    const homes = inputs.quantity("homes");
    const students = inputs.quantity("students");
    within(students, homes, "students");
    const base = inputs.has("students")
      ? difference(homes, students, "homes", {
          nl: "nieuwe woningen zonder studenten",
          en: "new homes without students",
        })
      : homes;
    within(social, base, "social");
    return ratio(social, base, { nl: "sociaal in nieuwbouw", en: "social in new build" });
  },
  examples: [
    {
      name: "precies 30%",
      given: { social: 360, homes: 1200 },
      value: "3/10",
      verdict: "met",
      from: "tussendoel Beschikbaarheid",
    },
    {
      name: "een te weinig",
      given: { social: 359, homes: 1200 },
      value: "359/1200",
      verdict: "missed",
      display: "29,9%",
      from: "met de hand",
    },
    {
      name: "net onder 30% wordt niet 30,0%",
      given: { social: 259, homes: 864 },
      value: "259/864",
      verdict: "missed",
      display: "29,98%",
      from: "met de hand",
    },
    {
      name: "studenten apart",
      given: { social: 90, homes: 400, students: 100 },
      value: "3/10",
      verdict: "met",
      from: "met de hand",
    },
    {
      name: "niets gepland",
      given: { social: 0, homes: 0 },
      value: null,
      reason: "undefined",
      from: "een aandeel van niets bestaat niet",
    },
    {
      name: "studenten nog niet ingevuld",
      given: { social: 90, homes: 400, students: [null, ""] },
      value: null,
      reason: "missing",
      from: "leeg is geen nul",
    },
    {
      name: "totaal ontbreekt",
      given: { social: 90, homes: null },
      value: null,
      reason: "missing",
      from: "leeg is geen nul",
    },
  ],
});
