import { columnLetters } from "./cell-name.js";
import { type Field, type TableDefinition, tables, comparable } from "@prestatieafspraken/indicators";
import type { SheetTable } from "../workbook.js";
import { neededOf, plainHeader, spelledKeys, withoutBrackets } from "./known-headers.js";
import type { Remark } from "./outcome.js";
import { withOwnColumns, type OwnColumns } from "./own-columns.js";
import { joinedWith, withJoinedHeader } from "./joined-header.js";
import type { TablePart } from "./part-cells.js";
import { kept, oncePer } from "../kept.js";

/**
 * The user's mapping of their own workbook, stored as JSON under the setting "mapping": table -> its sheet or Excel table, header
 * as defined -> header used there, and values that the list itself lacks.
 */
export type Mapping = Readonly<
  Record<
    string,
    {
      readonly sheet?: string;
      readonly table?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } & OwnColumns
  >
>;

/** A block that is part of a table, with remarks on its headers. */
export interface LocatedPart extends TablePart {
  readonly headerRemarks: readonly { readonly header: string; readonly remark: Remark; readonly cellColumn: number }[];
}

/** A table found in the workbook, and its parts. */
export interface Located {
  readonly definition: TableDefinition;
  readonly parts: readonly LocatedPart[];
  /** Blocks that look like this table but were not read, because a table with its name exists. */
  readonly alsoLikeIt: readonly SheetTable[];
}

/** The headers of a block, normalised; a block is tried as every table. */
const headersOf = oncePer(({ headers }: SheetTable) => ({
  plain: headers.map(plainHeader),
  bare: headers.map(withoutBrackets),
}));

const ownKey = oncePer(({ header }: Field): ReadonlySet<string> => new Set([comparable(header)]));

/** Maps fields to columns: by the defined header first, then the user's mapping, then other names. */
function columnsOf(
  definition: TableDefinition,
  sheetTable: SheetTable,
  remembered: Readonly<Record<string, string>> = {},
): LocatedPart {
  const { plain, bare } = headersOf(sheetTable);
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const headerRemarks: { header: string; remark: Remark; cellColumn: number }[] = [];
  const claim = (field: Field, keys: ReadonlySet<string>): void => {
    sheetTable.headers.forEach((header, column) => {
      if (taken.has(column) || header === "") return;
      if (!keys.has(plain[column]!) && !keys.has(bare[column]!)) return;
      const already = columns.get(field.header);
      if (already === undefined) {
        columns.set(field.header, column);
        taken.add(column);
      } else if (keys.size === 1 || plain[column] === plain[already]) {
        taken.add(column);
        // Two columns of the same name differ in their letter.
        const place = (at: number): string =>
          `'${sheetTable.headers[at]!}' (${columnLetters(sheetTable.firstColumn + at)})`;
        headerRemarks.push({
          header: field.header,
          remark: { rule: "PA-106", facts: { first: place(already), second: place(column) } },
          cellColumn: column,
        });
      }
    });
  };
  for (const field of definition.fields) {
    // A column of one's own may be called "constructor", which every object has.
    if (Object.hasOwn(remembered, field.header)) claim(field, new Set([comparable(remembered[field.header]!)]));
  }
  for (const field of definition.fields) if (!columns.has(field.header)) claim(field, ownKey(field));
  for (const field of definition.fields) {
    if (!columns.has(field.header)) claim(field, spelledKeys(field));
  }
  const group = joinedWith(sheetTable);
  if (group !== null)
    headerRemarks.push({
      header: definition.fields.find(({ header }) => columns.has(header))?.header ?? "",
      remark: { rule: "PA-149", facts: { row: String(sheetTable.headerRow - 1), other: String(sheetTable.headerRow) } },
      cellColumn: 0,
    });
  return { sheetTable, columns, headerRemarks };
}

const settingNames = new Set(["verslagkwartaal", "afspraak", "peildatum"]);

/** Scores how much a block resembles a table: most required columns must be there, and never just two common words. */
function resemblance(definition: TableDefinition, part: TablePart): number {
  const required = definition.fields.filter((field) => field.required === true);
  const found = required.filter((field) => part.columns.has(field.header)).length;
  const onItsSheet = comparable(part.sheetTable.sheet) === comparable(definition.sheet);
  const needed = neededOf(definition);
  // Two common words suffice if a row contains a known setting of a return.
  const settings =
    definition.name === "PA_Instellingen" &&
    // A list of settings is never long enough to be stored by column.
    part.sheetTable.columns === undefined &&
    part.sheetTable.rows.some((row) =>
      row.some((value) => typeof value === "string" && settingNames.has(comparable(value))),
    );
  const enough = settings ? 2 : Math.min(3, definition.fields.length);
  if (found < needed || part.columns.size + (onItsSheet ? 1 : 0) < enough) return 0;
  return found / required.length + part.columns.size / 100 + (onItsSheet ? 0.5 : 0);
}

/**
 * True for a block on the sheet named after a table, with two of its required columns: that table is there, with columns missing or
 * misspelt, which is reported.
 */
const isMeantAs =
  ({ sheet, fields }: TableDefinition) =>
  ({ sheetTable, columns }: TablePart): boolean =>
    comparable(sheetTable.sheet) === comparable(sheet) &&
    fields.filter(({ header, required }) => required === true && columns.has(header)).length >= 2;

/** The table a block is named after: "PA_Nieuwbouw" for PA_Nieuwbouw, pa_nieuwbouw, PA_Nieuwbouw2 or PA_Nieuwbouw_WYwonen. */
function namedDefinition(definitions: readonly TableDefinition[], name: string | null): TableDefinition | undefined {
  if (name === null) return undefined;
  const own = name.toLowerCase();
  return definitions.find((definition) => {
    const wanted = definition.name.toLowerCase();
    return own === wanted || (own.startsWith(wanted) && /^(?:[_ ].*|\d+)$/.test(own.slice(wanted.length)));
  });
}

/** Names of tables of an agreement in the same workbook. They are no tables of the return. */
const ofAgreement = /^Afspraken_/i;

/** Finds the tables of the return among the blocks of a workbook: by name, by the user's mapping, else by headers. */
export function locateTables(
  sheetTables: readonly SheetTable[],
  mapping: Mapping,
  definitions: readonly TableDefinition[] = tables,
): readonly Located[] {
  const byDefinition = new Map<TableDefinition, LocatedPart[]>();
  const unknown: SheetTable[] = [];
  const like = new Map<TableDefinition, LocatedPart[]>();
  const add = (map: Map<TableDefinition, LocatedPart[]>, definition: TableDefinition, part: LocatedPart): void =>
    void kept(map, definition, () => []).push(part);
  for (const sheetTable of sheetTables.map(withJoinedHeader)) {
    const said = definitions.find((definition) => {
      const where = mapping[definition.name];
      if (!where) return false;
      if (where.table !== undefined) return sheetTable.name?.toLowerCase() === where.table.toLowerCase();
      return where.sheet !== undefined && sheetTable.sheet === where.sheet;
    });
    const named = said ?? namedDefinition(definitions, sheetTable.name);
    if (named) {
      const about = said === undefined ? {} : (mapping[named.name] ?? {});
      add(byDefinition, named, columnsOf(named, withOwnColumns(sheetTable, about), mapping[named.name]?.headers));
      continue;
    }
    let best: { definition: TableDefinition; part: LocatedPart; score: number } | null = null;
    for (const definition of definitions) {
      const part = columnsOf(definition, sheetTable, mapping[definition.name]?.headers);
      const score = resemblance(definition, part);
      if (score > (best?.score ?? 0)) best = { definition, part, score };
    }
    if (ofAgreement.test(sheetTable.name ?? "")) continue;
    if (best) add(like, best.definition, best.part);
    else unknown.push(sheetTable);
  }
  for (const definition of definitions) {
    if (byDefinition.has(definition) || like.has(definition)) continue;
    const part = unknown.map((sheetTable) => columnsOf(definition, sheetTable)).find(isMeantAs(definition));
    if (part) add(like, definition, part);
  }
  return definitions.flatMap((definition): Located[] => {
    const parts = byDefinition.get(definition);
    const lookalikes = like.get(definition) ?? [];
    if (parts) return [{ definition, parts, alsoLikeIt: lookalikes.map((part) => part.sheetTable) }];
    return lookalikes.length > 0 ? [{ definition, parts: lookalikes, alsoLikeIt: [] }] : [];
  });
}

/**
 * True if the block may be (part of) a table of the return, including tables added by an agreement, or of the agreement itself.
 * Other blocks need not be reread when the workbook changes.
 */
export const belongsToReturn = (sheetTable: SheetTable, mapping: Mapping = {}): boolean =>
  /^PA_/i.test(sheetTable.name ?? "") ||
  ofAgreement.test(sheetTable.name ?? "") ||
  locateTables([sheetTable], mapping).length > 0;

const wordsOfReturn: ReadonlySet<string> = new Set([
  ...settingNames,
  ...tables.flatMap((definition) =>
    definition.fields
      .flatMap((field) => [field.header, ...(field.aliases ?? []), field.label.nl, field.label.en])
      .map(comparable),
  ),
]);

/** True if the text is a header of the return or the name of a setting: typing it may create a table. */
export const isWordOfReturn = (text: string): boolean => wordsOfReturn.has(comparable(text));
