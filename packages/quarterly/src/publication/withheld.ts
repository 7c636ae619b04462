import { Fraction, units, type Quantity } from "@prestatieafspraken/indicators";
import type { ReportLine } from "../report-shape.js";

// What may not be published because it would tell about a few recognisable people. A line of a report is judged by what it was made
// of: counts in a unit that counts people (lettings, persons, student units). Below the threshold its part, its whole and its share
// are withheld together, and so is what would give them away by subtraction: another party, or the total.

type Line = Pick<ReportLine, "indicator" | "scope" | "role" | "quantity">;

/** The counts a figure was made of; shares, factors and money are no counts. */
function countsOf(quantity: Quantity): readonly Quantity[] {
  if (quantity.of && quantity.of.length > 0) return quantity.of.flatMap(countsOf);
  return ["share", "factor", "EUR/month", "text"].includes(quantity.unit) ? [] : [quantity];
}

/** Is this a figure of people, and not of homes among which some house students? */
export const countsOnlyPeople = (quantity: Quantity | null): boolean => {
  const counts = quantity === null ? [] : countsOf(quantity);
  return counts.length > 0 && counts.every(({ unit }) => "people" in units[unit]);
};

/** The groups of people a figure tells of: its counts, and the rest of a whole that is not in the part. */
function groupsOf(quantity: Quantity | null): readonly Pick<Quantity, "value" | "unit">[] {
  if (quantity === null || !countsOnlyPeople(quantity)) return [];
  const counts = countsOf(quantity);
  const values = counts.flatMap(({ value }) => value ?? []).sort((a, b) => b.compare(a));
  // Whoever knows a part and its whole knows the rest.
  const [whole, part] = values;
  const isPart = counts.length === 2 && values.length === 2 && whole && part;
  return isPart ? [...counts, { value: whole.sub(part), unit: counts[0]!.unit }] : counts;
}

const isSmall = (value: Fraction | null, threshold: number): boolean =>
  value !== null && value.gt(0) && value.lt(threshold);

/** Is a figure made of a group so small that it may not be published by itself? */
export const tellsOfFew = (quantity: Quantity | null, threshold: number): boolean =>
  groupsOf(quantity).some(({ value }) => isSmall(value, threshold));

/** Sums of what several lines are made of, group by group; null where one of them does not say. */
function groupSums(lines: readonly Line[]): readonly (Fraction | null)[] {
  const sums = new Map<string, Fraction | null>();
  for (const { indicator, quantity } of lines) {
    groupsOf(quantity).forEach(({ value }, at) => {
      const key = `${indicator} ${at}`;
      const before: Fraction | null = sums.has(key) ? (sums.get(key) ?? null) : new Fraction(0);
      sums.set(key, value === null ? null : (before?.add(value) ?? null));
    });
  }
  return [...sums.values()];
}

/** What kind of people a line counts: lines of one kind share their wholes. */
const kindOf = ({ quantity }: Line): string | null => groupsOf(quantity)[0]?.unit ?? null;

function grouped<L>(lines: readonly L[], keyOf: (line: L) => string | null): ReadonlyMap<string, readonly L[]> {
  const groups = new Map<string, L[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return groups;
}

/** How much a party has in all: the least of them is withheld beside a small one. */
const sizeOf = (lines: readonly Line[]): number =>
  Math.max(0, ...lines.flatMap(({ quantity }) => groupsOf(quantity).map(({ value }) => value?.valueOf() ?? 0)));

/**
 * The lines that may not be published, of all lines of a report (all parties, also where the report is about one). Withheld are every
 * line of a party with a small group, the lines of a second party where the total would give the first away, and the total where it
 * is small itself, or where it is all there is beside one party. A quarter by itself of one party is withheld always: beside the
 * report about all of them it would tell of the others.
 */
export function withheldLines<L extends Line>(lines: readonly L[], threshold: number): ReadonlySet<L> {
  const withheld = new Set<L>();
  const few = (some: readonly L[]): boolean => some.some(({ quantity }) => tellsOfFew(quantity, threshold));
  for (const kind of grouped(lines, kindOf).values()) {
    const byParty = grouped(kind, ({ scope }) => scope.party);
    const hidden = new Set([...byParty].filter(([, own]) => few(own)).map(([party]) => party));
    for (const period of grouped(kind, ({ scope }) => `${scope.period} ${scope.quarter}`).values()) {
      const totals = period.filter(({ scope }) => scope.party === null);
      const here = grouped(period, ({ scope }) => scope.party);
      const totalIsTold = totals.length > 0 && !few(totals);
      const hiddenHere = (): readonly string[] => [...here.keys()].filter((party) => hidden.has(party));
      const givesAway = (): boolean =>
        hiddenHere().length === 1 ||
        groupSums(hiddenHere().flatMap((party) => here.get(party)!)).some((sum) => isSmall(sum, threshold));
      const others = [...here.keys()]
        .filter((party) => !hidden.has(party))
        .sort((a, b) => sizeOf(here.get(a)!) - sizeOf(here.get(b)!));
      while (totalIsTold && hiddenHere().length > 0 && others.length > 0 && givesAway()) hidden.add(others.shift()!);
      if (!totalIsTold || hiddenHere().length === 1) for (const line of totals) withheld.add(line);
    }
    for (const line of kind) {
      const { party, period } = line.scope;
      if (party !== null && (hidden.has(party) || period === "quarter")) withheld.add(line);
    }
  }
  return withheld;
}
