import Fraction from "fraction.js";
import { exact, published } from "./decimal.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

/**
 * Why a figure is unknown:
 * - `missing`: it still has to be supplied;
 * - `not applicable`: explicitly marked as having no meaning here;
 * - `undefined`: the arithmetic has no answer (a share of nothing);
 * - `unreachable`: no plan of this kind ever gets there;
 * - `withheld`: known, but not published because it would identify a few people.
 */
export type Reason = "missing" | "not applicable" | "undefined" | "unreachable" | "withheld";

/** How a quantity was computed from others; decides how the explanation is written. */
export type Operation = "ratio" | "sum" | "difference" | "product" | "formula";

/**
 * A number that remembers what it was computed from. `null` means unknown, which is not zero.
 * The value is an exact fraction; nothing is rounded before display.
 */
export interface Quantity {
  readonly value: Fraction | null;
  /** Only if `value` is null. */
  readonly reason?: Reason;
  /** What is missing, or why there is no answer. Only if `value` is null. */
  readonly because?: Text;
  readonly unit: Unit;
  /** What is counted: "sociale huurwoningen". */
  readonly label: Text;
  readonly by?: Operation;
  readonly of?: readonly Quantity[];
  /** With `by: "formula"`: the formula as text, with `{0}`, `{1}` for the quantities in `of`. */
  readonly formula?: Text;
  /** Notes next to the arithmetic: rows left out, definition chosen, a differing figure. */
  readonly notes?: readonly Text[];
}

/** Adds notes to a quantity. */
export const noted = (quantity: Quantity, ...notes: readonly (Text | null | undefined | false)[]): Quantity => ({
  ...quantity,
  notes: [...(quantity.notes ?? []), ...notes.filter((note): note is Text => Boolean(note))],
});

/**
 * Makes a fraction serialise as "n/d" in JSON, so that a result can be stored and sent. Set on the value and not on the class,
 * because mathjs changes the class when it is loaded.
 */
const settled = (value: Fraction): Fraction =>
  Object.hasOwn(value, "toJSON") ? value : Object.defineProperty<Fraction>(value, "toJSON", inJson);

const inJson: PropertyDescriptor & ThisType<Fraction> = {
  value() {
    return published(this);
  },
};

/** A number in any exact or floating-point form. */
export type Numeric = number | bigint | string | Fraction;

/** A given figure. A typed decimal (0.3) means exactly that decimal; null gives a missing quantity. */
export function given(value: Numeric | null, unit: Unit, label: Text): Quantity {
  if (value === null) return missing(unit, label);
  return { value: settled(exact(value)), unit, label };
}

/** A quantity that was not filled in; `because` says what is missing. */
export function missing(unit: Unit, label: Text, because?: Text): Quantity {
  return absent("missing", unit, label, because);
}

/** An unknown quantity, with the reason. */
export function absent(reason: Reason, unit: Unit, label: Text, because?: Text, of?: readonly Quantity[]): Quantity {
  return { value: null, reason, unit, label, ...(because && { because }), ...(of && { of }) };
}

/** Computes a quantity from others; if one of them is unknown, the result is unknown for the same reason. */
export function derive(
  unit: Unit,
  label: Text,
  by: Operation,
  of: readonly Quantity[],
  compute: (...values: Fraction[]) => Fraction | { readonly reason: Reason; readonly because: Text },
  formula?: Text,
): Quantity {
  const memory = { unit, label, by, of, ...(formula && { formula }) };
  const values: Fraction[] = [];
  for (const part of of) {
    if (part.value === null) {
      return {
        value: null,
        reason: part.reason ?? "missing",
        ...(part.because && { because: part.because }),
        ...memory,
      };
    }
    values.push(part.value);
  }
  const answer = compute(...values);
  return answer instanceof Fraction ? { value: settled(answer), ...memory } : { value: null, ...answer, ...memory };
}

/** A part as an exact share of a whole; undefined for an empty whole. */
export function ratio(part: Quantity, whole: Quantity, label: Text, unit: Unit = "share"): Quantity {
  return derive(unit, label, "ratio", [part, whole], (p, w) =>
    w.equals(0)
      ? {
          reason: "undefined",
          because: {
            nl: `Er zijn geen ${whole.label.nl} (0), dus een aandeel daarvan bestaat niet.`,
            en: `There are no ${whole.label.en} (0), so a share of them does not exist.`,
          },
        }
      : p.div(w),
  );
}

/** The exact sum of quantities; unknown if one of them is. */
export function sum(parts: readonly Quantity[], unit: Unit, label: Text): Quantity {
  return derive(unit, label, "sum", parts, (...values) => values.reduce((a, b) => a.add(b), new Fraction(0)));
}

/** The exact difference of two quantities; unknown if one of them is. */
export function difference(from: Quantity, take: Quantity, unit: Unit, label: Text): Quantity {
  return derive(unit, label, "difference", [from, take], (a, b) => a.sub(b));
}

export { Fraction };
