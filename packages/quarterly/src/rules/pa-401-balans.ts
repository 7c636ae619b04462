import { balanceOf } from "../identity.js";
import { hasAll, movementsOf, numberIn, quarterBefore, rowsOf } from "./columns.js";
import { setCell, those } from "./fixes.js";
import { lastClosing } from "./pa-402-aansluiting.js";
import { defineRule } from "./rule.js";

export const balans = defineRule({
  id: "PA-401",
  severity: "error",
  reads: ["PA_Voorraad"],
  title: {
    nl: "Beginstand en mutaties kloppen niet met de eindstand",
    en: "Opening stock and changes do not add up to closing stock",
  },
  why: {
    nl: "In een eigen registratie sluit de balans precies; een verschil is een vergeten of dubbele mutatie.",
    en: "Your own records add up exactly; a difference is a change that was forgotten or entered twice.",
  },
  message: {
    nl: "Beginstand {begin} {movements} geeft {computed}, maar Eindstand is {end} (verschil {difference}).",
    en: "Beginstand {begin} {movements} gives {computed}, but Eindstand is {end} (difference {difference}).",
  },
  fix: {
    nl: "Vul de ontbrekende mutatie in, of zet het verschil bij Correctie met een toelichting.",
    en: "Enter the missing change, or enter the difference under Correctie with an explanation.",
  },
  *check({ table: get }) {
    const table = get("PA_Voorraad");
    if (!hasAll(table, "Beginstand", "Eindstand")) return;
    const begin = numberIn(table, "Beginstand");
    const end = numberIn(table, "Eindstand");
    const before = quarterBefore(table, "Verhuurder", "Segment");
    for (const index of rowsOf(table)) {
      const b = begin(index);
      const balance = b === null ? null : balanceOf(table, index);
      // An unreadable cell is reported by another rule; without it the sum means nothing.
      if (b === null || balance === null || balance.uncertain || balance.sum === balance.whole) continue;
      const movements = balance.parts
        .filter(({ header }) => header !== "Beginstand")
        .map(({ header, homes }) => `${homes > 0 ? "+" : "-"} ${Math.abs(homes)} (${header})`)
        .join(" ");
      const earlier = before(index);
      const closing = earlier === null ? null : end(earlier);
      // If the opening stock of the previous quarter closes the balance, the opening stock is the wrong cell.
      const opens = closing !== null && closing - b === balance.whole - balance.sum;
      yield {
        table,
        index,
        header: "Eindstand",
        fixes: those(
          opens ? setCell(table, index, "Beginstand", closing, { because: lastClosing }) : null,
          setCell(table, index, "Eindstand", balance.sum),
        ),
        about: { rows: [index], headers: ["Eindstand", "Beginstand", ...movementsOf(table)] },
        facts: {
          begin: b,
          movements: movements || { nl: "zonder mutaties", en: "without changes" },
          computed: balance.sum,
          end: balance.whole,
          difference: balance.whole - balance.sum,
        },
      };
    }
  },
  examples: {
    good: {
      "every movement, correction too": [
        {
          Beginstand: 1000,
          Nieuwbouw: 20,
          Aankoop: 3,
          "Overig erbij": 2,
          Sloop: 4,
          Verkoop: 5,
          Liberalisatie: 6,
          "Overig eraf": 1,
          Correctie: -2,
          Eindstand: 1007,
        },
      ],
    },
    bad: {
      "tolerance 0": {
        PA_Voorraad: [{ Beginstand: 1000, Nieuwbouw: 20, Sloop: 4, Eindstand: 1017 }],
        says: "Beginstand 1.000 + 20 (Nieuwbouw) - 4 (Sloop) geeft 1.016, maar Eindstand is 1.017 (verschil 1)",
        fixes: ["Eindstand = 1.016"],
      },
      "the opening does not follow from last quarter, and that is the difference": {
        PA_Voorraad: [
          { Kwartaal: "2026-Q2", Verhuurder: "Portaal", Segment: "sociaal", Beginstand: 96, Eindstand: 96 },
          { Kwartaal: "2026-Q3", Verhuurder: "Portaal", Segment: "sociaal", Beginstand: 95, Eindstand: 96 },
        ],
        fixes: ["Beginstand = 96, de eindstand van vorig kwartaal", "Eindstand = 95"],
      },
    },
  },
});
