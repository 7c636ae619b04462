// The page on quality says how much there is to read and how easily it reads; what it says is what is measured, within its limits.
import { describe, expect, it } from "vitest";
import { rules } from "@prestatieafspraken/quarterly";
import { handWritten, textOf } from "./markdown-files.js";
import { fleschDouma, kinds, pictures, referenceWords, runningDutch, written } from "./measures.js";

const page = "docs/developers/quality.md";
/** Measured and allowed, as the page has them: "| Manual, Dutch | 4,700 | at most 5,200 |". */
const rows = new Map(
  [...textOf(page).matchAll(/^\| (.+?) +\| ([\d,.]+) +\| at (most|least) ([\d,.]+) +\|$/gm)].map(
    ([, what, measured, way, limit]) => [
      what!.trim(),
      { measured: Number(measured!.replaceAll(",", "")), way: way!, limit: Number(limit!.replaceAll(",", "")) },
    ],
  ),
);
function expectAsPrinted(what: string, value: number): void {
  const row = rows.get(what);
  if (!row) throw new Error(`${page} has no line “${what}”; now it is ${value}.`);
  // A page changes a little without anybody measuring again; more than that and the line has to follow.
  expect(Math.abs(value - row.measured) / row.measured, `${what}: ${value}`).toBeLessThan(0.15);
  if (row.way === "most") expect(value, what).toBeLessThanOrEqual(row.limit);
  else expect(value, what).toBeGreaterThanOrEqual(row.limit);
}

describe("words", () => {
  it.each(Object.keys(kinds) as (keyof typeof kinds)[])("%s", (kind) => {
    expectAsPrinted(kind, written(kind));
  });
  it("in one language", () => {
    const manual = Math.max(written("Manual, Dutch"), written("Manual, English"));
    expectAsPrinted("These and the longer manual", manual + written("README, developers, decisions, packages"));
  });
  it("every page is of one kind", () => {
    const count = (path: string): number => Object.values(kinds).filter((is) => is(path.replaceAll("\\", "/"))).length;
    expect(handWritten.filter((path) => count(path) !== 1)).toEqual([]);
  });
  it.each(["nl", "en"] as const)("of the reference, %s", (language) => {
    expectAsPrinted(`Reference, ${language === "nl" ? "Dutch" : "English"}`, referenceWords(language));
  });
});

describe("readability (Flesch-Douma)", () => {
  const dutch = handWritten.filter((path) => /manual.nl/.test(path));
  it("of the manual, and of each of its pages", () => {
    expectAsPrinted("Flesch-Douma, manual", Math.round(fleschDouma(dutch.map(runningDutch).join("\n\n"))));
    const hard = dutch.filter((path) => fleschDouma(runningDutch(path)) < 50);
    expect(hard).toEqual([]);
  });
  it("of the sentences of the rules", () => {
    const said = rules.map(({ why, fix }) => `${why.nl}\n\n${fix.nl}`).join("\n\n");
    expectAsPrinted("Flesch-Douma, issues", Math.round(fleschDouma(said)));
  });
  it("tells easy from hard", () => {
    expect(fleschDouma("De kat zit op de mat. Hij slaapt.")).toBeGreaterThan(100);
    expect(
      fleschDouma("Verantwoordelijkheidsverdelingsovereenkomsten veronderstellen belanghebbendenparticipatie."),
    ).toBeLessThan(0);
  });
});

describe("pictures", () => {
  it("each is shown on a page, and on the list", () => {
    const list = textOf(page);
    for (const [name, pages] of pictures()) {
      expect(pages, name).not.toEqual([]);
      expect(list, name).toContain(`\`${name}\``);
    }
    expect([...list.matchAll(/`([\w-]+\.png)`/g)].map(([, name]) => name).sort()).toEqual(
      [...pictures().keys()].sort(),
    );
  });
});
