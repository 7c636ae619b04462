/**
 * The built functions in Microsoft's own custom functions runtime, in jsdom. Asserts what is sent to Excel.
 * browser.test.ts shows that a real browser gives the same results.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  indicators,
  type Argument,
  type Arguments,
  type ArgumentValue,
  type Scalar,
} from "@prestatieafspraken/indicators";
import { fn, functions, type PaFunction } from "@prestatieafspraken/functions";
import { root } from "./build.js";
import type { ExcelHost, WireResult } from "./excel-host.js";
import { excel2021, microsoft365, type OfficeVersion, type OfficeWindow } from "./office-window.js";
import { pageInWindow } from "./page-in-window.js";
import type { ModelSheet } from "./sheet-model.js";
import { fill, liveShare, share } from "./social-stock.js";

const open = (version: OfficeVersion): Promise<OfficeWindow> => pageInWindow(version);

/** A cell error, as Excel passes and receives it. */
interface WireError {
  readonly code: string;
  readonly message?: string;
}

const cellError = (code: string): unknown => ({ type: "CustomFunctionError", code });
const errorOf = ({ ok, value, code }: WireResult): WireError | null => {
  if (!ok)
    return {
      code: { 1: "#N/A", 7: "#VALUE!", 5: "#DIV/0!", 6: "#NUM!", 8: "#NULL!" }[code ?? 0] ?? `code ${code}`,
      message: String(value),
    };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const error = value as { type?: string; code?: string; message?: string };
  return typeof error.code === "string" ? { code: error.code, ...(error.message && { message: error.message }) } : null;
};
/** The plain value of a cell, without its format. */
const valueOf = ({ value }: WireResult): unknown =>
  typeof value === "object" && value !== null && "basicValue" in value ? value.basicValue : value;

/** A sample value per kind of argument. */
const sample: Readonly<Record<Argument["kind"], Scalar>> = {
  count: 60,
  classes: 60,
  amount: 60,
  share: 0.3,
  rents: 420.5,
  labels: "C",
  labelClasses: "EFG",
  year: 2026,
  date: 46_295,
  yesNo: true,
  quarter: "2026-Q3",
  party: "WYwonen",
  indicator: "SOCIALSHARE",
  limit: "kwaliteitskorting",
  any: 46_295,
};

interface Listed {
  readonly id: string;
  readonly parameters: readonly { readonly name: string; readonly dimensionality: "scalar" | "matrix" }[];
  readonly options?: { readonly stream?: boolean };
}
/** The function list for Excel, which decides which arguments are ranges and which functions stream. */
let list: readonly Listed[] | undefined;
const listed = (): readonly Listed[] =>
  (list ??= (JSON.parse(readFileSync(join(root, "addin/functions/functions.json"), "utf8")) as { functions: Listed[] })
    .functions);
const streams = (id: string): boolean => listed().find((each) => each.id === id)?.options?.stream ?? false;

type Given = (argument: Argument, takesRange: boolean) => unknown;
const argumentsOf = (called: PaFunction, given: Given): unknown[] => {
  const { parameters } = listed().find(({ id }) => id === called.id)!;
  return called.arguments.map((argument, i) => given(argument, parameters[i]!.dimensionality === "matrix"));
};
/** True if an optional single-cell argument is given as an empty cell, which Excel passes like an omitted one. */
const leavesOut = (
  { id, arguments: all }: { id: string; arguments: readonly Argument[] },
  given: Arguments,
): boolean => {
  const { parameters } = listed().find((each) => each.id === id)!;
  return all.some(
    (argument, i) =>
      argument.optional === true && parameters[i]!.dimensionality === "scalar" && given[argument.name] === null,
  );
};
const callsOf = (given: Given): { name: string; args: unknown[]; stream: boolean }[] =>
  functions.map((called) => ({ name: called.id, args: argumentsOf(called, given), stream: streams(called.id) }));
/** The ways in which Excel passes an argument. */
const inCell =
  (value: (argument: Argument) => unknown): Given =>
  (argument, takesRange) =>
    takesRange ? [[value(argument)]] : value(argument);

const sentence = /^[\p{L}\p{N}“"'].{15,}[.!?…]$/su;
const neverShown = /undefined|\bNaN\b|TypeError|\[object|is not a function|at \w+ \(/;

describe("the functions in Microsoft's runtime", () => {
  let page: OfficeWindow;
  let host: ExcelHost;
  const ask = (id: string, args: readonly unknown[]): Promise<WireResult> =>
    host.result(host.invoke(id, args, { stream: streams(id) }));

  describe("functions with figures", () => {
    beforeAll(async () => {
      page = await open(microsoft365);
      host = page.host;
    });
    afterAll(() => page.close());

    it("has exactly the functions of the function list", async () => {
      expect(listed().map(({ id }) => id)).toEqual(functions.map(({ id }) => id));
      for (const call of host.invokeAll(callsOf(() => null))) await host.result(call);
      const unknown = await host.result(host.invoke("SOCIALSHARES", []));
      expect(unknown.ok).toBe(false);
    });

    const isNumber = (argument: Argument): boolean => typeof sample[argument.kind] === "number";
    const forms: Readonly<Record<string, Given>> = {
      "one value each": inCell(({ kind }) => sample[kind]),
      "ranges with blanks": ({ kind }, takesRange) =>
        takesRange
          ? [
              [sample[kind], null],
              [sample[kind], ""],
            ]
          : sample[kind],
      "blank cells": inCell(() => null),
      "blank cells as older Excel gives them": inCell(() => 0),
      "an error value": inCell(() => cellError("#DIV/0!")),
      "words that mean nothing here": inCell(() => "geen idee"),
      "the wrong kind": inCell((argument) => (isNumber(argument) ? false : 3.14159)),
      "a negative number": inCell(() => -1e9),
    };
    it.each(Object.entries(forms))(
      "answers every function given %s: a value, or an error with a sentence",
      async (_form, given) => {
        const ids = host.invokeAll(callsOf(given));
        for (const [i, called] of functions.entries()) {
          const result = await host.result(ids[i]!);
          const error = errorOf(result);
          expect(JSON.stringify(result), called.id).not.toMatch(neverShown);
          if (error === null) expect(valueOf(result) ?? null, called.id).not.toBeNull();
          else if (["#VALUE!", "#N/A"].includes(error.code)) expect(error.message, called.id).toMatch(sentence);
          else expect(error.code, called.id).toBe("#DIV/0!");
        }
      },
    );

    it("passes on an error value unchanged, and explains the two that Excel does not accept", async () => {
      const same = ["#DIV/0!", "#N/A", "#NUM!", "#NULL!"];
      const [broken, missing, ...passed] = await Promise.all([
        ask("SOCIALSHARE", [[[55, cellError("#REF!")]], [[660]], null, null]),
        ask("RENTLIMIT", [cellError("#N/A"), null]),
        ...same.map((code) => ask("SOCIALSHARE", [[[cellError(code)]], [[660]], null, null])),
      ]);
      expect(passed.map((result) => errorOf(result)?.code)).toEqual(same);
      expect(errorOf(broken)?.code).toBe("#VALUE!");
      expect(errorOf(broken)?.message).toContain("#VERW!");
      expect(errorOf(missing)?.code).toBe("#N/A");
    });

    it("gives the answers of every example in the definitions", async () => {
      const cases = indicators.flatMap((indicator) =>
        indicator.examples.flatMap((example) => {
          const { given, day } = example;
          // Without figures, the function would read the workbook; so would its date.
          const hasFigures = indicator.arguments.some(
            ({ name, kind }) => given[name] !== undefined && kind !== "quarter" && kind !== "party",
          );
          if (day !== undefined || (indicator.live && !hasFigures) || indicator.id === "EXPLAIN") return [];
          // Excel passes an empty cell for an optional argument like an omitted one.
          if (leavesOut(indicator, given)) return [];
          const asGiven = (value: ArgumentValue | undefined, takesRange: boolean): unknown =>
            value === undefined
              ? null
              : Array.isArray(value)
                ? value.map((each: Scalar) => [each])
                : takesRange
                  ? [[value]]
                  : value;
          const args = argumentsOf(fn(indicator.id)!, ({ name }, takesRange) => asGiven(given[name], takesRange));
          return [{ indicator, example, args }];
        }),
      );
      expect(cases.length).toBeGreaterThan(50);
      const ids = host.invokeAll(cases.map(({ indicator: { id }, args }) => ({ name: id, args, stream: streams(id) })));
      for (const [i, { indicator, example }] of cases.entries()) {
        const result = await host.result(ids[i]!);
        const error = errorOf(result);
        const about = `${indicator.id}: ${example.name}`;
        const { value, refused } = example;
        if (refused !== undefined) expect(error?.message, about).toContain(refused);
        else if (value === null) expect(error?.code, about).toBe("#N/A");
        else if (typeof value === "string" && /^-?\d+\/\d+$/.test(value)) {
          const [n, d] = value.split("/").map(Number) as [number, number];
          expect(valueOf(result), about).toBeCloseTo(n / d, 12);
        } else if (typeof value === "number") expect(valueOf(result), about).toBeCloseTo(value, 12);
        else if (value !== undefined) expect(String(valueOf(result)), about).toBe(value);
      }
    });

    it("accepts a cell with a formatted number, such as another PA function's answer", async () => {
      const rich = { value: JSON.stringify({ type: "Double", basicValue: 0.5, numberFormat: "0.0%" }) };
      const call = host.invoke("SOCIALTARGET", [[[1200]], rich, [[10]]], { stream: true, rich: true });
      expect(valueOf(await host.result(call))).toBe(600);
    });

    it("returns its number format", async () => {
      const [figure, quarter] = await Promise.all([
        ask("SOCIALSHARE", [[[55]], [[660]], null, null]),
        ask("QUARTER", ["3e kwartaal 2026"]),
      ]);
      // 55 of 660, from the conventions of the contract: a share is a fraction, shown as a percentage.
      expect(figure.value).toMatchObject({
        type: "Double",
        basicValue: 55 / 660,
        numberFormat: "0.0%",
      });
      expect(quarter.value).toBe("2026-Q3");
    });
  });

  describe("functions that follow the workbook", () => {
    let stock: ModelSheet;
    beforeAll(async () => {
      page = await open(microsoft365);
      host = page.host;
      stock = fill(host.workbook);
    });
    afterAll(() => page.close());
    afterEach(() => (host.editing = false));

    const call = (): number => host.invoke("SOCIALSHARE", liveShare, { stream: true });

    it("answer from the tables, and update after any edit", async () => {
      const cell = call();
      await host.result(cell, share(1840 / 11_500));
      host.edit("Voorraad", 1, 4, 2300);
      await host.result(cell, share(0.2));
      host.edit("Voorraad", 1, 4, 2530, "Remote");
      await host.result(cell, share(0.22));
      host.edit("Voorraad", 1, 4, 1840);
      await host.result(cell, share(1840 / 11_500));
      host.cancel(cell);
    });

    it("send nothing if the answer did not change", async () => {
      const cell = call();
      await host.result(cell, share(0.16));
      const before = host.results(cell).length;
      stock.cell(0, 8).value = "Opmerking";
      host.edit("Voorraad", 0, 9, "Nog een");
      host.calculated(stock);
      await host.quiet();
      expect(host.results(cell)).toHaveLength(before);
      host.cancel(cell);
    });

    it("stop, restart, and may start before they stop", async () => {
      const first = call();
      await host.result(first, share(0.16));
      const second = call();
      host.cancel(first);
      await host.result(second, share(0.16));
      host.cancel(second);
      host.edit("Voorraad", 1, 4, 1725);
      await host.quiet();
      const [wasFirst, wasSecond] = [host.results(first).length, host.results(second).length];
      const third = call();
      await host.result(third, share(0.15));
      host.edit("Voorraad", 1, 4, 1840);
      await host.result(third, share(0.16));
      expect([host.results(first).length, host.results(second).length]).toEqual([wasFirst, wasSecond]);
      host.cancel(third);
    });

    it("name an unknown quarter or party", async () => {
      const cell = host.invoke("SOCIALSHARE", [null, null, "Q5", null], { stream: true });
      const party = host.invoke("SOCIALSHARE", [null, null, null, "Woonzorg"], { stream: true });
      expect(errorOf(await host.result(cell))?.message).toMatch(/Q5/);
      expect(errorOf(await host.result(party))?.message).toMatch(/Woonzorg/);
      host.cancel(cell);
      host.cancel(party);
    });

    it("spill a report and issues without empty cells, which would read as 0", async () => {
      const cells = (
        [
          ["REPORT", 6],
          ["ISSUES", 4],
        ] as const
      ).map(([id, width]) => [id, width, host.invoke(id, [null, null], { stream: true })] as const);
      for (const [id, width, cell] of cells) {
        const rows = (await host.result(cell)).value as unknown[][];
        expect(rows.length, id).toBeGreaterThan(1);
        expect(new Set(rows.map((row) => row.length)), id).toEqual(new Set([width]));
        expect(
          rows.flat().every((value) => value !== null && value !== undefined),
          id,
        ).toBe(true);
        host.cancel(cell);
      }
    });

    // Excel: keeps the saved value of a stream until something is pushed.
    it("keep the old value while the workbook cannot be read, then give the answer", async () => {
      const late = await open(microsoft365);
      try {
        late.host.workbook.addTable(late.host.workbook.addSheet("Voorraad"), "PA_Voorraad", [
          ["Kwartaal", "Verhuurder", "Segment", "Eindstand"],
          ["2026-Q3", "WYwonen", "sociaal", 1840],
          ["2026-Q3", "Gemeente", "totaal", 11_500],
        ]);
        late.host.editing = true;
        const cell = late.host.invoke("SOCIALSHARE", [null, null, "2026-Q3", null], { stream: true });
        await late.host.quiet(2_000);
        expect(late.host.results(cell)).toEqual([]);
        late.host.editing = false;
        await late.host.result(cell, share(0.16));
        expect(late.host.results(cell)).toHaveLength(1);
      } finally {
        await late.close();
      }
    });

    it("say what to do in a workbook without PA tables", async () => {
      const bare = await open(microsoft365);
      try {
        bare.host.workbook.addSheet("Blad1").cell(0, 0).value = "Boodschappen";
        const cell = bare.host.invoke("SOCIALSHARE", liveShare, { stream: true });
        const error = errorOf(await bare.host.result(cell));
        expect(error?.code).toBe("#N/A");
        expect(error?.message).toMatch(sentence);
      } finally {
        await bare.close();
      }
    });
  });

  describe("in an Excel that cannot show a number with its format, and in English", () => {
    beforeAll(async () => {
      page = await open({ ...excel2021, language: "en-US" });
      host = page.host;
    });
    afterAll(() => page.close());

    it("returns the plain number", async () => {
      expect((await ask("SOCIALSHARE", [[[55]], [[660]], null, null])).value).toBe(55 / 660);
    });

    it("speaks English", async () => {
      const error = errorOf(await ask("SOCIALSHARE", [[["many"]], [[660]], null, null]));
      expect(error?.message).toMatch(/many/);
      expect(error?.message).toMatch(/\b(?:is not|number|a count|Fill in)\b/);
    });
  });
});
