import type { Arguments, Context } from "./define.js";
import type { CallableIndicator } from "./evaluate.js";
import * as definitions from "./indicators/all.generated.js";
import { defineExplanation } from "./indicators/explain.js";
import { defineNorm } from "./indicators/norm.js";
import { defineStatus } from "./indicators/status.js";
import { InputError, inLanguage, type Result } from "./result.js";
import { quoted } from "./refuse.js";
import { closest } from "./suggest.js";

// These three take an indicator id, so they receive the catalogue lazily: they are part of it.

/** How does a value compare with the norm of an indicator? A verdict in words. */
export const status = defineStatus(() => indicators);
/** Which norm is in force for an indicator? In the unit of the indicator. */
export const norm = defineNorm(() => indicators);
/** How was a figure calculated? The arithmetic, definition, source and article as one sentence. */
export const explanation = defineExplanation(() => indicators);

/** Every indicator by name, typed individually. */
const catalogue = { ...definitions, status, norm, explanation };

type Catalogue = (typeof catalogue)[keyof typeof catalogue];
/** The id of a built-in indicator. */
export type IndicatorId = Catalogue["id"];
/** The arguments of the indicator with this id: `ArgumentsFor<"SOCIALSHARE">`. */
export type ArgumentsFor<Id extends IndicatorId> = NonNullable<Parameters<Extract<Catalogue, { readonly id: Id }>>[0]>;

/** All built-in indicators, in the public order. */
export const indicators: readonly CallableIndicator[] = [
  ...(Object.values(catalogue) as readonly unknown[] as readonly CallableIndicator[]),
].sort((a, b) => a.place - b.place);

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/** The indicator with this id (case-insensitive, with or without "PA."); undefined if there is none. */
export const indicator = (id: string): CallableIndicator | undefined =>
  byId.get(id.trim().toUpperCase().replace(/^PA\./, ""));

/**
 * Computes an indicator by id: `evaluate("SOCIALSHARE", { social: 55, homes: 660 })`. Keys are the public argument names; a range
 * is an array, a missing value null, a date "2026-09-30", a share 0-1, money EUR/month. An unknown id or key, or a value of the
 * wrong type, does not compile.
 * @throws InputError with a message in both languages on wrong input or an unknown id.
 */
export function evaluate<const Id extends IndicatorId>(
  id: Id,
  ...given: undefined extends Parameters<Extract<Catalogue, { readonly id: Id }>>[0]
    ? [args?: ArgumentsFor<Id>, context?: Context]
    : [args: ArgumentsFor<Id>, context?: Context]
): Result {
  const [args, context] = given as [args?: Arguments, context?: Context];
  return evaluateNamed(id, args, context);
}

/**
 * As evaluate, for an id and arguments known only at run time: from a cell, JSON or another program.
 * @throws InputError with a message in both languages on wrong input or an unknown id.
 */
export function evaluateNamed(id: unknown, args: Arguments = {}, context?: Context): Result {
  // Untyped callers may pass anything.
  const found = indicator(String(id));
  if (found) return found(args, context);
  const near = closest(String(id), [...byId.keys()]);
  throw inLanguage(
    new InputError(
      {
        nl: `${quoted(String(id))} is geen indicator. ${near ? `Bedoelt u ${near}?` : `Wel: ${[...byId.keys()].join(", ")}.`}`,
        en: `${quoted(String(id))} is not an indicator. ${near ? `Do you mean ${near}?` : `Known are: ${[...byId.keys()].join(", ")}.`}`,
      },
      "id",
      "UNKNOWN_INDICATOR",
    ),
    context?.language,
  );
}
