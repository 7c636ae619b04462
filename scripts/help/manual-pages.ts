/** The hand-written pages of docs/manual, in reading order. */
import { readFileSync } from "node:fs";
import type { Language, Text } from "@prestatieafspraken/indicators";
import type { Page } from "./markdown.js";
import { root } from "./root.js";

/** File names, for users and for administrators. */
export const manual = {
  users: ["start", "quarter", "filling-in", "reading", "agreement", "help"],
  administrators: ["deciding", "installing", "privacy", "security", "accessibility", "automating"],
} as const;
const names: readonly string[] = [...manual.users, ...manual.administrators];

function written(name: string, language: Language): { readonly title: string; readonly body: string } {
  const [first = "", ...rest] = readFileSync(`${root}docs/manual/${language}/${name}.md`, "utf8").split("\n");
  if (!first.startsWith("# ")) throw new Error(`docs/manual/${language}/${name}.md does not begin with a title.`);
  return { title: first.slice(2), body: rest.join("\n") };
}

/** All pages of the manual. */
export const manualPages = (): readonly Page[] =>
  names.map((path) => {
    const [nl, en] = [written(path, "nl"), written(path, "en")];
    const each = (of: "title" | "body"): Text => ({ nl: nl[of], en: en[of] });
    return { path, title: each("title"), body: each("body") };
  });
