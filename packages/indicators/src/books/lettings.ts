import type { Header } from "../tables/index.js";
import { lettingCategories, type LettingCount } from "../tables/letting-categories.js";
import { fill } from "../sentence.js";
import type { Text } from "../text.js";
import { listed } from "../written.js";
import type { Answers, Books } from "./answer.js";
import type { Book, Question } from "./question.js";

const lettingsBook: Book = {
  sources: [{ table: "PA_Toewijzingen", party: "Verhuurder", quarter: "Kwartaal" }],
};

type Lettings = Question<Header<"PA_Toewijzingen">>;

/** Excludes the row "totaal", which only checks the others; it does not count as delivered data either. */
const listing = [{ header: "Categorie", isNot: ["totaal"], unread: "counts" }] as const;

const categories = (counts: readonly LettingCount[]): string[] =>
  lettingCategories.filter((category) => counts.includes(category.counts)).map(({ value }) => value);

/**
 * Lettings that count in one of these ways (art. 9), over the chosen period. An unknown category is only in the denominator
 * ("other").
 */
export const lettings = (counts: readonly LettingCount[], parties: Question["parties"] = "scope"): Lettings => ({
  book: lettingsBook,
  of: listing,
  where: [
    {
      header: "Categorie",
      is: categories(counts),
      unread: counts.includes("other") ? "counts" : "fails",
      unknown: ["onbekend"],
    },
  ],
  window: {
    setting: "periode-toewijzing",
    when: { kwartaal: "quarter", "vier kwartalen": "four-quarters" },
    otherwise: "year",
  },
  parties,
  take: { sum: ["Aantal"] },
});

const urgent = lettings(["urgent"]);
const regular = lettings(["regular"]);
const all = lettings(["urgent", "regular", "other"]);
const outside = lettings(["outside"]);
const elsewhere: Lettings = { ...all, where: [], parties: "outside-scope", take: { rows: true } };

/** The questions for shares of lettings, by argument name. */
export const lettingQuestions = { urgent, regular, lettings: all };

/** Notes for every figure about lettings. */
export function lettingNotes({ lettings: answer }: Answers<"lettings">, books: Books): (Text | null)[] {
  const small = Number(books.setting("klein-aantal", "20").replace(",", "."));
  const [urgently, regularly, left, others] = [urgent, regular, outside, elsewhere].map((one) => books.beside(one));
  const other = answer.value - (urgently?.value ?? 0) - (regularly?.value ?? 0);
  const choice = books.setting("noemer-toewijzing", "verhuurd");
  return [
    answer.value > 0 && answer.value < small
      ? fill(
          {
            nl: "Klein aantal: {lettings:toewijzing|toewijzingen} (minder dan {small}); één toewijzing meer of minder maakt veel verschil.",
            en: "Small number: {lettings:letting|lettings} (fewer than {small}); one letting more or less makes much difference.",
          },
          { lettings: answer.value, small },
        )
      : null,
    urgently && regularly && other > 0
      ? fill(
          {
            nl: "Urgent ({urgent}) en regulier ({regular}) samen zijn minder dan alle {lettings:toewijzing|toewijzingen}: {other} {other|telt|tellen} alleen in de noemer.",
            en: "Urgent ({urgent}) and regular ({regular}) together are fewer than all {lettings:letting|lettings}: {other} count in the denominator only.",
          },
          { urgent: urgently.value, regular: regularly.value, lettings: answer.value, other },
        )
      : null,
    answer.unknown.rows > 0
      ? fill(
          {
            nl: "{count:rij|rijen} zonder bekende categorie {count|telt|tellen} als onbekend in de noemer.",
            en: "{count:row|rows} without a known category {count|counts|count} as unknown in the denominator.",
          },
          { count: answer.unknown.rows },
        )
      : null,
    left && left.value > 0
      ? fill(
          {
            nl: "{outside:toewijzing|toewijzingen} (tijdelijk, antikraak, student) {outside|telt|tellen} niet mee.",
            en: "{outside:letting|lettings} (temporary, anti-squat, student) {outside|is|are} not counted.",
          },
          { outside: left.value },
        )
      : null,
    others && others.value > 0
      ? fill(
          {
            nl: "{count:rij|rijen} van {parties} niet meegeteld: de afspraak gaat niet over hen.",
            en: "{count:row|rows} of {parties} not counted: the commitment is not about them.",
          },
          { count: others.value, parties: listed(others.parties.delivered.map((id) => books.partyName(id))) },
        )
      : null,
    choice === "verhuurd"
      ? null
      : fill(
          {
            nl: "Gekozen noemer is '{choice}'; in Toewijzingen staan verhuringen, dus daarop is gerekend.",
            en: "The denominator chosen is '{choice}'; Toewijzingen holds lettings, so those were used.",
          },
          { choice },
        ),
  ];
}
