import { isEmptyCell, type SheetTable } from "../workbook.js";
import type { ReturnTable } from "../return.js";
import { cellText } from "../workbook.js";
import { defineRule } from "./rule.js";

/** True if the key columns of the totals row are filled in like those of a data row. */
function readsAsRow(table: ReturnTable, { totals = [], headers }: SheetTable): boolean {
  const keys = table.definition.fields.filter(
    ({ header, type }) =>
      table.definition.key.includes(header) && (type === "quarter" || type === "party" || type === "id"),
  );
  const at = keys.map(({ header }) => headers.findIndex((own) => own.trim().toLowerCase() === header.toLowerCase()));
  return (
    at.length > 0 &&
    at.every((column) => column >= 0 && !isEmptyCell(totals[column] ?? null)) &&
    !totals.some((value) => /totaal|total/i.test(cellText(value).slice(0, 60)))
  );
}

export const totaalrijIsGegeven = defineRule({
  id: "PA-148",
  severity: "error",
  ofFile: true,
  reads: ["*"],
  title: { nl: "De totaalrij lijkt een gewone rij", en: "The totals row looks like an ordinary row" },
  why: {
    nl: "De laatste rij van de tabel staat als totaalrij te boek en telt dus niet mee.",
    en: "The last row of the table is marked as its totals row, so it does not count.",
  },
  message: {
    nl: "De totaalrij van {table} is ingevuld als een gewone rij: {shown}. Die rij is niet meegelezen.",
    en: "The totals row of {table} is filled in like an ordinary row: {shown}. That row was not read.",
  },
  fix: {
    nl: "Zet de totaalrij van de tabel uit (Tabelontwerp) en zet de rij erin, of maak de totaalrij leeg.",
    en: "Switch the totals row of the table off (Table Design) and put the row in, or empty the totals row.",
  },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      const { raw } = table;
      if (raw.totals === undefined || !readsAsRow(table, raw)) continue;
      const shown = raw.totals.map(cellText).filter((text) => text !== "");
      yield {
        table,
        facts: { shown: shown.slice(0, 4).join(", ") },
      };
    }
  },
  examples: {
    good: {
      "a real one": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Aantal: 12 }],
        besides: { PA_Toewijzingen: { totals: ["Totaal", null, 12] } },
      },
    },
    bad: {
      "the last row of figures": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Aantal: 12 }],
        besides: { PA_Toewijzingen: { totals: ["2026-Q3", "Portaal", 4] } },
        says: "2026-Q3, Portaal, 4",
      },
    },
  },
});
