import { describe, expect, it } from "vitest";
import type { Issue } from "@prestatieafspraken/quarterly";
import { aboutParty, byTable, filterIssues, severityShown } from "./filter-issues.js";
import { everything } from "./state.js";

const issue = (more: Partial<Issue>): Issue => ({
  rule: "PA-201",
  severity: "error",
  table: "PA_Nieuwbouw",
  sheet: "Nieuwbouw",
  cell: "N38",
  field: "Totaal",
  row: 38,
  facts: {},
  message: { nl: "Totaal is 350", en: "Total is 350" },
  fix: { nl: "Pas Totaal aan", en: "Adjust Total" },
  party: "wywonen",
  quarter: "2026-Q3",
  key: "a",
  ...more,
});

describe("issues on screen", () => {
  it("for a party are its own and those without a party", () => {
    const [own, other, nobodys] = [issue({}), issue({ party: "portaal" }), issue({ party: null })];
    expect(aboutParty([own, other, nobodys], "wywonen")).toEqual([own, nobodys]);
    expect(aboutParty([own, other, nobodys], null)).toEqual([own, other, nobodys]);
  });

  it("an explained warning counts as a note; an error stays an error", () => {
    const accepted = { party: "WYwonen", day: "2026-10-01", sentence: "Zo is het afgesproken." };
    expect(severityShown(issue({ severity: "warning", accepted }))).toBe("info");
    expect(severityShown(issue({ severity: "error", accepted }))).toBe("error");
  });

  it("are found by all search words, in any order and case", () => {
    const found = (text: string) => filterIssues([issue({})], { ...everything, text }, "nl").length;
    expect(["350 TOTAAL", "pa-201 n38", "totaal koop"].map(found)).toEqual([1, 1, 0]);
  });

  it("for a quarter are its own and those without a quarter", () => {
    const issues = [issue({}), issue({ quarter: "2026-Q2" }), issue({ quarter: null })];
    expect(filterIssues(issues, { ...everything, quarter: "2026-Q3" }, "nl")).toEqual([issues[0], issues[2]]);
  });

  it("are grouped by table, in the order in which tables first occur", () => {
    const issues = [issue({ table: "B" }), issue({ table: "A" }), issue({ table: "B", cell: "Z1" })];
    expect(byTable(issues).map(([table, group]) => [table, group.length])).toEqual([
      ["B", 2],
      ["A", 1],
    ]);
  });
});
