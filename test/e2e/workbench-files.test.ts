/**
 * Files opened and saved in the workbench: files of other programs, fixed and saved, keep everything that was not
 * changed.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { pa } from "../pa/pa.js";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { bookOf, row, tableText, tableType } from "../workbooks/book.js";
import { richWorkbook } from "../workbooks/rich.js";
import { WorkbenchPage } from "./workbench-page.js";
import { hasChromium } from "../chromium.mjs";
import { patience } from "../patience.mjs";

const folder = mkdtempSync(join(tmpdir(), "workbench-"));
const soffice = spawnSync("sh", ["-c", "command -v soffice"]).status === 0;
let bench: WorkbenchPage;

/** Findings of `pa check` in these bytes: rule, sheet and cell. */
async function findings(name: string, bytes: Uint8Array): Promise<string[]> {
  writeFileSync(join(folder, name), bytes);
  const { out } = await pa("check", join(folder, name), "--json");
  const { issues } = JSON.parse(out) as { issues: { rule: string; sheet: string | null; cell: string | null }[] };
  return issues.map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);
}
const sample = (): Promise<Uint8Array> =>
  makeTemplate({ agreement: agreement("oegstgeest-2025-2028")!, agreements, language: "nl", sample: "with-errors" });
const own = bookOf({ sheets: [{ name: "Eigen blad", xml: row(1, ["van ons", 12]) }] });

describe.runIf(hasChromium)("files in the workbench", () => {
  beforeAll(async () => {
    bench = await WorkbenchPage.open();
  });
  afterAll(async () => {
    await bench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("keeps every other part byte-identical when one cell of a workbook with many features changes", async () => {
    const bytes = richWorkbook();
    await bench.openFile("rijk.xlsx", bytes);
    await expect.poll(() => bench.page.title()).toContain("rijk.xlsx");
    await bench.goTo("Nieuwbouw", "D5");
    await bench.empty();
    await bench.type("25");
    const saved = openXlsx(await bench.save());
    const before = openXlsx(bytes);
    expect(saved.parts.names()).toEqual(before.parts.names());
    const changed = before.parts.names().filter((name) => saved.parts.text(name) !== before.parts.text(name));
    expect(changed).toEqual(["xl/worksheets/sheet1.xml"]);
    const [was, is] = [before, saved].map(({ parts }) => parts.text("xl/worksheets/sheet1.xml"));
    // D5 itself, and the cached value of the formula that divides it by 80: 24 / 80 and 25 / 80.
    expect(is).toBe(was!.replace('<c r="D5"><v>24</v>', '<c r="D5"><v>25</v>').replace("<v>0.3</v>", "<v>0.3125</v>"));
  });

  it("saves a date typed in an unformatted cell as a date, also for pa", async () => {
    const headers = ["Datum", "Soort", "Aanwezig", "Verslag verstuurd op"];
    await bench.openFile(
      "overleg.xlsx",
      bookOf({
        sheets: [
          {
            name: "Overleg",
            xml: `<sheetData>${row(1, headers)}${row(2, [null, "ambtelijk"])}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
            relations: [{ id: "rId1", type: "table", target: "../tables/table1.xml" }],
          },
        ],
        contentTypes: { "xl/tables/table1.xml": tableType },
        parts: { "xl/tables/table1.xml": tableText(1, "PA_Overleg", "A1:D2", headers) },
      }),
    );
    await expect.poll(() => bench.page.title()).toContain("overleg.xlsx");
    await bench.goTo("Overleg", "A2");
    await bench.type("30-9-2026");
    const [table] = await openXlsx(await bench.save()).tables();
    // 30-9-2026 is 46295 days after 30-12-1899.
    expect([table!.rows[0]![0], table!.isDate!(0, 0)]).toEqual([46295, true]);
  });

  it("opens a dropped file", async () => {
    await bench.drop("gesleept.xlsx", await sample());
    await expect.poll(() => bench.page.title()).toContain("gesleept.xlsx");
    await expect.poll(() => bench.status()).toBe("Geopend: gesleept.xlsx.");
  });

  it("is fixed with the pane's button; pa then finds the other mistakes, and LibreOffice the right figures", async () => {
    const { page } = bench;
    const bytes = await sample();
    const pane = page.locator("#pane");
    await pane.getByRole("button", { name: "Controle", exact: true }).click();
    await pane.getByLabel("Zoek in de meldingen").fill("11.018");
    await pane.locator(".pa-issue", { hasText: "11.018" }).locator("button").first().click();
    await expect.poll(() => bench.cell()).toMatch(/^Voorraad M24: 11\.018/);
    await pane.locator(".pa-fix").getByRole("button", { name: "Pas aan" }).click();
    await expect.poll(() => bench.cell()).toMatch(/^Voorraad M24: 11\.018$/);
    const saved = await bench.save();

    const before = await findings("voor.xlsx", bytes);
    const after = await findings("na.xlsx", saved);
    expect(before).toContain("PA-120 Voorraad!M24");
    expect(after).toEqual(before.filter((finding) => finding !== "PA-120 Voorraad!M24"));
    const parts = openXlsx(bytes).parts.names();
    const changed = parts.filter((name) => openXlsx(saved).parts.text(name) !== openXlsx(bytes).parts.text(name));
    // The cell, and cached values of formulas on the dashboard and on the sheet behind its charts.
    const sheetOf = (part: string): string =>
      openXlsx(bytes).worksheets()[Number(/sheet(\d+)\.xml$/.exec(part)![1]) - 1]!.name;
    expect(changed.map(sheetOf)).toEqual(["Dashboard", "Voorraad", "Verloop"]);

    if (!soffice) return;
    mkdirSync(join(folder, "office"));
    spawnSync(
      "soffice",
      [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to"].concat([
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        join(folder, "office"),
        join(folder, "na.xlsx"),
      ]),
      { timeout: patience },
    );
    const office = openXlsx(new Uint8Array(readFileSync(join(folder, "office", "na.xlsx"))));
    const values = (file: typeof office, sheet: string, rows: number): unknown[] => {
      const { cells } = file.sheet(file.worksheets().find(({ name }) => name === sheet)!);
      return Array.from({ length: rows }, (_, i) => Array.from({ length: 13 }, (__, c) => cells.value(i + 1, c + 1)));
    };
    expect(values(office, "Voorraad", 24)).toEqual(values(openXlsx(saved), "Voorraad", 24));
    expect((values(office, "Voorraad", 24)[23] as unknown[])[12]).toBe(11018);
    expect(await findings("office.xlsx", office.bytes())).toEqual(after);
  });

  it("inserts the template's sheets from the pane, with tables, formulas and styles, beside the existing sheets", async () => {
    const { page } = bench;
    await bench.openFile("eigen.xlsx", own);
    await expect.poll(() => page.title()).toContain("eigen.xlsx");
    await page
      .locator("#pane")
      .getByRole("button", { name: /Leeg sjabloon/ })
      .click();
    const tabs = page.locator(".o-sheet .o-sheet-name");
    await expect.poll(() => tabs.allInnerTexts()).toContain("Voorraad");
    const saved = openXlsx(await bench.save());
    const dashboard = saved.sheet(saved.worksheets().find(({ name }) => name === "Dashboard")!).cells;
    const need = Array.from({ length: 40 }, (_, i) => i + 1).find(
      (row) => dashboard.value(row, 1) === "Woningbehoefte",
    )!;
    await bench.goTo("Dashboard", `B${need}`);
    // The need from the agreement, not a figure of this file: 1.651 homes.
    await expect.poll(() => bench.cell()).toMatch(new RegExp(`^Dashboard B${need}: 1\\.651`));
    const names = (await saved.tables()).map(({ name }) => name);
    for (const name of ["PA_Instellingen", "PA_Voorraad", "PA_Woningen"]) expect(names).toContain(name);
    expect(saved.sheet(saved.worksheets()[0]!).cells.value(1, 2)).toBe(12);
    // An empty return has no errors.
    expect(
      (await findings("sjabloon.xlsx", saved.bytes())).filter((finding) => finding.includes("Eigen blad")),
    ).toEqual([]);
  });

  it("reports a malformed file like pa does, and keeps the open document", async () => {
    const whole = await sample();
    const files: Record<string, Uint8Array> = {
      "tekst.xlsx": Buffer.from("Kwartaal;Verhuurder"),
      "leeg.xlsx": new Uint8Array(),
      "afgekapt.xlsx": whole.slice(0, whole.length / 2),
      "oud.xlsx": Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
      "kapot.xlsx": bookOf({ sheets: [{ name: "Blad1", xml: "<sheetData><row r='1'><c r='A1'></sheetData>" }] }),
    };
    const title = await bench.page.title();
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(folder, name), bytes);
      const { code, err } = await pa("check", join(folder, name));
      expect(code).toBe(2);
      await bench.openFile(name, bytes);
      await expect.poll(() => bench.status(), { message: name }).toBe(err.trim().replace(`${name}: `, ""));
      await expect.poll(() => bench.page.title()).toBe(title);
    }
  });

  it("warns only users who leave with unsaved work", async () => {
    const { page } = bench;
    const holdsBack = (): Promise<boolean> =>
      page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    await bench.save();
    expect(await holdsBack()).toBe(false);
    await bench.goTo("Eigen blad", "H40");
    await bench.type("nog niet bewaard");
    expect(await holdsBack()).toBe(true);
    const asked: string[] = [];
    page.once("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    expect(page.isClosed()).toBe(false);
    await bench.save();
    expect(await holdsBack()).toBe(false);
  });

  it("writes to the file that was opened with Ctrl+S, where the browser can", async () => {
    const { page } = bench;
    // A file in the browser's own folder has the same handle as one on disk, without the dialog that only people can answer.
    await page.evaluate(
      async (bytes) => {
        const own = await navigator.storage.getDirectory();
        const handle = await own.getFileHandle("opgave.xlsx", { create: true });
        const stream = await handle.createWritable();
        await stream.write(new Uint8Array(bytes));
        await stream.close();
        Object.assign(window, { showOpenFilePicker: () => Promise.resolve([handle]) });
      },
      [...own],
    );
    await page.locator("#open").click();
    await expect.poll(() => page.title()).toContain("opgave.xlsx");
    await bench.goTo("Eigen blad", "H40");
    await bench.type("van mij");
    await expect.poll(() => page.locator("#unsaved").isVisible()).toBe(true);
    await page.keyboard.press("Control+S");
    await expect.poll(() => page.locator("#unsaved").isVisible()).toBe(false);
    const written = await page.evaluate(async () => {
      const own = await navigator.storage.getDirectory();
      const file = await (await own.getFileHandle("opgave.xlsx")).getFile();
      return [...new Uint8Array(await file.arrayBuffer())];
    });
    const saved = openXlsx(new Uint8Array(written));
    expect(saved.sheet(saved.worksheets()[0]!, true).cells.value(40, 8)).toBe("van mij");
  });

  it("made no external requests, and no errors went unnoticed", () => {
    expect(bench.foreign).toEqual([]);
    expect(bench.problems).toEqual([]);
  });
});
