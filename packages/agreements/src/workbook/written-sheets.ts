import type { Agreement, CellToWrite, Text } from "@prestatieafspraken/indicators";
import type { Known } from "../coherence.js";
import { facts, lists } from "./sheets.js";
import { factsSheet, toSheets } from "./to-sheets.js";

/** A column as written to a workbook: its header, help, allowed values and an example. */
export interface WrittenColumn {
  readonly header: string;
  readonly help: Text;
  readonly required: boolean;
  readonly list: readonly string[] | null;
  readonly example: string | null;
  readonly width: number | null;
}

/** A sheet of an agreement workbook, ready for a workbook writer. */
export interface WrittenSheet {
  readonly sheet: string;
  /** Name of its Excel table; null for the sheet of facts. */
  readonly table: string | null;
  readonly title: Text;
  readonly help: Text;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly CellToWrite[])[];
}

const factColumn = (header: string, nl: string, en: string, width: number): WrittenColumn => ({
  header,
  help: { nl, en },
  required: false,
  list: null,
  example: null,
  width,
});

/**
 * The sheets of an agreement; for null, empty sheets with their headers, help and examples. The indicators of the product that a
 * norm can be about, in `known`, become a list to choose from; ids of one's own may be typed there too.
 */
export function writtenSheets(agreement: Agreement | null, known: Known = {}): readonly WrittenSheet[] {
  const counted = (known.indicators ?? []).filter(({ live, unit }) => live === true && unit !== "text");
  const indicators = counted.length === 0 ? null : counted.map(({ id }) => id);
  const filled = agreement === null ? null : toSheets(agreement);
  const rowsOf = (sheet: string): readonly (readonly CellToWrite[])[] =>
    filled?.find((one) => one.sheet === sheet)?.rows ?? [];
  return [
    {
      sheet: factsSheet,
      table: "Afspraken_Gegevens",
      title: { nl: "Gegevens van de afspraken", en: "Facts of the agreement" },
      help: {
        nl: "Waar de afspraken over gaan. Vul de kolom Waarde in; wat mag, staat ernaast.",
        en: "What the agreement is about. Fill in the column Waarde; the allowed values are next to it.",
      },
      columns: [
        factColumn("Gegeven", "Laat de namen staan.", "Leave the names as they are.", 22),
        factColumn("Waarde", "Zie de uitleg ernaast.", "See the explanation beside it.", 60),
        factColumn("Uitleg", "Wat hier hoort.", "What belongs here.", 70),
      ],
      rows: facts.map(({ header, help, required, example }, i) => [
        header,
        rowsOf(factsSheet)[i]?.[1] ?? null,
        `${required === true ? "Verplicht. " : ""}${help.nl}${example === undefined ? "" : ` Bijvoorbeeld: ${example}.`}`,
      ]),
    },
    ...lists.map(({ sheet, table, title, help, columns }) => ({
      sheet,
      table,
      title,
      help,
      columns: columns.map((column) => ({
        header: column.header,
        help: column.help,
        required: column.required === true,
        list: column.codec.list ?? (column.path === "indicator" ? indicators : null),
        example: column.example ?? null,
        width: column.width ?? null,
      })),
      rows: rowsOf(sheet),
    })),
  ];
}
