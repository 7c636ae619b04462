import { quarterAfter } from "@prestatieafspraken/indicators";
import { hasAll, quarterBefore, rowsOf } from "./columns.js";
import type { Rule } from "./rule.js";

/** The check of a rule about a project of which a column changed since the quarter before, without a word about it in Toelichting. */
export const projectChanges = <Value extends string | number>(
  header: string,
  isOdd: (before: Value, now: Value) => boolean,
): Rule["check"] =>
  function* ({ table: get }) {
    const table = get("PA_Nieuwbouw");
    if (!hasAll(table, "Kwartaal", "Project_id", header)) return;
    const valueAt = table.valueAt(header) as (index: number) => Value | null;
    const why = table.valueAt("Toelichting");
    const earlier = quarterBefore(table, "Project_id");
    for (const index of rowsOf(table)) {
      const [now, from] = [valueAt(index), why(index) === null ? earlier(index) : null];
      const before = from === null ? null : valueAt(from);
      if (now === null || before === null || !isOdd(before, now)) continue;
      yield {
        table,
        index,
        header,
        facts: { before, now, quarter: quarterAfter(String(table.value("Kwartaal", index)), -1) },
      };
    }
  };
