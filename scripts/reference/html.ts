/** The pages as HTML. */
import type { Language } from "@prestatieafspraken/indicators";
import MarkdownIt from "markdown-it";
import { notice, type Page } from "./markdown.js";

interface Environment {
  /** Anchors in use on this page, and how often. */
  readonly used: Map<string, number>;
  readonly language: Language;
}

const markdown = new MarkdownIt({ html: false, linkify: false });
/** The name of a heading as an anchor, as forges make it. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
markdown.core.ruler.push("page", (state) => {
  const { used } = state.env as Environment;
  state.tokens.forEach((token, i) => {
    if (token.type === "heading_open") {
      const base = slug((state.tokens[i + 1]?.children ?? []).map(({ content }) => content).join(""));
      const before = used.get(base) ?? 0;
      used.set(base, before + 1);
      token.attrSet("id", before === 0 ? base : `${base}-${before}`);
    }
    if (token.type === "th_open") token.attrSet("scope", "col");
    for (const child of token.children ?? []) {
      if (child.type !== "link_open") continue;
      const href = child.attrGet("href") ?? "";
      if (!/^https?:/.test(href))
        child.attrSet("href", href.replace(/README\.md/, "index.html").replace(/\.md(?=#|$)/, ".html"));
    }
  });
});
// A wide table scrolls by itself; whoever uses a keyboard has to be able to reach it.
markdown.renderer.rules.table_open = (_tokens, _i, _options, { language }: Environment) =>
  `<div class="wide" tabindex="0" role="group" aria-label="${language === "nl" ? "Tabel" : "Table"}"><table>\n`;
markdown.renderer.rules.table_close = () => "</table></div>\n";
const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A page as a file of its own, for the help of Excel and the pane: no script, nothing fetched. `depth`: folders below the index. */
export function asHtml({ title, nl, en }: Page, depth: number): string {
  const up = "../".repeat(depth);
  const used = new Map<string, number>();
  return `<!doctype html>
${notice}
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Prestatieafspraken</title>
<style>
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --link: #0b4f93; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #1b1b1b; --link: #9cc7ff; } }
a { color: var(--link); }
body { color: var(--ink); background: var(--paper); font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.5rem 0 1rem; }
th, td { border: 1px solid GrayText; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
code, pre { font-family: Consolas, monospace; overflow-wrap: anywhere; }
a:focus-visible, .wide:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
hr { margin: 2rem 0; }
</style>
</head>
<body>
<nav aria-label="Naslag"><a href="${up}index.html">Naslag</a> · <a href="#en" lang="en">English</a></nav>
<main>
${markdown.render(nl, { used, language: "nl" } satisfies Environment)}<hr>
<section id="en" lang="en">
${markdown.render(en, { used, language: "en" } satisfies Environment)}</section>
</main>
</body>
</html>
`;
}
