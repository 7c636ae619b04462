import type { Issue } from "../issue.js";
import type { TableSource } from "../workbook.js";
import type { Mapping } from "./locate-tables.js";
import type { Lookup } from "./own-columns.js";

/** Keys of the settings this product keeps in a workbook. */
export const MAPPING_SETTING = "mapping";
/** Setting key for the warnings that parties accepted. */
export const ACCEPTED_SETTING = "accepted";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A stored setting as a record; null if it cannot be read (edited by hand). */
export async function remembered(
  workbook: Pick<TableSource, "getSetting">,
  key: string,
): Promise<Record<string, unknown> | null> {
  const text = await workbook.getSetting(key);
  if (text === null || text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export const texts = (value: unknown): Record<string, string> =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : {};

/** The user's mapping of tables and columns; null if it cannot be read. */
export async function rememberedMapping(workbook: TableSource): Promise<Mapping | null> {
  const kept = await remembered(workbook, MAPPING_SETTING);
  return kept && mappingOf(kept);
}

/** The stored mapping of tables and columns, as far as it can be read. */
export const mappingOf = (kept: unknown): Mapping => {
  if (!isRecord(kept)) return {};
  return Object.fromEntries(
    Object.entries(kept)
      .filter(([, where]) => isRecord(where))
      .map(([table, where]) => {
        const { sheet, table: name } = texts(where);
        const headers = texts((where as Record<string, unknown>)["headers"]);
        const { constants, lookups } = where as Record<string, unknown>;
        const known = {
          ...(isRecord(constants) && { constants: texts(constants) }),
          ...(isRecord(lookups) && { lookups: lookupsOf(lookups) }),
        };
        return [
          table,
          { ...(sheet !== undefined && { sheet }), ...(name !== undefined && { table: name }), headers, ...known },
        ];
      }),
  );
};

const lookupsOf = (kept: Record<string, unknown>): Record<string, Lookup> =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([header, lookup]) => {
      const { from } = texts(lookup);
      return from === undefined
        ? []
        : [[header, { from, values: texts((lookup as Record<string, unknown>)["values"]) }]];
    }),
  );

/** Warnings that a party accepted with an explanation, by issue key; null if they cannot be read. */
export async function rememberedAcceptances(
  workbook: TableSource,
): Promise<ReadonlyMap<string, NonNullable<Issue["accepted"]>> | null> {
  const kept = await remembered(workbook, ACCEPTED_SETTING);
  if (!kept) return null;
  const accepted = new Map<string, NonNullable<Issue["accepted"]>>();
  for (const [key, value] of Object.entries(kept)) {
    const { party = "", day = "", sentence = "" } = texts(value);
    // A warning is only accepted with an explanation.
    if (sentence !== "") accepted.set(key, { party, day, sentence });
  }
  return accepted;
}
