import { hasAll } from "./columns.js";
import { defineRule } from "./rule.js";

export const statusOntbreekt = defineRule({
  id: "PA-706",
  severity: "warning",
  reads: ["PA_Evaluatie"],
  title: { nl: "Afspraken zonder status", en: "Commitments without a status" },
  why: {
    nl: "Het evaluatieoverzicht zegt van elke afspraak waar zij staat (artikel 45 en 46).",
    en: "The evaluation overview says of every commitment where it stands (articles 45 and 46).",
  },
  message: {
    nl: "Van {count:afspraak|afspraken} is de status niet ingevuld; de eerste is {first}.",
    en: "The status of {count:commitment|commitments} is not filled in; the first is {first}.",
  },
  fix: {
    nl: "Kies bij elke afspraak een status, of 'niet te bepalen' als u het nog niet weet.",
    en: "Choose a status for each commitment, or 'niet te bepalen' if you do not know yet.",
  },
  *check({ table: get }) {
    const table = get("PA_Evaluatie");
    if (!hasAll(table, "Artikel", "Status")) return;
    const open: number[] = [];
    for (let index = 0; index < table.length; index += 1) {
      if (table.reading("Status", index).state === "missing") open.push(index);
    }
    const [first] = open;
    if (first === undefined) return;
    const facts = { count: open.length, first: String(table.value("Artikel", first) ?? "–") };
    for (const index of open) yield { table, index, header: "Status", facts, group: "open" };
  },
  examples: {
    good: {
      "filled in": [{ Artikel: "9", Afspraak: "Toewijzing", Trekker: "WYwonen", Status: "op koers" }],
    },
    bad: {
      "two are open, told once": [
        { Artikel: "9", Afspraak: "Toewijzing", Trekker: "WYwonen", Status: null },
        { Artikel: "13", Afspraak: "Voorraad", Trekker: "WYwonen", Status: null },
      ],
    },
  },
});
