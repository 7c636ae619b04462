import { fill } from "../sentence.js";
import { counted, unclearNote } from "./answer.js";
import { stock, wholeStock } from "./stock.js";
import { studentsCount } from "./students.js";

const ownStudents = stock("student", ["Eindstand"], "snapshot", "present");
const allStudents = stock("student", ["Eindstand"], "snapshot", "whole-scope-present");

/** Counts social homes and the whole stock, with student units in neither, one or both: as the setting says. */
export const socialStock = counted({
  period: "at",
  perParty: true,
  asks: { social: stock("sociaal", ["Eindstand"]), homes: wholeStock },
  given: ({ social, homes }, books) => {
    const count = studentsCount(books);
    return {
      social: social.value + (count.inPart ? books.ask(ownStudents).value : 0),
      homes: homes.value + (count.inWhole ? books.ask(allStudents).value : 0),
    };
  },
  notes: ({ social }, books) => [
    unclearNote(social, "Segment"),
    studentsCount(books).note(books.beside(allStudents)?.value ?? 0),
    books.party === null
      ? null
      : fill(
          {
            nl: "Sociale huurwoningen van {party} als deel van de hele voorraad van de gemeente; een bijdrage, geen eigen norm.",
            en: "Social homes of {party} as part of the municipality's whole stock; a contribution, not a norm of its own.",
          },
          { party: books.partyName(books.party) },
        ),
  ],
});
