import {
  tablesOf,
  type FieldType,
  type LimitSeries,
  type Scalar,
  type TableDefinition,
} from "@prestatieafspraken/indicators";
import { valueIn } from "../books/condition.js";
import { errorMarks } from "../books/doubt.js";
import { ledgerOf } from "../books/ledger.js";
import { columnKind } from "./kind.js";
import { proofOfZero } from "../identity.js";
import type { Return, ReturnTable } from "../return.js";

/** A column of an exported table; its kind decides the SQL type. */
export interface ExportedColumn {
  readonly name: string;
  readonly kind: "text" | "number" | "day" | "yes";
}

/**
 * A table for SQL engines: typed columns, and its rows. Dates are "2026-09-30"; null is a cell without a usable value.
 */
export interface ExportedTable {
  readonly name: string;
  readonly columns: readonly ExportedColumn[];
  readonly length: number;
  readonly row: (index: number) => readonly Scalar[];
}

/**
 * The first columns of every exported table: whose return it is, the row's number in it, and which cells say "n.v.t.".
 */
export const ownColumns = { agreement: "pa_afspraak", row: "pa_rij", notApplicable: "pa_nvt" } as const;
/** The table of delivered tables: an empty table differs from one that was never sent. */
export const receivedTable = "PA_Ontvangen";
/** The table of cells with an error on them. */
export const errorsTable = "PA_Fouten";

/**
 * The tables of a return as read and cleaned, with every column of the contract: what a database needs to answer the
 * same questions. An empty cell that is proven to be 0 is 0; "n.v.t." is empty and named in column pa_nvt; unusable
 * values are empty. A further table lists the cells with an error, because a figure counted from such a cell is not
 * judged.
 */
export function exportedTables(ret: Return, limits: readonly LimitSeries[]): readonly ExportedTable[] {
  const definitions = tablesOf(ret.original).filter(({ name }) => name !== "PA_Instellingen");
  const received = definitions.flatMap(({ name }) => (ret.tables.has(name) ? [[ret.original.id, name]] : []));
  return [
    ...definitions.map((definition) => exported(ret, definition, ret.tables.get(definition.name))),
    {
      name: receivedTable,
      columns: [ownColumns.agreement, "Tabel"].map((column) => ({ name: column, kind: "text" })),
      length: received.length,
      row: (index) => received[index]!,
    },
    errors(ret, limits),
  ];
}

function exported(ret: Return, definition: TableDefinition, table: ReturnTable | undefined): ExportedTable {
  const { name, fields, perQuarter } = definition;
  const undescribed = undescribedColumns(ret, definition);
  const columns: ExportedColumn[] = [
    ...fields.map(({ header, type }) => ({ name: header, kind: columnKind[type] })),
    ...undescribed,
  ];
  const value = (table: ReturnTable, header: string, type: FieldType, row: number): Scalar => {
    const found = table.value(header, row);
    if (found !== null) return found;
    const { state } = table.has(header) ? table.reading(header, row) : { state: "missing" };
    if (state !== "missing") return null;
    // A user's own table without quarters is about the present.
    if (type === "quarter") return perQuarter ? null : ret.settings.quarter;
    return columnKind[type] === "number" && proofOfZero(table, header, row) !== null ? 0 : null;
  };
  return {
    name,
    length: table?.length ?? 0,
    columns: [
      { name: ownColumns.agreement, kind: "text" },
      { name: ownColumns.row, kind: "number" },
      ...columns,
      { name: ownColumns.notApplicable, kind: "text" },
    ],
    row(index) {
      if (table === undefined) return [];
      const left = fields.filter(
        ({ header }) => table.has(header) && table.reading(header, index).state === "not applicable",
      );
      return [
        ret.original.id,
        index + 1,
        ...fields.map(({ header, type }) => value(table, header, type, index)),
        ...undescribed.map((column) => valueIn(table, column.name)(index)),
        left.length === 0 ? null : `|${left.map(({ header }) => header).join("|")}|`,
      ];
    },
  };
}

/** Columns that own indicators count in and that nothing defines: exported as typed. */
function undescribedColumns(ret: Return, definition: TableDefinition): ExportedColumn[] {
  const wanted = new Map<string, ExportedColumn>();
  for (const { inputs } of ret.original.indicators)
    for (const { table, column, where = {} } of Object.values(inputs)) {
      if (table !== definition.name) continue;
      for (const name of [...Object.keys(where), ...(column === undefined ? [] : [column])])
        if (!definition.fields.some(({ header }) => header === name))
          wanted.set(name, { name, kind: name === column ? "number" : "text" });
    }
  return [...wanted.values()];
}

/**
 * Every error of the return, on a cell or on a whole row. An empty cell that other cells prove to be 0 is as doubtful
 * as those.
 */
function errors(ret: Return, limits: readonly LimitSeries[]): ExportedTable {
  const rows: Scalar[][] = [];
  for (const [name, marks] of errorMarks(ledgerOf(ret, limits))) {
    const table = ret.tables.get(name)!;
    const zeros = table.definition.fields.filter(({ type }) => columnKind[type] === "number");
    for (const { row, header, rule, shown } of marks) {
      const proven =
        header === null
          ? []
          : zeros.filter(
              (field) =>
                table.value(field.header, row) === null && proofOfZero(table, field.header, row)?.includes(header),
            );
      for (const one of [header, ...proven.map((field) => field.header)])
        rows.push([ret.original.id, name, row + 1, one, rule, shown]);
    }
  }
  return {
    name: errorsTable,
    columns: [ownColumns.agreement, "Tabel", ownColumns.row, "Kolom", "Regel", "Cel"].map((column) => ({
      name: column,
      kind: column === ownColumns.row ? "number" : "text",
    })),
    length: rows.length,
    row: (index) => rows[index]!,
  };
}
