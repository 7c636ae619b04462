import type { CellAt, CellValue, WorkbookError } from "@prestatieafspraken/quarterly";
import type { Position } from "@prestatieafspraken/spreadsheet";
import { cellName, refusal, type Area } from "@prestatieafspraken/xlsx";
import { isAsOpened, type Loaded } from "./loaded.js";
import type { ShownGetters } from "./shown-engine.js";

const longestText = 32_767;

/** Refuses a value that the file could not store. */
export function check(loaded: Loaded, position: Position, at: CellAt, value: CellValue): void {
  const where = `${at.sheet}!${at.cell}`;
  if (
    (typeof value === "number" && !Number.isFinite(value)) ||
    (typeof value === "string" && value.length > longestText)
  )
    throw refusal("NOT_A_VALUE", where);
  const getters = loaded.sheets.model.getters as ShownGetters;
  const isLocked = loaded.sheets.isLocked(getters.getSheetName(position.sheetId), at.cell);
  if (isLocked || getters.isSheetLocked(position.sheetId)) throw refusal("PROTECTED_SHEET", where);
  const reason = fileRefuses(loaded, position);
  if (reason !== null) throw reason;
}

/** Why the file cannot store other content in this cell; null if it can. */
export function fileRefuses(loaded: Loaded, { sheetId, row: row0, col }: Position): WorkbookError | null {
  const sheet = loaded.sheets.model.getters.getSheetName(sheetId);
  const kept = loaded.kept.get(sheet);
  if (kept === undefined) return null;
  const [row, column] = [row0 + 1, col + 1];
  const within = ({ top, left, bottom, right }: Area): boolean =>
    row >= top && row <= bottom && column >= left && column <= right;
  const isFirst = ({ top, left }: Area): boolean => row === top && column === left;
  const where = (): string => `${sheet}!${cellName(row, column)}`;
  if (kept.headers.some(within)) return refusal("TABLE_HEADER", where());
  if (kept.merged.some((area) => within(area) && !isFirst(area))) return refusal("MERGED_CELL", where());
  const array = kept.arrays.find(({ area }) => within(area));
  if (array === undefined) return null;
  // An array can only be replaced as a whole, from its own cell; after that its other cells are free.
  const refused = array.isFixed || (!isFirst(array.area) && isAsOpened(loaded, sheet, array.cell));
  return refused ? refusal("SHARED_FORMULA", where()) : null;
}
