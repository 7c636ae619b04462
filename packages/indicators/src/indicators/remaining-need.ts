import * as kinds from "../kinds.js";
import { counted } from "../books/answer.js";
import type { Text } from "../text.js";
import { fill } from "../sentence.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive, difference, Fraction, given, missing, type Quantity } from "../quantity.js";
import { InputError } from "../result.js";
import { argument, optional } from "./arguments.js";
import { figure } from "./part-of-whole.js";
import { referenceFigures } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

const label = { nl: "woningen nog te realiseren", en: "homes still to realise" };
const needLabel = { nl: "woningen nodig", en: "homes needed" };
const realisedLabel = { nl: "woningen gerealiseerd", en: "homes realised" };

/** The remaining need of one class, at least 0, so that a surplus in one class does not offset another. */
const left = (need: Quantity, realised: Quantity): Quantity =>
  derive("homes", label, "formula", [need, realised], (n, r) => (r.gt(n) ? new Fraction(0) : n.sub(r)), {
    nl: "{0} − {1}, ten minste 0",
    en: "{0} − {1}, at least 0",
  });

function byClass(need: Float64Array, realised: Float64Array): Quantity {
  if (need.length !== realised.length) {
    throw new InputError(
      {
        nl: `Behoefte heeft ${need.length} klassen en gerealiseerd ${realised.length}. Geef twee even lange reeksen, klasse voor klasse.`,
        en: `Need has ${need.length} classes and realised ${realised.length}. Pass two ranges of the same length, class by class.`,
      },
      "realised",
    );
  }
  const parts: Quantity[] = [];
  need.forEach((n, i) => {
    const r = realised[i]!;
    if (Number.isNaN(n) && Number.isNaN(r)) return;
    const where = {
      nl: `Klasse ${i + 1} is niet ingevuld. Vul het aantal in; leeg is niet hetzelfde als 0.`,
      en: `Class ${i + 1} is not filled in. Enter the number; empty is not the same as 0.`,
    };
    const of = (value: number, name: typeof label): Quantity =>
      Number.isNaN(value) ? missing("homes", name, where) : given(value, "homes", name);
    parts.push(left(of(n, needLabel), of(r, realisedLabel)));
  });
  if (parts.length === 0) {
    return missing("homes", label, {
      nl: "Er is niets ingevuld bij behoefte en gerealiseerd. Vul de aantallen in.",
      en: "Nothing is filled in for need and realised. Enter the numbers.",
    });
  }
  const written = (minus: string): string =>
    parts.map(({ of = [] }) => `max(0; ${of.map((one) => one.value?.toFraction() ?? "?").join(minus)})`).join(" + ");
  const total = derive("homes", label, "sum", parts, (...values) => values.reduce((a, b) => a.add(b), new Fraction(0)));
  if (parts.length === 1) return parts[0]!;
  return { ...total, by: "formula", formula: { nl: written(" − "), en: written(" − ") } };
}

const ofWhichStudents = (students: number): Text | null =>
  students === 0
    ? null
    : fill(
        {
          nl: "Waarvan {students:studenteneenheid|studenteneenheden}.",
          en: "Of which {students:student unit|student units}.",
        },
        { students },
      );

/** How many homes must still be realised? In homes: the sum over classes of max(0, need - realised). */
export const remainingNeed = defineIndicator({
  id: "REMAININGNEED",
  name: "remainingNeed",
  place: 20,
  title: { nl: "Resterende woningbehoefte", en: "Remaining housing need" },
  meaning: { nl: "Hoeveel woningen moeten er nog bij?", en: "How many homes are still to be added?" },
  definition: {
    nl: "De behoefte min wat is gerealiseerd. Bij meer klassen telt te veel in de ene klasse niet mee voor een andere.",
    en: "The need less what has been realised. With several classes, more in one class does not make up for another.",
  },
  source: { nl: "tussendoel Beschikbaarheid", en: "interim goal Beschikbaarheid" },
  unit: "homes",
  live: ({ delivered, planNotes }) => {
    const deliveredStudents = delivered(["Studenteneenheden"]);
    return counted({
      period: "since-start",
      asks: { realised: delivered(["Totaal"]) },
      given: ({ realised }, books) => ({
        need: books.figure("need"),
        realised: books.figure("realisedAtStart") + realised.value,
      }),
      notes: ({ realised }, books) => [
        fill(
          {
            nl: "Gerealiseerd: {start} bij de start van de afspraak + {homes} in {projects:sindsdien opgeleverd project|sindsdien opgeleverde projecten}.",
            en: "Realised: {start} when the agreement began + {homes} in {projects:project|projects} delivered since.",
          },
          { start: books.figure("realisedAtStart"), homes: realised.value, projects: realised.rows },
        ),
        ofWhichStudents(books.beside(deliveredStudents)?.value ?? 0),
        ...planNotes(realised, books),
      ],
    });
  },
  agreed: "agreedRemaining",
  agreedHere: (inputs) =>
    !inputs.has("need") || inputs.rows("need").join() === inputs.context.agreement?.figures.need?.value,
  reference: referenceWith([], referenceFigures),
  arguments: [
    argument("need", kinds.classes, {
      label: needLabel,
      help: {
        nl: "Behoefte in woningen: een getal, of een reeks met een getal per klasse.",
        en: "Need in homes: a number, or a range with a number per class.",
      },
      ...optional,
    }),
    argument("realised", kinds.classes, {
      label: realisedLabel,
      help: { nl: "Gerealiseerd, in woningen, in dezelfde volgorde.", en: "Realised, in homes, in the same order." },
      ...optional,
    }),
  ],
  calculate: (inputs) =>
    inputs.has("need") || inputs.has("realised")
      ? byClass(
          inputs.has("need") ? inputs.rows("need") : Float64Array.of(Number.NaN),
          inputs.has("realised") ? inputs.rows("realised") : Float64Array.of(Number.NaN),
        )
      : difference(figure(inputs, "need", needLabel), figure(inputs, "realisedAtStart", realisedLabel), "homes", label),
  examples: {
    "de rekensom van de afspraken": {
      given: { need: 1651, realised: 561 },
      value: 1090,
      display: "1.090",
      from: "tussendoel Beschikbaarheid; de tekst zegt ongeveer 1.200",
    },
    "klassen compenseren elkaar niet": {
      given: { need: [444, 248, 283, 748], realised: [55, 40, 26, 499] },
      value: 1103,
      from: "Alameda 2018 (gepubliceerd)",
    },
    "meer dan nodig in een klasse": {
      given: { need: [80, 145], realised: [0, 201] },
      value: 80,
      from: "Albany 2019, twee klassen, met de hand",
    },
    "ongelijke reeksen": {
      given: { need: [444, 248], realised: [55] },
      refused: "even lange reeksen",
      from: "contract",
    },
    "niets ingevuld": emptyIsNotZero({ need: [null], realised: [null] }),
  },
});
