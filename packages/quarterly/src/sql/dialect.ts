/** The engines a question can be printed for; the rest of the text is the same for all. */
export interface Dialect {
  /** A name of a table or column. */
  readonly name: (text: string) => string;
  /** Type of a text, in a cast. */
  readonly text: string;
}

const twice = (text: string, sign: string): string => sign + text.replaceAll(sign, sign + sign) + sign;
const standard: Dialect = { name: (text) => twice(text, '"'), text: "VARCHAR" };

export const dialects = {
  duckdb: standard,
  postgres: standard,
  spark: { name: (text) => twice(text, "`"), text: "STRING" },
} as const satisfies Record<string, Dialect>;
export type DialectName = keyof typeof dialects;

/** A text in SQL. */
export const literal = (text: string): string => twice(text, "'");
