import { fill, given, missing, type OwnIndicator, type Quantity, type QuarterId } from "@prestatieafspraken/indicators";
import { place, tableOf, total } from "../measures/column.js";
import { CannotSay } from "../measures/measurement.js";
import { partyNames } from "../reading/party-names.js";
import type { Return, ReturnTable } from "../return.js";

type Input = OwnIndicator["inputs"][string];

/**
 * The figures an indicator of the municipality's own is made of: sums over a column, or counts of rows, of the rows that match.
 * Of a table with a row set per quarter, the rows of the quarter asked, unless the indicator chooses quarters itself.
 */
export function ownInputs(ret: Return, own: OwnIndicator, quarter: QuarterId): Record<string, Quantity> {
  return Object.fromEntries(
    Object.entries(own.inputs).map(([name, input]) => [name, inputQuantity(ret, own, name, input, quarter)]),
  );
}

function inputQuantity(ret: Return, own: OwnIndicator, name: string, input: Input, quarter: QuarterId): Quantity {
  const unit = own.unit === "share" || own.unit === "factor" ? "number" : own.unit;
  const label = input.label ?? { nl: input.column ?? name, en: input.column ?? name };
  try {
    const table = tableOf(ret, input.table);
    const rows = matching(ret, table, input, quarter);
    if (input.aggregate === "count") return given(rows.length, unit, label);
    const { column } = input;
    if (column === undefined || rows.length === 0) throw nothingToAdd(table, column, quarter);
    return given(sumOf(table, column, rows), unit, label);
  } catch (error) {
    if (error instanceof CannotSay) return { ...missing(unit, label, error.sentence), reason: error.reason };
    throw error;
  }
}

const isField = (table: ReturnTable, header: string): boolean =>
  table.definition.fields.some((field) => field.header === header);

/** A column of the return goes by its reading; a column of somebody's own by the number in the cell. */
function sumOf(table: ReturnTable, header: string, rows: readonly number[]): number {
  if (isField(table, header)) return total(table, header, rows).sum;
  return rows.reduce((sum, row) => {
    const typed = table.typed(header, row);
    if (typeof typed === "number") return sum + typed;
    throw new CannotSay(
      fill(
        {
          nl: "In {cell} ({header}) staat geen getal. Vul een getal in, 0 als er niets is.",
          en: "{cell} ({header}) holds no number. Enter a number, 0 when there is nothing.",
        },
        { cell: place(table, header, row), header },
      ),
    );
  }, 0);
}

function matching(ret: Return, table: ReturnTable, input: Input, quarter: QuarterId): number[] {
  const names = partyNames(ret.agreement);
  const plain = (text: string): string => text.trim().toLowerCase();
  const where = Object.entries(input.where ?? {}).map(([header, wanted]) => {
    const texts = (typeof wanted === "string" ? [wanted] : wanted).flatMap((text) => [
      plain(text),
      names.find(text)?.id ?? plain(text),
    ]);
    return { header, texts: new Set(texts) };
  });
  const ofQuarter = table.definition.perQuarter && !where.some(({ header }) => header === "Kwartaal");
  if (ofQuarter) where.unshift({ header: "Kwartaal", texts: new Set([plain(quarter)]) });
  const rows: number[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const matches = where.every(({ header, texts }) => {
      const value = isField(table, header) ? table.value(header, row) : table.typed(header, row);
      return value !== null && typeof value !== "object" && texts.has(plain(String(value)));
    });
    if (matches) rows.push(row);
  }
  return rows;
}

const nothingToAdd = (table: ReturnTable, column: string | undefined, quarter: QuarterId): CannotSay =>
  new CannotSay(
    fill(
      {
        nl: "{table} heeft voor {quarter} geen rijen om {column} van op te tellen. Vul ze in; geen rij telt niet als 0.",
        en: "{table} has no rows for {quarter} to add up {column} of. Fill them in; no row does not count as 0.",
      },
      { table: table.definition.name, quarter, column: column ?? "" },
    ),
  );
