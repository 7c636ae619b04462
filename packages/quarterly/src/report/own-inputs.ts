import {
  CannotSay,
  given,
  missing,
  referenceLimits,
  type LimitSeries,
  type Open,
  type OwnIndicator,
  type OwnInput,
  type Quantity,
  type Text,
} from "@prestatieafspraken/indicators";
import type { Answered, Asked } from "../books/shapes.js";
import { booksOf } from "../books/books-of.js";
import { openOf } from "../books/count.js";
import { ledgerOf } from "../books/ledger.js";
import { ownQuestion } from "../books/own-question.js";
import { scopeOf } from "../books/party-scope.js";
import { rangeOf } from "../books/range.js";
import type { Return } from "../return.js";
import { kept } from "../kept.js";

/** The counted inputs of an own indicator, and what is unknown about them. */
export interface OwnCounted {
  readonly inputs: Readonly<Record<string, Quantity>>;
  readonly open: Open;
  readonly made: readonly Answered[];
}

/** What to count for; party null = all parties in scope. */
export interface OwnAsk extends Pick<Asked, "quarter" | "party" | "phases"> {
  readonly limits?: readonly LimitSeries[] | undefined;
}

/**
 * Counts the inputs of a municipality's own indicator in the tables of a return. With `calculate`, it also derives between which
 * figures it is while the class of some rows is unknown.
 */
export function ownInputs(
  ret: Return,
  own: OwnIndicator,
  { limits, ...asked }: OwnAsk,
  calculate?: (inputs: OwnCounted["inputs"]) => Quantity,
): OwnCounted {
  const ledger = ledgerOf(ret, limits ?? referenceLimits);
  const books = booksOf(ledger, { ...asked, scope: scopeOf(ret, own.id) });
  const unit = own.unit === "share" || own.unit === "factor" ? "number" : own.unit;
  const labelOf = (name: string): Text => {
    const { label, column = name } = own.inputs[name]!;
    return label ?? { nl: column, en: column };
  };
  const answers: Record<string, Answered> = {};
  const inputs = Object.fromEntries(
    Object.entries(own.inputs).map(([name, input]) => {
      const label = labelOf(name);
      try {
        answers[name] = books.ask(questionOf(ret, input, asked.party !== null));
        return [name, given(answers[name].exact, unit, label)];
      } catch (error) {
        if (error instanceof CannotSay)
          return [name, { ...missing(unit, label, error.sentence), reason: error.reason }];
        throw error;
      }
    }),
  );
  const made = [...books.made];
  const range = (): Open["range"] =>
    calculate === undefined || Object.keys(answers).length < Object.keys(inputs).length
      ? null
      : rangeOf(answers, (counts) =>
          calculate(
            Object.fromEntries(
              Object.entries(counts).map(([name, count]) => [name, given(count.exact, unit, labelOf(name))]),
            ),
          ),
        );
  return { inputs, open: openOf(ledger, own.id, books, range), made };
}

const questions = [false, true].map(() => new WeakMap<OwnInput, ReturnType<typeof ownQuestion>>());

/** Returns the same question object for the same input, so that its answer is cached. */
function questionOf(ret: Return, input: OwnInput, perParty: boolean) {
  const known = questions[perParty ? 1 : 0]!;
  return kept(known, input, () => ownQuestion(ret.agreement, input, perParty));
}
