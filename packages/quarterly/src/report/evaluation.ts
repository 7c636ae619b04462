import type { CommitmentLine } from "../report-shape.js";
import type { Return } from "../return.js";
import { articleOf } from "../rules/article.js";

/** What PA_Evaluatie says about one article. */
export interface Evaluation extends NonNullable<CommitmentLine["reported"]> {
  readonly deadline: string | null;
}

/** The rows of PA_Evaluatie by article; null when the workbook has no such table. Of two rows for an article the last one holds. */
export function evaluations(ret: Return): ((article: string) => Evaluation | null) | null {
  const table = ret.tables.get("PA_Evaluatie");
  if (!table) return null;
  const text = (header: string, row: number): string | null => {
    const value = table.has(header) ? table.value(header, row) : null;
    return value === null || String(value).trim() === "" ? null : String(value);
  };
  const rows = new Map<string, Evaluation>();
  for (let row = 0; row < table.length; row += 1) {
    const article = text("Artikel", row);
    if (article === null) continue;
    const notApplicable = table.has("Status") && table.reading("Status", row).state === "not applicable";
    const status = text("Status", row) ?? (notApplicable ? "n.v.t." : null);
    if (status === null) continue;
    rows.set(articleOf(article), {
      status,
      explanation: text("Toelichting", row),
      evidence: text("Bewijs", row),
      deadline: text("Deadline", row),
    });
  }
  return (article) => rows.get(articleOf(article)) ?? null;
}
