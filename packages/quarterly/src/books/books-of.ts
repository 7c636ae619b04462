import {
  CannotSay,
  fill,
  limitOf,
  type Books,
  type FigureId,
  type Fraction,
  type Question,
} from "@prestatieafspraken/indicators";
import { UnusableCell } from "./cannot-say.js";
import { partyName } from "./party-scope.js";
import { chosen, settingName } from "./setting.js";
import type { Answered, Asked, Ledger } from "./shapes.js";

/** Answers of comparisons, and the cells because of which a comparison could not be made. */
export interface Compared {
  readonly answers: ReadonlySet<Answered>;
  readonly unusable: ReadonlySet<string>;
}

/** The books of a return for one figure, and the answers that make up the figure. */
export interface OpenBooks extends Books {
  /** Answers asked for the figure itself, not those for notes only. */
  readonly made: ReadonlySet<Answered>;
  /** Answers asked only to see whether data is lacking. */
  readonly compared: Compared;
  /** The settings asked for, by id. */
  readonly settings: ReadonlySet<string>;
  ask(question: Question): Answered;
}

/** Opens the books of a return for questions about one indicator. */
export function booksOf(ledger: Ledger, asked: Asked, instead = false): OpenBooks {
  const { ret } = ledger;
  const made = new Set<Answered>();
  const settings = new Set<string>();
  const compared = { answers: new Set<Answered>(), unusable: new Set<string>() };
  const ask = (question: Question): Answered => {
    const answered = ledger.ask(question, asked);
    made.add(answered);
    return answered;
  };
  return {
    quarter: asked.quarter,
    party: asked.party,
    agreement: ret.agreement,
    instead,
    made,
    ask,
    beside(question) {
      try {
        return ledger.ask(question, asked);
      } catch (error) {
        if (error instanceof CannotSay) return null;
        throw error;
      }
    },
    compared,
    compare(question) {
      try {
        const answered = ledger.ask(question, asked);
        compared.answers.add(answered);
        return answered;
      } catch (error) {
        if (error instanceof UnusableCell) compared.unusable.add(error.cell);
        if (error instanceof CannotSay) return null;
        throw error;
      }
    },
    settings,
    setting(id, fallback) {
      settings.add(id);
      return chosen(ret, id, fallback);
    },
    settingName: (id) => settingName(ret, id),
    partyName: (id) => partyName(ret, id),
    figure(id: FigureId): number {
      const found = ret.agreement.figures[id];
      if (found) return Number(found.value);
      throw new CannotSay(
        fill(
          {
            nl: "In de afspraak {agreement} staat het cijfer '{id}' niet. Zet het in het bestand van de afspraak, met bron.",
            en: "The agreement {agreement} does not hold the figure '{id}'. Add it to the agreement file, with its source.",
          },
          { agreement: ret.agreement.title, id },
        ),
      );
    },
    limit(id, year): Fraction {
      const series = ledger.limits.find((one) => one.id === id);
      const found = series && limitOf(series, year);
      if (found?.value) return found.value;
      throw new CannotSay(
        found?.because ?? { nl: `De grens ${id} is niet bekend.`, en: `The limit ${id} is not known.` },
      );
    },
  };
}
