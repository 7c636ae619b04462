import { describe, expect, it } from "vitest";
import type { OwnIndicator, OwnInput } from "@prestatieafspraken/indicators";
import { ownInputs } from "../src/report/own-inputs.js";
import { changed, returnOf, small, type Rows } from "./small-return.js";

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

  it("is a range while a condition cannot be read; an empty cell means that it does not apply", async () => {
    // Plan P1 has 100 homes and was delivered in 2026.
    const rangeWith = async (more: Rows[number], where: OwnInput["where"]) => {
      const rows = small["PA_Nieuwbouw"]!.map((row) => (row["Project_id"] === "P1" ? { ...row, ...more } : row));
      const input: OwnInput = { table: "PA_Nieuwbouw", column: "Totaal", aggregate: "sum", where: where! };
      const ret = await returnOf(changed({ PA_Nieuwbouw: rows }));
      const calculate = ({ n }: Parameters<NonNullable<Parameters<typeof ownInputs>[3]>>[0]) => n!;
      const { inputs, open } = ownInputs(ret, own(input), { quarter: "2026-Q3", party: null }, calculate);
      const { low, high, because } = open.range ?? {};
      return [inputs["n"]!.value?.toFraction(), low?.toFraction(), high?.toFraction(), because?.nl];
    };
    const since = { "Oplevering werkelijk": { from: "agreement" } } as const;
    const because = "van 1 rij is Oplevering werkelijk niet bekend";
    for (const day of ["medio 2026", "onbekend"])
      expect(await rangeWith({ "Oplevering werkelijk": day }, since)).toEqual(["0", "0", "100", because]);
    expect((await rangeWith({ "Oplevering werkelijk": null }, since))[0]).toBe("0");
    expect((await rangeWith({ "Oplevering werkelijk": null }, since))[1]).toBeUndefined();
    // A column of the municipality's own, here the district.
    const north = { Wijk: "Noord" };
    expect((await rangeWith({ Wijk: "noord" }, north)).slice(0, 2)).toEqual(["100", undefined]);
    for (const none of ["", "n.v.t.", "-", "Zuid"])
      expect((await rangeWith({ Wijk: none }, north)).slice(0, 2)).toEqual(["0", undefined]);
    expect(await rangeWith({ Wijk: "n.n.b." }, north)).toEqual(["0", "0", "100", "van 1 rij is Wijk niet bekend"]);
  });

  it("asks for the class of a row before it takes an average: such a figure has no range", async () => {
    const units = small["PA_Studenten"]!.map((row, at) => (at === 0 ? { ...row, Partijtype: "onbekend" } : row));
    const rent = { table: "PA_Studenten", column: "Kale huur", aggregate: "average" } as const;
    const input = own({ ...rent, where: { Partijtype: "commercieel" } });
    const { inputs } = ownInputs(await returnOf(changed({ PA_Studenten: units })), input, {
      quarter: "2026-Q3",
      party: null,
    });
    expect([inputs["n"]!.value, inputs["n"]!.because!.nl]).toEqual([
      null,
      expect.stringMatching(/^In Studenten!C2 \(Partijtype\) staat 'onbekend'/),
    ]);
  });
});
