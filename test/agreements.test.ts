// Agreements of other municipalities, in their own words: a filled return of each, with expected values counted by hand
// in the workbook.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read, report, type Report } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";

const reportOf = async (name: string): Promise<Report> => {
  const bytes = new Uint8Array(readFileSync(new URL(`cases/agreements/${name}.xlsx`, import.meta.url)));
  return report(await read(openXlsx(bytes), { agreements }));
};
const line = (made: Report, indicator: string, party: string | null = null) =>
  made.results.find(
    (one) => one.indicator === indicator && one.scope.party === party && one.scope.period !== "quarter",
  );

describe("Amsterdam 2024-2027", () => {
  it("counts over the term up to the reporting quarter, and judges caps by the part of the term that has passed", async () => {
    const made = await reportOf("amsterdam-filled");
    expect(line(made, "NIEUWSOCIAAL")).toMatchObject({ value: 7590, verdict: "on-track", provisional: true });
    expect(line(made, "VERKOCHT")).toMatchObject({ value: 2475, verdict: "attention" });
    expect(line(made, "VERKOCHT")!.explanations.nl).toContain("72% gebruikt na 69% van de tijd");
    expect(line(made, "STOCKCHANGE")).toMatchObject({ value: 2145, verdict: "attention" });
    // Homes were not supplied one by one, so the figure is unknown, not missed.
    expect(line(made, "EFGAANGEPAKT")?.verdict).toBe("unknown");
  });
});

describe("Haarlemmermeer 2024-2027", () => {
  it("counts homes delivered since the agreement began, and judges one corporation's norm on its own line", async () => {
    const made = await reportOf("haarlemmermeer-filled");
    expect(line(made, "SOCIAALOPGELEVERD")).toMatchObject({ value: 300, verdict: "attention" });
    expect(line(made, "LABELSHARE", "ymere")?.verdict).toBe("attention");
    expect(made.commitments.find(({ article }) => article === "D1")).toMatchObject({ verdict: "attention" });
  });

  it("omits indicators that the agreement does not mention", async () => {
    const made = await reportOf("haarlemmermeer-filled");
    const shown = made.results.filter(({ value }) => value === null).map(({ indicator }) => indicator);
    // Rochdale sent no labels, while the agreement has a norm about labels.
    expect(new Set(shown)).toEqual(new Set(["LABELSHARE"]));
  });
});
