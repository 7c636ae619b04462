/**
 * Recounts the live figures of contract 3.1 from plain rows, without using the product. A figure is [part, whole] in
 * whole numbers; null means unknown: an empty cell, or a party that sent other data but not this.
 */
import { limits, type MadeUpReturn, type Row } from "./made-up-return.js";

export type Figure = readonly [number, number] | null;
type Asked = { readonly quarter: string; readonly party: string | null };

const corporations = ["WYwonen", "Portaal", "DUWO"];
const article9 = ["WYwonen", "Portaal"];
const urgent = ["urgent", "contingent", "statushouder", "stadsvernieuwing"];
const outside = ["tijdelijk", "antikraak", "student", "totaal"];

/** The sum of a column; null if a cell is empty. */
function sum(rows: readonly Row[], header: string): number | null {
  let total = 0;
  for (const row of rows) {
    if (row[header] === null) return null;
    total += Number(row[header]);
  }
  return total;
}
const share = (part: number | null, whole: number | null): Figure =>
  part === null || whole === null || whole === 0 || part > whole ? null : [part, whole];
const count = (number: number | null): Figure => (number === null ? null : [number, 1]);
const ordinal = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter[6]);
const between = (from: string, until: string): string[] => {
  const list: string[] = [];
  for (let at = ordinal(from); at <= ordinal(until); at += 1)
    list.push(`${Math.floor((at - 1) / 4)}-Q${((at - 1) % 4) + 1}`);
  return list;
};

/**
 * The parties to add up over these quarters, and the quarters. Leaves out parties that never sent a row and quarters
 * before the first row; any other gap makes the figure unknown.
 */
function covered(rows: readonly Row[], scope: readonly string[], party: string | null, quarters: readonly string[]) {
  const of = (name: string) => rows.filter((row) => row["Verhuurder"] === name);
  const parties = (party === null ? scope : scope.filter((name) => name === party)).filter(
    (name) => of(name).length > 0,
  );
  const first = rows
    .filter((row) => scope.includes(String(row["Verhuurder"])))
    .map((row) => String(row["Kwartaal"]))
    .sort()[0];
  if (parties.length === 0 || first === undefined) return null;
  const left = quarters.filter((quarter) => quarter >= first);
  if (left.length === 0) return null;
  const complete = parties.every((name) =>
    left.every((quarter) => of(name).some((row) => row["Kwartaal"] === quarter)),
  );
  return complete
    ? rows.filter((row) => parties.includes(String(row["Verhuurder"])) && left.includes(String(row["Kwartaal"])))
    : null;
}

/** The quarters that article 9 is judged on. */
const lettingQuarters = (made: MadeUpReturn, quarter: string, only: boolean): string[] => {
  const period = only ? "kwartaal" : made.chosen["Periode toewijzing"];
  const year = Number(quarter.slice(0, 4));
  const from =
    period === "kwartaal"
      ? quarter
      : period === "kalenderjaar"
        ? `${year}-Q1`
        : quarter.endsWith("4")
          ? `${year}-Q1`
          : `${year - 1}-Q${Number(quarter[6]) + 1}`;
  return between(from, quarter);
};

export const lettings = (made: MadeUpReturn, { quarter, party }: Asked, only: boolean) => {
  const quarters = lettingQuarters(made, quarter, only);
  const rows = covered(
    made.lettings.filter((row) => row["Categorie"] !== "totaal"),
    article9,
    party,
    quarters,
  );
  if (rows === null) return null;
  // Counts only relevant rows: an empty cell of a temporary letting does not affect a share without those.
  const of = (is: (category: string) => boolean): number | null =>
    sum(
      rows.filter((row) => is(String(row["Categorie"]))),
      "Aantal",
    );
  return {
    urgent: of((c) => urgent.includes(c)),
    regular: of((c) => c === "regulier"),
    all: of((c) => !outside.includes(c)),
    /** Lettings of unknown category. */
    unknown: of((c) => c === "onbekend"),
  };
};

/**
 * Projects of a quarter that count as new build: not dropped, and not delivered before the agreement began. Those of unknown
 * phase, which may have been dropped, are apart.
 */
export const standing = (made: MadeUpReturn, quarter: string): readonly Row[] | null => {
  const rows = made.projects.filter((row) => row["Kwartaal"] === quarter);
  const before = (row: Row): boolean =>
    row["Oplevering werkelijk"] !== null && String(row["Oplevering werkelijk"]) < "2025-01-01";
  return rows.length === 0 ? null : rows.filter((row) => row["Fase"] !== "vervallen" && !before(row));
};

const isKnown = (row: Row): boolean => row["Fase"] !== "onbekend";

/** Social homes of projects; an empty cell is 0 if the other columns already add up to the total. */
const social = (rows: readonly Row[]): number | null =>
  sum(
    rows.map((row) => ({ ...row, "Sociale huur": row["Sociale huur"] ?? (others(row) === row["Totaal"] ? 0 : null) })),
    "Sociale huur",
  );
const others = (row: Row): number =>
  ["Middeldure huur", "Vrije huur", "Koop", "Nader te bepalen", "Studenteneenheden"].reduce(
    (homes, header) => homes + Number(row[header] ?? 0),
    0,
  );

/** Whether student units count in the part and in the whole. */
const studentsCount = ({ chosen }: MadeUpReturn) => ({
  inPart: ["teller", "beide"].includes(chosen["Studenten tellen"]),
  inWhole: ["noemer", "beide"].includes(chosen["Studenten tellen"]),
});

/** Labels of social and mid-market homes at the end of a quarter, without exceptions. */
export function labelled(made: MadeUpReturn, { quarter, party }: Asked, scope: readonly string[]) {
  const sent = covered(made.labels, scope, party, [quarter]);
  if (sent === null) return null;
  const rows = sent.filter((row) => row["Segment"] !== "vrij");
  const homes = (row: Row): number => Number(row["Aantal"]) - Number(row["Waarvan uitgezonderd"] ?? 0);
  const total = (is: (label: string) => boolean): number | null => {
    const list = rows.filter((row) => is(String(row["Label"])));
    return sum(list, "Aantal") === null ? null : list.reduce((all, row) => all + homes(row), 0);
  };
  // The number of unknown labels must be known too, because those could be E, F or G.
  if (total((label) => label === "onbekend") === null) return null;
  return {
    parties: [...new Set(sent.map((row) => String(row["Verhuurder"])))],
    efg: total((label) => "EFG".includes(label)),
    known: total((label) => label !== "onbekend"),
    unknown: total((label) => label === "onbekend"),
  };
}

/** The units that article 5 is about: those of commercial parties, or all if there are none. */
export function studentUnits(made: MadeUpReturn, party: string | null): readonly Row[] {
  const mine = made.students.filter((row) => party === null || row["Verhuurder"] === party);
  const commercial = mine.filter((row) => row["Partijtype"] === "commercieel");
  return commercial.length > 0 ? commercial : mine;
}

/** The last rows of projects that an earlier quarter lists and this one does not. */
export function gone(made: MadeUpReturn, quarter: string): readonly Row[] {
  const last = new Map<unknown, Row>();
  for (const at of made.quarters.filter((one) => one <= quarter))
    for (const row of made.projects.filter((one) => one["Kwartaal"] === at)) last.set(row["Project_id"], row);
  return [...last.values()].filter((row) => row["Kwartaal"] !== quarter);
}

/** Delivered commercial projects with more student units in Nieuwbouw than rows in Studenten under their name. */
export function plansShort(
  made: MadeUpReturn,
  { quarter, party }: Asked,
): readonly { name: string; lacking: number }[] {
  const isMine = (name: unknown): boolean => party === null || name === party;
  const rows = made.students.filter((row) => row["Partijtype"] === "commercieel" && isMine(row["Verhuurder"]));
  const built = [...made.projects.filter((row) => row["Kwartaal"] === quarter), ...gone(made, quarter)].filter(
    (row) =>
      // Of unknown phase it may have been delivered.
      ["opgeleverd", "onbekend"].includes(String(row["Fase"])) &&
      row["Partijtype"] === "commercieel" &&
      isMine(row["Ontwikkelaar"]) &&
      (row["Oplevering werkelijk"] === null || String(row["Oplevering werkelijk"]) >= "2025-01-01"),
  );
  const rowsOf = (name: unknown): number => rows.filter((row) => row["Complex"] === name).length;
  return built
    .map((row) => ({
      name: String(row["Projectnaam"]),
      lacking: Number(row["Studenteneenheden"]) - rowsOf(row["Projectnaam"]),
    }))
    .filter(({ lacking }) => lacking > 0);
}

/** Of the units with a rent. */
export function underLimit(made: MadeUpReturn, all: readonly Row[]): Figure {
  const units = all.filter((row) => typeof row["Kale huur"] === "number");
  const onLimit = made.chosen["Randwaarde kwaliteitskorting"] === "tot en met" ? 1 : 0;
  const under = units.filter((row) => {
    const limit = limits[Number(String(row["Huurpeildatum"]).slice(0, 4))]!;
    return Math.round(Number(row["Kale huur"]) * 100) < limit + onLimit;
  });
  return share(under.length, units.length);
}

export const recount: Readonly<Record<string, (made: MadeUpReturn, asked: Asked) => Figure>> = {
  HOUSINGNEED: () => [1651, 1],
  SOCIALTARGET: () => [360, 1],
  REMAININGNEED: (made, { quarter }) => {
    const snapshot = made.projects.filter((row) => row["Kwartaal"] === quarter);
    const rows = snapshot.length === 0 ? null : snapshot.filter((row) => row["Fase"] === "opgeleverd");
    if (!snapshot.every(isKnown)) return null;
    if (!rows || rows.some((row) => row["Oplevering werkelijk"] === null)) return null;
    const since = rows.filter((row) => String(row["Oplevering werkelijk"]) >= "2025-01-01");
    return count(Math.max(0, 1651 - 561 - sum(since, "Totaal")!));
  },
  SOCIALSHARE: (made, { quarter, party }) => {
    const { inPart, inWhole } = studentsCount(made);
    const ofQuarter = (segment: string) =>
      made.stock.filter((row) => row["Kwartaal"] === quarter && row["Segment"] === segment);
    // A landlord that sent its stock has no homes in a segment it does not list.
    const counting = made.stock.filter((row) => row["Segment"] !== "totaal");
    const rows = covered(counting, corporations, party, [quarter]);
    const whole = ofQuarter("totaal");
    if (rows === null || whole.length !== 1) return null;
    // The municipality's total never includes student units.
    const students = inWhole || inPart ? sum(ofQuarter("student"), "Eindstand") : 0;
    const homes = sum(whole, "Eindstand");
    if (students === null || homes === null) return null;
    const social = rows.filter((row) => row["Segment"] === "sociaal" || (inPart && row["Segment"] === "student"));
    return share(sum(social, "Eindstand"), homes + (inWhole ? students : 0));
  },
  NEWBUILDSHARE: (made, { quarter }) => {
    const { inPart, inWhole } = studentsCount(made);
    const all = standing(made, quarter);
    // A number that is not there leaves even the range unknown.
    if (!all || social(all) === null) return null;
    const rows = all.filter(isKnown);
    const homes = social(rows)!;
    const students = sum(rows, "Studenteneenheden")!;
    return share(homes + (inPart ? students : 0), sum(rows, "Totaal")! - (inWhole ? 0 : students));
  },
  OUTFLOWSHARE: (made, { quarter }) => {
    const all = standing(made, quarter);
    if (!all) return null;
    // A project without social homes has no suitable ones, so an empty cell there does not matter.
    const asked = all.filter((row) => row["Sociale huur"] !== 0);
    if (sum(asked, "Waarvan uitstroom") === null || social(all) === null) return null;
    return share(sum(asked.filter(isKnown), "Waarvan uitstroom"), social(all.filter(isKnown)));
  },
  STOCKCHANGE: (made, { quarter, party }) => {
    const since = between("2025-Q1", quarter);
    const sent = made.stock.filter((row) => row["Segment"] !== "totaal");
    const rows = covered(sent, corporations, party, since.length > 0 ? since : [quarter])?.filter(
      (row) => row["Segment"] === "sociaal",
    );
    if (!rows) return null;
    const all = (...headers: string[]): number => headers.reduce((total, header) => total + sum(rows, header)!, 0);
    return count(
      all("Nieuwbouw", "Aankoop", "Overig erbij", "Correctie") -
        all("Sloop", "Verkoop", "Liberalisatie", "Overig eraf"),
    );
  },
  STUDENTSHARE: (made, asked) => {
    const units = studentUnits(made, asked.party);
    // Units of others are no answer while commercial units exist and none was handed over.
    if (!units.some((row) => row["Partijtype"] === "commercieel") && plansShort(made, asked).length > 0) return null;
    return underLimit(made, units);
  },
  URGENTSHARE: (made, asked) => {
    const found = lettings(made, asked, false);
    return found && share(found.urgent, found.all);
  },
  "URGENTSHARE quarter": (made, asked) => {
    const found = lettings(made, asked, true);
    return found && share(found.urgent, found.all);
  },
  REGULARSHARE: (made, asked) => {
    const found = lettings(made, asked, false);
    return found && share(found.regular, found.all);
  },
  "REGULARSHARE quarter": (made, asked) => {
    const found = lettings(made, asked, true);
    return found && share(found.regular, found.all);
  },
  URGENTROOM: (made, asked) => {
    const found = lettings(made, asked, false);
    return found?.all == null || found.urgent === null ? null : count(Math.floor(found.all / 4) - found.urgent);
  },
  LABELSHARE: (made, asked) => {
    const now = labelled(made, asked, corporations);
    return now && share(now.efg, now.known);
  },
  LABELPROGRESS: (made, asked) => {
    const now = labelled(made, asked, corporations);
    if (!now || now.efg === null) return null;
    let baseline = 0;
    for (const party of now.parties) {
      const rows = made.labels.filter((row) => row["Verhuurder"] === party);
      const first = labelled(
        made,
        { quarter: rows.map((row) => String(row["Kwartaal"])).sort()[0]!, party },
        corporations,
      );
      if (!first || first.efg === null) return null;
      baseline += first.efg;
    }
    return share(baseline - now.efg, baseline);
  },
  LABELPACE: (made, asked) => {
    const now = labelled(made, asked, ["WYwonen"]);
    const quartersLeft = ordinal("2028-Q4") - ordinal(asked.quarter);
    return now && now.efg !== null && quartersLeft > 0 ? [now.efg * 4, quartersLeft] : null;
  },
  // Generated returns report labels as counts; only a list of homes says which were improved (art. 19).
  LABELSVERBETERD: () => null,
};

/**
 * True if every party in scope has rows in every quarter of the period (DESIGN 3.5), which a verdict requires. A party
 * that delivered a table has none of what it does not list.
 */
export function complete(made: MadeUpReturn, indicator: string, { quarter, party }: Asked): boolean {
  const every = (rows: readonly Row[], scope: readonly string[], quarters: readonly string[]): boolean =>
    (party === null ? scope : [party]).every((name) =>
      quarters.every((at) => rows.some((row) => row["Verhuurder"] === name && row["Kwartaal"] === at)),
    );
  const listed = made.lettings.filter((row) => row["Categorie"] !== "totaal");
  switch (indicator) {
    case "SOCIALSHARE":
      return every(made.stock, corporations, [quarter]);
    case "STOCKCHANGE":
      return every(made.stock, corporations, quarter < "2025-Q1" ? [quarter] : between("2025-Q1", quarter));
    case "URGENTSHARE":
    case "REGULARSHARE":
    case "URGENTROOM":
      // The agreement says nothing about quarters before it began.
      return every(
        listed,
        article9,
        lettingQuarters(made, quarter, false).filter((at) => at >= "2025-Q1" || at === quarter),
      );
    case "LABELSHARE":
      return every(made.labels, corporations, [quarter]);
    default:
      return true;
  }
}

/** True if the figure satisfies the agreement's norm. In whole numbers without rounding: 4 x urgent <= lettings. */
export const holds: Readonly<Record<string, (figure: readonly [number, number]) => boolean>> = {
  NEWBUILDSHARE: ([part, whole]) => 10 * part >= 3 * whole,
  OUTFLOWSHARE: ([part, whole]) => 5 * part >= whole,
  STUDENTSHARE: ([part, whole]) => 5 * part >= 4 * whole,
  STOCKCHANGE: ([homes]) => homes >= 0,
  URGENTSHARE: ([part, whole]) => 4 * part <= whole,
  REGULARSHARE: ([part, whole]) => 4 * part >= 3 * whole,
};

/** Above 20 percent the parties must talk; exactly 20 is no signal (art. 9). */
export const signals = ([part, whole]: readonly [number, number]): boolean => 5 * part > whole;
