import { defineIndicator } from "../evaluate.js";
import { limitOf } from "../limit.js";
import { absent, given, noted, ratio } from "../quantity.js";
import { display } from "../display.js";
import { InputError } from "../result.js";
import { argument, optional, partyArgument, chooses } from "./arguments.js";
import { limitChoices } from "./rent-limit.js";
import type { Text } from "../text.js";

const unit = "student units" as const;
const label = { nl: "onder de kwaliteitskortingsgrens", en: "under the quality-discount limit" };
const allLabel = { nl: "studenteneenheden met een huur", en: "student units with a rent" };

/** What part of the student units has a rent under the quality-discount limit of the year? A share (0-1). */
export const studentShare = defineIndicator({
  id: "STUDENTSHARE",
  name: "studentShare",
  title: {
    nl: "Studenteneenheden onder de kwaliteitskortingsgrens",
    en: "Student units under the quality-discount limit",
  },
  meaning: {
    nl: "Welk deel van de studenteneenheden heeft een huur onder de kwaliteitskortingsgrens?",
    en: "What part of the student units has a rent under the quality-discount limit?",
  },
  definition: {
    nl: "Eenheden met een kale huur onder de grens van het jaar van de peildatum, gedeeld door alle eenheden met een huur. “Onder” is strikt, tenzij anders gekozen.",
    en: "Units with a basic rent under the limit of the year of the day, divided by all units with a rent. “Under” is strict, unless chosen otherwise.",
  },
  source: { nl: "art. 5", en: "art. 5" },
  unit: "share",
  live: true,
  better: "up",
  arguments: [
    argument(
      "rents",
      "rents",
      { nl: "huren", en: "rents" },
      {
        nl: "De kale huur per maand van elke eenheid, in euro.",
        en: "The basic rent per month of each unit, in euro.",
      },
      optional,
    ),
    argument(
      "year",
      "year",
      { nl: "jaar", en: "year" },
      {
        nl: "Het jaar van de grens, of een jaar per eenheid. Leeg: het jaar van de peildatum.",
        en: "The year of the limit, or a year per unit. Empty: the year of the day.",
      },
      chooses,
    ),
    argument(
      "inclusive",
      "yesNo",
      { nl: "op de grens telt mee", en: "on the limit counts" },
      {
        nl: "Ja: een huur precies op de grens telt ook. Leeg: nee.",
        en: "Yes: a rent precisely on the limit counts too. Empty: no.",
      },
      chooses,
    ),
    partyArgument,
  ],
  calculate: (inputs) => {
    const share = { nl: "onder de grens", en: "under the limit" };
    const cents = inputs.cents("rents");
    if (cents.length === 0) {
      return absent("missing", "share", share, {
        nl: "Er is geen enkele huur ingevuld. Geef de huur per maand van elke eenheid.",
        en: "Not a single rent is filled in. Give the rent per month of each unit.",
      });
    }
    const day = inputs.context.day;
    const years =
      inputs.years("year").length > 0 ? inputs.years("year") : day === undefined ? [] : [Number(day.slice(0, 4))];
    if (years.length === 0) {
      return absent("missing", "share", share, {
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
    const series = inputs.context.limits.find(({ id }) => id === limitChoices[0].value);
    const byYear = new Map<number, number>();
    const notes: Text[] = [];
    for (const year of new Set(years)) {
      const limit = series ? limitOf(series, year) : null;
      if (!limit || limit.value === null)
        return absent(
          "missing",
          "share",
          share,
          limit?.because ?? {
            nl: "De kwaliteitskortingsgrens is niet bekend.",
            en: "The quality-discount limit is not known.",
          },
        );
      byYear.set(year, limit.value.mul(100).valueOf());
      const shown = display(limit.value, "EUR/month");
      notes.push({ nl: `grens ${year}: ${shown.nl}`, en: `limit ${year}: ${shown.en}` });
    }
    let under = 0;
    let on = 0;
    for (let i = 0; i < cents.length; i += 1) {
      const limit = byYear.get(years.length > 1 ? years[i]! : years[0]!)!;
      if (cents[i]! < limit) under += 1;
      else if (cents[i] === limit) on += 1;
    }
    if (on > 0) {
      notes.push(
        inclusive
          ? {
              nl: `${on} precies op de grens, meegeteld (t/m de grens)`,
              en: `${on} precisely on the limit, counted (up to and including)`,
            }
          : {
              nl: `${on} precies op de grens, niet meegeteld (onder is strikt)`,
              en: `${on} precisely on the limit, not counted (under is strict)`,
            },
      );
    }
    const blanks = inputs.blanks("rents");
    if (blanks > 0)
      notes.push({ nl: `${blanks} zonder huur niet meegeteld`, en: `${blanks} without a rent not counted` });
    return noted(
      ratio(given(under + (inclusive ? on : 0), unit, label), given(cents.length, unit, allLabel), share),
      ...notes,
    );
  },
  examples: [
    {
      name: "97 van 121",
      given: { rents: [...Array<number>(97).fill(498.19), ...Array<number>(24).fill(600)], year: 2026 },
      value: "97/121",
      verdict: "met",
      display: "80,2%",
      from: "art. 5, met de hand",
    },
    {
      name: "96 van 121",
      given: { rents: [...Array<number>(96).fill(498.19), ...Array<number>(25).fill(600)], year: 2026 },
      value: "96/121",
      verdict: "missed",
      display: "79,3%",
      from: "art. 5, met de hand",
    },
    {
      name: "precies op de grens telt niet",
      given: { rents: [498.2, 400, 400, 400, 400], year: 2026 },
      value: "4/5",
      verdict: "met",
      from: "“onder”: strikt",
    },
    {
      name: "precies op de grens telt als dat is gekozen",
      given: { rents: [498.2, 400, 400, 400, 400], year: 2026, inclusive: true },
      value: 1,
      from: "keuze Randwaarde kwaliteitskorting",
    },
    {
      name: "het jaar volgt de dag",
      given: { rents: [480, 480] },
      day: "2025-09-30",
      value: 0,
      from: "grens 2025: 477,20",
    },
    {
      name: "een jaar per eenheid",
      given: { rents: [477.19, 498.19], year: [2025, 2026] },
      value: 1,
      from: "grenzen 2025 en 2026",
    },
    {
      name: "onbekend jaar",
      given: { rents: [400], year: 2099 },
      value: null,
      reason: "missing",
      from: "2099 is niet gepubliceerd",
    },
    {
      name: "geen jaar en geen dag",
      given: { rents: [400] },
      value: null,
      reason: "missing",
      from: "geen klok in de kern",
    },
    {
      name: "niets ingevuld",
      given: { rents: [null, null], year: 2026 },
      value: null,
      reason: "missing",
      from: "leeg is geen nul",
    },
  ],
});
