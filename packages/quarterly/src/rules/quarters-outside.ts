import type { Facts } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import type { Finding } from "./rule.js";

/** In each table, the first row of every quarter for which rows do not belong there, with these facts. */
export function* quartersOutside(
  { tables }: Return,
  isOutside: (quarter: string) => boolean,
  facts: Facts,
): Generator<Finding> {
  for (const table of tables.values()) {
    if (!table.has("Kwartaal")) continue;
    const quarterAt = table.valueAt("Kwartaal") as (index: number) => string | null;
    const told = new Set<string>();
    for (let index = 0; index < table.length; index += 1) {
      const quarter = quarterAt(index);
      if (quarter === null || told.has(quarter) || !isOutside(quarter)) continue;
      told.add(quarter);
      yield { table, index, header: "Kwartaal", facts: { quarter, ...facts } };
    }
  }
}
