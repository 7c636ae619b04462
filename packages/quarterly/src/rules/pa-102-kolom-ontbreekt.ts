import { defineRule } from "./rule.js";

export const kolomOntbreekt = defineRule({
  id: "PA-102",
  severity: "error",
  reads: ["*"],
  title: { nl: "Verplichte kolom ontbreekt", en: "Required column missing" },
  why: { nl: "Zonder deze kolom is de tabel niet te gebruiken.", en: "Without this column the table cannot be used." },
  message: { nl: "In {table} ontbreekt de kolom {field}.", en: "{table} has no column {field}." },
  fix: {
    nl: "Voeg de kolom {field} toe, of kies Eigen tabellen aanwijzen en geef aan welke kolom het is.",
    en: "Add the column {field}, or choose Use your own tables and say which column it is.",
  },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      for (const field of table.definition.fields) {
        if (field.required === true && !table.has(field.header)) yield { table, header: field.header };
      }
    }
  },
  examples: {
    good: {
      "other order, other names": {
        PA_Toewijzingen: [
          { "Aantal verhuringen": 1, Doelgroep: "regulier", Corporatie: "WYwonen", Periode: "2026-Q3" },
        ],
      },
    },
    bad: {
      "no category": { PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Aantal: 1 }] },
    },
  },
});
