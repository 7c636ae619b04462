import { fill, listed, type Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { isNormOf } from "../reading/apply-norms.js";
import { findingsOf } from "../rules/findings.js";
import { rules } from "../rules/index.js";
import type { Compared } from "./books-of.js";
import { place } from "./cannot-say.js";
import { isCounted, weighs } from "./cells.js";
import type { Group, Pass } from "./pass.js";
import type { Resolved } from "./resolve.js";
import type { Answered, Ledger, Used } from "./shapes.js";
import { kept, listsBy, mapPer, oncePer } from "../kept.js";

/** An error in a cell, or in a whole row. */
export interface Mark {
  readonly row: number;
  readonly header: string | null;
  /** Of a row that is not there: one that would count wherever this one does. */
  readonly lacking?: number;
  readonly rule: string;
  /** The cell shown to the user: that of the finding. */
  readonly shown: string;
}

type Marks = ReadonlyMap<string, readonly Mark[]>;

/** All errors in a return, by table: those found by rules, and cells that could not be read. */
export const errorMarks = oncePer(({ ret, limits }: Ledger): Marks => {
  const lists = new Map<string, Mark[]>();
  const into = (table: ReturnTable): Mark[] => kept(lists, table.definition.name, () => []);
  for (const rule of rules) {
    if (rule.severity !== "error") continue;
    for (const { table, index, header, about } of findingsOf(rule, ret, { day: ret.settings.day, limits })) {
      if (typeof table === "string" || index === undefined) continue;
      const shown = place(table, header ?? "", index);
      for (const row of about?.rows ?? [index]) {
        const headers = about ? about.headers : header === undefined ? undefined : [header];
        const lacking = about?.lacking;
        for (const one of headers ?? [null])
          into(table).push({ row, header: one, rule: rule.id, shown, ...(lacking !== undefined && { lacking }) });
      }
    }
  }
  markReading(ret, into);
  return lists;
});

/** Adds the errors found while reading, which are issues with a sheet and row number. */
function markReading(ret: Return, into: (table: ReturnTable) => Mark[]): void {
  const errors = ret.issues.filter((issue) => issue.severity === "error" && issue.row !== null && issue.field !== null);
  for (const [name, issues] of listsBy(errors, ({ table }) => table)) {
    const table = ret.tables.get(name);
    if (!table) continue;
    const rows = new Map<string, number>();
    for (let row = 0; row < table.length; row += 1) rows.set(`${table.sheet(row)}|${table.row(row)}`, row);
    for (const { sheet, row, field, rule } of issues) {
      const index = rows.get(`${sheet ?? ""}|${row!}`);
      if (index !== undefined)
        into(table).push({ row: index, header: field, rule, shown: place(table, field!, index) });
    }
  }
}

const byGroup = new WeakMap<Pass, ReadonlyMap<Group | undefined, readonly Mark[]>>();

/** The errors in the rows of a pass, by group; computed from the errors, because they are few and rows are many. */
const marksIn = (ledger: Ledger, pass: Pass): ReadonlyMap<Group | undefined, readonly Mark[]> =>
  kept(byGroup, pass, () =>
    listsBy(errorMarks(ledger).get(pass.table.definition.name) ?? [], ({ row }) => pass.groupOf(row)),
  );

const onCounted = mapPer<string, readonly Mark[]>();
const none: readonly Mark[] = [];

/** The errors on cells that matter to a question. Cached per group: a sum over quarters uses the same groups again and again. */
function marksOn(ledger: Ledger, resolved: Resolved, used: Used): readonly Mark[] {
  const marks = marksIn(ledger, used.pass).get(used.group);
  if (!marks) return none;
  return kept(onCounted(used.group), resolved.key, () =>
    marks.filter(({ row, header, lacking }) =>
      header === null ? isCounted(used, lacking ?? row) : weighs(resolved, used, row, header),
    ),
  );
}

/** What a verdict rests on. */
interface Weighed {
  /** The indicator whose norm decides, if any. */
  readonly indicator?: string;
  readonly answers: Iterable<Answered>;
  /** Settings that decide what is counted, besides those of the questions. */
  readonly settings?: Iterable<string>;
  readonly compared?: Compared;
}

/**
 * Why there is no verdict on a figure yet: its norm, a setting, a counted cell or a compared cell is in error; null if none is. Such
 * a figure is shown but not judged: a duplicated row could turn "niet gehaald" into "gehaald".
 */
export function doubtOf(ledger: Ledger, { indicator, answers, settings = [], compared }: Weighed): Text | null {
  const asked = [...answers, ...(compared?.answers ?? [])];
  return (
    (indicator === undefined ? null : normDoubt(ledger, indicator)) ??
    settingDoubt(ledger, [...settings, ...asked.flatMap(({ resolved }) => resolved.settings)]) ??
    cellDoubt(ledger, asked) ??
    notCompared([...(compared?.unusable ?? [])])
  );
}

/** An error in the PA_Normen rows of an indicator leaves its norm unknown. */
function normDoubt(ledger: Ledger, indicator: string): Text | null {
  const { agreement, tables } = ledger.ret;
  const table = tables.get("PA_Normen");
  const marks = table === undefined ? [] : (errorMarks(ledger).get("PA_Normen") ?? []);
  const first = marks.find(({ row }) => isNormOf(agreement, indicator, String(table!.value("Norm", row))));
  if (first === undefined) return null;
  return fill(
    {
      nl: "nog geen oordeel: welke norm geldt, is niet bekend door de fout in {cell} ({rule})",
      en: "no verdict yet: which norm holds is not known because of the error in {cell} ({rule})",
    },
    { cell: first.shown, rule: first.rule },
  );
}

/** A setting that cannot be read leaves unknown what should be counted. */
function settingDoubt({ ret }: Ledger, settings: readonly string[]): Text | null {
  const { unread } = ret.settings;
  const names = new Set(settings.flatMap((id) => unread[id] ?? []));
  if (names.size === 0) return null;
  return fill(
    {
      nl: "nog geen oordeel: verbeter eerst de instelling {names} (PA-005)",
      en: "no verdict yet: first correct the setting {names} (PA-005)",
    },
    { names: listed([...names]) },
  );
}

/** An error in a counted cell. */
function cellDoubt(ledger: Ledger, asked: readonly Answered[]): Text | null {
  const marks = asked.flatMap(({ resolved, used }) => used.flatMap((one) => marksOn(ledger, resolved, one)));
  const cells = [...new Set(marks.map(({ shown }) => shown))];
  if (cells.length === 0) return null;
  const more = cells.length - 3;
  return fill(
    {
      nl: "nog geen oordeel: los eerst de fout op in {cells}{more} ({rules})",
      en: "no verdict yet: first solve the error in {cells}{more} ({rules})",
    },
    {
      cells: cells.slice(0, 3).join(", "),
      more: more > 0 ? { nl: ` en nog ${more}`, en: ` and ${more} more` } : "",
      rules: [...new Set(marks.map(({ rule }) => rule))].join(", "),
    },
  );
}

/** Cells that could show that something is lacking cannot be read. */
function notCompared(unusable: readonly string[]): Text | null {
  if (unusable.length === 0) return null;
  return fill(
    {
      nl: "nog geen oordeel: vul eerst in wat er hoort in {cells}; of er iets ontbreekt, is nu niet te zien",
      en: "no verdict yet: first enter what belongs in {cells}; whether something is lacking cannot be seen now",
    },
    { cells: listed(unusable) },
  );
}
