import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { agreement } from "@prestatieafspraken/agreements";
import { functions } from "@prestatieafspraken/functions";
import { evaluateNamed, indicator, indicators, type Agreement } from "@prestatieafspraken/indicators";
import { live, read, report } from "@prestatieafspraken/quarterly";
import { small, type Rows } from "../packages/quarterly/test/measures-workbook.js";
import { block, memoryWorkbook } from "../packages/quarterly/test/memory-workbook.js";

// What `npm run compile` does with a file in the folder of indicators: it stands in the list. Nothing else is written for it here.
vi.mock(import("../packages/indicators/src/indicators/all.generated.js"), async (original) => ({
  ...(await original()),
  ...(await import("./stranger/midrent-share.js")),
}));

const oegstgeest = agreement("oegstgeest-2025-2028")!;
const source = { title: "Oefening" };
/** An agreement that asks for 5 percent mid rent by the end of 2028. */
const asking: Agreement = {
  ...oegstgeest,
  norms: [
    ...oegstgeest.norms,
    { id: "M1", indicator: "MIDRENTSHARE", comparator: ">=", value: "0.05", strength: "hard", period: "term", source },
  ],
};
const reading = (projects: Rows = small["PA_Nieuwbouw"]!) =>
  read(memoryWorkbook(Object.entries({ ...small, PA_Nieuwbouw: projects }).map(([name, rows]) => block(name, rows))), {
    agreements: [asking],
  });

describe("a stranger adds a live indicator by writing one file", () => {
  it("of about forty lines", () => {
    const lines = readFileSync(new URL("stranger/midrent-share.ts", import.meta.url), "utf8")
      .trim()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(40);
  });

  it("and it has its place, its examples and its function in Excel in two languages", () => {
    const ids = indicators.map(({ id }) => id);
    expect(ids.slice(ids.indexOf("OUTFLOWSHARE"), ids.indexOf("HOMESTOTARGET") + 1)).toEqual([
      "OUTFLOWSHARE",
      "MIDRENTSHARE",
      "HOMESTOTARGET",
    ]);
    // One of its own, and those every share has: of nothing, missing, swapped, text.
    expect(indicator("MIDRENTSHARE")!.examples.map(({ from }) => from)).toContain("een aandeel van niets bestaat niet");
    expect(evaluateNamed("MIDRENTSHARE", { midrent: 72, homes: 360 }).exact).toBe("1/5");
    expect(() => evaluateNamed("MIDRENTSHARE", { midrent: 361, homes: 360 })).toThrow("meer dan");
    expect(functions.find(({ id }) => id === "MIDRENTSHARE")?.arguments.map(({ name }) => name)).toEqual([
      "midrent",
      "homes",
    ]);
  });

  it("counted in the workbook: 40 of 420 homes in three plans, by hand from the rows", async () => {
    const answer = live("MIDRENTSHARE", await reading());
    expect(answer.exact).toBe("2/21");
    expect(answer.verdict).toBe("on-track");
    // One column for each question, of the three projects that stand.
    expect(answer.madeOf()).toMatchObject({ complete: true, quarters: ["2026-Q3"] });
    expect(answer.madeOf().cells).toHaveLength(2);
  });

  it("without a verdict where a row it counts stands twice, and with one where a dropped project does", async () => {
    const twice = (id: string): Rows => {
      const rows = small["PA_Nieuwbouw"]!;
      return [...rows, rows.find((row) => row["Project_id"] === id)!];
    };
    expect(live("MIDRENTSHARE", await reading(twice("P3"))).verdict).toBe("unknown");
    expect(live("MIDRENTSHARE", await reading(twice("P4"))).verdict).toBe("on-track");
  });

  it("and its line stands in the report, judged", async () => {
    const line = (await report(await reading())).results.find((one) => one.indicator === "MIDRENTSHARE");
    expect(line).toMatchObject({ exact: "2/21", verdict: "on-track", norm: { value: 0.05 } });
  });
});
