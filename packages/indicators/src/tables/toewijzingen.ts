import { defineTable } from "./field.js";
import { explanationColumn, landlordColumn, quarterColumn } from "./shared-columns.js";
import { lettingCategories } from "./letting-categories.js";

/** Lettings by quarter, landlord and category (art. 9). */
export const toewijzingen = defineTable({
  name: "PA_Toewijzingen",
  sheet: "Toewijzingen",
  title: { nl: "Toewijzingen", en: "Lettings" },
  help: {
    nl: "Per kwartaal, verhuurder en categorie het aantal toewijzingen van dat kwartaal alleen. Een rij totaal mag, als controle.",
    en: "By quarter, landlord and category the number of lettings of that quarter alone. A row totaal is allowed, as a check.",
  },
  filledBy: {
    nl: "Corporaties, binnen 2 weken na het kwartaal.",
    en: "Corporations, within 2 weeks after the quarter.",
  },
  key: ["Kwartaal", "Verhuurder", "Categorie"],
  perQuarter: true,
  fields: [
    quarterColumn,
    landlordColumn,
    {
      header: "Categorie",
      aliases: ["Doelgroep", "Toewijzingscategorie", "Voorrang", "Voorrangcode", "Category"],
      type: "choice",
      required: true,
      label: { nl: "categorie", en: "category" },
      help: {
        nl: "regulier; urgent, contingent, statushouder of stadsvernieuwing (samen: urgente groepen); overige categorieën tellen alleen mee in het totaal; tijdelijk, antikraak en student tellen niet mee.",
        en: "regulier; urgent, contingent, statushouder or stadsvernieuwing (together: urgent groups); other categories count in the total only; tijdelijk, antikraak and student are not counted.",
      },
      choices: lettingCategories,
      otherwise: "onbekend",
      width: 18,
    },
    {
      header: "Aantal",
      aliases: ["Aantal toewijzingen", "Aantal verhuringen", "Toewijzingen", "Number"],
      type: "count",
      required: true,
      label: { nl: "aantal (toewijzingen)", en: "number (lettings)" },
      help: {
        nl: "Toewijzingen in dit kwartaal. Geen toewijzingen: 0. Niet bekend: leeg of onbekend.",
        en: "Lettings in this quarter. None: 0. Not known: empty or onbekend.",
      },
      width: 10,
    },
    explanationColumn,
  ],
});
