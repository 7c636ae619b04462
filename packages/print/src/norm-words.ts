import { exact, fill, displayNorm, type JudgedNorm, type Text, type Unit } from "@prestatieafspraken/indicators";

const bound: Readonly<Record<NonNullable<JudgedNorm["comparator"]>, Text>> = {
  ">=": { nl: "ten minste", en: "at least" },
  "<=": { nl: "ten hoogste", en: "at most" },
  ">": { nl: "meer dan", en: "more than" },
  "<": { nl: "minder dan", en: "less than" },
  "=": { nl: "precies", en: "exactly" },
};

/** A deadline: "eind 2028" for the last day of a year, else "uiterlijk 30 november 2028". */
export const byWhen = (day: string): Text =>
  day.endsWith("-12-31")
    ? fill({ nl: "eind {year}", en: "end of {year}" }, { year: day.slice(0, 4) })
    : fill({ nl: "uiterlijk {day:day}", en: "by {day:day}" }, { day });

/**
 * A norm in words: "ten minste 30%, eind 2028"; "geen meer, eind 2028". A norm that is already a text stays as it is.
 */
export function normWords({ comparator, exact: figure, display, deadline }: JudgedNorm, unit: Unit): Text {
  if (comparator === null || figure === null) return display;
  const value = exact(figure);
  const said: Text =
    value.equals(0) && comparator === "<="
      ? { nl: "geen meer", en: "none left" }
      : value.equals(0) && comparator === ">="
        ? { nl: "niet minder dan bij het begin", en: "not below the start" }
        : fill(
            { nl: "{bound} {figure}", en: "{bound} {figure}" },
            { bound: bound[comparator], figure: displayNorm(value, unit) },
          );
  return deadline === null
    ? said
    : fill({ nl: "{said}, {when}", en: "{said}, {when}" }, { said, when: byWhen(deadline) });
}
