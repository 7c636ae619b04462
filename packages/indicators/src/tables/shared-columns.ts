import { labelScale } from "../label.js";
import { defineField, type FieldChoice } from "./field.js";

/** Columns that several tables share. */
export const quarterColumn = defineField({
  header: "Kwartaal",
  aliases: ["Verslagkwartaal", "Periode", "Quarter", "Kw", "Verslagperiode"],
  type: "quarter",
  required: true,
  label: { nl: "kwartaal", en: "quarter" },
  help: {
    nl: "Het kwartaal waar de rij over gaat, zoals 2026-Q3.",
    en: "The quarter the row is about, such as 2026-Q3.",
  },
  width: 10,
});

export const landlordColumn = defineField({
  header: "Verhuurder",
  aliases: ["Corporatie", "Eigenaar", "Partij", "Woningcorporatie", "Landlord", "Owner"],
  type: "party",
  required: true,
  label: { nl: "verhuurder", en: "landlord" },
  help: {
    nl: "De corporatie, met de naam uit de afspraken (ook vroegere namen worden herkend).",
    en: "The corporation, by its name in the agreement (former names are recognised too).",
  },
  width: 14,
});

export const explanationColumn = defineField({
  header: "Toelichting",
  aliases: ["Opmerking", "Opmerkingen", "Uitleg", "Explanation", "Remarks"],
  type: "text",
  label: { nl: "toelichting", en: "explanation" },
  help: {
    nl: "Wat iemand moet weten om het getal te begrijpen. Geen namen of gegevens van bewoners.",
    en: "What a reader needs to understand the figure. No names or data of residents.",
  },
  width: 40,
});

const choice = (value: string, nl: string, en: string, ...aliases: string[]): FieldChoice => ({
  value,
  label: { nl, en },
  ...(aliases.length > 0 && { aliases }),
});

/** Rent segments. VERA's DAE is social; its NDA may be mid or free and so is read as neither. */
export const rentSegments: readonly FieldChoice[] = [
  choice(
    "sociaal",
    "sociale huur",
    "social rent",
    "sociale huur",
    "soc",
    "DAEB",
    "DAE",
    "sociale huurwoning",
    "social",
  ),
  choice(
    "midden",
    "middeldure huur",
    "mid rent",
    "middenhuur",
    "middelduur",
    "middeldure huur",
    "middensegment",
    "mid",
  ),
  choice("vrij", "vrije sector", "free sector", "vrije huur", "vrije sector", "duur", "dure huur", "free"),
];

export const studentSegment = choice(
  "student",
  "studenteneenheden",
  "student units",
  "studenten",
  "studentenwoning",
  "studentenwoningen",
  "studenteneenheden",
  "students",
);

export const segmentColumn = defineField({
  header: "Segment",
  aliases: ["Huursegment", "Prijssegment", "Maatschappelijk label", "Maatschappelijklabel"],
  type: "choice",
  required: true,
  label: { nl: "segment", en: "segment" },
  help: {
    nl: "sociaal, midden, vrij of student. VERA-code DAE telt als sociaal; NDA zegt niet of het midden of vrij is.",
    en: "sociaal (social), midden (mid), vrij (free) or student. VERA code DAE counts as social; NDA does not say mid or free.",
  },
  choices: [...rentSegments, studentSegment],
  width: 10,
});

export const labelColumn = defineField({
  header: "Label",
  aliases: ["Energielabel", "Energieklasse", "Labelklasse", "Pand_energieklasse", "Energy label"],
  type: "label",
  required: true,
  label: { nl: "energielabel", en: "energy label" },
  help: {
    nl: "A+++++ tot en met G, of onbekend. VERA-codes (AP, APP, AP3, AP4) worden herkend.",
    en: "A+++++ to G, or onbekend (unknown). VERA codes (AP, APP, AP3, AP4) are recognised.",
  },
  choices: [
    ...labelScale.map((value) => choice(value, value, value)),
    choice("onbekend", "onbekend", "unknown", "geen label", "geen"),
  ],
  width: 10,
});

export const partyTypeColumn = defineField({
  header: "Partijtype",
  aliases: ["Type partij", "Soort partij", "Type ontwikkelaar", "Party type"],
  type: "choice",
  required: true,
  label: { nl: "soort partij", en: "kind of party" },
  help: {
    nl: "corporatie, commercieel, gemeente of overig.",
    en: "corporatie (corporation), commercieel (commercial), gemeente (municipality) or overig (other).",
  },
  choices: [
    choice("corporatie", "corporatie", "corporation", "woningcorporatie", "toegelaten instelling", "corp", "TI"),
    choice(
      "commercieel",
      "commercieel",
      "commercial",
      "commerciële partij",
      "commercial",
      "markt",
      "marktpartij",
      "particulier",
      "ontwikkelaar",
      "belegger",
    ),
    choice("gemeente", "gemeente", "municipality", "municipality"),
    choice("overig", "overig", "other", "overige", "anders", "other", "zorginstelling", "cpo"),
  ],
  width: 13,
});

export { choice };
