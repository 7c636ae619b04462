import { CannotSay, limitOf, type Fraction, type LimitSeries, type Question } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { answer } from "./answer.js";
import { presenceIn } from "./coverage.js";
import { passOver, type Pass } from "./pass.js";
import { inPhases, resolve, type Resolved } from "./resolve.js";
import type { Answered, Asked, Counting, Ledger, Presence } from "./shapes.js";
import { kept, mapPer } from "../kept.js";

/** Computes an outcome once; a CannotSay is cached too. */
function once<T>(memory: Map<string, T | CannotSay>, key: string, work: () => T): T {
  const known = kept(memory, key, () => {
    try {
      return work();
    } catch (error) {
      if (error instanceof CannotSay) return error;
      throw error;
    }
  });
  if (known instanceof CannotSay) throw known;
  return known;
}

const ledgers = mapPer<readonly LimitSeries[], Ledger>();

/** The ledger of a return with these rent limits. */
export const ledgerOf = (ret: Return, limits: readonly LimitSeries[]): Ledger =>
  kept(ledgers(ret), limits, () => newLedger(ret, limits));

function newLedger(ret: Return, limits: readonly LimitSeries[]): Ledger {
  const passes = new Map<string, Pass | CannotSay>();
  const answers = new Map<string, Answered | CannotSay>();
  const presences = new Map<string, Presence>();
  const figures = new Map<string, Counting>();
  const resolved = mapPer<string, Resolved>();
  const limit = (id: string, year: number): Fraction => {
    const series = limits.find((one) => one.id === id);
    const found = series && limitOf(series, year);
    if (found?.value) return found.value;
    throw new CannotSay(
      found?.because ?? { nl: `De grens ${id} is niet bekend.`, en: `The limit ${id} is not known.` },
    );
  };
  // Keys are long texts, looked up for every answer; a short name is as good.
  const names = new Map<string, string>();
  const named = (key: string): string => kept(names, key, () => String(names.size));
  // Only questions that depend on a limit or on the current year differ by year.
  const resolvedOf = (question: Question, { quarter, phases }: Asked): Resolved =>
    kept(resolved(question), `${quarter.slice(0, 4)}|${phases?.join() ?? ""}`, () => {
      const now = resolve(ret, phases === undefined ? question : inPhases(question, phases), quarter);
      return { ...now, rowsKey: named(now.rowsKey), key: named(now.key) };
    });
  const ledger: Ledger = {
    ret,
    limits,
    pass: (table, source, question) =>
      once(passes, `${source.table}|${question.rowsKey}`, () => passOver(ret, table, source, question, limit)),
    figure: (key, work) => kept(figures, key, work),
    presence: (question, found) => kept(presences, question.rowsKey, () => presenceIn(found)),
    ask(question, asked) {
      const known = resolvedOf(question, asked);
      const { quarter, party, quarterOnly, scope } = asked;
      // A table without quarters gives every quarter the same answer.
      const dated = question.book.sources.some((source) => source.quarter !== undefined);
      return once(answers, [known.key, dated && quarter, party, quarterOnly === true, scope].join("|"), () =>
        answer(ledger, known, asked),
      );
    },
  };
  return ledger;
}
