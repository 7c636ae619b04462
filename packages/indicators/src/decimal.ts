import Fraction from "fraction.js";

/**
 * The fraction a number stands for when a person reads it: 0.3 is 3/10. Fraction.js itself looks for the nearest simple
 * fraction, which would make 0.25000000001 precisely 25% and hide a breach; the shortest decimal that is this number does not.
 */
export function exact(value: number | bigint | string | Fraction): Fraction {
  if (typeof value !== "number") return new Fraction(value);
  const [digits = "0", power] = String(value).split("e");
  const fraction = new Fraction(digits);
  return power === undefined ? fraction : fraction.mul(new Fraction(10).pow(Number(power)));
}

/**
 * What a number from a cell stands for. Arithmetic in cells leaves noise behind the fifteenth digit (0.1+0.2 is not 0.3), Excel itself
 * shows fifteen, and noise never decides: a broken number is snapped to fifteen significant digits at the door.
 */
export const fromCell = (value: number): Fraction =>
  exact(Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** A fraction as published: "1090/1", "-3/1". */
export const published = (value: Fraction): string => `${value.s * value.n}/${value.d}`;

const tenTo = (decimals: number): bigint => 10n ** BigInt(decimals);

/** Rounded half up (away from zero), still exact: 2.5 becomes 3, -2.5 becomes -3. */
export function rounded(value: Fraction, decimals: number): Fraction {
  const scale = tenTo(decimals);
  return new Fraction(value.s * ((value.n * scale * 2n + value.d) / (value.d * 2n)), scale);
}

/** Digits of a rounded value: sign, whole part with separator per thousand, decimals. */
export function digits(
  value: Fraction,
  decimals: number,
  separators: { readonly thousand: string; readonly decimal: string },
): string {
  const whole = rounded(value, decimals);
  const all = ((whole.n * tenTo(decimals)) / whole.d).toString().padStart(decimals + 1, "0");
  const integer = all.slice(0, all.length - decimals).replace(/\B(?=(\d{3})+$)/g, separators.thousand);
  const sign = whole.n !== 0n && whole.s < 0n ? "-" : "";
  return `${sign}${integer}${decimals > 0 ? separators.decimal + all.slice(-decimals) : ""}`;
}

/** How many decimals write this value completely; null when no finite number does. */
export function decimalsNeeded(value: Fraction): number | null {
  for (let decimals = 0; decimals <= 20; decimals += 1) if (rounded(value, decimals).equals(value)) return decimals;
  return null;
}
