import { cents } from "./columns.js";
import { eachRow, number } from "./each-row.js";
import { defineRule } from "./rule.js";

export const rekenhuurLager = defineRule({
  id: "PA-306",
  severity: "error",
  reads: ["PA_Studenten"],
  title: { nl: "Rekenhuur lager dan kale huur", en: "Rent for allowance below the basic rent" },
  why: {
    nl: "De rekenhuur is de kale huur met servicekosten erbij en kan dus niet lager zijn. Vaak zijn de kolommen verwisseld.",
    en: "The rent for allowance is the basic rent with service charges added, so it cannot be lower. Often the columns were swapped.",
  },
  message: {
    nl: "De rekenhuur is {high:€}, de kale huur {basic:€}.",
    en: "The rent for allowance is {high:€}, the basic rent {basic:€}.",
  },
  fix: { nl: "Kijk na of de twee bedragen verwisseld zijn.", en: "Check whether the two amounts were swapped." },
  check: eachRow(
    "PA_Studenten",
    { basic: number("Kale huur"), high: number("Rekenhuur") },
    ({ basic, high }) => cents(high) < cents(basic) && { header: "Rekenhuur", facts: { high, basic } },
  ),
  examples: {
    good: {
      "the same, more, and not filled in": [
        { "Kale huur": 450, Rekenhuur: 450 },
        { "Kale huur": 450, Rekenhuur: 482.5 },
        { "Kale huur": 450, Rekenhuur: null },
      ],
    },
    bad: {
      swapped: { PA_Studenten: [{ "Kale huur": 482.5, Rekenhuur: 450 }], says: "450" },
    },
  },
});
