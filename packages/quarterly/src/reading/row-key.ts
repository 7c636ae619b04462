import type { ReturnTable } from "../return.js";

const separator = " \u00b7 ";
/** No label of the scale is written like this. */
const NO_LABEL = "?";

/**
 * Reads what makes a row the row it is: its key columns, as one text. Case makes no difference, as in Excel itself. A label that somebody says
 * is not known ("onbekend") is a class of its own. Null for a row where a required part is not there.
 */
export function keyReader(table: ReturnTable): (index: number) => string | null {
  const { key, fields } = table.definition;
  const parts = key.map((header) => {
    const field = fields.find((one) => one.header === header);
    return {
      header,
      required: field?.required === true,
      mayBeUnknown: field?.type === "label" && table.has(header),
    };
  });
  if (parts.length === 0) return () => null;
  return (index) => {
    let whole = "";
    for (let at = 0; at < parts.length; at += 1) {
      const { header, required, mayBeUnknown } = parts[at]!;
      let value = table.value(header, index);
      if (value === null && mayBeUnknown && isSaid(table, header, index)) value = NO_LABEL;
      if (value === null && required) return null;
      whole += (at === 0 ? "" : separator) + String(value ?? "");
    }
    return whole.toLowerCase();
  };
}

/** Did somebody write that it is not known, rather than write nothing or something nobody can read? */
const isSaid = (table: ReturnTable, header: string, index: number): boolean =>
  table.reading(header, index).state === "missing" && table.shown(header, index).trim() !== "";
