import type { Indicator, Inputs, InWords, ResolvedContext, Words } from "./define.js";
import type { Result } from "./result.js";
import { sourceOf } from "./source.js";
import { untranslated } from "./text.js";

const dash = untranslated("–");

/** The calculation of an indicator that answers in words. Separate, so that indicators with a number do not load it. */
export const inWords =
  (answer: (inputs: Inputs) => Words) =>
  (inputs: Inputs): InWords => {
    const words = answer(inputs);
    return { result: (definition, context) => resultOf(words, definition, context) };
  };

function resultOf(answer: Words, definition: Indicator, context: ResolvedContext): Result {
  const explanations = answer.explanation ?? answer.because ?? answer.words ?? dash;
  const sources = sourceOf(definition, context);
  return {
    indicator: definition.id,
    value: null,
    exact: null,
    unit: "text",
    display: answer.words ?? dash,
    norm: answer.norm ?? null,
    verdict: answer.verdict ?? (answer.words === null ? "unknown" : "no-norm"),
    provisional: answer.provisional ?? false,
    signal: answer.signal ?? false,
    reason: answer.words === null ? "missing" : null,
    explanation: explanations[context.language],
    explanations,
    source: sources[context.language],
    sources,
    quantity: null,
  };
}
