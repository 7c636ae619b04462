import type { Language, Text } from "@prestatieafspraken/indicators";

/** Where `pa` writes and what it knows of its surroundings; a test hands over its own. */
export interface Terminal {
  readonly language: Language;
  /** The day a report is made for, "2026-11-23": the only clock in the product is read here, at the edge. */
  readonly today: string;
  /** Are people watching? Then progress is shown. */
  readonly interactive: boolean;
  /** Width of the screen in characters. */
  readonly columns: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Dutch unless the surroundings ask for another language; every other language gets English. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "nl";
  return /^(nl|C|POSIX)\b/i.test(locale) ? "nl" : "en";
}

/** Shows what is being done while it is being done, on the error stream, and only when it takes a while. */
export function progress(terminal: Terminal, what: Text): () => void {
  if (!terminal.interactive) return () => undefined;
  const timer = setTimeout(() => terminal.err(`… ${what[terminal.language]}\n`), 800);
  return () => clearTimeout(timer);
}
