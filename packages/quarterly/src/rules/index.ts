import { all } from "./all.generated.js";
import type { Rule } from "./rule.js";

/** All rules, by number: PA-0xx settings and norms, 1xx reading and structure, 2xx-8xx by table. */
export const rules: readonly Rule[] = all;

const byId = new Map(rules.map((one) => [one.id, one]));

/** The rule with this number. @throws RangeError for an unknown number. */
export function rule(id: string): Rule {
  const found = byId.get(id);
  if (!found) throw new RangeError(`There is no rule ${id}.`);
  return found;
}

export { defineRule } from "./rule.js";
export type { ExampleRow, Finding, Matter, Rule, RuleExample } from "./rule.js";
