// The help is complete and up to date: it has a page for everything, generated from the current definitions.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { agreements, limits } from "@prestatieafspraken/agreements";
import { functions } from "@prestatieafspraken/functions";
import { articleText, capital, dayText, placeOfGoal } from "@prestatieafspraken/indicators";
import { rules, tables } from "@prestatieafspraken/quarterly";
import { evaluateText, openModel, type Sheets } from "@prestatieafspraken/spreadsheet";
import { program } from "../../scripts/help/commands-page.js";
import { asHtml } from "../../scripts/help/html.js";
import { manual } from "../../scripts/help/manual-pages.js";
import type { Page } from "../../scripts/help/markdown.js";
import { allPages } from "../../scripts/help/pages.js";
import { searchIndex } from "../../scripts/help/search.js";
import { root } from "./markdown-files.js";

let pages: readonly Page[] = [];
beforeAll(async () => {
  pages = await allPages();
});
const page = (path: string): Page => {
  const found = pages.find((each) => each.path === path);
  if (!found) throw new Error(`There is no page ${path}.`);
  return found;
};

it("has a page for every function, table and agreement, and a place for every rule, commitment, norm and limit", () => {
  for (const { id } of functions) expect(page(`functions/${id}`).title.nl).toContain(id);
  for (const { name } of tables) expect(page(`tables/${name}`).title.nl).toContain(name);
  for (const { id } of rules) expect(page(`rules/${id.charAt(3)}`).body.nl).toContain(`{#${id.toLowerCase()}}`);
  for (const { id } of limits) expect(page("limits").body.en).toContain(`{#${id}}`);
  for (const { id, norms, commitments } of agreements) {
    const { body } = page(`agreements/${id}`);
    for (const norm of norms) expect(body.nl).toContain(`{#${norm.id.toLowerCase()}}`);
    for (const { article, source, title } of commitments) {
      const place = placeOfGoal({ article, source });
      expect(body.en).toContain(`### ${capital(articleText({ article, place })).en}: ${title.en}`);
    }
  }
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
});

it("says in each language where a word comes from", () => {
  const { nl, en } = page("glossary").body;
  expect(nl).toContain("| dit product |");
  expect(nl).not.toMatch(/\| (?:this|the|domain|title|law)\b/);
  expect(en).not.toMatch(/\| (?:tussendoel|einddoel)[^|]*\|$/m);
});

it("shows the text of each numbered article of Oegstgeest, once", () => {
  const { body } = page("agreements/oegstgeest-2025-2028");
  const texts = readFileSync(join(root, "docs/agreements/oegstgeest-2025-2028.md"), "utf8");
  expect([...texts.matchAll(/^## (\d+)$/gm)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 46 }, (_, i) => i + 1),
  );
  expect([...body.nl.matchAll(/^> /gm)].length).toBe(46);
});

it("marks a fictitious agreement as such, before anything else", () => {
  const warned = agreements
    .filter(({ id }) => page(`agreements/${id}`).body.nl.startsWith("> **Dit zijn geen echte afspraken."))
    .map(({ id }) => id);
  expect(warned).toEqual(["voorbeeldstad-2026-2029"]);
});

it("fills in every placeholder and mentions only what exists, in both languages", () => {
  for (const { path, title, body } of pages)
    for (const language of ["nl", "en"] as const) {
      expect(title[language], path).not.toBe("");
      expect(body[language].replaceAll(/\{#[^}]+\}/g, ""), path).not.toMatch(/undefined|\[object|NaN|\{[a-z]+[:|}]/);
    }
});

it("the files on disk equal newly generated ones", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const around = { version, repository: "https://github.com/prestatieafspraken/prestatieafspraken/blob/main/" };
  for (const each of pages)
    for (const language of ["nl", "en"] as const)
      expect(readFileSync(join(root, "docs/help", language, `${each.path}.html`), "utf8"), each.path).toBe(
        asHtml(each, language, around),
      );
});

it("only the first page has a script, and no page loads external resources", () => {
  for (const { path } of pages) {
    const html = readFileSync(join(root, "docs/help/nl", `${path}.html`), "utf8");
    expect(html.includes("<script"), path).toBe(path === "index");
    expect(html, path).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="https?:/);
  }
});

describe("words of the glossary", () => {
  it("are explained where they occur: a link with the meaning, once per page", () => {
    const html = readFileSync(join(root, "docs/help/nl/reading.html"), "utf8");
    const [link] = /<a href="glossary\.html#streefnorm" class="word" title="[^"]+">streefnorm<\/a>/.exec(html) ?? [];
    expect(link).toContain("Een norm waar partijen naar streven");
    expect(html.split('glossary.html#streefnorm"').length - 1).toBe(1);
  });
});

describe("the search", () => {
  const found = (asked: string, language: "nl" | "en"): string[] =>
    searchIndex(pages, language)
      .filter((entry) => entry.slice(1).some((part) => part.toLowerCase().includes(asked)))
      .map(([path]) => path);
  it("finds numbers of issues, functions, tables and words in running text", () => {
    expect(found("pa-201", "nl")).toContain("rules/2");
    expect(found("socialshare", "en")).toContain("functions/SOCIALSHARE");
    expect(found("pa_voorraad", "nl")).toContain("tables/PA_Voorraad");
    expect(found("netwerkmap", "nl")).toEqual(["installing"]);
  });
  it("is small", () => {
    for (const language of ["nl", "en"] as const)
      expect(JSON.stringify(searchIndex(pages, language)).length).toBeLessThan(100_000);
  });
});

it("every page of the manual is in the contents, in both languages", () => {
  const { body } = page("index");
  for (const name of [...manual.users, ...manual.administrators])
    for (const language of ["nl", "en"] as const) expect(body[language]).toContain(`(/${name}.md)`);
});

it("has every command of pa with its options, in both languages", () => {
  for (const language of ["nl", "en"] as const) {
    const body = page("commands").body[language];
    for (const command of program(language).commands) {
      expect(body).toContain(`## pa ${command.name()} {#pa-${command.name()}}`);
      for (const { long } of command.options) expect(body, command.name()).toContain(long!);
    }
  }
  expect(page("commands").body.en).not.toMatch(/<(?:kwartaal|partij|bestand|vorm|tabel|ernst)>/);
});

/** The answer of a formula in an empty sheet in which a table was pasted at A1. */
function afterPasting(rows: readonly (readonly string[])[], formula: string, language: "nl" | "en", day?: string) {
  const typed = (text: string): string =>
    language === "nl" && /^-?\d+,\d+$/.test(text) ? text.replace(",", ".") : text;
  const cells = Object.fromEntries(
    rows.flatMap((row, i) => row.map((text, column) => [`${"AB"[column]!}${i + 1}`, typed(text)])),
  );
  const context = { language, live: null, ...(day !== undefined && { day }) };
  const opened = openModel({ sheets: [{ id: "s", name: "Blad1", cells }] }, { context });
  const sheets = { ...opened, tables: () => new Map() } as unknown as Sheets;
  return evaluateText(formula, { context, sheets });
}

it.each(["nl", "en"] as const)(
  "the example of a function, pasted in a sheet, gives what stands below it: %s",
  (language) => {
    const day = (shown: string | undefined): string | undefined =>
      shown === undefined
        ? undefined
        : Array.from({ length: 20_000 }, (_, i) => new Date(Date.UTC(2000, 0, i)).toISOString().slice(0, 10)).find(
            (iso) => dayText(iso)[language] === shown,
          );
    const without: string[] = [];
    for (const { id } of functions) {
      const text = page(`functions/${id}`).body[language];
      const [, table] = /A1[^\n]*\n\n((?:\|.*\n)+)/.exec(text) ?? [];
      const answer = /^(?:Antwoord|Answer)(?: \((?:beoordeeld op|judged on) ([^)]+)\))?: \*\*(.+)\*\*$/m.exec(text);
      if (table === undefined || answer === null) {
        without.push(id);
        continue;
      }
      const rows = table
        .trim()
        .split("\n")
        .filter((_, i) => i !== 1)
        .map((line) =>
          line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim().replaceAll("\\", "")),
        );
      const formula = rows.at(-1)![1]!;
      const found = afterPasting(rows.slice(0, -1), formula, language, day(answer[1]));
      expect(found.error, formula).toBeNull();
      expect(found.display, formula).toBe(answer[2]!.replaceAll("\\", ""));
    }
    // These have no figures to paste: their page shows the answer over the sample workbook.
    expect(without).toEqual(["REPORT", "ISSUES", "DATA"]);
  },
);
