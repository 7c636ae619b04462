import { type Field, type TableDefinition, tables, comparable } from "@prestatieafspraken/indicators";
import type { SheetTable } from "../workbook.js";
import { neededOf, plainHeader, spellingsOf, withoutBrackets } from "./known-headers.js";
import type { Remark } from "./outcome.js";
import { withOwnColumns, type OwnColumns } from "./own-columns.js";
import { joinedWith, withJoinedHeader } from "./joined-header.js";
import type { TablePart } from "./table-cells.js";

/**
 * What somebody said about where things are in their own workbook, kept under the setting "mapping" as JSON:
 * table -> the sheet or Excel table it is, header as defined -> header as it stands there, and what the list itself does not say.
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

export interface LocatedPart extends TablePart {
  readonly headerRemarks: readonly { readonly header: string; readonly remark: Remark; readonly cellColumn: number }[];
}

export interface Located {
  readonly definition: TableDefinition;
  readonly parts: readonly LocatedPart[];
  /** Blocks that look like this table too, but were not read because a table by name is there. */
  readonly alsoLikeIt: readonly SheetTable[];
}

/** Which column is which field: its own header first, then what somebody said, then other names for it. */
function columnsOf(
  definition: TableDefinition,
  sheetTable: SheetTable,
  remembered: Readonly<Record<string, string>> = {},
): LocatedPart {
  const plain = sheetTable.headers.map(plainHeader);
  const bare = sheetTable.headers.map(withoutBrackets);
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const headerRemarks: { header: string; remark: Remark; cellColumn: number }[] = [];
  const claim = (field: Field, spellings: readonly string[]): void => {
    const keys = new Set(spellings.map(comparable));
    sheetTable.headers.forEach((header, column) => {
      if (taken.has(column) || header === "") return;
      if (!keys.has(plain[column]!) && !keys.has(bare[column]!)) return;
      const already = columns.get(field.header);
      if (already === undefined) {
        columns.set(field.header, column);
        taken.add(column);
      } else if (keys.size === 1 || plain[column] === plain[already]) {
        taken.add(column);
        headerRemarks.push({
          header: field.header,
          remark: { rule: "PA-106", facts: { first: sheetTable.headers[already]!, second: header } },
          cellColumn: column,
        });
      }
    });
  };
  for (const field of definition.fields) {
    const said = remembered[field.header];
    if (said !== undefined) claim(field, [said]);
  }
  for (const field of definition.fields) if (!columns.has(field.header)) claim(field, [field.header]);
  for (const field of definition.fields) {
    if (!columns.has(field.header)) claim(field, spellingsOf(field));
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

/** Does the block look enough like the table? Most required columns, and never on two common words alone. */
function resemblance(definition: TableDefinition, part: TablePart): number {
  const required = definition.fields.filter((field) => field.required === true);
  const found = required.filter((field) => part.columns.has(field.header)).length;
  const onItsSheet = comparable(part.sheetTable.sheet) === comparable(definition.sheet);
  const needed = neededOf(definition);
  // Two common words are enough where a row says that these are settings of a return.
  const settings =
    definition.name === "PA_Instellingen" &&
    // No list of settings is so long that it is kept column by column.
    part.sheetTable.columns === undefined &&
    part.sheetTable.rows.some((row) =>
      row.some((value) => typeof value === "string" && settingNames.has(comparable(value))),
    );
  const enough = settings ? 2 : Math.min(3, definition.fields.length);
  if (found < needed || part.columns.size + (onItsSheet ? 1 : 0) < enough) return 0;
  return found / required.length + part.columns.size / 100 + (onItsSheet ? 0.5 : 0);
}

/** "PA_Nieuwbouw" for a block named PA_Nieuwbouw, pa_nieuwbouw, PA_Nieuwbouw2 or PA_Nieuwbouw_WYwonen. */
function namedDefinition(definitions: readonly TableDefinition[], name: string | null): TableDefinition | undefined {
  if (name === null) return undefined;
  const own = name.toLowerCase();
  return definitions.find((definition) => {
    const wanted = definition.name.toLowerCase();
    return own === wanted || (own.startsWith(wanted) && /^(?:[_ ].*|\d+)$/.test(own.slice(wanted.length)));
  });
}

/** Finds the tables of the return among the blocks of a workbook: by name, by what somebody said, else by headers. */
export function locateTables(
  sheetTables: readonly SheetTable[],
  mapping: Mapping,
  definitions: readonly TableDefinition[] = tables,
): readonly Located[] {
  const byDefinition = new Map<TableDefinition, LocatedPart[]>();
  const like = new Map<TableDefinition, LocatedPart[]>();
  const add = (map: Map<TableDefinition, LocatedPart[]>, definition: TableDefinition, part: LocatedPart): void => {
    const list = map.get(definition);
    if (list) list.push(part);
    else map.set(definition, [part]);
  };
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
    if (best) add(like, best.definition, best.part);
  }
  return definitions.flatMap((definition): Located[] => {
    const parts = byDefinition.get(definition);
    const lookalikes = like.get(definition) ?? [];
    if (parts) return [{ definition, parts, alsoLikeIt: lookalikes.map((part) => part.sheetTable) }];
    return lookalikes.length > 0 ? [{ definition, parts: lookalikes, alsoLikeIt: [] }] : [];
  });
}

/**
 * Could this block be (part of) a table of the return, or one that an agreement adds? What is not needs no second look when the
 * workbook changes.
 */
export const belongsToReturn = (sheetTable: SheetTable, mapping: Mapping = {}): boolean =>
  /^PA_/i.test(sheetTable.name ?? "") || locateTables([sheetTable], mapping).length > 0;

const wordsOfReturn: ReadonlySet<string> = new Set([
  ...settingNames,
  ...tables.flatMap((definition) =>
    definition.fields
      .flatMap((field) => [field.header, ...(field.aliases ?? []), field.label.nl, field.label.en])
      .map(comparable),
  ),
]);

/** Is this text a header of the return, or the name of a setting that makes a block one? Whoever types it may be making a table. */
export const isWordOfReturn = (text: string): boolean => wordsOfReturn.has(comparable(text));
