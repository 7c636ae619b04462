import { defineTable } from "./field.js";
import { choice } from "./shared-columns.js";

/** Norms that replace or add to those of the agreement file. */
export const normen = defineTable({
  name: "PA_Normen",
  sheet: "Normen",
  title: { nl: "Normen", en: "Norms" },
  help: {
    nl: "Alleen wat afwijkt van de afspraken of erbij komt. Zonder rijen gelden de afspraken zoals ze zijn.",
    en: "Only what differs from the agreement or adds to it. Without rows the agreement holds as it is.",
  },
  filledBy: { nl: "Gemeente, na een besluit van partijen.", en: "Municipality, after a decision of the parties." },
  key: ["Norm", "Vergelijking", "Vanaf"],
  perQuarter: false,
  fields: [
    {
      header: "Norm",
      aliases: ["Norm_id", "Normnaam", "Indicator"],
      type: "id",
      required: true,
      label: { nl: "norm", en: "norm" },
      help: {
        nl: "De code van de norm in de afspraken (zoals ART-9-URGENT), de indicator (zoals URGENTSHARE), of een cijfer waar de afspraken van uitgaan (behoefte, gerealiseerd, resterende behoefte).",
        en: "The code of the norm in the agreement (such as ART-9-URGENT), the indicator (such as URGENTSHARE), or a figure the agreement starts from (behoefte, gerealiseerd, resterende behoefte).",
      },
      width: 18,
    },
    {
      header: "Vergelijking",
      aliases: ["Comparator", "Operator"],
      type: "choice",
      required: true,
      label: { nl: "vergelijking", en: "comparison" },
      help: {
        nl: "≥ ten minste, ≤ ten hoogste, > meer dan, < minder dan, = precies.",
        en: "≥ at least, ≤ at most, > more than, < less than, = exactly.",
      },
      choices: [
        choice("≥", "ten minste", "at least", ">=", "=>", "minimaal", "minstens", "tenminste"),
        choice("≤", "ten hoogste", "at most", "<=", "=<", "maximaal", "hoogstens", "tenhoogste", "t/m"),
        choice(">", "meer dan", "more than", "boven"),
        choice("<", "minder dan", "less than", "onder"),
        choice("=", "precies", "exactly", "==", "gelijk aan"),
      ],
      width: 12,
    },
    {
      header: "Waarde",
      aliases: ["Normwaarde", "Value"],
      type: "text",
      required: true,
      label: { nl: "waarde", en: "value" },
      help: {
        nl: "Een aandeel als 25% of 0,25; een aantal als heel getal.",
        en: "A share as 25% or 0.25; a count as a whole number.",
      },
      width: 10,
    },
    {
      header: "Vanaf",
      aliases: ["Geldig vanaf", "From"],
      type: "date",
      label: { nl: "vanaf", en: "from" },
      help: { nl: "Eerste dag waarop de norm geldt; leeg = altijd.", en: "First day the norm holds; empty = always." },
      width: 12,
    },
    {
      header: "Tot",
      aliases: ["Tot en met", "Geldig tot", "Until"],
      type: "date",
      label: { nl: "tot en met", en: "until" },
      help: { nl: "Laatste dag waarop de norm geldt; leeg = altijd.", en: "Last day the norm holds; empty = always." },
      width: 12,
    },
    {
      header: "Bron",
      aliases: ["Source"],
      type: "text",
      label: { nl: "bron", en: "source" },
      help: {
        nl: "Waar het besluit staat: document en datum.",
        en: "Where the decision can be found: document and date.",
      },
      width: 30,
    },
    {
      header: "Reden",
      aliases: ["Motivering", "Reason"],
      type: "text",
      label: { nl: "reden", en: "reason" },
      help: {
        nl: "Waarom de norm anders is dan in de afspraken. Zonder reden volgt een waarschuwing.",
        en: "Why the norm differs from the agreement. Without a reason there is a warning.",
      },
      width: 40,
    },
  ],
});
