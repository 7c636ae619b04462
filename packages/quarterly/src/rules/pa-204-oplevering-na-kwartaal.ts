import { dayText, fill, quarterLastDay } from "@prestatieafspraken/indicators";
import type { Fix } from "../issue.js";
import type { ReturnTable } from "../return.js";
import { dayLike, setCell, those } from "./fixes.js";
import { eachRow, text } from "./each-row.js";
import { defineRule } from "./rule.js";

/**
 * Two possible fixes: the same date a year earlier, if that is not after the quarter; or move the date to the planned
 * column.
 */
function waysOut(table: ReturnTable, index: number, day: string, quarter: string): readonly Fix[] {
  const header = "Oplevering werkelijk";
  const typed = table.typed(header, index);
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  const ways: (Fix | null)[] = [
    earlier <= quarterLastDay(quarter) && !earlier.endsWith("02-29")
      ? setCell(table, index, header, dayLike(earlier, typed), {
          as: dayText(earlier),
          because: { nl: "een jaar eerder", en: "a year earlier" },
        })
      : null,
  ];
  const emptied = setCell(table, index, header, null);
  const planned = setCell(table, index, "Oplevering gepland", dayLike(day, typed));
  if (emptied !== null && planned !== null)
    ways.push({
      label: fill(
        { nl: "Zet {day:day} bij Oplevering gepland", en: "Put {day:day} under Oplevering gepland" },
        { day },
      ),
      steps: [...planned.steps, ...emptied.steps],
    });
  return those(...ways);
}

export const opleveringNaKwartaal = defineRule({
  id: "PA-204",
  severity: "error",
  reads: ["PA_Nieuwbouw"],
  title: { nl: "Werkelijke oplevering na het kwartaal", en: "Actual delivery after the quarter" },
  why: {
    nl: "Een plan is geen oplevering: wat nog komt telt niet als gerealiseerd.",
    en: "A plan is not a delivery: future homes do not count as realised.",
  },
  message: {
    nl: "Oplevering werkelijk is {day:day}, dat is na het {quarter:quarter}.",
    en: "Oplevering werkelijk is {day:day}, which is after the {quarter:quarter}.",
  },
  fix: {
    nl: "Zet een verwachte datum bij Oplevering gepland, of verbeter de datum.",
    en: "Enter an expected date under Oplevering gepland, or correct the date.",
  },
  check: eachRow(
    "PA_Nieuwbouw",
    { quarter: text("Kwartaal"), day: text("Oplevering werkelijk") },
    ({ quarter, day }, { ofTable, index }) =>
      day > quarterLastDay(quarter) && {
        header: "Oplevering werkelijk",
        facts: { day, quarter },
        fixes: waysOut(ofTable, index, day, quarter),
      },
  ),
  examples: {
    good: {
      "last day of the quarter": [{ Kwartaal: "2026-Q3", "Oplevering werkelijk": "2026-09-30" }],
    },
    bad: {
      "a day later": {
        PA_Nieuwbouw: [{ Kwartaal: "2026-Q3", "Oplevering gepland": null, "Oplevering werkelijk": "2026-10-01" }],
        fixes: ["Oplevering werkelijk = 1 oktober 2025, een jaar eerder", "Zet 1 oktober 2026 bij Oplevering gepland"],
      },
    },
  },
});
