/**
 * The verdicts of DESIGN 3.5, implemented again from its table without using the product. Null if no norm applies to
 * the line.
 */
import type { MadeUpReturn, Row } from "./made-up-return.js";
import {
  complete,
  gone,
  holds,
  lettings,
  plansShort,
  recount,
  signals,
  standing,
  studentUnits,
  underLimit,
  type Figure,
} from "./recount.js";

type Asked = { readonly quarter: string; readonly party: string | null };
export interface Verdict {
  readonly verdict: "met" | "missed" | "on-track" | "attention" | "direction" | "unknown";
  readonly signal: boolean;
}

const corporations = ["WYwonen", "Portaal", "DUWO"];
/**
 * The parties a norm binds individually: article 9 names two corporations, article 19 the owners of social and
 * mid-market homes.
 */
const bound: Readonly<Record<string, readonly string[]>> = {
  URGENTSHARE: ["WYwonen", "Portaal"],
  REGULARSHARE: ["WYwonen", "Portaal"],
  LABELSHARE: corporations,
};
const small = 20;
const ordinal = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter[6]);
const say = (verdict: Verdict["verdict"], signal = false): Verdict => ({ verdict, signal });

/** A row of unknown class may be of any class: there is a verdict if it is the same whatever the class. */
export function verdictOf(made: MadeUpReturn, indicator: string, asked: Asked): Verdict | null {
  if (asked.party !== null && !bound[indicator]?.includes(asked.party) && indicator !== "STUDENTSHARE") return null;
  // After the last day only a norm with a deadline is judged.
  // Units of others than commercial parties are shown, not judged.
  if (
    indicator === "STUDENTSHARE" &&
    !studentUnits(made, asked.party).some((row) => row["Partijtype"] === "commercieel")
  )
    return null;
  if (asked.quarter > END && indicator !== "LABELSHARE") return null;
  // Before the first day nothing was agreed.
  if (asked.quarter < "2025-Q1") return null;
  if (inError(made, indicator, asked)) return say("unknown");
  const isPlan = indicator === "NEWBUILDSHARE" || indicator === "OUTFLOWSHARE";
  if (isPlan && recount[indicator]!(made, asked) === null) return say("unknown");
  const possible = (isPlan ? phases(made, asked) : worlds(made, asked)).flatMap((world) => {
    // 0 of 0 is no figure: such a way to fill in the phases says nothing.
    if (isPlan && recount[indicator]!(world, asked) === null && !isOver(asked)) return [];
    return [together(made, world, indicator, asked)];
  });
  const [first] = possible;
  if (!first) return null;
  if (!possible.every((one) => one?.verdict === first.verdict)) return say("unknown");
  // A signal belongs to a norm that holds; a verdict outside the norm stands without it.
  const signals = possible.filter((one) => one!.signal).length;
  const isInside = ["met", "on-track"].includes(first.verdict);
  return isInside && signals > 0 && signals < possible.length
    ? say("unknown")
    : say(first.verdict, signals === possible.length);
}

/** The last quarter of the agreement; its last day is the day judged on. */
const END = "2028-Q4";
const isOver = ({ quarter }: Asked): boolean => quarter >= END;

/**
 * The return with each project of unknown phase dropped, delivered or planned. A project that the quarter does not list any more is
 * as it last was, or gone.
 */
function phases(listed: MadeUpReturn, { quarter }: Asked): MadeUpReturn[] {
  const unlisted = gone(listed, quarter).map((row): Row => ({ ...row, Kwartaal: quarter }));
  return [...unlisted]
    .reduce<MadeUpReturn[]>(
      (before, row) => before.flatMap((world) => [world, { ...world, projects: [...world.projects, row] }]),
      [listed],
    )
    .flatMap((world) => phasesIn(world, quarter));
}

function phasesIn(made: MadeUpReturn, quarter: string): MadeUpReturn[] {
  return made.projects
    .filter((row) => row["Kwartaal"] === quarter && row["Fase"] === "onbekend")
    .reduce<MadeUpReturn[]>(
      (before, unknown) =>
        before.flatMap((world) =>
          ["vervallen", "opgeleverd", "ontwerp"].map((Fase) => ({
            ...world,
            projects: world.projects.map((row) => (row === unknown ? { ...row, Fase } : row)),
          })),
        ),
      [made],
    );
}

/** The return with the delivered projects only. */
const delivered = (made: MadeUpReturn): MadeUpReturn => ({
  ...made,
  projects: made.projects.map((row) => (row["Fase"] === "opgeleverd" ? row : { ...row, Fase: "vervallen" })),
});

/** The verdict in one of the worlds. The total never hides a breach by a bound party. */
function together(made: MadeUpReturn, world: MadeUpReturn, indicator: string, asked: Asked): Verdict | null {
  const judged = (one: Asked): Verdict | null => alone(made, world, indicator, one);
  const whole = judged(asked);
  if (whole === null || asked.party !== null || !["met", "on-track"].includes(whole.verdict)) return whole;
  const isOutside = (party: string): boolean =>
    ["missed", "attention"].includes(judged({ ...asked, party })?.verdict ?? "");
  return (bound[indicator] ?? []).some(isOutside) ? { ...whole, verdict: "attention" } : whole;
}

/** Homes of a quarter that Voorraad has and Labels has not: their label is not known. */
function unlisted(made: MadeUpReturn, quarter: string): Row[] {
  const homes = (rows: readonly Row[], owner: string, header: string): number =>
    rows
      .filter(
        (row) =>
          row["Kwartaal"] === quarter &&
          row["Verhuurder"] === owner &&
          ["sociaal", "midden"].includes(String(row["Segment"])),
      )
      .reduce((sum, row) => sum + Number(row[header] ?? 0), 0);
  return corporations.flatMap((owner) => {
    const lacking = homes(made.stock, owner, "Eindstand") - homes(made.labels, owner, "Aantal");
    const isTold = made.labels.some((row) => row["Verhuurder"] === owner && row["Kwartaal"] === quarter);
    if (!isTold || lacking <= 0) return [];
    const row = { Kwartaal: quarter, Verhuurder: owner, Segment: "sociaal", Label: "onbekend" };
    return [{ ...row, "Waarvan uitgezonderd": null, Aantal: lacking }];
  });
}

/**
 * The return with all rows of unknown class assigned to one class, for each class. Labels of the quarter itself and those of
 * before, where the path begins, are unknown apart from each other.
 */
function worlds(made: MadeUpReturn, { quarter }: Asked): MadeUpReturn[] {
  const all = (rows: readonly Row[], header: string, value: string): Row[] =>
    rows.map((row) => (row[header] === "onbekend" ? { ...row, [header]: value } : row));
  return [
    ...["urgent", "regulier", "overig", "tijdelijk"].map((kind) => ({
      ...made,
      lettings: all(made.lettings, "Categorie", kind),
    })),
    ...["A", "E"].flatMap((now) =>
      ["A", "E"].map((before) => ({
        ...made,
        labels: made.quarters
          .filter((at) => at <= quarter)
          .flatMap((at) =>
            all(
              [...made.labels.filter((row) => row["Kwartaal"] === at), ...unlisted(made, at)],
              "Label",
              at === quarter ? now : before,
            ),
          ),
      })),
    ),
  ];
}

/**
 * True if there is an error on rows of the figure. The only errors in these returns are a missing date and a missing
 * required number.
 */
function inError(made: MadeUpReturn, indicator: string, { quarter, party }: Asked): boolean {
  if (indicator === "STUDENTSHARE") return studentUnits(made, party).some((row) => row["Kale huur"] === null);
  if (indicator !== "NEWBUILDSHARE" && indicator !== "OUTFLOWSHARE") return false;
  return (standing(made, quarter) ?? []).some(
    (row) => row["Sociale huur"] === null || (row["Fase"] === "opgeleverd" && row["Oplevering werkelijk"] === null),
  );
}

function alone(made: MadeUpReturn, world: MadeUpReturn, indicator: string, asked: Asked): Verdict | null {
  const figure = recount[indicator]!(world, asked);
  switch (indicator) {
    case "SOCIALSHARE":
      return say(figure === null || !complete(made, indicator, asked) ? "unknown" : "direction");
    case "STUDENTSHARE":
      return figure === null ? say("unknown") : students(made, asked);
    case "STOCKCHANGE":
      // Applies at every moment.
      if (figure === null || !complete(made, indicator, asked)) return say("unknown");
      return say(holds[indicator]!(figure) ? "met" : "missed");
    case "NEWBUILDSHARE":
    case "OUTFLOWSHARE":
      // Plans can be on track; once the term is over only what was delivered counts.
      if (isOver(asked)) {
        const done = recount[indicator]!(delivered(world), asked);
        return say(done === null ? "unknown" : holds[indicator]!(done) ? "met" : "missed");
      }
      return say(figure === null ? "unknown" : holds[indicator]!(figure) ? "on-track" : "attention");
    case "URGENTSHARE":
    case "REGULARSHARE": {
      if (figure === null || !complete(made, indicator, asked)) return say("unknown");
      if (asked.party !== null && lettings(made, asked, false)!.all! < small) return say("unknown");
      const over = made.chosen["Periode toewijzing"] !== "kalenderjaar" || asked.quarter.endsWith("Q4");
      const inside = holds[indicator]!(figure);
      const talk = indicator === "URGENTSHARE" && inside && signals(figure);
      return over ? say(inside ? "met" : "missed", talk) : say(inside ? "on-track" : "attention", talk);
    }
    case "LABELSHARE":
      return labels(made, world, asked, figure);
    default:
      return null;
  }
}

/**
 * Article 5 holds at every moment and for each plan: a plan under the norm is never hidden by the others, and rents of a plan that
 * is not delivered meet nothing yet. Units that Nieuwbouw has and Studenten has not, and those whose rent is not known, may be on
 * either side of the limit; a plan of unknown phase may be delivered or not.
 */
function students(made: MadeUpReturn, asked: Asked): Verdict {
  const units = studentUnits(made, asked.party);
  const short = new Map(plansShort(made, asked).map(({ name, lacking }) => [name, lacking]));
  const plans = [...new Set([...units.map((row) => String(row["Complex"])), ...short.keys()])];
  const phasesOf = (plan: string): string[] =>
    made.projects
      .filter((row) => row["Kwartaal"] === asked.quarter && row["Projectnaam"] === plan)
      .concat(gone(made, asked.quarter).filter((row) => row["Projectnaam"] === plan && row["Fase"] !== "onbekend"))
      .map((row) => String(row["Fase"]));
  const isOpen = (plan: string): boolean =>
    phasesOf(plan).some((phase) => !["opgeleverd", "vervallen", "onbekend"].includes(phase));
  if (plans.some((plan) => !isOpen(plan) && phasesOf(plan).includes("onbekend"))) return say("unknown");
  const withoutRent = (plan: string): number =>
    units.filter((row) => row["Complex"] === plan && row["Kale huur"] === "onbekend").length;
  const isInside = (of: readonly string[], lackingUnder: boolean): boolean => {
    const [under, all] = underLimit(
      made,
      units.filter((row) => of.includes(String(row["Complex"]))),
    ) ?? [0, 0];
    const lacking = of.reduce((sum, plan) => sum + (short.get(plan) ?? 0) + withoutRent(plan), 0);
    return holds["STUDENTSHARE"]!([under + (lackingUnder ? lacking : 0), all + lacking]);
  };
  const isOpenAnywhere = plans.some(isOpen);
  const isBehind = plans.some((plan) => !isInside([plan], true));
  const isUnsure = plans.some((plan) => isInside([plan], true) && !isInside([plan], false));
  const [low, high] = [false, true].map((lackingUnder): Verdict["verdict"] => {
    if (!isInside(plans, lackingUnder)) return isOpenAnywhere ? "attention" : "missed";
    if (isBehind) return "attention";
    return isUnsure ? "unknown" : isOpenAnywhere ? "on-track" : "met";
  });
  return say(low === high ? low! : "unknown");
}

/**
 * No E, F or G by the end of 2028: compared with the even path from the first quarter of which everybody's labels are there.
 */
function labels(made: MadeUpReturn, world: MadeUpReturn, asked: Asked, figure: Figure): Verdict {
  if (figure === null) return say("unknown");
  // Without the closing stock nobody sees whether homes are missing from the labels.
  const isOpen = (quarter: string): boolean =>
    made.stock.some(
      (row) =>
        row["Kwartaal"] === quarter &&
        (asked.party === null ? corporations.includes(String(row["Verhuurder"])) : row["Verhuurder"] === asked.party) &&
        ["sociaal", "midden"].includes(String(row["Segment"])) &&
        row["Eindstand"] === null,
    );
  if (isOpen(asked.quarter)) return say("unknown");
  // Homes that should be gone by the end are not mended by a party that is still silent.
  const certain = recount["LABELSHARE"]!(made, asked);
  if (isOver(asked) && certain !== null && certain[0] > 0) return say("missed");
  if (!complete(made, "LABELSHARE", asked)) return say("unknown");
  if (isOver(asked)) return say(figure[0] === 0 ? "met" : "missed");
  const share = ([part, whole]: readonly [number, number]): number => part / whole;
  if (figure[0] === 0) return say("on-track");
  const first = made.quarters.find((quarter) => {
    const then = { ...asked, quarter };
    return recount["LABELSHARE"]!(made, then) !== null && complete(made, "LABELSHARE", then);
  })!;
  const end = ordinal(END);
  if (first === asked.quarter || isOpen(first)) return say("unknown");
  const start = recount["LABELSHARE"]!(world, { ...asked, quarter: first })!;
  const left = (end - ordinal(asked.quarter)) / (end - ordinal(first));
  return say(share(figure) > share(start) * left + 1e-12 ? "attention" : "on-track");
}
