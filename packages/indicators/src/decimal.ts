import Fraction from "fraction.js";

/**
 * The exact fraction of a number as written: 0.3 is 3/10. Fraction.js itself takes the nearest simple fraction, which would turn
 * 0.25000000001 into exactly 25% and hide a breach; the shortest decimal notation does not.
 */
export function exact(value: number | bigint | string | Fraction): Fraction {
  if (typeof value === "string") return printed(value);
  if (typeof value !== "number") return new Fraction(value);
  if (Number.isSafeInteger(value)) return new Fraction(value);
  const [digits = "0", power] = String(value).split("e");
  const fraction = new Fraction(digits);
  return power === undefined ? fraction : fraction.mul(new Fraction(10).pow(Number(power)));
}

/** Cache of parsed texts: norms, limits and figures are the same few texts in every answer. */
const read = new Map<string, Fraction>();
function printed(text: string): Fraction {
  let fraction = read.get(text);
  if (fraction === undefined) {
    fraction = new Fraction(text);
    if (read.size >= 1000) read.clear();
    read.set(text, fraction);
  }
  return fraction;
}

/**
 * The exact value of a number from a cell. Arithmetic in cells leaves noise beyond the fifteenth digit (0.1+0.2 is not 0.3), and
 * Excel itself shows fifteen, so fractional numbers are rounded to fifteen significant digits.
 */
export const fromCell = (value: number): Fraction =>
  exact(Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** A fraction as text: "1090/1", "-3/1". */
export const published = (value: Fraction): string => `${value.s * value.n}/${value.d}`;

const tenTo = (decimals: number): bigint => 10n ** BigInt(decimals);

/** Size of the value in units of its last decimal, rounded half up (away from zero): 2.5 without decimals is 3n. */
const inLast = ({ n, d }: Fraction, decimals: number): bigint => {
  const scaled = decimals === 0 ? n : n * tenTo(decimals);
  return d === 1n ? scaled : (scaled * 2n + d) / (d * 2n);
};

/** Rounds half away from zero; the result is exact: 2.5 becomes 3, -2.5 becomes -3. */
export const rounded = (value: Fraction, decimals: number): Fraction =>
  new Fraction(value.s * inLast(value, decimals), tenTo(decimals));

/** True if the last decimal is superfluous: 2.50 is 2.5. */
export const endsInZero = (value: Fraction, decimals: number): boolean =>
  inLast(value, decimals) === inLast(value, decimals - 1) * 10n;

/** Formats a rounded value: sign, whole part with thousands separators, decimals. */
export function digits(
  value: Fraction,
  decimals: number,
  separators: { readonly thousand: string; readonly decimal: string },
): string {
  const size = inLast(value, decimals);
  const all = size.toString().padStart(decimals + 1, "0");
  const whole = all.slice(0, all.length - decimals);
  const integer = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, separators.thousand) : whole;
  const sign = size !== 0n && value.s < 0n ? "-" : "";
  return `${sign}${integer}${decimals > 0 ? separators.decimal + all.slice(-decimals) : ""}`;
}

/** The number of decimals that write this value in full (at most 20); null if no such number does. */
export function decimalsNeeded({ d }: Fraction): number | null {
  const [twos, rest] = divided(d, 2n);
  const [fives, left] = divided(rest, 5n);
  const decimals = Math.max(twos, fives);
  return left === 1n && decimals <= 20 ? decimals : null;
}

/** How many times a factor divides a number (at most 21), and the remaining quotient. */
function divided(number: bigint, factor: bigint): readonly [times: number, left: bigint] {
  let left = number;
  let times = 0;
  while (left !== 1n && times <= 20 && left % factor === 0n) {
    left /= factor;
    times += 1;
  }
  return [times, left];
}
