import { isEmptyCell, type Scalar } from "./cell.js";
import type { Argument, ArgumentValue } from "./define.js";
import { quoted, refuse } from "./refuse.js";

/** The cells handed for an argument: a range, or a single value. */
export const list = (value: ArgumentValue): readonly Scalar[] =>
  Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];

/** The position in a list, counted from 1, for a message. */
const place = (value: ArgumentValue, index: number): { nl: string; en: string } =>
  Array.isArray(value) && value.length > 1
    ? { nl: ` (waarde ${index + 1} van ${value.length})`, en: ` (value ${index + 1} of ${value.length})` }
    : { nl: "", en: "" };

/** What a message quotes of a value. */
export const quote = (value: Scalar | undefined) => ({ value: quoted(value) });

/** What a message quotes of a cell of a range. */
export const quoteAt = (whole: ArgumentValue, index: number) => ({
  value: quoted(list(whole)[index]),
  place: place(whole, index),
});

/** A single value; a range with one filled cell is accepted. */
export function single(value: ArgumentValue, argument: Argument): Scalar {
  const values = list(value).filter((one) => !isEmptyCell(one));
  if (values.length > 1) {
    throw refuse(
      argument,
      { count: values.length },
      {
        nl: "hier past één waarde, niet {count}. Kies één cel.",
        en: "one value fits here, not {count}. Choose one cell.",
      },
    );
  }
  return values[0] ?? null;
}
