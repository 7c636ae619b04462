import { fill, type Text } from "@prestatieafspraken/indicators";
import type { CellToSet, Fix, Issue } from "../issue.js";
import { prefixed, subjects } from "./subject.js";
import type { Return } from "../return.js";
import type { CellValue } from "../workbook.js";
import { valueText } from "./fixes.js";

/** An issue as a rule makes it, before equal issues are grouped. */
export interface SingleIssue extends Issue {
  readonly proposals?: readonly CellValue[];
  /** The content of the cell, if there are proposals. */
  readonly typed?: CellValue;
  readonly group?: string;
}

/** True if two issues belong together: notes (info) always do within a column, others only if their messages are equal. */
const isSame = (a: SingleIssue, b: SingleIssue): boolean =>
  a.rule === b.rule &&
  a.table === b.table &&
  a.field === b.field &&
  a.sheet === b.sheet &&
  (a.severity === "info" || (a.message.nl === b.message.nl && a.fix.nl === b.fix.nl));

/**
 * Groups issues: the same finding down a block becomes one issue with a range and one fix. `isKept` selects issues that stay
 * separate (accepted ones).
 */
export function groupIssues(
  ret: Return,
  issues: readonly SingleIssue[],
  isKept: (issue: SingleIssue) => boolean,
): Issue[] {
  const groups: SingleIssue[][] = [];
  const open = new Map<string, SingleIssue[]>();
  for (const issue of issues) {
    const inGroup = issue.group !== undefined;
    const key = inGroup
      ? `${issue.rule}|${issue.table}|${issue.group}`
      : `${issue.rule}|${issue.table}|${issue.field}|${issue.sheet}`;
    const before = open.get(key);
    const last = before?.at(-1);
    const goesOn =
      last !== undefined &&
      !isKept(issue) &&
      !isKept(last) &&
      (inGroup ||
        (issue.cell !== null &&
          issue.row !== null &&
          last.row !== null &&
          issue.row === last.row + 1 &&
          isSame(last, issue)));
    if (goesOn) before!.push(issue);
    else {
      const own = [issue];
      groups.push(own);
      open.set(key, own);
    }
  }
  const nameOf = subjects(ret);
  return groups.map((group) => finished(ret, group, nameOf));
}

/**
 * The range of a group: "C6:C20", or "C6:C20, C22:C30" if rows in between are right; null for one cell, or cells of several
 * columns or sheets.
 */
function rangeOf(group: readonly SingleIssue[]): string | null {
  const { field, sheet } = group[0]!;
  if (group.length === 1 || !group.every((one) => one.field === field && one.sheet === sheet && one.cell !== null))
    return null;
  const runs: [SingleIssue, SingleIssue][] = [];
  for (const one of group) {
    const last = runs.at(-1);
    if (last && one.row === (last[1].row ?? 0) + 1) last[1] = one;
    else runs.push([one, one]);
  }
  const named = runs.slice(0, 5).map(([from, to]) => (from === to ? from.cell! : `${from.cell!}:${to.cell!}`));
  return named.join(", ") + (runs.length > 5 ? ", \u2026" : "");
}

const others: Text = {
  nl: " Zo ook in {count:rij|rijen} eronder ({range}).",
  en: " The same goes for {count:row|rows} below ({range}).",
};
const asAbove: Text = {
  nl: "{field} zoals de rij erboven in {count:cel|cellen} ({range})",
  en: "{field} as in the row above in {count:cell|cells} ({range})",
};
const allCells: Text = { nl: "{count:cel|cellen} verbeteren ({range})", en: "Correct {count:cell|cells} ({range})" };

function finished(ret: Return, group: readonly SingleIssue[], nameOf: (issue: Issue) => Text | null): Issue {
  const first = group[0]!;
  const issue = withoutWork(first);
  const fixes = [...(first.fixes ?? []), ...ownFixes(ret, group)];
  const whole: Issue = { ...issue, ...(fixes.length > 0 && { fixes }) };
  const about = nameOf(first);
  if (group.length === 1) return about === null ? whole : { ...whole, message: prefixed(about, whole.message) };

  // A group made by the rule itself is described by the rule; otherwise its cells are listed.
  const range = group.every((one) => one.facts === first.facts) && first.group !== undefined ? null : rangeOf(group);
  const common = <T>(of: (one: SingleIssue) => T): T | null =>
    group.every((one) => of(one) === of(first)) ? of(first) : null;
  const rest: { -readonly [Key in keyof Issue]: Issue[Key] } = { ...whole };
  delete rest.replacement;
  return {
    ...rest,
    party: common((one) => one.party),
    quarter: common((one) => one.quarter),
    ...(range !== null && { range }),
    message: range === null ? whole.message : joined(whole.message, fill(others, { count: group.length - 1, range })),
    key: `${whole.key}|+${group.length - 1}`,
  };
}

/** The issue without the properties that are only needed for grouping. */
function withoutWork(single: SingleIssue): Issue {
  const issue: { -readonly [Key in keyof SingleIssue]: SingleIssue[Key] } = { ...single };
  delete issue.proposals;
  delete issue.typed;
  delete issue.group;
  return issue;
}

const joined = (a: Text, b: Text): Text => ({ nl: a.nl + b.nl, en: a.en + b.en });

/** The replacement or proposals as buttons, each for all cells of the group. */
function ownFixes(ret: Return, group: readonly SingleIssue[]): readonly Fix[] {
  const first = group[0]!;
  const table = ret.tables.get(first.table);
  const cells = (after: (issue: SingleIssue) => CellValue): CellToSet[] =>
    group.flatMap((issue) =>
      issue.sheet === null || issue.cell === null
        ? []
        : [
            {
              sheet: issue.sheet,
              cell: issue.cell,
              before: issue.replacement ? issue.replacement.before : (issue.typed ?? null),
              after: after(issue),
            },
          ],
    );
  const button = (label: Text, after: (issue: SingleIssue) => CellValue): Fix[] => {
    const set = cells(after);
    return set.length === group.length ? [{ label, steps: [{ kind: "set", cells: set }] }] : [];
  };
  const isShare =
    table?.definition.fields.some(({ header, type }) => header === first.field && type === "share") === true;
  const to = (after: CellValue): Text => {
    const text = valueText(after, isShare);
    const where = group.length > 1 ? ` (${rangeOf(group) ?? ""})` : "";
    return { nl: `${first.field ?? ""} = ${text.nl}${where}`, en: `${first.field ?? ""} = ${text.en}${where}` };
  };
  if (group.every((issue) => issue.replacement !== undefined)) {
    const { after } = first.replacement!;
    const isOne = group.every((issue) => issue.replacement!.after === after);
    const label = isOne ? to(after) : fill(allCells, { count: group.length, range: rangeOf(group) ?? "" });
    return button(label, (issue) => issue.replacement!.after);
  }
  if (first.group !== undefined && group.every((issue) => issue.proposals?.length === 1)) {
    const isOne = group.every((issue) => issue.proposals![0] === first.proposals![0]);
    const label = isOne
      ? to(first.proposals![0]!)
      : fill(asAbove, { field: first.field ?? "", count: group.length, range: rangeOf(group) ?? "" });
    return button(label, (issue) => issue.proposals![0]!);
  }
  return (first.proposals ?? [])
    .filter((after) => group.every((issue) => issue.proposals?.includes(after) === true))
    .flatMap((after) => button(to(after), () => after));
}
