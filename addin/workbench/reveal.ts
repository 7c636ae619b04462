import { WorkbookError } from "@prestatieafspraken/quarterly";
import type { Position } from "@prestatieafspraken/spreadsheet";
import type { Loaded } from "./loaded.js";
import type { ShownModel } from "./shown-engine.js";

export const hiddenRow = (cell: string): WorkbookError =>
  new WorkbookError("HIDDEN_ROW", {
    nl: `De rij van ${cell} is verborgen, door een filter of met de hand.`,
    en: `The row of ${cell} is hidden, by a filter or by hand.`,
  });

/** Clears the filters that hide a row, and unhides it. The file stays unchanged. */
export function reveal({ sheets }: Loaded, { sheetId, row }: Position): void {
  const model = sheets.model as ShownModel;
  const getters = model.getters;
  for (const { zone } of getters.getTables(sheetId).map(({ range }) => range)) {
    if (row < zone.top || row > zone.bottom) continue;
    for (let col = zone.left; col <= zone.right; col++)
      if (getters.isFilterActive({ sheetId, col, row: zone.top }))
        model.dispatch("UPDATE_FILTER", {
          sheetId,
          col,
          row: zone.top,
          value: { filterType: "values", hiddenValues: [] },
        });
  }
  if (getters.isRowHidden(sheetId, row))
    model.dispatch("UNHIDE_COLUMNS_ROWS", { sheetId, dimension: "ROW", elements: [row] });
}
