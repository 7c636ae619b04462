import { type Attributes, readMarkup } from "./markup.js";
import type { Parts } from "./parts.js";
import { type Area, parseArea } from "./reference.js";
import { refusal } from "./refusal.js";

/** An Excel table as described by its part. */
export interface TablePart {
  readonly part: string;
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly totalsRows: number;
  /** Column names in the part; equal to the header cells. */
  readonly columns: readonly string[];
  /** Per column, its calculated-column formula as stored, without "="; null for a column typed by hand. */
  readonly calculated: readonly (string | null)[];
}

/** The Excel tables of a sheet. Refuses a table whose header and totals rows do not fit in its area. */
export function readTableParts(parts: Parts, sheetPart: string): TablePart[] {
  return parts
    .relationships(sheetPart)
    .filter(({ kind, external }) => kind === "table" && !external)
    .map(({ target }) => readTablePart(parts, target));
}

function readTablePart(parts: Parts, part: string): TablePart {
  if (!parts.has(part)) throw refusal("MISSING_PART", part);
  const tables: Attributes[] = [];
  const columns: string[] = [];
  const calculated: (string | null)[] = [];
  readMarkup(parts.text(part), part, {
    open: (place, attributes) => {
      if (place === "table") tables.push(attributes);
      else if (place === "table/tableColumns/tableColumn") {
        columns.push((attributes["name"] ?? "").replace(/_x000a_/gi, "\n"));
        calculated.push(null);
      } else if (place === "table/tableColumns/tableColumn/calculatedColumnFormula")
        calculated[columns.length - 1] = "";
    },
    text: (text, place) => {
      if (place === "table/tableColumns/tableColumn/calculatedColumnFormula")
        calculated.push((calculated.pop() ?? "") + text);
    },
  });
  const [table] = tables;
  if (table === undefined) throw refusal("BAD_XML", part);
  const { displayName, name = "", ref = "", headerRowCount = "1", totalsRowCount = "0" } = table;
  const named = displayName ?? name;
  const area = parseArea(ref);
  if (area === null) throw refusal("BAD_REFERENCE", `${named} (${ref || part})`);
  const counts = [headerRowCount, totalsRowCount];
  const rows = counts.reduce((sum, count) => sum + Number(count), 0);
  if (counts.some((count) => !/^[01]$/.test(count)) || area.bottom - area.top + 1 < rows)
    throw refusal("BAD_TABLE", `${named} (${ref})`);
  return {
    part,
    name: named,
    area,
    hasHeader: headerRowCount === "1",
    totalsRows: Number(totalsRowCount),
    columns,
    calculated,
  };
}
