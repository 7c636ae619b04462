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

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/**
 * The delivered plans with fewer rows in Studenten than units in Nieuwbouw. Rows name their plan as Nieuwbouw does: by name or by
 * code, where every project has one. Rows under another name belong to no plan: PA-310 asks which one was meant.
 */
export function plansShort(
  names: Iterable<readonly [string, number]>,
  codes: Iterable<readonly [string, number]>,
  rows: Iterable<readonly [string, number]>,
): readonly PlanShort[] {
  const given = byPlan(rows);
  const [short, byCode] = [byPlan(names), byPlan(codes)].map((built) => ({
    all: sum([...built.values()].map(({ count }) => count)),
    plans: [...built]
      .map(([key, { name, count }]) => ({ name, built: count, rows: given.get(key)?.count ?? 0 }))
      .filter((plan) => plan.rows < plan.built),
  }));
  const lacking = (plans: readonly PlanShort[]): number => sum(plans.map(({ built, rows: of }) => built - of));
  return byCode!.all === short!.all && lacking(byCode!.plans) < lacking(short!.plans) ? byCode!.plans : short!.plans;
}
