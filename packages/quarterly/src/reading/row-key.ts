import type { ReturnTable } from "../return.js";

const separator = " \u00b7 ";
/** Not a label of the scale. */
const NO_LABEL = "?";

/**
 * Returns a function that gives the key of a row: its key columns as one text, case-insensitive like Excel. A label reported as
 * unknown ("onbekend") is a class of its own. Null if a required part is missing.
 */
export function keyReader(table: ReturnTable): (index: number) => string | null {
  const { key, fields } = table.definition;
  const parts = key.map((header) => {
    const field = fields.find((one) => one.header === header);
    return {
      header,
      valueAt: table.valueAt(header),
      required: field?.required === true,
      mayBeUnknown: field?.type === "label" && table.has(header),
    };
  });
  if (parts.length === 0) return () => null;
  return (index) => {
    let whole = "";
    for (let at = 0; at < parts.length; at += 1) {
      const { header, valueAt, required, mayBeUnknown } = parts[at]!;
      let value = valueAt(index);
      if (value === null && mayBeUnknown && isSaid(table, header, index)) value = NO_LABEL;
      if (value === null && required) return null;
      whole += (at === 0 ? "" : separator) + String(value ?? "");
    }
    return whole.toLowerCase();
  };
}

/** True if the cell states that the value is unknown, as opposed to being empty or unreadable. */
const isSaid = (table: ReturnTable, header: string, index: number): boolean =>
  table.reading(header, index).state === "missing" && table.shown(header, index).trim() !== "";
