import { nameOfRow } from "../reading/row-name.js";
import type { ReturnTable } from "../return.js";
import { defineRule } from "./rule.js";

/** The rows of a table by their key; a row of which a required part is unknown has none. */
function keysOf(table: ReturnTable): ((index: number) => string | null) | null {
  const parts = table.definition.key.map((header) => ({
    header,
    there: table.has(header),
    required: table.definition.fields.find((field) => field.header === header)?.required === true,
  }));
  if (parts.some(({ there, required }) => required && !there)) return null;
  const present = parts.filter(({ there }) => there);
  return (index) => {
    let key = "";
    for (const { header, required } of present) {
      const value = table.value(header, index);
      if (value === null && required) return null;
      key += key === "" ? String(value) : ` \u00b7 ${String(value)}`;
    }
    return key;
  };
}

export const dubbeleRij = defineRule({
  id: "PA-110",
  severity: "error",
  reads: ["*"],
  title: { nl: "Dezelfde rij staat er twee keer", en: "The same row is there twice" },
  why: { nl: "Wat dubbel staat telt dubbel.", en: "What is there twice counts twice." },
  message: {
    nl: "Deze rij gaat over hetzelfde als rij {other}{where}: {key}.",
    en: "This row is about the same as row {other}{where}: {key}.",
  },
  fix: { nl: "Verwijder een van de twee, of verbeter {columns}.", en: "Remove one of the two, or correct {columns}." },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      const keyOf = keysOf(table);
      if (!keyOf) continue;
      const homes = table.definition.name === "PA_Woningen" && table.has("Verhuurder");
      const first = new Map<string, number>();
      for (let index = 0; index < table.length; index += 1) {
        const key = keyOf(index);
        if (key === null) continue;
        // Case is no difference, as in Excel itself.
        const same = key.toLowerCase();
        const other = first.get(same);
        if (other === undefined) {
          first.set(same, index);
          continue;
        }
        // A home of two owners is another question, asked by its own rule.
        if (homes && table.value("Verhuurder", index) !== table.value("Verhuurder", other)) continue;
        const sheet = table.sheet(other);
        yield {
          table,
          index,
          header: table.definition.key[table.definition.key.length > 1 && !homes ? 1 : 0]!,
          // One of the two is too many, whichever of them counts.
          about: { rows: [other, index] },
          facts: {
            other: String(table.row(other)),
            where: sheet === table.sheet(index) ? "" : { nl: ` van blad ${sheet}`, en: ` of sheet ${sheet}` },
            key: nameOfRow(table, index, ret.agreement),
            columns: table.definition.key.join(", "),
          },
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: "another quarter",
        tables: {
          PA_Nieuwbouw: [
            { Kwartaal: "2026-Q2", Project_id: "P1" },
            { Kwartaal: "2026-Q3", Project_id: "P1" },
          ],
        },
      },
    ],
    bad: [
      {
        name: "project twice in a quarter",
        tables: {
          PA_Nieuwbouw: [
            { Kwartaal: "2026-Q3", Project_id: "P1" },
            { Kwartaal: "2026-Q3", Project_id: "p1 " },
          ],
        },
      },
      {
        name: "home twice with one owner",
        tables: {
          PA_Woningen: [
            { BAG_vbo_id: "0579010000012345", Verhuurder: "WYwonen" },
            { BAG_vbo_id: "0579010000012345", Verhuurder: "MeerWonen" },
          ],
        },
      },
    ],
  },
});
