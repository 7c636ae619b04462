/** The glossary, read from CONTEXT.md, which is its only source. */
import { readFileSync } from "node:fs";
import { placeText, type Language, type Text } from "@prestatieafspraken/indicators";
import { inBoth, table, type Page } from "./markdown.js";
import { root } from "./root.js";
import { words } from "./words.js";

/** A term of CONTEXT.md. */
export interface Term {
  /** Its synonyms; the first one is the heading. */
  readonly names: Readonly<Record<Language, readonly string[]>>;
  readonly meaning: Text;
  readonly source: string;
  /** Words to avoid for it, as listed in CONTEXT.md. */
  readonly avoid: Readonly<Record<Language, readonly string[]>>;
}

const list = (cell: string): readonly string[] =>
  cell === "—" || cell === "" ? [] : cell.split(/\s*[,/]\s*/).map((word) => word.trim());
/** Removes an explanation in brackets: "stock (voorraad)". */
const names = (cell: string): readonly string[] => list(cell.replaceAll(/\s*\([^)]*\)/g, ""));

/** All terms in the tables of CONTEXT.md, with columns Dutch, English, Betekenis, Meaning, Source, Avoid. */
export function termsIn(context: string): readonly Term[] {
  const rows = context
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf("|"))
        .split("|")
        .map((cell) => cell.trim()),
    );
  return rows
    .filter((cells) => cells.length === 7 && cells[0] !== "Nederlands" && !/^-+$/.test(cells[0] ?? ""))
    .map(([nl = "", en = "", meaningNl = "", meaningEn = "", source = "", avoidNl = "", avoidEn = ""]) => ({
      names: { nl: names(nl), en: names(en) },
      meaning: { nl: meaningNl, en: meaningEn },
      source,
      avoid: { nl: list(avoidNl), en: list(avoidEn) },
    }));
}

export const terms: readonly Term[] = termsIn(readFileSync(`${root}CONTEXT.md`, "utf8"));

/** The anchor of a term on the glossary page. */
export const anchorOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");

/** What CONTEXT.md, which is in English, says of where a word comes from, in Dutch; names of laws and tables stay. */
const dutchSources: ReadonlyMap<string, string> = new Map([
  ["this product", "dit product"],
  ["the agreement", "de afspraken"],
  ["law", "de wet"],
  ["domain practice", "het vak"],
  ["title page", "titelpagina"],
]);
const sourceIn = (source: string, language: Language): string =>
  language === "en"
    ? placeText(source).en
    : list(source)
        .map((part) => dutchSources.get(part) ?? part)
        .join(", ");

/** The glossary page. */
export function glossaryPage(): Page {
  return inBoth("glossary", { nl: words.nl.glossary, en: words.en.glossary }, (language) => {
    const w = words[language];
    const sorted = terms
      .filter(({ names: { [language]: mine } }) => mine.length > 0)
      .toSorted((a, b) => a.names[language][0]!.localeCompare(b.names[language][0]!, language));
    return [
      w.glossaryIntro,
      table(
        [w.word, w.meaning, language === "nl" ? w.inEnglishWord : w.inDutchWord, w.source],
        sorted.map((term) => [
          `**${term.names[language].join(", ")}** {#${anchorOf(term.names[language][0]!)}}`,
          term.meaning[language],
          term.names[language === "nl" ? "en" : "nl"].join(", "),
          sourceIn(term.source, language),
        ]),
      ),
    ].join("\n\n");
  });
}
