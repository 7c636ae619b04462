import * as kinds from "../kinds.js";
import { defineIndicator } from "../evaluate.js";
import { limitOf, limitsIn } from "../limit.js";
import { absent, type Quantity } from "../quantity.js";
import type { Inputs } from "../define.js";
import { emptyIsNotZero } from "./examples.js";
import { InputError } from "../result.js";
import { quoted } from "../refuse.js";
import { closest } from "../suggest.js";
import { argument, optional } from "./arguments.js";

const label = { nl: "huurgrens", en: "rent limit" };

/** The public names of the limits; the first is the default. */
export const limitChoices = [
  { value: "kwaliteitskorting", label: { nl: "kwaliteitskortingsgrens", en: "quality-discount limit" } },
  {
    value: "aftopping-laag",
    label: { nl: "lage aftoppingsgrens (1 of 2 personen)", en: "low capping limit (1 or 2 persons)" },
  },
  {
    value: "aftopping-hoog",
    label: { nl: "hoge aftoppingsgrens (3 of meer personen)", en: "high capping limit (3 or more persons)" },
  },
  { value: "liberalisatie", label: { nl: "liberalisatiegrens", en: "liberalisation limit" } },
  { value: "middenhuur", label: { nl: "bovengrens middenhuur", en: "upper limit of mid rent" } },
] as const;

/** A limit by name, of a year. @throws InputError for an unknown name. */
export function namedLimit(inputs: Inputs, name: string, year: number): Quantity {
  const typed = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  const rents = limitsIn(inputs.context).filter(({ unit }) => unit === "EUR/month");
  const series = rents.find(({ id }) => id === typed);
  if (series) return limitOf(series, year);
  const known = rents.map(({ id }) => id);
  const near = closest(typed, known);
  throw new InputError(
    {
      nl: `${quoted(name)} is geen huurgrens. ${near ? `Bedoelt u ${near}?` : `Kies uit: ${known.join(", ")}.`}`,
      en: `${quoted(name)} is not a rent limit. ${near ? `Do you mean ${near}?` : `Choose from: ${known.join(", ")}.`}`,
    },
    "limit",
  );
}

/** What is the legal rent limit of a year? In EUR/month. An unpublished year is refused, never estimated. */
export const rentLimit = defineIndicator({
  id: "RENTLIMIT",
  name: "rentLimit",
  place: 120,
  title: { nl: "Huurgrens", en: "Rent limit" },
  meaning: { nl: "Hoe hoog is een wettelijke huurgrens in een jaar?", en: "How high is a legal rent limit in a year?" },
  definition: {
    nl: "Het gepubliceerde bedrag per maand, per kalenderjaar. Een onbekend jaar wordt niet geschat.",
    en: "The published amount per month, by calendar year. An unknown year is not estimated.",
  },
  general: true,
  source: {
    nl: "Wet op de huurtoeslag, art. 13, 20 en 27; Wet betaalbare huur",
    en: "Wet op de huurtoeslag, art. 13, 20 and 27; Wet betaalbare huur",
  },
  unit: "EUR/month",
  arguments: [
    argument("year", kinds.year, {
      label: { nl: "jaar", en: "year" },
      help: { nl: "Het kalenderjaar, zoals 2026.", en: "The calendar year, such as 2026." },
    }),
    argument("limit", kinds.limit, {
      label,
      help: {
        nl: "Welke grens. Leeg: de kwaliteitskortingsgrens.",
        en: "Which limit. Empty: the quality-discount limit.",
      },
      ...optional,
      choices: limitChoices,
    }),
  ],
  calculate: (inputs) => {
    const [year] = inputs.years("year");
    const name = inputs.text("limit") ?? limitChoices[0].value;
    if (year !== undefined) return namedLimit(inputs, name, year);
    return absent("missing", "EUR/month", label, {
      nl: "Van welk jaar? Geef het jaar mee, zoals 2026.",
      en: "Of which year? Pass the year, such as 2026.",
    });
  },
  examples: {
    "kwaliteitskorting 2026": {
      given: { year: 2026 },
      value: "2491/5",
      display: "€ 498,20",
      from: "rijksoverheid.nl 25-11-2025",
    },
    "2022 was bevroren op 2021": {
      given: { year: 2022 },
      value: "22123/50",
      display: "€ 442,46",
      from: "volkshuisvestingnederland.nl 4-11-2021",
    },
    "hoge aftoppingsgrens": {
      given: { year: 2025, limit: "aftopping-hoog" },
      value: "73193/100",
      from: "rijksoverheid.nl 18-11-2024",
    },
    "een jaar dat nog niet bekend is": {
      given: { year: 2099 },
      value: null,
      reason: "missing",
      from: "2099 is niet gepubliceerd",
    },
    "middenhuur 2024 is niet te verifiëren": {
      given: { year: 2024, limit: "middenhuur" },
      value: null,
      reason: "missing",
      from: "geen bron gevonden",
    },
    "een grens die er niet is": {
      given: { year: 2026, limit: "aftoping-laag" },
      refused: "Bedoelt u aftopping-laag",
      from: "contract",
    },
    "geen jaar": emptyIsNotZero({ year: null }),
  },
});
