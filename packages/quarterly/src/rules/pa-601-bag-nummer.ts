import { eachRow, text } from "./each-row.js";
import { defineRule } from "./rule.js";

export const bagNummer = defineRule({
  id: "PA-601",
  severity: "error",
  reads: ["PA_Woningen"],
  title: { nl: "Geen geldig BAG-nummer", en: "No valid BAG number" },
  why: {
    nl: "Met een onvolledig nummer is de woning niet terug te vinden en niet te ontdubbelen.",
    en: "With an incomplete number the home cannot be found again nor checked for duplicates.",
  },
  message: {
    nl: "'{typed}' is geen BAG-nummer van 16 cijfers ({digits} tekens).{hint}",
    en: "'{typed}' is not a BAG number of 16 digits ({digits} characters).{hint}",
  },
  fix: {
    nl: "Zet de kolom op Tekst en plak het nummer van 16 cijfers opnieuw uit de bron.",
    en: "Format the column as Text and paste the 16-digit number again from the source.",
  },
  check: eachRow("PA_Woningen", { bag: text("BAG_vbo_id") }, ({ bag }) => {
    if (/^\d{16}$/.test(bag)) return false;
    const hint = /^\d{15}$/.test(bag)
      ? {
          nl: " Waarschijnlijk is de nul aan het begin weggevallen.",
          en: " Probably the zero at the front was lost.",
        }
      : "";
    return { header: "BAG_vbo_id", facts: { digits: bag.length, hint } };
  }),
  examples: {
    good: {
      "with a zero in front": [{ BAG_vbo_id: "0579010000012345" }],
    },
    bad: {
      "zero lost": { PA_Woningen: [{ BAG_vbo_id: 579010000012345 }], says: "nul aan het begin" },
      "a letter": [{ BAG_vbo_id: "057901000001234O" }],
    },
  },
});
