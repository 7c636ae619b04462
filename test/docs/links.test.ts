// Every link in the documentation leads to an existing place.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { metadata } from "@prestatieafspraken/functions";
import { rules } from "@prestatieafspraken/quarterly";
import { glossaryHelp, helpAt, ruleHelp } from "../../addin/taskpane/help-places.js";
import { screens } from "../../addin/taskpane/screens.js";
import { anchorsOf, handWritten, linksOf, markdownFiles, root, textOf } from "./markdown-files.js";

const isOutside = (link: string): boolean => /^[a-z]+:/i.test(link);

const brokenIn = (path: string): readonly string[] =>
  linksOf(path)
    .filter((link) => !isOutside(link))
    .filter((link) => {
      const [file = "", anchor] = decodeURIComponent(link).split("#");
      const target = file === "" ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).has(anchor);
    })
    .map((link) => `${path}: ${link}`);

it.each(handWritten)("%s has no broken links", (path) => {
  expect(brokenIn(path)).toEqual([]);
});

it("a broken link is noticed", () => {
  expect(anchorsOf("docs/manual/nl/installing.md").has("welke-excel")).toBe(true);
  expect(anchorsOf("docs/manual/nl/installing.md").has("welke-word")).toBe(false);
});

it("external addresses use https", () => {
  const plain = markdownFiles.flatMap((path) => linksOf(path).filter((link) => link.startsWith("http:")));
  expect(plain).toEqual([]);
});

const help = join(root, "docs/help");
const htmlOf = (page: string): string => readFileSync(join(help, page), "utf8");
const pages = readdirSync(help, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".html"))
  .map(normalize);
const ids = new Map(
  pages.map((page) => [page, new Set([...htmlOf(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!))]),
);
/** True if an address leads to a page of the help, and an anchor on it. */
function leads(address: string, from: string): boolean {
  const [file = "", anchor] = decodeURIComponent(address).split("#");
  const target = file === "" ? from : normalize(join(dirname(from), file));
  if (!target.endsWith(".html")) return existsSync(join(help, target));
  return ids.has(target) && (anchor === undefined || ids.get(target)!.has(anchor));
}

it("every link and picture in the help exists", () => {
  expect(pages.length).toBeGreaterThan(100);
  const broken = pages.flatMap((page) =>
    [...htmlOf(page).matchAll(/ (?:href|src)="([^"]+)"/g)]
      .map(([, address]) => address!)
      .filter((address) => !isOutside(address) && !leads(address, page))
      .map((address) => `${page}: ${address}`),
  );
  expect(broken).toEqual([]);
});

it("an id occurs once on a page of the help", () => {
  const twice = pages.filter((page) => {
    const all = [...htmlOf(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    return new Set(all).size < all.length;
  });
  expect(twice).toEqual([]);
});

it("references from the help to the project's own files exist", () => {
  const repository = /^url: (\S+)$/m.exec(textOf("publiccode.yml"))![1]!;
  const named = pages.flatMap((page) =>
    [...htmlOf(page).matchAll(/ href="([^"]+)"/g)]
      .map(([, href]) => href!)
      .filter((href) => href.startsWith(`${repository}/blob/main/`))
      .map((href) => href.slice(`${repository}/blob/main/`.length).split("#")[0]!),
  );
  expect(named.length).toBeGreaterThan(3);
  expect([...new Set(named)].filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

it("each screen of the pane, the glossary and each rule has a place in the help, in both languages", () => {
  const addresses = (["nl", "en"] as const).flatMap((language) => [
    glossaryHelp("", language),
    ...Object.values(screens).map(({ help }) => helpAt("", language, help)),
    ...rules.map(({ id }) => ruleHelp("", language, id)),
  ]);
  expect(addresses.filter((address) => !leads(address, "index.html"))).toEqual([]);
});

it("so do the start page, the workbench, the manifest and the functions of Excel", () => {
  const named = ["addin/excel/start.html", "addin/workbench/index.html", "manifest.xml"].map((path) => [
    path,
    [...textOf(path).matchAll(/"(?:https:\/\/localhost:3000\/)?help\/([^"]+)"/g)].map(([, address]) => address!),
  ]);
  for (const [path, addresses] of named as [string, string[]][]) {
    expect(addresses.length, path).toBeGreaterThan(0);
    expect(
      addresses.filter((address) => !leads(address, "index.html")),
      path,
    ).toEqual([]);
  }
  for (const language of ["nl", "en"] as const)
    expect(
      metadata(language, { base: "" }).functions.filter(
        ({ helpUrl }) => !leads(helpUrl.replace("/help/", ""), "index.html"),
      ),
    ).toEqual([]);
});
