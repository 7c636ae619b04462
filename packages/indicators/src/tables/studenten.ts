import { defineTable } from "./field.js";
import { choice, landlordColumn, partyTypeColumn } from "./shared-columns.js";

/** Student units and their rents (art. 5), one row per unit. */
export const studenten = defineTable({
  name: "PA_Studenten",
  sheet: "Studenten",
  title: { nl: "Studenteneenheden", en: "Student units" },
  help: {
    nl: "Eén rij per eenheid, met de kale huur per maand. Een commercieel plan wordt getoetst, DUWO wordt getoond (art. 5).",
    en: "One row per unit, with the basic rent per month. A commercial plan is judged, DUWO is shown (art. 5).",
  },
  filledBy: {
    nl: "DUWO, en de gemeente voor commerciële plannen, binnen 2 weken na het kwartaal.",
    en: "DUWO, and the municipality for commercial plans, within 2 weeks after the quarter.",
  },
  key: ["Complex", "Eenheid_id"],
  perQuarter: false,
  fields: [
    {
      header: "Complex",
      aliases: ["Complexnaam", "Plan", "Gebouw", "Building"],
      type: "text",
      required: true,
      label: { nl: "complex", en: "complex" },
      help: { nl: "Naam van het gebouw of plan.", en: "Name of the building or plan." },
      width: 20,
    },
    { ...landlordColumn, aliases: [...(landlordColumn.aliases ?? []), "Ontwikkelaar"], open: true },
    partyTypeColumn,
    {
      header: "Eenheid_id",
      aliases: ["Eenheid", "Eenheidnummer", "Eenheid id", "Unit", "Unit id"],
      type: "id",
      required: true,
      label: { nl: "eenheid", en: "unit" },
      help: {
        nl: "Een code per eenheid, uniek binnen het complex. Geen adres met bewonersnaam.",
        en: "A code per unit, unique within the complex. No address with a resident's name.",
      },
      width: 14,
    },
    {
      header: "Soort",
      aliases: ["Soort eenheid", "Eenheidsoort", "Type", "Kind"],
      type: "choice",
      label: { nl: "soort eenheid", en: "kind of unit" },
      help: {
        nl: "zelfstandig of onzelfstandig (kamer).",
        en: "zelfstandig (self-contained) or onzelfstandig (room).",
      },
      choices: [
        choice("zelfstandig", "zelfstandig", "self-contained", "ZEL", "studio", "self-contained"),
        choice("onzelfstandig", "onzelfstandig", "shared", "KAM", "ONZ", "kamer", "room"),
      ],
      width: 13,
    },
    {
      header: "Kale huur",
      aliases: ["Kale huurprijs", "Netto huur", "Nettohuur", "Huur", "Huurprijs", "Basic rent", "Rent"],
      type: "amount",
      required: true,
      label: { nl: "kale huur (€ per maand)", en: "basic rent (€ per month)" },
      help: { nl: "Euro per maand, zonder servicekosten.", en: "Euro per month, without service charges." },
      width: 11,
    },
    {
      header: "Rekenhuur",
      aliases: ["Rekenhuur (t/m 2025)", "Huur voor huurtoeslag"],
      type: "amount",
      label: { nl: "rekenhuur (€ per maand)", en: "rent for housing allowance (€ per month)" },
      help: {
        nl: "Alleen nodig als Huurbegrip op rekenhuur staat, en alleen bij huren tot en met 2025: de kale huur met de servicekosten die toen meetelden.",
        en: "Needed only where Huurbegrip is rekenhuur, and only for rents until 2025: the basic rent with the service charges that counted then.",
      },
      width: 11,
    },
    {
      header: "Huurpeildatum",
      aliases: ["Peildatum huur", "Peildatum", "Ingangsdatum huur", "Rent date"],
      type: "date",
      required: true,
      label: { nl: "peildatum van de huur", en: "date of the rent" },
      help: {
        nl: "De dag waarop deze huur geldt; het jaar bepaalt de kwaliteitskortingsgrens.",
        en: "The day this rent applies; its year decides the quality-discount limit.",
      },
      width: 13,
    },
  ],
});
