/** The questions in the report of a return, with the answers of the books and as SQL. */
import { agreement, limits } from "@prestatieafspraken/agreements";
import { countingOf, indicators, type Question } from "@prestatieafspraken/indicators";
import { questionSql, read, type CellValue, type DialectName, type Return } from "@prestatieafspraken/quarterly";
import { doubtOf } from "../../packages/quarterly/src/books/doubt.js";
import { ledgerOf } from "../../packages/quarterly/src/books/ledger.js";
import { ownQuestion } from "../../packages/quarterly/src/books/own-question.js";
import { scopeOf } from "../../packages/quarterly/src/books/party-scope.js";
import { block, memoryWorkbook } from "../../packages/quarterly/test/memory-workbook.js";
import { madeUpReturn, type Row } from "../oracle/made-up-return.js";

export interface Asked {
  readonly name: string;
  readonly question: Question;
  readonly scope: readonly string[];
  readonly party: string | null;
}

/** All questions in a return's report: of built-in indicators and of those of its agreement, in total and per party. */
export function questionsOf(ret: Return): Asked[] {
  const product = indicators.flatMap(({ id }) => {
    const counts = countingOf(id);
    return !counts
      ? []
      : Object.entries({ ...counts.asks, ...counts.orElse }).flatMap(([name, question]) =>
          [null, ...(counts.perParty ? scopeOf(ret, id) : [])].map((party) => ({
            ...{ name: `${id}.${name} ${party ?? ""}`, question, scope: scopeOf(ret, id), party },
          })),
        );
  });
  const own = ret.agreement.indicators.flatMap(({ id, inputs, perParty }) =>
    Object.entries(inputs).flatMap(([name, input]) =>
      [null, ...(perParty ? scopeOf(ret, id) : [])].map((party) => ({
        name: `${id}.${name} ${party ?? ""}`,
        question: ownQuestion(ret.agreement, input, party !== null),
        scope: scopeOf(ret, id),
        party,
      })),
    ),
  );
  return [...product, ...own];
}

/** The answer of the books. */
export function byBooks(ret: Return, { question, scope, party }: Asked) {
  const ledger = ledgerOf(ret, limits);
  try {
    const answer = ledger.ask(question, { quarter: ret.settings.quarter!, party, scope });
    const { value, rows, unknown } = answer;
    return { value, rows, unknown: unknown.value, isDoubtful: doubtOf(ledger, { answers: [answer] }) !== null };
  } catch {
    return null;
  }
}

export const sqlOf = (ret: Return, { question, scope, party }: Asked, dialect: DialectName = "duckdb"): string =>
  questionSql(
    question,
    { agreement: ret.agreement, quarter: ret.settings.quarter!, party, scope, chosen: ret.settings.parameters },
    limits,
    dialect,
  );

/** A generated return; `unclear`: with rows of which Segment or Fase is not known. */
export async function randomReturn(seed: number, unclear = false): Promise<Return> {
  const made = madeUpReturn(seed);
  const without = (rows: readonly Row[], header: string): readonly Row[] =>
    unclear ? rows.map((row, at) => ((at + seed) % 7 === 0 ? { ...row, [header]: "n.b." } : row)) : rows;
  const settings = [
    { Instelling: "Verslagkwartaal", Waarde: made.quarter },
    ...Object.entries(made.chosen).map(([Instelling, Waarde]) => ({ Instelling, Waarde })),
  ];
  const tables = {
    ...{
      PA_Instellingen: settings,
      PA_Voorraad: without(made.stock, "Segment"),
      PA_Nieuwbouw: without(made.projects, "Fase"),
    },
    ...{ PA_Toewijzingen: made.lettings, PA_Studenten: made.students, PA_Labels: without(made.labels, "Segment") },
  };
  const blocks = Object.entries(tables).flatMap(([name, rows]) =>
    rows.length === 0 ? [] : [block(name, rows as Readonly<Record<string, CellValue>>[])],
  );
  return read(memoryWorkbook(blocks), { agreements: [agreement("oegstgeest-2025-2028")!] });
}
