import type { JudgingAgreement } from "./agreement.js";
import { assessFigure } from "./assess-figure.js";
import type { Live } from "./books/answer.js";
import type { Questions } from "./books/questions.js";
import type { Judging } from "./course.js";
import type {
  ReadArgument,
  Arguments,
  Context,
  Indicator,
  Inputs,
  ResolvedContext,
  WrittenExamples,
} from "./define.js";
import { exact, published } from "./decimal.js";
import { display, displayNorm } from "./display.js";
import { explain } from "./explain.js";
import { readInputs, resolveContext } from "./inputs.js";
import { judgedNorm, normsInForce } from "./judged-norm.js";
import type { Quantity } from "./quantity.js";
import { referenceWith } from "./reference.js";
import { type JudgedNorm, type Result, type Verdict, inLanguage } from "./result.js";
import { documentText, sourceOf } from "./source.js";
import { verdictPhrase } from "./verdict.js";
import type { ArgumentsOf, Needed } from "./typed-arguments.js";
import { placeText } from "./place.js";
import { fill } from "./sentence.js";
import { untranslated, type Text } from "./text.js";

const dash = untranslated("–");
const asItIs: Judging = { assess: assessFigure, plans: false };

/**
 * Judges a quantity and returns the result that all views show; also used for own indicators and for figures counted in a
 * workbook.
 */
export function judge(
  indicator: Pick<Indicator, "id" | "source" | "agreed">,
  quantity: Quantity,
  context: ResolvedContext,
  judged = true,
): Result {
  const { agreement, day, language } = context;
  const versions = judged && agreement ? normsInForce(agreement.norms, indicator.id, day) : [];
  const several = versions.length > 1;
  const norm = several ? null : (versions[0] ?? null);
  const beside: Text[] = [];
  let verdict: Verdict;
  let provisional = false;
  let signal = false;
  let shownNorm: JudgedNorm | null = null;

  if (several) {
    verdict = "unknown";
    beside.push(
      fill(
        {
          nl: "er zijn {count:norm|normen} met een eigen begindatum; geef de dag waarop beoordeeld wordt",
          en: "there are {count:norm|norms}, each from a day of its own; give the day to judge on",
        },
        { count: versions.length },
      ),
    );
  } else {
    const { assess, plans } = context.counted ?? asItIs;
    const outcome = assess(quantity.value, norm, { day, from: agreement?.from, unit: quantity.unit });
    ({ verdict, provisional, signal } = outcome);
    if (norm) {
      shownNorm = judgedNorm(norm, quantity.unit);
      beside.push(fill({ nl: "norm {norm}", en: "norm {norm}" }, { norm: shownNorm.display }));
      if (quantity.value !== null) beside.push(verdictPhrase(outcome, plans));
      if (signal && norm.signal !== undefined) {
        beside.push(
          fill(
            {
              nl: "signaal: {side} {value}, partijen gaan in gesprek ({article})",
              en: "signal: {side} {value}, parties talk ({article})",
            },
            {
              side: norm.comparator.startsWith("<") ? { nl: "boven", en: "above" } : { nl: "onder", en: "below" },
              value: displayNorm(exact(norm.signal), quantity.unit),
              article: placeText(norm.source.article ?? norm.source.title),
            },
          ),
        );
      }
    }
  }
  const figure = indicator.agreed === undefined ? undefined : agreement?.figures[indicator.agreed];
  const printed = norm?.agreed ?? figure?.value;
  if (printed !== undefined && quantity.value !== null && !exact(printed).equals(quantity.value)) {
    beside.push(
      fill(
        {
          nl: "de tekst van de afspraken noemt {printed}; dat scheelt {gap}",
          en: "the text of the agreement says {printed}, which differs by {gap}",
        },
        {
          printed: display(exact(printed), quantity.unit),
          gap: display(exact(printed).sub(quantity.value).abs(), quantity.unit),
        },
      ),
    );
  }
  if (shownNorm === null && figure) {
    shownNorm = {
      id: "",
      value: null,
      comparator: null,
      agreed: exact(figure.value).valueOf(),
      exact: null,
      strength: "hard",
      deadline: null,
      display: fill(
        { nl: "in de afspraken staat {value}", en: "the agreement says {value}" },
        { value: display(exact(figure.value), quantity.unit) },
      ),
      source: figure.source,
    };
  }
  const limits = norm ? [norm.value, ...(norm.signal === undefined ? [] : [norm.signal])].map(exact) : [];
  const shown = quantity.value === null ? dash : display(quantity.value, quantity.unit, limits);
  const explanations = explain(quantity, quantity.value === null ? null : shown, beside);
  const sources = norm ? documentText(norm.source) : indicator.source;
  return {
    indicator: indicator.id,
    value: quantity.value === null ? null : quantity.value.valueOf(),
    exact: quantity.value === null ? null : published(quantity.value),
    unit: quantity.unit,
    display: shown,
    norm: shownNorm,
    verdict,
    provisional,
    signal,
    reason: quantity.value === null ? (quantity.reason ?? "missing") : null,
    explanation: explanations[language],
    explanations,
    source: sources[language],
    sources,
    quantity,
  };
}

/** Computes an indicator from its arguments and judges the outcome. */
export function run(definition: Indicator, args: Arguments, given?: Context): Result {
  try {
    const context = resolveContext(given, definition.reference);
    const inputs = readInputs(definition, args, context);
    const answer = definition.calculate(inputs);
    return "result" in answer
      ? answer.result(definition, context)
      : judgeAnswer(definition, answer, context, () => inputs);
  } catch (problem) {
    throw inLanguage(problem, given?.language);
  }
}

/**
 * Computes an indicator without judging it. @throws InputError on wrong input; TypeError for an indicator that answers in words.
 */
export function calculate(definition: Indicator, args: Arguments, given?: Context): Quantity {
  const answer = definition.calculate(readInputs(definition, args, resolveContext(given, definition.reference)));
  if (!("result" in answer)) return answer;
  throw new TypeError(`${definition.id} answers in words`);
}

/**
 * Judges a figure that was already counted. `args` are the arguments it was computed from; they decide whether the norm applies.
 */
export function judgeCounted(definition: Indicator, quantity: Quantity, args: Arguments, given?: Context): Result {
  const context = resolveContext(given, definition.reference);
  return judgeAnswer(definition, quantity, context, () => readInputs(definition, args, context));
}

/** `inputs` are read only by an indicator whose norm or printed figure depends on them. */
function judgeAnswer(definition: Indicator, answer: Quantity, context: ResolvedContext, inputs: () => Inputs): Result {
  const { id, agreed } = definition;
  const beside = agreed !== undefined && (definition.agreedHere?.(inputs()) ?? true) ? { agreed } : {};
  const source = sourceOf(definition, context);
  return judge(
    { id, source, ...beside },
    answer,
    context,
    definition.judged !== false && (definition.judged?.(inputs()) ?? true),
  );
}

/** A callable indicator: `socialShare({ social: 55, homes: 660 })`. Its arguments are typed. */
export type CallableIndicator<
  Id extends string = string,
  Args extends readonly ReadArgument[] = readonly ReadArgument[],
> = Indicator & {
  readonly id: Id;
} & (readonly ReadArgument[] extends Args
    ? (args?: Arguments, context?: Context) => Result
    : Needed<Args> extends true
      ? (args: ArgumentsOf<Args>, context?: Context) => Result
      : (args?: ArgumentsOf<Args>, context?: Context) => Result);

/**
 * The definition of an indicator as written. `live` says how its arguments are counted in a workbook; `true` means it is about
 * another indicator's figure.
 */
export type Definition<
  Name extends string = string,
  Id extends string = string,
  Args extends readonly ReadArgument[] = readonly ReadArgument[],
> = Omit<Indicator, "live" | "counts" | "id" | "arguments" | "reference" | "examples"> & {
  readonly id: Id;
  readonly arguments: Args;
  readonly live?: ((questions: Questions) => Live<Name>) | true;
  /** The norms of the reference agreement it needs: `referenceWith(SOCIALSHARE)`; by default no norms and figures. */
  readonly reference?: JudgingAgreement;
  /** Examples shared by all indicators of its kind (every share), added to its own. */
  readonly edges?: WrittenExamples;
  readonly examples: WrittenExamples;
};

/** Makes a definition callable; its properties stay readable on the function. */
export function defineIndicator<
  const Name extends string,
  const Id extends string,
  const Args extends readonly ReadArgument[],
>({ live, edges = {}, ...written }: Definition<Name, Id, Args>): CallableIndicator<Id, Args> {
  const definition: Indicator = {
    reference: referenceWith(),
    ...written,
    examples: Object.entries({ ...written.examples, ...edges }).map(([name, example]) => ({ name, ...example })),
    live: live !== undefined,
    counts: live === undefined || live === true ? null : live,
  };
  const evaluateThis = (args: Arguments = {}, context?: Context): Result => run(definition, args, context);
  return Object.defineProperties(
    evaluateThis,
    Object.fromEntries(
      Object.entries(definition).map(([key, value]) => [key, { value: value as unknown, enumerable: true }]),
    ),
  ) as unknown as CallableIndicator<Id, Args>;
}
