import type { Header } from "../tables/index.js";
import type { Book, Chosen, Question, Window } from "./question.js";

const stockBook: Book = {
  sources: [{ table: "PA_Voorraad", party: "Verhuurder", quarter: "Kwartaal" }],
};

type Stock = Question<Header<"PA_Voorraad">>;

/** Homes of a segment, in the named columns. A landlord that delivered its stock has 0 homes in a segment it does not list. */
export const stock = (
  segment: string,
  sum: readonly Header<"PA_Voorraad">[],
  window: Chosen<Window> = "snapshot",
  parties: Question["parties"] = "scope",
): Stock => ({
  book: stockBook,
  of: [{ header: "Segment", isNot: ["totaal"], unread: "counts" }],
  where: [{ header: "Segment", is: [segment], unknown: [] }],
  window,
  parties,
  take: { sum },
  notApplicableIsZero: window !== "snapshot",
});

/** The whole stock: a single row, filled in by the municipality. */
export const wholeStock: Stock = {
  book: stockBook,
  where: [{ header: "Segment", is: ["totaal"] }],
  window: "snapshot",
  parties: "municipality",
  take: { sum: ["Eindstand"] },
  one: {
    none: {
      nl: "Voorraad heeft voor het {quarter:quarter} geen rij van de gemeente met Segment totaal (de hele voorraad). Voeg die rij toe.",
      en: "Voorraad has no row of the municipality with Segment totaal (the whole stock) for the {quarter:quarter}. Add that row.",
    },
    several: {
      nl: "Voorraad heeft voor het {quarter:quarter} meer dan één rij totaal van de gemeente ({first} en {second}). Laat er één staan.",
      en: "Voorraad has more than one row totaal of the municipality for the {quarter:quarter} ({first} and {second}). Keep one.",
    },
  },
};
