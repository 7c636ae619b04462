/** The example of a rule: as a workbook in memory, and as shown on its page. */
import { cellText, type RuleExample, type SheetTable, type Workbook } from "@prestatieafspraken/quarterly";
import { code, plain, table } from "./markdown.js";
import type { Words } from "./words.js";

/** The workbook of a rule's example, in memory. */
export function exampleWorkbook(example: RuleExample): Pick<Workbook, "tables" | "sheetNames" | "getSetting"> {
  const blocks = Object.entries(example.tables).map(([name, rows]): SheetTable => {
    const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const formulas = example.formulas?.[name];
    return {
      name: example.unnamed?.[name] === undefined ? name : null,
      sheet: example.unnamed?.[name] ?? name.replace(/^PA_/, ""),
      headerRow: 1,
      firstColumn: 1,
      headers,
      rows: rows.map((row) => headers.map((header) => row[header] ?? null)),
      ...(example.hidden?.[name] && { hiddenRows: example.hidden[name] }),
      ...(example.merged?.[name] && { merged: example.merged[name] }),
      isDate: (_row, column) => example.dates?.includes(headers[column] ?? "") ?? false,
      ...(formulas && { formula: (row, column) => formulas[headers[column] ?? ""]?.[row] ?? null }),
    };
  });
  return {
    tables: () => Promise.resolve(blocks),
    sheetNames: () => Promise.resolve([...new Set(blocks.map(({ sheet }) => sheet))]),
    getSetting: (key) => Promise.resolve(example.kept?.[key] ?? null),
  };
}

/** The rows of an example as tables, at most six each. */
export const rowsOfExample = (example: RuleExample, w: Words): string =>
  Object.entries(example.tables)
    .map(([name, rows]) => {
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      if (headers.length === 0) return code(name);
      return `${code(name)}\n\n${table(
        headers,
        rows.slice(0, 6).map((row) => headers.map((header) => plain(cellText(row[header] ?? null)))),
      )}${rows.length > 6 ? "\n\n…" : ""}`;
    })
    .concat(Object.entries(example.kept ?? {}).map(([key, text]) => `${w.kept}: ${code(key)} = ${code(text)}`))
    .join("\n\n") || w.none;
