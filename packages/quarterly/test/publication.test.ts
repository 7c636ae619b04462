// A publication reveals no group below five, directly or by computation. The attack uses only the published JSON: totals minus
// published parties, wholes minus parts, and that no count is negative.
import { agreement } from "@prestatieafspraken/agreements";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedIssues, read, report, toJson, validate, type CellValue, type ReportJson } from "../src/index.js";
import { block, memoryWorkbook } from "./memory-workbook.js";

const threshold = 5;
const oegstgeest = agreement("oegstgeest-2025-2028")!;
const corporations = ["wywonen", "portaal", "duwo"];
/** Oegstgeest, with this number of parties under the norms on lettings. */
const withParties = (count: number) => ({
  ...oegstgeest,
  scope: Object.fromEntries(
    Object.entries(oegstgeest.scope).map(([id, parties]) => [
      id,
      id === "LABELPACE" ? parties : corporations.slice(0, count),
    ]),
  ),
});

interface Lettings {
  readonly urgent: number;
  readonly regular: number;
  readonly other: number;
}
const categories = { urgent: "urgent", regular: "regulier", other: "overig" } as const;

async function published(
  parties: readonly Lettings[],
  options: { party?: string; before?: readonly Lettings[] } = {},
): Promise<ReportJson> {
  const rows = (quarter: string, of: readonly Lettings[]) =>
    of.flatMap((lettings, at) =>
      (["urgent", "regular", "other"] as const).map((category) => ({
        Kwartaal: quarter,
        Verhuurder: corporations[at]!,
        Categorie: categories[category],
        Aantal: lettings[category],
      })),
    );
  const ret = await read(
    memoryWorkbook([
      block("PA_Toewijzingen", [
        ...(options.before ? rows("2026-Q1", options.before) : []),
        ...rows(options.before ? "2026-Q2" : "2026-Q1", parties),
      ]),
    ]),
    { agreements: [withParties(parties.length)], quarter: options.before ? "2026-Q2" : "2026-Q1" },
  );
  return toJson(await report(ret, { publication: true, party: options.party ?? null }), "nl");
}

interface Told {
  readonly part: number;
  readonly whole: number;
}
/** Part and whole as found in the published arithmetic: "20,0% = 1 urgente groepen / 5 toewijzingen". */
function told(json: ReportJson, indicator: string, party: string | null): Told | null {
  const line = json.results.find(
    (one) => one.indicator === indicator && one.scope.party === party && one.scope.period === "year",
  );
  if (!line || line.exact === null) return null;
  const [, part, whole] = /= ([\d.]+) [^/]*\/ ([\d.]+) /.exec(line.explanation) ?? [];
  return { part: Number(part!.replace(".", "")), whole: Number(whole!.replace(".", "")) };
}
const small = (n: number): boolean => n > 0 && n < threshold;

/** Small groups that can be computed exactly from the publication. */
function computedBack(json: ReportJson, parties: number): string[] {
  const known: string[] = [];
  for (const indicator of ["URGENTSHARE", "REGULARSHARE"]) {
    const total = told(json, indicator, null);
    const each = corporations
      .slice(0, parties)
      .filter((party) => json.results.some((line) => line.indicator === indicator && line.scope.party === party))
      .map((party) => told(json, indicator, party));
    for (const one of [total, ...each]) {
      if (!one) continue;
      for (const n of [one.part, one.whole, one.whole - one.part]) if (small(n)) known.push(`${indicator} ${n}`);
    }
    const hidden = each.filter((one) => one === null).length;
    if (!total || hidden === 0) continue;
    const rest = each.reduce<typeof total>(
      (left, one) => ({ part: left.part - (one?.part ?? 0), whole: left.whole - (one?.whole ?? 0) }),
      total,
    );
    for (const n of [rest.part, rest.whole, rest.whole - rest.part])
      if (small(n) || (hidden === 1 && n > 0)) known.push(`${indicator} rest ${n} of ${hidden}`);
  }
  return known;
}

const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }));
const lettings = fc.record({ urgent: count, regular: count, other: fc.oneof(fc.constant(0), count) });

describe("the published report", () => {
  it("hides one letting of five, and the other party with it; the total stands", async () => {
    const json = await published([
      { urgent: 16, regular: 55, other: 8 },
      { urgent: 1, regular: 4, other: 0 },
    ]);
    const lines = json.results.filter(({ indicator }) => indicator === "URGENTSHARE");
    expect(
      lines.map(({ scope, exact, value, reason }) => [scope.party, scope.period, exact, value === null, reason]),
    ).toEqual([
      [null, "year", "17/84", false, null],
      [null, "quarter", "17/84", false, null],
      ["wywonen", "year", null, true, "withheld"],
      ["portaal", "year", null, true, "withheld"],
    ]);
    expect(lines[3]!.explanation).toBe(
      "Niet gepubliceerd: het gaat om minder dan 5, of dat zou hieruit te berekenen zijn.",
    );
    expect(lines[3]!.verdict).not.toBe("no-norm");
    // Not anywhere in the file.
    expect(JSON.stringify(json)).not.toMatch(/\b1 toewijzingen aan urgente/);
  });

  it("hides the same in a report about the other party, or the two reports would give it away", async () => {
    const json = await published(
      [
        { urgent: 16, regular: 55, other: 8 },
        { urgent: 1, regular: 4, other: 0 },
      ],
      { party: "wywonen" },
    );
    for (const line of json.results.filter(({ indicator }) => /URGENT|REGULAR/.test(indicator)))
      expect(line.exact).toBeNull();
  });

  it("keeps everything where no group is small", async () => {
    const json = await published([
      { urgent: 16, regular: 55, other: 8 },
      { urgent: 6, regular: 20, other: 0 },
    ]);
    expect(json.results.filter(({ reason }) => reason === "withheld")).toEqual([]);
  });

  it("can, whatever the lettings, not be computed back to a small group", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.tuple(lettings, lettings, lettings),
        async (parties, counts) => {
          expect(computedBack(await published(counts.slice(0, parties)), parties)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives no course over quarters from which a small quarter follows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(lettings, lettings), fc.tuple(lettings, lettings), async (before, now) => {
        const json = await published(now, { before });
        const people = json.results.filter(({ indicator }) =>
          ["URGENTSHARE", "REGULARSHARE", "URGENTROOM"].includes(indicator),
        );
        const hidden = people.some(({ reason }) => reason === "withheld");
        for (const { trend } of people) {
          const [earlier] = trend;
          if (hidden && earlier) expect(earlier.value).toBeNull();
        }
        const first = before.reduce((sum, one) => sum + one.urgent, 0);
        const earlier = people.find(({ indicator, scope }) => indicator === "URGENTSHARE" && scope.party === null)
          ?.trend[0];
        if (small(first) && earlier?.quarter === "2026-Q1") expect(earlier.value).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});

describe("what people wrote", () => {
  const secret = "Jansen belde dinsdag";
  it("is in no published report: not who was present, why, the proof, nor what a cell holds", async () => {
    const cells = (row: Record<string, CellValue>) => [row];
    const ret = await read(
      memoryWorkbook([
        block(
          "PA_Overleg",
          cells({ Datum: "2026-09-01", Soort: "bestuurlijk overleg", Aanwezig: `WYwonen, ${secret}` }),
        ),
        block(
          "PA_Evaluatie",
          cells({
            Artikel: "2",
            Afspraak: "x",
            Trekker: "gemeente",
            Status: "loopt",
            Toelichting: secret,
            Bewijs: secret,
          }),
        ),
        block(
          "PA_Voorraad",
          cells({
            Kwartaal: "2026-Q3",
            Verhuurder: secret,
            Segment: secret,
            Beginstand: secret,
            Eindstand: secret,
            Toelichting: secret,
          }),
        ),
      ]),
      { agreements: [oegstgeest], quarter: "2026-Q3" },
    );
    const made = await report(ret, { publication: true });
    expect(JSON.stringify(toJson(made, "nl"))).not.toContain("Jansen");
    expect(JSON.stringify(toJson(await report(ret), "nl"))).toContain("Jansen");
    const issues = validate(ret);
    expect(JSON.stringify(issues)).toContain("Jansen");
    const told = publishedIssues(issues);
    expect(JSON.stringify(told)).not.toContain("Jansen");
    expect(told.reduce((sum, { facts }) => sum + Number(facts["times"]), 0)).toBe(issues.length);
  });
});
