import { comparable, type Field } from "@prestatieafspraken/indicators";
import { cellText, isEmptyCell } from "../workbook.js";
import type { ReturnTable } from "../return.js";

const separator = " \u00b7 ";
/** Not a label of the scale. */
const NO_LABEL = "?";

/**
 * Returns a function that gives the key of a row: its key columns as one text, case-insensitive like Excel. A label reported as
 * unknown ("onbekend") is a class of its own, and so is each category that is not in the list. Null if a required part is missing.
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
      isOther: otherThan(field),
    };
  });
  if (parts.length === 0) return () => null;
  return (index) => {
    let whole = "";
    for (let at = 0; at < parts.length; at += 1) {
      const { header, valueAt, required, mayBeUnknown, isOther } = parts[at]!;
      let value = valueAt(index);
      if (value === null && mayBeUnknown && isSaid(table, header, index)) value = NO_LABEL;
      if (value === null && required) return null;
      if (isOther !== null && isOther.value === value) {
        const typed = comparable(cellText(table.typed(header, index)));
        if (!isOther.spellings.has(typed)) value = typed;
      }
      whole += (at === 0 ? "" : separator) + String(value ?? "");
    }
    return whole.toLowerCase();
  };
}

/** The value that an unknown text of this column is read as, and how that value itself is written; null if there is none. */
function otherThan(
  field: Field | undefined,
): { readonly value: string; readonly spellings: ReadonlySet<string> } | null {
  if (field?.otherwise === undefined) return null;
  const value = field.otherwise;
  const own = field.choices?.find((choice) => choice.value === value);
  const spellings = own ? [value, own.label.nl, own.label.en, ...(own.aliases ?? [])] : [value];
  return { value, spellings: new Set(spellings.map(comparable)) };
}

/** True if the cell states that the value is unknown, as opposed to being empty or unreadable. */
const isSaid = (table: ReturnTable, header: string, index: number): boolean =>
  table.reading(header, index).state === "missing" && !isEmptyCell(table.typed(header, index));
