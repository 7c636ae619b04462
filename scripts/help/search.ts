/** The search index of the help: the words of every page, without those that occur everywhere. */
import type { Language } from "@prestatieafspraken/indicators";
import type { Page } from "./markdown.js";

/** Address, title, headings and words of a page. */
export type Entry = readonly [path: string, title: string, headings: string, words: string];

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .replaceAll(/\]\([^)]*\)|\{#[^}]*\}/g, " ")
      .toLowerCase()
      .match(/[\p{L}][\p{L}\p{N}._-]{2,}[\p{L}\p{N}]/gu) ?? [],
  );

/** The index of one language. */
export function searchIndex(pages: readonly Page[], language: Language): readonly Entry[] {
  const read = pages
    .filter(({ path }) => path !== "index")
    .map((page) => ({ page, words: wordsOf(page.body[language]) }));
  const counts = new Map<string, number>();
  for (const { words } of read) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return read.map(({ page: { path, title, body }, words }): Entry => {
    const headings = [...body[language].matchAll(/^##+ (.+?)(?: \{#[^}]*\})?$/gm)].map(([, heading]) => heading!);
    const rare = [...words].filter((word) => counts.get(word)! <= read.length / 4);
    return [path, title[language], [...new Set(headings)].join(" · ").replaceAll("\\", ""), rare.join(" ")];
  });
}
