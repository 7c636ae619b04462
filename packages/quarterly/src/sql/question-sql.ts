import {
  limitOf,
  type Agreement,
  type BookColumn,
  type BookSource,
  type Condition,
  type LimitSeries,
  type Question,
  type QuarterId,
} from "@prestatieafspraken/indicators";
import { quartersOf } from "../books/quarters.js";
import { resolve, type Resolved } from "../books/resolve.js";
import { dialects, literal, type Dialect, type DialectName } from "./dialect.js";
import { errorsTable, ownColumns, receivedTable } from "./exported.js";

/** What a question is asked about. */
export interface SqlAsked {
  readonly agreement: Agreement;
  readonly quarter: QuarterId;
  readonly party: string | null;
  /** Parties the indicator is about. */
  readonly scope: readonly string[];
  /** Settings chosen in the workbook, by parameter id; absent ones take the agreement's default. */
  readonly chosen?: Readonly<Record<string, string>>;
}

/** States of a row, as in the books: it fails, counts, cannot be read, or its class is unknown. */
const FAILS = 0;
const COUNTS = 1;
const UNREAD = 2;
const UNKNOWN = 3;
/** Offset for rows that a condition excludes: 100 plus the index of the first such condition. */
const AWAY = 100;

/**
 * A question of the books as one SELECT over exported tables. It gives one row:
 * - value: the count; empty if it cannot be given (no rows, a party or quarter missing, a cell that cannot be read);
 * - rows: number of rows counted; unknown: the count in rows of unknown class;
 * - errors: number of counted cells with an error; a figure with any is not judged.
 */
export function questionSql(
  question: Question,
  asked: SqlAsked,
  limits: readonly LimitSeries[],
  dialect: DialectName = "duckdb",
): string {
  const { agreement, quarter, chosen = {} } = asked;
  const ret = { agreement, settings: { parameters: chosen } };
  const resolved = resolve(ret, question, quarter);
  return new Writer(resolved, asked, limits, dialects[dialect], quartersAsked(ret, resolved, quarter)).select();
}

/** The quarters a question covers; null for a table without quarters, or if each party has its own first quarter. */
function quartersAsked(
  ret: Parameters<typeof quartersOf>[0],
  { question, window }: Resolved,
  quarter: QuarterId,
): readonly QuarterId[] {
  const isDated = question.book.sources.some((source) => source.quarter !== undefined);
  return isDated ? quartersOf(ret, window === "first" ? "snapshot" : window, quarter) : [""];
}

/** A year, or the date column whose year applies; the workbook's setting is already resolved. */
const yearOfLimit = ({ yearOf }: Extract<Condition, { readonly under: string }>): string =>
  typeof yearOf === "string" ? yearOf : "";
const isYear = (text: string): boolean => /^\d{4}$/.test(text);

class Writer {
  constructor(
    private readonly resolved: Resolved,
    private readonly asked: SqlAsked,
    private readonly limits: readonly LimitSeries[],
    private readonly dialect: Dialect,
    private readonly quarters: readonly QuarterId[],
  ) {}

  private readonly id = (name: string): string => this.dialect.name(name);
  private readonly asText = (sql: string): string => `CAST(${sql} AS ${this.dialect.text})`;
  private readonly number = (name: string): string => `CAST(${this.id(name)} AS DECIMAL(24, 6))`;

  select(): string {
    const { question } = this.resolved;
    const { scope, party } = this.asked;
    const mine = party === null ? scope : [party];
    const sources = question.book.sources.map((source, place) => this.source(source, place));
    return [
      `WITH lines AS (\n${sources.join("\nUNION ALL\n")}\n),`,
      `asked_quarters AS (${this.values("q", this.quarters)}),`,
      `asked_parties AS (${this.values("p", mine)}),`,
      `scope_parties AS (${this.values("p", scope)}),`,
      // Of two tables with the same party and quarter, the first of the book is used.
      `presence AS (SELECT p, q, MIN(place) AS place FROM (${question.book.sources.map((source, place) => this.delivered(source, place)).join(" UNION ALL ")}) sent GROUP BY p, q),`,
      ...this.coverage(),
      this.figures(),
    ].join("\n");
  }

  private values(name: string, list: readonly string[]): string {
    if (list.length === 0) return `SELECT ${this.asText("NULL")} AS ${name} WHERE 1 = 0`;
    return list.map((one) => `SELECT ${this.asText(literal(one))} AS ${name}`).join(" UNION ALL ");
  }

  /** Delivered rows of this agreement. */
  private sent(source: BookSource): readonly string[] {
    return [
      `${this.id(ownColumns.agreement)} = ${literal(this.asked.agreement.id)}`,
      ...this.resolved.of.map((one) => `(${this.outcome(one, source)}) <> ${FAILS}`),
    ];
  }

  /** Which parties delivered in which quarters. */
  private delivered(source: BookSource, place: number): string {
    const { table, party, quarter } = source;
    const q = quarter === undefined ? literal("") : this.asText(this.id(quarter));
    const p = party === undefined ? literal("") : this.asText(this.id(party));
    const known = [party, quarter].flatMap((name) => (name === undefined ? [] : [`${this.id(name)} IS NOT NULL`]));
    return `SELECT DISTINCT ${place} AS place, ${q} AS q, ${p} AS p FROM ${this.id(table)} WHERE ${[...this.sent(source), ...known].join(" AND ")}`;
  }

  /** The rows of one table: quarter, party, state for this question, and number. */
  private source(source: BookSource, place: number): string {
    const { table, party, quarter } = source;
    const q = quarter === undefined ? literal("") : this.asText(this.id(quarter));
    const p = party === undefined ? literal("") : this.asText(this.id(party));
    const { number, gap, left } = this.taken(source);
    // Deliveries are needed for all quarters; other data only for the quarters counted.
    const list = this.quarters.map(literal).join(", ");
    const isEvery = quarter === undefined || this.resolved.window === "first";
    const asked = isEvery ? [] : [`(${q} IN (${list}) OR ${q} IS NULL)`];
    return [
      `  SELECT ${place} AS place, ${literal(table)} AS t, ${this.id(ownColumns.row)} AS r, ${q} AS q, ${p} AS p,`,
      `    ${this.state(source)} AS state,`,
      `    ${number} AS number,`,
      `    ${gap} AS gap,`,
      `    ${left} AS na`,
      `  FROM ${this.id(table)}`,
      `  WHERE ${[...this.sent(source), ...asked].join("\n    AND ")}`,
    ].join("\n");
  }

  /**
   * The first failing condition excludes the row; otherwise an unreadable cell makes it a gap; otherwise its class may
   * be unknown.
   */
  private state(source: BookSource): string {
    const outcomes = this.resolved.where.map((one) => `(${this.outcome(one, source)})`);
    if (outcomes.length === 0) return String(COUNTS);
    return [
      "CASE",
      ...outcomes.map((one, i) => `WHEN ${one} = ${FAILS} THEN ${AWAY + i}`),
      ...outcomes.map((one) => `WHEN ${one} = ${UNREAD} THEN ${UNREAD}`),
      ...outcomes.map((one) => `WHEN ${one} = ${UNKNOWN} THEN ${UNKNOWN}`),
      `ELSE ${COUNTS} END`,
    ].join("\n      ");
  }

  private readonly plain = (name: string): string => `LOWER(TRIM(${this.asText(this.id(name))}))`;
  private readonly among = (sql: string, list: readonly string[]): string =>
    `${sql} IN (${list.map((one) => literal(one.trim().toLowerCase())).join(", ")})`;
  private readonly says = (name: string): string =>
    `COALESCE(${this.id(ownColumns.notApplicable)} LIKE ${literal(`%|${name}|%`)}, FALSE)`;

  /** The outcome of a condition for a row. */
  private outcome(condition: Condition, source: BookSource): string {
    const { header, unread, unknown, emptyIsNone } = condition;
    const cell = this.id(header);
    // Exported cells do not tell an empty one from one that cannot be read.
    const unreadable =
      unknown && !emptyIsNone ? UNKNOWN : unread === "counts" ? COUNTS : unread === "fails" ? FAILS : UNREAD;
    const first = `CASE WHEN ${cell} IS NULL THEN ${unreadable}`;
    const open = unknown?.length ? ` WHEN ${this.among(this.plain(header), unknown)} THEN ${UNKNOWN}` : "";
    const test = (holds: string): string => `${first}${open} WHEN ${holds} THEN ${COUNTS} ELSE ${FAILS} END`;
    if ("filled" in condition)
      return `CASE WHEN ${cell} IS ${condition.filled ? "NOT " : ""}NULL THEN ${COUNTS} ELSE ${FAILS} END`;
    if ("is" in condition) return test(this.among(this.plain(header), condition.is));
    if ("isNot" in condition) return test(`NOT ${this.among(this.plain(header), condition.isNot)}`);
    if ("from" in condition) return test(`${this.asText(cell)} >= ${literal(condition.from)}`);
    if ("until" in condition) return test(`${this.asText(cell)} <= ${literal(condition.until)}`);
    if ("amount" in condition) {
      const cents = `${this.number(header)} * 100`;
      return `CASE WHEN ${cell} IS NULL THEN ${unreadable} WHEN ${cell} > 0 AND ${cents} = FLOOR(${cents}) THEN ${COUNTS} ELSE ${unreadable} END`;
    }
    if ("withinQuarter" in condition) {
      const q = this.id(source.quarter!);
      const days = ["03-31", "06-30", "09-30", "12-31"];
      const last = `SUBSTR(${q}, 1, 5) || CASE SUBSTR(${q}, 6, 2) ${days.map((day, i) => `WHEN 'Q${i + 1}' THEN '${day}'`).join(" ")} END`;
      return `CASE WHEN ${cell} IS NULL OR ${q} IS NULL THEN ${unreadable} WHEN ${this.asText(cell)} <= ${last} THEN ${COUNTS} ELSE ${UNREAD} END`;
    }
    return this.under(condition);
  }

  /**
   * Compares with a limit, of the year of a date in the row or of one year; a year without a limit cannot be answered.
   */
  private under(condition: Extract<Condition, { readonly under: string }>): string {
    const { header, under } = condition;
    const yearOf = yearOfLimit(condition);
    const series = this.limits.find(({ id }) => id === under);
    const known = (series?.values ?? []).map(({ year }) => [year, limitOf(series!, year).value!] as const);
    const year = isYear(yearOf) ? literal(yearOf) : `SUBSTR(${this.asText(this.id(yearOf))}, 1, 4)`;
    const limit = `CASE ${year} ${known.map(([of, value]) => `WHEN '${of}' THEN CAST(${value.toString()} AS DECIMAL(24, 6))`).join(" ")} END`;
    const sign = condition.inclusive === true ? "<=" : "<";
    return `CASE WHEN ${this.id(header)} IS NULL OR (${limit}) IS NULL THEN ${UNREAD} WHEN ${this.number(header)} ${sign} (${limit}) THEN ${COUNTS} ELSE ${FAILS} END`;
  }

  /** SQL for the number of a row, whether one of its cells stops the answer, and whether "n.v.t." leaves it out. */
  private taken(source: BookSource): { readonly number: string; readonly gap: string; readonly left: string } {
    const { take } = this.resolved.question;
    if ("rows" in take) return { number: "CAST(1 AS DECIMAL(24, 6))", gap: "0", left: "0" };
    const columns =
      "sum" in take
        ? [...take.sum.map((name) => ["+", name] as const), ...(take.minus ?? []).map((name) => ["-", name] as const)]
        : [["+", "average" in take ? take.average : "max" in take ? take.max : take.min] as const];
    const parts = columns.map(([sign, name]) => ({ sign, ...this.column(source, name) }));
    return {
      number: parts.map(({ sign, number }, i) => `${i === 0 && sign === "+" ? "" : `${sign} `}${number}`).join(" "),
      gap: `CASE WHEN ${parts.map(({ gap }) => gap).join(" OR ")} THEN 1 ELSE 0 END`,
      left: `CASE WHEN ${parts.map(({ left }) => left).join(" OR ")} THEN 1 ELSE 0 END`,
    };
  }

  private column(source: BookSource, name: string): { number: string; gap: string; left: string } {
    const spec: BookColumn = source.columns?.[name] ?? { header: name };
    const none = { gap: "1 = 0", left: "1 = 0" };
    if ("one" in spec) return { number: "1", ...none };
    const only = spec.only ? `(${this.outcome(spec.only, source)}) = ${COUNTS}` : "1 = 1";
    if ("oneWhere" in spec)
      return {
        number: `CASE WHEN ${only} AND (${this.outcome(spec.oneWhere, source)}) = ${COUNTS} THEN 1 ELSE 0 END`,
        ...none,
      };
    const { header, emptyIsZero = false, within } = spec;
    const cell = this.id(header);
    const more = within === undefined ? "" : ` OR (${only} AND ${this.number(header)} > ${this.number(within)})`;
    return {
      number: `CASE WHEN ${only} THEN COALESCE(${this.number(header)}, 0) ELSE 0 END`,
      gap: emptyIsZero ? `1 = 0${more}` : `(${only} AND ${cell} IS NULL AND NOT ${this.says(header)})${more}`,
      left: emptyIsZero ? "1 = 0" : `(${only} AND ${cell} IS NULL AND ${this.says(header)})`,
    };
  }

  /** Which rows are used, and what prevents an answer. */
  private coverage(): readonly string[] {
    const { window, question } = this.resolved;
    const { party, agreement } = this.asked;
    const mode = question.parties;
    const last = literal(this.quarters.at(-1)!);
    if (mode === "scope" || mode === "all") {
      const first = window === "first";
      return [
        // Only parties that ever sent anything; the others are reported elsewhere.
        "delivered AS (SELECT DISTINCT a.p FROM asked_parties a JOIN presence s ON s.p = a.p),",
        "begins AS (SELECT COALESCE(MIN(s.q), " + last + ") AS q FROM presence s JOIN scope_parties c ON c.p = s.p),",
        "reached AS (SELECT a.q FROM asked_quarters a CROSS JOIN begins b WHERE a.q >= b.q),",
        `used_quarters AS (SELECT q FROM reached UNION ALL SELECT ${this.asText(last)} AS q WHERE NOT EXISTS (SELECT 1 FROM reached)),`,
        first
          ? "used AS (SELECT s.p, s.q, s.place FROM presence s JOIN delivered d ON d.p = s.p WHERE s.q = (SELECT MIN(o.q) FROM presence o WHERE o.p = s.p)),"
          : mode === "all" && party === null
            ? "used AS (SELECT s.p, s.q, s.place FROM presence s JOIN used_quarters u ON u.q = s.q),"
            : "used AS (SELECT s.p, s.q, s.place FROM presence s JOIN used_quarters u ON u.q = s.q JOIN delivered d ON d.p = s.p),",
        [
          "missing AS (SELECT COUNT(*) AS n FROM delivered d CROSS JOIN used_quarters u",
          "  LEFT JOIN presence s ON s.p = d.p AND s.q = u.q WHERE s.p IS NULL),",
        ].join("\n"),
        "nobody AS (SELECT CASE WHEN EXISTS (SELECT 1 FROM delivered) THEN 0 ELSE 1 END AS n),",
        this.strays("a.p"),
      ];
    }
    const parties =
      mode === "everybody" || (mode === "named" && party === null)
        ? null
        : mode === "municipality"
          ? agreement.parties.filter(({ kind }) => kind === "municipality").map(({ id }) => id)
          : mode === "whole-scope-present"
            ? this.asked.scope
            : party === null
              ? this.asked.scope
              : [party];
    const whose = parties === null ? "" : ` JOIN (${this.values("p", parties)}) w ON w.p = s.p`;
    const everybody = mode === "everybody";
    return [
      `used AS (SELECT s.p, s.q, s.place FROM presence s JOIN asked_quarters a ON a.q = s.q${whose}),`,
      everybody
        ? // From the first quarter of the table on, every quarter must have rows; the last one always.
          [
            "missing AS (SELECT COUNT(*) AS n FROM asked_quarters a",
            "  WHERE NOT EXISTS (SELECT 1 FROM used s WHERE s.q = a.q)",
            `    AND (a.q = ${last} OR a.q >= COALESCE((SELECT MIN(q) FROM presence), ''))),`,
          ].join("\n")
        : "missing AS (SELECT 0 AS n),",
      `nobody AS (SELECT CASE WHEN EXISTS (SELECT 1 FROM ${this.id(receivedTable)} WHERE ${this.id(ownColumns.agreement)} = ${literal(agreement.id)} AND ${this.id("Tabel")} IN (${question.book.sources.map(({ table }) => literal(table)).join(", ")})) THEN 0 ELSE 1 END AS n),`,
      this.strays(parties === null ? null : parties),
    ];
  }

  /** Rows with an unreadable quarter or party may belong to the answer. */
  private strays(parties: "a.p" | readonly string[] | null): string {
    const ours =
      parties === null
        ? "1 = 1"
        : parties === "a.p"
          ? "EXISTS (SELECT 1 FROM asked_parties a WHERE a.p = l.p)"
          : parties.length === 0
            ? "1 = 0"
            : `l.p IN (${parties.map(literal).join(", ")})`;
    return [
      "strays AS (SELECT COUNT(*) AS n FROM lines l",
      `  WHERE l.state < ${AWAY} AND (l.q IS NULL OR l.p IS NULL)`,
      "    AND (l.q IS NULL OR EXISTS (SELECT 1 FROM asked_quarters a WHERE a.q = l.q))",
      `    AND (l.p IS NULL OR ${ours})),`,
    ].join("\n");
  }

  private figures(): string {
    const { take, notApplicableIsZero, one } = this.resolved.question;
    const counts = `state IN (${COUNTS}, ${UNKNOWN})`;
    const classed = this.resolved.where.filter(({ unknown }) => unknown !== undefined);
    const shown =
      classed.length > 0 && classed.every(({ unread }) => unread === "counts") ? counts : `state = ${COUNTS}`;
    const number =
      "average" in take
        ? `SUM(CASE WHEN state = ${COUNTS} AND na = 0 THEN number END) / NULLIF(SUM(CASE WHEN state = ${COUNTS} AND na = 0 THEN 1 ELSE 0 END), 0)`
        : "max" in take || "min" in take
          ? `${"max" in take ? "MAX" : "MIN"}(CASE WHEN state = ${COUNTS} AND na = 0 THEN number END)`
          : `COALESCE(SUM(CASE WHEN ${shown} THEN number END), 0)`;
    const stops = [
      "(SELECT n FROM nobody) + (SELECT n FROM missing) + (SELECT n FROM strays) > 0",
      `SUM(CASE WHEN state = ${UNREAD} OR (${counts} AND gap = 1) THEN 1 ELSE 0 END) > 0`,
      ...(notApplicableIsZero || "rows" in take
        ? []
        : [`(SUM(na) > 0 AND SUM(CASE WHEN ${counts} THEN na END) = SUM(CASE WHEN ${counts} THEN 1 ELSE 0 END))`]),
      ...(one === undefined ? [] : [`COALESCE(SUM(CASE WHEN state = ${COUNTS} THEN 1 ELSE 0 END), 0) <> 1`]),
    ];
    return [
      "counted AS (SELECT l.* FROM lines l JOIN used s ON s.p = l.p AND s.q = l.q AND s.place = l.place)",
      "SELECT",
      `  CASE WHEN ${stops.join("\n    OR ")} THEN NULL ELSE ${number} END AS value,`,
      `  COALESCE(SUM(CASE WHEN ${shown} THEN 1 ELSE 0 END), 0) AS ${this.id("rows")},`,
      `  COALESCE(SUM(CASE WHEN state = ${UNKNOWN} THEN number END), 0) AS unknown,`,
      `  ${this.errors()} AS errors`,
      "FROM counted",
    ].join("\n");
  }

  /** Cells with an error that matter: counted, or the reason why a row is not counted. */
  private errors(): string {
    const { where, question } = this.resolved;
    const { take } = question;
    const names =
      "rows" in take
        ? []
        : "sum" in take
          ? [...take.sum, ...(take.minus ?? [])]
          : ["average" in take ? take.average : "max" in take ? take.max : take.min];
    const headersOf = (condition: Condition): string[] => [
      condition.header,
      ...("under" in condition && !isYear(yearOfLimit(condition)) ? [yearOfLimit(condition)] : []),
    ];
    const within = (list: readonly string[]): string =>
      list.length === 0 ? "1 = 0" : `e.k IN (${[...new Set(list)].map(literal).join(", ")})`;
    const perSource = question.book.sources.map((source, place) => {
      const counted = [
        ...names.flatMap((name) => {
          const spec: BookColumn = source.columns?.[name] ?? { header: name };
          if ("one" in spec) return [];
          const only = spec.only ? [spec.only.header] : [];
          return "oneWhere" in spec ? [...only, spec.oneWhere.header] : [spec.header, ...only];
        }),
        ...where.flatMap(headersOf),
        ...[source.quarter, source.party].filter((one) => one !== undefined),
      ];
      return [
        `(c.place = ${place} AND (`,
        `      (c.state < ${AWAY} AND (e.k IS NULL OR ${within(counted)}))`,
        ...where.map((one, i) => `      OR (c.state = ${AWAY + i} AND ${within(headersOf(one))})`),
        "    ))",
      ].join("\n");
    });
    const column = (name: string): string => this.id(name);
    return [
      "(SELECT COUNT(DISTINCT e.cell) FROM (",
      `    SELECT ${column("Tabel")} AS t, ${column(ownColumns.row)} AS r, ${column("Kolom")} AS k, ${column("Cel")} AS cell`,
      `    FROM ${column(errorsTable)} WHERE ${column(ownColumns.agreement)} = ${literal(this.asked.agreement.id)}`,
      "  ) e JOIN counted c ON c.t = e.t AND c.r = e.r",
      `    WHERE ${perSource.join("\n    OR ")})`,
    ].join("\n");
  }
}
