import { numberCell, numberFromText } from "./number-cell.js";
import { doubtful, plain, refused, type CellReader, type Outcome } from "./outcome.js";

/** Divides by a hundred in decimal: 7% is 0.07, not 0.07000000000000001. */
const percentage = (value: number): number => Number(`${value}e-2`);

/** Reads a number without percent sign: 0.16 is a share; 16 probably is a percentage; 1 may be 1% or 100%. */
function bare(value: number, asShare: (value: number) => Outcome): Outcome {
  if (value < 0 || value > 100) return refused("PA-142");
  if (value === 1) return doubtful("PA-125", { one: "1%", other: "100%" }, ["1%", "100%"]);
  return value < 1 ? asShare(value) : doubtful("PA-133", { suggestion: value }, [percentage(value)]);
}

/** Reads a share (0-1). */
export const readShare: CellReader = (value, _context, look) =>
  look.isDate === true && typeof value === "number"
    ? refused("PA-128")
    : numberCell(
        value,
        look,
        // A cell that displays 100% means 100%.
        (share) =>
          look.format?.includes("%") === true && share >= 0 && share <= 1 ? plain(share) : bare(share, plain),
        (found) => {
          const share = found.percent ? percentage(found.value) : found.value;
          if (!found.percent) return bare(share, (read) => numberFromText(read, found));
          if (share < 0 || share > 1) return refused("PA-142");
          const read = numberFromText(share, { ...found, provisional: false });
          // No replacement: a bare 1 in the cell would be ambiguous again.
          return share === 1 ? { ...read, remark: { rule: "PA-120", facts: { read: share } } } : read;
        },
      );
