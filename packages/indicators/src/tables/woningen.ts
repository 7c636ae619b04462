import { defineTable } from "./field.js";
import { choice, labelColumn, landlordColumn, quarterColumn, segmentColumn } from "./shared-columns.js";

const { choices: labelClasses = [] } = labelColumn;

/** One row per home, as an alternative to PA_Labels. Without a column Kwartaal, rows belong to the reporting quarter. */
export const woningen = defineTable({
  name: "PA_Woningen",
  sheet: "Woningen",
  title: { nl: "Woningen met energielabel", en: "Homes with energy label" },
  help: {
    nl: "In plaats van het blad Labels: één rij per woning op de peildatum. Geen namen of gegevens van bewoners.",
    en: "Instead of the sheet Labels: one row per home on the reference date. No names or data of residents.",
  },
  filledBy: {
    nl: "Corporaties die per woning aanleveren, binnen 2 weken na het kwartaal.",
    en: "Corporations that report per home, within 2 weeks after the quarter.",
  },
  key: ["BAG_vbo_id", "Kwartaal"],
  perQuarter: false,
  state: "all",
  fields: [
    {
      header: "BAG_vbo_id",
      aliases: [
        "BAG-id",
        "BAG",
        "BAG id",
        "VBO_id",
        "Verblijfsobject",
        "Verblijfsobjectid",
        "Pand_bagverblijfsobjectid",
      ],
      type: "id",
      required: true,
      label: { nl: "BAG-nummer van het verblijfsobject", en: "BAG number of the dwelling" },
      help: {
        nl: "16 cijfers, als tekst. Als getal raakt Excel het laatste cijfer kwijt.",
        en: "16 digits, as text. As a number Excel loses the last digit.",
      },
      width: 20,
    },
    landlordColumn,
    segmentColumn,
    labelColumn,
    {
      header: "Opnamedatum",
      aliases: ["Datum opname", "Labeldatum", "Pand_opnamedatum", "Survey date"],
      type: "date",
      always: true,
      label: { nl: "opnamedatum van het label", en: "survey date of the label" },
      help: { nl: "De dag waarop het label is opgenomen.", en: "The day the label was surveyed." },
      width: 13,
    },
    {
      header: "Kale huur",
      aliases: ["Kale huurprijs", "Netto huur", "Nettohuur", "Huur", "Huurprijs", "Basic rent"],
      type: "amount",
      label: { nl: "kale huur (€ per maand)", en: "basic rent (€ per month)" },
      help: { nl: "Euro per maand, zonder servicekosten.", en: "Euro per month, without service charges." },
      width: 11,
    },
    {
      header: "Uitzondering",
      aliases: ["Uitgezonderd", "Reden uitzondering", "Exception"],
      type: "choice",
      label: { nl: "uitzondering op het uitfaseren", en: "exception to the phasing out" },
      help: {
        nl: "Waarom E, F of G hier niet meetelt: monument, sloop, huurders, vve of anders. Leeg of nee: telt mee.",
        en: "Why E, F or G does not count here: monument, sloop (demolition), huurders (tenants), vve (owners' association) or anders (other). Empty or nee: counts.",
      },
      choices: [
        choice("nee", "geen uitzondering", "no exception", "geen", "n", "no", "0", "false", "onwaar"),
        choice("monument", "monument", "monument", "rijksmonument", "gemeentelijk monument"),
        choice("sloop", "slooplijst", "demolition list", "slooplijst", "te slopen"),
        choice(
          "huurders",
          "huurders niet akkoord",
          "tenants do not agree",
          "geen instemming",
          "bewoners niet akkoord",
          "geweigerd",
        ),
        choice("vve", "VvE niet akkoord", "owners' association does not agree", "vereniging van eigenaars"),
        choice("anders", "andere uitzondering", "other exception", "ja", "j", "x", "1", "waar", "yes", "overig"),
      ],
      width: 14,
    },
    {
      header: "Geldig tot",
      aliases: ["Label geldig tot", "Meting_geldig_tot", "Valid until"],
      type: "date",
      label: { nl: "label geldig tot", en: "label valid until" },
      help: {
        nl: "De laatste dag waarop het label geldt (10 jaar na opname).",
        en: "The last day the label is valid (10 years after the survey).",
      },
      width: 12,
    },
    {
      header: "Vorig label",
      aliases: ["Oud label", "Label vorig kwartaal", "Previous label"],
      type: "label",
      label: { nl: "vorig energielabel", en: "previous energy label" },
      help: { nl: "Het label vóór de laatste wijziging.", en: "The label before the last change." },
      choices: labelClasses,
      width: 10,
    },
    {
      header: "Reden labelwijziging",
      aliases: ["Reden wijziging", "Oorzaak labelwijziging", "Reason of change"],
      type: "choice",
      label: { nl: "reden van de labelwijziging", en: "reason of the label change" },
      help: {
        nl: "maatregel (verbeterd), hermeting, methode of nieuw.",
        en: "maatregel (improved), hermeting (measured again), methode (method) or nieuw (new).",
      },
      choices: [
        choice("maatregel", "maatregel", "improvement", "maatregelen", "verbeterd", "renovatie", "isolatie"),
        choice("hermeting", "hermeting", "measured again", "heropname", "nieuwe opname"),
        choice("methode", "andere methode", "other method", "NTA", "methodewijziging"),
        choice("nieuw", "nieuw", "new", "nieuwbouw", "eerste label"),
      ],
      width: 14,
    },
    {
      header: "Bewijs uitzondering",
      aliases: ["Bewijs", "Onderbouwing", "Evidence"],
      type: "text",
      label: { nl: "bewijs van de uitzondering", en: "evidence of the exception" },
      help: {
        nl: "Waar de onderbouwing staat: besluit, nummer of link.",
        en: "Where the evidence is: decision, number or link.",
      },
      width: 24,
    },
    {
      ...quarterColumn,
      required: false,
      help: {
        nl: "Alleen nodig als er rijen van meer kwartalen onder elkaar staan.",
        en: "Only needed if the table has rows of several quarters.",
      },
    },
  ],
});
