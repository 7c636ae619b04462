import type { Agreement, OwnColumn } from "../agreement.js";
import { landlordColumn, quarterColumn } from "./shared-columns.js";
import type { Field, TableDefinition } from "./field.js";
import { table, tables } from "./index.js";

/** Tables that an agreement may add columns to: those with a party column, except PA_Evaluatie and PA_Normen. */
export const extensibleTables = (): readonly string[] =>
  tables.flatMap(({ name, fields }) =>
    fields.some(({ type }) => type === "party") && !["PA_Evaluatie", "PA_Normen"].includes(name) ? [name] : [],
  );

/** What a person calls a table, and its sheet in the template: "Investeringen" for PA_Investeringen. At most Excel's 31 characters. */
export const sheetOf = (name: string): string => name.replace(/^PA_/, "").replaceAll("_", " ").slice(0, 31);

const fieldOf = ({ header, type, help, required, choices }: OwnColumn): Field => ({
  header,
  type,
  label: { nl: header.toLowerCase(), en: header.toLowerCase() },
  help: help ?? { nl: "Eigen kolom van deze afspraken.", en: "A column of this agreement's own." },
  ...(required === true && { required }),
  ...(choices && { choices: choices.map((value) => ({ value, label: { nl: value, en: value } })) }),
});

/** Column types that identify a row, as opposed to its amounts. */
const names = new Set<Field["type"]>(["choice", "text", "id", "date", "yesNo", "label"]);

/** A table of the agreement's own: one row per quarter, party and combination of its identifying columns. */
function ownTable(name: string, columns: readonly OwnColumn[]): TableDefinition {
  const own = columns.map(fieldOf);
  const sheet = sheetOf(name);
  return {
    name,
    sheet,
    title: { nl: sheet, en: sheet },
    help: {
      nl: "Eigen tabel van deze afspraken. Elk kwartaal de rijen van dat kwartaal; niets gebeurd: een rij met 0.",
      en: "A table of this agreement's own. Every quarter the rows of that quarter; nothing happened: a row with 0.",
    },
    filledBy: {
      nl: "Iedere partij haar eigen rijen, binnen 2 weken na het kwartaal.",
      en: "Every party its own rows, within 2 weeks after the quarter.",
    },
    key: [
      quarterColumn.header,
      landlordColumn.header,
      ...own.filter(({ type }) => names.has(type)).map((one) => one.header),
    ],
    perQuarter: true,
    fields: [quarterColumn, landlordColumn, ...own],
  };
}

/**
 * The columns that own indicators count in but that neither the product nor the agreement defines; without them the
 * return could not be filled in. Summed columns hold numbers; columns that only select rows hold text.
 */
export function impliedColumns({
  indicators,
  columns,
}: Pick<Agreement, "indicators" | "columns">): readonly OwnColumn[] {
  const described = tablesOf({ ...(columns && { columns }) });
  const implied = new Map<string, OwnColumn>();
  for (const { title, inputs } of indicators)
    for (const { table: name, aggregate, column, where = {} } of Object.values(inputs)) {
      const known = described.find((definition) => definition.name === name);
      if (!known || !extensibleTables().includes(name)) continue;
      for (const header of [...(column === undefined ? [] : [column]), ...Object.keys(where)]) {
        if (known.fields.some((field) => field.header === header) || implied.has(`${name}.${header}`)) continue;
        const help = { nl: `Voor de indicator “${title.nl}”.`, en: `For the indicator “${title.en}”.` };
        const type = header === column && aggregate !== "count" ? "number" : "text";
        implied.set(`${name}.${header}`, { table: name, header, type, help });
      }
    }
  return [...implied.values()];
}

const made = new WeakMap<readonly OwnColumn[], readonly TableDefinition[]>();

/** All tables of a return under an agreement: those of the product with any added columns, then the agreement's own. */
export function tablesOf({ columns }: Pick<Agreement, "columns">): readonly TableDefinition[] {
  if (columns === undefined || columns.length === 0) return tables;
  let known = made.get(columns);
  if (known) return known;
  const of = (name: string) => columns.filter((one) => one.table === name);
  const standard = tables.map((definition) => {
    const added = of(definition.name).map(fieldOf);
    return added.length === 0 ? definition : { ...definition, fields: [...definition.fields, ...added] };
  });
  const own = [...new Set(columns.map((one) => one.table))].filter((name) => table(name) === undefined);
  made.set(columns, (known = [...standard, ...own.map((name) => ownTable(name, of(name)))]));
  return known;
}

/** A table under an agreement by name (case-insensitive); undefined if there is none. */
export const tableOf = (agreement: Pick<Agreement, "columns">, name: string): TableDefinition | undefined =>
  tablesOf(agreement).find((definition) => definition.name.toLowerCase() === name.toLowerCase());
