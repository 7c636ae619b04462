import { quarterAfter, quarterText } from "@prestatieafspraken/indicators";
import { groupBy, groupKey, hasAll, textIn } from "./columns.js";
import { copyRow, those } from "./fixes.js";
import { renamed } from "./pa-211-project-heet-nu-anders.js";
import { defineRule } from "./rule.js";

export const projectVerdwenen = defineRule({
  id: "PA-206",
  severity: "warning",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Project verdwenen", en: "Project vanished" },
  why: {
    nl: "Elk kwartaal staan alle projecten er; een project dat stopt krijgt de fase vervallen.",
    en: "Every quarter holds all projects; one that stops gets the phase vervallen.",
  },
  message: {
    nl: "Project {project} stond in het {before:quarter} (rij {row}), maar staat niet in het {quarter:quarter}.",
    en: "Project {project} was there in the {before:quarter} (row {row}) but is not there in the {quarter:quarter}.",
  },
  fix: {
    nl: "Voeg het project toe, met fase opgeleverd of vervallen als het klaar of gestopt is.",
    en: "Add the project, with phase opgeleverd (delivered) or vervallen (dropped) if it is done or stopped.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Kwartaal", "Project_id")) return;
    const rows = groupBy(table, "Kwartaal", "Project_id");
    const id = textIn(table, "Project_id");
    const phase = textIn(table, "Fase");
    const name = textIn(table, "Projectnaam");
    const quarters = groupBy(table, "Kwartaal");
    // A project that now has nearly the same code is reported by PA-211.
    const goesOn = new Set(renamed(table).map(({ before }) => before));
    for (const quarter of quarters.keys()) {
      const before = quarterAfter(quarter, -1);
      for (const index of quarters.get(before) ?? []) {
        const project = id(index);
        // A dropped project need not be listed forever.
        if (
          project === null ||
          phase(index) === "vervallen" ||
          goesOn.has(index) ||
          rows.has(groupKey(quarter, project))
        )
          continue;
        const called = name(index);
        yield {
          table,
          index,
          header: "Project_id",
          quarter,
          facts: {
            project: called === null ? project : `${called} (${project})`,
            before,
            quarter,
            row: String(table.row(index)),
          },
          fixes: those(
            copyRow(
              table,
              index,
              { Kwartaal: quarter },
              {
                nl: `Neem rij ${table.row(index)} over voor het ${quarterText(quarter).nl}`,
                en: `Copy row ${table.row(index)} for the ${quarterText(quarter).en}`,
              },
            ),
          ),
        };
      }
    }
  },
  examples: {
    good: {
      "carried along": [
        { Kwartaal: "2026-Q2", Project_id: "P1", Fase: "ontwerp" },
        { Kwartaal: "2026-Q3", Project_id: "P1", Fase: "vervallen" },
      ],
    },
    bad: {
      gone: {
        says: "stond in het tweede kwartaal 2026 (rij 2), maar staat niet in het derde kwartaal 2026",
        fixes: ["Neem rij 2 over voor het derde kwartaal 2026"],
        PA_Nieuwbouw: [
          { Kwartaal: "2026-Q2", Project_id: "P1", Fase: "ontwerp" },
          { Kwartaal: "2026-Q2", Project_id: "P2", Fase: "ontwerp" },
          { Kwartaal: "2026-Q3", Project_id: "P2", Fase: "ontwerp" },
        ],
      },
    },
  },
});
