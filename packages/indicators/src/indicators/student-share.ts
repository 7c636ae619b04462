import { asPlan } from "../assess-figure.js";
import * as kinds from "../kinds.js";
import { verdictWords } from "../verdict.js";
import type { Books, Live, Part } from "../books/answer.js";
import type { PlanCounted } from "../books/units.js";
import type { Questions } from "../books/questions.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator, judge } from "../evaluate.js";
import { resolveContext } from "../inputs.js";
import { limitOf, limitsIn } from "../limit.js";
import { absent, given, noted, ratio, type Fraction, type Quantity } from "../quantity.js";
import { fill } from "../sentence.js";
import { listed } from "../written.js";
import { display } from "../display.js";
import { InputError } from "../result.js";
import { argument, optional, partyArgument, chooses } from "./arguments.js";
import { limitChoices } from "./rent-limit.js";
import type { Text } from "../text.js";
import { STUDENTSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

const unit = "student units" as const;
const label = { nl: "onder de kwaliteitskortingsgrens", en: "under the quality-discount limit" };
const allLabel = { nl: "studenteneenheden met een huur", en: "student units with a rent" };

const share = { nl: "onder de grens", en: "under the limit" };
const unsaid = (because: Text): Quantity => absent("missing", "share", share, because);
const shareUnder = (under: number, of: number): Quantity =>
  ratio(given(under, unit, label), given(of, unit, allLabel), share);

const onTheLimit = (on: number, inclusive: boolean): Text | null =>
  on === 0
    ? null
    : inclusive
      ? {
          nl: `${on} precies op de grens, meegeteld (t/m de grens)`,
          en: `${on} precisely on the limit, counted (up to and including)`,
        }
      : {
          nl: `${on} precies op de grens, niet meegeteld (onder is strikt)`,
          en: `${on} precisely on the limit, not counted (under is strict)`,
        };

const limitNote = (year: number, limit: Fraction): Text => {
  const shown = display(limit, "EUR/month");
  return { nl: `grens ${year}: ${shown.nl}`, en: `limit ${year}: ${shown.en}` };
};

/** A plan as art. 5 binds it. */
function partOf({ name, all, under, withoutRent, isPlanned, short }: PlanCounted): Part {
  const lacking = [
    ...(short
      ? [
          {
            count: short.built - short.rows,
            because: fill(
              {
                nl: "van {name} {rows|staat|staan} {rows} van de {built:eenheid|eenheden} in Studenten",
                en: "Studenten has {rows} of the {built:unit|units} of {name}",
              },
              { ...short },
            ),
          },
        ]
      : []),
    ...(withoutRent > 0
      ? [
          {
            count: withoutRent,
            because: fill(
              {
                nl: "van {count:eenheid|eenheden} van {name} is de huur niet bekend",
                en: "the rent of {count:unit|units} of {name} is not known",
              },
              { name, count: withoutRent },
            ),
          },
        ]
      : []),
  ];
  const value = all > 0 ? shareUnder(under, all) : unsaid(listed(lacking.map(({ because }) => because)));
  return { name, isPlanned, value, lacking };
}

/** Each plan with its verdict, because art. 5 holds per plan. */
function perPlan(books: Books, plans: readonly Part[]): Text | null {
  if (plans.length < 2) return null;
  const told = plans.map(({ name, value, isPlanned, lacking }): Text => {
    if (lacking.length > 0) return listed(lacking.map(({ because }) => because));
    const result = judge(
      { id: "STUDENTSHARE", source: { nl: "art. 5", en: "art. 5" } },
      value,
      resolveContext({ agreement: books.agreement, ...(isPlanned && { counted: asPlan(name) }) }),
    );
    return fill(
      { nl: "{name} ({count}) {share}{verdict}", en: "{name} ({count}) {share}{verdict}" },
      {
        name,
        count: value.of![1]!.value!.valueOf(),
        share: result.display,
        verdict: books.instead ? "" : fill({ nl: " {word}", en: " {word}" }, { word: verdictWords[result.verdict] }),
      },
    );
  });
  const joined = (language: keyof Text): string => told.map((text) => text[language]).join("; ");
  return fill(
    { nl: "De norm geldt per plan: {plans}.", en: "The norm holds per plan: {plans}." },
    { plans: { nl: joined("nl"), en: joined("en") } },
  );
}

/** Compares each unit's rent with the limit of its own year, counted in the tables. */
function studentsLive({
  basicRent,
  countUnits,
  judgedUnits,
  onLimitCounts,
  plansCounted,
  unitNotes,
  units,
  unitsUnder,
}: Questions): Live<"units" | "under"> {
  return {
    period: "at",
    perParty: true,
    asks: { units: units(basicRent[0]!, judgedUnits), under: unitsUnder(basicRent[0]!, {}, judgedUnits) },
    orElse: { units: units(basicRent[0]!), under: unitsUnder(basicRent[0]!, {}) },
    quantity(_, books, inputs) {
      const inclusive = inputs.yesNo("inclusive") ?? undefined;
      const counted = countUnits(books, inclusive, inputs.years("year")[0]);
      // If units exist that the norm covers but none were delivered, other units cannot stand in for them.
      const lacking = books.instead
        ? plansCounted(books, inclusive, undefined).flatMap((plan) => partOf(plan).lacking)
        : [];
      if (lacking.length > 0)
        return unsaid(
          fill(
            {
              nl: "Er zijn geen huren van commerciële partijen: {because}. Vul ze in.",
              en: "There are no rents of commercial parties: {because}. Fill them in.",
            },
            { because: listed(lacking.map(({ because }) => because)) },
          ),
        );
      return noted(
        shareUnder(counted.under, counted.all),
        ...counted.years.map((year) => limitNote(year, books.limit(limitChoices[0].value, year))),
        onTheLimit(counted.on, inclusive ?? onLimitCounts(books)),
      );
    },
    parts: (books, inputs) =>
      plansCounted(books, inputs.yesNo("inclusive") ?? undefined, inputs.years("year")[0]).map(partOf),
    notes: (_, books) => [
      ...unitNotes(books, countUnits(books, undefined, undefined)),
      perPlan(books, plansCounted(books, undefined, undefined).map(partOf)),
    ],
  };
}

/** What part of the student units has a rent under the quality-discount limit of the year? A share (0-1). */
export const studentShare = defineIndicator({
  id: "STUDENTSHARE",
  name: "studentShare",
  place: 100,
  title: {
    nl: "Studenteneenheden onder de kwaliteitskortingsgrens",
    en: "Student units under the quality-discount limit",
  },
  meaning: {
    nl: "Welk deel van de studenteneenheden heeft een huur onder de kwaliteitskortingsgrens?",
    en: "What part of the student units has a rent under the quality-discount limit?",
  },
  definition: {
    nl: "Eenheden met een kale huur onder de grens van het jaar van de peildatum, gedeeld door alle eenheden met een huur. “Onder” is strikt, tenzij anders gekozen. De norm geldt ook voor elk plan apart; een plan dat niet is opgeleverd, haalt hem nog niet.",
    en: "Units with a basic rent under the limit of the year of the day, divided by all units with a rent. “Under” is strict, unless chosen otherwise. The norm also holds for each plan; a plan that is not delivered does not meet it yet.",
  },
  source: { nl: "art. 5", en: "art. 5" },
  unit: "share",
  live: studentsLive,
  better: "up",
  reference: referenceWith(STUDENTSHARE),
  arguments: [
    argument("rents", kinds.rents, {
      label: { nl: "huren", en: "rents" },
      help: {
        nl: "De kale huur per maand van elke eenheid, in euro.",
        en: "The basic rent per month of each unit, in euro.",
      },
      ...optional,
    }),
    argument("year", kinds.year, {
      label: { nl: "jaar", en: "year" },
      help: {
        nl: "Het jaar van de grens, of een jaar per eenheid. Leeg: het jaar van de peildatum.",
        en: "The year of the limit, or a year per unit. Empty: the year of the day.",
      },
      ...chooses,
    }),
    argument("inclusive", kinds.yesNo, {
      label: { nl: "op de grens telt mee", en: "on the limit counts" },
      help: {
        nl: "Ja: een huur precies op de grens telt ook. Leeg: nee.",
        en: "Yes: a rent precisely on the limit counts too. Empty: no.",
      },
      ...chooses,
    }),
    partyArgument,
  ],
  calculate: (inputs) => {
    const cents = inputs.cents("rents");
    if (cents.length === 0) {
      return unsaid({
        nl: "Er is geen enkele huur ingevuld. Geef de huur per maand van elke eenheid.",
        en: "Not a single rent is filled in. Give the rent per month of each unit.",
      });
    }
    const day = inputs.context.day;
    const years =
      inputs.years("year").length > 0 ? inputs.years("year") : day === undefined ? [] : [Number(day.slice(0, 4))];
    if (years.length === 0) {
      return unsaid({
        nl: "Van welk jaar is de grens? Geef het jaar mee, zoals 2026.",
        en: "The limit of which year? Pass the year, such as 2026.",
      });
    }
    if (years.length > 1 && years.length !== cents.length) {
      throw new InputError(
        {
          nl: `Er zijn ${cents.length} huren en ${years.length} jaren. Geef één jaar, of een jaar bij elke huur.`,
          en: `There are ${cents.length} rents and ${years.length} years. Give one year, or a year with each rent.`,
        },
        "year",
      );
    }
    const inclusive = inputs.yesNo("inclusive") ?? inputs.context.inclusive ?? false;
    const series = limitsIn(inputs.context).find(({ id }) => id === limitChoices[0].value);
    const byYear = new Map<number, number>();
    const notes: Text[] = [];
    for (const year of new Set(years)) {
      const limit = series ? limitOf(series, year) : null;
      if (!limit || limit.value === null)
        return unsaid(
          limit?.because ?? {
            nl: "De kwaliteitskortingsgrens is niet bekend.",
            en: "The quality-discount limit is not known.",
          },
        );
      byYear.set(year, limit.value.mul(100).valueOf());
      notes.push(limitNote(year, limit.value));
    }
    const limitAt = (i: number): number => byYear.get(years.length > 1 ? years[i]! : years[0]!)!;
    const under = cents.filter((rent, i) => rent < limitAt(i)).length;
    const on = cents.filter((rent, i) => rent === limitAt(i)).length;
    const blanks = inputs.blanks("rents");
    return noted(
      shareUnder(under + (inclusive ? on : 0), cents.length),
      ...notes,
      onTheLimit(on, inclusive),
      blanks === 0 ? null : { nl: `${blanks} zonder huur niet meegeteld`, en: `${blanks} without a rent not counted` },
    );
  },
  examples: {
    "97 van 121": {
      given: { rents: [...Array<number>(97).fill(498.19), ...Array<number>(24).fill(600)], year: 2026 },
      value: "97/121",
      verdict: "met",
      display: "80,2%",
      from: "art. 5, met de hand",
    },
    "96 van 121": {
      given: { rents: [...Array<number>(96).fill(498.19), ...Array<number>(25).fill(600)], year: 2026 },
      value: "96/121",
      verdict: "missed",
      display: "79,3%",
      from: "art. 5, met de hand",
    },
    "precies op de grens telt niet": {
      given: { rents: [498.2, 400, 400, 400, 400], year: 2026 },
      value: "4/5",
      verdict: "met",
      from: "“onder”: strikt",
    },
    "precies op de grens telt als dat is gekozen": {
      given: { rents: [498.2, 400, 400, 400, 400], year: 2026, inclusive: true },
      value: 1,
      from: "keuze Randwaarde kwaliteitskorting",
    },
    "het jaar volgt de dag": { given: { rents: [480, 480] }, day: "2025-09-30", value: 0, from: "grens 2025: 477,20" },
    "een jaar per eenheid": {
      given: { rents: [477.19, 498.19], year: [2025, 2026] },
      value: 1,
      from: "grenzen 2025 en 2026",
    },
    "onbekend jaar": {
      given: { rents: [400], year: 2099 },
      value: null,
      reason: "missing",
      from: "2099 is niet gepubliceerd",
    },
    "geen jaar en geen dag": { given: { rents: [400] }, value: null, reason: "missing", from: "geen klok in de kern" },
    "niets ingevuld": emptyIsNotZero({ rents: [null, null], year: 2026 }),
  },
});
