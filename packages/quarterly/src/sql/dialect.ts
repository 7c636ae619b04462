/** The differences between SQL engines; the rest of the text is equal for all. */
export interface Dialect {
  /** Quotes a name of a table or column. */
  readonly name: (text: string) => string;
  /** The type of a text, for a cast. */
  readonly text: string;
}

const twice = (text: string, sign: string): string => sign + text.replaceAll(sign, sign + sign) + sign;
const standard: Dialect = { name: (text) => twice(text, '"'), text: "VARCHAR" };

export const dialects = {
  duckdb: standard,
  postgres: standard,
  spark: { name: (text) => twice(text, "`"), text: "STRING" },
} as const satisfies Record<string, Dialect>;
/** An SQL engine that questions can be written for. */
export type DialectName = keyof typeof dialects;

/** Quotes a text in SQL. */
export const literal = (text: string): string => twice(text, "'");
