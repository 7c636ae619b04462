import Fraction from "fraction.js";
import { exact, published } from "./decimal.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

/**
 * Why a figure cannot be said:
 * - `missing`: somebody still has to supply it;
 * - `not applicable`: it has no meaning here, somebody said so;
 * - `undefined`: the arithmetic has no answer (a share of nothing);
 * - `unreachable`: no plan of this kind ever gets there;
 * - `withheld`: it is known, and not published because it tells of a few people.
 */
export type Reason = "missing" | "not applicable" | "undefined" | "unreachable" | "withheld";

/** How a quantity was made of others; decides how the explanation writes it down. */
export type Operation = "ratio" | "sum" | "difference" | "product" | "maximum" | "formula";

/**
 * A number that remembers where it came from. `null` means "cannot be said", which is something else than zero.
 * The value is an exact fraction of whole numbers; nothing is rounded before it is shown.
 */
export interface Quantity {
  readonly value: Fraction | null;
  /** Only when `value` is null. */
  readonly reason?: Reason;
  /** What is missing, or why there is no answer, as a sentence. Only when `value` is null. */
  readonly because?: Text;
  readonly unit: Unit;
  /** What is counted: "sociale huurwoningen". */
  readonly label: Text;
  readonly by?: Operation;
  readonly of?: readonly Quantity[];
  /** With `by: "formula"`: the formula as written, with `{0}`, `{1}` for the quantities it is made of. */
  readonly formula?: Text;
  /** What a reader must know beside the arithmetic: rows left out, definition chosen, figure that differs. */
  readonly notes?: readonly Text[];
}

/** The same quantity with something to know beside it. */
export const noted = (quantity: Quantity, ...notes: readonly (Text | null | undefined | false)[]): Quantity => ({
  ...quantity,
  notes: [...(quantity.notes ?? []), ...notes.filter((note): note is Text => Boolean(note))],
});

/**
 * A value that writes itself as "n/d" in JSON, which has no fractions: a result can be stored and sent as it is. On the value
 * itself and not on its class, because mathjs gives the class another form when it is loaded.
 */
const settled = (value: Fraction): Fraction =>
  Object.hasOwn(value, "toJSON")
    ? value
    : Object.defineProperty<Fraction>(value, "toJSON", { value: () => published(value) });

export type Numeric = number | bigint | string | Fraction;

/** A figure somebody supplied. A number typed as a decimal (0.3) means precisely that decimal. */
export function given(value: Numeric | null, unit: Unit, label: Text): Quantity {
  if (value === null) return missing(unit, label);
  return { value: settled(exact(value)), unit, label };
}

export function missing(unit: Unit, label: Text, because?: Text): Quantity {
  return absent("missing", unit, label, because);
}

export function absent(reason: Reason, unit: Unit, label: Text, because?: Text, of?: readonly Quantity[]): Quantity {
  return { value: null, reason, unit, label, ...(because && { because }), ...(of && { of }) };
}

/** The result of `compute` on the values, or the first reason why one of them cannot be said. */
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

/** Part of a whole as an exact share. Nothing can be said of the share of an empty whole. */
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

export function sum(parts: readonly Quantity[], unit: Unit, label: Text): Quantity {
  return derive(unit, label, "sum", parts, (...values) => values.reduce((a, b) => a.add(b), new Fraction(0)));
}

export function difference(from: Quantity, take: Quantity, unit: Unit, label: Text): Quantity {
  return derive(unit, label, "difference", [from, take], (a, b) => a.sub(b));
}

export { Fraction };
