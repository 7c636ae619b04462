// All texts for users, with their place and language: in the sources, the data and the manual.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import ts from "typescript";
import { handWritten, root, textOf } from "./markdown-files.js";

export interface Told {
  readonly place: string;
  readonly language: "nl" | "en";
  readonly text: string;
}

const below = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter(
      (name) =>
        ending.test(name) && !/(?:^|[/\\])(?:dist|build|node_modules|test)[/\\]|\.test\.|\.generated\./.test(name),
    )
    .map((name) => join(folder, name));

/** The text of a string or template; placeholders become "{}". */
function stringOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join("");
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [stringOf(node.left), stringOf(node.right)];
    return left === null && right === null ? null : (left ?? "{}") + (right ?? "{}");
  }
  return null;
}

function inSource(path: string): Told[] {
  const source = ts.createSourceFile(
    path,
    textOf(path),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: Told[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && (node.name.getText() === "nl" || node.name.getText() === "en")) {
      const text = stringOf(node.initializer);
      if (text !== null)
        found.push({
          place: `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
          language: node.name.getText() as "nl" | "en",
          text,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function inData(path: string): Told[] {
  const found: Told[] = [];
  const visit = (value: unknown, place: string): void => {
    if (value === null || typeof value !== "object") return;
    for (const [key, inner] of Object.entries(value))
      if ((key === "nl" || key === "en") && typeof inner === "string")
        found.push({ place: `${path} ${place}`, language: key, text: inner });
      else visit(inner, `${place}/${key}`);
  };
  visit(JSON.parse(textOf(path)), "");
  return found;
}

/** Texts in the product's code: objects with nl and en. */
export const inCode: readonly Told[] = [
  ...below("packages", /[/\\]src[/\\].*\.tsx?$/),
  ...below("addin", /\.tsx?$/),
  ...below("scripts/help", /\.ts$/),
].flatMap(inSource);

/** Texts in the data of agreements and limits. */
export const inAgreements: readonly Told[] = below("packages/agreements/data", /\.json$/).flatMap(inData);

/** Texts on the pages themselves; an element says its language. */
function inHtml(path: string): Told[] {
  const { document, NodeFilter } = new JSDOM(textOf(path)).window;
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const found: Told[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue!.replaceAll(/\s+/g, " ").trim();
    const parent = node.parentElement!;
    if (text === "" || /^(?:script|style)$/i.test(parent.tagName)) continue;
    const language = parent.closest("[lang]")?.getAttribute("lang") === "en" ? ("en" as const) : ("nl" as const);
    found.push({ place: path, language, text });
  }
  return found;
}

/** Texts of the ribbon and the store, in the manifest: English, with Dutch inside it. */
const inManifest = (path: string): Told[] =>
  [...textOf(path).matchAll(/(?:Locale="(nl)-NL" Value|DefaultValue)="([^"]+)"/g)].map(([, dutch, text]) => ({
    place: path,
    language: dutch === undefined ? "en" : "nl",
    text: text!,
  }));

export const inPages: readonly Told[] = [
  ...[
    "addin/address.html",
    "addin/excel/start.html",
    "addin/excel/taskpane.html",
    "addin/workbench/index.html",
  ].flatMap(inHtml),
  ...inManifest("manifest.xml"),
];

/** Paragraphs of the manual and the README, without code. */
export const inManual: readonly Told[] = handWritten
  .filter((path) => /^docs\/manual\/|^README\.md$/.test(path.replaceAll("\\", "/")))
  .flatMap((path) => {
    const language = /manual\/nl\//.test(path.replaceAll("\\", "/")) ? ("nl" as const) : ("en" as const);
    return textOf(path)
      .replaceAll(/```[\s\S]*?```|`[^`]*`|\]\([^)]*\)/g, " ")
      .split(/\n{2,}/)
      .map((text) => ({ place: path, language, text: text.replaceAll(/\s+/g, " ") }));
  });
