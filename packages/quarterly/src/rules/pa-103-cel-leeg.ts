import { isEmpty } from "../reading/read-cell.js";
import { defineRule } from "./rule.js";

export const celLeeg = defineRule({
  id: "PA-103",
  severity: "error",
  reads: ["*"],
  title: { nl: "Verplichte cel is leeg", en: "Required cell is empty" },
  why: {
    nl: "Leeg is niet nul: zonder dit gegeven is er niets over te zeggen.",
    en: "Empty is not zero: without this nothing can be said.",
  },
  message: {
    nl: "In {table} is {field} leeg in een rij die wel is ingevuld.",
    en: "In {table} {field} is empty in a row that is otherwise filled in.",
  },
  fix: {
    nl: "Vul de cel in: 0 als er geen zijn, n.b. als het niet bekend is.",
    en: "Fill in the cell: 0 if there are none, n.b. if it is not known.",
  },
  *check({ ret }) {
    // A definition choice without a default may stay open: "not chosen" is an answer.
    const openParameters = new Set(ret.agreement.parameters.filter((one) => one.default === "").map((one) => one.name));
    for (const table of ret.tables.values()) {
      for (const field of table.definition.fields) {
        // A home without a label is counted as such, and a commitment without a status is listed as such; other rules say so.
        if (
          field.required !== true ||
          !table.has(field.header) ||
          (field.type === "label" && table.definition.name === "PA_Woningen") ||
          (field.header === "Status" && table.definition.name === "PA_Evaluatie")
        )
          continue;
        for (let index = 0; index < table.length; index += 1) {
          if (table.value(field.header, index) !== null) continue;
          if (field.header === "Waarde" && openParameters.has(String(table.value("Instelling", index)))) continue;
          if (table.reading(field.header, index).state !== "missing") continue;
          if (field.type === "text" || isEmpty(table.typed(field.header, index)))
            yield { table, index, header: field.header };
        }
      }
    }
  },
  examples: {
    good: [
      {
        name: "zero and unknown are filled in",
        tables: {
          PA_Toewijzingen: [
            { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 0 },
            { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: "n.b." },
          ],
        },
      },
    ],
    bad: [
      {
        name: "empty and blank",
        times: 2,
        tables: {
          PA_Toewijzingen: [
            { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: null },
            { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: "  " },
          ],
        },
      },
    ],
  },
});
