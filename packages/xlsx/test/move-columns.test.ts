import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { makeTemplate, movedArea, openXlsx } from "@prestatieafspraken/xlsx";
import { withColumnsMoved } from "../src/formula-areas.js";

const bytes = await makeTemplate({
  agreement: agreement("oegstgeest-2025-2028")!,
  agreements,
  language: "nl",
  sample: "with-errors",
});
const plansOf = async (file: ReturnType<typeof openXlsx>) =>
  (await file.tables()).find(({ name }) => name === "PA_Nieuwbouw")!;
const partOf = (file: ReturnType<typeof openXlsx>, name: string): string =>
  file.parts.text(file.worksheets().find((entry) => entry.name === name)!.part);
const areas = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}\\s[^>]*?sqref="([^"]*)"`, "g"))].map(([, area]) => area!);

describe("columns inserted in a file", () => {
  it("shift cells, widths, choice lists, the table and every reference", async () => {
    const file = openXlsx(bytes);
    const before = await plansOf(file);
    await file.change([
      { sheet: "Dashboard", cell: "H30", value: null, formula: "=SUM(Nieuwbouw!H5:N43)+'Nieuwbouw'!$G5+Voorraad!H5" },
      { sheet: "Nieuwbouw", cell: "T5", value: null, formula: "=N5-SUM(H5:M5)+ROWS($5:$9)" },
    ]);
    file.insertColumns("Nieuwbouw", 8, ["Wijk", "Wijk"]);
    const again = openXlsx(file.bytes());
    const after = await plansOf(again);
    expect(after.headers).toEqual([...before.headers.slice(0, 7), "Wijk", "Wijk2", ...before.headers.slice(7)]);
    expect(after.rows).toEqual(before.rows.map((row) => [...row.slice(0, 7), null, null, ...row.slice(7)]));
    const formula = (sheet: string, row: number, column: number) =>
      again.sheet(again.worksheets().find(({ name }) => name === sheet)!).cells.storedFormula(row, column)?.text;
    expect(formula("Dashboard", 30, 8)).toBe("SUM(Nieuwbouw!J5:P43)+'Nieuwbouw'!$G5+Voorraad!H5");
    expect(formula("Nieuwbouw", 5, 22)).toBe("P5-SUM(J5:O5)+ROWS($5:$9)");
    // The choice list of Fase (G) stays; that of Sociale huur (H) moves two columns.
    const lists = areas(partOf(again, "Nieuwbouw"), "dataValidation");
    expect(lists).toContain("G5:G2004");
    expect(lists).not.toContain("H5:H2004");
    expect(lists).toContain("J5:J2004");
    const widths = [...partOf(again, "Nieuwbouw").matchAll(/<col ([^>]*)\/>/g)].map(([, all]) => all!);
    const own = [...partOf(openXlsx(bytes), "Nieuwbouw").matchAll(/<col ([^>]*)\/>/g)].map(([, all]) => all!);
    expect(widths.length).toBe(own.length);
    expect(widths.find((all) => all.includes('max="9"'))).toContain('min="7"');
    // Other sheets are as they were.
    expect(partOf(again, "Voorraad")).toBe(partOf(openXlsx(bytes), "Voorraad"));
  });

  it("are gone without a trace once deleted", async () => {
    const file = openXlsx(bytes);
    file.insertColumns("Nieuwbouw", 3, ["Wijk"]);
    const between = openXlsx(file.bytes());
    between.deleteColumns("Nieuwbouw", 3, 1);
    const [again, own] = [openXlsx(between.bytes()), openXlsx(bytes)];
    const said = async (one: typeof own) =>
      (await one.tables()).map(({ name, headers, rows }) => [name, headers, rows]);
    expect(await said(again)).toEqual(await said(own));
    for (const name of ["dataValidation", "conditionalFormatting", "selection"])
      expect(areas(partOf(again, "Nieuwbouw"), name)).toEqual(areas(partOf(own, "Nieuwbouw"), name));
    expect(/<pane [^>]*>/.exec(partOf(again, "Nieuwbouw"))).toEqual(/<pane [^>]*>/.exec(partOf(own, "Nieuwbouw")));
  });

  it("are refused where a formula needs a deleted column, and the file stays as it was", async () => {
    const file = openXlsx(bytes);
    await file.change([{ sheet: "Dashboard", cell: "H30", value: null, formula: "=Nieuwbouw!N5" }]);
    const was = file.bytes();
    expect(() => file.deleteColumns("Nieuwbouw", 14, 1)).toThrow(expect.objectContaining({ code: "COLUMNS_STAY" }));
    expect(() => file.deleteColumns("Nieuwbouw", 1, 18)).toThrow(expect.objectContaining({ code: "COLUMNS_STAY" }));
    // Charts have places of their own.
    expect(() => file.insertColumns("Dashboard", 2, ["x"])).toThrow(expect.objectContaining({ code: "COLUMNS_STAY" }));
    expect(file.bytes()).toEqual(was);
  });
});

it("a formula follows columns by name of sheet, fixed or not, and leaves other books, texts and rows alone", () => {
  const moved = (formula: string, by: number) =>
    withColumnsMoved(formula, "Blad", "Blad", (area) => movedArea({ at: 3, by }, area));
  expect(moved('B1+C1+$D$2+SUM(B:C)+"C1"+[C1]+LOG10(C9)', 2)).toBe('B1+E1+$F$2+SUM(B:E)+"C1"+[C1]+LOG10(E9)');
  expect(moved("Ander!C1+'Blad'!C1+[1]Blad!C1+SUM(3:4)", 1)).toBe("Ander!C1+'Blad'!D1+[1]Blad!C1+SUM(3:4)");
  expect(moved("SUM(A1:F1)+G1", -2)).toBe("SUM(A1:D1)+E1");
  expect(moved("SUM(C1:F1)+SUM(B1:D1)", -2)).toBe("SUM(C1:D1)+SUM(B1:B1)");
  expect(moved("D1", -2)).toBeNull();
});
