import { defineRule } from "./rule.js";

export const datumInGetal = defineRule({
  id: "PA-131",
  severity: "error",
  reads: ["*"],
  title: { nl: "Excel maakte van het getal een datum", en: "Excel made a date of the number" },
  why: {
    nl: "Wie 12.5 typt krijgt in een Nederlandse Excel 12 mei.",
    en: "Typing 12.5 in a Dutch Excel gives 12 May.",
  },
  message: {
    nl: "Bij {field} staat een datum ({day}) waar een getal hoort.",
    en: "{field} holds a date ({day}) where a number belongs.",
  },
  fix: {
    nl: "Zet de celopmaak op Getal en typ het getal opnieuw.",
    en: "Format the cell as Number and type the number again.",
  },
  check: "reading",
  examples: {
    good: {
      "a number": { PA_Studenten: [{ "Kale huur": 450 }] },
    },
    bad: {
      "12.5": { PA_Studenten: [{ "Kale huur": 46154 }], dates: ["Kale huur"] },
    },
  },
});
