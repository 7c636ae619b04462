import { fromStored } from "@prestatieafspraken/functions";
import type { XlsxWorkbook } from "@prestatieafspraken/xlsx";
import type { ModelWorkbook } from "./sheet-model.js";

/** Loads the sheets and tables of a file into the emulated workbook, as Excel would. */
export async function openInModel(model: ModelWorkbook, file: XlsxWorkbook): Promise<void> {
  for (const entry of file.worksheets()) {
    const { cells } = file.sheet(entry);
    const sheet = model.addSheet(entry.name);
    const facts = file.facts(entry);
    if (facts.isHidden) sheet.visibility = "Hidden";
    for (const row of facts.hiddenRows) sheet.hiddenRows.add(row - 1);
    for (let column = 1; column <= (facts.width ?? 0); column++)
      if (facts.isColumnHidden(column)) sheet.hiddenColumns.add(column - 1);
    sheet.merged.push(...facts.merged);
    for (const [i, row] of cells.rowNumbers.entries())
      for (const [j, value] of cells.valuesAt(i).entries()) {
        const formula = cells.storedFormula(row, j + 1)?.text;
        if (value === null && formula === undefined) continue;
        Object.assign(sheet.cell(row - 1, j), {
          value: value === null ? "" : typeof value === "object" ? value.error : value,
          ...(formula !== undefined && {
            // Excel shows the name of another workbook, where the file has its number.
            formula: fromStored(`=${formula}`).replace(
              /\[(\d+)\]/g,
              (_, n) => `[${file.book.otherBooks[Number(n) - 1]}]`,
            ),
          }),
          ...(facts.isStruck?.(row, j + 1) === true && { struck: true }),
        });
        const format = facts.format(row, j + 1);
        if (format !== null) sheet.cell(row - 1, j).numberFormat = format;
      }
  }
  for (const { name, sheet, headerRow, firstColumn, headers, rows, isDate, totals } of await file.tables()) {
    if (name === null) continue;
    const modelSheet = model.sheets.find((each) => each.name === sheet)!;
    model.tables.push({
      id: model.newId("table"),
      name,
      sheet: modelSheet,
      row: headerRow - 1,
      column: firstColumn - 1,
      columns: headers.length,
      rows: Math.max(1, rows.length),
      showTotals: totals !== undefined,
    });
    // The whole column has a date format, including empty cells.
    for (const column of headers.keys())
      if (rows.some((_, row) => isDate?.(row, column)))
        for (const row of rows.keys())
          if (rows[row]![column] === null || isDate?.(row, column))
            modelSheet.cell(headerRow + row, firstColumn - 1 + column).numberFormat = "d-m-yyyy";
  }
}
