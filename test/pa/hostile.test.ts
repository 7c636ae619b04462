// Control characters in a workbook, file name or formula are shown and never obeyed: by a terminal, a spreadsheet or a
// Markdown reader.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { returnFrom } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { json, jsonBytes, visible } from "../../packages/cli/src/visible.js";
import { reportOf } from "../norms/agreement-and-return.js";
import { input, ownFolder, pa, paWith, template } from "./pa.js";

const file = ownFolder();
/** A name that clears the screen, sets the window title, hides text and reverses the writing direction. */
const evil = "\u001B[2J\u001B]0;weg\u0007\u009B31m\u202Egnirts\r\u0008";
// oxlint-disable-next-line no-control-regex -- these are what it is about
const obeyed = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

async function withCell(name: string, text: string): Promise<string> {
  const workbook = openXlsx(readFileSync(file("sample.xlsx")));
  const table = (await workbook.tables()).find((one) => one.name === "PA_Voorraad")!;
  const column = table.headers.indexOf("Segment");
  const letter = String.fromCharCode(64 + table.firstColumn + column);
  await workbook.change([
    { sheet: table.sheet, cell: `${letter}${table.headerRow + 1}`, value: text },
    { sheet: table.sheet, cell: `${letter}${table.headerRow + 2}`, value: "=1+cmd|' /C calc'!A0" },
  ]);
  const path = file(name);
  writeFileSync(path, workbook.bytes());
  return path;
}

let hostile = "";
beforeAll(async () => {
  await template(file("sample.xlsx"), "--sample");
  // XML does not allow most control characters; Excel writes them as _x001B_.
  hostile = await withCell(
    "hostile.xlsx",
    "_x001B_[2J_x001B_]0;weg_x0007_\u009B31m\u202Egnirts <script>alert(1)</script> [x](javascript:1)",
  );
});

describe("JSON", () => {
  it("made piece by piece is the same text, whatever it says", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ stringUnit: "binary" })), (value) => {
        expect(Buffer.concat(jsonBytes(value)).toString()).toBe(json(value));
        expect(JSON.parse(json(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("of a long list of cells is the same text too", () => {
    const cells = Array.from({ length: 25_000 }, (_, row) => `Woningen!D${row}`);
    const value = { results: [{ madeOf: { cells, quarters: [] } }, cells] };
    expect(Buffer.concat(jsonBytes(value)).toString()).toBe(json(value));
  });
});

describe("a terminal", () => {
  it.each([
    ["check", []],
    ["check", ["--json"]],
    ["check", ["--format", "sarif"]],
    ["check", ["--format", "junit"]],
    ["report", []],
    ["report", ["--json"]],
    ["report", ["--format", "md"]],
    ["report", ["--format", "html"]],
  ])("receives no control characters from a cell: pa %s %j", async (command, more) => {
    const { out, err } = await pa(command, hostile, ...more);
    expect(out.length).toBeGreaterThan(100);
    expect(out + err).not.toMatch(obeyed);
  });

  it.each([
    ["check", evil],
    ["report", evil],
    ["merge", evil, "-o", "x"],
    ["template", "--agreement", evil, "x"],
    ["explain", evil],
    ["limits", evil],
    ["agreement", "check", evil],
    ["eval", `="${evil}"`],
    ["eval", `="${evil}"`, "--json"],
    ["eval", `=PA.STATUS("${evil}";1)`],
    [evil],
    ["check", "--party", evil, "SAMPLE"],
    ["check", "--quarter", evil, "SAMPLE"],
  ])("receives no control characters from the command line: pa %j", async (...words) => {
    const { out, err } = await pa(...words.map((word) => (word === "SAMPLE" ? file("sample.xlsx") : word)));
    expect(out + err).not.toMatch(obeyed);
    expect((out + err).length).toBeGreaterThan(0);
  });

  it("receives no control characters from a file name", async () => {
    const path = file("\u001B[31mrood\u009B.xlsx");
    copyFileSync(file("sample.xlsx"), path);
    for (const words of [
      ["check", path],
      ["check", path, "--json"],
      ["report", path, "-o", `${path}.html`],
    ]) {
      const { out, err } = await pa(...words);
      expect(out + err).not.toMatch(obeyed);
    }
  });

  it("shows them as visible signs", () => {
    expect(visible("\u001B[31m\u009B\u007F a\tb\r\nc")).toBe("␛[31m<U+009B>␡ a\tb\r\nc");
    expect(visible("rood\rgroen")).toBe("rood␍groen");
  });
});

describe("names that every JavaScript object has", () => {
  it.each(["constructor", "toString", "hasOwnProperty", "valueOf", "__proto__"])(
    "%s is a column of one's own like any other",
    async (header) => {
      const { line } = await reportOf(
        file,
        {
          norms: [{ id: header === "__proto__" ? "GELD" : header, indicator: "GELD", comparator: ">=", value: "100" }],
          columns: [{ table: "PA_Proef", header, type: "amount" }],
          indicators: [
            {
              id: "GELD",
              unit: "EUR",
              inputs: {
                [header === "__proto__" ? "n" : header]: { table: "PA_Proef", column: header, aggregate: "sum" },
              },
              expression: header === "__proto__" ? "n" : header,
            },
          ],
        },
        "2025-Q1",
        // A key called __proto__ is made by its computed name.
        {
          PA_Proef: ["De Oever", "Polderwonen"].map((Verhuurder, i) => ({
            Kwartaal: "2025-Q1",
            Verhuurder,
            [header]: 40 + i,
          })),
        },
      );
      // 40 + 41.
      expect(line("GELD")).toMatchObject({ exact: "81" });
    },
  );

  it("a row of plain objects without that key has nothing there", async () => {
    const rows: readonly Readonly<Record<string, unknown>>[] = [
      { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Eindstand: 10, constructor: "x" },
      { Kwartaal: "2026-Q3", Verhuurder: "Portaal", Segment: "sociaal", Eindstand: 20 },
    ];
    const ret = await returnFrom({ PA_Voorraad: rows }, { agreements, quarter: "2026-Q3" });
    expect(ret.tables.get("PA_Voorraad")!.raw.rows.map((row) => row.at(-1))).toEqual(["x", null]);
  });
});

describe("an unexpected kind of file", () => {
  it("an endless input is read up to the limit and refused", async () => {
    const endless = {
      input: async function* () {
        const part = new Uint8Array(50_000_000);
        for (;;) yield await Promise.resolve(part);
      },
    };
    expect((await paWith(endless, "check", "-")).err).toMatch(/standaardinvoer is groter dan 200 MB/);
  });
  it("an agreement that is not UTF-8 loses no characters: it is refused, naming its encoding", async () => {
    const text = readFileSync(
      new URL("../../packages/agreements/data/voorbeeldstad/2026-2029.json", import.meta.url),
      "utf8",
    );
    const latin = Buffer.from(text.replace('"Woonhuis"', '"Wóónhuis"'), "latin1");
    expect((await paWith(input(latin), "agreement", "check", "-")).err).toContain("lijkt Windows-1252");
    const wide = Buffer.from(`\uFEFF${text}`, "utf16le");
    expect((await paWith(input(wide), "agreement", "check", "-")).err).toContain("lijkt UTF-16");
    expect((await paWith(input(Buffer.from(`\uFEFF${text}`)), "agreement", "check", "-")).code).toBe(0);
  });
});
