import { listed, sheetOf, type Text } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import type { Finding } from "../rules/rule.js";
import { columnLetters } from "./cell-name.js";
import { rowRange } from "./row-range.js";
import type { TablePart } from "./part-cells.js";
import { listsBy } from "../kept.js";

/** What was read of a table although the workbook hides it: its sheet, columns with figures, and rows. One finding each per block. */
export function* hiddenIn(table: ReturnTable, parts: readonly TablePart[]): Generator<Finding> {
  const name = sheetOf(table.definition.name);
  const at = (sheet: string, cell: string | null, nl: string, en: string): Finding => ({
    table,
    sheet,
    cell,
    facts: { what: { nl, en } },
  });
  for (const { sheetTable, columns } of parts) {
    const { sheet, hiddenColumns = [], headerRow, firstColumn } = sheetTable;
    if (sheetTable.hiddenSheet === true)
      yield at(
        sheet,
        null,
        `Het blad ${sheet}${sheet === name ? "" : ` met ${name}`} is verborgen`,
        `The sheet ${sheet}${sheet === name ? "" : ` with ${name}`} is hidden`,
      );
    const hidden = Array.from(columns).filter(
      ([header, column]) => hiddenColumns.includes(column) && isUsed(table, header),
    );
    if (hidden.length > 0) {
      const which: Text = listed(hidden.map(([header]) => header));
      const many = hidden.length > 1;
      const [header, column] = hidden[0]!;
      yield {
        ...at(
          sheet,
          `${columnLetters(firstColumn + column)}${headerRow}`,
          `In ${name} ${many ? "zijn de kolommen" : "is de kolom"} ${which.nl} verborgen`,
          `In ${name} the ${many ? "columns" : "column"} ${which.en} ${many ? "are" : "is"} hidden`,
        ),
        header,
      };
    }
  }
  for (const [sheet, indices] of listsBy(table.raw.hiddenRows ?? [], (index) => table.sheet(index))) {
    const hidden = indices.map((index) => table.row(index));
    const range = rowRange(hidden);
    const many = hidden.length > 1;
    const count = { nl: many ? `${hidden.length} rijen` : "1 rij", en: many ? `${hidden.length} rows` : "1 row" };
    yield at(
      sheet,
      `${columnLetters(table.raw.firstColumn)}${hidden[0]!}`,
      `In ${name} ${many ? "zijn" : "is"} ${count.nl} verborgen (${range.nl})`,
      `In ${name} ${count.en} ${many ? "are" : "is"} hidden (${range.en})`,
    );
  }
}

/** True if a column holds anything: an empty one is hidden because nobody needs it. */
function isUsed(table: ReturnTable, header: string): boolean {
  for (let i = 0; i < table.length; i += 1) if (table.reading(header, i).state !== "missing") return true;
  return false;
}
