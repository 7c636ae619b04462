// Whoever follows a link in the documentation arrives somewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { anchorsOf, handWritten, linksOf, markdownFiles, root } from "./markdown-files.js";

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

it.each(handWritten)("%s links to what exists", (path) => {
  expect(brokenIn(path)).toEqual([]);
});

it("the reference pages link to what exists", () => {
  expect(markdownFiles.filter((path) => !handWritten.includes(path)).flatMap(brokenIn)).toEqual([]);
});

it("links to nowhere are noticed", () => {
  expect(anchorsOf("docs/manual/nl/installing.md").has("welke-excel")).toBe(true);
  expect(anchorsOf("docs/manual/nl/installing.md").has("welke-word")).toBe(false);
});

it("addresses outside are https", () => {
  const plain = markdownFiles.flatMap((path) => linksOf(path).filter((link) => link.startsWith("http:")));
  expect(plain).toEqual([]);
});

it("every link in the HTML reference leads to a page and an id that is there", () => {
  const folder = join(root, "docs/reference/html");
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(100);
  const ids = new Map(
    pages.map((page) => [
      normalize(page),
      new Set([...readFileSync(join(folder, page), "utf8").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)),
    ]),
  );
  const broken = pages.flatMap((page) =>
    [...readFileSync(join(folder, page), "utf8").matchAll(/ href="([^"]+)"/g)]
      .map(([, href]) => href!)
      .filter((href) => !isOutside(href))
      .filter((href) => {
        const [file = "", anchor] = decodeURIComponent(href).split("#");
        const target = file === "" ? normalize(page) : normalize(join(dirname(page), file));
        return !ids.has(target) || (anchor !== undefined && !ids.get(target)!.has(anchor));
      })
      .map((href) => `${page}: ${href}`),
  );
  expect(broken).toEqual([]);
});
