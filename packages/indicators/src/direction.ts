import type Fraction from "fraction.js";
import type { Norm } from "./agreement.js";
import { digits, exact } from "./decimal.js";
import { display, displayNorm } from "./display.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

/** The range of values that rounds to the printed figure: "0.16" is 15.5% up to 16.5%. */
export function precision(printed: string): { readonly low: Fraction; readonly high: Fraction } {
  const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
  const half = exact(`1/${2 * 10 ** decimals}`);
  return { low: exact(printed).sub(half), high: exact(printed).add(half) };
}

const separators = { nl: { thousand: ".", decimal: "," }, en: { thousand: ",", decimal: "." } } as const;

/** A change as text: for a share in percentage points ("0,04 procentpunt"), otherwise in its unit. */
export function change(size: Fraction, unit: Unit): Text {
  if (unit !== "share") return display(size, unit);
  const points = size.mul(100);
  return { nl: `${digits(points, 2, separators.nl)} procentpunt`, en: `${digits(points, 2, separators.en)} points` };
}

/**
 * Where a long-term goal without a date is heading: the change since the agreement, no more precise than its printed figure, and
 * what `pace` says while the goal is not reached. Not a verdict: such a goal is never met or missed.
 */
export function direction(
  value: Fraction,
  norm: Norm,
  unit: Unit,
  pace: (goal: Fraction) => readonly Text[] = () => [],
): readonly Text[] {
  const goal = exact(norm.value);
  const upward = norm.comparator.startsWith(">");
  const said: Text[] = [];
  if (upward ? value.gte(goal) : value.lte(goal)) {
    said.push({ nl: "de waarde van het doel is nu bereikt", en: "the value of the goal is reached now" });
  }
  if (norm.baseline !== undefined) said.push(sinceAgreed(value, norm.baseline, unit));
  if (said.length === 0 || value.lt(goal) === upward) said.push(...pace(goal));
  return said;
}

function sinceAgreed(value: Fraction, baseline: string, unit: Unit): Text {
  const { low, high } = precision(baseline);
  const facts = {
    baseline: displayNorm(exact(baseline), unit),
    low: displayNorm(low, unit),
    high: displayNorm(high, unit),
  };
  if (value.gte(low) && value.lt(high)) {
    return fill(
      {
        nl: "geen verschil te zien met de {baseline} in de afspraken, want die is afgerond ({low} tot {high})",
        en: "no visible difference from the {baseline} of the agreement, which is rounded ({low} to {high})",
      },
      facts,
    );
  }
  const rose = value.gte(high);
  const [least, most] = rose ? [value.sub(high), value.sub(low)] : [low.sub(value), high.sub(value)];
  return fill(
    {
      nl: "{way} met {least} tot {most} sinds de {baseline} in de afspraken (afgerond: {low} tot {high})",
      en: "{way} by {least} to {most} since the {baseline} of the agreement (rounded: {low} to {high})",
    },
    {
      ...facts,
      way: rose ? { nl: "gestegen", en: "risen" } : { nl: "gedaald", en: "fallen" },
      least: change(least, unit),
      most: change(most, unit),
    },
  );
}
