import { describe, expect, test } from "vitest";
import { evaluate, indicators, type Arguments, type Language } from "@prestatieafspraken/indicators";
import {
  call,
  CellFault,
  fn,
  takesRange,
  type Answer,
  type CallContext,
  type CellInput,
  type LiveScope,
  type LiveSource,
} from "../src/index.js";
import { issueRows, reportRows } from "../src/spill.js";

const context = (more: Partial<CallContext> = {}): CallContext => ({ language: "nl", live: null, ...more });
const ask = (id: string, ...inputs: CellInput[]) => call(id, inputs, context());
const value = (answer: Answer) => (answer.cells instanceof CellFault ? answer.cells.code : answer.cells[0]![0]!.value);
const sentence = (answer: Answer, language: Language = "nl") =>
  answer.cells instanceof CellFault ? answer.cells.sentence?.[language] : undefined;
const format = (answer: Answer) => (answer.cells instanceof CellFault ? undefined : answer.cells[0]![0]!.format);
const column = (...cells: CellInput[]): CellInput => cells.map((cell) => [cell]) as CellInput;

// Figures worked out from the agreement by hand: 1,651 - 561 = 1,090; 30% of 1,200 and of 1,090; 20% of 360 and of 327; and so on.
test.each<[string, CellInput[], number]>([
  ["REMAININGNEED", [1651, 561], 1090],
  ["SOCIALTARGET", [1200, 0.3, 0], 360],
  ["SOCIALTARGET", [1090, 0.3, 0], 327],
  ["SOCIALTARGET", [1090, "30%", 360], 360],
  ["STUDENTTARGET", [121], 97],
  ["URGENTSHARE", [21, 84], 0.25],
  ["URGENTROOM", [17, 84], 4],
  ["GROWTHFACTOR", [0.16, 0.3, 0.4], 2.4],
  ["GROWTHFACTOR", [0.16, 0.3, 1], 1.2],
  ["SOCIALSHARE", [2120, 12200], 2120 / 12200],
  ["LABELPACE", [180, "2026-Q3", "2028-12-31"], 80],
  ["LABELPACE", [180, 46295, 47118], 80],
])("PA.%s(%j) is %d", (id, inputs, expected) => expect(value(ask(id, ...inputs))).toBeCloseTo(expected, 12));

describe("arguments as cells hand them over", () => {
  test("a range of counts is summed and blanks say nothing", () =>
    expect(value(ask("URGENTSHARE", column(20, null, "", 1), column(84)))).toBe(0.25));
  test("classes are kept apart: a class with too many does not pay for one with too few", () =>
    expect(value(ask("REMAININGNEED", column(10, 10), column(15, 4)))).toBe(6));
  test("a range with nothing in it is missing, not 0 and not the live form", () => {
    const answer = ask("SOCIALSHARE", column(null, ""), 660);
    expect(value(answer)).toBe("#N/A");
    expect(answer.result?.reason).toBe("missing");
    expect(sentence(ask("SOCIALSHARE", column(null), column(null)))).toMatch(/leeg/);
  });
  test("a text in a count is refused and quoted", () => {
    const answer = ask("SOCIALSHARE", column(1, "ca. 55"), 660);
    expect(value(answer)).toBe("#VALUE!");
    expect(sentence(answer)).toContain("“ca. 55”");
    expect(sentence(answer, "en")).toContain("“ca. 55”");
  });
  test("a yes or no is no count", () => expect(value(ask("SOCIALSHARE", true, 660))).toBe("#VALUE!"));
  test("an error value of another cell is passed on as it is", () => {
    const fault = new CellFault("#REF!");
    expect(ask("SOCIALSHARE", column(1, fault), "tekst").cells).toBe(fault);
  });
  test("percentages as 0.16, 16% or a Dutch 0,16", () =>
    expect(["16%", 0.16, "0,16"].map((share) => value(ask("GROWTHFACTOR", share, "30%", 0.4)))).toEqual([
      2.4, 2.4, 2.4,
    ]));
  test("a range of corrections is added up, and so handed over as a range", () => {
    expect(value(ask("STOCKCHANGE", column(10, 5), column(3, 4), column(-1, 2)))).toBe(9);
    expect(
      fn("STOCKCHANGE")!
        .arguments.slice(0, 3)
        .map((argument) => takesRange(argument, fn("STOCKCHANGE")!)),
    ).toEqual([true, true, true]);
  });
  test("without a workbook EXPLAIN tells the definition, and the sum where the agreement itself has it", () => {
    expect(value(ask("EXPLAIN", "SOCIALSHARE"))).toMatch(/^Aandeel sociale huur in de voorraad: .*norm ≥ 30%/);
    expect(value(ask("EXPLAIN", "REMAININGNEED"))).toMatch(/1\.090 = 1\.651 .* − 561/);
    expect(sentence(ask("EXPLAIN", "SOCIALESHARE"))).toMatch(/SOCIALSHARE/);
    expect(value(ask("EXPLAIN", column(null)))).toBe("#N/A");
  });
  test("too many arguments, and one too few", () => {
    expect(sentence(ask("QUARTER", "Q3 2026", 1))).toMatch(/PA\.QUARTER\(value\)\. Er staan nu 2 argumenten/);
    expect(sentence(ask("GROWTHFACTOR", 0.16, 0.3))).toMatch(/ontbreekt additions_share/);
  });
  test("with figures of its own a function needs no quarter", () =>
    expect(value(ask("SOCIALSHARE", 55, 660, "onzin", "niemand"))).toBeCloseTo(1 / 12, 12));
  test("a function nobody knows", () => expect(sentence(ask("NOPE"))).toMatch(/PA\.NOPE bestaat niet/));
  test("a quarter from a date", () => expect(value(ask("QUARTER", 46295))).toBe("2026-Q3"));
});

describe("without a workbook", () => {
  test("what stands in the agreement is answered", () => {
    expect(value(ask("HOUSINGNEED"))).toBe(1651);
    expect(value(ask("SOCIALTARGET"))).toBe(360);
  });
  test.each(["SOCIALSHARE", "URGENTSHARE", "LABELSHARE", "REPORT", "ISSUES"])("PA.%s() says what to do", (id) => {
    const answer = ask(id);
    expect(value(answer)).toBe("#N/A");
    expect(sentence(answer)).toMatch(/Open een werkmap/);
    expect(sentence(answer, "en")).toMatch(/Open a workbook/);
  });
});

describe("with a workbook", () => {
  const asked: unknown[] = [];
  const live = context({
    live: {
      result: (id, scope) => {
        asked.push([id, scope]);
        return ask("URGENTSHARE", 147, 578).result!;
      },
      day: () => null,
      madeOf: () => ({ count: 0, cells: [] }),
      rows: (id, scope, language) => {
        asked.push([id, scope, language]);
        return language === "nl" ? reportRows([], language) : issueRows([], language);
      },
    },
  });
  test("quarter and party narrow it", () => {
    call("URGENTSHARE", [null, null, "Q3 2026", [["WYwonen"]]], live);
    call("URGENTSHARE", [null, null, [[null]], null], live);
    expect(asked).toEqual([
      ["URGENTSHARE", { quarter: "Q3 2026", party: "WYwonen" }],
      ["URGENTSHARE", { quarter: null, party: null }],
    ]);
  });
  test("EXPLAIN tells the arithmetic of another indicator", () => {
    expect(value(call("EXPLAIN", ["urgentshare"], live))).toMatch(/147.*578/);
    // The contract asks for the definition and its source.
    expect(value(call("EXPLAIN", ["urgentshare"], live))).toMatch(
      /gedeeld door alle toewijzingen die meetellen\. · bron: .*art\. 9/,
    );
    expect(value(call("EXPLAIN", ["QUARTER"], live))).toMatch(/^Kwartaal: Het kwartaal als 2026-Q3/);
    for (const id of ["REPORT", "EXPLAIN", "ONZIN"])
      expect(sentence(call("EXPLAIN", [id], live))).toMatch(/Kies een van: .*SOCIALSHARE/);
  });
  test("REPORT and ISSUES always have their header and columns", () => {
    asked.length = 0;
    const report = call("REPORT", ["2026-Q3"], live).cells as { value: unknown }[][];
    expect(report.map((row) => row.map((cell) => cell.value))).toEqual([
      ["Indicator", "Waarde", "Norm", "Oordeel", "Toelichting", "Artikel"],
    ]);
    const issues = call("ISSUES", [], { ...live, language: "en" }).cells as { value: unknown }[][];
    expect(issues.map((row) => row.map((cell) => cell.value))).toEqual([
      ["Severity", "Table", "Cell", "Message"],
      ["", "", "", "No issues."],
    ]);
    expect(asked).toEqual([
      ["REPORT", { quarter: "2026-Q3", party: null }, "nl"],
      ["ISSUES", { quarter: null, party: null }, "en"],
    ]);
  });
});

describe("number formats", () => {
  test("have a decimal more where the display would hide a breach: 147 of 578 is not 25%", () => {
    expect(format(ask("URGENTSHARE", 21, 84))).toBe("0.0%");
    // 1001 of 4000 is 25.025%: with one decimal it would show 25.0%, exactly the norm.
    expect(format(ask("URGENTSHARE", 1001, 4000))).toBe("0.00%");
  });
  test("counts and euro", () => {
    expect(format(ask("HOUSINGNEED"))).toBe("#,##0");
    expect(format(ask("RENTLIMIT", 2026))).toBe('"€ "#,##0.00');
  });
});

test("every example of every indicator answers the same in a cell", () => {
  for (const indicator of indicators) {
    for (const example of indicator.examples) {
      if (example.refused !== undefined) continue;
      const inputs = cellsOf(indicator.id, example.given);
      const answer = call(indicator.id, inputs, context({ ...(example.day !== undefined && { day: example.day }) }));
      if (typeof example.value === "number")
        expect.soft([example.name, value(answer)]).toEqual([example.name, example.value]);
      if (example.value === null) expect.soft([example.name, value(answer)]).toEqual([example.name, "#N/A"]);
    }
  }
});

/** Named arguments as cells in the function's order; a list becomes a column, null an empty cell. */
function cellsOf(id: string, given: Arguments): CellInput[] {
  return fn(id)!.arguments.map((argument) => {
    const one = given[argument.name];
    if (one === undefined) return null;
    return Array.isArray(one) ? column(...(one as CellInput[])) : one === null ? column(null) : (one as CellInput);
  });
}

describe("an empty cell where a figure is needed", () => {
  test("is a missing figure, not a mistake in the formula", () => {
    expect(value(ask("STATUS", "SOCIALSHARE", null))).toBe("niet te bepalen");
    expect(value(ask("HOMESTOTARGET", null, 660))).toBe("#N/A");
  });
  test("an argument that is not there is a mistake in the formula", () => {
    expect(value(ask("STATUS", "SOCIALSHARE"))).toBe("#VALUE!");
    expect(sentence(ask("STATUS", "SOCIALSHARE"))).toContain("ontbreekt value (waarde)");
  });
});

describe("a live function that is told how to count", () => {
  const asked: { id: string; scope: LiveScope }[] = [];
  const live: LiveSource = {
    result: (id, scope) => {
      asked.push({ id, scope });
      return evaluate("SOCIALSHARE", { social: 1, homes: 4 });
    },
    day: () => null,
    madeOf: () => ({ count: 0, cells: [] }),
    rows: () => [],
  };
  // Contract 3.1: a call without data arguments is live; classes, year, cap and deadline are not data.
  test.each<[string, CellInput[], LiveScope]>([
    ["LABELSHARE", [null, "A-B"], { quarter: null, party: null, choices: { classes: "A-B" } }],
    ["STUDENTSHARE", [null, 2025], { quarter: null, party: null, choices: { year: 2025 } }],
    ["STUDENTSHARE", [null, null, true], { quarter: null, party: null, choices: { inclusive: true } }],
    ["URGENTROOM", [null, null, 0.3, "2026-Q2"], { quarter: "2026-Q2", party: null, choices: { cap: 0.3 } }],
    ["LABELPACE", [null, null, "2027-12-31"], { quarter: null, party: null, choices: { deadline: "2027-12-31" } }],
    ["LABELSHARE", [null, null, null, null, "WYwonen"], { quarter: null, party: "WYwonen" }],
  ])("PA.%s(%j) answers from the workbook", (id, inputs, scope) => {
    asked.length = 0;
    expect(value(call(id, inputs, context({ live })))).toBe(0.25);
    expect(asked).toEqual([{ id, scope }]);
  });
  test("with a figure of its own it does not", () => {
    asked.length = 0;
    expect(value(call("NEWBUILDSHARE", [null, null, 10], context({ live })))).toBe("#N/A");
    expect(value(call("LABELSHARE", [column("A", "C"), "A-B"], context({ live })))).toBe(0.5);
    expect(asked).toEqual([]);
  });
});
