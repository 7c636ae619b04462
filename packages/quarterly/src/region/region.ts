import {
  countingOf,
  display,
  Fraction,
  type OwnIndicator,
  type Text,
  type Unit,
  type Verdict,
} from "@prestatieafspraken/indicators";
import { ownQuestion } from "../books/own-question.js";
import { resolve } from "../books/resolve.js";
import type { Report, ReportLine } from "../report-shape.js";
import type { Return } from "../return.js";

/** The figure of one municipality, small enough to keep a thousand of them. */
export interface RegionFigure {
  readonly municipality: string;
  readonly quarter: string;
  readonly shown: Text;
  readonly verdict: Verdict;
  readonly exact: string | null;
  /** The numerator and denominator of a share. */
  readonly parts: readonly [string, string] | null;
  /** True if every party delivered, nothing is missing and nothing counted is in error. */
  readonly isComplete: boolean;
  /** Two figures may be added only if these are the same. */
  readonly definition: string;
  /** The definition in words: the settings, or the formula of an own indicator. */
  readonly words: readonly string[];
}

/** An indicator with its figure for each municipality. */
export interface RegionLine {
  readonly indicator: string;
  readonly title: Text;
  readonly unit: Unit;
  readonly isAdditive: boolean;
  readonly figures: RegionFigure[];
}

/** Lines by indicator, in the order in which they were first seen. */
export type Region = Map<string, RegionLine>;

/** Units of counts. Averages, years and rents of municipalities have no sum. */
const additive: ReadonlySet<Unit> = new Set<Unit>(["homes", "lettings", "persons", "student units", "meetings", "EUR"]);

/** True if an own indicator only adds and subtracts sums and counts, or divides two of them. */
const isSum = ({ inputs, expression, unit }: OwnIndicator): boolean =>
  Object.values(inputs).every(({ aggregate }) => aggregate === "sum" || aggregate === "count") &&
  (unit === "share" || /^[\w\s+\-()]*$/.test(expression));

/** Adds the report of one municipality. The return itself is not kept. */
export function addToRegion(region: Region, ret: Return, { agreement, quarter, results }: Report): void {
  for (const line of results) {
    if (line.scope.party !== null || line.role !== "judged" || line.scope.period === "quarter") continue;
    const own = ret.original.indicators.find(({ id }) => id === line.indicator);
    const known = region.get(line.indicator) ?? {
      indicator: line.indicator,
      title: line.title,
      unit: line.unit,
      isAdditive: own ? isSum(own) : true,
      figures: [],
    };
    region.set(line.indicator, known);
    known.figures.push({
      municipality: agreement.municipality,
      quarter,
      shown: line.display,
      verdict: line.verdict,
      exact: line.exact,
      parts: partsOf(line),
      isComplete: line.madeOf.complete,
      ...definitionOf(ret, line, own),
    });
  }
}

function partsOf({ unit, quantity }: ReportLine): readonly [string, string] | null {
  const [part, whole] = quantity?.of ?? [];
  if (unit !== "share" || quantity?.by !== "ratio" || !part?.value || !whole?.value) return null;
  return [part.value.toFraction(), whole.value.toFraction()];
}

/** What was counted: the questions with the settings of the workbook filled in, and the settings that a calculation uses. */
function definitionOf(
  ret: Return,
  { indicator, unit, scope }: ReportLine,
  own: OwnIndicator | undefined,
): Pick<RegionFigure, "definition" | "words"> {
  if (own) {
    const inputs = Object.values(own.inputs).map((input) =>
      resolve(ret, ownQuestion(ret.agreement, input), scope.quarter),
    );
    return {
      definition: JSON.stringify([unit, own.expression, inputs.map(({ key }) => key)]),
      words: [`${own.title.nl}: ${own.expression}`, `vanaf ${ret.agreement.from}`],
    };
  }
  const live = countingOf(indicator);
  const asks = Object.values(live?.asks ?? {}).map((question) => resolve(ret, question, scope.quarter));
  // A calculation in code may use any setting.
  const isPlain = live !== null && live.given === undefined && live.quantity === undefined;
  const settings = ret.agreement.parameters.map(
    ({ id, name, default: usual }) => `${name}: ${ret.settings.parameters[id] ?? usual}`,
  );
  return { definition: JSON.stringify([unit, asks.map(({ key }) => key), isPlain ? [] : settings]), words: settings };
}

/** The figure of the region; null with the reason if there is none. */
export interface RegionTotal {
  readonly exact: string | null;
  readonly shown: Text;
}

const whyNot = {
  definitions: { nl: "definities verschillen", en: "definitions differ" },
  quarters: { nl: "kwartalen verschillen", en: "quarters differ" },
  incomplete: { nl: "niet compleet bij alle gemeenten", en: "not complete in all municipalities" },
  some: { nl: "niet van alle gemeenten", en: "not of all municipalities" },
  noSum: { nl: "niet op te tellen", en: "has no sum" },
} as const satisfies Record<string, Text>;

/** Adds the figures of an indicator over `count` municipalities, if all are present and have the same definition. */
export function regionTotal({ figures, unit, isAdditive }: RegionLine, count: number): RegionTotal {
  const not = (shown: Text): RegionTotal => ({ exact: null, shown });
  if (new Set(figures.map(({ definition }) => definition)).size > 1) return not(whyNot.definitions);
  if (new Set(figures.map(({ quarter }) => quarter)).size > 1) return not(whyNot.quarters);
  if (figures.length < count || figures.some(({ exact }) => exact === null)) return not(whyNot.some);
  if (figures.some(({ isComplete }) => !isComplete)) return not(whyNot.incomplete);
  const sum = (values: readonly string[]): Fraction => values.reduce((all, one) => all.add(one), new Fraction(0));
  if (unit === "share" && isAdditive && figures.every(({ parts }) => parts !== null)) {
    const whole = sum(figures.map(({ parts }) => parts![1]));
    if (whole.equals(0)) return not(whyNot.noSum);
    const share = sum(figures.map(({ parts }) => parts![0])).div(whole);
    return { exact: share.toFraction(), shown: display(share, unit) };
  }
  if (!isAdditive || !additive.has(unit)) return not(whyNot.noSum);
  const total = sum(figures.map(({ exact }) => exact!));
  return { exact: total.toFraction(), shown: display(total, unit) };
}
