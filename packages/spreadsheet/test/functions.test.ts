import { describe, expect, test, vi } from "vitest";
import { indicators, type ArgumentValue, type Scalar } from "@prestatieafspraken/indicators";
import { call, CellFault, fn, type CallContext, type CellInput } from "@prestatieafspraken/functions";
import { engine } from "../src/engine.js";
import { evaluateText } from "../src/evaluate-formula.js";
import { openModel, setContext } from "../src/model.js";

const context: CallContext = { language: "nl", live: null };
const ask = (formula: string, more: Partial<CallContext> = {}) =>
  evaluateText(formula, { context: { ...context, ...more } });

describe("a formula outside a workbook", () => {
  test("returns the figures behind it", () =>
    expect(ask("=PA.SOCIALSHARE(55;660)")).toMatchObject({
      exact: "1/12",
      unit: "share",
      display: "8,3%",
      error: null,
    }));
  test("nested in built-in functions, Dutch or English", () => {
    expect(ask("=ROUND(PA.SOCIALSHARE(55;660)*100;1)")).toMatchObject({
      value: 8.3,
      exact: null,
      unit: "number",
      display: "8,3",
    });
    expect(ask('=IF(PA.URGENTSHARE(21;84)<=25%;"ja";"nee")')).toMatchObject({ value: null, display: "ja" });
    expect(ask('=ALS(PA.URGENTSHARE(22;84)<=25%;"ja";"nee")').display).toBe("nee");
    expect(ask("=pa.socialshare(55,660)").exact).toBe("1/12");
  });
  // 444 - 55 + 248 - 40, by hand.
  test("array constants", () =>
    expect(ask("=PA.REMAININGNEED({444;248};{55;40})")).toMatchObject({ value: 597, exact: "597/1" }));
  test("errors keep their sentence when passed through another function", () => {
    expect(ask('=PA.SOCIALSHARE("veel";660)').error).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("“veel”"),
    });
    expect(ask('=ROUND(PA.SOCIALSHARE("veel";660);2)').error?.message).toContain("“veel”");
    expect(ask('=PA.STUDENTTARGET(PA.SOCIALSHARE("veel";660))').error?.message).toContain("“veel”");
    expect(ask("=PA.SOCIALSHARE()", { language: "en" }).error).toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("Open a workbook"),
    });
  });
  test("messages of the engine never appear in another language", () => {
    for (const formula of [
      "=1/0",
      "=PA.SOCIALSHARE(1/0;2)",
      "=1+",
      "=ONBEKEND(1)",
      "=PA.ONBEKEND(1)",
      "=SUM(",
      "=VLOOKUP(1;{2;3};1;0)",
    ]) {
      const { error } = ask(formula);
      expect([formula, error?.message]).toEqual([formula, expect.stringMatching(/ (?:de|bestaat|is|een) /i)]);
      expect(error?.message).not.toMatch(/ the | invalid /i);
    }
  });
  test("an argument that takes one value gives one answer per cell of a range", () =>
    expect(ask('=PA.QUARTER({"Q1 2026";"K2-26"})').rows).toEqual([["2026-Q1"], ["2026-Q2"]]));
  test("we explain surplus arguments ourselves", () =>
    expect(ask("=PA.QUARTER(1;2)").error).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("Er staan nu 2 argumenten"),
    }));
  test("text and boolean values", () => {
    expect(ask('=PA.QUARTER("3e kwartaal 2026")')).toMatchObject({ value: null, display: "2026-Q3", unit: "text" });
    expect(ask("=1<2").display).toBe("WAAR");
  });
});

test("a spill fills the cells below and to the right, and is blank where the value is unknown", () => {
  const sheets = openModel(
    { version: "19.3.2", sheets: [{ id: "s", name: "Blad1", cells: { A1: "=PA.ISSUES()" } }] },
    {
      context: {
        ...context,
        live: {
          result: () => {
            throw new Error("not asked");
          },
          day: () => null,
          madeOf: () => ({ count: 0, cells: [] }),
          rows: () => [
            ["Ernst", "Tabel", "Cel", "Melding"].map((value) => ({ value })),
            ["", "", "", "Geen meldingen."].map((value) => ({ value })),
          ],
        },
      },
    },
  );
  const row = (r: number) =>
    [0, 1, 2, 3].map((col) => sheets.model.getters.getEvaluatedCell({ sheetId: "s", col, row: r }).value);
  expect([row(0), row(1)]).toEqual([
    ["Ernst", "Tabel", "Cel", "Melding"],
    ["", "", "", "Geen meldingen."],
  ]);
  setContext(sheets, context);
  expect(row(0)[0]).toBe("#N/A");
});

test("live answers belong to a model, not to the engine", () => {
  const data = () => ({ version: "19.3.2", sheets: [{ id: "s", name: "Blad1", cells: { A1: "=PA.URGENTSHARE()" } }] });
  const share = (urgent: number) => call("URGENTSHARE", [urgent, 84], context).result!;
  const models = [21, 42].map((urgent) =>
    openModel(data(), {
      context: {
        ...context,
        live: {
          result: () => share(urgent),
          day: () => null,
          madeOf: () => ({ count: 0, cells: [] }),
          rows: () => [],
        },
      },
    }),
  );
  expect(models.map(({ model }) => model.getters.getEvaluatedCell({ sheetId: "s", col: 0, row: 0 }).value)).toEqual([
    0.25, 0.5,
  ]);
});

const written = (value: Scalar): string =>
  value === null ? '""' : typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase();
const inFormula = (value: ArgumentValue | undefined): string =>
  value === undefined ? "" : Array.isArray(value) ? `{${value.map(written).join(";")}}` : written(value as Scalar);

test("every example of every indicator: the engine and the function agree", () => {
  let compared = 0;
  for (const { id, examples, arguments: list } of indicators) {
    for (const { given, name, day } of examples) {
      if (Object.values(given).some((value) => Array.isArray(value) && value.length === 0)) continue;
      const asked: CallContext = { ...context, ...(day !== undefined && { day }) };
      const texts = list.map((argument) => inFormula(given[argument.name]));
      while (texts.at(-1) === "") texts.pop();
      const inputs = fn(id)!.arguments.map((argument): CellInput => {
        const value = given[argument.name];
        return value === undefined
          ? null
          : Array.isArray(value)
            ? value.map((one) => [one ?? ""])
            : ((value ?? "") as CellInput);
      });
      const { cells } = call(id, inputs, asked);
      const expected = cells instanceof CellFault ? cells.code : cells[0]![0]!.value;
      const answer = ask(`=PA.${id}(${texts.join(",")})`, asked);
      const found = answer.error?.code ?? answer.value ?? answer.display;
      expect.soft([id, name, found]).toEqual([id, name, expected]);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(40);
});

test("the engine writes nothing to the console", () => {
  const spies = (["log", "debug", "warn", "info"] as const).map((method) => vi.spyOn(console, method));
  const sheets = openModel(null, { context });
  sheets.model.dispatch("UPDATE_CELL", {
    sheetId: sheets.model.getters.getSheetIds()[0]!,
    col: 0,
    row: 0,
    content: "=PA.HOUSINGNEED()",
  });
  setContext(sheets, { ...context, language: "en" });
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  expect(engine.registries.functionRegistry.content["PA.SOCIALSHARE"]).toBeDefined();
});
