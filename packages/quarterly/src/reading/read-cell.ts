import { type FieldType, cleaned } from "@prestatieafspraken/indicators";
import { isEmptyCell, type CellValue } from "../workbook.js";
import { failed, isErrorWord, whatBelongs } from "./error-words.js";
import { MISSING, refused, type CellLook, type CellReader, type Outcome, type ReadingContext } from "./outcome.js";
import { readAmount } from "./read-amount.js";
import { readChoice } from "./read-choice.js";
import { readCount } from "./read-count.js";
import { readDate } from "./read-date.js";
import { readId } from "./read-id.js";
import { readLabelCell } from "./read-label.js";
import { readParty } from "./read-party.js";
import { readQuarterCell } from "./read-quarter.js";
import { readShare } from "./read-share.js";
import { readText } from "./read-text.js";
import { readYesNo } from "./read-yes-no.js";

const readers: Readonly<Record<FieldType, CellReader>> = {
  count: readCount,
  change: readCount,
  amount: readAmount,
  number: readAmount,
  share: readShare,
  date: readDate,
  quarter: readQuarterCell,
  party: readParty,
  label: readLabelCell,
  choice: readChoice,
  yesNo: readYesNo,
  id: readId,
  text: readText,
};

/**
 * Reads a cell as a value of its column's type. Never silent: anything but a plain value gives a remark, except an empty cell
 * (rules decide whether that matters) and "n.v.t." (a state of its own).
 */
export function readCell(value: CellValue, context: ReadingContext, look: CellLook = {}): Outcome {
  const { type } = context.field;
  if (isEmptyCell(value)) return MISSING;
  if (typeof value === "object")
    return value.entity === true
      ? refused("PA-150", { belongs: whatBelongs(type) })
      : failed(type, look.hasFormula === true);
  if (typeof value === "string") {
    if (value.length < 40 && value.includes("#") && isErrorWord(cleaned(value)))
      return failed(type, look.hasFormula === true);
  }
  return readers[type](value, context, look);
}
