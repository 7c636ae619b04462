import {
  countingOf,
  indicator,
  quarterText,
  type Agreement,
  type Language,
  type LimitSeries,
  type QuarterId,
  type Question,
  type Text,
  untranslated,
} from "@prestatieafspraken/indicators";
import { ownQuestion } from "../books/own-question.js";
import { scopeOf } from "../books/party-scope.js";
import { literal, type DialectName } from "./dialect.js";
import { questionSql } from "./question-sql.js";

/** Which indicator, quarter and party the SQL is for. */
export interface IndicatorSqlOptions {
  readonly agreement: Agreement;
  readonly quarter: QuarterId;
  /** Party id; null = all parties the indicator is about. */
  readonly party: string | null;
  readonly limits: readonly LimitSeries[];
  readonly dialect?: DialectName;
  /** Of the comment; "nl" if not given. */
  readonly language?: Language;
}

const untried: Text = {
  nl: "Een parser voor Spark SQL leest dit; op Spark zelf is het nog niet uitgeprobeerd.",
  en: "A parser for Spark SQL reads this; it has not been tried on Spark itself yet.",
};

/**
 * The questions of an indicator as one SQL statement over the tables of `pa export`: a row per question with its value,
 * counted rows, rows of unknown class, and errors. A comment above it has the formula in words.
 * @throws TypeError for an indicator that counts in no table.
 */
export function indicatorSql(
  id: string,
  { agreement, quarter, party, limits, dialect = "duckdb", language = "nl" }: IndicatorSqlOptions,
): string {
  const own = agreement.indicators.find((one) => one.id === id);
  const product = indicator(id);
  const questions: readonly (readonly [string, Question])[] = own
    ? Object.entries(own.inputs).map(([name, input]) => [name, ownQuestion(agreement, input, party !== null)] as const)
    : Object.entries(countingOf(id)?.asks ?? {});
  if (questions.length === 0) throw new TypeError(`${id} counts in no table.`);
  const asked = { agreement, quarter, party, scope: scopeOf({ agreement }, id) };
  const name = agreement.parties.find((one) => one.id === party)?.name;
  const about = [(own ?? product)!.title, quarterText(quarter)].map((text) => text[language]);
  const told: readonly Text[] = [
    untranslated(
      `${id}: ${[...about, ...(name === undefined ? [] : [name])].join(", ")} (${agreement.title[language]})`,
    ),
    own ? { nl: `Het cijfer: ${own.expression}`, en: `The figure: ${own.expression}` } : product!.definition,
    {
      nl: "errors > 0: er zit een fout in wat is geteld, dus geen oordeel. value leeg: niet te zeggen.",
      en: "errors > 0: what was counted holds an error, so there is no verdict. value empty: not known yet.",
    },
    ...(dialect === "spark" ? [untried] : []),
  ];
  return [
    ...told.map((line) => `-- ${line[language].replaceAll("\n", " ")}`),
    questions
      .map(
        ([question, what]) =>
          `SELECT ${literal(question)} AS question, answer.* FROM (\n${questionSql(what, asked, limits, dialect)}\n) answer`,
      )
      .join("\nUNION ALL\n"),
    "",
  ].join("\n");
}
