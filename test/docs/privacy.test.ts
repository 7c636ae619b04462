// The privacy page is complete: it lists all local storage, and nothing is sent.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root, textOf } from "./markdown-files.js";

const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(?:node_modules|dist|build)$/.test(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(path) : /\.(?:tsx?|m?js)$/.test(path) ? [path] : [];
  });
const sources = [
  ...below("addin"),
  ...readdirSync(join(root, "packages")).flatMap((name) => below(`packages/${name}/src`)),
].filter((path) => !/\.test\.|\/build\.mjs$/.test(path));

/** Code without comments. */
const codeOf = (path: string): string => textOf(path).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const using = (what: RegExp): string[] => sources.filter((path) => what.test(codeOf(path))).sort();

/** The files that store something on the device, with the words about it in docs/manual/nl/privacy.md. */
const kept: Readonly<Record<string, string>> = {
  "addin/excel/chosen-language.ts": "Gekozen taal",
  "addin/workbench/kept/database.ts": "IndexedDB",
  "addin/workbench/remembered.ts": "Gekozen taal",
  "addin/workbench/service-worker.js": "service worker",
};

it("everything stored on the device is on the page", () => {
  expect(using(/\b(?:localStorage|sessionStorage|indexedDB|OfficeRuntime\.storage)\b|\bcaches\./)).toEqual(
    Object.keys(kept).sort(),
  );
  const page = textOf("docs/manual/nl/privacy.md");
  for (const words of Object.values(kept)) expect(page).toContain(words);
});

it("nothing is sent: pages load only their own files, and there are no cookies", () => {
  expect(using(/\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|document\.cookie/)).toEqual([
    "addin/workbench/grid.ts",
    "addin/workbench/service-worker.js",
  ]);
  const fetched = [...codeOf("addin/workbench/grid.ts").matchAll(/fetch\(`([^`?]+)\?/g)].map(([, address]) => address);
  expect(fetched).toEqual(["vendor/o_spreadsheet.xml"]);
});
