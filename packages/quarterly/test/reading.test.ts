import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, FieldType } from "@prestatieafspraken/indicators";
import type { Reading } from "../src/return.js";
import type { CellValue } from "../src/workbook.js";
import { partyNames } from "../src/reading/party-names.js";
import { readCell } from "../src/reading/read-cell.js";
import { smallAgreement } from "./small-agreement.js";

const nbsp = "\u00a0";
const parties = partyNames(smallAgreement);
const text = { nl: "", en: "" };
const field = (type: FieldType, more: Partial<Field> = {}): Field => ({
  header: "X",
  type,
  label: text,
  help: text,
  ...more,
});

/** The outcome as text: the value or state, and the rule of the remark ("1200 PA-120"). */
function outcome(type: FieldType, typed: CellValue, isDate?: boolean, more: Partial<Field> = {}): string {
  const { reading, remark } = readCell(typed, { field: field(type, more), parties }, { isDate });
  const state = reading.state === "value" ? JSON.stringify(reading.value) : reading.state;
  return remark ? `${state} ${remark.rule}` : state;
}

/** Typed texts and their outcomes, by column type: mistakes met in real returns. */
const typed: Partial<Record<FieldType, readonly (readonly [CellValue, string])[]>> = {
  count: [
    [0, "0"],
    [1200, "1200"],
    ["1.200", "1200 PA-120"],
    ["12.000.000", "12000000 PA-120"],
    ["1 200", "1200 PA-120"],
    [`1${nbsp}200`, "1200 PA-120"],
    ["1200,00", "1200 PA-120"],
    [" 16 ", "16 PA-120"],
    ["0", "0 PA-120"],
    ["360 woningen", "360 PA-120"],
    ["\u2018360\u2019", "360 PA-120"],
    ["\u201c360\u201d", "360 PA-120"],
    ["'360", "360 PA-120"],
    ["geen", "0 PA-120"],
    ["360*", "360 PA-119"],
    [11.999999999999, "12"],
    ["1,200", "doubtful PA-125"],
    [1.2, "doubtful PA-126"],
    ["1.2", "doubtful PA-126"],
    [12.5, "doubtful PA-126"],
    ["1,5", "refused PA-130"],
    ["12,5", "refused PA-130"],
    ["12,3456", "refused PA-130"],
    ["1.200,50", "refused PA-130"],
    [-3, "refused PA-129"],
    ["-3", "refused PA-129"],
    ["(3)", "refused PA-129"],
    ["ca. 360", "doubtful PA-124"],
    ["±360", "doubtful PA-124"],
    ["± 360", "doubtful PA-124"],
    ["bijna 1600", "doubtful PA-124"],
    ["zo'n 40", "doubtful PA-124"],
    ["zo\u2019n 40", "doubtful PA-124"],
    [">300", "doubtful PA-124"],
    ["≥ 300", "doubtful PA-124"],
    ["300-360", "doubtful PA-124"],
    ["300 \u2013 360", "doubtful PA-124"],
    ["300+", "doubtful PA-124"],
    ["360?", "doubtful PA-124"],
    ["-", "doubtful PA-127"],
    ["\u2013", "doubtful PA-127"],
    ["n.v.t.", "not applicable"],
    ["nvt", "not applicable"],
    ["N.V.T. ", "not applicable"],
    [".", "missing PA-123"],
    ["n.b.", "missing PA-123"],
    ["onbekend", "missing PA-123"],
    [null, "missing"],
    ["", "missing"],
    [nbsp, "missing"],
    ["i.o.m. gemeente", "refused PA-128"],
    ["16%", "doubtful PA-152"],
    ["4,53E+15", "refused PA-128"],
    [true, "refused PA-128"],
    [{ error: "#N/B" }, "refused PA-132"],
  ],
  change: [
    [-3, "-3"],
    ["-3", "-3 PA-120"],
    ["3-", "-3 PA-120"],
    ["\u22123", "-3 PA-120"],
    [-1.2, "doubtful PA-126"],
  ],
  amount: [
    [477.2, "477.2"],
    ["€ 477,20", "477.2 PA-120"],
    [`€${nbsp}477,20`, "477.2 PA-120"],
    ["477,-", "477 PA-120"],
    ["€ 500,--", "500 PA-120"],
    ["477.20", "477.2 PA-120"],
    ["1.200,50", "1200.5 PA-120"],
    ["1,200.50", "1200.5 PA-120"],
    ["1.200", "1200 PA-120"],
    ["1,200", "doubtful PA-125"],
    ["EUR 477,20 p/m", "477.2 PA-120"],
    [-5, "refused PA-129"],
    ["-", "doubtful PA-127"],
    ["ca. 480", "doubtful PA-124"],
  ],
  share: [
    [0.16, "0.16"],
    [0, "0"],
    ["16%", "0.16 PA-120"],
    ["7 %", "0.07 PA-120"],
    ["29,98%", "0.2998 PA-120"],
    ["100%", "1 PA-120"],
    ["0,16", "0.16 PA-120"],
    [16, "doubtful PA-133"],
    ["16", "doubtful PA-133"],
    [1, "doubtful PA-125"],
    ["1", "doubtful PA-125"],
    [160, "refused PA-142"],
    ["160%", "refused PA-142"],
    [-0.1, "refused PA-142"],
  ],
  date: [
    ["1-3-2025", '"2025-03-01" PA-122'],
    ["01-03-25", '"2025-03-01" PA-122'],
    ["1/3/2025", '"2025-03-01" PA-122'],
    ["1 maart 2025", '"2025-03-01" PA-122'],
    ["20250301", '"2025-03-01" PA-122'],
    ["2025-03-01", '"2025-03-01"'],
    ["31-9-2025", "refused PA-134"],
    ["29-2-2025", "refused PA-134"],
    ["29-2-2028", '"2028-02-29" PA-122'],
    [2027, "doubtful PA-143"],
    ["2027", "doubtful PA-143"],
    ["medio 2027", "doubtful PA-143"],
    ["Q2 2027", "doubtful PA-143"],
    ["binnenkort", "refused PA-134"],
    ["n.v.t.", "not applicable"],
    ["-", "missing"],
    [12, "refused PA-134"],
  ],
  quarter: [
    ["2025-Q1", '"2025-Q1"'],
    [" 2025-Q1", '"2025-Q1" PA-121'],
    ["Q1 2025", '"2025-Q1" PA-122'],
    ["1e kwartaal 2025", '"2025-Q1" PA-122'],
    ["K1-25", '"2025-Q1" PA-122'],
    ["2025 1", '"2025-Q1" PA-122'],
    ["31-3-2025", '"2025-Q1" PA-122'],
    ["31-03-25", '"2025-Q1" PA-122'],
    ["31 maart 2025", '"2025-Q1" PA-122'],
    ["kwartaal 1", "refused PA-135"],
    ["Q5 2025", "refused PA-135"],
    [3, "refused PA-135"],
  ],
  label: [
    ["A++", '"A++"'],
    ["a", '"A" PA-122'],
    ["A ++", '"A++" PA-122'],
    ["AP3", '"A+++" PA-122'],
    [" G", '"G" PA-121'],
    ["A2", "refused PA-136"],
    ["-", "refused PA-136"],
    ["H", "refused PA-136"],
    ["onbekend", "missing"],
    ["n.v.t.", "not applicable"],
  ],
  yesNo: [
    ["Ja", "true"],
    ["ja ", "true PA-122"],
    ["J", "true PA-122"],
    ["x", "true PA-122"],
    [1, "true PA-122"],
    ["1", "true PA-122"],
    ["waar", "true PA-122"],
    [true, "true"],
    ["nee", "false"],
    ["N", "false PA-122"],
    [0, "false PA-122"],
    ["misschien", "doubtful PA-139"],
    ["", "missing"],
  ],
  party: [
    ["WYwonen", '"wywonen"'],
    ["wywonen", '"wywonen"'],
    [` WYwonen${nbsp}`, '"wywonen" PA-121'],
    ["MeerWonen", '"wywonen" PA-122'],
    ["Gemeente", '"gemeente"'],
    ["WYwoonen", "refused PA-111"],
    ["Rijnhart Wonen", "refused PA-111"],
  ],
  id: [
    ["0579010000012345", '"0579010000012345"'],
    [" 0579010000012345", '"0579010000012345" PA-121'],
    [12, '"12"'],
    [4530010000012340, "refused PA-140"],
    ["4,53E+15", "refused PA-140"],
    ["4.53E+15", "refused PA-140"],
    ["4E1", `"4E1"`],
  ],
  text: [
    [" Hoek Lange Voort ", '"Hoek Lange Voort"'],
    [2026, '"2026"'],
    ["-", "missing"],
    ["n.v.t.", "not applicable"],
  ],
};

describe.each(Object.entries(typed) as [FieldType, readonly (readonly [CellValue, string])[]][])(
  "%s",
  (type, cases) => {
    it.each(cases.map(([value, expected]) => [JSON.stringify(value), value, expected] as const))(
      "%s",
      (_shown, value, expected) => {
        expect(outcome(type, value)).toBe(expected);
      },
    );
  },
);

describe("cells shown as dates", () => {
  // 46154 is 12 May 2026: a Dutch Excel turns a typed 12.5 into it.
  it.each(["count", "amount"] as const)("are no %s", (type) =>
    expect(outcome(type, 46154, true)).toBe("refused PA-131"),
  );
  it("are days in a column of dates", () => {
    expect(outcome("date", 45717, true)).toBe('"2025-03-01"');
    expect(outcome("date", 45717, false)).toBe('"2025-03-01" PA-122');
  });
  it("are asked about in a column of quarters where Excel made a month of the quarter", () => {
    // Excel turns a typed 3-2026 or 2026-3 into 1 March, the first quarter; the third may be meant.
    expect(outcome("quarter", 46082, true)).toBe("doubtful PA-125");
    expect(outcome("quarter", 46112, true)).toBe('"2026-Q1" PA-122');
  });
  it("are written out in a column of text", () => expect(outcome("text", 46295, true)).toBe('"2026-09-30"'));
});

describe("a closed list", () => {
  const choices = [
    { value: "in aanbouw", label: text, aliases: ["uitvoering"] },
    { value: "n.v.t.", label: text },
    { value: "≤", label: text, aliases: ["<=", "maximaal"] },
  ];
  it.each([
    ["in aanbouw", '"in aanbouw"'],
    ["In Aanbouw", '"in aanbouw"'],
    ["in  aanbouw", '"in aanbouw" PA-121'],
    ["Uitvoering", '"in aanbouw" PA-122'],
    ["<=", '"≤" PA-122'],
    ["nvt", '"n.v.t." PA-122'],
    ["in aanbow", "refused PA-137"],
  ])("%s", (value, expected) => expect(outcome("choice", value, undefined, { choices })).toBe(expected));
  it("counts an unknown word as the choice set apart for it, and says so", () => {
    expect(outcome("choice", "iets anders", undefined, { choices, otherwise: "n.v.t." })).toBe('"n.v.t." PA-138');
  });
});

describe("laws of reading", () => {
  const types = Object.keys(typed) as FieldType[];
  const anyCell = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.integer(), fc.boolean(), fc.constant(null));

  it("never makes a value of nothing", () => {
    const blanks = fc.stringMatching(/^[ \u00a0\t]*$/);
    fc.assert(
      fc.property(fc.constantFrom(...types), blanks, (type, blank) => {
        expect(readCell(blank, { field: field(type), parties }).reading).toEqual({ state: "missing" });
      }),
    );
  });

  it("never makes 0 of a text without a 0 or a word for none", () => {
    fc.assert(
      fc.property(fc.constantFrom<FieldType>("count", "change", "amount", "share"), fc.string(), (type, value) => {
        fc.pre(!/0|geen|nul|nihil|none|zero/i.test(value));
        const { reading } = readCell(value, { field: field(type), parties });
        expect(reading.state === "value" && reading.value === 0).toBe(false);
      }),
    );
  });

  it("says something about whatever it repairs, doubts or refuses", () => {
    const silent = (reading: Reading): boolean =>
      reading.state === "missing" ||
      reading.state === "not applicable" ||
      (reading.state === "value" && !reading.repaired);
    fc.assert(
      fc.property(fc.constantFrom(...types), anyCell, (type, value) => {
        const { reading, remark } = readCell(value, { field: field(type), parties });
        expect(silent(reading) || remark !== undefined).toBe(true);
      }),
    );
  });

  it("reads its own repair as that value, without another word", () => {
    let repairs = 0;
    for (const [type, cases] of Object.entries(typed) as [FieldType, readonly (readonly [CellValue, string])[]][]) {
      for (const [value] of cases) {
        const { reading, remark } = readCell(value, { field: field(type), parties });
        if (reading.state !== "value" || remark?.replacement === undefined) continue;
        repairs += 1;
        expect(readCell(remark.replacement, { field: field(type), parties })).toEqual({
          reading: { state: "value", value: reading.value },
        });
      }
    }
    expect(repairs).toBeGreaterThan(40);
  });

  it("reads Dutch thousands back as the number they were made of", () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (number) => {
        const dutch = String(number).replace(/\B(?=(\d{3})+$)/g, ".");
        expect(readCell(dutch, { field: field("count"), parties }).reading).toMatchObject({ value: number });
      }),
    );
  });
});
