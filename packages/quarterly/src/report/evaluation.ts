import { readQuarter } from "@prestatieafspraken/indicators";
import type { CommitmentLine } from "../report-shape.js";
import type { Return } from "../return.js";
import { articleOf } from "../rules/article.js";
import type { Occurrence } from "./occurrences.js";
import { textAt } from "../reading/value-text.js";

/** A row of PA_Evaluatie about an article. */
export interface Evaluation extends NonNullable<CommitmentLine["reported"]> {
  readonly deadline: string | null;
  /** The occurrence of a recurring duty it is about: "2026" or "2026-Q1"; null if the row does not say. */
  readonly period: string | null;
}

export interface Evaluations {
  /** The row about an article; the last one if there are several. */
  of(article: string): Evaluation | null;
  /** All rows about an article. */
  all(article: string): readonly Evaluation[];
}

/** Placeholder for evidence that exists but is not published. */
export const withheld = "…";

/**
 * The rows of PA_Evaluatie by article; null if the workbook has no such table. For a publication no free text is quoted: only the
 * status, and whether there is evidence.
 */
export function evaluations(ret: Return, publication = false): Evaluations | null {
  const table = ret.tables.get("PA_Evaluatie");
  if (!table) return null;
  const text = (header: string, row: number): string | null => textAt(table, header, row);
  const rows = new Map<string, Evaluation[]>();
  for (let row = 0; row < table.length; row += 1) {
    const article = text("Artikel", row);
    if (article === null) continue;
    const notApplicable = table.has("Status") && table.reading("Status", row).state === "not applicable";
    const status = text("Status", row) ?? (notApplicable ? "n.v.t." : null);
    if (status === null) continue;
    const key = articleOf(article);
    const said: Evaluation = {
      status,
      explanation: publication ? null : text("Toelichting", row),
      evidence: publication && text("Bewijs", row) !== null ? withheld : text("Bewijs", row),
      deadline: text("Deadline", row),
      period: periodOf(text("Periode", row)),
    };
    rows.set(key, [...(rows.get(key) ?? []), said]);
  }
  const all = (article: string): readonly Evaluation[] => rows.get(articleOf(article)) ?? [];
  return { all, of: (article) => all(article).at(-1) ?? null };
}

/** Normalises "2026", "Q1 2026" and "1e kwartaal 2026"; null for anything else. */
function periodOf(typed: string | null): string | null {
  if (typed === null) return null;
  return readQuarter(typed) ?? /^\s*(\d{4})\s*$/.exec(typed)?.[1] ?? null;
}

/**
 * The row about one occurrence of a duty. A row with a period, or with a deadline in the same year, belongs to that occurrence. A
 * row with neither belongs to the occurrence only if there has been just one; otherwise it is ambiguous.
 */
export function about(rows: readonly Evaluation[], { period, due }: Occurrence, isOnly: boolean): Evaluation | null {
  const year = due.slice(0, 4);
  return (
    rows.findLast((row) => row.period !== null && (row.period === period || row.period === year)) ??
    rows.findLast((row) => row.period === null && row.deadline?.startsWith(year) === true) ??
    (isOnly ? (rows.findLast((row) => row.period === null && row.deadline === null) ?? null) : null)
  );
}
