import { defineRule } from "./rule.js";

export const schatting = defineRule({
  id: "PA-124",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Schatting in plaats van een getal", en: "An estimate instead of a figure" },
  why: {
    nl: "Een schatting is geen uitkomst. Er wordt pas mee gerekend als iemand het getal bevestigt.",
    en: "An estimate is not an outcome. It counts once somebody confirms the figure.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'. Dat is een schatting; er wordt niet mee gerekend.",
    en: "{field} says '{typed}'. That is an estimate; it is left out of the calculation.",
  },
  fix: {
    nl: "Vul het getal in dat u bevestigt, en zet de onzekerheid bij Toelichting.",
    en: "Enter the figure you confirm, and enter the uncertainty under Toelichting.",
  },
  check: "reading",
  examples: {
    good: { "a figure": { PA_Toewijzingen: [{ Aantal: 360 }] } },
    bad: Object.fromEntries(
      ["ca. 360", "±360", "bijna 1600", ">300", "300-360"].map((Aantal) => [Aantal, { PA_Toewijzingen: [{ Aantal }] }]),
    ),
  },
});
