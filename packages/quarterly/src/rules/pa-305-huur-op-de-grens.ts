import { cents, hasAll, numberIn, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

export const huurOpDeGrens = defineRule({
  id: "PA-305",
  severity: "info",
  reads: ["PA_Studenten"],
  title: { nl: "Huur precies op de grens", en: "Rent precisely on the limit" },
  why: {
    nl: "In de afspraken staat 'onder'; elders staat 'tot en met'. Eén cent bepaalt of de eenheid meetelt.",
    en: "The agreement says 'under'; elsewhere it is read as 'up to'. One cent decides whether the unit counts.",
  },
  message: {
    nl: "De huur is precies de kwaliteitskortingsgrens van {year} ({limit:€}) en telt hier {side}.",
    en: "The rent is precisely the quality-discount limit of {year} ({limit:€}) and counts here {side}.",
  },
  fix: {
    nl: "U hoeft niets te doen. De keuze staat in Instellingen bij Randwaarde kwaliteitskorting.",
    en: "Nothing needs doing. The choice is in Instellingen at Randwaarde kwaliteitskorting.",
  },
  *check({ table: get, limits, ret }) {
    const table = get("PA_Studenten");
    const series = limits.find(({ id }) => id === "kwaliteitskorting");
    if (!hasAll(table, "Kale huur", "Huurpeildatum") || !series) return;
    const byYear = new Map(series.values.map(({ year, value }) => [String(year), value]));
    const inclusive = ret.settings.parameters["randwaarde-kwaliteitskorting"] === "tot en met";
    const side = inclusive
      ? { nl: "als onder de grens (tot en met)", en: "as under the limit (up to and including)" }
      : { nl: "niet als onder de grens (strikt onder)", en: "not as under the limit (strictly under)" };
    const rent = numberIn(table, "Kale huur");
    const day = textIn(table, "Huurpeildatum");
    const reportingYear =
      ret.settings.parameters["jaar-kwaliteitskorting"] === "verslagjaar"
        ? ret.settings.quarter?.slice(0, 4)
        : undefined;
    for (const index of rowsOf(table)) {
      const year = reportingYear ?? day(index)?.slice(0, 4);
      const euro = rent(index);
      const limit = year === undefined ? undefined : byYear.get(year);
      if (euro !== null && year !== undefined && limit !== undefined && cents(euro) === cents(Number(limit))) {
        yield { table, index, header: "Kale huur", facts: { year, limit: Number(limit), side } };
      }
    }
  },
  examples: {
    good: {
      "a cent below and above": [
        { "Kale huur": 498.19, Huurpeildatum: "2026-07-01" },
        { "Kale huur": 498.21, Huurpeildatum: "2026-07-01" },
      ],
    },
    bad: {
      "498.20 in 2026": {
        PA_Studenten: [{ "Kale huur": 498.2, Huurpeildatum: "2026-07-01" }],
        says: "niet als onder de grens",
      },
    },
  },
});
