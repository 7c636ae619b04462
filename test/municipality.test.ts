// Follows docs/developers/extending.md for a new municipality, from the example file to a report, without code.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agreements, checkAgreement } from "@prestatieafspraken/agreements";
import type { Agreement } from "@prestatieafspraken/indicators";
import { countIssues, read, report, validate } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { block, memoryWorkbook } from "../packages/quarterly/test/memory-workbook.js";

const example = readFileSync(
  new URL("../packages/agreements/data/voorbeeldstad/2026-2029.json", import.meta.url),
  "utf8",
);

/** The example with another name, another norm for urgent lettings, and an own indicator. */
const written = example
  .replaceAll("Voorbeeldstad", "Molenveen")
  .replaceAll("voorbeeldstad", "molenveen")
  .replaceAll("HOUTBOUWSHARE", "TWEEKAMERSHARE")
  .replaceAll('"Houtbouw"', '"Tweekamer"')
  .replace('"value": "0.28"', '"value": "0.33"')
  .replace('"signal": "0.25"', '"signal": "0.30"');

const { ok, problems, file } = await checkAgreement(written);
const molenveen = file as Agreement;

const workbook = memoryWorkbook([
  block("PA_Instellingen", [
    { Instelling: "Afspraak", Waarde: "molenveen-2026-2029" },
    { Instelling: "Verslagkwartaal", Waarde: "2026-Q3" },
  ]),
  block("PA_Nieuwbouw", [
    // Its own column, to the right of the table: 45 of 200 homes have two rooms.
    ...[
      ["M-1", "Molenhof", 34, 66, 25],
      ["M-2", "Wiek", 36, 64, 20],
    ].map(([id, name, social, sale, rooms]) => ({
      Kwartaal: "2026-Q3",
      Project_id: id!,
      Projectnaam: name!,
      Ontwikkelaar: "Woonhuis",
      Partijtype: "corporatie",
      Projectsoort: "nieuwbouw",
      Fase: "in aanbouw",
      "Sociale huur": social!,
      "Middeldure huur": 0,
      Koop: sale!,
      Totaal: 100,
      Tweekamer: rooms!,
    })),
  ]),
  block(
    "PA_Toewijzingen",
    // The first two quarters explicitly report no lettings, so the whole year can be judged.
    ["2026-Q1", "2026-Q2", "2026-Q3"].flatMap((quarter) =>
      ["Woonhuis", "Stadswonen"].flatMap((party) =>
        [
          ["urgent", quarter === "2026-Q3" ? 16 : 0],
          ["regulier", quarter === "2026-Q3" ? 34 : 0],
        ].map(([kind, count]) => ({ Kwartaal: quarter, Verhuurder: party, Categorie: kind!, Aantal: count! })),
      ),
    ),
  ),
]);

describe("the next municipality", () => {
  it("has an agreement file that passes the check", () => {
    expect([problems, ok]).toEqual([[], true]);
  });

  it("gets a template with its own parties and articles, without errors", async () => {
    const template = openXlsx(await makeTemplate({ agreement: molenveen }));
    const ret = await read(template, { agreements: [...agreements, molenveen] });
    expect(ret.agreement.id).toBe("molenveen-2026-2029");
    expect(countIssues(validate(ret)).error).toBe(0);
    expect(ret.tables.get("PA_Evaluatie")?.length).toBe(molenveen.commitments.length);
  });

  it("is judged by its own norms and its own indicator, also per article", async () => {
    const ret = await read(workbook, { agreements: [...agreements, molenveen] });
    const { results, commitments } = await report(ret);
    const line = (id: string) => results.find(({ indicator, scope }) => indicator === id && scope.party === null);
    // Plans bring a norm within reach but do not meet it. By hand: 32 of 100 lettings; 45 of 200 homes, and the aim is
    // a fifth; 70 of 200 homes is exactly 35%.
    expect(line("URGENTSHARE")).toMatchObject({ exact: "8/25", verdict: "met", signal: true });
    expect(line("TWEEKAMERSHARE")).toMatchObject({ exact: "9/40", verdict: "on-track" });
    expect(line("NEWBUILDSHARE")).toMatchObject({ exact: "7/20", verdict: "on-track" });
    const article = (id: string) => commitments.find((one) => one.article === id);
    expect(article("3")).toMatchObject({ verdict: "on-track" });
    expect(article("3")?.statement.nl).toContain("22,5%");
    expect(article("4")).toMatchObject({ verdict: "met" });
  });

  it("does not change the default agreement of a workbook without a name", async () => {
    const plain = memoryWorkbook([block("PA_Instellingen", [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }])]);
    const ret = await read(plain, { agreements: [...agreements, molenveen] });
    expect(ret.agreement.id).toBe("oegstgeest-2025-2028");
  });
});
