import {
  CannotSay,
  exact,
  fill,
  Fraction,
  type Count,
  type Question,
  type Unknown,
} from "@prestatieafspraken/indicators";
import { place, requireColumn, tableOf, unusable } from "./cannot-say.js";
import { countedCells } from "./cells.js";
import { coverage, noData } from "./coverage.js";
import { ANYBODY, type Gap, type Pass } from "./pass.js";
import type { Resolved } from "./resolve.js";
import { columnOf, groupTotal, takenColumns, type Total } from "./total.js";
import { unclearRows, type Unclear } from "./unclear.js";
import { unlisted } from "./unlisted.js";
import type { Answered, Asked, Covered, Ledger, Used } from "./shapes.js";

/**
 * Answers a question for a quarter and a party.
 * @throws CannotSay for the first table, column, party, quarter or cell that is missing or unusable.
 */
export function answer(ledger: Ledger, resolved: Resolved, asked: Asked): Answered {
  const { question } = resolved;
  const passes = question.book.sources.flatMap((source) => {
    const table = ledger.ret.tables.get(source.table);
    return table ? [ledger.pass(table, source, resolved)] : [];
  });
  if (passes.length === 0) throw noTable(ledger, question);
  const covered = coverage(ledger, resolved, passes, asked);
  const used = covered.used;
  for (const { pass, group } of used) stopAt(pass, group.gap);
  for (const pass of passes) stopAtStrays(pass, covered.wanted);
  const rows = used.reduce((sum, { group }) => sum + group.rows.length, 0);
  const one = question.one;
  if (one !== undefined) precisely(one, used, rows, asked);
  const counts = countsOf(question, used);
  let found: Unclear[] | null = null;
  const by = "by" in question.take ? question.take.by : undefined;
  const unclear = (): Unclear[] =>
    (found ??= unclearRows(used, goneOf(resolved, passes, covered, asked), takenColumns(question), by));
  const totalOf = (rows: readonly Unclear[]): Unknown => ({
    rows: rows.length,
    value: rows.reduce((sum, { amount }) => sum.add(amount), nothing).valueOf(),
  });
  const unknownRows = used.reduce((sum, { group }) => sum + group.unknown.length, 0);
  return {
    question,
    resolved,
    used,
    rows: rows + (used[0]?.pass.unknownCounts ? unknownRows : 0),
    ...counts.now,
    notApplicable: counts.notApplicable,
    certain: counts.certain,
    unknown: { value: counts.unknown, rows: unknownRows },
    unclear,
    unknownIn: (header) => totalOf(unclear().filter((row) => !row.isUnlisted && row.headers.includes(header))),
    get unlisted() {
      const rows = unclear().filter(({ isUnlisted }) => isUnlisted);
      const apart = new Map<string, number>();
      for (const { by: group, amount } of rows)
        if (group !== null && "value" in group)
          apart.set(group.value, (apart.get(group.value) ?? 0) + amount.valueOf());
      return { ...totalOf(rows), by: apart };
    },
    turnedAway: (header) => turnedAway(used, header),
    parties: covered.parties,
    quarters: covered.quarters,
    notes: [...covered.notes, ...leftOut(used, counts.notApplicable)],
    counted: () => countedCells(resolved, used),
  };
}

/** The rows that would count in the snapshot of the quarter if it listed what earlier quarters did. */
function goneOf(
  { window }: Resolved,
  passes: readonly Pass[],
  { wanted }: Covered,
  { quarter }: Asked,
): ReadonlyMap<Pass, readonly number[]> {
  const gone = window === "snapshot" ? passes : [];
  return new Map(
    gone.map((pass) => [
      pass,
      unlisted(pass.table, quarter).filter((row) => {
        const state = pass.stateOf(row);
        return (state === "counts" || state === "unknown") && wanted(quarter, pass.groupOf(row)?.party ?? "");
      }),
    ]),
  );
}

const noTable = ({ ret }: Ledger, { book }: Question): Error => {
  tableOf(ret, book.sources[0]!.table);
  return new TypeError("a book without tables");
};

/** Throws for a cell that makes the rows of a group uncountable. */
function stopAt(pass: Pass, gap: Gap | null): void {
  if (gap === null) return;
  const { table } = pass;
  if (gap.contradicts === undefined) {
    requireColumn(table, gap.header);
    throw unusable(table, gap.header, gap.row);
  }
  throw new CannotSay(fill(gap.contradicts, { cell: place(table, gap.header, gap.row) }));
}

/** Throws for a row with an unreadable quarter or party that may belong to the answer: leaving it out would be a guess. */
function stopAtStrays(pass: Pass, wanted: (quarter: string, party: string) => boolean): void {
  const { source, table } = pass;
  for (const { quarter, party, rows, unknown, gap } of pass.strays) {
    const row = rows[0] ?? unknown[0] ?? gap?.row;
    if (row === undefined || !wanted(quarter, party)) continue;
    throw unusable(table, (quarter === ANYBODY ? source.quarter : source.party)!, row);
  }
}

function precisely(one: NonNullable<Question["one"]>, used: readonly Used[], rows: number, { quarter }: Asked): void {
  if (rows === 1) return;
  const cells = used.flatMap(({ pass, group }) =>
    Array.from(group.rows.subarray(0, 2), (row) => place(pass.table, "Eindstand", row)),
  );
  throw new CannotSay(
    fill(rows === 0 ? one.none : one.several, { quarter, first: cells[0] ?? "", second: cells[1] ?? "" }),
  );
}

const turnedAway = (used: readonly Used[], header: string): number =>
  used.reduce(
    (sum, { pass, group }) =>
      group.away.reduce((count, rows, at) => (pass.where[at]!.condition.header === header ? count + rows : count), sum),
    0,
  );

const nothing = new Fraction(0);

interface Counts {
  readonly now: Count;
  /** Without the rows of unknown class. */
  readonly certain: Count;
  /** The part of the count in rows of unknown class. */
  readonly unknown: number;
  readonly notApplicable: ReadonlyMap<string, number>;
}

function countsOf({ take, notApplicableIsZero }: Question, used: readonly Used[]): Counts {
  const by = "by" in take ? take.by : undefined;
  const columns = takenColumns({ take });
  const notApplicable = new Map<string, number>();
  const groups = used.map(({ pass, group }) => {
    const parts = columns.map(({ name, sign }) => {
      const [certain, unknown] = (["rows", "unknown"] as const).map((which) => {
        const total = groupTotal(pass, group, name, which, by);
        stopAt(pass, total.gap);
        if (total.notApplicable > 0) notApplicable.set(name, (notApplicable.get(name) ?? 0) + total.notApplicable);
        return total;
      });
      return { name, sign, certain: certain!, unknown: unknown! };
    });
    return { pass, group, parts };
  });
  const rowCount = (which: "rows" | "unknown") => groups.reduce((sum, { group }) => sum + group[which].length, 0);
  if (!notApplicableIsZero) {
    for (const [name, left] of notApplicable) {
      if (left < rowCount("rows") + rowCount("unknown") || left === 0) continue;
      throw everywhere(used[0]!.pass, name);
    }
  }
  const unit = used.length > 0 && columns[0] ? columnOf(used[0]!.pass, columns[0].name).unit : 1;
  const sumOf = (which: "certain" | "unknown"): Fraction => {
    let whole = 0;
    let broken: Fraction | null = null;
    for (const { parts } of groups) {
      for (const part of parts) {
        whole += part.sign * part[which].sum;
        if (part[which].broken) broken = part[which].broken.mul(part.sign).add(broken ?? 0);
      }
    }
    if (broken !== null) return broken.add(whole).div(unit);
    return unit === 1 ? new Fraction(whole) : new Fraction(whole, unit);
  };
  const byOf = (): Map<string, number> => {
    const apart = new Map<string, number>();
    for (const { parts } of groups)
      for (const { certain, sign } of parts)
        for (const [value, number] of certain.by) apart.set(value, (apart.get(value) ?? 0) + (sign * number) / unit);
    return apart;
  };
  const count = (value: Fraction, apart: ReadonlyMap<string, number>): Count => ({
    value: value.valueOf(),
    exact: value,
    by: apart,
  });
  if ("average" in take || "max" in take || "min" in take) {
    // Such a figure does not add up, so nothing says between which values it lies.
    for (const { pass, group } of used) {
      const [row] = group.unknown;
      if (row !== undefined) throw unusable(pass.table, pass.unknownIn(row)[0]!, row);
    }
    const value = spread(
      take,
      groups.flatMap(({ parts }) => parts.map(({ certain }) => certain)),
      unit,
    );
    const now = count(value, new Map());
    return { now, certain: now, unknown: 0, notApplicable };
  }
  const certain = sumOf("certain");
  const unknown = rowCount("unknown") === 0 ? nothing : sumOf("unknown");
  const apart = by === undefined ? new Map<string, number>() : byOf();
  const counts = used[0]?.pass.unknownCounts === true;
  return {
    now: count(counts ? certain.add(unknown) : certain, apart),
    unknown: unknown.valueOf(),
    certain: count(certain, apart),
    notApplicable,
  };
}

/** The average, maximum or minimum of a column. @throws CannotSay if there are no rows. */
function spread(take: Question["take"], totals: readonly Total[], unit: number): Fraction {
  const rows = totals.reduce((sum, { count }) => sum + count, 0);
  if (rows === 0) throw noData;
  if ("max" in take) return exact(Math.max(...totals.map(({ most }) => most))).div(unit);
  if ("min" in take) return exact(Math.min(...totals.map(({ least }) => least))).div(unit);
  return totals
    .reduce((sum, { sum: whole, broken }) => sum.add(whole).add(broken ?? 0), new Fraction(0))
    .div(rows * unit);
}

const everywhere = ({ table }: Pass, header: string): CannotSay =>
  new CannotSay(
    fill(
      {
        nl: "In {table} staat bij {header} overal 'n.v.t.'.",
        en: "{table} says 'not applicable' everywhere under {header}.",
      },
      { table: table.definition.sheet, header },
    ),
    "not applicable",
  );

/** Notes on how many rows were left out because they say "n.v.t.". */
const leftOut = (used: readonly Used[], notApplicable: ReadonlyMap<string, number>) =>
  [...notApplicable].map(([header, count]) =>
    fill(
      {
        nl: "{table}, {header}: {count:rij|rijen} met 'n.v.t.' niet meegeteld.",
        en: "{table}, {header}: {count:row|rows} with 'not applicable' left out.",
      },
      { table: used[0]!.pass.table.definition.title, header, count },
    ),
  );
