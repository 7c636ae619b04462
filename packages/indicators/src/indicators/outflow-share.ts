import { counted } from "../books/answer.js";
import { fill } from "../sentence.js";
import { defineIndicator } from "../evaluate.js";
import { number } from "./arguments.js";
import { share } from "./part-of-whole.js";
import { OUTFLOWSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

/** What part of the new social homes is suitable for people leaving care? A share (0-1). */
export const outflowShare = defineIndicator({
  id: "OUTFLOWSHARE",
  name: "outflowShare",
  place: 60,
  title: { nl: "Aandeel geschikt voor uitstroom", en: "Share suitable for outflow" },
  meaning: {
    nl: "Welk deel van de nieuwe sociale huurwoningen is geschikt voor mensen die uitstromen uit zorg of opvang?",
    en: "What part of the new social homes is suitable for people leaving care or shelter?",
  },
  definition: {
    nl: "Nieuwe sociale huurwoningen die de eigenaar geschikt noemt, gedeeld door alle nieuwe sociale huurwoningen. De afspraken omschrijven “geschikt” niet.",
    en: "New social homes the owner calls suitable, divided by all new social homes. The agreement does not define “suitable”.",
  },
  source: { nl: "tussendoel Beschikbaarheid", en: "interim goal Beschikbaarheid" },
  live: ({ planNotes, plans }) =>
    counted({
      period: "at",
      asks: { suitable: plans(["Waarvan uitstroom"]), social: plans(["Sociale huur"]) },
      refuses: (books) =>
        books.setting("uitstroom-van", "nieuwbouw") === "voorraad"
          ? fill(
              {
                nl: "De instelling '{name}' staat op voorraad, maar de opgave telt alleen in nieuwbouw hoeveel woningen geschikt zijn. Kies nieuwbouw, of bereken het aandeel met =PA.OUTFLOWSHARE(geschikt; sociaal).",
                en: "The setting '{name}' is voorraad, but the return counts suitable homes in new build only. Choose nieuwbouw, or calculate the share with =PA.OUTFLOWSHARE(suitable, social).",
              },
              { name: books.settingName("uitstroom-van") },
            )
          : null,
      notes: ({ social }, books) => planNotes(social, books),
    }),
  better: "up",
  judging: { plans: true, deadline: "einddatum-nieuwbouw" },
  reference: referenceWith(OUTFLOWSHARE),
  arguments: [
    number(
      "suitable",
      { nl: "woningen geschikt voor uitstroom", en: "homes suitable for outflow" },
      { nl: "Nieuwe sociale huurwoningen die geschikt zijn.", en: "New social homes that are suitable." },
    ),
    number(
      "social",
      { nl: "nieuwe sociale huurwoningen", en: "new social rented homes" },
      { nl: "Alle nieuwe sociale huurwoningen.", en: "All new social rented homes." },
    ),
  ],
  ...share("suitable", "social", { nl: "geschikt", en: "suitable" }),
  examples: {
    "precies 20%": {
      given: { suitable: 72, social: 360 },
      value: "1/5",
      verdict: "met",
      from: "tussendoel Beschikbaarheid",
    },
    "een te weinig": {
      given: { suitable: 71, social: 360 },
      value: "71/360",
      verdict: "missed",
      display: "19,7%",
      from: "met de hand",
    },
  },
});
