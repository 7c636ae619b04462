import { CannotSay, fill, sheetOf, type Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { cellText, isEmptyCell } from "../workbook.js";

/** The table with this name. @throws CannotSay if the return lacks it. */
export function tableOf(ret: Return, name: string): ReturnTable {
  const table = ret.tables.get(name);
  if (table) return table;
  throw new CannotSay(
    fill(
      {
        nl: "De tabel {name} staat niet in deze werkmap. Voeg hem toe (zie het sjabloon) en vul hem in.",
        en: "The table {name} is not in this workbook. Add it (see the template) and fill it in.",
      },
      { name: sheetOf(name) },
    ),
  );
}

/** The address of a cell ("Voorraad!D7"), or the name of the sheet if there is no such cell. */
export function place(table: ReturnTable, header: string, row: number): string {
  const cell = table.cell(header, row);
  return cell === null ? table.definition.sheet : `${table.sheet(row)}!${cell}`;
}

/** @throws CannotSay if the table lacks this column. */
export function requireColumn(table: ReturnTable, header: string): void {
  if (table.has(header)) return;
  throw new CannotSay(
    fill(
      {
        nl: "In {table} ontbreekt de kolom {header}. Voeg die kolom toe en vul hem in.",
        en: "{table} has no column {header}. Add that column and fill it in.",
      },
      { table: table.definition.sheet, header },
    ),
  );
}

/** A figure cannot be counted because of one cell. */
export class UnusableCell extends CannotSay {
  constructor(
    sentence: Text,
    /** "Voorraad!D7" */
    readonly cell: string,
  ) {
    super(sentence);
  }
}

/** The error for a cell that cannot be used: why, and what to do. */
export function unusable(table: ReturnTable, header: string, row: number): UnusableCell {
  const typed = table.typed(header, row);
  const facts = {
    cell: place(table, header, row),
    header,
    typed: cellText(typed),
  };
  const sentence: Record<string, Text> = {
    missing: {
      nl: "In {cell} ({header}) staat niets. Vul in wat er hoort; een leeg vak telt niet als 0.",
      en: "There is nothing in {cell} ({header}). Fill it in; an empty cell does not count as 0.",
    },
    stated: {
      nl: "In {cell} ({header}) staat '{typed}': nog niet bekend. Vul het in zodra het bekend is; onbekend telt niet als 0.",
      en: "{cell} ({header}) says '{typed}': not known yet. Fill it in when it is known; unknown does not count as 0.",
    },
    "not applicable": {
      nl: "In {cell} ({header}) staat 'n.v.t.', maar dit gegeven is nodig. Vul het in.",
      en: "{cell} ({header}) says 'not applicable', but this is needed. Fill it in.",
    },
    doubtful: {
      nl: "In {cell} ({header}) staat '{typed}'. Dat is niet zeker genoeg om mee te rekenen; vul het juiste in.",
      en: "{cell} ({header}) says '{typed}'. That is not certain enough to calculate with; fill in what is right.",
    },
    refused: {
      nl: "In {cell} ({header}) staat '{typed}' en dat kan hier niet. Verbeter het vak.",
      en: "{cell} ({header}) says '{typed}', which is not possible here. Correct the cell.",
    },
  };
  const read = table.reading(header, row).state;
  const state = read === "missing" && !isEmptyCell(typed) ? "stated" : read;
  return new UnusableCell(fill(sentence[state] ?? sentence["refused"]!, facts), facts.cell);
}
