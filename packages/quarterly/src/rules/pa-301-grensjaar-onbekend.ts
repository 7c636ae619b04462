import { hasAll, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const grensjaarOnbekend = defineRule({
  id: "PA-301",
  severity: "error",
  reads: ["PA_Studenten"],
  title: { nl: "Geen grens bekend voor dit jaar", en: "No limit known for this year" },
  why: {
    nl: "De kwaliteitskortingsgrens wordt per jaar vastgesteld en is niet te voorspellen.",
    en: "The quality-discount limit is set every year and cannot be predicted.",
  },
  message: {
    nl: "Voor {year} is geen kwaliteitskortingsgrens bekend (wel voor {first} tot en met {last}).",
    en: "No quality-discount limit is known for {year} (only for {first} to {last}).",
  },
  fix: {
    nl: "Controleer de Huurpeildatum. Klopt die, dan is dit pas te bepalen als de grens van {year} in de Staatscourant staat en een nieuwe versie hem kent.",
    en: "Check Huurpeildatum. If it is right, this is known only once the limit of {year} is published in the Staatscourant and a new version has it.",
  },
  *check({ table: get, limits, ret }) {
    const table = get("PA_Studenten");
    const years = limits.find((series) => series.id === "kwaliteitskorting")?.values.map(({ year }) => year) ?? [];
    if (!hasAll(table, "Huurpeildatum") || years.length === 0) return;
    // With the limit of the reporting year, the date of the rent does not matter.
    if (ret.settings.parameters["jaar-kwaliteitskorting"] === "verslagjaar") return;
    const day = textIn(table, "Huurpeildatum");
    for (const index of rowsOf(table)) {
      const year = day(index)?.slice(0, 4);
      if (year === undefined || years.includes(Number(year))) continue;
      yield {
        table,
        index,
        header: "Huurpeildatum",
        facts: { year, first: String(Math.min(...years)), last: String(Math.max(...years)) },
      };
    }
  },
  examples: {
    good: {
      "known year": [{ Huurpeildatum: "2026-01-01" }],
    },
    bad: {
      "not published yet": [{ Huurpeildatum: "2099-01-01" }],
    },
  },
});
