import type { LimitSeries } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import type { Finding, Rule } from "./rule.js";

interface Looked {
  readonly day: string | null;
  readonly limits: readonly LimitSeries[];
  readonly found: readonly Finding[];
}

const looked = new WeakMap<Return, Map<Rule, Looked>>();

/** The findings of a rule in a return. Cached per day and limits, because a return never changes once read. */
export function findingsOf(
  rule: Rule,
  ret: Return,
  { day, limits }: { readonly day: string | null; readonly limits: readonly LimitSeries[] },
): readonly Finding[] {
  if (rule.check === "reading") return [];
  const ofReturn = looked.get(ret) ?? new Map<Rule, Looked>();
  looked.set(ret, ofReturn);
  const before = ofReturn.get(rule);
  if (before?.day === day && before.limits === limits) return before.found;
  const found = Array.from(rule.check({ ret, day, limits, table: (name) => ret.tables.get(name) }));
  ofReturn.set(rule, { day, limits, found });
  return found;
}
