// Keeps the built pages small: a library of half a megabyte in a first script fails here instead of slowing down users.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, it } from "vitest";
import { build, built } from "../excel/build.js";
import { budgets, pageBudgets } from "./budgets.js";

beforeAll(() => built());

const weightOf = (name: string): number => gzipSync(readFileSync(join(build, name))).length / 1000;

/** Our own scripts and styles that a page refers to. */
const namedBy = (page: string): string[] =>
  [...new JSDOM(readFileSync(join(build, page), "utf8")).window.document.querySelectorAll("script, link")]
    .filter((element) => element.localName === "script" || element.getAttribute("rel") === "stylesheet")
    .flatMap((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? [])
    .filter((address) => !address.startsWith("https:"))
    .map((address) => address.replace(/\?.*$/, ""));

// Excel: runs the first script before the first cell answers.
it.each(Object.entries(budgets))("%s is at most %i kB", (name, budget) => {
  expect(weightOf(name)).toBeLessThanOrEqual(budget);
});

describe.each(Object.entries(pageBudgets))("%s", (page, budget) => {
  it("refers to nothing without a budget", () => {
    expect(namedBy(page).length).toBeGreaterThan(2);
    expect(namedBy(page).filter((name) => !(name in budgets))).toEqual([]);
  });
  it(`weighs at most ${budget} kB in total`, () => {
    expect(namedBy(page).reduce((sum, name) => sum + weightOf(name), 0)).toBeLessThanOrEqual(budget);
  });
});

// Excel: runs in an older Safari on a Mac.
it("no script Excel starts with holds what an older Safari, and so an older Office for Mac, cannot read", () => {
  // One look-behind makes the whole script unreadable before Safari 16.4; the handbook promises Office for Mac of 2020.
  const scripts = readdirSync(build).filter((name) => /^(?:functions|taskpane|live\..*)\.js$/.test(name));
  expect(scripts.length).toBeGreaterThanOrEqual(3);
  for (const name of scripts)
    expect(readFileSync(join(build, name), "utf8").match(/.{0,30}\(\?<[!=].{0,30}/g) ?? [], name).toEqual([]);
});

it("mathjs is in a later script and in no first script", () => {
  // A text of it that survives minifying: the error message of its decimal.js.
  for (const name of ["functions.js", "taskpane.js", "workbench.js"])
    expect(readFileSync(join(build, name), "utf8")).not.toContain("DecimalError");
  const later = readdirSync(build).filter((name) => /^\d+\..*\.js$/.test(name));
  expect(later.some((name) => readFileSync(join(build, name), "utf8").includes("DecimalError"))).toBe(true);
});
