import { rowRangeFirst } from "../reading/row-range.js";
import { isEmptyCell, type CellValue } from "../workbook.js";
import { defineRule } from "./rule.js";
import { extendTable } from "./fixes.js";

/** A table of one row, with these cells below it from a row of the sheet on. */
const below = (firstRow: number, ...rows: readonly (readonly CellValue[])[]) => ({
  PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 }],
  besides: { PA_Toewijzingen: { below: { firstRow, rows } } },
});

export const rijenOnderTabel = defineRule({
  id: "PA-144",
  severity: "error",
  ofFile: true,
  reads: ["*"],
  title: { nl: "Rijen onder de tabel", en: "Rows below the table" },
  why: {
    nl: "Plakt u rijen onder een tabel, dan groeit die niet altijd mee. Excel rekent dan zonder die rijen.",
    en: "When rows are pasted below a table, it may not grow. Excel then calculates without them.",
  },
  message: {
    nl: "{range}: {count:rij|rijen} onder de tabel {table} {count|hoort|horen} er zo te zien bij, maar {count|valt|vallen} erbuiten.",
    en: "{range}: {count:row|rows} below the table {table} {count|seems|seem} to belong to it but {count|is|are} outside it.",
  },
  fix: {
    nl: "Vergroot de tabel tot en met rij {last}, of haal de rijen weg.",
    en: "Extend the table down to row {last}, or remove the rows.",
  },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      for (const { from, until, table: block } of table.outside) {
        const rows = Array.from({ length: until - from + 1 }, (_, i) => from + i);
        const last = table.row(until);
        // The table takes in empty rows; a total or a remark between the rows would become a row of it.
        const { below, totals } = block;
        const isCertain =
          totals === undefined &&
          below?.rows.slice(0, last - below.firstRow + 1).filter((row) => !row.every(isEmptyCell)).length ===
            rows.length;
        const label = { nl: `Tabel vergroten tot en met rij ${last}`, en: `Extend the table down to row ${last}` };
        yield {
          table,
          sheet: table.sheet(from),
          cell: table.definition.fields.flatMap(({ header }) => table.cell(header, from) ?? [])[0] ?? null,
          about: { rows },
          facts: {
            range: rowRangeFirst(rows.map((index) => table.row(index))),
            count: rows.length,
            last: String(last),
          },
          ...(isCertain && { fixes: [extendTable(block, last, label)] }),
        };
      }
    }
  },
  examples: {
    good: {
      "a remark below the table": below(3, ["Bron: eigen administratie", null, null, null]),
      "a total, a source and a signature": below(
        3,
        ["Totaal", null, null, 10],
        ["2026-Q3", "Totaal", null, 10],
        [null, null, null, null],
        ["Bron:", "eigen administratie", null, null],
        ["Opgesteld door", "J. Jansen", "datum", "1-10-2026"],
      ),
    },
    bad: {
      "a row pasted below": {
        ...below(3, ["2026-Q3", "WYwonen", "urgent", 4]),
        says: "Rij 3: 1 rij onder de tabel Toewijzingen hoort er zo te zien bij",
        fixes: ["Tabel vergroten tot en met rij 3"],
      },
      "rows after an empty one": {
        ...below(4, ["2026-Q3", "WYwonen", "urgent", 4], [null, null, null, null], [null, "Portaal", "urgent", 5]),
        says: "Rij 4 en rij 6: 2 rijen onder de tabel Toewijzingen horen er zo te zien bij",
        fixes: ["Tabel vergroten tot en met rij 6"],
      },
      "a row below a total": {
        ...below(3, ["Totaal", null, null, 10], ["2026-Q3", "Portaal", "urgent", 5]),
        says: "Rij 4: 1 rij onder de tabel",
        fixes: [],
      },
    },
  },
});
