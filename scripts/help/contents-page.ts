/** The first page of the help: where to begin, and all pages. */
import { agreements } from "@prestatieafspraken/agreements";
import { tables } from "@prestatieafspraken/quarterly";
import { manual } from "./manual-pages.js";
import { inBoth, plain, type Page } from "./markdown.js";
import { groups } from "./rules-page.js";
import { words } from "./words.js";

/** The table of contents, for these pages of the manual. */
export const contentsPage = (pages: readonly Page[]): Page =>
  inBoth("index", { nl: words.nl.help, en: words.en.help }, (language) => {
    const w = words[language];
    const links = (names: readonly string[]): string =>
      names
        .flatMap((name) => pages.find(({ path }) => path === name) ?? [])
        .map(({ path, title }) => `- [${title[language]}](/${path}.md)`)
        .join("\n");
    return [
      `## ${w.manual}`,
      `${links(manual.users)}\n- [${w.glossary}](/glossary.md)`,
      `## ${w.agreements}`,
      [
        ...agreements.map(({ id, title }) => `- [${plain(title[language])}](/agreements/${id}.md)`),
        `- [${w.limits}](/limits.md)`,
      ].join("\n"),
      `## ${w.reference}`,
      [
        `- [${w.functions}](/functions.md)`,
        ...tables.map(({ name, title }) => `- [${name}: ${plain(title[language])}](/tables/${name}.md)`),
      ].join("\n"),
      `## ${w.rules}`,
      Object.entries(groups)
        .map(([group, title]) => `- [PA-${group}: ${title[language]}](/rules/${group}.md)`)
        .join("\n"),
      `## ${w.administration}`,
      `${links(manual.administrators)}\n- [${w.commands}](/commands.md)`,
    ].join("\n\n");
  });
