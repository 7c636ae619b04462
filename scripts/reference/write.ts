/**
 * The reference: one page per function, rule and table, and the norms and limits. Everything on them comes from the definitions; every
 * answer and message on them was computed while the page was made. As Markdown for who reads the repository, and as HTML for the
 * help of Excel and the pane. An unchanged file keeps its time.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { functions } from "@prestatieafspraken/functions";
import { rules, tables } from "@prestatieafspraken/quarterly";
import { functionPage } from "./function-page.js";
import { asHtml } from "./html.js";
import { indexPage } from "./index-page.js";
import { asMarkdown, type Page } from "./markdown.js";
import { normsPage } from "./norms-page.js";
import { rulePage } from "./rule-page.js";
import { tablePage } from "./table-page.js";

const folder = fileURLToPath(new URL("../../../docs/reference/", import.meta.url));

function put(file: string, text: string): void {
  const path = join(folder, file);
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  writeFileSync(path, text);
}

function write(path: string, page: Page): void {
  put(`${path}.md`, asMarkdown(page));
  put(`html/${path === "README" ? "index" : path}.html`, asHtml(page, path.split("/").length - 1));
}

write("README", indexPage());
write("norms", normsPage());
for (const each of functions) write(`functions/${each.id}`, await functionPage(each));
for (const each of rules) write(`rules/${each.id}`, await rulePage(each));
for (const each of tables) write(`tables/${each.name}`, tablePage(each));
