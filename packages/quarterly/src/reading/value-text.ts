import type { ReturnTable } from "../return.js";

/** The usable value of a cell as text; null if it has none, or if the table has no such column. */
export const textAt = (table: ReturnTable, header: string, index: number): string | null =>
  textIn(table, header)(index);

/** As `textAt`, for all rows of one column. */
export const textIn = (table: ReturnTable, header: string) => {
  const valueAt = table.valueAt(header);
  return (index: number): string | null => {
    const value = valueAt(index);
    return value === null ? null : String(value);
  };
};
