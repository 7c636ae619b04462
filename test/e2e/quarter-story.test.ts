/**
 * A quarter in one sitting, from the four returns in a mail box to the next quarter: what an analyst does, told as it goes.
 * The same story is in the manual (docs/manual). Every click, choice and typed text counts as one action.
 */
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read, validate } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { hasChromium } from "../chromium.mjs";
import { fourReturns, mistakes } from "./four-returns.js";
import { WorkbenchPage } from "./workbench-page.js";

/** No analyst should need more than this for a quarter. */
const most = 25;

let bench: WorkbenchPage;
const actions: string[] = [];

const pane = (): Locator => bench.page.locator("#pane");
const button = (name: string | RegExp): Locator =>
  pane().getByRole("button", { name, exact: typeof name === "string" });
/** The pane has done what it was asked, and has said so. */
const ready = async (): Promise<void> => {
  await bench.page.locator("#pane .pa-busy").waitFor({ state: "detached" });
};
/** One thing an analyst does. */
async function act(what: string, doing: () => Promise<unknown>): Promise<void> {
  actions.push(what);
  await doing();
  await ready();
}
async function bytesOf(download: Download): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}
async function saved(what: string, name: string): Promise<Uint8Array> {
  const waiting = bench.page.waitForEvent("download");
  await act(what, () => button(name).click());
  return bytesOf(await waiting);
}
/** Takes a picture for the manual, when `scripts/screenshots.mjs` runs this story. */
async function picture(name: string, of: Page = bench.page): Promise<void> {
  const folder = process.env["PICTURES"];
  if (folder !== undefined) await of.screenshot({ path: join(folder, `quarter-${name}-nl.png`) });
}
const counts = (): Promise<string> => pane().locator(".pa-big").first().innerText();

describe.runIf(hasChromium)("four returns become an agreed quarter", () => {
  beforeAll(async () => {
    bench = await WorkbenchPage.open();
  });
  afterAll(() => bench?.close());

  it("the returns of municipality, WYwonen, Portaal and DUWO come into one workbook", async () => {
    const { page } = bench;
    await act("Opgaven samenbrengen", () => page.locator("#wayCollect").click());
    await act("Maak de werkmap", () => page.locator("#newDialog button[value=yes]").click());
    await page.waitForFunction(() => document.querySelector("#file")!.textContent!.startsWith("kwartaalopgave"));
    await pane().getByRole("heading", { name: "Opgaven van partijen samenbrengen" }).waitFor();

    const files = [...(await fourReturns())].map(([name, bytes]) => ({
      name,
      mimeType: "",
      buffer: Buffer.from(bytes),
    }));
    await act("Bestanden kiezen", () => pane().getByLabel("Bestanden kiezen").setInputFiles(files));
    await act("Voeg alle 4 bestanden toe", () => button("Voeg alle 4 bestanden toe").click());

    await pane().getByText("3 bestanden zijn toegevoegd. Kies hieronder nog wat klopt.").waitFor();
    // WYwonen lists 32 homes for a project of which the municipality says 30: social rent, and so the total.
    const wywonen = pane().getByRole("region", { name: "wywonen-2026-Q3.xlsx" });
    await wywonen.getByText("Sociale huur").first().waitFor();
    const choices = wywonen.getByRole("radio", { name: /^Deze werkmap: 30/ });
    await expect.poll(() => choices.count()).toBe(2);
    await choices.first().scrollIntoViewIfNeeded();
    await picture("1");
    await act("Sociale huur: deze werkmap", () => choices.first().click());
    await act("Totaal: deze werkmap", () => choices.last().click());
    await act("Voeg toe aan deze werkmap", () => wywonen.getByRole("button", { name: "Voeg toe" }).click());
    await pane().getByText("wywonen-2026-Q3.xlsx is toegevoegd.").waitFor();
    await expect.poll(() => pane().locator(".pa-matrix, table").first().innerText()).not.toContain("ontbreekt");
  });

  it("every mistake is found and mended where it stands, and the estimate is explained", async () => {
    await act("Controle", () => button("Controle").click());
    await expect.poll(counts).toMatch(/^5 fouten, 4 waarschuwingen/);
    const put = Object.values(mistakes).flat();
    expect(put).toHaveLength(11);

    // Spelling, spaces and figures typed as text are certain: one list, one button.
    await act("Automatisch aanpassen", () => button("Automatisch aanpassen (4)").click());
    await act("Pas 4 cellen aan", () => button("Pas 4 cellen aan").click());
    // The first that needs a choice is open, errors before warnings; after each choice the next one is.
    const choices = [
      /^Koop = 190, zoals vorig kwartaal$/,
      /^Neem rij \d+ over voor het derde kwartaal 2026$/,
      /^Kale huur = 338,4, een twaalfde$/,
      /^Rij \d+ verwijderen$/,
      /^Beginstand = 96, de eindstand van vorig kwartaal$/,
      /^Categorie = woningruil$/,
    ];
    const open = pane().locator(".pa-open");
    const offered = open.locator(".pa-fix button");
    const shown = async (): Promise<string> => (await open.allInnerTexts()).join();
    /** Does what the open issue asks for, and waits until another one is open. */
    const deal = async (doing: () => Promise<void>): Promise<void> => {
      const before = await shown();
      await doing();
      await expect.poll(shown).not.toBe(before);
    };
    const names = async (): Promise<string[]> => ((await offered.count()) > 0 ? offered.allInnerTexts() : []);
    const asked = async (): Promise<RegExp | "estimate" | undefined> => {
      const said = await shown();
      // Once explained it stays open for a moment, until the next one is.
      if (said.includes("Toegelicht door")) return undefined;
      if (said.includes("'ca. 12'")) return "estimate";
      const there = await names();
      return choices.find((choice) => there.some((name) => choice.test(name)));
    };
    for (let left = choices.length + 1; left > 0; left -= 1) {
      await expect.poll(asked).toBeDefined();
      const one = (await asked())!;
      if (one !== "estimate" && one.source.startsWith("^Koop")) await picture("2");
      if (one === "estimate")
        await deal(async () => {
          const sentence = open.getByLabel("Toelichting", { exact: true });
          await act("Toelichting", () => sentence.fill("De ontwikkelaar geeft het precieze aantal in oktober."));
          await act("Toelichting bewaren", () => button("Toelichting bewaren").click());
        });
      else await deal(() => act(one.source, () => offered.filter({ hasText: one }).first().click()));
    }
    await expect.poll(counts).toMatch(/^\d+ opmerkingen/);
  });

  it("the quarter is frozen by name and day", async () => {
    await act("Overdracht", () => button("Overdracht").click());
    await act("Stel vast", () => button("Stel het derde kwartaal 2026 vast…").click());
    await act("Wie stelt vast", () => pane().getByLabel("Wie stelt vast?").fill("Ambtelijk overleg"));
    await picture("3");
    await act("Ja, stel vast", () => button("Ja, stel vast").click());
    await pane().getByText("Vastgesteld op blad Vastgesteld 2026-Q3.").waitFor();
  });

  it("two pages to print, and Word for the minutes", async () => {
    const html = await saved("Twee pagina's om te printen", "Twee pagina's om te printen");
    const printed = await bench.page.context().newPage();
    await printed.setContent(strFromU8(html));
    await expect.poll(() => printed.locator("body").innerText()).toMatch(/verzonnen|fictie/i);
    await printed.setViewportSize({ width: 900, height: 900 });
    await picture("4", printed);
    const pages = async () =>
      (await printed.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    expect(await pages()).toHaveLength(2);
    // The widest usual font, which a bare machine has.
    await printed.addStyleTag({ content: '* { font-family: "DejaVu Sans" !important; }' });
    expect(await pages()).toHaveLength(2);
    await printed.close();

    const word = unzipSync(await saved("Voor het verslag (Word)", "Voor het verslag (Word)"));
    const text = strFromU8(word["word/document.xml"]!);
    expect(text).toContain("derde kwartaal 2026");
    expect(text).toContain("<w:tbl>");
  });

  it("the next quarter begins without errors, in as many actions as an analyst has patience for", async () => {
    await act("Volgend kwartaal", () => button(/^Zet \d+ rijen klaar voor het vierde kwartaal 2026$/).click());
    await pane().getByText("De opgave gaat vanaf nu over het vierde kwartaal 2026.").waitFor();
    await button("Controle").click();
    await expect.poll(counts).not.toContain("fout");
    await picture("5");

    const file = openXlsx(await bench.save());
    expect(await file.sheetNames()).toContain("Vastgesteld 2026-Q3");
    const ret = await read(file, { agreements });
    expect([ret.settings.quarter, ret.settings.day]).toEqual(["2026-Q4", "2026-12-31"]);
    expect(validate(ret, { day: "2026-11-26" }).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(bench.foreign).toEqual([]);
    expect(bench.problems).toEqual([]);
    // As in the manual.
    expect(actions.length).toBeLessThanOrEqual(most);
  });
});
