import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path) : path.endsWith(".md") ? [path] : [];
  });

/** All documentation: the pages at the root, docs, and a README per package. Paths are relative to the repository. */
export const markdownFiles: readonly string[] = [
  ...["README.md", "CONTEXT.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CODE_OF_CONDUCT.md"],
  ...below("docs"),
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}/README.md`),
]
  .map((path) => relative(root, join(root, path)))
  .filter((path) => existsSync(join(root, path)));

/** All Markdown is written by hand; the generated help is HTML. */
export const handWritten = markdownFiles;

export const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

export interface Block {
  /** "ts runnable", "sh", "text". */
  readonly info: string;
  readonly content: string;
  readonly line: number;
}

const markdown = new MarkdownIt({ html: true });

/** The fenced blocks of a page, in order. */
export const blocksOf = (path: string): readonly Block[] =>
  markdown
    .parse(textOf(path), {})
    .filter(({ type }) => type === "fence")
    .map(({ info, content, map }) => ({ info: info.trim(), content, line: (map?.[0] ?? 0) + 1 }));

/** Links and images of a page, as written. */
export const linksOf = (path: string): readonly string[] =>
  markdown
    .parse(textOf(path), {})
    .flatMap(({ children }) => children ?? [])
    .flatMap(
      (token) =>
        (token.type === "link_open" ? token.attrGet("href") : token.type === "image" ? token.attrGet("src") : null) ??
        [],
    );

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

/** Anchors of the headings of a page, as on GitHub. */
export function anchorsOf(path: string): ReadonlySet<string> {
  const tokens = markdown.parse(textOf(path), {});
  const used = new Map<string, number>();
  const anchors = new Set<string>();
  tokens.forEach((token, i) => {
    if (token.type !== "heading_open") return;
    const base = slug((tokens[i + 1]?.children ?? []).map(({ content }) => content).join(""));
    const before = used.get(base) ?? 0;
    used.set(base, before + 1);
    anchors.add(before === 0 ? base : `${base}-${before}`);
  });
  return anchors;
}
