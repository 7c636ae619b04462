import { readMarkup } from "./markup.js";
import type { Parts } from "./parts.js";
import { areaOf, type Area } from "./reference.js";
import { refusal } from "./refusal.js";

/** An Excel table as its part describes it. */
export interface TablePart {
  readonly part: string;
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly totalsRows: number;
  /** Column names of the part; the header cells show the same. */
  readonly columns: readonly string[];
}

/** The Excel tables of a sheet. */
export function readTableParts(parts: Parts, sheetPart: string): TablePart[] {
  return parts
    .relationships(sheetPart)
    .filter(({ kind, external }) => kind === "table" && !external)
    .map(({ target }) => {
      if (!parts.has(target)) throw refusal("MISSING_PART", target);
      const found: Omit<TablePart, "columns">[] = [];
      const columns: string[] = [];
      readMarkup(parts.text(target), target, {
        open: (name, attributes) => {
          if (name === "table") {
            found.push({
              part: target,
              name: attributes["displayName"] ?? attributes["name"] ?? "",
              area: areaOf(attributes["ref"] ?? ""),
              hasHeader: attributes["headerRowCount"] !== "0",
              totalsRows: Number(attributes["totalsRowCount"] ?? 0) || 0,
            });
          } else if (name === "tableColumn") columns.push((attributes["name"] ?? "").replace(/_x000a_/gi, "\n"));
        },
      });
      const [table] = found;
      if (!table) throw refusal("BAD_XML", target);
      return { ...table, columns };
    });
}
