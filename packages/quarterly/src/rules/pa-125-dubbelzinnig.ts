import { defineRule } from "./rule.js";

export const dubbelzinnig = defineRule({
  id: "PA-125",
  severity: "error",
  reads: ["*"],
  title: { nl: "Dit kan twee dingen betekenen", en: "This can mean two things" },
  why: { nl: "Kiezen voor u zou een fout kunnen verbergen.", en: "Choosing for you might hide a mistake." },
  message: {
    nl: "Bij {field} staat '{typed}'. Is dat {one} of {other}?",
    en: "{field} says '{typed}'. Is that {one} or {other}?",
  },
  fix: {
    nl: "Typ het zo dat er één betekenis is: {one} of {other}.",
    en: "Type it so that it means one thing: {one} or {other}.",
  },
  check: "reading",
  examples: {
    good: {
      "Dutch thousands": { PA_Toewijzingen: [{ Aantal: "1.200" }] },
    },
    bad: {
      "English or decimal": { PA_Toewijzingen: [{ Aantal: "1,200" }], says: "1,2 of 1.200" },
    },
  },
});
