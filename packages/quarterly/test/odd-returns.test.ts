import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { live, read, report, validate } from "../src/index.js";
import { block, memoryWorkbook } from "./memory-workbook.js";
import { changed, choosing, labelRow, letting, returnOf, small, type Blocks, type Rows } from "./small-return.js";

// Unusual returns, and reports that claim no more than their rows support. Expected values are counted by hand from the rows.

const article = async (blocks: Blocks, wanted: string) =>
  (await report(await returnOf(blocks))).commitments.find((one) => one.article === wanted)!;

describe("a promised number of homes", () => {
  it("is not judged while a project it counts stands there twice", async () => {
    const projects = small["PA_Nieuwbouw"]!;
    const twice = (id: string): Blocks =>
      changed({ PA_Nieuwbouw: [...projects, projects.find((row) => row["Project_id"] === id)!] as Rows });
    expect((await article(small, "TD-BES-3")).verdict).toBe("attention");
    const doubted = await article(twice("P3"), "TD-BES-3");
    expect(doubted.verdict).toBe("unknown");
    expect(doubted.statement.nl).toContain("PA-110");
    // A dropped project is not counted, so duplicating it changes nothing.
    expect((await article(twice("P4"), "TD-BES-3")).verdict).toBe("attention");
  });
});

describe("a project whose total is not the sum of its segments", () => {
  it("leaves no figure judged that counts one of its segments, because that may be the wrong one", async () => {
    const off = small["PA_Nieuwbouw"]!.map((row) => (row["Project_id"] === "P1" ? { ...row, Totaal: 101 } : row));
    const ret = await returnOf(changed({ PA_Nieuwbouw: off as Rows }));
    for (const id of ["NEWBUILDSHARE", "OUTFLOWSHARE"] as const) {
      const { verdict, explanation } = live(id, ret);
      expect([id, verdict, explanation.includes("PA-201")]).toEqual([id, "unknown", true]);
    }
    expect((await article(changed({ PA_Nieuwbouw: off as Rows }), "TD-BES-3")).verdict).toBe("unknown");
  });
});

describe("student units of a project whose phase is not known", () => {
  it("may be lacking: nobody can say that each plan meets article 5", async () => {
    const plan = (name: string, Fase: string) => ({
      ...{ Kwartaal: "2026-Q3", Project_id: name, Projectnaam: name, Ontwikkelaar: "Campus BV" },
      ...{ Partijtype: "commercieel", Fase, Studenteneenheden: 1, Totaal: 1, "Sociale huur": 0 },
      ...{ "Oplevering werkelijk": Fase === "opgeleverd" ? "2026-01-01" : null },
    });
    const unit = { Complex: "Hof", Verhuurder: "Campus BV", Partijtype: "commercieel", Eenheid_id: "1" };
    const with_ = async (...plans: Rows) =>
      live(
        "STUDENTSHARE",
        await returnOf(
          changed({
            PA_Nieuwbouw: plans,
            PA_Studenten: [{ ...unit, "Kale huur": 400, Huurpeildatum: "2026-01-01" }],
          }),
        ),
      ).verdict;
    expect(await with_(plan("Hof", "opgeleverd"))).toBe("met");
    expect(await with_(plan("Hof", "opgeleverd"), plan("Toren", "in aanbouw"))).toBe("met");
    expect(await with_(plan("Hof", "opgeleverd"), plan("Toren", "n.b."))).toBe("unknown");
  });
});

describe("rows of an unknown class", () => {
  it("leave a verdict only the words that hold for every class they may have", async () => {
    // No E, F or G, and ten homes without a label: 0 to 10 of 1,000, where 20% in 2026-Q1 leads to 18% now.
    const stand = (Kwartaal: string, homes: Readonly<Record<string, number>>) =>
      Object.entries(homes).map(([label, count]) => labelRow(Kwartaal, "WYwonen", "sociaal", label, count));
    const labels = [...stand("2026-Q1", { A: 800, E: 200 }), ...stand("2026-Q3", { A: 990, onbekend: 10 })];
    const answer = live("LABELSHARE", await returnOf(changed({ PA_Voorraad: null, PA_Labels: labels })), {
      party: "WYwonen",
    });
    expect(answer.verdict).toBe("on-track");
    expect(answer.explanation).not.toContain("nu al bereikt");
    expect(answer.explanation).toContain("0,0% tot 1,0%");
  });

  it("of one party leave the total without a verdict where that party may be outside the norm by itself", async () => {
    // WYwonen: 52 regular of 70, or 59 if the seven 'bijzonder' were regular. Portaal: 40 of 40. Together always above 75%.
    const lettings = [
      ...[20, 18, 14].map((homes, at) => letting(`2026-Q${at + 1}`, "WYwonen", "regulier", homes)),
      letting("2026-Q1", "WYwonen", "urgent", 11),
      letting("2026-Q3", "WYwonen", "bijzonder", 7),
      ...[20, 10, 10].map((homes, at) => letting(`2026-Q${at + 1}`, "Portaal", "regulier", homes)),
    ];
    const ret = await returnOf(changed({ PA_Toewijzingen: lettings }));
    expect(["WYwonen", "Portaal"].map((party) => live("REGULARSHARE", ret, { party }).verdict)).toEqual([
      "unknown",
      "on-track",
    ]);
    const all = live("REGULARSHARE", ret);
    expect(all.verdict).toBe("unknown");
    expect(all.explanation).toContain("WYwonen apart");
  });
});

describe("a setting that cannot be read", () => {
  it("leaves no verdict on the figures it decides about, and all on the others", async () => {
    const verdicts = async (setting: string, value: string) => {
      const ret = await returnOf({ ...small, ...choosing(setting, value) });
      return (["NEWBUILDSHARE", "REGULARSHARE"] as const).map((id) => live(id, ret).verdict);
    };
    const [plans, lettings] = await verdicts("Studenten tellen", "geen");
    expect([plans, lettings]).not.toContain("unknown");
    expect(await verdicts("Studenten tellen", "soms")).toEqual(["unknown", lettings]);
    expect(await verdicts("Flex telt", "soms")).toEqual(["unknown", lettings]);
    expect(await verdicts("Einddatum nieuwbouw", "eind 2028")).toEqual(["unknown", lettings]);
    expect(await verdicts("Periode toewijzing", "maand")).toEqual([plans, "unknown"]);
  });
});

describe("a norm changed in PA_Normen", () => {
  it("leaves no verdict while it cannot be read, or stands there twice: nobody knows which norm holds", async () => {
    const row = { Norm: "TD-BES-2", Vergelijking: "≥", Waarde: "10%", Bron: "Raadsbesluit 12", Reden: "proef" };
    const verdicts = async (...rows: Rows) => {
      const ret = await returnOf({ ...small, PA_Normen: rows });
      return (["NEWBUILDSHARE", "OUTFLOWSHARE"] as const).map((id) => live(id, ret).verdict);
    };
    const [, other] = await verdicts(row);
    expect(other).not.toBe("unknown");
    for (const wrong of [{ Waarde: "streng" }, { Waarde: 10 }, { Waarde: null }, { Vanaf: "binnenkort" }])
      expect([wrong, await verdicts({ Vanaf: null, ...row, ...wrong })]).toEqual([wrong, ["unknown", other]]);
    expect(await verdicts(row, { ...row, Waarde: "50%" })).toEqual(["unknown", other]);
    expect(await verdicts({ ...row, Norm: "PA.NEWBUILDSHARE", Waarde: "streng" })).toEqual(["unknown", other]);
  });

  it("is the number of who decided on it, and no longer of the agreement", async () => {
    const norms = [{ Norm: "TD-BES-2", Vergelijking: "≥", Waarde: "10%", Bron: "Raadsbesluit 12", Reden: "proef" }];
    const { explanation } = live("NEWBUILDSHARE", await returnOf({ ...small, PA_Normen: norms }));
    expect(explanation).toContain("norm ≥ 10% (Raadsbesluit 12)");
  });
});

describe("a stock list of a corporation's own, of which nobody named the columns", () => {
  const errors = async (nieuw: number, end: number) => {
    const row = { Corporatie: "WYwonen", Kwartaal: "2026-Q3", Begin: 1600, Nieuw: nieuw, Verkocht: 2, Eind: end };
    const ret = await read(memoryWorkbook([block("Bezit", [row])]), { agreements });
    return validate(ret, { quarter: "2026-Q3" })
      .filter(({ severity }) => severity === "error")
      .map(({ rule }) => rule);
  };
  it("is not called wrong for a difference that stands in one of them, and is for any other", async () => {
    // 1,600 + 18 - 2 = 1,616.
    expect(await errors(18, 1616)).not.toContain("PA-401");
    expect(await errors(18, 1617)).toContain("PA-401");
  });
});
