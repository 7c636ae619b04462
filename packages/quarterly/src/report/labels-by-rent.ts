import {
  CannotSay,
  displayNorm,
  fill,
  Fraction,
  labelScale,
  limitOf,
  referenceLimits,
  type LimitSeries,
  type QuarterId,
  type Text,
} from "@prestatieafspraken/indicators";
import { perValue } from "../books/condition.js";
import { liveOf } from "../books/count.js";
import { ledgerOf } from "../books/ledger.js";
import { scopeOf } from "../books/party-scope.js";
import type { Used } from "../books/shapes.js";
import type { Return } from "../return.js";
import { numberIn } from "../rules/columns.js";

/** The homes with one energy label, and their rents. */
export interface LabelRent {
  readonly label: string;
  readonly homes: number;
  /** The average basic rent in EUR/month, over the homes with a known rent; null if none has one. */
  readonly averageRent: number | null;
  readonly homesWithRent: number;
  /**
   * The homes in each rent class. Homes in none of them were delivered without a rent, or as a count with an average
   * rent.
   */
  readonly byClass: readonly number[];
}

/** Homes with social and mid rent by energy label, with their rents (art. 45: the relation between labels and rents). */
export interface LabelsByRent {
  readonly rows: readonly LabelRent[];
  /** The rent classes in words, lowest first; none if no rents were delivered home by home. */
  readonly classes: readonly Text[];
}

/** The limits between rent classes, lowest first. */
const limitIds = ["kwaliteitskorting", "aftopping-laag", "aftopping-hoog", "liberalisatie", "middenhuur"];

/** The columns for the rent of a row, and for the number of homes it stands for. */
const rentColumns: Readonly<Record<string, { readonly rent: string; readonly homes?: string }>> = {
  PA_Labels: { rent: "Gemiddelde huur", homes: "Aantal" },
  PA_Woningen: { rent: "Kale huur" },
};

interface Options {
  readonly quarter: QuarterId;
  readonly party: string | null;
  readonly limits?: readonly LimitSeries[];
}

/** Counts the rows of LABELSHARE by label, with their rents; null if the labels cannot be counted or no rent is known. */
export function labelsByRent(ret: Return, options: Options): LabelsByRent | null {
  const limits = limitsOf(options);
  const sums = new Map<string, Sum>();
  for (const used of rowsOf(ret, options)) addRows(used, limits, sums);
  const labels = labelScale.flatMap((label) => {
    const sum = sums.get(label);
    return sum && sum.homes > 0 ? [{ label, ...sum }] : [];
  });
  if (labels.every(({ homesWithRent }) => homesWithRent === 0)) return null;
  const isByHome = labels.some(({ byClass }) => byClass.some((homes) => homes > 0));
  return {
    rows: labels.map(({ label, homes, homesWithRent, rents, byClass }) => ({
      label,
      homes,
      averageRent: homesWithRent === 0 ? null : new Fraction(rents, homesWithRent * PARTS).round(2).valueOf(),
      homesWithRent,
      byClass: isByHome ? byClass : [],
    })),
    classes: isByHome ? classesOf(limits) : [],
  };
}

/** Rents are summed in whole hundredths of cents, finer than any average that is delivered. */
const PARTS = 10_000;

interface Sum {
  homes: number;
  homesWithRent: number;
  rents: number;
  readonly byClass: number[];
}

/** The limits of the year; empty if one of them is unknown. */
function limitsOf({ quarter, limits = referenceLimits }: Options): readonly { name: Text; value: Fraction }[] {
  const found = limitIds.flatMap((id) => {
    const series = limits.find((one) => one.id === id);
    const value = series && limitOf(series, Number(quarter.slice(0, 4))).value;
    return value ? [{ name: series.label, value }] : [];
  });
  return found.length === limitIds.length ? found : [];
}

function classesOf(limits: ReturnType<typeof limitsOf>): readonly Text[] {
  const euros = limits.map(({ value }) => displayNorm(value, "EUR/month"));
  return [
    ...euros.map((limit) => fill({ nl: "tot en met {limit}", en: "up to {limit}" }, { limit })),
    fill({ nl: "boven {limit}", en: "above {limit}" }, { limit: euros.at(-1)! }),
  ];
}

function rowsOf(ret: Return, { quarter, party, limits = referenceLimits }: Options): readonly Used[] {
  const question = liveOf("LABELSHARE").asks["labels"]!;
  try {
    return ledgerOf(ret, limits).ask(question, { quarter, party, scope: scopeOf(ret, "LABELSHARE") }).used;
  } catch (error) {
    if (error instanceof CannotSay) return [];
    throw error;
  }
}

function addRows({ pass: { table }, group }: Used, limits: ReturnType<typeof limitsOf>, sums: Map<string, Sum>): void {
  const columns = rentColumns[table.definition.name];
  if (!columns) return;
  const homesIn = columns.homes === undefined ? () => 1 : numberIn(table, columns.homes);
  const rentIn = numberIn(table, columns.rent);
  const most = limits.map(({ value }) => value.mul(PARTS).valueOf());
  const sumOf = perValue(table, "Label", (value) => {
    const label = String(value);
    const known = sums.get(label);
    if (known) return known;
    const sum: Sum = { homes: 0, homesWithRent: 0, rents: 0, byClass: [...most.map(() => 0), 0] };
    sums.set(label, sum);
    return sum;
  });
  for (const row of group.rows) {
    const sum = sumOf(row);
    const homes = homesIn(row) ?? 0;
    sum.homes += homes;
    const rent = rentIn(row);
    if (rent === null) continue;
    const paid = Math.round(rent * PARTS);
    sum.homesWithRent += homes;
    sum.rents += paid * homes;
    // The class of an average rent is not the class of each home.
    if (columns.homes !== undefined || most.length === 0) continue;
    const at = most.findIndex((limit) => paid <= limit);
    sum.byClass[at === -1 ? most.length : at]! += 1;
  }
}

/**
 * The table for publication: hides numbers of homes below the threshold, and anything that would reveal them by
 * subtraction.
 */
export function publishedLabelsByRent(table: LabelsByRent, threshold: number): LabelsByRent {
  const isFew = (homes: number): boolean => homes > 0 && homes < threshold;
  const rows = table.rows.filter(
    ({ homes, homesWithRent }) => !isFew(homes) && !isFew(homesWithRent) && !isFew(homes - homesWithRent),
  );
  const tells = rows.some(({ byClass }) => byClass.some(isFew));
  return tells ? { rows: rows.map((row) => ({ ...row, byClass: [] })), classes: [] } : { rows, classes: table.classes };
}
