import { fill, type Open, type QuarterId, type Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { place, tableOf, unusable } from "./column.js";
import { coverage, type Presence } from "./coverage.js";
import { CannotSay, type Ask } from "./measurement.js";
import { partiesAsked, partyName } from "./party-scope.js";

/** Segments the label promise is about (art. 19): social and mid rent. */
const segmentsInScope = new Set(["sociaal", "midden"]);
const phasedOut = new Set(["E", "F", "G"]);

/** Labels of one party in one quarter, as one table has them. */
interface Stand {
  /** Homes by label, exceptions apart. */
  readonly labels: Map<string, number>;
  unknown: number;
  excepted: number;
  /** The first thing that makes this stand unusable. */
  gap: CannotSay | null;
}

/** By quarter, then party; "*" for rows whose quarter or party cannot be read. */
type Stands = ReadonlyMap<string, ReadonlyMap<string, Stand>>;

/** A table never changes once read, so its labels are counted once. */
const counted = new WeakMap<ReturnTable, Map<string, Stands>>();

function standsOf(table: ReturnTable, reportingQuarter: QuarterId): Stands {
  const byQuarter = counted.get(table) ?? new Map<string, Stands>();
  counted.set(table, byQuarter);
  const known = byQuarter.get(reportingQuarter);
  if (known) return known;
  const stands = count(table, reportingQuarter);
  byQuarter.set(reportingQuarter, stands);
  return stands;
}

/** One pass over the rows: a row of PA_Labels stands for a number of homes, a row of PA_Woningen for one. */
function count(table: ReturnTable, reportingQuarter: QuarterId): Stands {
  const perHome = table.definition.name === "PA_Woningen";
  const dated = table.has("Kwartaal");
  const exceptionHeader = perHome ? "Uitzondering" : "Waarvan uitgezonderd";
  const withExceptions = table.has(exceptionHeader);
  const stands = new Map<string, Map<string, Stand>>();
  for (let row = 0; row < table.length; row += 1) {
    const q = dated ? (table.value("Kwartaal", row) ?? (perHome ? reportingQuarter : null)) : reportingQuarter;
    const p = table.value("Verhuurder", row);
    const segment = table.value("Segment", row);
    if (segment !== null && !segmentsInScope.has(segment as string)) continue;
    const stand = standIn(stands, (q as string | null) ?? "*", (p as string | null) ?? "*");
    if (q === null) stand.gap ??= unusable(table, "Kwartaal", row);
    if (p === null) stand.gap ??= unusable(table, "Verhuurder", row);
    if (segment === null) stand.gap ??= unusable(table, "Segment", row);

    let homes = 1;
    if (!perHome) {
      const number = table.value("Aantal", row);
      if (typeof number !== "number") {
        if (table.has("Aantal") && table.reading("Aantal", row).state === "not applicable") continue;
        stand.gap ??= unusable(table, "Aantal", row);
        continue;
      }
      homes = number;
    }
    const label = table.value("Label", row);
    if (label === null || label === "onbekend") {
      stand.unknown += homes;
      continue;
    }
    let excepted = 0;
    if (withExceptions && phasedOut.has(label as string)) {
      const exception = table.value(exceptionHeader, row);
      if (perHome) excepted = exception === null || exception === "nee" ? 0 : 1;
      else if (typeof exception === "number") excepted = exception;
      else if (["doubtful", "refused"].includes(table.reading(exceptionHeader, row).state)) {
        stand.gap ??= unusable(table, exceptionHeader, row);
      }
      if (excepted > homes) stand.gap ??= exceeds(table, exceptionHeader, row);
    }
    stand.excepted += excepted;
    stand.labels.set(label as string, (stand.labels.get(label as string) ?? 0) + homes - excepted);
  }
  return stands;
}

function standIn(stands: Map<string, Map<string, Stand>>, quarter: string, party: string): Stand {
  let ofQuarter = stands.get(quarter);
  if (!ofQuarter) {
    ofQuarter = new Map<string, Stand>();
    stands.set(quarter, ofQuarter);
  }
  let stand = ofQuarter.get(party);
  if (!stand) {
    stand = { labels: new Map(), unknown: 0, excepted: 0, gap: null };
    ofQuarter.set(party, stand);
  }
  return stand;
}

const exceeds = (table: ReturnTable, header: string, row: number): CannotSay =>
  new CannotSay(
    fill(
      {
        nl: "In {cell} zijn meer woningen uitgezonderd dan er zijn. Verbeter het vak of het aantal ernaast.",
        en: "{cell} excepts more homes than there are. Correct the cell or the number beside it.",
      },
      { cell: place(table, header, row) },
    ),
  );

export interface LabelStand {
  readonly labels: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly excepted: number;
  /** E, F and G that still have to go. */
  readonly remaining: number;
  /** Parties the figures are of. */
  readonly parties: readonly string[];
  readonly notes: readonly (Text | null)[];
  /** Set when E, F and G may be more than counted: unknown labels, or an owner without data. */
  readonly unproven: Text | null;
  readonly open: Open;
}

interface Source {
  readonly table: ReturnTable;
  readonly stands: Stands;
}

/** Tables that hold labels, PA_Labels first: where a party fills in both for a quarter, the counts are used. */
function sources(ret: Return, asked: QuarterId): Source[] {
  const found = ["PA_Labels", "PA_Woningen"].flatMap((name) => {
    const table = ret.tables.get(name);
    return table ? [{ table, stands: standsOf(table, ret.settings.quarter ?? asked) }] : [];
  });
  if (found.length === 0) tableOf(ret, "PA_Labels");
  return found;
}

function presenceOf(found: readonly Source[]): Presence {
  const seen = new Map<string, Set<string>>();
  for (const { stands } of found) {
    for (const [quarter, parties] of stands) {
      for (const party of parties.keys()) {
        if (quarter !== "*" && party !== "*") seen.set(party, (seen.get(party) ?? new Set()).add(quarter));
      }
    }
  }
  return seen;
}

/** The stand of a party in a quarter and the table it comes from; stops at anything that makes it unusable. */
function standOf(
  found: readonly Source[],
  quarter: QuarterId,
  party: string,
): { readonly stand: Stand; readonly in: ReturnTable[] } {
  const holding = found.filter(({ stands }) => stands.get(quarter)?.has(party));
  const { table, stands } = holding[0]!;
  for (const [q, p] of [
    [quarter, party],
    [quarter, "*"],
    ["*", party],
    ["*", "*"],
  ] as const) {
    const gap = stands.get(q)?.get(p)?.gap;
    if (gap) throw gap;
  }
  return { stand: stands.get(quarter)!.get(party)!, in: [table, ...holding.slice(1).map((source) => source.table)] };
}

const remainingOf = (labels: ReadonlyMap<string, number>): number =>
  [...labels].reduce((sum, [label, homes]) => sum + (phasedOut.has(label) ? homes : 0), 0);

/** The labels of social and mid rent homes at the end of a quarter, of one party or of all that supplied them. */
export function labelStand(ret: Return, ask: Ask, indicator: string): LabelStand {
  const found = sources(ret, ask.quarter);
  const covered = coverage(ret, found[0]!.table, presenceOf(found), {
    parties: partiesAsked(ret, indicator, ask.party),
    scope: partiesAsked(ret, indicator, null),
    quarters: [ask.quarter],
  });
  const labels = new Map<string, number>();
  const notes: (Text | null)[] = [];
  let unknown = 0;
  let excepted = 0;
  for (const party of covered.parties) {
    const { stand, in: tables } = standOf(found, ask.quarter, party);
    for (const [label, homes] of stand.labels) labels.set(label, (labels.get(label) ?? 0) + homes);
    unknown += stand.unknown;
    excepted += stand.excepted;
    if (tables.length > 1) {
      notes.push(
        fill(
          {
            nl: "{party} staat in {first} en in {second}; gerekend is met {first}.",
            en: "{party} is in {first} and in {second}; {first} was used.",
          },
          { party: partyName(ret, party), first: tables[0]!.definition.name, second: tables[1]!.definition.name },
        ),
      );
    }
  }
  const lower =
    unknown > 0
      ? fill(
          {
            nl: "Van {unknown} woningen is het label niet bekend: het aantal E, F en G is een ondergrens.",
            en: "The label of {unknown} homes is not known: the number of E, F and G is a lower bound.",
          },
          { unknown },
        )
      : null;
  notes.push(
    lower,
    excepted > 0
      ? fill(
          {
            nl: "{excepted} woningen met label E, F of G zijn uitgezonderd en apart gehouden.",
            en: "{excepted} homes with label E, F or G are excepted and kept apart.",
          },
          { excepted },
        )
      : null,
    ...covered.notes,
  );
  return {
    labels,
    unknown,
    excepted,
    remaining: remainingOf(labels),
    parties: covered.parties,
    notes,
    unproven: lower,
    open: covered.open,
  };
}

/**
 * E, F and G at the beginning: the agreement's figure for all, or the first quarter each party has labels for. The same parties
 * are compared at the beginning and now.
 */
export function labelBaseline(
  ret: Return,
  ask: Ask,
  now: LabelStand,
): { readonly homes: number; readonly notes: readonly Text[] } {
  const agreed = ret.agreement.figures.efgBaseline;
  if (agreed && ask.party === null) return { homes: Number(agreed.value), notes: [] };
  const found = sources(ret, ask.quarter);
  const seen = presenceOf(found);
  let homes = 0;
  const from = new Set<string>();
  for (const party of now.parties) {
    const first = [...(seen.get(party) ?? [])].sort()[0]!;
    from.add(first);
    homes += remainingOf(standOf(found, first, party).stand.labels);
  }
  const quarters = [...from].sort();
  return {
    homes,
    notes: [
      quarters.length === 1 && quarters[0] === ask.quarter
        ? fill(
            {
              nl: "{quarter} is het eerste kwartaal met labels in deze werkmap en dus zelf de beginstand.",
              en: "{quarter} is the first quarter with labels in this workbook and so is the baseline itself.",
            },
            { quarter: ask.quarter },
          )
        : fill(
            {
              nl: "Beginstand: het eerste kwartaal met labels in deze werkmap ({quarters}).",
              en: "Baseline: the first quarter with labels in this workbook ({quarters}).",
            },
            { quarters: quarters.join(", ") },
          ),
    ],
  };
}
