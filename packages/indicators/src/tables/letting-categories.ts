import type { FieldChoice } from "./field.js";

/**
 * How a letting counts (agreement, art. 9):
 * urgent and regular are the two numerators; other is in the denominator only; outside is not counted at all.
 */
export type LettingCount = "urgent" | "regular" | "other" | "outside";

/** A category of lettings, and how it counts. */
export interface LettingCategory extends FieldChoice {
  readonly counts: LettingCount;
}

const category = (value: string, counts: LettingCount, nl: string, en: string, ...aliases: string[]) => ({
  value,
  counts,
  label: { nl, en },
  aliases,
});

/**
 * The categories of PA_Toewijzingen and how each counts. Codes in capitals are VERA's VOORRANGSOORT and VOORRANGDETAILSOORT.
 * VERA's REG (regional binding) is deliberately absent: people type "reg" for regulier.
 */
export const lettingCategories: readonly LettingCategory[] = [
  category(
    "regulier",
    "regular",
    "regulier",
    "regular",
    "reguliere",
    "regulier woningzoekende",
    "reguliere woningzoekenden",
    "regulier woningzoekenden",
    "woningzoekende",
    "woningzoekenden",
    "regular",
  ),
  category(
    "urgent",
    "urgent",
    "urgent",
    "urgent",
    ...["medisch urgent", "medische urgentie", "sociaal urgent", "sociale urgentie", "voorrang", "voorrangskandidaat"],
    ...["urgentie", "urgenten", "urgente", "URG", "MED", "SOC", "REL", "GEW", "DAK", "FIN", "EXD", "DUP", "MAN", "BER"],
  ),
  category(
    "contingent",
    "urgent",
    "contingent (uitstroom instelling)",
    "contingent (leaving care)",
    ...[
      "contingentkandidaat",
      "contingentkandidaten",
      "uitstroom",
      "uitstroom instelling",
      "pact van uitstroom",
      "UIT",
    ],
  ),
  category(
    "statushouder",
    "urgent",
    "statushouder",
    "status holder",
    "statushouders",
    "vergunninghouder",
    "vergunninghouders",
    "STA",
  ),
  category(
    "stadsvernieuwing",
    "urgent",
    "stadsvernieuwing",
    "urban renewal",
    ...["stadsvernieuwingskandidaat", "stadsvernieuwingskandidaten", "herhuisvesting", "sv", "HUI"],
    ...["sv-urgent", "sv-kandidaat", "sv-kandidaten"],
  ),
  category(
    "vrije ruimte",
    "other",
    "vrije ruimte",
    "free room",
    "vrije bemiddelingsruimte",
    "vrije bemiddeling",
    "bemiddeling",
  ),
  category("woningruil", "other", "woningruil", "exchange", "ruil"),
  category("woongroep", "other", "woongroep", "residential group", "woongroepen", "GRO"),
  category("senioren", "other", "senioren", "seniors", "ouderen", "doorstroming senioren"),
  category("overig", "other", "overig", "other", "overige", "anders", "other", "BIN", "IND", "ECO", "KRN", "MAA"),
  category("onbekend", "other", "onbekend", "unknown", "onb", "unknown"),
  category("tijdelijk", "outside", "tijdelijke verhuur", "temporary letting", "tijdelijke verhuur", "flex"),
  category("antikraak", "outside", "antikraak", "anti-squat", "leegstandbeheer"),
  category("student", "outside", "studenten", "students", "studenten", "studentenkamer", "studentenkamers", "campus"),
  // A control total; never counted.
  category("totaal", "outside", "totaal (controle)", "total (check)", "totaal toewijzingen", "total"),
];

const counts = new Map(lettingCategories.map(({ value, counts }) => [value, counts]));

/** How a category of PA_Toewijzingen counts; an unknown category stays in the denominator. */
export const lettingCounts = (category: string | null): LettingCount => counts.get(category ?? "onbekend") ?? "other";
