import {
  InputError,
  listed,
  sheetOf,
  short,
  tablesOf,
  type Agreement,
  type Facts,
  type TableDefinition,
  type Text,
} from "@prestatieafspraken/indicators";
import { dayTyped, quarterTyped } from "./asked.js";
import { openIn } from "./collect/open.js";
import type { Issue } from "./issue.js";
import { applyNorms } from "./reading/apply-norms.js";
import { fingerprint } from "./reading/fingerprint.js";
import { hiddenIn } from "./reading/hidden.js";
import { keptAgreement } from "./reading/kept-agreement.js";
import { locateTables, type Located, type LocatedPart } from "./reading/locate-tables.js";
import { partyNames, type PartyNames } from "./reading/party-names.js";
import { chooseAgreement, readSettings } from "./reading/read-settings.js";
import { plainCells } from "./reading/plain-cells.js";
import { preparedIn } from "./reading/prepared.js";
import { rememberedAcceptances, rememberedMapping } from "./reading/remembered.js";
import { columnLetters } from "./reading/cell-name.js";
import { rowRange } from "./reading/row-range.js";
import { rowsBelow } from "./reading/rows-below.js";
import type { CellRemark } from "./reading/read-column.js";
import { readTableCells } from "./reading/table-cells.js";
import { quoted } from "./reading/typed-text.js";
import type { Return, ReturnTable, Settings } from "./return.js";
import { deleteBlockRow } from "./rules/fixes.js";
import { makeIssue, type Told } from "./rules/make-issue.js";
import { rule } from "./rules/index.js";
import type { Finding } from "./rules/rule.js";
import type { TableSource } from "./workbook.js";

/** How a return is read. */
export interface ReadOptions {
  /** The known agreements; PA_Instellingen selects one, by default the first. */
  readonly agreements: readonly Agreement[];
  /** Overrides the Verslagkwartaal of the workbook; in any spelling: "2026-Q3", "Q3 2026". */
  readonly quarter?: string | null;
  /** Overrides the Peildatum of the workbook; in any spelling: "2026-09-30", "30-9-2026". */
  readonly day?: string | null;
}

/**
 * Reads a quarterly return from a workbook. Tolerant but never silent: everything repaired, doubtful or refused becomes an issue
 * of the return. Read-only. Tables are found by name, else by their headers.
 * @throws InputError if no agreement is given, or for an invalid quarter or day.
 */
export async function read(workbook: TableSource, options: ReadOptions): Promise<Return> {
  const given = {
    ...(options.quarter !== undefined && options.quarter !== null && { quarter: quarterTyped(options.quarter) }),
    ...(options.day !== undefined && options.day !== null && { day: dayTyped(options.day) }),
  };
  if (options.agreements.length === 0) {
    throw new InputError({
      nl: "Er is geen prestatieafspraak om mee te lezen. Geef er ten minste één mee.",
      en: "There is no housing agreement to read with. Pass at least one.",
    });
  }
  const [found, mapping, accepted, contradictions, kept, prepared, unlisted] = await Promise.all([
    workbook.tables(),
    rememberedMapping(workbook),
    rememberedAcceptances(workbook),
    openIn(workbook),
    keptAgreement(workbook),
    preparedIn(workbook),
    workbook.unlistedSheets?.() ?? [],
  ]);
  // A workbook that contains an agreement uses that one, unless it names another.
  const agreements = kept ? [kept, ...options.agreements.filter(({ id }) => id !== kept.id)] : options.agreements;
  const sheetTables = found.map(plainCells);
  let located = locateTables(sheetTables, mapping ?? {});
  const issues: Issue[] = [];
  const told = new WeakMap<Facts, Told>();
  const report = (id: string, finding: Finding): void => void issues.push(makeIssue(rule(id), finding, told));
  const cells = (table: ReturnTable, remarks: readonly CellRemark[]): void => {
    for (const { index, header, remark } of remarks) {
      report(remark.rule, {
        table,
        index,
        header,
        ...(remark.facts && { facts: remark.facts }),
        ...(remark.proposals && { proposals: remark.proposals }),
        ...(remark.replacement !== undefined && {
          replacement: { before: table.typed(header, index), after: remark.replacement },
        }),
      });
    }
  };
  for (const [value, what] of [
    [mapping, { nl: "welke kolom wat is", en: "which column is what" }],
    [accepted, { nl: "welke waarschuwingen zijn toegelicht", en: "which warnings were explained" }],
    [contradictions, { nl: "welke tegenspraken nog open staan", en: "which contradictions are still open" }],
    [kept, { nl: "de eigen afspraken van deze werkmap", en: "this workbook's own agreement" }],
  ] as const) {
    if (value === null) report("PA-115", { table: "PA_Instellingen", facts: { what } });
  }
  for (const { tables: names } of unlisted) {
    const list = listed(names.map(sheetOf));
    const words = names.length === 0 ? "" : { nl: ` met ${list.nl}`, en: ` with ${list.en}` };
    report("PA-156", { table: names[0] ?? "PA_Instellingen", facts: { with: words } });
  }
  if (located.length === 0) report("PA-113", { table: "PA_Instellingen", facts: { blocks: sheetTables.length } });

  const tables = new Map<string, ReturnTable>();
  const readOne = (definition: TableDefinition, parties: PartyNames): ReturnTable | undefined => {
    const place = located.find((one) => one.definition === definition);
    if (!place) return undefined;
    const parts = withoutCopies(place, report);
    const read = parts.flatMap((part) => {
      const { rows, unread } = rowsBelow(definition, part, parties);
      if (unread.length > 0) report("PA-157", unreadBelow(definition, part, unread));
      return rows === null ? [part] : [part, rows];
    });
    const result = readTableCells(definition, read, parties);
    tables.set(definition.name, result.table);
    about(place, parts, report);
    for (const finding of hiddenIn(result.table, parts)) report("PA-108", finding);
    for (const { rule: id, typed, sheetTable, index, cell, header } of result.leftOut) {
      const row = sheetTable.headerRow + 1 + index;
      const what = typed === "" ? { nl: "een som", en: "a sum" } : `'${short(typed)}'`;
      const label = { nl: `Rij ${row} verwijderen`, en: `Delete row ${row}` };
      report(id, {
        table: definition.name,
        sheet: sheetTable.sheet,
        cell,
        header,
        facts: { what, row: String(row) },
        ...(id === "PA-158" && { fixes: [deleteBlockRow(sheetTable, index, label)] }),
      });
    }
    cells(result.table, result.remarks);
    return result.table;
  };
  const byName = (name: string): TableDefinition | undefined =>
    located.find((one) => one.definition.name === name)?.definition;

  const settingsDefinition = byName("PA_Instellingen");
  const settingsTable = settingsDefinition && readOne(settingsDefinition, partyNames(null));
  const { agreement: original, remarks: choosing } = chooseAgreement(agreements, settingsTable);
  const { settings, remarks: setting } = readSettings(settingsTable, original, given);
  if (settingsTable) cells(settingsTable, [...choosing, ...setting]);
  // The agreement may add columns and tables to those of the product.
  if (original.columns !== undefined) located = locateTables(sheetTables, mapping ?? {}, tablesOf(original));

  const parties = partyNames(original);
  const normsDefinition = byName("PA_Normen");
  const normsTable = normsDefinition && readOne(normsDefinition, parties);
  const { agreement, remarks: norming } = applyNorms(startingOn(original, settings), normsTable, settings.day);
  if (normsTable) cells(normsTable, norming);

  for (const { definition } of located) if (!tables.has(definition.name)) readOne(definition, parties);

  const quarters = new Set<string>();
  for (const table of tables.values()) {
    if (!table.has("Kwartaal")) continue;
    for (let i = 0; i < table.length; i += 1) {
      const quarter = table.value("Kwartaal", i);
      if (quarter !== null) quarters.add(quarter as string);
    }
  }
  let hash: string | null = null;
  return {
    tables,
    agreement,
    original,
    settings,
    quarters: Array.from(quarters).sort(),
    issues,
    accepted: accepted ?? new Map(),
    contradictions: contradictions ?? [],
    prepared,
    get hash() {
      return (hash ??= fingerprint(tables.values()));
    },
  };
}

/** The agreement with the start date set in this workbook (Ingangsdatum), by default that of its file. */
function startingOn(agreement: Agreement, { chosen, parameters }: Settings): Agreement {
  const from = chosen.includes("ingangsdatum") ? parameters["ingangsdatum"] : undefined;
  return from === undefined || from > agreement.until ? agreement : { ...agreement, from };
}

type Report = (id: string, finding: Finding) => void;

/** Identical blocks are read once: a copied sheet is not a second set of homes. */
function withoutCopies(place: Located, report: Report): readonly LocatedPart[] {
  if (place.parts.length === 1) return place.parts;
  const seen = new Map<string, LocatedPart>();
  for (const part of place.parts) {
    const columns = Array.from(part.columns.entries()).sort(([a], [b]) => (a < b ? -1 : 1));
    const content = part.sheetTable.rows
      .map((row) =>
        columns
          .map(([header, column]) => `${header}\u001f${typeof row[column]}${quoted(row[column] ?? null)}`)
          .join("\u001e"),
      )
      .join("\u001d");
    const same = seen.get(content);
    if (same) {
      report("PA-117", {
        table: place.definition.name,
        sheet: part.sheetTable.sheet,
        facts: { first: blockName(same), second: blockName(part) },
      });
    } else seen.set(content, part);
  }
  return Array.from(seen.values());
}

const blockName = ({ sheetTable }: { readonly sheetTable: LocatedPart["sheetTable"] }): string =>
  sheetTable.name === null ? sheetTable.sheet : `${sheetTable.name} (${sheetTable.sheet})`;

/** The names of blocks; with their header rows if the same name occurs twice, because a sheet may hold several lists. */
function placesOf(parts: readonly LocatedPart[]): Text {
  const names = parts.map(blockName);
  const place = (row: string): string =>
    parts
      .map((part, at) =>
        names.filter((name) => name === names[at]).length === 1
          ? names[at]
          : `${names[at]!} (${row} ${part.sheetTable.headerRow})`,
      )
      .join(", ");
  return { nl: place("rij"), en: place("row") };
}

/** Figures below a table that are not read. */
function unreadBelow({ name }: TableDefinition, { sheetTable }: LocatedPart, rows: readonly number[]): Finding {
  return {
    table: name,
    sheet: sheetTable.sheet,
    cell: `${columnLetters(sheetTable.firstColumn)}${rows[0]!}`,
    facts: { range: rowRange(rows) },
  };
}

/** Reports oddities in where the table was found: several blocks, lookalikes, two columns for one field. */
function about(place: Located, parts: readonly LocatedPart[], report: Report): void {
  const { definition } = place;
  if (parts.length > 1) {
    report("PA-104", {
      table: definition.name,
      sheet: parts[0]!.sheetTable.sheet,
      facts: { count: parts.length, places: placesOf(parts) },
    });
  }
  for (const sheetTable of place.alsoLikeIt) {
    const isBeside = sheetTable.name === null && parts.some((part) => part.sheetTable.sheet === sheetTable.sheet);
    const row = (word: string): string => (isBeside ? ` (${word} ${sheetTable.headerRow})` : "");
    const like = blockName({ sheetTable });
    report("PA-105", {
      table: definition.name,
      sheet: sheetTable.sheet,
      facts: {
        place: { nl: like + row("vanaf rij"), en: like + row("from row") },
        read: parts.map(blockName).join(", "),
      },
    });
  }
  for (const { sheetTable, headerRemarks } of parts) {
    for (const { header, remark, cellColumn } of headerRemarks) {
      report(remark.rule, {
        table: definition.name,
        header,
        sheet: sheetTable.sheet,
        cell: `${columnLetters(sheetTable.firstColumn + cellColumn)}${sheetTable.headerRow}`,
        ...(remark.facts && { facts: remark.facts }),
      });
    }
  }
}
