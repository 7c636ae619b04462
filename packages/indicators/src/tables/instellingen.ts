import { defineTable } from "./field.js";
import { explanationColumn } from "./shared-columns.js";

/** Which agreement, which quarter, and which definitions were chosen where there is a choice. */
export const instellingen = defineTable({
  name: "PA_Instellingen",
  sheet: "Instellingen",
  title: { nl: "Instellingen", en: "Settings" },
  help: {
    nl: "Eén rij per instelling: Afspraak, Gemeente, Verslagkwartaal, Peildatum, Taal (Nederlands of English), en de gekozen definities.",
    en: "One row per setting: Afspraak (agreement), Gemeente (municipality), Verslagkwartaal (reporting quarter), Peildatum (reference date), Taal (language of the words in cells: Nederlands or English), and the definitions chosen.",
  },
  filledBy: { nl: "Gemeente, aan het begin van het kwartaal.", en: "Municipality, at the start of the quarter." },
  key: ["Instelling"],
  perQuarter: false,
  fields: [
    {
      header: "Instelling",
      aliases: ["Naam", "Parameter", "Setting"],
      type: "text",
      required: true,
      label: { nl: "instelling", en: "setting" },
      help: {
        nl: "De naam van de instelling. Laat de namen staan zoals ze zijn.",
        en: "The name of the setting. Leave the names as they are.",
      },
      width: 28,
    },
    {
      header: "Waarde",
      aliases: ["Keuze", "Value"],
      type: "text",
      required: true,
      label: { nl: "waarde", en: "value" },
      help: {
        nl: "De gekozen waarde, bijvoorbeeld 2026-Q3 of 30-9-2026.",
        en: "The value chosen, for example 2026-Q3 or 30-9-2026.",
      },
      width: 28,
    },
    explanationColumn,
  ],
});
