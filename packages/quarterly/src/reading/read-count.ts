import { cleaned, comparable } from "@prestatieafspraken/indicators";
import { numberCell, numberFromText } from "./number-cell.js";
import { perhapsThousands } from "./number-text.js";
import { doubtful, plain, refused, repaired, type CellReader, type Outcome } from "./outcome.js";

/** Words that mean zero ("-" does not). */
const zeroWords = new Set(["geen", "nul", "nihil", "none", "zero"]);

const whole = (
  value: number,
  mayBeNegative: boolean,
  asWholeNumber: (value: number) => Outcome,
  mayLackPoint = true,
): Outcome => {
  const nearest = Math.round(value);
  // Floating-point noise does not make a count fractional.
  if (Math.abs(value - nearest) < 1e-9) {
    if (nearest < 0 && !mayBeNegative) return refused("PA-129");
    return asWholeNumber(nearest === 0 ? 0 : nearest);
  }
  const thousands = mayLackPoint ? perhapsThousands(value) : null;
  return thousands === null ? refused("PA-130") : doubtful("PA-126", { suggestion: thousands }, [thousands, nearest]);
};

/** A count in a cell with a percentage format: 15 was typed and became 0.15. */
function percentage(share: number): Outcome {
  const count = Number((share * 100).toPrecision(12));
  return Number.isInteger(count) ? doubtful("PA-152", { suggestion: count }, [count]) : refused("PA-130");
}

/** Reads a whole number of homes, lettings or units. `change` may be negative (Correctie); `count` may not. */
export const readCount: CellReader = (value, { field }, look) => {
  const mayBeNegative = field.type === "change";
  if (typeof value === "string" && zeroWords.has(comparable(cleaned(value.slice(0, 20)))))
    return repaired(0, "PA-120", { read: 0 }, 0);
  return numberCell(
    value,
    look,
    (number) =>
      look.format?.includes("%") === true && !Number.isInteger(number)
        ? percentage(number)
        : whole(number, mayBeNegative, plain),
    (found) =>
      found.percent
        ? percentage(found.value / 100)
        : // A text shows what was typed: with a comma it is a decimal, not a thousand that lost its point.
          whole(found.value, mayBeNegative, (number) => numberFromText(number, found), !String(value).includes(",")),
  );
};
