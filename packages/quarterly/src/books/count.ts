import {
  CannotSay,
  calculate,
  countingOf,
  fill,
  indicator,
  InputError,
  nothingOpen,
  readInputs,
  referenceLimits,
  resolveContext,
  type Arguments,
  type Counts,
  type LimitSeries,
  type Live,
  type Open,
  type Quantity,
  type QuarterId,
  type Reason,
  type Text,
} from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { unusable } from "./cannot-say.js";
import { findingsOf } from "../rules/findings.js";
import { rules } from "../rules/index.js";
import type { Finding } from "../rules/rule.js";
import { booksOf, type OpenBooks } from "./books-of.js";
import { dayFor } from "./day.js";
import { doubtOf } from "./doubt.js";
import { ledgerOf } from "./ledger.js";
import type { LiveId } from "./live-ids.js";
import { partiesAsked, partyName, scopeOf } from "./party-scope.js";
import { rangeOf } from "./range.js";
import type { Absent, Answered, Ask, Counted, Counting, Ledger } from "./shapes.js";

/** Overrides for counting; all optional. */
export interface CountOptions {
  readonly limits?: readonly LimitSeries[];
  /** The date of judgement; by default the date of the quarter. */
  readonly day?: string;
  /** Options of the indicator that say how the tables are counted. */
  readonly choices?: Arguments;
}

const noQuarter: Text = {
  nl: "Het kwartaal is niet bekend. Vul bij Verslagkwartaal in Instellingen een kwartaal in, zoals 2026-Q3.",
  en: "The quarter is not known. Enter a quarter at Verslagkwartaal in Instellingen, such as 2026-Q3.",
};

/** How a live indicator is counted. */
export const liveOf = (id: LiveId): Live => countingOf(id)!;

/** True if the indicator only uses figures of the agreement; it then needs no quarter and no table. */
export const isFixed = ({ asks }: Live): boolean => Object.keys(asks).length === 0;

/** True if none of its tables has quarters, so that every quarter gives the same figure. */
export const isUndated = ({ asks }: Live): boolean =>
  Object.values(asks).every(({ book }) => book.sources.every(({ quarter }) => quarter === undefined));

/** True if it is about every party in its table, including parties outside the agreement. */
export const isNamed = ({ asks }: Live): boolean => Object.values(asks).some(({ parties }) => parties === "named");

/**
 * Counts one live indicator in a return, or says why it cannot be counted. Read-only; never throws for the contents of the
 * workbook.
 * @throws InputError for an invalid option.
 */
export function count(
  id: LiveId,
  ret: Return,
  ask: Omit<Ask, "quarter"> & { readonly quarter: QuarterId | null },
  options: CountOptions = {},
): Counting {
  const live = liveOf(id);
  const absent = (because: Text, reason: Reason = "missing"): Absent => ({
    state: "absent",
    reason,
    because,
    notes: [],
  });
  if (ask.quarter === null && !isFixed(live)) return absent(noQuarter);
  const ledger = ledgerOf(ret, options.limits ?? referenceLimits);
  const day = options.day ?? (ask.quarter === null ? ret.settings.day : dayFor(ret, ask.quarter));
  const work = (): Counting => {
    try {
      return counted(id, live, ledger, { ...ask, quarter: ask.quarter ?? "" }, day, options.choices ?? {});
    } catch (error) {
      if (error instanceof CannotSay) return absent(error.sentence, error.reason);
      // The contents of the tables are impossible, such as more urgent lettings than lettings.
      if (error instanceof InputError && !((error.argument ?? "") in (options.choices ?? {})))
        return absent(error.sentence);
      throw error;
    }
  };
  // Cached, because other cells, paths and totals over parties use the same figure.
  if (options.choices !== undefined) return work();
  const { quarter, party, quarterOnly, phases } = ask;
  return ledger.figure([id, quarter, party, quarterOnly === true, phases, day].join("|"), work);
}

function counted(id: LiveId, live: Live, ledger: Ledger, ask: Ask, day: string | null, choices: Arguments): Counted {
  const { ret } = ledger;
  if (live.perParty && !isNamed(live)) partiesAsked(ret, id, ask.party);
  const asked = { ...ask, scope: scopeOf(ret, id) };
  const first = booksOf(ledger, asked);
  const refused = live.refuses?.(first) ?? null;
  if (refused !== null) throw new CannotSay(refused);
  let books = first;
  let answers = answersOf(live.asks, books);
  if (live.orElse && Object.values(answers).every(({ rows }) => rows === 0)) {
    books = booksOf(ledger, asked, true);
    answers = answersOf(live.orElse, books);
    if (Object.values(answers).every(({ rows }) => rows === 0)) throw noRows(ret, ask);
  }
  const context = resolveContext({
    agreement: ret.agreement,
    limits: ledger.limits,
    ...(day !== null && { day }),
  });
  const quantityOf = (counts: Counts): { readonly args: Arguments; readonly quantity: Quantity } => {
    if (live.quantity) {
      const inputs = readInputs(indicator(id)!, choices, context);
      return { args: {}, quantity: live.quantity(counts, books, inputs) };
    }
    const given = live.given ? live.given(counts, books, answers) : valuesOf(counts);
    const args = { ...given, ...choices };
    return { args: given, quantity: calculate(indicator(id)!, args, context) };
  };
  const { args, quantity } = quantityOf(answers);
  const made = [...books.made];
  // Copied now, because the notes are made later and may ask for more settings.
  const settings = [...books.settings, indicator(id)?.judging?.deadline ?? ""];
  for (const answer of made) if (!Object.values(answers).includes(answer)) stopAtUnclear(answer);
  const parts = lazily(() => live.parts?.(books, readInputs(indicator(id)!, choices, context)) ?? []);
  // Computed on demand: a caller that uses the figure only for a path or a total needs neither.
  const open = lazily(() =>
    openOf(ledger, id, { made: new Set(made), compared: books.compared, settings: new Set(settings) }, () =>
      rangeOf(
        answers,
        (counts) => quantityOf(counts).quantity,
        live.lacking?.(answers, books) ?? parts().flatMap((part) => part.lacking),
      ),
    ),
  );
  const notes = lazily(() =>
    distinct([
      ...(live.notes?.(answers, books) ?? []),
      ...made.flatMap((answer) => answer.notes),
      ...saidBeside(ledger, made),
    ]),
  );
  return {
    state: "counted",
    args,
    quantity,
    made,
    get notes() {
      return notes();
    },
    get parts() {
      return parts();
    },
    get open() {
      return open();
    },
    instead: books.instead && ret.settings.parameters["studenten-beoordelen"] !== "alle",
  };
}

/**
 * Throws if a row's class cannot be read in an answer that is not an argument: its range is not computed, so leaving
 * the row out would be a guess. Rows whose class is reported as unknown are handled there.
 */
function stopAtUnclear({ unknown, unclear }: Answered): void {
  if (unknown.rows === 0) return;
  for (const { pass, row, headers } of unclear()) {
    const header = headers.find((one) =>
      pass.where.some(({ condition }) => condition.header === one && condition.unread === undefined),
    );
    if (header !== undefined) throw unusable(pass.table, header, row);
  }
}

/** What rules have to say beside a figure, about a party and quarter that it counts. */
function saidBeside({ ret, limits }: Ledger, made: readonly Answered[]): Text[] {
  const counts = ({ table, quarter, party }: Finding): boolean =>
    made.some(({ used }) =>
      used.some(({ pass, group }) => pass.table === table && group.quarter === quarter && group.party === party),
    );
  return rules
    .filter(({ besideFigure }) => besideFigure)
    .flatMap((rule) =>
      findingsOf(rule, ret, { day: ret.settings.day, limits })
        .filter(counts)
        .map(({ facts = {} }) => fill(rule.message, facts)),
    );
}

function lazily<T extends object>(work: () => T): () => T {
  let known: T | null = null;
  return () => (known ??= work());
}

const answersOf = (asks: Live["asks"], books: OpenBooks): Readonly<Record<string, Answered>> =>
  Object.fromEntries(Object.entries(asks).map(([name, question]) => [name, books.ask(question)]));

const valuesOf = (counts: Counts): Arguments =>
  Object.fromEntries(Object.entries(counts).map(([name, { value }]) => [name, value]));

const distinct = (notes: readonly (Text | null)[]): Text[] => [
  ...new Map(notes.flatMap((note) => (note === null ? [] : [[note.nl, note] as const]))).values(),
];

/** What is unknown about a figure, derived only from the answers it consists of. */
export function openOf(
  ledger: Ledger,
  indicator: string,
  { made, compared, settings }: Pick<OpenBooks, "made" | "compared" | "settings">,
  rangeOfFigure: () => Open["range"],
): Open {
  const silent = new Map<string, Open["silent"][number]>();
  const missing = new Set<QuarterId>();
  for (const { used, parties, quarters, resolved } of made) {
    for (const quarter of quarters.missing) missing.add(quarter);
    if (parties.silent.length === 0) continue;
    const table = used[0]?.pass.table.definition.sheet ?? resolved.question.book.sources[0]!.table;
    silent.set(table, {
      table: { nl: table, en: table },
      parties: parties.silent.map((id) => ({ id, name: partyName(ledger.ret, id) })),
    });
  }
  // Computed first, because it asks for what is lacking.
  const range = rangeOfFigure();
  return {
    ...nothingOpen,
    doubt: doubtOf(ledger, { indicator, answers: made, settings, compared }),
    silent: [...silent.values()],
    missing: [...missing].sort(),
    range,
  };
}

const noRows = (ret: Return, { party }: Ask): CannotSay => {
  const of = party === null ? "" : partyName(ret, party);
  return new CannotSay({
    nl: `Studenten heeft geen eenheden${of && ` van ${of}`}. Vul ze in, of laat de tabel leeg als er geen zijn.`,
    en: `Studenten has no units${of && ` of ${of}`}. Fill them in, or leave the table empty when there are none.`,
  });
};

export type { Absent, Ask, Counted, Counting } from "./shapes.js";
