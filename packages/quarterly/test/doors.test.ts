// Input is either read or refused: the options of every function, and values as databases and programs pass them.
import { agreement } from "@prestatieafspraken/agreements";
import { InputError } from "@prestatieafspraken/indicators";
import { describe, expect, it } from "vitest";
import {
  countIssues,
  read,
  report,
  returnFrom,
  rowOfIssue,
  tables as definitions,
  validate,
  type CellValue,
  type Return,
} from "../src/index.js";
import { block, memoryWorkbook } from "./memory-workbook.js";

const agreements = [agreement("oegstgeest-2025-2028")!];
/** 100 at the start and 105 at the end without movements: PA-401, an error by hand. */
const stock = [
  { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 100, Eindstand: 105 },
] as const;
const opened = (options: { quarter?: string; day?: string } = { quarter: "2026-Q3" }): Promise<Return> =>
  read(memoryWorkbook([block("PA_Voorraad", stock)]), { agreements, ...options });
const errors = (ret: Return, options = {}): string[] =>
  validate(ret, options)
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);

describe("a quarter, day or party at the door", () => {
  it.each(["2026-Q3", "Q3 2026", "2026q3", "3e kwartaal 2026", "30-9-2026"])(
    "%s is the third quarter",
    async (typed) => {
      const ret = await opened();
      expect(errors(ret)).toContain("PA-401");
      expect(errors(ret, { quarter: typed })).toContain("PA-401");
      expect((await opened({ quarter: typed })).settings).toMatchObject({ quarter: "2026-Q3", day: "2026-09-30" });
      expect((await report(ret, { quarter: typed })).quarter).toBe("2026-Q3");
    },
  );

  it.each([
    ["quarter", "zomer"],
    ["quarter", ""],
    ["party", "WYwonnen"],
    ["party", "nobody"],
    ["day", "gisteren"],
  ])("%s '%s' is refused in every question, and never means that there are no errors", async (option, typed) => {
    const ret = await opened();
    expect(() => validate(ret, { [option]: typed })).toThrow(InputError);
    await expect(report(ret, { [option]: typed })).rejects.toThrow(InputError);
  });

  it("a quarter the return says nothing about is refused by the check", async () => {
    const ret = await opened();
    expect(() => validate(ret, { quarter: "2031-Q1" })).toThrow("2031-Q1");
  });

  it.each([{ quarter: "derde" }, { day: "x" }, { day: "31-9-2026" }])("%j is refused by read", async (options) => {
    await expect(opened(options)).rejects.toThrow(InputError);
  });

  it("a party is found by any spelling", async () => {
    const ret = await opened();
    for (const party of ["WYwonen", "wywonen", " WYWONEN "]) expect(errors(ret, { party })).toContain("PA-401");
    expect(errors(ret, { party: "Portaal" })).not.toContain("PA-401");
  });
});

describe("values no spreadsheet has", () => {
  const of = (table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<Return> =>
    read(memoryWorkbook([block(table, rows as readonly Readonly<Record<string, CellValue>>[])]), {
      agreements,
      quarter: "2026-Q3",
    });
  it("a Date is its day, at world midnight and at midnight here", async () => {
    for (const Datum of [new Date("2026-09-01"), new Date(2026, 8, 1)]) {
      const ret = await of("PA_Overleg", [{ Datum, Soort: "bestuurlijk overleg" }]);
      expect(ret.tables.get("PA_Overleg")!.value("Datum", 0)).toBe("2026-09-01");
      expect(() => validate(ret)).not.toThrow();
    }
  });
  it("a bigint is its number", async () => {
    const ret = await of("PA_Voorraad", [{ ...stock[0], Eindstand: 105n }]);
    expect(ret.tables.get("PA_Voorraad")!.value("Eindstand", 0)).toBe(105);
    expect(errors(ret)).toContain("PA-401");
  });
  it.each([[{ a: 1 }], [new Date(Number.NaN)], [10n ** 30n], [Symbol("x")], [() => 1]])(
    "%o is refused at its cell with a sentence",
    async (Eindstand) => {
      const ret = await of("PA_Voorraad", [{ ...stock[0], Eindstand }]);
      const issue = validate(ret).find(({ field, severity }) => field === "Eindstand" && severity === "error");
      expect(issue?.cell).toBe("E2");
      expect(issue?.message.nl).not.toMatch(/[{}]|undefined/);
    },
  );
  it("undefined is an empty cell", async () => {
    const ret = await of("PA_Voorraad", [{ ...stock[0], Eindstand: undefined }]);
    expect(ret.tables.get("PA_Voorraad")!.reading("Eindstand", 0).state).toBe("missing");
  });
});

it("a sentence quotes at most sixty characters of a cell", async () => {
  const ret = await read(
    memoryWorkbook([
      block("PA_Voorraad", [{ ...stock[0], Eindstand: "x".repeat(30_000), Segment: "y".repeat(30_000) }]),
    ]),
    { agreements, quarter: "2026-Q3" },
  );
  const issues = validate(ret);
  expect(countIssues(issues).error).toBeGreaterThan(0);
  for (const { message, fix } of issues)
    for (const sentence of [message.nl, message.en, fix.nl, fix.en]) expect(sentence).not.toMatch(/x{61}|y{61}/);
});

describe("rows that never were in a spreadsheet", () => {
  const tables = {
    PA_Voorraad: [
      { Kwartaal: "2026-Q3", Verhuurder: "Gemeente", Segment: "totaal", Beginstand: 660n, Eindstand: 660 },
      {
        Kwartaal: "2026-Q3",
        Verhuurder: "WYwonen",
        Segment: "sociaal",
        Beginstand: 55,
        Nieuwbouw: undefined,
        Eindstand: 60,
      },
    ],
    PA_Overleg: [{ Datum: new Date("2026-09-01"), Soort: "bestuurlijk overleg" }],
  };
  it("become a return, are checked by row and key, and reported exactly", async () => {
    const ret = await returnFrom(tables, { agreements, quarter: "Q3 2026" });
    // By hand: 55 at the start, 60 at the end, without movements.
    const issue = validate(ret).find(({ rule }) => rule === "PA-401")!;
    expect(rowOfIssue(issue, tables)).toMatchObject({ table: "PA_Voorraad", index: 1 });
    const empty = validate(ret).find(({ field }) => field === "Nieuwbouw");
    if (empty?.cell) expect(rowOfIssue(empty, tables).key).toBe("Nieuwbouw");
    const { results } = await report(ret);
    expect(results.find(({ indicator }) => indicator === "SOCIALSHARE")!.exact).toBe("1/11");
  });
  it("by the names of the tables, as they are in a workbook", () => {
    expect(definitions.map(({ name }) => name)).toContain("PA_Voorraad");
  });
});
