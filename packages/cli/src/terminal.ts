import type { Language, Text } from "@prestatieafspraken/indicators";

/** Where `pa` reads and writes and what it knows of its surroundings; a test hands over its own. */
export interface Terminal {
  readonly language: Language;
  /** The day a report is made for, "2026-11-23": the only clock in the product is read here, at the edge. */
  readonly today: string;
  /** Are people watching? Then progress is shown. */
  readonly interactive: boolean;
  /** May words be coloured? Never by colour alone. */
  readonly colour: boolean;
  /** Width of the screen in characters. */
  readonly columns: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard output for a file, byte by byte. */
  readonly bytes: (content: Uint8Array) => void;
  /** Standard input. */
  readonly input: () => AsyncIterable<Uint8Array>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Dutch unless the surroundings ask for another language; every other language gets English. A locale is "nl_NL.UTF-8", "nl-BE" or
 * "nl@euro": its language is what stands before the first sign. `asked` is what a system without these variables says (Windows).
 */
export function languageOf(environment: Environment, asked?: string): Language {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || asked || "nl";
  const [language = ""] = locale.toLowerCase().split(/[_\-.@]/);
  return ["nl", "c", "posix"].includes(language) ? "nl" : "en";
}

/** Colour on a terminal that can show it, unless somebody does not want it (no-color.org). */
export const coloursIn = (environment: Environment, isTerminal: boolean): boolean =>
  isTerminal && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";

/** Signs that no text has; where a colour begins and ends, put in after texts of others have been made visible. */
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

/** Shows what is being done while it is being done, on the error stream, and only when it takes a while. */
export function progress(terminal: Terminal, what: Text): () => void {
  if (!terminal.interactive) return () => undefined;
  const timer = setTimeout(() => terminal.err(`… ${what[terminal.language]}\n`), 800);
  return () => clearTimeout(timer);
}
