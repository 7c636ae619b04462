import { closest, fill, readDay, type Agreement, type Field } from "@prestatieafspraken/indicators";
import {
  MAPPING_SETTING,
  quartersFromShort,
  table as definitionOf,
  type Mapping,
  type SheetTable,
  type TableDefinition,
  type Lookup,
} from "@prestatieafspraken/quarterly";
import { fitOf, kindsOfParties, valuesOf } from "./column-values.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** The most likely column of the user's table for each of ours; each is used at most once. */
export function suggestColumns(
  definition: TableDefinition,
  headers: readonly string[],
): Readonly<Record<string, string>> {
  const left = new Map(headers.filter(Boolean).map((header) => [plain(header), header]));
  const suggested: Record<string, string> = {};
  const take = (header: string, key: string | null | undefined): void => {
    const found = key === null || key === undefined ? undefined : left.get(key);
    if (found === undefined || suggested[header] !== undefined) return;
    suggested[header] = found;
    left.delete(key!);
  };
  const spellings = definition.fields.map(({ header, aliases = [], label }) => ({
    header,
    keys: [header, ...aliases, label.nl, label.en].map(plain),
  }));
  for (const { header, keys } of spellings)
    take(
      header,
      keys.find((key) => left.has(key)),
    );
  for (const { header, keys } of spellings)
    take(
      header,
      // "Aantal woningen (31-12)" contains our name; "Corp." is the start of it.
      [...left.keys()].find((key) =>
        keys.some((own) => (own.length > 3 && key.includes(own)) || (key.length > 3 && own.startsWith(key))),
      ),
    );
  // Skips short words, which are similar by accident: "Koop" and "Corp.".
  for (const { header, keys } of spellings) if (keys[0]!.length > 4) take(header, closest(keys[0]!, [...left.keys()]));
  return suggested;
}

/** A proposed mapping for the user's list: columns by name and contents, and values for columns the list lacks. */
export function propose(
  definition: TableDefinition,
  block: SheetTable,
  agreement: Agreement,
  quarter: string | null,
): Proposal {
  const named = suggestColumns(definition, block.headers);
  const fields = new Map<string, Field>(definition.fields.map((field) => [field.header, field]));
  // Drops columns with the right name but other contents.
  const headers = Object.fromEntries(
    Object.entries(named).filter(([ours, theirs]) => {
      const fit = fitOf(fields.get(ours)!, block, block.headers.indexOf(theirs), agreement);
      return fit === null || fit >= 0.5 || valuesOf(block, block.headers.indexOf(theirs)).length === 0;
    }),
  );
  const left = (): string[] =>
    block.headers.filter((header) => header !== "" && !Object.values(headers).includes(header));
  // A column of unique values may be many things, so fields whose values identify them are matched first.
  const certainFirst = [...definition.fields].sort((a, b) => Number(a.type === "id") - Number(b.type === "id"));
  for (const field of certainFirst) {
    if (headers[field.header] !== undefined) continue;
    const fitting = left()
      .map((header) => ({ header, fit: fitOf(field, block, block.headers.indexOf(header), agreement) ?? 0 }))
      .filter(({ fit }) => fit >= 0.8);
    // Proposes a column only if no other fits equally well.
    const [only, other] = fitting.sort((a, b) => b.fit - a.fit);
    if (only !== undefined && (other === undefined || other.fit < only.fit)) headers[field.header] = only.header;
  }
  // Two date columns, "1-7-2026" and "30-9-2026", are the opening and closing stock.
  const days = left().filter((header) => readDay(header) !== null);
  if (fields.has("Beginstand") && fields.has("Eindstand") && days.length === 2) {
    headers["Beginstand"] ??= days[0]!;
    headers["Eindstand"] ??= days[1]!;
  }
  const constants: Record<string, string> = {};
  const lookups: Record<string, Lookup> = {};
  for (const field of definition.fields) {
    const theirs = headers[field.header];
    const short = field.type === "quarter" && theirs !== undefined ? quartersFromShort(block, theirs) : null;
    if (short !== null) {
      lookups[field.header] = short;
      Reflect.deleteProperty(headers, field.header);
    } else if (theirs === undefined && field.required === true) {
      const party = definition.fields.find(({ type, header }) => type === "party" && headers[header] !== undefined);
      const kinds = party && kindsOfParties(field, headers[party.header]!, agreement);
      if (kinds) lookups[field.header] = kinds;
      else if (field.type === "quarter" && quarter !== null) constants[field.header] = quarter;
    }
  }
  return { headers, constants, lookups };
}

export interface Proposal {
  readonly headers: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, string>>;
  readonly lookups: Readonly<Record<string, Lookup>>;
}

/** The required columns without a mapping. */
export const missingIn = (definition: TableDefinition, { headers, constants, lookups }: Proposal): readonly string[] =>
  definition.fields
    .filter(
      ({ header, required }) =>
        required === true && (headers[header] ?? constants[header] ?? lookups[header]) === undefined,
    )
    .map(({ header }) => header);

/** The mapping as a file, for colleagues or the next quarter. */
export const profileOf = (mapping: Mapping): string =>
  JSON.stringify({ prestatieafspraken: "lijsten", lijsten: mapping }, null, 2);

/** Reads a mapping file; null if it is something else. */
export function readProfile(text: string): Mapping | null {
  try {
    const { prestatieafspraken, lijsten } = JSON.parse(text) as { prestatieafspraken?: unknown; lijsten?: unknown };
    return prestatieafspraken === "lijsten" &&
      typeof lijsten === "object" &&
      lijsten !== null &&
      !Array.isArray(lijsten)
      ? (lijsten as Mapping)
      : null;
  } catch {
    return null;
  }
}

/** Applies a mapping file. */
export async function takeProfile(session: Session, text: string): Promise<void> {
  const profile = readProfile(text);
  if (profile === null) {
    session.say({ kind: "problem", text: words.mapping.noProfile });
    return;
  }
  if (await keepMapping(session, { ...session.state.mapping, ...profile })) session.done(words.mapping.profileTaken);
}

/** How well a block fits one of our tables: the share of its required columns with a suggestion. */
export function fits(definition: TableDefinition, block: SheetTable): number {
  const required = definition.fields.filter(({ required }) => required === true);
  const suggested = suggestColumns(definition, block.headers);
  return required.filter(({ header }) => suggested[header] !== undefined).length / Math.max(1, required.length);
}

async function keepMapping(session: Session, mapping: Mapping): Promise<boolean> {
  const ok = await session.attempt(words.busy.writing, () =>
    session.workbook.setSetting(MAPPING_SETTING, Object.keys(mapping).length > 0 ? JSON.stringify(mapping) : null),
  );
  if (ok) await session.check({ quietly: true });
  return ok !== null;
}

/** The stored location of a block. */
export const placeOf = ({ name, sheet }: SheetTable): { readonly sheet: string } | { readonly table: string } =>
  name === null ? { sheet } : { table: name };

/** Stores in the workbook that this block is that table. */
export async function rememberTable(
  session: Session,
  definition: TableDefinition,
  block: SheetTable,
  { headers, constants, lookups }: Proposal,
): Promise<void> {
  const mapping = { ...session.state.mapping, [definition.name]: { ...placeOf(block), headers, constants, lookups } };
  if (await keepMapping(session, mapping))
    session.done(fill(words.mapping.saved, { table: definition.title, where: block.name ?? block.sheet }));
}

export async function forgetTable(session: Session, table: string): Promise<void> {
  const rest = Object.fromEntries(Object.entries(session.state.mapping).filter(([name]) => name !== table));
  if (await keepMapping(session, rest))
    session.done(fill(words.mapping.forgotten, { table: definitionOf(table)?.title ?? table }));
}
