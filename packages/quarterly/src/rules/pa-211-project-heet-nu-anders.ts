import { comparable, quarterAfter } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { groupBy, groupKey, hasAll, textIn } from "./columns.js";
import { setCell, those } from "./fixes.js";
import { defineRule } from "./rule.js";

/** Letters, Latin or Cyrillic, that look like a digit. */
const lookAlikes: Readonly<Record<string, string>> = { o: "0", о: "0", i: "1", l: "1", і: "1", s: "5", b: "8", z: "2" };

/** Normalises codes that people confuse: case, leading zeros, letters that look like digits. */
const nearly = (id: string): string =>
  comparable(id)
    .replace(/[oоilіsbz]/g, (letter) => lookAlikes[letter]!)
    .replace(/(^|\D)0+(?=\d)/g, "$1");

/** Projects with one code in a quarter and nearly the same code in the next: the rows of both. */
export function renamed(
  table: ReturnTable,
): { readonly before: number; readonly now: number; readonly quarter: string }[] {
  if (!hasAll(table, "Kwartaal", "Project_id")) return [];
  const id = textIn(table, "Project_id");
  const name = textIn(table, "Projectnaam");
  const rows = groupBy(table, "Kwartaal", "Project_id");
  const quarters = groupBy(table, "Kwartaal");
  return [...quarters].flatMap(([quarter, own]) => {
    const earlier = quarterAfter(quarter, -1);
    const gone = new Map(
      (quarters.get(earlier) ?? []).flatMap((index) => {
        const project = id(index);
        return project === null || rows.has(groupKey(quarter, project)) ? [] : [[nearly(project), index] as const];
      }),
    );
    return own.flatMap((now) => {
      const project = id(now);
      if (project === null || rows.has(groupKey(earlier, project))) return [];
      const before = gone.get(nearly(project));
      if (before === undefined) return [];
      const [called, wasCalled] = [name(now), name(before)];
      const isOther = called !== null && wasCalled !== null && comparable(called) !== comparable(wasCalled);
      return isOther ? [] : [{ before, now, quarter }];
    });
  });
}

export const projectHeetNuAnders = defineRule({
  id: "PA-211",
  severity: "warning",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Heet dit project nu anders?", en: "Does this project have another name now?" },
  why: {
    nl: "Met een andere code is het voor elk overzicht een ander project: het oude lijkt verdwenen, het nieuwe is erbij.",
    en: "With another code it counts as another project: the old one seems gone.",
  },
  message: {
    nl: "Project {before} van het {earlier:quarter} heet in het {quarter:quarter} {now}. Is dat hetzelfde project?",
    en: "Project {before} of the {earlier:quarter} is called {now} in the {quarter:quarter}. Is that the same project?",
  },
  fix: {
    nl: "Gebruik in elk kwartaal dezelfde code. Is het echt een ander project, kies dan Waarschuwing toelichten.",
    en: "Use the same code in every quarter. If it really is another project, choose Explain this warning.",
  },
  *check({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!table) return;
    for (const { before, now, quarter } of renamed(table)) {
      const name = table.has("Projectnaam") ? table.value("Projectnaam", before) : null;
      const old = String(table.value("Project_id", before));
      yield {
        table,
        index: now,
        header: "Project_id",
        facts: {
          before: name === null ? old : `${String(name)} (${old})`,
          now: String(table.value("Project_id", now)),
          earlier: quarterAfter(quarter, -1),
          quarter,
        },
        fixes: those(setCell(table, now, "Project_id", old)),
      };
    }
  },
  examples: {
    good: {
      "another project": [
        { Kwartaal: "2026-Q2", Project_id: "P1", Projectnaam: "Noord" },
        { Kwartaal: "2026-Q3", Project_id: "p01", Projectnaam: "Zuid" },
      ],
    },
    bad: {
      "a zero more": {
        PA_Nieuwbouw: [
          { Kwartaal: "2026-Q2", Project_id: "OEG-04", Projectnaam: "Noord" },
          { Kwartaal: "2026-Q3", Project_id: "OEG-4", Projectnaam: "Noord" },
        ],
        says: "Project Noord (OEG-04) van het tweede kwartaal 2026 heet in het derde kwartaal 2026 OEG-4.",
        fixes: ["Project_id = OEG-04"],
      },
      "a letter that looks like a digit": [
        { Kwartaal: "2026-Q2", Project_id: "A10" },
        { Kwartaal: "2026-Q3", Project_id: "A1O" },
      ],
    },
  },
});
