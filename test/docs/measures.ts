// What is measured of the documentation: words, how easy the Dutch reads, pictures.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { handWritten, linksOf, root, textOf } from "./markdown-files.js";

const forwards = (path: string): string => path.replaceAll("\\", "/");
/** Markdown as people read it: without code blocks, targets of links, lines of tables and signs. */
const proseOf = (markdown: string): string =>
  markdown.replaceAll(/```[\s\S]*?```|\]\([^)]*\)|^\|[ :|-]+\|$/gm, " ").replaceAll(/[|*#>`[\]!]/g, " ");
const wordsIn = (text: string): number => (text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;

/** Pages of a kind; what is in none of them would be counted nowhere. */
export const kinds = {
  "Manual, Dutch": (path: string) => path.startsWith("docs/manual/nl/"),
  "Manual, English": (path: string) => path.startsWith("docs/manual/en/"),
  "README, developers, decisions, packages": (path: string) =>
    /^(?:README|CONTRIBUTING|SECURITY|CODE_OF_CONDUCT)\.md$|^docs\/(?:developers\/(?!readers|command-line)|decisions\/)|^packages\//.test(
      path,
    ),
  "Records: words, changes, dependencies, benchmarks, readers, what was tried, the text of the agreement": (
    path: string,
  ) =>
    /^(?:CONTEXT|CHANGELOG)\.md$|^docs\/(?:dependencies\.md|benchmarks\/|agreements\/|developers\/(?:readers|command-line)\.md)/.test(
      path,
    ),
} as const;

/** Words that people wrote, by kind of page. */
export const written = (kind: keyof typeof kinds): number =>
  handWritten
    .filter((path) => kinds[kind](forwards(path)))
    .reduce((sum, path) => sum + wordsIn(proseOf(textOf(path))), 0);

const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));

/** Words of the reference in one language: the help without the pages of the manual. */
export const referenceWords = (language: "nl" | "en"): number =>
  below(`docs/help/${language}`)
    .filter((name) => !handWritten.map(forwards).includes(`docs/manual/${language}/${name.replace(/\.html$/, ".md")}`))
    .reduce((sum, name) => {
      const [, main = ""] =
        /<main>([\s\S]*)<\/main>/.exec(readFileSync(join(root, "docs/help", language, name), "utf8")) ?? [];
      return sum + wordsIn(main.replaceAll(/<[^>]+>/g, " "));
    }, 0);

const vowels = /aai|oei|eeu|ieu|aa|ee|oo|uu|ie|eu|oe|ui|ij|ei|au|ou|[aeiouyàâäéèêëíïóöúü]/g;
/** Flesch-Douma: 206.84 − 0.93 × words in a sentence − 77 × syllables in a word. B1 is about 60 to 70; higher is easier. */
export function fleschDouma(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)|\n{2,}/).filter((sentence) => /\p{L}{2}/u.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}[\p{L}'-]*/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, (word.toLowerCase().match(vowels) ?? []).length), 0);
  return 206.84 - 0.93 * (words.length / sentences.length) - (77 * syllables) / words.length;
}

/** The running Dutch of a page: without tables. */
export const runningDutch = (path: string): string => proseOf(textOf(path).replaceAll(/^\|.*$/gm, "\n"));

/** Pictures in docs/images, and the pages that show them. */
export const pictures = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readdirSync(join(root, "docs/images")).map((name) => [
      name,
      handWritten.filter((path) => linksOf(path).some((link) => link.endsWith(`images/${name}`))).map(forwards),
    ]),
  );
