import type { QuarterId } from "@prestatieafspraken/indicators";
import { read, type ReadOptions } from "../read.js";
import { plainHeader, spelledKeys } from "../reading/known-headers.js";
import type { Mapping } from "../reading/locate-tables.js";
import type { Return } from "../return.js";
import type { SheetTable, TableSource } from "../workbook.js";
import { labelListIn, labelsFor } from "./label-list.js";
import { quartersFromShort } from "./short-quarters.js";
import { fitted, withMapping, type Profile } from "./profiles.js";

/** A file to import, as it can be read. */
export interface IncomingFile {
  readonly ret: Return;
  /** What it was recognised as: a return, the public list of energy labels, or lists read by a profile of that name. */
  readonly as:
    | { readonly kind: "return" }
    | { readonly kind: "labels"; readonly homes: number }
    | { readonly kind: "profile"; readonly name: string };
  /** The quarter assigned to its rows, if the list itself names none. */
  readonly about?: QuarterId;
  /** Its blocks, for the user to map. */
  readonly blocks: readonly SheetTable[];
}

/**
 * The quarters of a user's own list: without their year, on a sheet that names it ("Q3" of "Verhuringen 2026"), or
 * absent, because the list is of today. Null if every list states its quarters in full.
 */
function quartersBeside(
  ret: Return,
  quarter: QuarterId | null,
): { readonly mapping: Mapping; readonly assumed: boolean } | null {
  let assumed = false;
  const found = [...ret.tables].flatMap(([name, { definition, raw }]): [string, Mapping[string]][] => {
    const field = definition.fields.find(({ type }) => type === "quarter");
    if (field === undefined) return [];
    const header = raw.headers.find((own) => spelledKeys(field).has(plainHeader(own)));
    const where = raw.name === null ? { sheet: raw.sheet } : { table: raw.name };
    if (header === undefined) {
      if (field.required !== true || quarter === null) return [];
      assumed = true;
      return [[name, { ...where, constants: { [field.header]: quarter } }]];
    }
    const lookup = quartersFromShort(raw, header);
    return lookup === null ? [] : [[name, { ...where, lookups: { [field.header]: lookup } }]];
  });
  return found.length === 0 ? null : { mapping: Object.fromEntries(found), assumed };
}

/**
 * Reads a file to import into a return: the return of a party, the public list of energy labels (reduced to the homes
 * of this return), or the user's own lists, by a stored profile. A file that is none of these has no tables.
 * @throws InputError as `read` does
 */
export async function readIncoming(
  source: TableSource,
  base: Return,
  { profiles = [], ...options }: ReadOptions & { readonly profiles?: readonly Profile[] },
): Promise<IncomingFile> {
  const blocks = await source.tables();
  const list = labelListIn(blocks);
  const labels = list && labelsFor(base, list);
  if (labels) {
    const only: TableSource = {
      tables: () => Promise.resolve([labels]),
      getSetting: () => Promise.resolve(null),
      ...(source.unlistedSheets && { unlistedSheets: () => source.unlistedSheets!() }),
    };
    return { ret: await read(only, options), as: { kind: "labels", homes: labels.rows.length }, blocks };
  }
  const ret = await read(source, options);
  if (ret.tables.size === 0)
    for (const { name, mapping } of profiles) {
      const fits = fitted(mapping, blocks, base.settings.quarter);
      if (fits === null) continue;
      const mapped = await read(withMapping(source, fits), options);
      if (mapped.tables.size > 0) return { ret: mapped, as: { kind: "profile", name }, blocks };
    }
  const quarters = quartersBeside(ret, base.settings.quarter);
  if (quarters === null) return { ret, as: { kind: "return" }, blocks };
  const about = quarters.assumed ? base.settings.quarter : null;
  return {
    ret: await read(withMapping(source, quarters.mapping), options),
    as: { kind: "return" },
    blocks,
    ...(about !== null && { about }),
  };
}
