/** Pages in two languages, and functions for their Markdown. */
import type { Source, Text } from "@prestatieafspraken/indicators";
import { dayText, placeText, type Language } from "@prestatieafspraken/indicators";
import type { Words } from "./words.js";

/** A single value of a definition or an answer. */
export type Shown = string | number | boolean;

/** A page of the help. A link in `body` that begins with "/" starts at the first page of the language. */
export interface Page {
  /** "functions/SOCIALSHARE", without language and extension. */
  readonly path: string;
  readonly title: Text;
  /** Markdown without the title. */
  readonly body: Text;
}

const inCell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
/** A table; its texts may contain Markdown. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.map(inCell).join(" | ")} |`).join("\n");
export const code = (text: string): string => `\`${text}\``;
/** Escapes a text of the definitions, so that it contains no Markdown. */
export const plain = (text: Shown): string => String(text).replace(/([*_<>[\]`\\])/g, "\\$1");
/** A source with its article, date and the date it was checked. */
export const sourceText = (source: Source, w: Words, language: Language): string =>
  [
    source.href !== undefined ? `[${plain(source.title)}](${source.href})` : plain(source.title),
    source.article !== undefined && plain(placeText(source.article)[language]),
    source.date !== undefined && dayText(source.date)[language],
    source.checked !== undefined && `${w.checked} ${dayText(source.checked)[language]}`,
  ]
    .filter(Boolean)
    .join(", ");

/** A page; `write` returns the body in one language. */
export const inBoth = (path: string, title: Text, write: (language: Language) => string): Page => ({
  path,
  title,
  body: { nl: write("nl"), en: write("en") },
});
