import { Fraction, units, type Quantity } from "@prestatieafspraken/indicators";
import type { ReportLine } from "../report-shape.js";

// Decides what may not be published because it would identify a few people. A report line is judged by the counts it consists of,
// in units that count people (lettings, persons, student units). Below the threshold the part, the whole and the share are
// withheld together, and so is any line that would reveal them by subtraction: another party, or the total.

type Line = Pick<ReportLine, "indicator" | "scope" | "role" | "quantity">;

/** The counts a figure consists of; shares, factors and money are not counts. */
function countsOf(quantity: Quantity): readonly Quantity[] {
  if (quantity.of && quantity.of.length > 0) return quantity.of.flatMap(countsOf);
  return ["share", "factor", "EUR/month", "text"].includes(quantity.unit) ? [] : [quantity];
}

/** True if all counts of the figure are counts of people; homes are not, even if some house students. */
export const countsOnlyPeople = (quantity: Quantity | null): boolean => {
  const counts = quantity === null ? [] : countsOf(quantity);
  return counts.length > 0 && counts.every(({ unit }) => "people" in units[unit]);
};

/** The groups of people a figure reveals: its counts, and the rest of the whole outside the part. */
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

/** True if the figure reveals a group too small to publish. */
export const tellsOfFew = (quantity: Quantity | null, threshold: number): boolean =>
  groupsOf(quantity).some(({ value }) => isSmall(value, threshold));

/** The sums of the groups of several lines, group by group; null if a value is unknown. */
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

/** The unit of people that a line counts; lines with the same unit share their wholes. */
const kindOf = ({ quantity }: Line): string | null => groupsOf(quantity)[0]?.unit ?? null;

function grouped<L>(lines: readonly L[], keyOf: (line: L) => string | null): ReadonlyMap<string, readonly L[]> {
  const groups = new Map<string, L[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return groups;
}

/** The size of a party: the smallest one is withheld next to a small group. */
const sizeOf = (lines: readonly Line[]): number =>
  Math.max(0, ...lines.flatMap(({ quantity }) => groupsOf(quantity).map(({ value }) => value?.valueOf() ?? 0)));

/**
 * The lines of a report over all parties that may not be published, also if the report itself is about one party.
 * Withheld are all lines of a party with a small group; the lines of a second party if the total would reveal the first; and the
 * total if it is small itself or if only one party is hidden. A single quarter of one party is always withheld, because it would
 * reveal the others in combination with the report on all of them.
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
