/**
 * Commands of the ribbon, the cell menu and the keyboard shortcuts, tested on Microsoft's own object model with an
 * emulated Excel.
 */
import { afterEach, describe, expect, it, vi } from "vitest";
import { repairButton } from "../../addin/excel/repair-button.js";
import { patience } from "../patience.mjs";
import { microsoft365, type OfficeWindow } from "./office-window.js";
import { pageInWindow } from "./page-in-window.js";
import { fill } from "./social-stock.js";

let page: OfficeWindow;
afterEach(() => page.close());

async function open(platform: "PC" | "Mac" = "PC", hasRibbonApi = true): Promise<void> {
  page = await pageInWindow({ ...microsoft365, paneShown: false, platform, hasRibbonApi }, "page");
  const { workbook } = page.host;
  fill(workbook);
  Object.assign(workbook.addSheet("Overzicht").cell(4, 1), { value: 0.16, formula: "=PA.SOCIALSHARE()" });
}
/** Simulates Excel running a ribbon command. */
const press = async (name: string): Promise<void> => {
  const { actions } = page.window.Office as { actions: { _association: { mappings: Record<string, unknown> } } };
  const { mappings } = actions._association;
  const carryOut = (mappings[name] ?? mappings[name.toUpperCase()]) as (event: unknown) => Promise<void>;
  let completed = false;
  void carryOut({ completed: () => (completed = true) });
  await vi.waitFor(() => expect(completed).toBe(true), patience);
};
const said = (): string => page.window.document.querySelector(".pa-notice")?.textContent ?? "";

describe("from a cell", () => {
  // Excel: has a menu for a cell.
  it("explains a formula's figure, and opens the pane to show it", async () => {
    await open();
    page.host.workbook.selected = { sheet: "Overzicht", row: 4, column: 1 };
    await press("explainCell");
    await vi.waitFor(() => expect(said()).toContain("1.840"), patience);
    expect(said()).toContain("Aandeel sociale huur in de voorraad");
  });

  // Excel: selects several areas.
  it("selects the cells that a figure counts", async () => {
    await open();
    page.host.workbook.selected = { sheet: "Overzicht", row: 4, column: 1 };
    await press("showRows");
    await vi.waitFor(() => expect(said()).toContain("Voorraad!E2, E3"), patience);
    expect(page.host.workbook.selected).toMatchObject({ sheet: "Voorraad", row: 1, column: 4 });
  });

  it("names the figures that count a row", async () => {
    await open();
    page.host.workbook.selected = { sheet: "Voorraad", row: 1, column: 1 };
    await press("explainCell");
    await vi.waitFor(() => expect(said()).toContain("Aandeel sociale huur in de voorraad"), patience);
    expect(said()).toContain("Rij 2 van Voorraad");
  });

  it("says what to select if there is nothing to explain", async () => {
    await open();
    page.host.workbook.selected = { sheet: "Overzicht", row: 9, column: 9 };
    await press("explainCell");
    await vi.waitFor(() => expect(said()).toContain("geen PA-formule"), patience);
  });
});

describe("making a formula in the pane", () => {
  const builder = (): HTMLElement => {
    const { document } = page.window;
    return [...document.querySelectorAll<HTMLElement>("details")].find((each) =>
      each.textContent.includes("Een formule maken"),
    )!;
  };
  const button = (text: string): HTMLButtonElement =>
    [...page.window.document.querySelectorAll("button")].find((each) => each.textContent.startsWith(text))!;
  /** The pane on the screen with the builder open. */
  async function openBuilder(): Promise<void> {
    page.showPane(true);
    await vi.waitFor(() => expect(button("Indicatoren")).toBeDefined(), patience);
    button("Indicatoren").click();
    await vi.waitFor(() => expect(builder()).toBeDefined(), patience);
    const details = builder() as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new (page.window.Event as unknown as typeof Event)("toggle"));
    await vi.waitFor(() => expect(builder().querySelector("select")).not.toBeNull(), patience);
  }
  const preview = (): string => builder().querySelector(".pa-preview")!.textContent;

  // Excel: fills a column with a formula put in a table.
  it("takes arguments from the selection, shows what it gives, and puts it in the selected cell but never in a PA table", async () => {
    await open();
    const { workbook } = page.host;
    const sheet = workbook.sheets.find(({ name }) => name === "Overzicht")!;
    for (const [row, value] of [20, 35].entries()) sheet.cell(row, 3).value = value;
    await openBuilder();
    // Without figures it answers from the tables: 1,840 of 11,500.
    expect(preview()).toContain("16,0%");
    workbook.selected = { sheet: "Overzicht", row: 0, column: 3, rows: 2 };
    button("Neem de selectie over sociale huurwoningen").click();
    await vi.waitFor(
      () => expect(builder().querySelector("code")!.textContent).toBe("=PA.SOCIALSHARE(Overzicht!D1:D2)"),
      patience,
    );
    const homes = builder().querySelectorAll("input")[1]!;
    homes.value = "660";
    homes.dispatchEvent(new (page.window.Event as unknown as typeof Event)("input", { bubbles: true }));
    // (20 + 35) / 660.
    await vi.waitFor(() => expect(preview()).toContain("8,3%"), patience);
    workbook.selected = { sheet: "Voorraad", row: 1, column: 3 };
    button("Zet de formule in").click();
    await vi.waitFor(() => expect(said()).toContain("PA_Voorraad"), patience);
    workbook.selected = { sheet: "Overzicht", row: 8, column: 1 };
    button("Zet de formule in").click();
    await vi.waitFor(() => expect(sheet.peek(8, 1)?.formula).toBe("=PA.SOCIALSHARE(Overzicht!D1:D2,660)"), patience);
  });

  // Excel: knows the active cell.
  it("says which figures a row changes, with what they are now", async () => {
    await open();
    await openBuilder();
    page.host.workbook.selected = { sheet: "Voorraad", row: 1, column: 1 };
    button("Welke cijfers verandert deze rij?").click();
    await vi.waitFor(
      () => expect(builder().textContent).toContain("Aandeel sociale huur in de voorraad: 16,0%"),
      patience,
    );
    page.host.workbook.selected = { sheet: "Overzicht", row: 8, column: 1 };
    button("Welke cijfers verandert deze rij?").click();
    await vi.waitFor(() => expect(builder().textContent).toContain("in geen enkel cijfer"), patience);
  });
});

describe("through the return", () => {
  it("goes to the next issue and reads again", async () => {
    await open();
    const { workbook } = page.host;
    const stock = workbook.sheets.find(({ name }) => name === "Voorraad")!;
    stock.cell(1, 4).value = "1840 woningen";
    await press("nextIssue");
    await vi.waitFor(
      () => expect(page.window.document.querySelector("[aria-expanded='true']")).not.toBeNull(),
      patience,
    );
    stock.cell(1, 4).value = 1840;
    await press("readAgain");
    await vi.waitFor(() => expect(page.window.document.body.textContent).not.toContain("1840 woningen"), patience);
  });
});

describe("the button that repairs formulas", () => {
  const repairable = (): boolean => page.isEnabled(repairButton.control);
  const wrong = { value: "#NAME?", formula: "=_xldudf_PA_SOCIALSHARE()" };

  // Excel: leaves a button enabled until the page says otherwise.
  it("can be pressed only while a formula is stuck: found on opening, typed, pasted far down, and repaired", async () => {
    await open();
    const { workbook } = page.host;
    const overview = workbook.sheets.find(({ name }) => name === "Overzicht")!;
    Object.assign(overview.cell(7, 1), wrong);
    // Nothing was read yet: the button has to work in an Excel that has just opened.
    expect(repairable()).toBe(true);
    page.showPane(true);
    await page.host.quiet();
    expect(repairable()).toBe(true);
    await press("repairFormulas");
    await vi.waitFor(() => expect(repairable()).toBe(false), patience);
    expect(overview.cell(7, 1).formula).toBe("=PA.SOCIALSHARE()");

    const { evaluate } = workbook;
    workbook.evaluate = (formula) => (formula === "=GEENFUNCTIE()" ? "#NAME?" : evaluate(formula));
    page.host.edit("Overzicht", 9, 1, "=GEENFUNCTIE()");
    page.host.edit("Overzicht", 10, 1, "boodschappen");
    await page.host.quiet();
    expect(repairable()).toBe(false);
    page.host.edit("Overzicht", 11, 1, wrong.formula);
    await vi.waitFor(() => expect(repairable()).toBe(true), patience);
    await press("repairFormulas");
    await vi.waitFor(() => expect(repairable()).toBe(false), patience);

    // Pasted on a sheet that is none of our business, lower than is looked at: it may be stuck.
    Object.assign(overview.cell(40, 1), wrong);
    page.host.changed("Overzicht", "A20:B60");
    await vi.waitFor(() => expect(repairable()).toBe(true), patience);
    overview.isProtected = true;
    await press("repairFormulas");
    await page.host.quiet();
    expect(repairable()).toBe(true);
    overview.isProtected = false;
    await press("repairFormulas");
    await vi.waitFor(() => expect(repairable()).toBe(false), patience);
  });

  it("can be pressed while a formula in a table of the return is stuck", async () => {
    await open();
    page.showPane(true);
    await vi.waitFor(() => expect(repairable()).toBe(false), patience);
    page.host.edit("Voorraad", 1, 4, wrong.formula);
    await vi.waitFor(() => expect(repairable()).toBe(true), patience);
    page.host.edit("Voorraad", 1, 4, 1840);
    await vi.waitFor(() => expect(repairable()).toBe(false), patience);
  });

  it("stays as it is in an Excel that cannot change its ribbon", async () => {
    await open("PC", false);
    page.showPane(true);
    await page.host.quiet();
    expect(repairable()).toBe(true);
  });
});

describe("everywhere", () => {
  // Excel: saves no file from a pane on a Mac.
  it("in Excel for Mac, which saves no files from a pane, the report goes to a sheet, and the pane says so", async () => {
    await open("Mac");
    page.showPane(true);
    const { document } = page.window;
    const button = (text: string): HTMLButtonElement | undefined =>
      [...document.querySelectorAll("button")].find((each) => each.textContent === text);
    await vi.waitFor(() => expect(button("Overdracht")).toBeDefined(), patience);
    button("Overdracht")!.click();
    await vi.waitFor(() => expect(button("Voor een programma (JSON)")).toBeDefined(), patience);
    button("Voor een programma (JSON)")!.click();
    await vi.waitFor(() => expect(said()).toContain("Excel voor Mac"), patience);
    const sheet = page.host.workbook.sheets.find(({ name }) => name === "Rapport Q3 2026")!;
    expect(sheet.cell(0, 0).value).toBe("Indicator");
  });

  // Excel: keeps the list of functions for a day.
  it("after repairing formulas, Excel fetches the list of functions again at the next opening", async () => {
    await open();
    const { workbook } = page.host;
    Object.assign(workbook.sheets[2]!.cell(7, 1), { value: "#NAME?", formula: "=_xldudf_PA_SOCIALSHARE()" });
    await press("repairFormulas");
    const { context } = page.window.Office as { context: Office.Context };
    expect(context.document.settings.get("Office.ForceRefreshCustomFunctionsCache")).toBe(true);
  });
});
