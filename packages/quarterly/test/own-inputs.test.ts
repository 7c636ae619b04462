import { describe, expect, it } from "vitest";
import type { OwnIndicator, OwnInput } from "@prestatieafspraken/indicators";
import { ownInputs } from "../src/report/own-inputs.js";
import { returnOf, small } from "./small-return.js";

const words = { nl: "eigen", en: "own" };
const own = (n: OwnInput): OwnIndicator => ({
  id: "EIGEN",
  title: words,
  meaning: words,
  unit: "number",
  inputs: { n },
  expression: "n",
  source: { title: "met de hand" },
});
const counted = async (input: OwnInput, party: string | null = null, quarter = "2026-Q3") => {
  const { inputs, open } = ownInputs(await returnOf(small), own(input), { quarter, party });
  return { value: inputs["n"]!.value?.toFraction() ?? null, because: inputs["n"]!.because?.nl, open };
};
const urgent: OwnInput = {
  table: "PA_Toewijzingen",
  column: "Aantal",
  aggregate: "sum",
  where: { Categorie: ["urgent", "statushouder", "contingent"] },
};

// All figures counted by hand from the rows of the small return.
describe("a municipality's own count", () => {
  it("takes the quarter, the year to date, or the quarters listed, and never one after the quarter asked", async () => {
    expect((await counted(urgent, "wywonen")).value).toBe("5");
    expect((await counted({ ...urgent, window: "year" }, "wywonen")).value).toBe("15");
    expect((await counted({ ...urgent, window: "year" }, "wywonen", "2026-Q2")).value).toBe("10");
    const listed = { ...urgent, where: { ...urgent.where, Kwartaal: ["2026-Q1", "2026-Q2", "2026-Q3"] } };
    expect((await counted(listed, "wywonen", "2026-Q2")).value).toBe("10");
  });

  it("tests dates, names and rent limits, and averages", async () => {
    const homes: OwnInput = { table: "PA_Nieuwbouw", column: "Totaal", aggregate: "sum" };
    // P1 was delivered in 2026, P5 before the agreement began.
    expect((await counted({ ...homes, where: { "Oplevering werkelijk": { from: "agreement" } } })).value).toBe("100");
    expect((await counted({ ...homes, where: { Fase: { not: "vervallen" } } })).value).toBe("430");
    const units: OwnInput = { table: "PA_Studenten", aggregate: "count" };
    const under = { "Kale huur": { under: "kwaliteitskorting", yearOf: "Huurpeildatum" } };
    // 498.19, 450 and 477.19 of Campus BV, and 400 of DUWO.
    expect((await counted({ ...units, where: under })).value).toBe("4");
    const rent = { table: "PA_Studenten", column: "Kale huur", where: { Verhuurder: "DUWO" } } as const;
    expect((await counted({ ...rent, aggregate: "average" })).value).toBe("455");
    expect((await counted({ ...rent, aggregate: "max" })).value).toBe("510");
  });

  it("knows who is silent, and says which table has no rows", async () => {
    const term = await counted({ ...urgent, window: "term" }, "wywonen");
    expect(term.open.missing).toEqual(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]);
    expect((await counted({ table: "PA_Nieuwbouw", aggregate: "count" }, null, "2026-Q4")).because).toContain(
      "Nieuwbouw heeft geen rijen voor het vierde kwartaal 2026",
    );
  });
});
