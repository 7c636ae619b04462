import { evaluate, Fraction, InputError, type Context, type Result } from "@prestatieafspraken/indicators";
import { agreementInForce } from "../judging/in-force.js";
import { quarterAsked } from "../asked.js";
import { count } from "../books/count.js";
import type { Return } from "../return.js";
import { yearOf } from "./year.js";

/** The stock a path starts from, in homes. */
export interface Stock {
  readonly social: number;
  readonly homes: number;
  /** The year of the counts. */
  readonly year: number;
  /** The share to reach; "0.30" by default. */
  readonly target?: string;
}

/** A plan for adding homes. */
export interface Plan {
  /** Homes added a year; a whole number above 0. */
  readonly additionsPerYear: number;
  /** Share of the additions that is social (0-1). */
  readonly socialShareInAdditions: number;
  /** Last year shown. */
  readonly until: number;
}

/** The stock in one year of the path, in homes. */
export interface PathYear {
  readonly year: number;
  readonly homes: number;
  /** May be fractional, because the plan is a share: exact, as "n/d". */
  readonly social: string;
  readonly share: number;
  /** The share as an exact fraction "n/d". */
  readonly exact: string;
  readonly reached: boolean;
}

/** The outcome of a what-if calculation. */
export interface Path {
  readonly target: string;
  /** From the year of the counts through `until`. */
  readonly years: readonly PathYear[];
  /** The first year in which the target is reached, even after `until`; null if this plan never reaches it. */
  readonly reachedIn: number | null;
  /** HOMESTOTARGET and GROWTHFACTOR for this plan: homes still to add, and the growth factor of the stock. */
  readonly homesToTarget: Result;
  readonly growthFactor: Result;
}

/**
 * A what-if calculation: if a number of homes is added each year, of which a given share is social, what is the social share of
 * the stock in each year, and when does it reach the target? Shares are exact; nothing is rounded on the way.
 * Starts from given counts, or from the social and the whole stock in the workbook's reporting quarter.
 * @throws InputError if the workbook's stock is unknown, or the plan has no additions.
 */
export function path(start: Return | Stock, plan: Plan, context: Context = {}): Path {
  const { additionsPerYear, socialShareInAdditions, until } = plan;
  if (!Number.isSafeInteger(additionsPerYear) || additionsPerYear <= 0) {
    throw new InputError(
      {
        nl: "Vul in hoeveel woningen er per jaar bij komen: een heel getal boven 0.",
        en: "Enter how many homes are added a year: a whole number above 0.",
      },
      "additionsPerYear",
    );
  }
  const stock = "tables" in start ? stockOf(start) : start;
  const target = stock.target ?? "0.30";
  const goal = new Fraction(target);
  const part = new Fraction(String(socialShareInAdditions));
  const at = (years: number): PathYear => {
    const homes = stock.homes + years * additionsPerYear;
    const social = new Fraction(stock.social).add(part.mul(years * additionsPerYear));
    const share = social.div(homes);
    return {
      year: stock.year + years,
      homes,
      social: social.toFraction(),
      share: share.valueOf(),
      exact: `${share.s * share.n}/${share.d}`,
      reached: share.gte(goal),
    };
  };
  const years: PathYear[] = [];
  for (let year = stock.year; year <= until; year += 1) years.push(at(year - stock.year));

  const facts = { target: goal.valueOf(), additions_share: socialShareInAdditions };
  const homesToTarget = evaluate("HOMESTOTARGET", { social: stock.social, homes: stock.homes, ...facts }, context);
  const growthFactor = evaluate("GROWTHFACTOR", { current: stock.social / stock.homes, ...facts }, context);
  const needed = homesToTarget.quantity?.value ?? null;
  return {
    target,
    years,
    reachedIn: needed === null ? null : stock.year + needed.div(additionsPerYear).ceil().valueOf(),
    homesToTarget,
    growthFactor,
  };
}

function stockOf(ret: Return): Stock {
  const quarter = quarterAsked(ret, null);
  const counted = count("SOCIALSHARE", ret, { quarter, party: null });
  if (counted.state === "absent") throw new InputError(counted.because);
  const target = agreementInForce(ret).norms.find((norm) => norm.indicator === "SOCIALSHARE")?.value;
  return {
    social: Number(counted.args["social"]),
    homes: Number(counted.args["homes"]),
    year: yearOf(quarter ?? ""),
    ...(target !== undefined && { target }),
  };
}
