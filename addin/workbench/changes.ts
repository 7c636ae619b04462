import { sameCell, type CellAt, type CellChange, type CellValue } from "@prestatieafspraken/quarterly";
import { cellValue, literal, type Position } from "@prestatieafspraken/spreadsheet";
import { cellName, parseCell, refusal } from "@prestatieafspraken/xlsx";
import { contentOf } from "./content-of.js";
import { together, type Step } from "./edits-plugin.js";
import type { Loaded } from "./loaded.js";
import { check } from "./refusals.js";
import type { ShownGetters, ShownModel } from "./shown-engine.js";

/** A cell changed through the port: its content before, and its value after. */
export interface Changed {
  readonly at: Position;
  readonly content: string;
  readonly left: CellValue;
}

const gettersOf = ({ sheets }: Loaded): ShownGetters => sheets.model.getters as ShownGetters;

export function positionOf(loaded: Loaded, { sheet, cell }: CellAt): Position {
  const getters = gettersOf(loaded);
  const wanted = sheet.toLowerCase();
  const sheetId = getters.getSheetIds().find((id) => getters.getSheetName(id).toLowerCase() === wanted);
  if (sheetId === undefined) throw refusal("NO_SHEET", sheet);
  const place = parseCell(cell);
  if (place === null) throw refusal("NO_CELL", cell);
  return { sheetId, row: place.row - 1, col: place.column - 1 };
}

export const valueAt = (loaded: Loaded, position: Position): CellValue =>
  cellValue(gettersOf(loaded).getEvaluatedCell(position));

/** Dispatches several steps as one: one revision, one undo step. */
export function dispatchTogether(loaded: Loaded, steps: readonly Step[]): void {
  (loaded.sheets.model as ShownModel).dispatch(together, { steps });
}

/** Changes cells: all, or none if one is refused. Returns a function that gives what undo needs. */
export function changeCells(
  loaded: Loaded,
  changes: readonly (CellChange & { readonly format?: string })[],
): () => readonly Changed[] {
  const getters = gettersOf(loaded);
  const before = changes.map((change) => {
    const at = positionOf(loaded, change);
    if (change.expected !== undefined && !sameCell(valueAt(loaded, at), change.expected))
      throw refusal("CHANGED_SINCE", `${change.sheet}!${change.cell}`);
    check(loaded, at, change, change.value);
    return { at, content: contentOf(getters, at) };
  });
  dispatchTogether(
    loaded,
    changes.map(({ value, formula, format: wanted }, i) => {
      const { at } = before[i]!;
      const isText = formula === undefined && typeof value === "string";
      // A text format would turn the number into text again, the very mistake being fixed.
      const { format } = getters.getEvaluatedCell(at);
      const wasText = format === "@" && value !== null && !isText;
      return {
        type: "UPDATE_CELL",
        payload: {
          ...at,
          content: formula ?? literal(value, format) ?? "",
          ...((wasText || wanted !== undefined) && { format: wanted ?? "" }),
        },
      };
    }),
  );
  return () => before.map((each) => ({ ...each, left: valueAt(loaded, each.at) }));
}

/** Restores changed cells; refuses if one of them changed since. */
export function takeBack(loaded: Loaded, changed: readonly Changed[]): void {
  for (const { at, left } of changed)
    if (!sameCell(valueAt(loaded, at), left))
      throw refusal(
        "CHANGED_SINCE",
        `${gettersOf(loaded).getSheetName(at.sheetId)}!${cellName(at.row + 1, at.col + 1)}`,
      );
  dispatchTogether(
    loaded,
    changed.map(({ at, content }) => ({ type: "UPDATE_CELL", payload: { ...at, content } })),
  );
}
