import { numberCell, numberFromText } from "./number-cell.js";
import { plain, refused, type CellReader } from "./outcome.js";

/** An amount in euros and cents, or another number that may be fractional. Never negative: rents are paid, not received. */
export const readAmount: CellReader = (value, _context, look) =>
  numberCell(
    value,
    look,
    (amount) => (amount < 0 ? refused("PA-129") : plain(amount)),
    (found) => {
      if (found.percent) return refused("PA-128");
      return found.value < 0 ? refused("PA-129") : numberFromText(found.value, found);
    },
  );
