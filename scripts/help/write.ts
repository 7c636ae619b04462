/**
 * Writes the help into docs/help: all pages in Dutch and English, the search index, and the pictures in use. All
 * answers and messages on a page are computed here. An unchanged file keeps its time stamp.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asHtml } from "./html.js";
import { allPages } from "./pages.js";
import { root } from "./root.js";
import { searchIndex } from "./search.js";

const folder = join(root, "docs/help");
const made = new Set<string>();

function put(file: string, text: string): void {
  const path = join(folder, file);
  made.add(path);
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  writeFileSync(path, text);
}

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const [, repository = ""] = /^url: (\S+)$/m.exec(readFileSync(join(root, "publiccode.yml"), "utf8")) ?? [];
const around = { version, repository: `${repository.replace(/\.git$/, "")}/blob/main/` };

const pages = await allPages();
const pictures = new Set<string>();
for (const language of ["nl", "en"] as const) {
  for (const page of pages) {
    const html = asHtml(page, language, around);
    for (const [, picture] of html.matchAll(/images\/([^"]+\.png)"/g)) pictures.add(picture!);
    put(`${language}/${page.path}.html`, html);
  }
  put(`${language}/search-index.js`, `globalThis.helpIndex = ${JSON.stringify(searchIndex(pages, language))};\n`);
}
put("help.css", readFileSync(join(root, "scripts/help/help.css"), "utf8"));
put("search.js", readFileSync(join(root, "scripts/help/search-page.js"), "utf8"));
for (const picture of pictures) {
  const path = join(folder, "images", picture);
  made.add(path);
  const from = join(root, "docs/images", picture);
  // Pictures may be missing here, because scripts/screenshots.mjs makes them from a later build; a test checks that
  // they exist.
  if (!existsSync(from)) continue;
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(from, path);
}
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !made.has(path)) rmSync(path);
}
