import { partsBeyondWhole } from "../identity.js";
import { defineRule } from "./rule.js";

export const deelBinnenGeheel = defineRule({
  id: "PA-203",
  severity: "error",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Deel groter dan het geheel", en: "Part larger than the whole" },
  why: {
    nl: "Woningen voor uitstroom zijn een deel van de sociale huurwoningen.",
    en: "Homes for outflow are a part of the social homes.",
  },
  message: {
    nl: "Waarvan uitstroom is {part}, maar er zijn {whole} sociale huurwoningen.",
    en: "Waarvan uitstroom is {part}, but there are {whole} social homes.",
  },
  fix: { nl: "Verbeter Waarvan uitstroom of Sociale huur.", en: "Correct Waarvan uitstroom or Sociale huur." },
  check: ({ ret }) => partsBeyondWhole(ret, "PA_Nieuwbouw"),
  examples: {
    good: {
      "all of them": [{ "Sociale huur": 10, "Waarvan uitstroom": 10 }],
    },
    bad: {
      "one more": [{ "Sociale huur": 10, "Waarvan uitstroom": 11 }],
    },
  },
});
