import { defineTable } from "./field.js";
import { choice, explanationColumn } from "./shared-columns.js";

/** The status of every commitment according to the parties (art. 45 and 46). */
export const evaluatie = defineTable({
  name: "PA_Evaluatie",
  sheet: "Evaluatie",
  title: { nl: "Evaluatieoverzicht", en: "Evaluation" },
  help: {
    nl: "Eén rij per afspraak, met status en toelichting. De berekende stand staat er in het rapport naast.",
    en: "One row per commitment, with status and explanation. The report shows the computed verdict beside it.",
  },
  filledBy: {
    nl: "Gemeente, met de trekkers; elk jaar bijgewerkt in het eerste kwartaal.",
    en: "Municipality, with the parties in the lead; updated every year in the first quarter.",
  },
  key: ["Artikel", "Afspraak", "Periode"],
  perQuarter: false,
  fields: [
    {
      header: "Artikel",
      aliases: ["Art.", "Art", "Nr", "Nummer", "Article"],
      type: "id",
      required: true,
      label: { nl: "artikel", en: "article" },
      help: {
        nl: "Het nummer van het artikel (9, 19a) of de code van een doel (TD-BES-1).",
        en: "The number of the article (9, 19a) or the code of a goal (TD-BES-1).",
      },
      width: 10,
    },
    {
      header: "Afspraak",
      aliases: ["Afspraak (kort)", "Omschrijving", "Commitment"],
      type: "text",
      required: true,
      label: { nl: "afspraak", en: "commitment" },
      help: { nl: "De afspraak in een paar woorden.", en: "The commitment in a few words." },
      width: 44,
    },
    {
      header: "Trekker",
      aliases: ["Verantwoordelijke", "Lead"],
      type: "text",
      required: true,
      label: { nl: "trekker", en: "in the lead" },
      help: {
        nl: "Wie het voortouw heeft; meer partijen met een komma.",
        en: "Who leads; several parties with a comma.",
      },
      width: 24,
    },
    {
      header: "Status",
      aliases: ["Stand", "Voortgang"],
      type: "choice",
      required: true,
      label: { nl: "status", en: "status" },
      help: {
        nl: "gehaald, op koers, aandacht, niet gehaald, niet te bepalen of n.v.t. Alles behalve gehaald en op koers vraagt een toelichting.",
        en: "gehaald (met), op koers (on track), aandacht (attention), niet gehaald (missed), niet te bepalen (unknown) or n.v.t. (not applicable). All but met and on track need an explanation.",
      },
      choices: [
        choice("gehaald", "gehaald", "met", "afgerond", "gereed", "klaar", "groen", "met"),
        choice("op koers", "op koers", "on track", "loopt", "op schema", "on track"),
        choice("aandacht", "aandacht", "attention", "oranje", "let op", "aandachtspunt", "vertraagd", "attention"),
        choice("niet gehaald", "niet gehaald", "missed", "rood", "missed"),
        choice("niet te bepalen", "niet te bepalen", "unknown", "onbekend", "unknown"),
        choice("n.v.t.", "niet van toepassing", "not applicable", "nvt", "niet van toepassing", "not applicable"),
      ],
      width: 15,
    },
    {
      header: "Periode",
      aliases: ["Jaar", "Over", "Period"],
      type: "text",
      label: { nl: "periode", en: "period" },
      help: {
        nl: "Alleen bij een afspraak die elk jaar terugkomt: over welke keer dit gaat, zoals 2026 of 2026-Q1. Eén rij per keer.",
        en: "Only for a commitment that returns every year: which time this is about, such as 2026 or 2026-Q1. One row per time.",
      },
      width: 10,
    },
    {
      header: "Deadline",
      aliases: ["Uiterlijk", "Gereed op", "Datum gereed"],
      type: "date",
      label: { nl: "deadline", en: "deadline" },
      help: { nl: "De dag waarop het klaar moet zijn.", en: "The day it has to be done." },
      width: 12,
    },
    explanationColumn,
    {
      header: "Bewijs",
      aliases: ["Link", "Document", "Evidence"],
      type: "text",
      label: { nl: "bewijs", en: "evidence" },
      help: { nl: "Link naar of naam van het document.", en: "Link to or name of the document." },
      width: 28,
    },
  ],
});
