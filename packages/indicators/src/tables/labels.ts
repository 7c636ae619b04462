import { defineTable } from "./field.js";
import { labelColumn, landlordColumn, quarterColumn, segmentColumn } from "./shared-columns.js";

/** Homes by quarter, landlord, segment and energy label (art. 19). */
export const labels = defineTable({
  name: "PA_Labels",
  sheet: "Labels",
  title: { nl: "Energielabels", en: "Energy labels" },
  help: {
    nl: "Het aantal woningen per energielabel op de peildatum. Woningen zonder bekend label: Label onbekend. Wie per woning aanlevert, gebruikt het blad Woningen.",
    en: "The number of homes by energy label on the reference date. Homes without a known label: Label onbekend. Who reports per home uses the sheet Woningen.",
  },
  filledBy: {
    nl: "Corporaties, binnen 2 weken na het kwartaal.",
    en: "Corporations, within 2 weeks after the quarter.",
  },
  key: ["Kwartaal", "Verhuurder", "Segment", "Label"],
  parts: [{ part: "Waarvan uitgezonderd", whole: "Aantal" }],
  perQuarter: true,
  state: "all",
  fields: [
    quarterColumn,
    landlordColumn,
    segmentColumn,
    labelColumn,
    {
      header: "Aantal",
      aliases: ["Aantal woningen", "Woningen", "Number"],
      type: "count",
      required: true,
      label: { nl: "aantal (woningen)", en: "number (homes)" },
      help: {
        nl: "Woningen met dit label. Geen: 0. Niet bekend: leeg.",
        en: "Homes with this label. None: 0. Not known: empty.",
      },
      width: 10,
    },
    {
      header: "Waarvan uitgezonderd",
      aliases: ["Uitgezonderd", "Uitzonderingen", "Of which excepted"],
      type: "count",
      label: { nl: "waarvan uitgezonderd (woningen)", en: "of which excepted (homes)" },
      help: {
        nl: "Deel van het aantal dat onder een uitzondering valt: monument, slooplijst, huurders of VvE niet akkoord.",
        en: "Part of the number under an exception: monument, demolition list, tenants or owners' association do not agree.",
      },
      width: 13,
    },
    {
      header: "Gemiddelde huur",
      aliases: ["Gem. huur", "Gemiddelde kale huur", "Average rent"],
      type: "amount",
      label: { nl: "gemiddelde kale huur (€ per maand)", en: "average basic rent (€ per month)" },
      help: {
        nl: "Gemiddelde kale huur per maand van deze woningen (art. 45).",
        en: "Average basic rent per month of these homes (art. 45).",
      },
      width: 12,
    },
  ],
});
