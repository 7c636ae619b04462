import { expect, test } from "vitest";
import type { CallContext } from "@prestatieafspraken/functions";
import type { CellValue } from "@prestatieafspraken/quarterly";
import { engine } from "../src/engine.js";
import { evaluateText } from "../src/evaluate-formula.js";
import type { CellLook, GridBook, GridCell } from "../src/grid-book.js";
import { openSheets } from "../src/sheets.js";
import { literal, toWorkbookData } from "../src/to-workbook-data.js";

const context: CallContext = { language: "nl", live: null };
const plain: CellLook = {
  format: "General",
  locked: true,
  bold: false,
  italic: false,
  struck: false,
  textColor: null,
  fillColor: null,
  wrap: false,
  align: null,
  vertical: null,
};

type Written = CellValue | { formula: string; cached?: CellValue; spilledFrom?: string };
/** One sheet from rows of values and formulas, with a table over the first columns on request. */
function book(rows: readonly (readonly Written[])[], more: { table?: string[]; format?: string } = {}): GridBook {
  const cells: GridCell[] = rows.flatMap((row, r) =>
    row.flatMap((written, c) => {
      if (written === null) return [];
      const formula = typeof written === "object" && "formula" in written ? written : null;
      return [
        {
          row: r + 1,
          column: c + 1,
          value: formula ? (formula.cached ?? null) : (written as CellValue),
          formula: formula?.formula ?? null,
          look: { ...plain, format: more.format ?? "General" },
          spilledFrom: null,
        },
      ];
    }),
  );
  const columns = more.table ?? [];
  return {
    sheets: [
      {
        name: "Blad1",
        isVisible: true,
        isProtected: false,
        cells,
        merged: [],
        tables: more.table
          ? [
              {
                name: "Projecten",
                sheet: "Blad1",
                top: 1,
                left: 1,
                bottom: 3,
                right: columns.length,
                columns,
                hasHeader: true,
                hasTotals: false,
              },
            ]
          : [],
        columns: [],
        hiddenRows: [],
        heights: new Map([[1, 45]]),
        frozen: { rows: 1, columns: 0 },
        choices: [],
        rules: [],
      },
    ],
    names: [{ name: "Doel", refersTo: "Blad1!$A$2" }],
  };
}
const open = (content: GridBook) => openSheets(content, { context });

const projects: Written[][] = [
  ["Sociaal", "Totaal", null, { formula: "_xldudf_PA_SOCIALSHARE(Projecten[Sociaal],Projecten[Totaal])" }],
  [21, 100],
  [21, 68],
];

test("a formula over a table includes an added row", () => {
  const sheets = open(book(projects, { table: ["Sociaal", "Totaal"] }));
  // 42 of 168, by hand.
  expect(sheets.value("Blad1", "D1")).toBe(0.25);
  for (const [col, content] of ["84", "84"].entries()) {
    sheets.model.dispatch("UPDATE_CELL", { sheetId: sheets.position("Blad1", "A4")!.sheetId, col, row: 3, content });
  }
  // 126 of 252.
  expect(sheets.value("Blad1", "D1")).toBe(0.5);
});

test("a row that the file made high for several lines stays so where a formula fills it", () => {
  const rows = (content: Written[][]) =>
    (toWorkbookData(book(content)).data as { sheets: { rows: object }[] }).sheets[0]!.rows;
  // 45 points are 60 pixels.
  expect(rows([[{ formula: "1+1" }]])).toEqual({ 0: { size: 60 } });
  expect(rows([["Getypt"]])).toEqual({});
});

test("formulas the engine cannot calculate keep the file's value, and their dependents too", () => {
  const sheets = open(
    book([
      [
        { formula: "_xldudf_ANDER_X(1)", cached: 7 },
        { formula: "[1]Blad1!A1", cached: 3 },
        { formula: "A1+B1", cached: 0 },
      ],
      [{ formula: "SUM(Weg[A])", cached: 5 }],
    ]),
  );
  expect([...sheets.grid.frozen]).toEqual(["Blad1!A1", "Blad1!B1", "Blad1!A2"]);
  expect(sheets.value("Blad1", "C1")).toBe(10);
});

test("an unknown number format never loses the value", () => {
  for (const format of [
    "m/d/yyyy h:mm",
    "[$-413]d mmmm yyyy",
    '_ "€" * #,##0.00_ ;_ "€" * -#,##0.00_ ',
    "#,##0",
    "[Red]0;0",
    "€ 0",
    "?!\\",
  ]) {
    const sheets = open(book([[46_000.25, 0]], { format }));
    expect([format, sheets.value("Blad1", "A1"), sheets.value("Blad1", "B1")]).toEqual([format, 46_000.25, 0]);
  }
  const shown = open(book([[0]], { format: "#,##0" }));
  expect(shown.model.getters.getEvaluatedCell(shown.position("Blad1", "A1")!).formattedValue).toBe("0");
});

test("texts stay texts, even if they look like something else", () => {
  const texts = [
    "0344010000012345",
    "=1+1",
    "2026-09-30",
    "16%",
    "true",
    "1,5",
    "Q3 2026",
    "'s-Gravenhage",
    "",
    " 7",
    "-",
  ];
  const sheets = open(book([texts]));
  texts.forEach((text, i) => expect(sheets.value("Blad1", engine.helpers.toXC(i, 0)) ?? "").toBe(text));
});

test("a typed formula can use names, cells and tables of the workbook", () => {
  const sheets = open(book(projects, { table: ["Sociaal", "Totaal"] }));
  const ask = (formula: string) => evaluateText(formula, { context, sheets });
  expect(ask("=PA.SOCIALSHARE(Projecten[Sociaal];Blad1!B2:B3)")).toMatchObject({
    value: 0.25,
    exact: "1/4",
    unit: "share",
  });
  expect(ask("=Doel*2").value).toBe(42);
  expect(ask("=SOM(Onbekend[A])").error?.code).toBe("#REF!");
});

test("on a protected sheet only unlocked cells change, and formulas still follow their table", () => {
  const content = book(projects, { table: ["Sociaal", "Totaal"] });
  const [sheet] = content.sheets;
  const cells = [...sheet!.cells].map((cell) => ({ ...cell, look: { ...plain, locked: cell.column > 2 } }));
  const opened = open({ ...content, sheets: [{ ...sheet!, isProtected: true, cells }] });
  const { sheetId } = opened.position("Blad1", "A1")!;
  const type = (col: number, row: number) =>
    opened.model.dispatch("UPDATE_CELL", { sheetId, col, row, content: "84" }).isSuccessful;
  expect([type(0, 1), type(3, 0), type(5, 5)]).toEqual([true, false, false]);
  expect([opened.isLocked("Blad1", "A2"), opened.isLocked("Blad1", "D1")]).toEqual([false, true]);
  // 105 of 168.
  expect(opened.value("Blad1", "D1")).toBe(0.625);
  expect(
    opened.model.dispatch("REMOVE_COLUMNS_ROWS", { sheetId, sheetName: "Blad1", dimension: "ROW", elements: [1] })
      .isSuccessful,
  ).toBe(false);
});

test("a workbook that is too big for the grid is refused with a sentence", () => {
  expect(() => openSheets(book([[1, 2, 3]]), { context, mostCells: 2 })).toThrow(/te groot voor het rekenblad/);
});

test("a text keeps its content: with an apostrophe if it looks like something else, without under a text format", () => {
  expect(["0123", "3-4", "=1+1", "true", "Portaal"].map((text) => literal(text))).toEqual([
    "'0123",
    "'3-4",
    "'=1+1",
    "'true",
    "Portaal",
  ]);
  // Under a text format the engine keeps what is typed, including the apostrophe; only a formula would remain one.
  expect(["0123", "3-4", "=1+1", "true"].map((text) => literal(text, "@"))).toEqual(["0123", "3-4", "'=1+1", "true"]);
});

test.each(["General", "@"])("texts that look like numbers are read back unchanged under the format %s", (format) => {
  const texts = ["0123", "3-4", "0579010000012345", "TRUE", " 12"];
  const sheets = open(book([texts, [12]], { format }));
  expect(texts.map((_, i) => sheets.value("Blad1", `${"ABCDE"[i]}1`))).toEqual(texts);
  const shown = sheets.model.getters.getEvaluatedCell(sheets.position("Blad1", "A1")!);
  expect(shown.formattedValue).toBe("0123");
  // A number under a text format is still a number.
  expect(sheets.value("Blad1", "A2")).toBe(12);
});
