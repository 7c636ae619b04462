import type { LimitSeries } from "./agreement.js";
import type { Context } from "./define.js";
import { absent, given, noted, type Quantity } from "./quantity.js";
import { referenceLimits } from "./reference.generated.js";
import { fill } from "./sentence.js";
import { untranslated } from "./text.js";

/** The limits given, else the published ones. A function, so that only code that needs limits loads them. */
export const limitsIn = ({ limits }: Pick<Context, "limits">): readonly LimitSeries[] => limits ?? referenceLimits;

/**
 * The limit of a year from a published series, in its unit. A year not in the series is unknown: it is never indexed or estimated
 * (limits were frozen in 2022, so no formula reproduces them).
 */
export function limitOf(series: LimitSeries, year: number): Quantity {
  const label = fill({ nl: "{label} {year}", en: "{label} {year}" }, { label: series.label, year: String(year) });
  const known = series.values.find((value) => value.year === year);
  if (known) {
    return noted(
      given(known.value, series.unit, label),
      fill({ nl: "bron: {source}", en: "source: {source}" }, { source: untranslated(known.source.title) }),
      known.note,
    );
  }
  const years = series.values.map((value) => value.year);
  const rumour = series.unverified?.find((value) => value.year === year)?.note;
  return absent(
    "missing",
    series.unit,
    label,
    fill(
      {
        nl: "Er is geen {label} bekend voor {year} (wel voor {first} tot en met {last}). Tot de grens in de Staatscourant staat en een nieuwe versie hem kent, is dit niet te bepalen.{rumour}",
        en: "No {label} is known for {year} (only for {first} to {last}). It stays unknown until the limit is in the Staatscourant and a new version has it.{rumour}",
      },
      {
        label: series.label,
        year: String(year),
        first: String(Math.min(...years)),
        last: String(Math.max(...years)),
        rumour: rumour ? fill({ nl: " {note}", en: " {note}" }, { note: rumour }) : "",
      },
    ),
  );
}
