import { compileOwn } from "@prestatieafspraken/expressions";
import {
  absent,
  asCounted,
  capital,
  InputError,
  judge,
  nothingOpen,
  resolveContext,
  documentText,
  type LimitSeries,
  type Open,
  type OwnIndicator,
  type Quantity,
  type QuarterId,
} from "@prestatieafspraken/indicators";
import type { Answered } from "../books/shapes.js";
import { dayFor } from "../books/day.js";
import { madeOf } from "../books/made-of.js";
import { partyName, scopeOf } from "../books/party-scope.js";
import { agreementFor } from "../judging/in-force.js";
import type { ReportLine } from "../report-shape.js";
import type { Return } from "../return.js";
import { ownCourse, type OwnCount } from "../judging/own-course.js";
import { ownInputs, type OwnCounted } from "./own-inputs.js";
import type { LineOptions } from "./report-lines.js";

/** Lines of the municipality's own indicators. Their expression engine is loaded only if there are any. */
export async function ownLines(ret: Return, options: LineOptions): Promise<ReportLine[]> {
  const lines = await Promise.all(
    ret.agreement.indicators.map(async (own) => {
      const calculate = await calculation(own, options.limits);
      const parties = own.perParty ? scopeOf(ret, own.id) : [];
      return [null, ...(parties.length > 1 ? parties : [])]
        .filter((party) => options.party === null || party === options.party)
        .map((party) => ownLine(ret, own, party, calculate, options));
    }),
  );
  return lines.flat();
}

/** Calculates the figure in a return, for a quarter and a party, over all projects or those in the given phases. */
type Calculate = (ret: Return, quarter: QuarterId, party: string | null, phases?: readonly string[]) => OwnFigure;

interface OwnFigure {
  readonly quantity: Quantity;
  readonly open: Open;
  readonly made: readonly Answered[];
}

function ownLine(
  ret: Return,
  own: OwnIndicator,
  party: string | null,
  calculate: Calculate,
  { quarter, day, language }: LineOptions,
): ReportLine {
  const source = documentText(own.source);
  const result = (at: QuarterId, on: string) => {
    const { quantity, open } = calculate(ret, at, party);
    const agreement = agreementFor(ret, own.id, { quarter: at, party }, on);
    const norm = agreement.norms.find((one) => one.indicator === own.id);
    const again: OwnCount = (then, phases) => calculate(ret, then, party, phases);
    const course = norm && ownCourse(ret, own, norm, { quarter: at, counted: quantity, count: again });
    return judge(
      { id: own.id, source },
      quantity,
      resolveContext({ agreement, day: on, counted: asCounted({ open, course }), ...(language && { language }) }),
    );
  };
  const now = result(quarter, day);
  const counted = calculate(ret, quarter, party);
  return {
    ...now,
    title: own.title,
    scope: {
      party,
      partyName: party === null ? null : partyName(ret, party),
      about: null,
      quarter,
      period: periodOf(own),
    },
    role: "judged",
    // Without a norm, no other text mentions the range.
    notes: counted.open.range === null ? [] : [capital(counted.open.range.because)],
    madeOf: madeOf(ret, counted.made, counted.open),
    trend: ret.quarters
      .filter((at) => at <= quarter)
      .map((at) => {
        const { value, verdict } = at === quarter ? now : result(at, dayFor(ret, at));
        return { quarter: at, value, verdict };
      }),
  };
}

/** A line of "quarter" is a signal beside a judged one, so a count over one quarter is not called so. */
const periods: Readonly<Record<string, ReportLine["scope"]["period"]>> = { year: "year", term: "since-start" };

/** The period of all its counts; for counts over several periods, the day they are reported on. */
function periodOf({ inputs }: OwnIndicator): ReportLine["scope"]["period"] {
  const [first, ...others] = new Set(Object.values(inputs).map(({ window = "snapshot" }) => window));
  return others.length > 0 || first === undefined ? "at" : (periods[first] ?? "at");
}

/** Compiles the calculation; an invalid expression gives an unknown figure with the reason. */
async function calculation(own: OwnIndicator, limits: readonly LimitSeries[] | undefined): Promise<Calculate> {
  try {
    const expression = await compileOwn(own.expression, Object.keys(own.inputs));
    return (ret, quarter, party, phases) => {
      const evaluate = (inputs: OwnCounted["inputs"]): Quantity => expression.evaluate(inputs, own.unit, own.title);
      const { inputs, open, made } = ownInputs(ret, own, { quarter, party, limits, phases }, evaluate);
      return { quantity: evaluate(inputs), open, made };
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return () => ({ quantity: absent("undefined", own.unit, own.title, error.sentence), open: nothingOpen, made: [] });
  }
}
