import { defineRule } from "./rule.js";

export const grenzenKomendJaar = defineRule({
  id: "PA-311",
  severity: "info",
  reads: ["PA_Studenten"],
  title: { nl: "Grenzen van volgend jaar nog niet bekend", en: "Limits of next year not known yet" },
  why: {
    nl: "De huurgrenzen van een jaar staan uiterlijk 1 november ervoor in de Staatscourant (Wet op de huurtoeslag, artikel 27).",
    en: "The rent limits of a year are in the Staatscourant by 1 November before it (Wet op de huurtoeslag, article 27).",
  },
  message: {
    nl: "De huurgrenzen van {year} staan nog niet in dit product. Huren met een peildatum in {year} zijn dan niet te beoordelen.",
    en: "The rent limits of {year} are not in this product yet. Rents with a reference date in {year} cannot be judged then.",
  },
  fix: {
    nl: "Vraag wie dit product beheert om de grenzen van {year} toe te voegen, vóór het eerste kwartaal van dat jaar.",
    en: "Ask whoever maintains this product to add the limits of {year}, before the first quarter of that year.",
  },
  *check({ table: get, day, limits }) {
    const table = get("PA_Studenten");
    if (!table || table.length === 0 || day === null || day.slice(5) < "11-01") return;
    const next = Number(day.slice(0, 4)) + 1;
    const series = limits.find(({ id }) => id === "kwaliteitskorting");
    if (series && !series.values.some(({ year }) => year === next)) yield { table, facts: { year: String(next) } };
  },
  examples: {
    good: {
      "before November": { day: "2026-10-31", PA_Studenten: [{ Complex: "Hof", Huurpeildatum: "2026-07-01" }] },
    },
    bad: {
      "from November": { day: "2098-11-01", PA_Studenten: [{ Complex: "Hof", Huurpeildatum: "2026-07-01" }] },
    },
  },
});
