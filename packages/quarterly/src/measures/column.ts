import { fill, type Text } from "@prestatieafspraken/indicators";
import { isEmpty } from "../reading/read-cell.js";
import type { Return, ReturnTable } from "../return.js";
import { CannotSay } from "./measurement.js";

/** The table, or the reason why nothing can be said. */
export function tableOf(ret: Return, name: string): ReturnTable {
  const table = ret.tables.get(name);
  if (table) return table;
  throw new CannotSay(
    fill(
      {
        nl: "De tabel {name} staat niet in deze werkmap. Voeg hem toe (zie het sjabloon) en vul hem in.",
        en: "The table {name} is not in this workbook. Add it (see the template) and fill it in.",
      },
      { name },
    ),
  );
}

/** "Voorraad!D7", or the table name where there is no such cell. */
export function place(table: ReturnTable, header: string, row: number): string {
  const cell = table.cell(header, row);
  return cell === null ? table.definition.name : `${table.sheet(row)}!${cell}`;
}

export function requireColumn(table: ReturnTable, header: string): void {
  if (table.has(header)) return;
  throw new CannotSay(
    fill(
      {
        nl: "In {table} ontbreekt de kolom {header}. Voeg die kolom toe en vul hem in.",
        en: "{table} has no column {header}. Add that column and fill it in.",
      },
      { table: table.definition.name, header },
    ),
  );
}

/** Why this cell cannot be used, and what to do about it. */
export function unusable(table: ReturnTable, header: string, row: number): CannotSay {
  const typed = table.typed(header, row);
  const facts = {
    cell: place(table, header, row),
    header,
    typed: typed === null ? "" : typeof typed === "object" ? typed.error : String(typed),
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
  const state = read === "missing" && !isEmpty(typed) ? "stated" : read;
  return new CannotSay(fill(sentence[state] ?? sentence["refused"]!, facts));
}

export interface Test {
  readonly header: string;
  readonly is: (value: string) => boolean;
  /** What a row is when this cell cannot be read. Unless given, nothing can be said. */
  readonly unreadable?: boolean;
}

/**
 * Rows for which all tests hold, in sheet order. A row is judged on its tests in order, so an unreadable cell only matters
 * in a row that may belong to the answer; there it stops the answer, because leaving the row out would be guessing.
 */
export function rowsWhere(table: ReturnTable, tests: readonly Test[]): number[] {
  for (const test of tests) requireColumn(table, test.header);
  const rows: number[] = [];
  next: for (let row = 0; row < table.length; row += 1) {
    for (const test of tests) {
      const value = table.value(test.header, row);
      if (value !== null) {
        if (!test.is(String(value))) continue next;
      } else if (test.unreadable !== undefined) {
        if (!test.unreadable) continue next;
      } else {
        throw unusable(table, test.header, row);
      }
    }
    rows.push(row);
  }
  return rows;
}

export interface Total {
  readonly sum: number;
  /** Rows that say "n.v.t.": left out. */
  readonly notApplicable: number;
}

/**
 * The sum of a column over rows. A cell that is empty, doubtful or refused makes the sum impossible and is named, unless
 * `proved` shows what it must be; "n.v.t." is left out and counted.
 */
export function total(
  table: ReturnTable,
  header: string,
  rows: readonly number[],
  proved?: (row: number) => number | null,
): Total {
  if (!proved) requireColumn(table, header);
  let sum = 0;
  let notApplicable = 0;
  for (const row of rows) {
    const value = table.value(header, row);
    if (typeof value === "number") {
      sum += value;
    } else if (table.has(header) && table.reading(header, row).state === "not applicable") {
      notApplicable += 1;
    } else {
      const empty = !table.has(header) || table.reading(header, row).state === "missing";
      const certain = empty && proved ? proved(row) : null;
      if (certain === null) {
        requireColumn(table, header);
        throw unusable(table, header, row);
      }
      sum += certain;
    }
  }
  if (!proved && rows.length > 0 && notApplicable === rows.length) {
    throw new CannotSay(
      fill(
        {
          nl: "In {table} staat bij {header} overal 'n.v.t.'.",
          en: "{table} says 'not applicable' everywhere under {header}.",
        },
        { table: table.definition.name, header },
      ),
      "not applicable",
    );
  }
  return { sum, notApplicable };
}

/** The same sum for a note beside a figure: null where it cannot be said, because a note never stops the figure. */
export function totalForNote(...of: Parameters<typeof total>): number | null {
  try {
    return total(...of).sum;
  } catch (error) {
    if (error instanceof CannotSay) return null;
    throw error;
  }
}

/** How many rows were left out because somebody said "n.v.t."; null when none. */
export function leftOut(table: ReturnTable, header: string, count: number): Text | null {
  if (count === 0) return null;
  return fill(
    {
      nl: "{table}, {header}: {count} rij(en) met 'n.v.t.' niet meegeteld.",
      en: "{table}, {header}: {count} row(s) with 'not applicable' left out.",
    },
    { table: table.definition.name, header, count },
  );
}
