import type { Norm } from "./agreement.js";
import { exact, published } from "./decimal.js";
import { comparatorSigns, displayNorm } from "./display.js";
import type { JudgedNorm } from "./result.js";
import { zeroWords } from "./norm-words.js";
import { fill } from "./sentence.js";
import { placeText } from "./place.js";
import type { Unit } from "./unit.js";

/** The norms of an indicator that are in force on a date, or all of them if no date is given. */
export const normsInForce = (norms: readonly Norm[], indicator: string, day?: string): readonly Norm[] =>
  norms.filter(
    (norm) =>
      norm.indicator === indicator &&
      (day === undefined ||
        ((norm.from === undefined || norm.from <= day) && (norm.until === undefined || day <= norm.until))),
  );

const shown = new WeakMap<Norm, Map<Unit, JudgedNorm>>();

/** Converts a norm to the form a result shows. Cached: a norm never changes, and every figure under it shows it. */
export function judgedNorm(norm: Norm, unit: Unit): JudgedNorm {
  let ofNorm = shown.get(norm);
  if (!ofNorm) shown.set(norm, (ofNorm = new Map<Unit, JudgedNorm>()));
  let known = ofNorm.get(unit);
  if (!known) ofNorm.set(unit, (known = asShown(norm, unit)));
  return known;
}

function asShown(norm: Norm, unit: Unit): JudgedNorm {
  const value = exact(norm.value);
  const zero = zeroWords(norm.comparator, value, norm.deadline ?? null);
  const bound = `${comparatorSigns[norm.comparator]} `;
  const figure = displayNorm(value, unit);
  return {
    id: norm.id,
    value: value.valueOf(),
    comparator: norm.comparator,
    agreed: norm.agreed === undefined ? null : exact(norm.agreed).valueOf(),
    exact: published(value),
    strength: norm.strength,
    deadline: norm.deadline ?? null,
    display: fill(
      { nl: "{said} ({article})", en: "{said} ({article})" },
      {
        said: zero ?? { nl: bound + figure.nl, en: bound + figure.en },
        article: placeText(norm.source.article ?? norm.source.title),
      },
    ),
    source: norm.source,
  };
}
