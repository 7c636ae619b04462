import { fill, untranslated } from "@prestatieafspraken/indicators";
import {
  ACCEPTED_SETTING,
  WorkbookError,
  type CellAt,
  type CellChange,
  type Issue,
  type Mark,
  applyFixes,
  type Fix,
} from "@prestatieafspraken/quarterly";
import { severityShown } from "./filter-issues.js";
import { idOf, type Session } from "./session.js";
import { shownValue } from "./shown-value.js";
import { words } from "./words.js";

/** An issue with a certain fix, and its cell. */
export type Fixable = Issue & { readonly sheet: string; readonly cell: string; readonly replacement: object };

export const isFixable = (issue: Issue): issue is Fixable =>
  issue.replacement !== undefined && issue.sheet !== null && issue.cell !== null;

/** Opens an issue and selects its cell in the sheet. */
export async function openIssue(session: Session, issue: Issue): Promise<void> {
  session.store.set({ current: idOf(issue), notice: null });
  await showCell(session, issue);
}

export async function showCell(session: Session, place: Place): Promise<boolean> {
  const { sheet, cell, row } = place;
  return sheet !== null && (await showAt(session, { sheet, cell: cell ?? (row === null ? "A1" : `A${row}`) }));
}
type Place = Pick<Issue, "sheet" | "cell" | "row">;

/** Shows a cell in the sheet and, if the host can, gives it the keyboard focus. */
export async function goToCell(session: Session, place: Place): Promise<void> {
  if (await showCell(session, place)) session.workbook.enter?.();
}

/** Shows a cell in the sheet; asks first if its row is hidden. Returns true if it is shown. */
async function showAt(session: Session, at: CellAt): Promise<boolean> {
  try {
    await session.workbook.select(at);
    return true;
  } catch (error) {
    if (error instanceof WorkbookError && error.code === "CELL_EDITING") {
      session.say({ kind: "problem", text: error.sentence });
      return false;
    }
    if (error instanceof WorkbookError && error.code === "HIDDEN_ROW") {
      const run = (): void => void session.attempt(words.busy.changing, () => session.workbook.reveal!(at));
      session.say({ kind: "question", text: error.sentence, action: { label: words.checks.reveal, run } });
      return false;
    }
    await session.check({ quietly: true });
    session.say({ kind: "problem", text: words.checks.gone });
    return false;
  }
}

/** Opens and returns the next or previous issue in the list; null if the list is empty. */
export async function step(session: Session, by: 1 | -1): Promise<Issue | null> {
  const shown = session.shown();
  if (shown.length === 0) return null;
  const at = shown.findIndex((issue) => idOf(issue) === session.state.current);
  const next = at < 0 ? (by === 1 ? 0 : shown.length - 1) : at + by;
  const issue = shown[Math.min(Math.max(next, 0), shown.length - 1)]!;
  await openIssue(session, issue);
  return issue;
}

/**
 * Resolves the open issue with `deal`, then opens the issue that takes its place in the list; notes are skipped.
 * Returns whether `deal` succeeded.
 */
async function onwards(session: Session, deal: () => Promise<boolean>): Promise<boolean> {
  const at = session.shown().findIndex((issue) => idOf(issue) === session.state.current);
  if (!(await deal())) return false;
  const shown = session.shown();
  const next = [...shown.slice(Math.max(0, at)), ...shown].find((issue) => severityShown(issue) !== "info");
  if (next === undefined) return true;
  session.store.set({ current: idOf(next) });
  await showCell(session, next);
  return true;
}

/** Fixes issues that have a certain value, then opens the next one. */
export const fixOnwards = (session: Session, issues: readonly Fixable[]): Promise<boolean> =>
  onwards(session, () => fix(session, issues));

/** Writes the certain values to their cells as one undo step; refused as a whole if one of the cells changed. */
async function fix(session: Session, issues: readonly Fixable[]): Promise<boolean> {
  const changes = issues.map(({ sheet, cell, replacement: { before, after } }): CellChange => ({
    sheet,
    cell,
    value: after,
    expected: before,
  }));
  const fixed = await session.attempt(words.busy.changing, () => session.workbook.change(changes));
  if (!fixed) return false;
  session.store.set({ undoable: session.state.undoable + 1 });
  await session.check({ quietly: true });
  const [only] = issues;
  const { language } = session.state;
  session.done(
    issues.length === 1 && only
      ? fill(words.checks.fixed, { cell: only.cell, after: shownValue(only.replacement.after, language) })
      : fill(words.checks.fixedAll, { n: issues.length }),
  );
  return true;
}

/** Applies one of the proposed fixes of an issue. */
export const mend = (session: Session, one: Fix): Promise<boolean> => onwards(session, () => carryOut(session, one));

async function carryOut(session: Session, one: Fix): Promise<boolean> {
  const mended = await session.attempt(words.busy.changing, () => applyFixes(session.workbook, [one]));
  if (!mended) return false;
  // Appended rows and extended tables are not among the changes that can be undone here.
  if (one.steps.every(({ kind }) => kind === "set" || kind === "deleteRow"))
    session.store.set({ undoable: session.state.undoable + 1 });
  await session.check({ quietly: true });
  session.done(fill(words.checks.mended, { what: one.label }));
  return true;
}

export async function undo(session: Session): Promise<void> {
  const outcome = await session.attempt(words.busy.changing, () => session.workbook.undo());
  if (!outcome) return;
  const undone = outcome.value;
  session.store.set({ undoable: undone ? Math.max(0, session.state.undoable - 1) : 0 });
  await session.check({ quietly: true });
  session.done(undone ? words.checks.undone : words.checks.nothingToUndo);
}

/** One mark per cell, with the highest severity and all messages. */
export function marksOf(session: Session, issues: readonly Issue[]): readonly Mark[] {
  const { language } = session.state;
  const marks = new Map<string, Mark>();
  for (const issue of issues) {
    const { sheet, cell } = issue;
    if (sheet === null || cell === null) continue;
    const severity = severityShown(issue);
    const text = `${words.checks.severity[severity][language]} ${issue.rule}: ${issue.message[language]} ${issue.fix[language]}`;
    const before = marks.get(`${sheet}!${cell}`);
    marks.set(
      `${sheet}!${cell}`,
      before ? { ...before, text: `${before.text}\n${text}` } : { sheet, cell, severity, text },
    );
  }
  return [...marks.values()];
}

/** Marks the issues on screen, after clearing all earlier marks. Sheets that are protected are skipped and named. */
export async function mark(session: Session): Promise<void> {
  const marks = marksOf(session, session.shown());
  if (marks.length === 0) {
    session.done(words.checks.nothingToMark);
    return;
  }
  const marked = await session.attempt(words.busy.marking, async () => {
    await session.workbook.clearMarks();
    const left: string[] = [];
    for (const name of new Set(marks.map(({ sheet }) => sheet)))
      try {
        await session.workbook.mark(marks.filter(({ sheet }) => sheet === name));
      } catch (error) {
        if (!(error instanceof WorkbookError) || error.code !== "PROTECTED_SHEET") throw error;
        left.push(name);
      }
    return left;
  });
  if (!marked) return;
  const left = marked.value;
  const n = marks.filter(({ sheet }) => !left.includes(sheet)).length;
  if (left.length === 0) session.done(fill(words.checks.markedCells, { n }));
  else session.say({ kind: "problem", text: fill(words.checks.markedExcept, { n, sheets: left.join(", ") }) });
}

export async function unmark(session: Session): Promise<void> {
  const cleared = await session.attempt(words.busy.clearing, () => session.workbook.clearMarks());
  if (!cleared) return;
  const before = session.state.sheets.length;
  const went = (await session.workbook.sheetNames()).length < before;
  const said = cleared.value === 0 ? words.checks.noMarks : fill(words.checks.unmarked, { n: cleared.value });
  session.done(went ? session.withUndo(said) : said);
}

/** Changes the explanations stored in the workbook; never overwrites stored text that cannot be read. */
async function keep(session: Session, change: (kept: Record<string, unknown>) => void): Promise<boolean> {
  const kept = await session.attempt(words.busy.writing, async () => {
    const text = await session.workbook.getSetting(ACCEPTED_SETTING);
    let found: unknown;
    try {
      found = JSON.parse(text ?? "{}");
    } catch {
      found = null;
    }
    if (typeof found !== "object" || found === null || Array.isArray(found))
      throw new WorkbookError("UNREADABLE_SETTING", words.checks.unreadable);
    change(found as Record<string, unknown>);
    await session.workbook.setSetting(ACCEPTED_SETTING, JSON.stringify(found));
  });
  return kept !== null;
}

/**
 * Explains a warning with a sentence. The explanation is tied to the value: if the value changes, the warning returns.
 */
export async function accept(session: Session, issue: Issue, party: string, sentence: string): Promise<void> {
  const day = session.options.today;
  await onwards(session, async () => {
    if (!(await keep(session, (kept) => (kept[issue.key] = { party, day, sentence: sentence.trim() })))) return false;
    await session.check({ quietly: true });
    session.done(words.checks.acceptedNow);
    return true;
  });
}

export async function withdraw(session: Session, issue: Issue): Promise<void> {
  const { key } = issue;
  if (!(await keep(session, (kept) => void Reflect.deleteProperty(kept, key)))) return;
  await session.check({ quietly: true });
  session.done(words.checks.withdrawn);
}

/** The location of an issue as users write it: "Nieuwbouw!Q37". */
export function placeOf(issue: Issue) {
  if (issue.cell !== null) return untranslated(issue.cell);
  if (issue.row !== null) return fill(words.checks.row, { row: String(issue.row) });
  return issue.sheet === null ? words.checks.wholeReturn : words.checks.wholeTable;
}
