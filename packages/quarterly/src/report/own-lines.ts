import {
  absent,
  compileOwn,
  InputError,
  judge,
  resolveContext,
  untranslated,
  type OwnIndicator,
  type QuarterId,
} from "@prestatieafspraken/indicators";
import { agreementInForce, hasEnded } from "../judging/in-force.js";
import { dayFor } from "../measures/live.js";
import type { ReportLine } from "../report-shape.js";
import type { Return } from "../return.js";
import { ownCourse, type OwnQuantity } from "../judging/own-course.js";
import { ownInputs } from "./own-inputs.js";
import type { LineOptions } from "./report-lines.js";

/** Lines of the indicators a municipality added in its own agreement file. Their calculator is loaded only when there are any. */
export async function ownLines(ret: Return, options: LineOptions): Promise<ReportLine[]> {
  const agreement = agreementInForce(ret);
  return Promise.all(
    agreement.indicators.map(async (own): Promise<ReportLine> => {
      const quantity = await calculation(own);
      const source = untranslated([own.source.title, own.source.article].filter(Boolean).join(", "));
      const norms = hasEnded(agreement, options.day)
        ? agreement.norms.filter(({ deadline }) => deadline)
        : agreement.norms;
      const result = (quarter: QuarterId, day: string) => {
        const counted = quantity(ret, quarter);
        const norm = norms.find((one) => one.indicator === own.id);
        return judge(
          { id: own.id, source },
          counted,
          resolveContext({
            agreement: { ...agreement, norms },
            day,
            ...(options.language && { language: options.language }),
            ...(norm && { course: ownCourse(ret, own, norm, { quarter, counted, quantity }) }),
          }),
        );
      };
      const now = result(options.quarter, options.day);
      return {
        ...now,
        title: own.title,
        scope: { party: null, partyName: null, quarter: options.quarter, period: "at" },
        role: "judged",
        notes: [],
        trend: ret.quarters
          .filter((quarter) => quarter <= options.quarter)
          .map((quarter) => {
            const { value, verdict } = quarter === options.quarter ? now : result(quarter, dayFor(ret, quarter));
            return { quarter, value, verdict };
          }),
      };
    }),
  );
}

/** The calculation per quarter; an expression that cannot be used is an answer that cannot be said, with the reason. */
async function calculation(own: OwnIndicator): Promise<OwnQuantity> {
  try {
    const expression = await compileOwn(own.expression, Object.keys(own.inputs));
    return (ret, quarter) => expression.evaluate(ownInputs(ret, own, quarter), own.unit, own.title);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return () => absent("undefined", own.unit, own.title, error.sentence);
  }
}
