// Rows whose class is not known (category, label, segment, phase): a range, and no verdict if it crosses a limit.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { Fraction } from "@prestatieafspraken/indicators";
import { count, live, read, report, type LiveId } from "../src/index.js";
import { block, memoryWorkbook } from "./memory-workbook.js";
import { choosing, labelRow, returnOf, small, stock, type Blocks, type Rows } from "./small-return.js";

const quarter = "2026-Q3";

async function judged(id: LiveId, blocks: Blocks, party: string | null = null) {
  const ret = await returnOf(blocks);
  const result = live(id, ret, { quarter, party });
  const found = count(id, ret, { quarter, party });
  const range = found.state === "counted" ? found.open.range : null;
  return {
    ...result,
    range: range && [range.low.toFraction(), range.high.toFraction()],
    said: [result.explanation, ...result.notes.map((note) => note.nl)].join("\n"),
  };
}

describe("a segment that is not known", () => {
  const since = choosing("Nulpunt sociale voorraad", "2026-01-01");
  const with_ = (...more: Rows): Blocks => ({ ...since, PA_Voorraad: [...small["PA_Voorraad"]!, ...more] });
  const unknown = (party: string, built: number, sold: number) =>
    stock(quarter, party, "onbekend", 100, 100 + built - sold, { Nieuwbouw: built, Verkoop: sold });

  it("makes the change of the stock a range, row by row: 34 - 5 to 34 + 3", async () => {
    // WYwonen: 40 built, 3 sold, 2 liberalised, correction -1 = +34. Portaal and DUWO: 0.
    const certain = await judged("STOCKCHANGE", with_());
    expect([certain.value, certain.verdict, certain.range]).toEqual([34, "met", null]);
    const found = await judged("STOCKCHANGE", with_(unknown("Portaal", 3, 0), unknown("DUWO", 0, 5)));
    expect([found.value, found.verdict, found.range]).toEqual([34, "met", ["29", "37"]]);
    expect(found.said).toContain("29 tot 37: van 2 rijen is Segment niet bekend");
    expect(found.said).toContain("Van 2 rijen is Segment niet bekend; die tellen niet mee.");
  });

  it("gives no verdict where the range crosses the baseline: 34 - 40 is below 0", async () => {
    const found = await judged("STOCKCHANGE", with_(unknown("Portaal", 3, 0), unknown("DUWO", 0, 40)));
    expect([found.verdict, found.range]).toEqual(["unknown", ["-6", "37"]]);
    expect(found.said).toContain("-6 tot 37: van 2 rijen is Segment niet bekend");
  });

  it("makes the share of labels a range, also beside a label that is not known", async () => {
    const rows = [
      labelRow(quarter, "WYwonen", "sociaal", "A", 60),
      labelRow(quarter, "WYwonen", "sociaal", "E", 20),
      // Social or mid rent: 25 of 105; otherwise 20 of 80.
      labelRow(quarter, "WYwonen", "onbekend", "E", 5),
      labelRow(quarter, "WYwonen", "onbekend", "A", 20),
      // A to D: 0 of 10; E, F or G: 10 of 10.
      labelRow(quarter, "WYwonen", "sociaal", "onbekend", 10),
    ];
    const found = await judged("LABELSHARE", { ...small, PA_Voorraad: [], PA_Labels: rows }, "wywonen");
    // Lowest: the 20 with A count, the 5 with E do not, the 10 are A: 20 of 110. Highest: the 5 count, the 20 do not: 35 of 95.
    expect([found.exact, found.range]).toEqual(["1/4", ["2/11", "7/19"]]);
    expect(found.said).toContain("Van 10 woningen is het label niet bekend");
    expect(found.said).toContain("Van 2 rijen is Segment niet bekend; die tellen niet mee.");
  });
});

it("a class that is an error leaves the figure without a verdict, and says where", async () => {
  const rows = small["PA_Labels"]!.map((row, at) => (at === 8 ? { ...row, Segment: "zoiets" } : row));
  const found = await judged("LABELSHARE", { ...small, PA_Labels: rows });
  expect(found.verdict).toBe("unknown");
  expect(found.said).toMatch(/los eerst de fout op in Labels!C10/);
  expect(found.said).toContain("Van 1 rij is Segment niet bekend; die telt niet mee.");
});

describe("a phase that is not known", () => {
  const plan = (id: string, Fase: string, social: number, sale: number) => ({
    ...small["PA_Nieuwbouw"]![2]!,
    ...{ Project_id: id, Fase, "Sociale huur": social, "Middeldure huur": 0, Koop: sale, Totaal: social + sale },
  });
  const plans = (...rows: Rows): Blocks => ({ ...small, PA_Nieuwbouw: rows });
  const standing = plan("A", "ontwerp", 40, 60);

  it("makes a share of new build a range, plan by plan", async () => {
    const found = await judged("NEWBUILDSHARE", plans(standing, plan("B", "n.b.", 40, 10), plan("C", "n.b.", 0, 50)));
    // Without B and C 40 of 100; only C counts: 40 of 150; only B: 80 of 150.
    expect([found.exact, found.range]).toEqual(["2/5", ["4/15", "8/15"]]);
    expect(found.verdict).toBe("unknown");
    expect(found.said).toContain("Van 2 rijen is Fase niet bekend; die tellen niet mee.");
  });

  it("is asked for first where nobody can say whether a project was delivered", async () => {
    const found = await judged("REMAININGNEED", plans(standing, plan("B", "n.b.", 5, 5)));
    expect([found.value, found.said]).toEqual([
      null,
      expect.stringMatching(/^In Nieuwbouw!F3 \(Fase\) staat 'n\.b\.'/),
    ]);
  });

  it("leaves a verdict that holds for the whole range", async () => {
    const found = await judged("NEWBUILDSHARE", plans(standing, plan("B", "n.b.", 5, 5)));
    expect([found.exact, found.range, found.verdict]).toEqual(["2/5", ["2/5", "9/22"], "on-track"]);
  });
});

describe("a promised number of new social homes", () => {
  const line = async (needed: number) => {
    const [project] = small["PA_Nieuwbouw"]!.slice(2);
    const rows = [project!, { ...project!, Project_id: "B", Projectnaam: "B", Fase: "n.b." }];
    const ret = await returnOf({ ...small, PA_Nieuwbouw: rows });
    const norms = ret.agreement.norms.map((norm) =>
      norm.indicator === "SOCIALTARGET" ? { ...norm, value: String(needed) } : norm,
    );
    const made = await report({ ...ret, agreement: { ...ret.agreement, norms } });
    const { verdict, statement } = made.commitments.find(({ statement: said }) =>
      / in alle projecten samen/.test(said.nl),
    )!;
    return [verdict, statement.nl.includes("Van 1 project met 50 sociale huurwoningen is Fase niet bekend")];
  };

  it("has no verdict if plans of unknown phase could reach it: 50 planned, 50 more in a project of which the phase is not known", async () => {
    expect(await line(50)).toEqual(["on-track", true]);
    expect(await line(51)).toEqual(["unknown", true]);
    expect(await line(100)).toEqual(["unknown", true]);
    expect(await line(101)).toEqual(["attention", true]);
  });
});

describe("what was delivered by the last day of the term", () => {
  /** 100 homes delivered, 40 of them social; norm: at least 30% of what was delivered. */
  const atTheEnd = async (...more: readonly (readonly [phase: string, social: number, homes: number])[]) => {
    const rows = [["opgeleverd", 40, 100] as const, ...more].map(([Fase, social, Totaal], at) => ({
      ...{ Kwartaal: "2028-Q4", Project_id: `P${at}`, Projectnaam: `Plan ${at}`, Ontwikkelaar: "WYwonen" },
      ...{
        Partijtype: "corporatie",
        Fase,
        "Sociale huur": social,
        Koop: Totaal - social,
        Studenteneenheden: 0,
        Totaal,
      },
      ...{ "Waarvan uitstroom": social, "Oplevering werkelijk": Fase === "opgeleverd" ? "2027-05-01" : null },
    }));
    const ret = await returnOf({ ...small, PA_Nieuwbouw: rows });
    const { verdict, explanation } = live("NEWBUILDSHARE", ret, { quarter: "2028-Q4", day: "2028-12-31" });
    return [verdict, explanation] as const;
  };

  it("leaves out plans, and may or may not hold a project of which the phase is not known", async () => {
    expect(await atTheEnd()).toEqual([
      "met",
      expect.stringContaining("alleen wat is opgeleverd telt; opgeleverd 40 van 100 (40,0%)"),
    ]);
    expect((await atTheEnd(["in aanbouw", 0, 900]))[0]).toBe("met");
    // 40 of 140 if it was delivered: 28.6%.
    expect(await atTheEnd(["n.b.", 0, 40])).toEqual([
      "unknown",
      expect.stringContaining("28,6% tot 40,0%: van 1 rij is Fase niet bekend"),
    ]);
    // 40 of 130: 30.8%.
    expect((await atTheEnd(["n.b.", 0, 30]))[0]).toBe("met");
  });
});

describe("an indicator of a municipality's own", () => {
  /** Voorbeeldstad: at least 20% of the homes in timber, in plans that were not dropped. */
  const timber = async (...plans: readonly (readonly [phase: string, timber: number, homes: number])[]) => {
    const rows = plans.map(([Fase, Houtbouw, homes], at) => ({
      ...{
        Kwartaal: quarter,
        Project_id: `P${at}`,
        Projectnaam: "Plan",
        Ontwikkelaar: "Woonhuis",
        Partijtype: "corporatie",
      },
      ...{ Fase, "Sociale huur": homes, "Middeldure huur": 0, Totaal: homes, Houtbouw },
    }));
    const settings = [
      { Instelling: "Afspraak", Waarde: "voorbeeldstad-2026-2029" },
      { Instelling: "Verslagkwartaal", Waarde: quarter },
    ];
    const workbook = memoryWorkbook([block("PA_Instellingen", settings), block("PA_Nieuwbouw", rows)]);
    const { results } = await report(await read(workbook, { agreements }));
    return results.find(({ indicator }) => indicator === "HOUTBOUWSHARE")!;
  };

  it("counts a row of unknown class as neither yes nor no", async () => {
    expect(await timber(["ontwerp", 20, 100])).toMatchObject({ exact: "1/5", verdict: "on-track" });
    // 20 of 150 if the second plan counts.
    const line = await timber(["ontwerp", 20, 100], ["n.b.", 0, 50]);
    expect([line.exact, line.verdict]).toEqual(["1/5", "unknown"]);
    expect(line.explanation).toContain("13,3% tot 20,0%: van 1 rij is Fase niet bekend");
    expect(line.notes.map(({ nl }) => nl)).toEqual(["Van 1 rij is Fase niet bekend"]);
    // 20 of 100 or 30 of 110: both are enough.
    expect((await timber(["ontwerp", 20, 100], ["onbekend", 10, 10])).verdict).toBe("on-track");
    expect((await timber(["ontwerp", 20, 100], ["vervallen", 0, 50])).exact).toBe("1/5");
  });
});

describe("a range", () => {
  const class_ = fc.constantFrom("sociaal", "midden", "vrij", "onbekend");
  const row = fc.record({
    Segment: class_,
    Label: fc.constantFrom("A", "C", "E", "onbekend"),
    Aantal: fc.integer({ min: 0, max: 9 }),
  });

  it("is from the lowest to the highest figure of all ways to fill in what is not known", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 6 }), async (rows) => {
        // Rows with the same key would be errors; the opening row makes a share possible.
        const distinct = [...new Map(rows.map((one) => [`${one.Segment}${one.Label}`, one])).values()].slice(0, 4);
        const all = [{ Segment: "sociaal", Label: "B", Aantal: 10 }, ...distinct];
        const labels = (of: typeof all): Blocks => ({
          ...small,
          PA_Voorraad: [],
          PA_Labels: of.map((one) => labelRow(quarter, "WYwonen", one.Segment, one.Label, one.Aantal)),
        });
        const worlds = all.reduce<(typeof all)[]>(
          (before, one) =>
            before.flatMap((chosen) =>
              (one.Segment === "onbekend" ? ["sociaal", "vrij"] : [one.Segment]).flatMap((Segment) =>
                (one.Label === "onbekend" ? ["A", "E"] : [one.Label]).map((Label) => [
                  ...chosen,
                  { ...one, Segment, Label },
                ]),
              ),
            ),
          [[]],
        );
        const shares = worlds.map((of) => {
          const inside = of.filter(({ Segment }) => Segment === "sociaal" || Segment === "midden");
          const sum = (some: typeof of) => some.reduce((total, { Aantal }) => total + Aantal, 0);
          return new Fraction(sum(inside.filter(({ Label }) => Label === "E")), sum(inside));
        });
        const [first, ...rest] = shares;
        const low = rest.reduce((least, one) => (one.lt(least) ? one : least), first!);
        const high = rest.reduce((most, one) => (one.gt(most) ? one : most), first!);
        const found = await judged("LABELSHARE", labels(all), "wywonen");
        expect(found.range).toEqual(low.equals(high) ? null : [low.toFraction(), high.toFraction()]);
      }),
      { numRuns: 60, seed: 20261126 },
    );
  });

  it("of a change of the stock, and of a share of plans, is that of the best and the worst choice of rows", async () => {
    const counts = fc.record({ built: fc.integer({ min: 0, max: 9 }), sold: fc.integer({ min: 0, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(counts, { minLength: 1, maxLength: 3 }), async (rows) => {
        // Every way to count some of the rows and not the others.
        const choices = rows.reduce<(typeof rows)[]>(
          (all, one) => [...all, ...all.map((some) => [...some, one])],
          [[]],
        );
        const sum = (some: typeof rows, of: "built" | "sold") => some.reduce((total, one) => total + one[of], 0);

        const changes = choices.map((some) => 34 + sum(some, "built") - sum(some, "sold"));
        const parties = ["Portaal", "DUWO", "WYwonen"];
        const stocks = rows.map(({ built, sold }, at) =>
          stock(quarter, parties[at]!, "onbekend", 50, 50 + built - sold, { Nieuwbouw: built, Verkoop: sold }),
        );
        const [least, most] = [Math.min(...changes), Math.max(...changes)];
        const moved = await judged("STOCKCHANGE", {
          ...choosing("Nulpunt sociale voorraad", "2026-01-01"),
          PA_Voorraad: [...small["PA_Voorraad"]!, ...stocks],
        });
        expect(moved.range).toEqual(least === most ? null : [String(least), String(most)]);

        const shares = choices.map((some) =>
          new Fraction(40 + sum(some, "built")).div(100 + sum(some, "built") + sum(some, "sold")),
        );
        const plan = (Project_id: string, Fase: string, social: number, sale: number) => ({
          ...small["PA_Nieuwbouw"]![2]!,
          ...{ Project_id, Fase, "Sociale huur": social, "Middeldure huur": 0, Koop: sale, Totaal: social + sale },
        });
        const low = shares.reduce((a, b) => (b.lt(a) ? b : a));
        const high = shares.reduce((a, b) => (b.gt(a) ? b : a));
        const planned = await judged("NEWBUILDSHARE", {
          ...small,
          PA_Nieuwbouw: [
            plan("A", "ontwerp", 40, 60),
            ...rows.map(({ built, sold }, at) => plan(`U${at}`, "n.b.", built, sold)),
          ],
        });
        expect(planned.range).toEqual(low.equals(high) ? null : [low.toFraction(), high.toFraction()]);
      }),
      { numRuns: 40, seed: 20261126 },
    );
  });
});
