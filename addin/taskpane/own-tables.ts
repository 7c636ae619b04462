import { closest, fill } from "@prestatieafspraken/indicators";
import { MAPPING_SETTING, type Mapping, type SheetTable, type TableDefinition } from "@prestatieafspraken/quarterly";
import type { Session } from "./session.js";
import { words } from "./words.js";

const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Which header of somebody's own table is most likely which column of ours; a column is suggested once. */
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
      // "Aantal woningen (31-12)" holds ours; "Corp." begins it.
      [...left.keys()].find((key) =>
        keys.some((own) => (own.length > 3 && key.includes(own)) || (key.length > 3 && own.startsWith(key))),
      ),
    );
  // Two short words soon look alike: "Koop" and "Corp.".
  for (const { header, keys } of spellings) if (keys[0]!.length > 4) take(header, closest(keys[0]!, [...left.keys()]));
  return suggested;
}

/** How well a block fits a table of ours: the part of its required columns that is suggested. */
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

/** Remembers in the workbook that this block is that table. */
export async function rememberTable(
  session: Session,
  definition: TableDefinition,
  block: SheetTable,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const where = block.name === null ? { sheet: block.sheet } : { table: block.name };
  const mapping = { ...session.state.mapping, [definition.name]: { ...where, headers } };
  if (await keepMapping(session, mapping))
    session.done(fill(words.mapping.saved, { table: definition.name, where: block.name ?? block.sheet }));
}

export async function forgetTable(session: Session, table: string): Promise<void> {
  const rest = Object.fromEntries(Object.entries(session.state.mapping).filter(([name]) => name !== table));
  if (await keepMapping(session, rest)) session.done(fill(words.mapping.forgotten, { table }));
}
