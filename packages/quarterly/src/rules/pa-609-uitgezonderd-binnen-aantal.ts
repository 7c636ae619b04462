import { partsBeyondWhole } from "../identity.js";
import { defineRule } from "./rule.js";

export const uitgezonderdBinnenAantal = defineRule({
  id: "PA-609",
  severity: "error",
  reads: ["PA_Labels"],
  title: { nl: "Meer uitgezonderd dan er woningen zijn", en: "More excepted than there are homes" },
  why: { nl: "Uitgezonderde woningen zijn een deel van het aantal.", en: "Excepted homes are a part of the number." },
  message: {
    nl: "Waarvan uitgezonderd is {part}, maar Aantal is {whole}.",
    en: "Waarvan uitgezonderd is {part}, but Aantal is {whole}.",
  },
  fix: { nl: "Verbeter Aantal of Waarvan uitgezonderd.", en: "Correct Aantal or Waarvan uitgezonderd." },
  check: ({ ret }) => partsBeyondWhole(ret, "PA_Labels"),
  examples: {
    good: {
      "all of them": [{ Aantal: 12, "Waarvan uitgezonderd": 12 }],
    },
    bad: {
      "one more": [{ Aantal: 12, "Waarvan uitgezonderd": 13 }],
    },
  },
});
