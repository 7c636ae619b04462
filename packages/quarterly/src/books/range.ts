import type { Fraction } from "@prestatieafspraken/indicators";
import {
  fill,
  InputError,
  listed,
  type Condition,
  type Count,
  type Counts,
  type Lacking,
  type Open,
  type Quantity,
} from "@prestatieafspraken/indicators";
import { countsAs, GONE, LISTED, type Unclear } from "./unclear.js";
import type { Answered } from "./shapes.js";

/** What a row adds to each answer if it is of one class: an amount, and the group it is counted in. */
type Effect = ReadonlyMap<string, { readonly amount: Fraction; readonly by: string | null }>;
/** A row of unknown class, or several that differ in amount only: one of these effects is the true one. */
type Choice = readonly Effect[];

/** Any class that no condition mentions; for the conditions all such classes are equal. */
const OTHER = "";

/** The classes that a condition mentions; for a date, days on either side of it. */
const namedIn = (condition: Condition): readonly string[] => {
  if ("is" in condition) return condition.is;
  if ("isNot" in condition) return condition.isNot;
  if ("from" in condition) return [condition.from];
  return "until" in condition ? [condition.until, "9999-12-31"] : [];
};

/** The classes of a column that make a difference: those that a condition on it mentions, and any other. */
const classesOf = (header: string, parts: Iterable<Unclear>): readonly string[] => [
  ...(header === LISTED ? [GONE] : []),
  ...new Set([
    ...[...parts].flatMap(({ pass }) =>
      pass.where.flatMap(({ condition }) => (condition.header === header ? namedIn(condition) : [])),
    ),
    OTHER,
  ]),
];

/** Every way to give these columns a class. */
const classings = (headers: readonly string[], parts: readonly Unclear[]): ReadonlyMap<string, string>[] =>
  headers.reduce<ReadonlyMap<string, string>[]>(
    (before, header) =>
      before.flatMap((classes) => classesOf(header, parts).map((one) => new Map([...classes, [header, one]]))),
    [new Map()],
  );

/**
 * The lowest and highest value of a figure while the class of some rows is unknown, or cases of a share were not handed over; null
 * if that changes nothing. Starts with any class for each row and changes one row at a time while that helps: for a share, a sum
 * and a difference that ends at the extreme.
 */
export function rangeOf(
  answers: Readonly<Record<string, Answered>>,
  calculate: (counts: Counts) => Quantity,
  lacking: readonly Lacking[] = [],
): Open["range"] {
  const { choices, rows, headers, gone } = choicesOf(answers);
  if (rows === 0 && gone.length === 0 && lacking.length === 0) return null;
  const certain = Object.entries(answers).map(([name, answer]) => [name, answer.certain] as const);
  const valueOf =
    (end: "low" | "high") =>
    (chosen: readonly number[]): Fraction | null =>
      attempt(() =>
        endOf(
          calculate(
            withEffects(
              certain,
              choices.map((effects, at) => effects[chosen[at]!]!),
            ),
          ),
          lacking,
          end,
        ),
      );
  const low = extreme(choices, valueOf("low"), (a, b) => a.lt(b));
  const high = extreme(choices, valueOf("high"), (a, b) => a.gt(b));
  // Some rows change nothing whatever their class: rows without homes, for example.
  if (low === null || high === null || low.equals(high)) return null;
  const ofRows = fill(
    { nl: "van {rows:rij|rijen} is {headers} niet bekend", en: "{headers} of {rows:row|rows} is not known" },
    { rows, headers: listed(headers) },
  );
  return {
    low,
    high,
    because: listed([...(rows > 0 ? [ofRows] : []), ...gone, ...lacking.map(({ because }) => because)]),
  };
}

/** A share if none, or all, of the cases that were not delivered are in its part; any other figure unchanged. */
export function endOf({ by, of, value }: Quantity, lacking: readonly Lacking[], end: "low" | "high"): Fraction | null {
  const [part, whole] = by === "ratio" ? (of ?? []) : [];
  const more = lacking.reduce((sum, { count }) => sum + count, 0);
  if (more === 0 || !part?.value || !whole?.value) return value;
  return part.value.add(end === "high" ? more : 0).div(whole.value.add(more));
}

function choicesOf(answers: Readonly<Record<string, Answered>>) {
  const rows = new Map<string, Map<string, Unclear>>();
  for (const [name, answer] of Object.entries(answers)) {
    for (const part of answer.unclear()) {
      const key = `${part.pass.table.definition.name}|${part.row}`;
      const known = rows.get(key) ?? new Map<string, Unclear>();
      rows.set(key, known);
      known.set(name, part);
    }
  }
  // Equal rows change class together; so do rows that differ only in amount, if they add the same amount to every
  // answer.
  const alike = new Map<string, { readonly of: Map<string, Unclear>; times: number }>();
  for (const of of rows.values()) {
    const parts = Array.from(of, ([name, { amount, by, headers, isUnlisted }]) =>
      [name, amount.toFraction(), by && Object.values(by)[0], headers.join(), isUnlisted].join(":"),
    );
    const known = alike.get(parts.join("|"));
    if (known) known.times += 1;
    else alike.set(parts.join("|"), { of, times: 1 });
  }
  const choices = new Map<string, Choice>();
  const open = new Set<string>();
  for (const [key, { of, times }] of alike) {
    const parts = [...of.values()];
    const columns = [...new Set(parts.flatMap((part) => part.headers))];
    const isUnlisted = parts.some((part) => part.isUnlisted);
    if (!isUnlisted) for (const header of columns) open.add(header);
    const headers = isUnlisted ? [...columns, LISTED] : columns;
    const effects = new Map<string, Effect>();
    for (const way of classings(headers, parts)) {
      const effect = effectOf(of, way, times);
      effects.set(shapeOf(effect, true), effect);
    }
    const amounts = new Set(parts.map(({ amount }) => amount.toFraction()));
    const shape = amounts.size === 1 ? [...effects.values()].map((one) => shapeOf(one, false)).join("/") : key;
    const before = choices.get(shape);
    choices.set(
      shape,
      before ? before.map((one, at) => added(one, [...effects.values()][at]!)) : [...effects.values()],
    );
  }
  const all = [...rows.values()].map((of) => [...of.values()][0]!);
  const tables = [...new Set(all.map(({ pass }) => pass.table.definition))];
  return {
    choices: [...choices.values()],
    rows: all.filter(({ isUnlisted }) => !isUnlisted).length,
    headers: [...open],
    gone: tables.flatMap((table) => {
      const number = all.filter(({ pass, isUnlisted }) => isUnlisted && pass.table.definition === table).length;
      return number === 0 ? [] : [fill(table.stays!.gone, { rows: number })];
    }),
  };
}

const effectOf = (of: ReadonlyMap<string, Unclear>, classes: ReadonlyMap<string, string>, times: number): Effect =>
  new Map(
    [...of].flatMap(([name, part]) =>
      countsAs(part, classes)
        ? [
            [
              name,
              {
                amount: part.amount.mul(times),
                by: part.by && ("value" in part.by ? part.by.value : classes.get(part.by.header)!),
              },
            ],
          ]
        : [],
    ),
  );

const shapeOf = (effect: Effect, amounts: boolean): string =>
  Array.from(effect, ([name, { amount, by }]) => [name, by, amounts ? amount.toFraction() : ""].join(":")).join(";");

const added = (one: Effect, other: Effect): Effect =>
  new Map(
    Array.from(
      one,
      ([name, { amount, by }]) => [name, { amount: amount.add(other.get(name)?.amount ?? 0), by }] as const,
    ),
  );

function withEffects(certain: readonly (readonly [string, Count])[], effects: readonly Effect[]): Counts {
  return Object.fromEntries(
    certain.map(([name, { exact, by }]) => {
      let value = exact;
      const apart = new Map(by);
      for (const effect of effects) {
        const more = effect.get(name);
        if (!more) continue;
        value = value.add(more.amount);
        if (more.by !== null) apart.set(more.by, (apart.get(more.by) ?? 0) + more.amount.valueOf());
      }
      return [name, { value: value.valueOf(), exact: value, by: apart }];
    }),
  );
}

/** The best value reached by changing one choice at a time; null if no choice gives a figure. */
function extreme(
  choices: readonly Choice[],
  valueOf: (chosen: readonly number[]) => Fraction | null,
  isBetter: (a: Fraction, b: Fraction) => boolean,
): Fraction | null {
  const chosen = choices.map(() => 0);
  let best = valueOf(chosen);
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (let at = 0; at < choices.length; at += 1) {
      for (let option = 0; option < choices[at]!.length; option += 1) {
        const before = chosen[at]!;
        if (option === before) continue;
        chosen[at] = option;
        const value = valueOf(chosen);
        if (value !== null && (best === null || isBetter(value, best))) {
          best = value;
          isMoving = true;
        } else chosen[at] = before;
      }
    }
  }
  return best;
}

/** Null for classes that the calculation refuses, because those are impossible. */
function attempt(work: () => Fraction | null): Fraction | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
