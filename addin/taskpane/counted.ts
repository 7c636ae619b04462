import { fill, type Text } from "@prestatieafspraken/indicators";
import { countIssues, type Issue, type Severity } from "@prestatieafspraken/quarterly";
import { words } from "./words.js";

const severities: readonly Severity[] = ["error", "warning", "info"];

const one = (severity: Severity, n: number): Text => fill(words.checks.counts[severity], { n });

/** "3 fouten, 5 waarschuwingen, 1 opmerking"; omits zero counts, except when all are zero. */
export function countText(issues: readonly Issue[] | Readonly<Record<Severity, number>>): Text {
  const counts = Array.isArray(issues) ? countIssues(issues) : (issues as Readonly<Record<Severity, number>>);
  const present = severities.filter((severity) => counts[severity] > 0);
  const parts = (present.length > 0 ? present : (["error"] as const)).map((severity) =>
    one(severity, counts[severity]),
  );
  return { nl: parts.map(({ nl }) => nl).join(", "), en: parts.map(({ en }) => en).join(", ") };
}
