import { hasAll, numberIn, rowsOf } from "./columns.js";
import { defineRule } from "./rule.js";

export const uitgezonderdBinnenAantal = defineRule({
  id: "PA-609",
  severity: "error",
  reads: ["PA_Labels"],
  title: { nl: "Meer uitgezonderd dan er woningen zijn", en: "More excepted than there are homes" },
  why: { nl: "Uitgezonderde woningen zijn een deel van het aantal.", en: "Excepted homes are a part of the number." },
  message: {
    nl: "Waarvan uitgezonderd is {part}, maar Aantal is {whole}.",
    en: "Waarvan uitgezonderd is {part}, but Aantal is {whole}.",
  },
  fix: { nl: "Verbeter Aantal of Waarvan uitgezonderd.", en: "Correct Aantal or Waarvan uitgezonderd." },
  *check({ table: get }) {
    const table = get("PA_Labels");
    if (!hasAll(table, "Aantal", "Waarvan uitgezonderd")) return;
    const part = numberIn(table, "Waarvan uitgezonderd");
    const whole = numberIn(table, "Aantal");
    for (const index of rowsOf(table)) {
      const p = part(index);
      const w = whole(index);
      if (p !== null && w !== null && p > w)
        yield { table, index, header: "Waarvan uitgezonderd", facts: { part: p, whole: w } };
    }
  },
  examples: {
    good: [{ name: "all of them", tables: { PA_Labels: [{ Aantal: 12, "Waarvan uitgezonderd": 12 }] } }],
    bad: [{ name: "one more", tables: { PA_Labels: [{ Aantal: 12, "Waarvan uitgezonderd": 13 }] } }],
  },
});
