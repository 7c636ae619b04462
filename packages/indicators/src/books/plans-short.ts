import { cleaned } from "../typed.js";

/** Normalises the name of a plan; punctuation and digits stay, because "Blok 1-1" is not "Blok 11". */
export const planKey = (name: string): string => cleaned(name).toLowerCase();

/** The counts of plans by normalised name. */
export function byPlan(
  counts: Iterable<readonly [string, number]>,
): ReadonlyMap<string, { name: string; count: number }> {
  const found = new Map<string, { name: string; count: number }>();
  for (const [name, count] of counts)
    found.set(planKey(name), { name, count: count + (found.get(planKey(name))?.count ?? 0) });
  return found;
}

/** A delivered plan with more student units in Nieuwbouw than rows in Studenten. */
export interface PlanShort {
  readonly name: string;
  readonly built: number;
  readonly rows: number;
}

/**
 * The delivered plans with fewer rows in Studenten than units in Nieuwbouw; units and rows by the plan's name. Empty if
 * at least as many rows have names unknown to Nieuwbouw, because those may be the same units.
 */
export function plansShort(
  built: Iterable<readonly [string, number]>,
  rows: Iterable<readonly [string, number]>,
): readonly PlanShort[] {
  const [projects, given] = [byPlan(built), byPlan(rows)];
  const short = [...projects]
    .map(([key, { name, count }]) => ({ name, built: count, rows: given.get(key)?.count ?? 0 }))
    .filter((plan) => plan.rows < plan.built);
  const lacking = short.reduce((sum, plan) => sum + plan.built - plan.rows, 0);
  const elsewhere = [...given].reduce((sum, [key, { count }]) => (projects.has(key) ? sum : sum + count), 0);
  return lacking <= elsewhere ? [] : short;
}
