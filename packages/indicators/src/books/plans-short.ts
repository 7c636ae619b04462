import { cleaned } from "../typed.js";

/** A name however it was typed; signs and digits stay, since "Blok 1-1" is not "Blok 11". */
export const planKey = (name: string): string => cleaned(name).toLowerCase();

/** The counts of plans by their names, however those were typed. */
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
 * The plans of which units were built that Studenten does not have; units and rows by the name of the plan. None while as many rows
 * stand under names that Nieuwbouw does not have: those may be the same units.
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
