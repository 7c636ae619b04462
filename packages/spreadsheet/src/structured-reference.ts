/** A table of the workbook, for references. Rows and columns count from 1, inclusive. */
export interface ReferencedTable {
  readonly name: string;
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

/** The cell whose formula contains the reference. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
}

export const columnName = (column: number): string => {
  let name = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
};

/** A sheet name as written in a formula, quoted if needed. */
export const quotedSheet = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/**
 * The engine lacks structured references: rewrites `Table[Column]` to the cells it currently covers. Null for an
 * unknown table or syntax, which cannot be calculated here; an unknown column becomes #REF!, as in Excel.
 */
export function expandStructured(
  formula: string,
  at: FormulaPlace,
  tables: ReadonlyMap<string, ReferencedTable>,
): string | null {
  let written = "";
  let i = 0;
  while (i < formula.length) {
    const rest = formula.slice(i);
    const plain = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"'[\p{L}_\\]+)/u.exec(rest)?.[0];
    if (plain !== undefined) {
      written += plain;
      i += plain.length;
      continue;
    }
    const name = /^[\p{L}_\\][\p{L}\p{N}_.\\]*/u.exec(rest)?.[0] ?? "";
    if (formula[i + name.length] !== "[") {
      // An unclosed quote is left for the engine to report.
      const step = name === "" ? formula[i]! : name;
      written += step;
      i += step.length;
      continue;
    }
    const inner = bracketed(formula, i + name.length);
    if (inner === null) return null;
    const table =
      name === ""
        ? [...tables.values()].find((t) => t.sheet === at.sheet && at.row >= t.top && at.row <= t.bottom)
        : tables.get(name.toLowerCase());
    const cells = table === undefined ? null : cellsOf(inner, table, at);
    if (cells === null) return null;
    written += cells;
    i += name.length + inner.length + 2;
  }
  return written;
}

/** The text from the bracket at this position to its closing one; `'` escapes the next character. */
function bracketed(formula: string, open: number): string | null {
  let depth = 0;
  for (let i = open; i < formula.length; i++) {
    const character = formula[i];
    if (character === "'") i++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return formula.slice(open + 1, i);
  }
  return null;
}

type Part = "data" | "all" | "headers" | "totals" | "row";

function cellsOf(inner: string, table: ReferencedTable, at: FormulaPlace): string | null {
  const parts = new Set<Part>();
  const columns: number[] = [];
  let unknownColumn = false;
  let source = inner.trim();
  if (source.startsWith("@")) {
    parts.add("row");
    source = source.slice(1).trim();
  }
  const items = source.startsWith("[") ? itemsOf(source) : source === "" ? [] : [source];
  if (items === null) return null;
  for (const item of items) {
    const special = /^#(data|all|headers|totals|this row)$/i.exec(item.trim())?.[1]?.toLowerCase();
    if (special !== undefined) parts.add(special === "this row" ? "row" : (special as Part));
    else {
      const wanted = item.replace(/'(.)/gs, "$1").toLowerCase();
      const index = table.columns.findIndex((column) => column.toLowerCase() === wanted);
      if (index < 0) unknownColumn = true;
      columns.push(index);
    }
  }
  if (unknownColumn) return "#REF!";
  const rows = rowsOf(parts, table, at);
  if (rows === null) return "#REF!";
  const left = table.left + (columns.length > 0 ? Math.min(...columns) : 0);
  const right = columns.length > 0 ? table.left + Math.max(...columns) : table.right;
  const from = `${columnName(left)}${rows[0]}`;
  const until = `${columnName(right)}${rows[1]}`;
  const sheet = table.sheet === at.sheet ? "" : `${quotedSheet(table.sheet)}!`;
  return sheet + (from === until ? from : `${from}:${until}`);
}

/** The items of `[#Headers],[A]:[B]`; null if there is other text in between. */
function itemsOf(source: string): string[] | null {
  const items: string[] = [];
  let i = 0;
  while (i < source.length) {
    const inner = source[i] === "[" ? bracketed(source, i) : null;
    if (inner === null) return null;
    items.push(inner);
    i += inner.length + 2;
    const between = /^\s*[,:;]?\s*/.exec(source.slice(i))![0];
    i += between.length;
  }
  return items;
}

function rowsOf(parts: ReadonlySet<Part>, table: ReferencedTable, at: FormulaPlace): readonly [number, number] | null {
  const firstData = table.top + (table.hasHeader ? 1 : 0);
  const lastData = table.bottom - (table.hasTotals ? 1 : 0);
  if (parts.has("row")) return at.row >= firstData && at.row <= lastData ? [at.row, at.row] : null;
  if (parts.has("all")) return [table.top, table.bottom];
  const headers = parts.has("headers");
  const totals = parts.has("totals");
  if ((headers && !table.hasHeader) || (totals && !table.hasTotals)) return null;
  const data = parts.has("data") || (!headers && !totals);
  return [headers ? table.top : data ? firstData : table.bottom, totals ? table.bottom : data ? lastData : table.top];
}
