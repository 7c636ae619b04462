import { defineRule } from "./rule.js";

export const partijLijktOp = defineRule({
  id: "PA-141",
  severity: "warning",
  reads: ["PA_Nieuwbouw", "PA_Studenten"],
  title: { nl: "Lijkt op een partij van de afspraak", en: "Looks like a party of the agreement" },
  why: { nl: "Een andere schrijfwijze telt als een andere partij.", en: "Another spelling counts as another party." },
  message: {
    nl: "Bij {field} staat '{typed}'. Bedoelt u '{suggestion}'? Nu telt het als een andere partij.",
    en: "{field} says '{typed}'. Do you mean '{suggestion}'? It now counts as another party.",
  },
  fix: {
    nl: "Verbeter de naam, of laat hem staan als het echt een ander is.",
    en: "Correct the name, or leave it if it really is another.",
  },
  check: "reading",
  examples: {
    good: {
      "another developer": { PA_Nieuwbouw: [{ Ontwikkelaar: "Bouwbedrijf De Vries" }] },
    },
    bad: {
      nearly: { PA_Nieuwbouw: [{ Ontwikkelaar: "Portaaal" }] },
    },
  },
});
