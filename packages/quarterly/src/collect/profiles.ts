import { comparable, tables as definitions, type QuarterId } from "@prestatieafspraken/indicators";
import type { Mapping } from "../reading/locate-tables.js";
import { MAPPING_SETTING, mappingOf, remembered } from "../reading/remembered.js";
import type { SheetTable, TableSource, Workbook } from "../workbook.js";

/** Setting key for the mappings of users' own lists, by the user's name for each. */
const PROFILES_SETTING = "profiles";

/** How lists from a user's own system are read: mapped once, used every quarter. */
export interface Profile {
  readonly name: string;
  readonly mapping: Mapping;
}

/** The profiles stored in a workbook. */
export async function profilesIn(workbook: Pick<Workbook, "getSetting">): Promise<readonly Profile[]> {
  const kept = (await remembered(workbook, PROFILES_SETTING)) ?? {};
  return Object.entries(kept).map(([name, mapping]) => ({ name, mapping: mappingOf(mapping) }));
}

/** Stores a profile in a workbook; replaces one with the same name. */
export async function keepProfile(
  workbook: Pick<Workbook, "getSetting" | "setSetting">,
  { name, mapping }: Profile,
): Promise<void> {
  const kept = (await remembered(workbook, PROFILES_SETTING)) ?? {};
  await workbook.setSetting(PROFILES_SETTING, JSON.stringify({ ...kept, [name]: mapping }));
}

/** How a file with profiles identifies itself. */
const profileFile = "prestatieafspraken/lijsten";

/** The profiles as a file for colleagues. */
export const profilesText = (profiles: readonly Profile[]): string =>
  `${JSON.stringify({ soort: profileFile, lijsten: Object.fromEntries(profiles.map(({ name, mapping }) => [name, mapping])) }, null, 2)}\n`;

/** The profiles in such a file; null for another file. */
export function profilesFrom(text: string): readonly Profile[] | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const { soort, lijsten } = (typeof found === "object" && found !== null ? found : {}) as Record<string, unknown>;
  if (soort !== profileFile || typeof lijsten !== "object" || lijsten === null) return null;
  return Object.entries(lijsten).map(([name, mapping]) => ({ name, mapping: mappingOf(mapping) }));
}

/** A file read with the user's mapping. */
export const withMapping = (source: TableSource, mapping: Mapping): TableSource => ({
  tables: () => source.tables(),
  getSetting: (key) => (key === MAPPING_SETTING ? Promise.resolve(JSON.stringify(mapping)) : source.getSetting(key)),
  ...(source.unlistedSheets && { unlistedSheets: () => source.unlistedSheets!() }),
});

const isQuarterColumn = (table: string, header: string): boolean =>
  definitions.some(
    ({ name, fields }) => name === table && fields.some((one) => one.header === header && one.type === "quarter"),
  );

/**
 * A profile adapted to a file of another quarter: a renamed list is found by its columns, and constants for the quarter
 * become this quarter. Null if none of its lists is in the file.
 */
export function fitted(mapping: Mapping, blocks: readonly SheetTable[], quarter: QuarterId | null): Mapping | null {
  const found = Object.entries(mapping).flatMap(([table, one]) => {
    const { headers = {}, constants = {}, lookups = {} } = one;
    const wanted = [...Object.values(headers), ...Object.values(lookups).map(({ from }) => from)].map(comparable);
    const has = (block: SheetTable): boolean => {
      const own = new Set(block.headers.map(comparable));
      return wanted.length > 0 && wanted.every((header) => own.has(header));
    };
    const named = blocks.filter(({ name, sheet }) =>
      one.table === undefined ? sheet === one.sheet : name === one.table,
    );
    const block = named.find(has) ?? blocks.find(has);
    if (block === undefined) return [];
    const where = block.name === null ? { sheet: block.sheet } : { table: block.name };
    const year = /\b(20\d\d)\b/.exec(`${block.sheet} ${block.name ?? ""}`)?.[1] ?? quarter?.slice(0, 4);
    const moved = (value: string): string =>
      year !== undefined && /^20\d\d-Q[1-4]$/.test(value) ? `${year}${value.slice(4)}` : value;
    return [
      [
        table,
        {
          ...where,
          headers,
          constants: Object.fromEntries(
            Object.entries(constants).map(([header, value]) => [
              header,
              quarter !== null && isQuarterColumn(table, header) ? quarter : value,
            ]),
          ),
          lookups: Object.fromEntries(
            Object.entries(lookups).map(([header, { from, values }]) => [
              header,
              isQuarterColumn(table, header)
                ? {
                    from,
                    values: Object.fromEntries(Object.entries(values).map(([text, value]) => [text, moved(value)])),
                  }
                : { from, values },
            ]),
          ),
        },
      ] as const,
    ];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
