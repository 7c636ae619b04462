import type { TableDefinition } from "./field.js";
import { evaluatie } from "./evaluatie.js";
import { instellingen } from "./instellingen.js";
import { labels } from "./labels.js";
import { nieuwbouw } from "./nieuwbouw.js";
import { normen } from "./normen.js";
import { overleg } from "./overleg.js";
import { studenten } from "./studenten.js";
import { toewijzingen } from "./toewijzingen.js";
import { voorraad } from "./voorraad.js";
import { woningen } from "./woningen.js";

const all = [
  instellingen,
  normen,
  nieuwbouw,
  studenten,
  voorraad,
  toewijzingen,
  labels,
  woningen,
  evaluatie,
  overleg,
] as const;

/** Every table of the return, in the order of the template. */
export const tables: readonly TableDefinition[] = all;

/** The name of a table: "PA_Nieuwbouw". */
export type TableName = (typeof all)[number]["name"];

/** The headers of a table as a type: "Sociale huur" of PA_Nieuwbouw. */
export type Header<T extends TableName = TableName> = Extract<
  (typeof all)[number],
  { readonly name: T }
>["fields"][number]["header"];

const byName = new Map(tables.map((definition) => [definition.name.toLowerCase(), definition]));

/** The definition of a table by name (case-insensitive); undefined if it is not one of the product's tables. */
export const table = (name: string): TableDefinition | undefined => byName.get(name.toLowerCase());

export { lettingCategories, lettingCounts } from "./letting-categories.js";
export type { LettingCategory, LettingCount } from "./letting-categories.js";
export { newBuildSegments, phases } from "./nieuwbouw.js";
export { additions, removals } from "./movements.js";
export type { Field, FieldChoice, FieldType, TableDefinition } from "./field.js";
