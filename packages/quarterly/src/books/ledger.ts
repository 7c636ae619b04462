import { CannotSay, limitOf, type Fraction, type LimitSeries, type Question } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { answer } from "./answer.js";
import { presenceIn } from "./coverage.js";
import { passOver, type Pass } from "./pass.js";
import { inPhases, resolve, type Resolved } from "./resolve.js";
import type { Answered, Asked, Counting, Ledger, Presence } from "./shapes.js";

/** Computes an outcome once; a CannotSay is cached too. */
function once<T>(memory: Map<string, T | CannotSay>, key: string, work: () => T): T {
  let known = memory.get(key);
  if (known === undefined) {
    try {
      known = work();
    } catch (error) {
      if (!(error instanceof CannotSay)) throw error;
      known = error;
    }
    memory.set(key, known);
  }
  if (known instanceof CannotSay) throw known;
  return known;
}

const ledgers = new WeakMap<Return, Map<readonly LimitSeries[], Ledger>>();

/** The ledger of a return with these rent limits. */
export function ledgerOf(ret: Return, limits: readonly LimitSeries[]): Ledger {
  let ofReturn = ledgers.get(ret);
  if (!ofReturn) ledgers.set(ret, (ofReturn = new Map<readonly LimitSeries[], Ledger>()));
  let ledger = ofReturn.get(limits);
  if (!ledger) ofReturn.set(limits, (ledger = newLedger(ret, limits)));
  return ledger;
}

function newLedger(ret: Return, limits: readonly LimitSeries[]): Ledger {
  const passes = new Map<string, Pass | CannotSay>();
  const answers = new Map<string, Answered | CannotSay>();
  const presences = new Map<string, Presence>();
  const figures = new Map<string, Counting>();
  const resolved = new WeakMap<Question, Map<string, Resolved>>();
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
  const named = (key: string): string => {
    let name = names.get(key);
    if (name === undefined) names.set(key, (name = String(names.size)));
    return name;
  };
  // Only questions that depend on a limit or on the current year differ by year.
  const resolvedOf = (question: Question, { quarter, phases }: Asked): Resolved => {
    let forms = resolved.get(question);
    if (!forms) resolved.set(question, (forms = new Map<string, Resolved>()));
    const form = `${quarter.slice(0, 4)}|${phases?.join() ?? ""}`;
    let known = forms.get(form);
    if (!known) {
      const now = resolve(ret, phases === undefined ? question : inPhases(question, phases), quarter);
      forms.set(form, (known = { ...now, rowsKey: named(now.rowsKey), key: named(now.key) }));
    }
    return known;
  };
  const ledger: Ledger = {
    ret,
    limits,
    pass: (table, source, question) =>
      once(passes, `${source.table}|${question.rowsKey}`, () => passOver(ret, table, source, question, limit)),
    figure(key, work) {
      let known = figures.get(key);
      if (!known) figures.set(key, (known = work()));
      return known;
    },
    presence(question, found) {
      let known = presences.get(question.rowsKey);
      if (!known) presences.set(question.rowsKey, (known = presenceIn(found)));
      return known;
    },
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
