import { defineRule } from "./rule.js";

export const cijfersKwijt = defineRule({
  id: "PA-140",
  severity: "error",
  reads: ["*"],
  title: { nl: "Excel is cijfers van de code kwijt", en: "Excel lost digits of the code" },
  why: {
    nl: "Excel bewaart van een getal 15 cijfers. Van een BAG-nummer (16 cijfers) is het laatste dan weg.",
    en: "Excel keeps 15 digits of a number. Of a BAG number (16 digits) the last one is gone.",
  },
  message: {
    nl: "Bij {field} staat een getal ({typed}) in plaats van een code als tekst. Er zijn cijfers verloren.",
    en: "{field} holds a number ({typed}) instead of a code as text. Digits were lost.",
  },
  fix: {
    nl: "Zet de kolom op Tekst en plak de codes opnieuw uit de bron.",
    en: "Format the column as Text and paste the codes again from the source.",
  },
  check: "reading",
  examples: {
    good: {
      "as text": { PA_Woningen: [{ BAG_vbo_id: "0579010000012345" }] },
    },
    bad: {
      "as number": { PA_Woningen: [{ BAG_vbo_id: 4530010000012340 }] },
      scientific: { PA_Woningen: [{ BAG_vbo_id: "4,53E+15" }] },
    },
  },
});
