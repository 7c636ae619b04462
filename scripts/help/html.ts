/**
 * The pages as HTML: readable without a script, with links from every term, rule, table and function to its
 * explanation.
 */
import { posix } from "node:path";
import MarkdownIt from "markdown-it";
import { functions } from "@prestatieafspraken/functions";
import type { Language } from "@prestatieafspraken/indicators";
import { rules, tables } from "@prestatieafspraken/quarterly";
import { program } from "./commands-page.js";
import { anchorOf, terms } from "./glossary.js";
import type { Page } from "./markdown.js";
import { ruleAddress } from "./rules-page.js";
import { words } from "./words.js";

/** The project's public address, for links to pages outside the help. */
export interface Surroundings {
  /** "https://github.com/…/blob/main/". */
  readonly repository: string;
  readonly version: string;
}

interface Environment extends Surroundings {
  readonly used: Map<string, number>;
  readonly language: Language;
  readonly path: string;
  /** "../" for each folder below the first page of the language. */
  readonly up: string;
  readonly explained: Set<string>;
}

const markdown = new MarkdownIt({ html: false, linkify: false });
type Token = ReturnType<typeof markdown.parse>[number];
const TokenOf = markdown.parse("x", {})[0]!.constructor as new (
  type: string,
  tag: string,
  nesting: -1 | 0 | 1,
) => Token;

/** The anchor of a heading, as on GitHub. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

/** The address of a link: a page of the help, or a file of the project in its repository. */
function address(href: string, { up, repository, language }: Environment): string {
  if (/^[a-z]+:/.test(href) || href.startsWith("#")) return href;
  if (href.startsWith("/")) return (up + href.slice(1)).replace(/\.md(?=#|$)/, ".html");
  const file = posix.normalize(`docs/manual/${language}/${href}`);
  const page = /^docs\/manual\/(nl|en)\/(.+?)\.md(#.*)?$/.exec(file);
  if (page) return `${up}${page[1] === language ? "" : `../${page[1]}/`}${page[2]}.html${page[3] ?? ""}`;
  return file.startsWith("docs/images/") ? `${up}../${file.slice("docs/".length)}` : repository + file;
}

const ruleIds = new Set(rules.map(({ id }) => id));
const tableNames = new Set(tables.map(({ name }) => name));
const functionNames = new Set(functions.map(({ id }) => id));
const commandNames: ReadonlySet<string> = new Set(program("nl").commands.map((one) => `pa ${one.name()}`));
const named = /PA-\d{3}|PA_[A-Z][a-z]+|PA\.[A-Z]+/g;
/** The address of what a name refers to; null if it is not ours, or is on this page. */
function placeOf(name: string, path: string): string | null {
  if (ruleIds.has(name)) return ruleAddress(name);
  const place = tableNames.has(name)
    ? `tables/${name}`
    : functionNames.has(name.slice("PA.".length))
      ? `functions/${name.slice("PA.".length)}`
      : null;
  return place === null || place === path ? null : `/${place}.md`;
}

/** Terms of the glossary, longest first, so that "streefnorm" is not matched as "norm". */
const glossary: Readonly<
  Record<Language, readonly { readonly name: string; readonly anchor: string; readonly meaning: string }[]>
> = {
  nl: listOf("nl"),
  en: listOf("en"),
};
function listOf(language: Language) {
  return terms
    .flatMap((term) =>
      term.names[language].map((name) => ({
        name,
        anchor: anchorOf(term.names[language][0]!),
        meaning: term.meaning[language].replaceAll(/[*`]/g, ""),
      })),
    )
    .filter(({ name }) => name.length > 3)
    .toSorted((a, b) => b.name.length - a.name.length);
}
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const wordsPattern: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${glossary.nl.map(({ name }) => escaped(name)).join("|")})(?![\\p{L}\\p{N}_-])`,
    "giu",
  ),
  en: new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${glossary.en.map(({ name }) => escaped(name)).join("|")})(?![\\p{L}\\p{N}_-])`,
    "giu",
  ),
};

const token = (type: string, content = "", attributes: readonly (readonly [string, string])[] = []): Token => {
  const nesting = type.endsWith("_open") ? 1 : type.endsWith("_close") ? -1 : 0;
  const made = new TokenOf(type, type.startsWith("link") ? "a" : type === "code_inline" ? "code" : "", nesting);
  made.content = content;
  for (const [name, value] of attributes) made.attrSet(name, value);
  return made;
};

/** Splits a text token at names that can be linked. */
function linked(child: Token, environment: Environment): Token[] {
  const { language, path, up, explained } = environment;
  const link = (shown: Token, href: string, more: readonly (readonly [string, string])[] = []): Token[] => [
    token("link_open", "", [["href", href], ...more]),
    shown,
    token("link_close"),
  ];
  if (child.type === "code_inline") {
    const [command] = /^pa [a-z]+/.exec(child.content) ?? [];
    if (command !== undefined && path !== "commands" && commandNames.has(command))
      return link(child, address(`/commands.md#${command.replace(" ", "-")}`, environment));
    const [name] =
      /^(?:PA-\d{3}|PA_[A-Z][a-z]+)$/.exec(child.content) ?? /^=?(PA\.[A-Z]+)/.exec(child.content)?.slice(1) ?? [];
    const place = name === undefined ? null : placeOf(name, path);
    return place === null ? [child] : link(child, address(place, environment));
  }
  const found = [
    ...[...child.content.matchAll(named)].flatMap((match) => {
      const place = placeOf(match[0], path);
      return place === null
        ? []
        : [{ at: match.index, text: match[0], href: address(place, environment), title: null }];
    }),
    ...(path === "glossary"
      ? []
      : [...child.content.matchAll(wordsPattern[language])].flatMap((match) => {
          const word = glossary[language].find(({ name }) => name.toLowerCase() === match[0].toLowerCase())!;
          return explained.has(word.anchor)
            ? []
            : [{ at: match.index, text: match[0], href: `${up}glossary.html#${word.anchor}`, title: word }];
        })),
  ].toSorted((a, b) => a.at - b.at);
  const made: Token[] = [];
  let from = 0;
  for (const { at, text, href, title } of found) {
    if (at < from || (title !== null && explained.has(title.anchor))) continue;
    if (title !== null) explained.add(title.anchor);
    if (at > from) made.push(token("text", child.content.slice(from, at)));
    made.push(
      ...link(
        token("text", text),
        href,
        title === null
          ? []
          : [
              ["class", "word"],
              ["title", title.meaning],
            ],
      ),
    );
    from = at + text.length;
  }
  if (from < child.content.length) made.push(token("text", child.content.slice(from)));
  return made;
}

const ownAnchor = /\s*\{#([^}]+)\}/;
markdown.core.ruler.push("page", (state) => {
  const environment = state.env as Environment;
  const { used } = environment;
  state.tokens.forEach((block, i) => {
    const inline = state.tokens[i + 1];
    if (block.type === "heading_open") {
      const text = (inline?.children ?? []).map(({ content }) => content).join("");
      const own = ownAnchor.exec(text)?.[1];
      const base = own ?? slug(text);
      const before = used.get(base) ?? 0;
      used.set(base, before + 1);
      block.attrSet("id", before === 0 ? base : `${base}-${before}`);
    }
    if (block.type === "th_open") block.attrSet("scope", "col");
    if (block.type !== "inline") return;
    const isHeading = state.tokens[i - 1]?.type === "heading_open";
    // "{#name}" in a line of text or a cell gives that line its own anchor.
    for (const child of block.children ?? []) {
      const own = child.type === "text" ? ownAnchor.exec(child.content)?.[1] : undefined;
      if (own === undefined) continue;
      child.content = child.content.replace(ownAnchor, "");
      // The paragraph in a list item has no tag of its own, so the item gets the anchor.
      const place = state.tokens[i - 1];
      if (!isHeading) (place?.hidden ? state.tokens[i - 2] : place)?.attrSet("id", own);
    }
    let depth = 0;
    block.children = (block.children ?? []).flatMap((child) => {
      if (child.type === "link_open") {
        depth += 1;
        child.attrSet("href", address(child.attrGet("href") ?? "", environment));
      } else if (child.type === "link_close") depth -= 1;
      else if (child.type === "image") child.attrSet("src", address(child.attrGet("src") ?? "", environment));
      else if (depth === 0 && !isHeading && (child.type === "text" || child.type === "code_inline"))
        return linked(child, environment);
      return [child];
    });
  });
});
// Wide tables scroll; `tabindex` makes them reachable by keyboard.
markdown.renderer.rules["table_open"] = (_tokens, _i, _options, { language }: Environment) =>
  `<div class="wide" tabindex="0" role="group" aria-label="${words[language].table}"><table>\n`;
markdown.renderer.rules["table_close"] = () => "</table></div>\n";
const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A page in one language, as a file. Only the first page has a script: the search. */
export function asHtml({ path, title, body }: Page, language: Language, around: Surroundings): string {
  const w = words[language];
  const up = "../".repeat(path.split("/").length - 1);
  const other = language === "nl" ? "en" : "nl";
  const isFirst = path === "index";
  const scripts = isFirst
    ? `\n<script src="search-index.js" defer></script>\n<script src="../search.js" defer></script>`
    : "";
  const environment: Environment = { ...around, used: new Map(), language, path, up, explained: new Set() };
  const link = (to: string, label: string): string =>
    to === path ? `<strong aria-current="page">${label}</strong>` : `<a href="${up}${to}.html">${label}</a>`;
  return `<!doctype html>
<!-- Made by scripts/help. Do not edit. -->
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:; ${isFirst ? "script-src 'self'; " : ""}base-uri 'none'; form-action 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title[language])} – Prestatieafspraken</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}../help.css">${scripts}
</head>
<body>
<header>
<nav aria-label="${w.help}">${[
    link("index", w.help),
    link("start", w.begin),
    link("functions", w.functions),
    link("glossary", w.glossary),
    `<a href="${up}../${other}/${path}.html" lang="${other}" hreflang="${other}">${words[other].thisLanguage}</a>`,
  ].join("\n")}</nav>
<form action="${up}index.html" role="search"><label for="search">${w.search}</label> <input id="search" name="q" type="search"> <button>${w.searchButton}</button></form>
</header>
<main>
<h1>${escape(title[language])}</h1>
${isFirst ? `<section id="results" aria-live="polite" hidden><h2>${w.found}</h2><ol id="found"></ol><p id="nothing" hidden>${w.foundNothing}</p></section>\n` : ""}${markdown.render(body[language], environment)}</main>
<footer>Prestatieafspraken ${around.version} · <a href="${up}${manualFeedback}.html#${w.feedbackAnchor}">${w.feedback}</a></footer>
</body>
</html>
`;
}
const manualFeedback = "help";
