import type { Fraction } from "@prestatieafspraken/indicators";
import { fill, InputError, type Answers, type Counts, type Open } from "@prestatieafspraken/indicators";
import { tables } from "@prestatieafspraken/indicators";

/** The classes a column can hold, without the unknown ones. */
function classesOf(header: string, unknown: readonly string[]): readonly string[] {
  for (const { fields } of tables) {
    const field = fields.find((one) => one.header === header && one.choices !== undefined);
    if (field) return field.choices!.map(({ value }) => value).filter((value) => !unknown.includes(value));
  }
  return [];
}

/**
 * The lowest and highest value of a figure while the class of some rows is unknown: it is computed as if all those rows were of
 * one class, for every class, because shares and sums have their extremes there. Null if all classes are known.
 */
export function rangeOf(answers: Answers, calculate: (counts: Counts) => Fraction | null): Open["range"] {
  const open = Object.values(answers).filter(({ unknown }) => unknown.value > 0 && unknown.header !== null);
  const header = open[0]?.unknown.header;
  if (header === undefined || header === null) return null;
  let low: Fraction | null = null;
  let high: Fraction | null = null;
  const seen = new Set<string>();
  for (const ofClass of classesOf(header, ["onbekend"])) {
    const counts: Counts = Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        answer.unknown.header === header ? answer.ifAll(ofClass) : answer,
      ]),
    );
    const key = Object.values(counts)
      .map(({ value, by }) => `${value}:${[...by].map(([of, number]) => `${of}=${number}`).join()}`)
      .join("|");
    if (seen.has(key)) continue;
    seen.add(key);
    const value = attempt(() => calculate(counts));
    if (value === null) continue;
    if (low === null || value.lt(low)) low = value;
    if (high === null || value.gt(high)) high = value;
  }
  if (low === null || high === null) return null;
  const rows = Math.max(...open.map(({ unknown }) => unknown.rows));
  return {
    low,
    high,
    because: fill(
      {
        nl: "van {rows:rij|rijen} is {header} niet bekend",
        en: "{header} of {rows:row|rows} is not known",
      },
      { rows, header },
    ),
  };
}

/** Null for a class that the calculation refuses, since it is not possible. */
function attempt(work: () => Fraction | null): Fraction | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
