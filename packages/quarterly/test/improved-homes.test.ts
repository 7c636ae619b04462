import { describe, expect, it } from "vitest";
import { report } from "../src/index.js";
import { changed, returnOf, small, type Rows } from "./small-return.js";

// Article 19c: WYwonen improves about 50 homes a year. Counted from the homes, by hand from the rows below.

const home = (at: number, more: Record<string, string | null> = {}, landlord = "WYwonen") => ({
  BAG_vbo_id: `0579010000${String(at).padStart(6, "0")}`,
  Verhuurder: landlord,
  Segment: "sociaal",
  Label: "B",
  Opnamedatum: "2026-05-01",
  "Vorig label": "E",
  "Reden labelwijziging": "maatregel",
  ...more,
});
const homes = (count: number, more: Record<string, string | null> = {}, landlord?: string) =>
  Array.from({ length: count }, (_, at) => home(at + (landlord ? 5000 : 0), more, landlord));

async function improved(rows: Rows) {
  const made = await report(await returnOf(changed({ PA_Woningen: rows })));
  const line = made.results.find(({ indicator }) => indicator === "LABELSVERBETERD")!;
  return { line, article: made.commitments.find(({ article }) => article === "19c")! };
}

describe("homes improved in the year (art. 19c)", () => {
  it("counts homes of WYwonen improved by a measure this year, and no others", async () => {
    const { line, article } = await improved([
      ...homes(40),
      home(100, { "Reden labelwijziging": "hermeting" }),
      home(101, { Opnamedatum: "2025-11-01" }),
      ...homes(30, {}, "Portaal"),
    ]);
    // 40 of about 50 on 30 September, where an even path is at 37.
    expect(line).toMatchObject({ exact: "40/1", verdict: "on-track", provisional: true });
    expect(article.verdict).toBe("on-track");
  });

  it("asks for attention when fewer were improved than the year so far asks", async () => {
    expect((await improved(homes(20))).article.verdict).toBe("attention");
  });

  it("is a range while the day of some is not known", async () => {
    const undated = (count: number) => Array.from({ length: count }, (_, at) => home(900 + at, { Opnamedatum: null }));
    // 20 to 50, where 38 are due by now: either could be.
    const { line, article } = await improved([...homes(20), ...undated(30)]);
    expect([line.exact, line.verdict, article.verdict]).toEqual(["20/1", "unknown", "unknown"]);
    expect(line.explanation).toContain("20 tot 50: van 30 rijen is Opnamedatum niet bekend");
    expect((await improved([...homes(40), ...undated(30)])).line.verdict).toBe("on-track");
    expect((await improved([...homes(20), ...undated(5)])).line.verdict).toBe("attention");
  });

  it("cannot be said from counts per label, nor from homes of which nobody says why a label changed", async () => {
    const { commitments } = await report(await returnOf(small));
    expect(commitments.find(({ article }) => article === "19c")!.verdict).toBe("unknown");
    const column = "Reden labelwijziging";
    const without = homes(20).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([header]) => header !== column)),
    );
    const { line, article } = await improved(without);
    expect([line.exact, article.verdict]).toEqual([null, "unknown"]);
    expect(article.statement.nl).toContain(column);
  });
});
