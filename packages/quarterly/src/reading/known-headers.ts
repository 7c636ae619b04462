import { comparable, tables as definitions, type Field, type TableDefinition } from "@prestatieafspraken/indicators";
import { oncePer } from "../kept.js";

/** Excel allows 255 characters in a table header; longer text is not a header. */
export const LONGEST_HEADER = 255;

/** Normalises a header for comparison: no case, spaces or star for "required"; `withoutBrackets` also drops text in brackets. */
export const plainHeader = (header: string): string => comparable(header.slice(0, LONGEST_HEADER));
export const withoutBrackets = (header: string): string =>
  comparable(header.slice(0, LONGEST_HEADER).replace(/\([^()]*\)|\[[^[\]]*\]/g, ""));

/** All accepted names of a column, normalised. */
export const spelledKeys = oncePer(
  ({ header, aliases, label }: Field): ReadonlySet<string> =>
    new Set([header, ...(aliases ?? []), label.nl, label.en].map(comparable)),
);

/** The number of required columns needed to recognise a table by its headers. */
export function neededOf({ fields }: TableDefinition): number {
  const required = fields.filter((field) => field.required === true).length;
  return required <= 3 ? required : Math.ceil(required * 0.75);
}

/** Fewer known headers than this may be coincidence. */
const ENOUGH = 3;

const byName = new Map<
  string,
  { readonly definition: TableDefinition; readonly header: string; readonly required: boolean }[]
>();
for (const definition of definitions)
  for (const field of definition.fields)
    for (const key of spelledKeys(field)) {
      const meant = byName.get(key) ?? [];
      byName.set(key, meant);
      meant.push({ definition, header: field.header, required: field.required === true });
    }

/**
 * The number of columns of a table that these texts name; 0 if they identify no table. A row that scores is the header of that
 * table, whatever is next to or below it.
 */
export function knownHeaders(texts: readonly string[]): number {
  const found = new Map<TableDefinition, { readonly all: Set<string>; readonly required: Set<string> }>();
  for (const text of texts) {
    if (text.length > LONGEST_HEADER) continue;
    for (const { definition, header, required } of byName.get(plainHeader(text)) ??
      byName.get(withoutBrackets(text)) ??
      []) {
      const own = found.get(definition) ?? { all: new Set<string>(), required: new Set<string>() };
      found.set(definition, own);
      own.all.add(header);
      if (required) own.required.add(header);
    }
  }
  let most = 0;
  for (const [definition, { all, required }] of found)
    if (all.size >= ENOUGH && required.size >= neededOf(definition)) most = Math.max(most, all.size);
  return most;
}
