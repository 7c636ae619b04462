import { defineTable, type Field } from "./field.js";
import { additions, removals } from "./movements.js";
import {
  choice,
  explanationColumn,
  landlordColumn,
  quarterColumn,
  rentSegments,
  segmentColumn,
  studentSegment,
} from "./shared-columns.js";

const movement = <H extends string>(
  header: H,
  nl: string,
  en: string,
  help: Field["help"],
  ...aliases: string[]
): Field<H> => ({
  header,
  ...(aliases.length > 0 && { aliases }),
  type: "count",
  label: { nl: `${nl} (woningen)`, en: `${en} (homes)` },
  help,
  width: 11,
});

/** Stock and its movements by quarter, landlord and segment (art. 13). */
export const voorraad = defineTable({
  name: "PA_Voorraad",
  sheet: "Voorraad",
  title: { nl: "Voorraad en mutaties", en: "Stock and movements" },
  help: {
    nl: "Per kwartaal, verhuurder en segment: begin, wat erbij kwam en eraf ging, en eind. De gemeente vult één rij totaal voor de hele voorraad.",
    en: "By quarter, landlord and segment: opening, what was added and removed, and closing. The municipality fills one row totaal for the whole stock.",
  },
  filledBy: {
    nl: "Corporaties binnen 2 weken na het kwartaal; de gemeente de rij totaal binnen 3 weken.",
    en: "Corporations within 2 weeks after the quarter; the municipality the row totaal within 3 weeks.",
  },
  key: ["Kwartaal", "Verhuurder", "Segment"],
  staysUntil: "Segment",
  identity: { whole: "Eindstand", plus: ["Beginstand", ...additions, "Correctie"], minus: removals },
  perQuarter: true,
  state: ["Beginstand", "Eindstand"],
  fields: [
    quarterColumn,
    {
      ...landlordColumn,
      help: {
        nl: "De corporatie, of Gemeente bij de rij totaal.",
        en: "The corporation, or Gemeente (municipality) for the row totaal.",
      },
    },
    {
      ...segmentColumn,
      help: {
        nl: "sociaal, midden, vrij, student, of totaal (de hele voorraad, één rij van de gemeente).",
        en: "sociaal (social), midden (mid), vrij (free), student, or totaal (the whole stock, one row of the municipality).",
      },
      choices: [
        ...rentSegments,
        studentSegment,
        choice("totaal", "hele voorraad", "whole stock", "alle", "hele voorraad", "alle woningen", "total"),
      ],
    },
    {
      ...movement(
        "Beginstand",
        "beginstand",
        "opening stock",
        {
          nl: "Aantal woningen op de eerste dag; gelijk aan de eindstand van het vorige kwartaal.",
          en: "Homes on the first day; equal to the closing stock of the quarter before.",
        },
        "Begin",
        "Stand begin",
        "Begin kwartaal",
        "Opening",
      ),
      required: true,
    },
    movement(
      "Nieuwbouw",
      "nieuwbouw",
      "new build",
      { nl: "Opgeleverde nieuwe woningen.", en: "New homes delivered." },
      "NIE",
      "New build",
    ),
    movement(
      "Aankoop",
      "aankoop",
      "bought",
      { nl: "Aangekochte en teruggekochte woningen.", en: "Homes bought and bought back." },
      "AAN",
      "Aangekocht",
      "Bought",
    ),
    movement(
      "Overig erbij",
      "overig erbij",
      "otherwise added",
      {
        nl: "Transformatie, splitsing, uitruil, en woningen die uit een ander segment komen.",
        en: "Conversion, splitting, exchange, and homes that come from another segment.",
      },
      "Overige toevoegingen",
      "Overig bij",
      "Other added",
    ),
    movement(
      "Sloop",
      "sloop",
      "demolished",
      { nl: "Gesloopte woningen.", en: "Homes demolished." },
      "SLO",
      "Gesloopt",
      "Demolished",
    ),
    movement(
      "Verkoop",
      "verkoop",
      "sold",
      {
        nl: "Verkochte woningen: aan huurder, belegger en overig samen.",
        en: "Homes sold: to tenant, investor and other together.",
      },
      "Verkocht",
      "Sold",
    ),
    movement(
      "Liberalisatie",
      "liberalisatie",
      "liberalised",
      { nl: "Woningen die van sociaal naar midden of vrij gingen.", en: "Homes that went from social to mid or free." },
      "Geliberaliseerd",
      "Liberalised",
    ),
    movement(
      "Overig eraf",
      "overig eraf",
      "otherwise removed",
      {
        nl: "Samenvoeging, uitruil en andere afgang. Tijdelijk leeg telt niet.",
        en: "Merging, exchange and other losses. Temporarily empty does not count.",
      },
      "Overige onttrekkingen",
      "Overig af",
      "Other removed",
    ),
    {
      header: "Correctie",
      aliases: ["Administratieve correctie", "ADM", "Correctie +/-", "Correction"],
      type: "change",
      label: { nl: "administratieve correctie (woningen)", en: "administrative correction (homes)" },
      help: {
        nl: "Wat alleen in de administratie is rechtgezet; mag negatief zijn. Vraagt een toelichting.",
        en: "Administrative corrections; may be negative. Needs an explanation.",
      },
      width: 11,
    },
    {
      ...movement(
        "Eindstand",
        "eindstand",
        "closing stock",
        {
          nl: "Beginstand + Nieuwbouw + Aankoop + Overig erbij - Sloop - Verkoop - Liberalisatie - Overig eraf + Correctie.",
          en: "Beginstand + Nieuwbouw + Aankoop + Overig erbij - Sloop - Verkoop - Liberalisatie - Overig eraf + Correctie.",
        },
        "Eind",
        "Stand eind",
        "Stand",
        "Einde kwartaal",
        "Closing",
      ),
      required: true,
    },
    explanationColumn,
  ],
});
