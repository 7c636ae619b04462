import { comparable, newBuildSegments } from "@prestatieafspraken/indicators";
import { groupBy, hasAll, textIn } from "./columns.js";
import { deleteRows } from "./fixes.js";
import { defineRule } from "./rule.js";

export const projectOnderTweeCodes = defineRule({
  id: "PA-212",
  severity: "error",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Hetzelfde project onder twee codes", en: "The same project under two codes" },
  why: { nl: "Wat dubbel staat telt dubbel.", en: "What is there twice counts twice." },
  message: {
    nl: "{name} staat in het {quarter:quarter} ook op rij {row}, met dezelfde ontwikkelaar en dezelfde aantallen.",
    en: "{name} is also on row {row} for the {quarter:quarter}, with the same developer and the same numbers.",
  },
  fix: {
    nl: "Verwijder een van de twee. Zijn het er twee, geef elk een eigen naam, zoals fase 1 en fase 2.",
    en: "Remove one. If there are two, give each its own name, such as phase 1 and phase 2.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Kwartaal", "Projectnaam", "Ontwikkelaar", "Totaal")) return;
    const code = textIn(table, "Project_id");
    const name = textIn(table, "Projectnaam");
    const homes = ["Totaal", ...newBuildSegments].map((header) => textIn(table, header));
    for (const rows of groupBy(table, "Kwartaal", "Ontwikkelaar").values()) {
      const first = new Map<string, number>();
      for (const index of rows) {
        const numbers = homes.map((of) => of(index) ?? "0");
        const called = name(index);
        if (called === null || numbers.every((number) => number === "0")) continue;
        const key = [comparable(called), ...numbers].join("|");
        const other = first.get(key);
        if (other === undefined) first.set(key, index);
        // One code twice is reported by PA-110.
        else if (code(index) === null || code(index) !== code(other))
          yield {
            table,
            index,
            header: "Projectnaam",
            about: { rows: [other, index] },
            facts: { name: called, quarter: String(table.value("Kwartaal", index)), row: String(table.row(other)) },
            fixes: [
              deleteRows(table, [index], {
                nl: `Rij ${table.row(index)} verwijderen`,
                en: `Remove row ${table.row(index)}`,
              }),
            ],
          };
      }
    }
  },
  examples: {
    good: {
      "two phases, each with its own name; and a project of the same name that is not as large": [
        { Kwartaal: "2026-Q3", Project_id: "P1", Projectnaam: "Hof fase 1", Ontwikkelaar: "WYwonen", Totaal: 30 },
        { Kwartaal: "2026-Q3", Project_id: "P2", Projectnaam: "Hof fase 2", Ontwikkelaar: "WYwonen", Totaal: 30 },
        { Kwartaal: "2026-Q3", Project_id: "P3", Projectnaam: "Hof fase 2", Ontwikkelaar: "WYwonen", Totaal: 8 },
      ],
    },
    bad: {
      "from two files": {
        says: "Hof staat in het derde kwartaal 2026 ook op rij 2, met dezelfde ontwikkelaar en dezelfde aantallen.",
        fixes: ["Rij 3 verwijderen"],
        PA_Nieuwbouw: [
          { Kwartaal: "2026-Q3", Project_id: "P1", Projectnaam: "Hof", Ontwikkelaar: "WYwonen", Totaal: 30 },
          { Kwartaal: "2026-Q3", Project_id: "OEG-7", Projectnaam: "hof ", Ontwikkelaar: "MeerWonen", Totaal: 30 },
        ],
      },
      "without a code": [
        { Kwartaal: "2026-Q3", Project_id: "P1", Projectnaam: "Hof", Ontwikkelaar: "WYwonen", Totaal: 30 },
        { Kwartaal: "2026-Q3", Project_id: null, Projectnaam: "Hof", Ontwikkelaar: "WYwonen", Totaal: 30 },
      ],
    },
  },
});
