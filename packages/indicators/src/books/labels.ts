import type { Text } from "../text.js";
import type { QuarterId } from "../agreement.js";
import { phasedOut } from "../label.js";
import { fill } from "../sentence.js";
import { listed, quarterText } from "../written.js";
import { unclearNote, type Answer, type Books, type Lacking } from "./answer.js";
import type { Book, Condition, Question, Window } from "./question.js";

/** Only labels E, F and G can be excepted; an exception on another label is ignored. */
const excepting: Condition = { header: "Label", is: phasedOut, unread: "fails" };

const labelsBook: Book = {
  sources: [
    {
      table: "PA_Labels",
      party: "Verhuurder",
      quarter: "Kwartaal",
      columns: {
        homes: { header: "Aantal" },
        excepted: { header: "Waarvan uitgezonderd", emptyIsZero: true, only: excepting, within: "Aantal" },
      },
    },
    {
      table: "PA_Woningen",
      party: "Verhuurder",
      quarter: "Kwartaal",
      orReporting: true,
      columns: {
        homes: { one: true },
        excepted: {
          oneWhere: { header: "Uitzondering", isNot: ["nee"], unread: "fails" },
          only: excepting,
        },
      },
    },
  ],
};

/** Homes covered by the label commitment (art. 19): social and mid rent, with one of these labels, minus exceptions. */
export const labels = (is: readonly string[], window: Window = "snapshot", by?: "Label"): Question => ({
  book: labelsBook,
  where: [
    { header: "Segment", is: ["sociaal", "midden"], unknown: [] },
    { header: "Label", is, unread: "fails", unknown: ["onbekend"] },
  ],
  window,
  parties: "scope",
  take: { sum: ["homes"], minus: ["excepted"], ...(by && { by }) },
});

/** Social and mid-rent homes in Voorraad at the end of the quarter, by landlord. */
const inStock: Question = {
  book: {
    sources: [
      {
        table: "PA_Voorraad",
        party: "Verhuurder",
        quarter: "Kwartaal",
        columns: { homes: { header: "Eindstand" } },
      },
    ],
  },
  where: [{ header: "Segment", is: ["sociaal", "midden"], unread: "fails" }],
  window: "snapshot",
  parties: "present",
  take: { sum: ["homes"], by: "Verhuurder" },
};

/** The homes in the label tables, whatever their label, by landlord. */
const withRows: Question = {
  book: labelsBook,
  where: [{ header: "Segment", is: ["sociaal", "midden"], unread: "counts" }],
  window: "snapshot",
  parties: "present",
  take: { sum: ["homes"], by: "Verhuurder" },
};

/** The share of unknown labels above which a note asks for them; parameter "Onbekende labels boven". */
export const fewUnknown = (books: Books): number =>
  Number(books.setting("onbekende-labels-boven", "0.05").replace(",", "."));

/**
 * Homes in Voorraad that are missing from the label tables, so their labels are unknown. A remark does not change that: no
 * source says what it would prove.
 */
export function withoutLabelRow(books: Books): readonly Lacking[] {
  const rows = books.compare(withRows)?.by;
  if (rows === undefined) return [];
  return [...(books.compare(inStock)?.by ?? [])].flatMap(([party, stock]) => {
    const count = stock - (rows.get(party) ?? stock);
    if (count <= 0) return [];
    return {
      count,
      because: fill(
        {
          nl: "van {party} {count|staat|staan} {count:woning|woningen} uit Voorraad niet bij de labels",
          en: "{count:home|homes} of {party} in Voorraad {count|is|are} not among the labels",
        },
        { party: books.partyName(party), count },
      ),
    };
  });
}

const excepted: Question = { ...labels(phasedOut), take: { sum: ["excepted"] } };

/** Notes for every figure about labels: unknown labels, exceptions. */
export function labelNotes(answer: Answer, books: Books): (Text | null)[] {
  const apart = books.beside(excepted)?.value ?? 0;
  const ofLabel = answer.unknownIn("Label").value;
  return [
    unclearNote(answer, "Segment"),
    ofLabel === 0
      ? null
      : fill(
          {
            nl: "Van {unknown:woning|woningen} is het label niet bekend: het aantal E, F en G is een ondergrens.",
            en: "The label of {unknown:home|homes} is not known: the number of E, F and G is a lower bound.",
          },
          { unknown: ofLabel },
        ),
    apart === 0
      ? null
      : fill(
          {
            nl: "{apart:woning|woningen} met label E, F of G {apart|is|zijn} uitgezonderd en apart gehouden.",
            en: "{apart:home|homes} with label E, F or G {apart|is|are} excepted and kept apart.",
          },
          { apart },
        ),
  ];
}

/** The note that names the baseline quarter. */
export const baselineNote = (first: readonly QuarterId[], quarter: QuarterId): Text =>
  first.length === 1 && first[0] === quarter
    ? fill(
        {
          nl: "Het {quarter:quarter} is het eerste kwartaal met labels in deze werkmap en dus zelf de beginstand.",
          en: "The {quarter:quarter} is the first quarter with labels in this workbook and so is the baseline itself.",
        },
        { quarter },
      )
    : fill(
        {
          nl: "Beginstand: het eerste kwartaal met labels in deze werkmap ({quarters}).",
          en: "Baseline: the first quarter with labels in this workbook ({quarters}).",
        },
        { quarters: listed(first.map(quarterText)) },
      );
