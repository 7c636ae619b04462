import * as kinds from "../kinds.js";
import type { Text } from "../text.js";
import { fill } from "../sentence.js";
import { counted, type Answer, type Books } from "../books/answer.js";
import type { Question } from "../books/question.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { difference, ratio } from "../quantity.js";
import { argument, optional, quarterArgument } from "./arguments.js";
import { within } from "./part-of-whole.js";
import { NEWBUILDSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

const commercialNote = (units: number, books: Books): Text | null =>
  units === 0
    ? null
    : fill(
        {
          nl: "{units:studenteneenheid|studenteneenheden} van commerciële partijen {units|telt|tellen} mee in de noemer (instelling '{name}': meetellen).",
          en: "{units:student unit|student units} of commercial parties {units|counts|count} in the denominator (setting '{name}': meetellen).",
        },
        { units, name: books.settingName("commerciele-studenten") },
      );

const undecidedNote = (homes: number): Text | null =>
  homes === 0
    ? null
    : fill(
        {
          nl: "Van {homes:woning|woningen} is het segment nog niet bepaald; {homes|die telt|ze tellen} mee in het totaal, niet als sociaal.",
          en: "The segment of {homes:home|homes} is not decided yet; {homes|it counts|they count} in the total, not as social.",
        },
        { homes },
      );

/** What part of the new homes, excluding student homes, is social rent? A share (0-1). */
export const newbuildShare = defineIndicator({
  id: "NEWBUILDSHARE",
  name: "newbuildShare",
  place: 50,
  title: { nl: "Aandeel sociale huur in nieuwbouw", en: "Social share in new build" },
  meaning: {
    nl: "Welk deel van de nieuwe woningen is sociale huur, studentenwoningen niet meegeteld?",
    en: "What part of the new homes is social rent, student homes apart?",
  },
  definition: {
    nl: "Sociale huur gedeeld door alle nieuwe woningen min de studenteneenheden. In de werkmap: alle plannen die niet zijn vervallen.",
    en: "Social rent divided by all new homes less the student units. In the workbook: all plans that have not been dropped.",
  },
  source: { nl: "tussendoel Beschikbaarheid", en: "interim goal Beschikbaarheid" },
  unit: "share",
  live: ({ planNotes, plans, studentsCount }) => {
    const undecided = plans(["Nader te bepalen"]);
    const commercial = plans(
      ["Studenteneenheden"],
      { header: "Studenteneenheden", isNot: ["0"], unread: "counts" },
      { header: "Partijtype", is: ["commercieel"] },
    );
    /** Student units of commercial parties that count as homes; 0 unless the setting says so. */
    const commercialStudents = (books: Books, ask: (question: Question) => Answer | null): number =>
      books.setting("commerciele-studenten", "als DUWO") === "meetellen" ? (ask(commercial)?.value ?? 0) : 0;
    return counted({
      period: "at",
      asks: { social: plans(["Sociale huur"]), homes: plans(["Totaal"]), students: plans(["Studenteneenheden"]) },
      given: ({ social, homes, students }, books) => {
        const count = studentsCount(books);
        return {
          social: social.value + (count.inPart ? students.value : 0),
          homes: homes.value,
          students: count.inWhole ? 0 : students.value - commercialStudents(books, (one) => books.ask(one)),
        };
      },
      notes: ({ social, students }, books) => [
        studentsCount(books).note(students.value),
        commercialNote(studentsCount(books).inWhole ? 0 : commercialStudents(books, (one) => books.beside(one)), books),
        undecidedNote(books.beside(undecided)?.value ?? 0),
        ...planNotes(social, books),
      ],
    });
  },
  better: "up",
  judging: { plans: true, deadline: "einddatum-nieuwbouw" },
  reference: referenceWith(NEWBUILDSHARE),
  arguments: [
    argument("social", kinds.count, {
      label: { nl: "sociale huurwoningen", en: "social rented homes" },
      help: { nl: "Sociale huurwoningen in de nieuwbouw.", en: "Social rented homes in the new build." },
      ...optional,
    }),
    argument("homes", kinds.count, {
      label: { nl: "nieuwe woningen", en: "new homes" },
      help: { nl: "Alle nieuwe woningen, met studenteneenheden.", en: "All new homes, student units included." },
      ...optional,
    }),
    argument("students", kinds.count, {
      label: { nl: "studenteneenheden", en: "student units" },
      help: { nl: "Studenteneenheden daarvan. Weggelaten: geen.", en: "Student units among them. Left out: none." },
      ...optional,
      unit: "student units",
    }),
    quarterArgument,
  ],
  calculate: (inputs) => {
    const social = inputs.quantity("social");
    const homes = inputs.quantity("homes");
    const students = inputs.quantity("students");
    within(students, homes, "students");
    const base = inputs.has("students")
      ? difference(homes, students, "homes", {
          nl: "nieuwe woningen zonder studenten",
          en: "new homes without students",
        })
      : homes;
    within(social, base, "social");
    return ratio(social, base, { nl: "sociaal in nieuwbouw", en: "social in new build" });
  },
  examples: {
    "precies 30%": {
      given: { social: 360, homes: 1200 },
      value: "3/10",
      verdict: "met",
      from: "tussendoel Beschikbaarheid",
    },
    "een te weinig": {
      given: { social: 359, homes: 1200 },
      value: "359/1200",
      verdict: "missed",
      display: "29,9%",
      from: "met de hand",
    },
    "net onder 30% wordt niet 30,0%": {
      given: { social: 259, homes: 864 },
      value: "259/864",
      verdict: "missed",
      display: "29,98%",
      from: "met de hand",
    },
    "studenten apart": {
      given: { social: 90, homes: 400, students: 100 },
      value: "3/10",
      verdict: "met",
      from: "met de hand",
    },
    "niets gepland": {
      given: { social: 0, homes: 0 },
      value: null,
      reason: "undefined",
      from: "een aandeel van niets bestaat niet",
    },
    "studenten nog niet ingevuld": emptyIsNotZero({ social: 90, homes: 400, students: [null, ""] }),
    "totaal ontbreekt": emptyIsNotZero({ social: 90, homes: null }),
  },
});
