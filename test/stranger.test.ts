import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { agreement } from "@prestatieafspraken/agreements";
import { functions } from "@prestatieafspraken/functions";
import { evaluateNamed, indicator, indicators, type Agreement } from "@prestatieafspraken/indicators";
import { live, read, report } from "@prestatieafspraken/quarterly";
import { small, type Rows } from "../packages/quarterly/test/small-return.js";
import { block, memoryWorkbook } from "../packages/quarterly/test/memory-workbook.js";

// Does what `npm run compile` does for a new file in the folder of indicators: adds it to the list. Nothing else is
// needed.
vi.mock(import("../packages/indicators/src/indicators/all.generated.js"), async (original) => ({
  ...(await original()),
  ...(await import("./stranger/midrent-share.js")),
}));

const oegstgeest = agreement("oegstgeest-2025-2028")!;
const source = { title: "Oefening" };
/** An agreement that asks for 5 percent mid-market rent by the end of 2028. */
const asking: Agreement = {
  ...oegstgeest,
  norms: [
    ...oegstgeest.norms,
    { id: "M1", indicator: "MIDRENTSHARE", comparator: ">=", value: "0.05", strength: "hard", period: "term", source },
  ],
};
const returnOf = (projects: Rows = small["PA_Nieuwbouw"]!) =>
  read(memoryWorkbook(Object.entries({ ...small, PA_Nieuwbouw: projects }).map(([name, rows]) => block(name, rows))), {
    agreements: [asking],
  });

describe("a new contributor adds a live indicator by writing one file", () => {
  it("of about forty lines", () => {
    const lines = readFileSync(new URL("stranger/midrent-share.ts", import.meta.url), "utf8")
      .trim()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(40);
  });

  it("it has its place, its examples and its Excel function in two languages", () => {
    const ids = indicators.map(({ id }) => id);
    expect(ids.slice(ids.indexOf("OUTFLOWSHARE"), ids.indexOf("HOMESTOTARGET") + 1)).toEqual([
      "OUTFLOWSHARE",
      "MIDRENTSHARE",
      "HOMESTOTARGET",
    ]);
    // Its own examples, and those of every share: of nothing, missing, swapped, text.
    expect(indicator("MIDRENTSHARE")!.examples.map(({ from }) => from)).toContain("een aandeel van niets bestaat niet");
    expect(evaluateNamed("MIDRENTSHARE", { midrent: 72, homes: 360 }).exact).toBe("1/5");
    expect(() => evaluateNamed("MIDRENTSHARE", { midrent: 361, homes: 360 })).toThrow("meer dan");
    expect(functions.find(({ id }) => id === "MIDRENTSHARE")?.arguments.map(({ name }) => name)).toEqual([
      "midrent",
      "homes",
    ]);
  });

  it("counted from the workbook: 40 of 420 homes in three plans, by hand from the rows", async () => {
    const answer = live("MIDRENTSHARE", await returnOf());
    expect(answer.exact).toBe("2/21");
    expect(answer.verdict).toBe("on-track");
    // One column for each question, of the three projects that count.
    expect(answer.madeOf()).toMatchObject({ complete: true, quarters: ["2026-Q3"] });
    expect(answer.madeOf().cells).toHaveLength(2);
  });

  it("has no verdict if a counted row occurs twice, and has one if a dropped project does", async () => {
    const twice = (id: string): Rows => {
      const rows = small["PA_Nieuwbouw"]!;
      return [...rows, rows.find((row) => row["Project_id"] === id)!];
    };
    expect(live("MIDRENTSHARE", await returnOf(twice("P3"))).verdict).toBe("unknown");
    expect(live("MIDRENTSHARE", await returnOf(twice("P4"))).verdict).toBe("on-track");
  });

  it("its line is in the report, with a verdict", async () => {
    const line = (await report(await returnOf())).results.find((one) => one.indicator === "MIDRENTSHARE");
    expect(line).toMatchObject({ exact: "2/21", verdict: "on-track", norm: { value: 0.05 } });
  });
});
