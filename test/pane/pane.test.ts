/**
 * What a user does in the pane, and what other users and the host do meanwhile. Only what needs a browser (keys, sizes,
 * colours, downloads) is in test/e2e/pane.test.ts.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from "vitest";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { screens, type ScreenName } from "../../addin/taskpane/screens.js";
import { pa } from "../pa/pa.js";
import { workbooks } from "../e2e/pane-workbooks.mjs";
import { ShownPane, textOf } from "./shown-pane.js";

let pane: ShownPane;
let complaints: Mock<typeof console.error>;
const open = async (...how: Parameters<typeof ShownPane.open>): Promise<void> => {
  pane = await ShownPane.open(...how);
};
const poll = <T>(ask: () => T) => expect.poll(ask, { interval: 20 });

beforeEach(() => {
  complaints = vi.spyOn(console, "error");
});
afterEach(() => {
  pane.close();
  // No error may go unnoticed.
  expect(complaints.mock.calls).toEqual([]);
  complaints.mockRestore();
});

describe("the checks", () => {
  it("are filtered by severity, table and party, and say how many are left", async () => {
    await open();
    await pane.go("checks");
    (await pane.field("12 opmerkingen")).click();
    await pane.sees("10 van 22 meldingen");
    await poll(() => pane.announced()).toBe("10 van 22 meldingen getoond.");
    await pane.unfold("Tabel, kwartaal, partij");
    await pane.fill(/^Tabel(?!,)/, "PA_Studenten");
    await pane.sees("3 van 22 meldingen");
    await pane.press("Toon alles");
    await pane.fill("Toon alleen", "portaal");
    // Portaal has the opening stock that does not connect, and four small numbers; the rest concerns no party.
    await poll(() => textOf(pane.element)).not.toContain("SPOOR");
    await pane.issue("Beginstand is 95");
  });

  it("are marked on request, never by colour alone, and every mark is cleared again", async () => {
    await open();
    const before = await pane.workbook.sheetNames();
    await pane.go("checks");
    await pane.press("Markeer in het blad");
    await pane.says(/\d+ cellen gemarkeerd/);
    const at = (place: string) => pane.workbook.marked.filter(({ sheet, cell }) => `${sheet}!${cell}` === place);
    expect(at("Nieuwbouw!Q37")[0]?.text).toMatch(/^Fout PA-204: /);
    // Two issues in one cell share a mark with both messages and the higher severity.
    const rent = at("Studenten!F114");
    expect(rent).toHaveLength(1);
    expect(rent[0]).toMatchObject({ severity: "error", text: expect.stringMatching(/PA-302[\s\S]*PA-304/) as string });
    await pane.press("Haal markeringen weg");
    await pane.says(/\d+ markeringen weggehaald/);
    await poll(() => pane.workbook.sheetNames()).toEqual(before);
    await pane.press("Haal markeringen weg");
    await pane.says("geen markeringen");
  });

  it("accept a warning only with an explanation; it returns when the value changes", async () => {
    await open();
    await pane.go("checks");
    await pane.openIssue("'ca. 14'");
    // Explaining is all that can be done about it: the form is there at once.
    await pane.press("Toelichting bewaren");
    await pane.sees("Schrijf eerst een zin");
    await pane.fill(/^Toelichting$/, "Het definitieve aantal komt in oktober van de ontwikkelaar.");
    await pane.fill("Namens", "wywonen");
    await pane.press("Toelichting bewaren");
    await pane.says("bewaard in de werkmap");
    await pane.sees("5 fouten, 4 waarschuwingen, 13 opmerkingen");
    // The next issue is open by now.
    await pane.openIssue("'ca. 14'");
    await pane.find(".pa-issue *", "Toegelicht door WYwonen op 23 november 2026: Het definitieve");
    await pane.go("handOver");
    // Users' remarks stay in the workbook: the e-mail text does not quote them.
    const mail = (): string => pane.element.querySelector("textarea")?.value ?? "";
    await poll(mail).toContain("Stand op 30 september 2026");
    expect(mail()).not.toContain("Het definitieve aantal");
    await pane.workbook.typed("Nieuwbouw", "O43", "ca. 15");
    await pane.go("checks");
    await pane.sees("5 fouten, 5 waarschuwingen, 12 opmerkingen");
  });

  it("are done again while the user types, and the open issue stays", async () => {
    await open();
    await pane.go("checks");
    await pane.openIssue("Totaal is 350");
    // By hand: 90 + 40 + 30 + 189 = 349; the sum is right, but the total differs from last quarter's (PA-207).
    await pane.workbook.typed("Nieuwbouw", "N38", 349, "local");
    await pane.sees("4 fouten, 6 waarschuwingen");
    await poll(() => pane.announced()).toContain("4 fouten");
    await pane.isGone(".pa-busy");
  });
});

describe("the figures", () => {
  it("show the state and origin of every norm, also as a live formula; the path to the goal; commitments without a score; what is due", async () => {
    await open();
    await pane.go("indicators");
    const line = await pane.find(".pa-line", "Aandeel sociale huur in de voorraad");
    expect(textOf(line)).toMatch(/16,0%.*richting.*≥ 30% \(einddoel/);
    await pane.unfold("Berekening en bron", line);
    // By hand from the sample: (1,671 + 96) / 11,018.
    await pane.find("*", "16,0% = 1.767 sociale huurwoningen / 11.018 woningen", line);
    await pane.find(".pa-origin", "Definitie", line);
    expect([...line.querySelectorAll("[role=img]")].at(-1)!.getAttribute("aria-label")).toMatch(
      /^Aandeel sociale huur.*vierde kwartaal 2025: 15,9%.*Norm: /,
    );
    expect(line.querySelectorAll("tbody tr")).toHaveLength(3);
    // An unknown figure shows its reason without a click.
    const unsaid = await pane.find(".pa-line", "Aandeel geschikt voor uitstroom");
    expect(textOf(unsaid)).toMatch(/niet te bepalen.*Nieuwbouw!O43/);
    // Shows both text and arithmetic: 1,651 - 561 = 1,090, and "about 1,200".
    const tension = pane.all("section", "Tekst en rekensom verschillen").at(-1)!;
    expect(textOf(tension)).toMatch(/Tekst: 1\.200 ?Rekensom: 1\.090/);

    const [first] = await pane.workbook.sheetNames();
    pane.workbook.choose({ sheet: first!, cell: "Z99" });
    await pane.press("Zet als formule", line);
    await pane.says("=PA.SOCIALSHARE() staat in");
    pane.workbook.choose({ sheet: "Voorraad", cell: "A1" });
    await pane.press("Zet als formule", line);
    await pane.press("Sluiten", await pane.says("Voorraad!A1 is niet leeg"));
    await pane.isGone(".pa-notice");

    // The path to the goal.
    const path = await pane.find("section:has(> h2)", /^Pad naar het doel/);
    // 30% of the additions never lifts a stock of 16% to 30%.
    await pane.find("*", "30,0% wordt met dit deel sociaal nooit bereikt", path);
    await pane.fill("Deel daarvan sociaal", "100", path);
    await pane.fill("Woningen erbij per jaar", "1000", path);
    // By hand: (1767 + x) / (11018 + x) = 0.3 gives x = 1538.4 / 0.7 = 2197.7, so 2,198 homes: three years of 1,000.
    await pane.find("*", "Zo is 30,0% in 2029 bereikt, later dan eind 2028", path);
    await pane.find("*", "Wilt u 30,0% eind 2028, dan zijn er 1.099 woningen per jaar nodig, samen 2.198", path);
    await poll(() => path.querySelectorAll("tbody tr").length).toBe(3);

    const efforts = await pane.find("section", /^Afspraken zonder getal/);
    await pane.unfold("Leefbaarheid", efforts);
    expect(textOf(await pane.find("details[open]", "Leefbaarheid", efforts))).not.toMatch(/gehaald|%/);

    await pane.go("calendar");
    // Art. 7 is due on 31-12-2026; the evaluation of art. 46 in the first quarter of every year, also of the next one.
    const now = await pane.find("section", /^Dit kwartaal \(vierde kwartaal 2026\)/);
    await pane.find(".pa-duty", "31 december 2026", now);
    const next = await pane.find("section", /^Volgend kwartaal \(eerste kwartaal 2027\)/);
    await pane.find(".pa-duty", "Artikel 46", next);
  });
});

describe("the return", () => {
  it("is frozen, shows a later change with before and after, and starts the next quarter without its counts", async () => {
    await open("clean");
    await pane.go("handOver");
    await pane.press("Stel het derde kwartaal 2026 vast…");
    // Asked first: who, and on which day.
    expect((await pane.find<HTMLButtonElement>("button", "Ja, stel vast")).disabled).toBe(true);
    await pane.fill("Wie stelt vast?", "Ambtelijk overleg");
    expect((await pane.field("Op welke dag?")).value).toBe("2026-11-23");
    await pane.press("Ja, stel vast");
    await pane.says("Vastgesteld op blad Vastgesteld 2026-Q3.");
    await pane.sees("Sindsdien is geen cijfer veranderd.");
    await pane.workbook.typed("Voorraad", "M24", ((await pane.value("Voorraad", "M24")) as number) + 1000);
    // By hand: 1767 / 11018 = 16.04%; 1767 / 12018 = 14.70%.
    await pane.find(".pa-revision", /Aandeel sociale huur in de voorraad.*Vastgesteld\s+16,0% · .+\s+Nu\s+14,7% · /);
    await pane.find("button", /^Voorraad M24: .*Eindstand: 11\.018 werd 12\.018$/);
    await pane.press("Met alle cijfers en afspraken");
    await poll(() => pane.saved.length).toBe(1);
    expect(await pane.saved[0]!.text).toMatch(
      /Veranderd sinds het vaststellen<\/h2>[\s\S]*Aandeel sociale huur in de voorraad: 16,0% \([^)]+\) → 14,7% \(/,
    );

    const rows = async (): Promise<readonly (readonly unknown[])[]> =>
      (await pane.workbook.tables()).flatMap(({ name, headers, rows }) => {
        const column = (header: string): number => headers.findIndex((own) => own.replace("*", "").trim() === header);
        return name === "PA_Voorraad"
          ? rows
              .filter((row) => row[column("Kwartaal")] === "2026-Q4")
              .map((row) =>
                ["Verhuurder", "Segment", "Beginstand", "Nieuwbouw", "Eindstand"].map((h) => row[column(h)]),
              )
          : [];
      });
    expect(await rows()).toEqual([]);
    await pane.press(/Zet \d+ rijen klaar voor het vierde kwartaal 2026/);
    await pane.says("De opgave gaat vanaf nu over het vierde kwartaal 2026.");
    expect(await rows()).toContainEqual(["WYwonen", "sociaal", 1671, null, null]);
    // The quarter moves along.
    await pane.sees("Oegstgeest · vierde kwartaal 2026");
  });

  it("of municipalities is put side by side with others, as pa region does; one twice is refused, with both names", async () => {
    await open();
    await pane.go("handOver");
    const paths = ["amsterdam-filled.xlsx", "haarlemmermeer-filled.xlsx"].map((name) =>
      fileURLToPath(new URL(`../cases/agreements/${name}`, import.meta.url)),
    );
    const returns = paths.map((path) => new File([readFileSync(path)], basename(path)));
    await pane.choose("Kies opgaven van gemeenten…", returns);
    await pane.says("2 gemeenten staan naast elkaar in regio.xlsx, klaar om te bewaren.");
    expect(pane.saved.map(({ name }) => name)).toEqual(["regio.xlsx"]);
    const made = openXlsx(await pane.saved[0]!.bytes);
    const [overview] = await made.tables();
    expect(overview!.headers).toEqual(["Indicator", "Regio", "Amsterdam", "Haarlemmermeer"]);
    const folder = mkdtempSync(join(tmpdir(), "pane-"));
    await pa("region", ...paths, "-o", join(folder, "regio.xlsx"));
    const said = openXlsx(new Uint8Array(readFileSync(join(folder, "regio.xlsx"))));
    rmSync(folder, { recursive: true });
    expect(await made.sheetNames()).toEqual(await said.sheetNames());
    const rows = async (file: typeof said): Promise<unknown> => (await file.tables()).map((table) => table.rows);
    expect(await rows(made)).toEqual(await rows(said));
    const twice = ["een.xlsx", "twee.xlsx"].map((name) => new File([new Uint8Array(workbooks.label())], name));
    await pane.choose("Kies opgaven van gemeenten…", twice);
    await pane.says("een.xlsx en twee.xlsx gaan allebei over Oegstgeest.");
  });

  it("is about the quarter chosen, also in its settings, and PA starts with the workbook if asked", async () => {
    await open("clean");
    await pane.fill(/^Verslagkwartaal/, "2026-Q2");
    await pane.says("De opgave gaat nu over het tweede kwartaal 2026.");
    await pane.sees("Oegstgeest · tweede kwartaal 2026");
    (await pane.field("Laad PA met deze werkmap")).click();
    await poll(() => pane.startupLoads).toBe(true);
  });

  it("is in English everywhere if asked, and the host is told", async () => {
    await open();
    await pane.press("English");
    await pane.sees("5 errors, 5 warnings, 12 notes");
    expect(pane.languages).toEqual(["en"]);
    for (const screen of Object.keys(screens) as ScreenName[]) {
      await pane.go(screen);
      expect(textOf(pane.element)).not.toMatch(/\b(fouten|Waarde|Oordeel|Controleer|vaststellen|Kwartaal)\b/);
    }
  });
});

describe("difficult situations", () => {
  it("fifty sheets and no PA table: insert the template", async () => {
    await open("fifty");
    await pane.sees("In deze werkmap (50 bladen) staan nog geen PA-tabellen.");
    await pane.press("Leeg sjabloon");
    await pane.says(/Ingevoegd: .*Nieuwbouw/);
    await pane.sees("Wat moet nog worden opgelost?");
    expect((await pane.workbook.sheetNames()).length).toBeGreaterThan(55);
  });

  it("a user's own table is mapped once and remembered", async () => {
    await open("own");
    await pane.unfold("Eigen tabellen aanwijzen");
    // Proposes the most similar table, column by column; the values of "Soort bezit" show that it is the segment.
    expect((await pane.field("PA-tabel")).value).toBe("PA_Labels");
    const [theirs] = (await pane.field<HTMLSelectElement>("Uw tabel")).selectedOptions;
    expect(theirs!.textContent).toBe("cellen vanaf rij 1 (Export ViewPoint, 2 rijen)");
    const proposed = ["Kwartaal", "Verhuurder", "Segment", "Label", "Aantal"].map(async (ours) => {
      const beside = await pane.find(".pa-beside", new RegExp(`^${ours}(?: [(]|$)`));
      return beside.querySelector("select")!.value;
    });
    expect(await Promise.all(proposed)).toEqual(["Periode", "Corp.", "Soort bezit", "Energieklasse", "Woningen"]);
    await pane.press("Onthouden");
    await pane.says("Energielabels wordt gelezen uit Export ViewPoint.");
    await pane.go("indicators");
    // 40 of 100 homes have label E.
    await pane.find(".pa-line", /label E, F of G.*40,0%/);
    expect(await pane.workbook.getSetting("mapping")).toContain("Energieklasse");
    // When that sheet is gone, the pane says what it was looking for.
    pane.workbook.removed("Export ViewPoint");
    await pane.go("start");
    await pane.unfold("Eigen tabellen aanwijzen");
    await pane.sees("staat niet meer in deze werkmap");
    await pane.press("Vergeet Energielabels");
    await pane.says("Energielabels wordt weer op naam en kolommen gezocht.");
  });

  it("two tables with the same headers: both are read, and the pane says so", async () => {
    await open("twins");
    await pane.go("checks");
    await pane.find(".pa-issue", /Labels WYwonen.*Labels Portaal|Labels Portaal.*Labels WYwonen/);
  });

  it("a table and a sheet are deleted while the pane is open", async () => {
    await open();
    await pane.go("checks");
    await pane.issue("Beginstand is 95");
    pane.workbook.removed("Voorraad");
    await pane.issue("De tabel Voorraad");
    await pane.isIssue("Beginstand is 95", false);
    // Also before the change was reported: the cell is gone when the user clicks.
    const select = pane.workbook.select.bind(pane.workbook);
    pane.workbook.select = (at) => (at.sheet === "Nieuwbouw" ? Promise.reject(new Error("gone")) : select(at));
    await pane.openIssue("'ca. 14'");
    await pane.says("Deze cel is er niet meer.");
  });

  it("a protected sheet: the pane says so, and nothing changes", async () => {
    await open("protected");
    await pane.go("checks");
    await pane.press("Pas aan", await pane.openIssue("'A ++'"));
    await pane.find("[role=alert] .pa-notice-problem", "beveiligd");
    expect(await pane.value("Labels", "D2")).toBe("A ++");
  });

  it("a cell is being edited: waits, continues automatically, and can be stopped", async () => {
    await open("label");
    await pane.go("checks");
    const issue = await pane.openIssue("'A ++'");
    pane.workbook.editing = true;
    await pane.press("Pas aan", issue);
    await pane.press("Stoppen", await pane.find(".pa-busy", "Er wordt nog in een cel getypt"));
    await pane.says("Gestopt. Er is niets aangepast.");
    await pane.press("Pas aan", issue);
    await pane.find(".pa-busy", "Er wordt nog in een cel getypt");
    pane.workbook.editing = false;
    await pane.says("D2 is nu ‘A++’.");
  });

  it("a co-author changed the same row: nothing is overwritten, and the list is updated", async () => {
    await open("label");
    await pane.go("checks");
    const issue = await pane.openIssue("'A ++'");
    await pane.workbook.typedUnheard("Labels", "D2", "B");
    await pane.press("Pas aan", issue);
    await pane.says("Iemand heeft dit intussen veranderd");
    expect(await pane.value("Labels", "D2")).toBe("B");
    await pane.isIssue("'A ++'", false);
  });

  it("slow reading: shows progress, and stops on request", async () => {
    await open("label");
    await pane.go("checks");
    const before = pane.all(".pa-issue").length;
    expect(before).toBeGreaterThan(0);
    pane.workbook.hold();
    await pane.press("Opnieuw lezen");
    await pane.press("Stoppen", await pane.find(".pa-busy", "De werkmap wordt gelezen"));
    await pane.says("van de vorige controle");
    await poll(() => pane.all(".pa-issue").length).toBe(before);
  });

  it("a stopped first reading can be started again", async () => {
    await open("label", { held: true });
    await pane.press("Stoppen");
    pane.workbook.release();
    await pane.press("Opnieuw lezen");
    await pane.sees(/^\d+ (?:fout|waarschuwing|opmerking)/);
  });

  it("damaged explanations are not overwritten", async () => {
    await open();
    await pane.workbook.setSetting("accepted", "{broken");
    await pane.go("checks");
    await pane.openIssue("'ca. 14'");
    await pane.fill(/^Toelichting$/, "Dit is een goede uitleg.");
    await pane.press("Toelichting bewaren");
    await pane.says("onleesbaar geworden");
    expect(await pane.workbook.getSetting("accepted")).toBe("{broken");
  });
});
