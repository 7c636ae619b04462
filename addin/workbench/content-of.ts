import type { Position } from "@prestatieafspraken/spreadsheet";
import type { ShownGetters } from "./shown-engine.js";

/** The content of a cell in invariant form: "12", "=SUM(A1:A3)"; "" if empty. */
export function contentOf(getters: ShownGetters, position: Position): string {
  const cell = getters.getCell(position);
  if (cell === undefined) return "";
  return cell.isFormula ? (cell.compiledFormula?.toFormulaString(getters) ?? cell.content) : cell.content;
}
