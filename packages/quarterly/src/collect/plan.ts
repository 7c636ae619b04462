import type { Text, Field } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { rowInWords } from "../rules/subject.js";
import { listsBy } from "../kept.js";
import { isEmptyCell, type CellAt, type CellChange, type CellValue, type SheetTable } from "../workbook.js";
import { columnsInto } from "./columns-into.js";
import { asRead, type OpenContradiction } from "./open.js";
import { identities, rowsByIdentity } from "./row-identity.js";

/** A cell in which two returns differ; the user has to choose. */
export interface Contradiction {
  /** Unchanged as long as both values are, so that a choice can be remembered. */
  readonly key: string;
  readonly table: string;
  readonly tableTitle: Text;
  /** What the row is about: "WYwonen, sociaal, derde kwartaal 2026". */
  readonly row: Text;
  /** What tells the row from the others of its table. */
  readonly identity: string;
  readonly field: string;
  readonly here: {
    readonly value: CellValue;
    readonly read: CellValue;
    readonly shown: CellValue;
    readonly at: CellAt;
  };
  readonly there: {
    readonly value: CellValue;
    readonly text: string;
    readonly shown: CellValue;
    readonly at: CellAt;
  };
}

/** The changes that merge one return into another workbook. */
export interface CollectPlan {
  /** Rows to append to a table of the base, in the order of its headers. */
  readonly append: readonly {
    readonly table: ReturnTable;
    readonly rows: readonly (readonly CellValue[])[];
    /** True if the value came from a formula in the other return. */
    readonly calculated: (row: number, column: number) => boolean;
  }[];
  /** Empty cells of the base with a value in the other return. */
  readonly fill: readonly CellChange[];
  /** Tables missing from the base, added unchanged. */
  readonly newTables: readonly SheetTable[];
  readonly added: number;
  readonly filled: number;
  readonly alreadyThere: number;
  readonly contradictions: readonly Contradiction[];
  /** Number of contradictions decided earlier in favour of the base. */
  readonly decidedBefore: number;
  /** Open contradictions in which the file now says what stands in the base. */
  readonly takenBack: readonly OpenContradiction[];
  /** Filled columns of the other return that the base lacks. */
  readonly leftOut: readonly { readonly table: string; readonly header: string }[];
  /** Set if the base has no rows in its own quarter and therefore takes over the quarter of the other return. */
  readonly quarter: { readonly from: string | null; readonly to: string } | null;
}

/** A cell as displayed: a date as a date, not as a serial number. */
function asShown(table: ReturnTable, { header, type }: Field, index: number): CellValue {
  if (!table.has(header)) return null;
  return type === "date" || type === "text"
    ? (table.value(header, index) ?? table.typed(header, index))
    : table.typed(header, index);
}

/** True if two cells are equal: as parsed if both could be read, otherwise as typed. */
function saysTheSame(a: ReturnTable, i: number, b: ReturnTable, j: number, header: string): boolean {
  const one = a.reading(header, i);
  const two = b.reading(header, j);
  if (one.state === "value" && two.state === "value") return one.value === two.value;
  return one.state === two.state && JSON.stringify(a.typed(header, i)) === JSON.stringify(b.typed(header, j));
}

/** Settings that determine the quarter and date of a workbook. */
const quarterSettings = ["verslagkwartaal", "peildatum"];

/** True if the base has rows in its own quarter. */
const hasOwnQuarter = (base: Return): boolean =>
  base.settings.quarter !== null && base.quarters.includes(base.settings.quarter);

/**
 * Plans how to merge one party's return into another workbook: rows to add, empty cells to fill, rows already present, and cells
 * in which the two differ. An empty cell contradicts nothing. Merging the same return twice adds nothing.
 * `decided` holds the keys of contradictions decided earlier in favour of the base; `file` is the name of the return's file.
 */
export function planCollect(
  base: Return,
  other: Return,
  decided: ReadonlySet<string> = new Set(),
  file: string | null = null,
): CollectPlan {
  const append: CollectPlan["append"][number][] = [];
  const fill: CellChange[] = [];
  const newTables: SheetTable[] = [];
  const contradictions: Contradiction[] = [];
  const leftOut: { table: string; header: string }[] = [];
  let added = 0;
  let alreadyThere = 0;
  let decidedBefore = 0;
  const otherQuarter = other.settings.quarter;
  const takesQuarter =
    otherQuarter !== null &&
    otherQuarter !== base.settings.quarter &&
    !hasOwnQuarter(base) &&
    other.quarters.includes(otherQuarter);

  for (const [name, theirs] of other.tables) {
    const ours = base.tables.get(name);
    if (!ours) {
      newTables.push(theirs.raw);
      added += theirs.length;
      continue;
    }
    const into = columnsInto(ours, theirs);
    theirs.raw.headers.forEach((header, column) => {
      if (into[column] === null && theirs.raw.rows.some((row) => !isEmptyCell(row[column] ?? null)))
        leftOut.push({ table: name, header });
    });
    const places = rowsByIdentity(ours);
    const identityOf = identities(theirs);
    const rows: CellValue[][] = [];
    const calculated: ReadonlySet<number>[] = [];
    for (let j = 0; j < theirs.length; j += 1) {
      const typed = theirs.raw.rows[j] ?? [];
      if (typed.every(isEmptyCell)) continue;
      const standing = places.get(identityOf(j));
      if (standing === undefined) {
        const row: CellValue[] = ours.raw.headers.map(() => null);
        const results = new Set<number>();
        typed.forEach((value, column) => {
          const target = into[column];
          if (target === null || target === undefined) return;
          row[target] = value;
          if (typeof theirs.raw.formula?.(j, column) === "string") results.add(target);
        });
        rows.push(row);
        calculated.push(results);
        added += 1;
        continue;
      }
      const compared = standing.map((i) => compare(ours, i, theirs, j));
      const same = compared.find(({ differing, empty }) => differing.length === 0 && empty.length === 0);
      if (same) {
        alreadyThere += 1;
        continue;
      }
      const best = compared.find(({ differing }) => differing.length === 0) ?? compared[0]!;
      const i = standing[compared.indexOf(best)]!;
      const aboutQuarter =
        name === "PA_Instellingen" && quarterSettings.includes(String(ours.value("Instelling", i) ?? "").toLowerCase());
      for (const field of best.empty) {
        fill.push({
          ...placeOf(ours, field.header, i),
          value: theirs.typed(field.header, j),
          expected: ours.typed(field.header, i),
        });
      }
      for (const field of best.differing) {
        const at = placeOf(ours, field.header, i);
        const value = ours.typed(field.header, i);
        const wanted = theirs.typed(field.header, j);
        if (aboutQuarter && takesQuarter) {
          fill.push({ ...at, value: wanted, expected: value });
          continue;
        }
        const key = `${name}|${identityOf(j)}|${field.header}|${JSON.stringify([value, wanted])}`;
        if (decided.has(key)) {
          decidedBefore += 1;
          continue;
        }
        contradictions.push({
          key,
          table: name,
          tableTitle: ours.definition.title,
          row: rowInWords(theirs, j, base.agreement),
          identity: identityOf(j),
          field: field.header,
          here: { value, read: asRead(ours, field.header, i), shown: asShown(ours, field, i), at },
          there: {
            value: wanted,
            text: theirs.shown(field.header, j),
            shown: asShown(theirs, field, j),
            at: placeOf(theirs, field.header, j),
          },
        });
      }
      if (best.differing.length === 0 && best.empty.length === 0) alreadyThere += 1;
    }
    if (rows.length > 0)
      append.push({
        table: ours,
        rows,
        calculated: (row, column) => calculated[row]?.has(column) ?? false,
      });
  }
  return {
    append,
    fill,
    newTables,
    added,
    filled: fill.length,
    alreadyThere,
    contradictions,
    decidedBefore,
    takenBack: takenBack(base, other, file),
    leftOut,
    quarter: takesQuarter ? { from: base.settings.quarter, to: otherQuarter } : null,
  };
}

/** Open contradictions of the base in which a file now says the same. */
function takenBack(base: Return, other: Return, file: string | null): readonly OpenContradiction[] {
  const own = listsBy(
    base.contradictions.filter((one) => one.file === file),
    ({ table }) => table,
  );
  return Array.from(own).flatMap(([name, open]) => {
    const [ours, theirs] = [base.tables.get(name), other.tables.get(name)];
    if (!ours || !theirs) return [];
    const [here, there] = [rowsByIdentity(ours), rowsByIdentity(theirs)];
    return open.filter(({ row, field }) => {
      if (!ours.has(field) || !theirs.has(field)) return false;
      const rows = there.get(row) ?? [];
      return (
        rows.length > 0 &&
        rows.every((j) => here.get(row)?.some((i) => saysTheSame(ours, i, theirs, j, field)) === true)
      );
    });
  });
}

const placeOf = (table: ReturnTable, header: string, row: number): CellAt => ({
  sheet: table.sheet(row),
  cell: table.cell(header, row) ?? "",
});

/** Compares two rows: fields in which they differ, and fields only the other row fills in. */
function compare(
  ours: ReturnTable,
  i: number,
  theirs: ReturnTable,
  j: number,
): { readonly differing: readonly Field[]; readonly empty: readonly Field[] } {
  const differing: Field[] = [];
  const empty: Field[] = [];
  for (const field of theirs.definition.fields) {
    const { header } = field;
    if (!ours.has(header) || !theirs.has(header) || isEmptyCell(theirs.typed(header, j))) continue;
    if (isEmptyCell(ours.typed(header, i))) empty.push(field);
    else if (!saysTheSame(ours, i, theirs, j, header)) differing.push(field);
  }
  return { differing, empty };
}

/** True if the contradiction is about the quarter of the workbook; it is asked first, because the rest depends on it. */
export const isAboutQuarter = ({ table, row }: Contradiction): boolean =>
  table === "PA_Instellingen" && quarterSettings.includes(row.nl.toLowerCase());
