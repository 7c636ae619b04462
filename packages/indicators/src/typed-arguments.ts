import type { Scalar } from "./cell.js";
import type { Argument } from "./define.js";

// Argument types, inferred from an indicator's definition: a wrong name, a wrong type, a value outside a closed list and a
// missing required argument do not compile. An unknown value is null.

type Several<T> = T | null | readonly (T | null)[];
/** Counts as an array, a typed array, or bigint values from a database. */
type Numbers =
  | Several<number | bigint>
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** The TypeScript type of each argument kind. */
interface Held {
  count: Numbers;
  classes: Numbers;
  amount: Numbers;
  /** 0.16 or "16%". */
  share: number | string | null;
  rents: Numbers;
  labels: Several<string>;
  labelClasses: Several<string>;
  year: Several<number | string>;
  /** "2026-09-30", "30-9-2026" or a quarter. */
  date: string | number | null;
  yesNo: boolean | "ja" | "nee" | "yes" | "no" | null;
  quarter: string | number | null;
  party: string | null;
  indicator: string | null;
  limit: string | null;
  any: Scalar;
}

type ValueOf<A extends Argument> = A extends { readonly choices: readonly { readonly value: infer Value }[] }
  ? Value | null
  : Held[A["kind"]];

type Optional<A extends Argument> = A extends { readonly optional: true } ? A : never;

/** The arguments of an indicator by name. */
export type ArgumentsOf<Args extends readonly Argument[]> = {
  readonly [A in Exclude<Args[number], Optional<Args[number]>> as A["name"]]: ValueOf<A>;
} & {
  readonly [A in Optional<Args[number]> as A["name"]]?: ValueOf<A> | undefined;
};

/** True if an indicator has required arguments. */
export type Needed<Args extends readonly Argument[]> =
  Exclude<Args[number], Optional<Args[number]>> extends never ? false : true;
