import type { Language, Text } from "@prestatieafspraken/indicators";

/** Input, output and environment of `pa`; tests pass their own. */
export interface Terminal {
  readonly language: Language;
  /** The date a report is made for, "2026-11-23". The caller reads the clock; the core has none. */
  readonly today: string;
  /** True on an interactive terminal, which shows progress. */
  readonly interactive: boolean;
  /** True if colours are allowed, in addition to words. */
  readonly colour: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Writes bytes to standard output. */
  readonly bytes: (content: Uint8Array) => void;
  /** Standard input. */
  readonly input: () => AsyncIterable<Uint8Array>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Dutch, unless the environment asks for another language, which gives English. A locale is "nl_NL.UTF-8", "nl-BE" or
 * "nl@euro"; its language precedes the first separator. `asked` is the system locale where these variables do not exist
 * (Windows).
 */
export function languageOf(environment: Environment, asked?: string): Language {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || asked || "nl";
  const [language = ""] = locale.toLowerCase().split(/[_\-.@]/);
  return ["nl", "c", "posix"].includes(language) ? "nl" : "en";
}

/** True on a terminal with colours, unless NO_COLOR is set (no-color.org). */
export const coloursIn = (environment: Environment, isTerminal: boolean): boolean =>
  isTerminal && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";

/**
 * Unicode noncharacters that mark where a colour begins and ends; they are replaced by codes after users' texts were
 * made visible.
 */
const begin = { red: "\uFDD0", yellow: "\uFDD1", blue: "\uFDD2" } as const;
const end = "\uFDDF";
const codes: Readonly<Record<string, string>> = {
  [begin.red]: "\u001B[31m",
  [begin.yellow]: "\u001B[33m",
  [begin.blue]: "\u001B[34m",
  [end]: "\u001B[39m",
};

export const coloured = (text: string, colour: keyof typeof begin): string => `${begin[colour]}${text}${end}`;
export const withColours = (text: string, colour: boolean): string =>
  text.replace(/[\uFDD0-\uFDDF]/g, (sign) => (colour ? (codes[sign] ?? "") : ""));

/** Shows on standard error that work is in progress, if it takes a while. Returns a function that stops it. */
export function progress(terminal: Terminal, what: Text): () => void {
  if (!terminal.interactive) return () => undefined;
  const timer = setTimeout(() => terminal.err(`… ${what[terminal.language]}\n`), 800);
  return () => clearTimeout(timer);
}
