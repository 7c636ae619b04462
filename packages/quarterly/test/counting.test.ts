import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fraction, InputError } from "@prestatieafspraken/indicators";
import { count, live, type Ask, type CellValue, type LiveId } from "../src/index.js";
import {
  changed,
  choosing,
  labelRow,
  letting,
  returnOf,
  small,
  stock,
  unit,
  type Blocks,
  type Rows,
} from "./small-return.js";

const counted = async (id: LiveId, blocks: Blocks = small, ask: Partial<Ask> = {}) => {
  const found = count(id, await returnOf(blocks), { quarter: "2026-Q3", party: null, ...ask });
  return found.state === "counted"
    ? { ...found, said: found.notes.map((note) => note.nl).join("\n") }
    : { ...found, said: found.because.nl, args: null };
};
/** Student units as a share in lowest terms. */
const units = async (blocks: Blocks = small, ask: Partial<Ask> = {}) => {
  const found = await counted("STUDENTSHARE", blocks, ask);
  return { said: found.said, share: found.state === "counted" ? found.quantity.value?.toFraction() : null };
};
const edited = (name: string, edit: (rows: Record<string, unknown>[]) => void): Blocks => {
  const rows = structuredClone(small[name]!) as Record<string, unknown>[];
  edit(rows);
  return changed({ [name]: rows as Rows });
};

describe("new build", () => {
  it("adds up standing projects of the quarter: 90 social of 420 homes, 120 student units apart; what was delivered before the agreement is no new build", async () => {
    const { args, said } = await counted("NEWBUILDSHARE");
    expect(args).toEqual({ social: 90, homes: 420, students: 120 });
    expect(said).toContain("1 vervallen");
    expect(said).toContain("1 project opgeleverd vóór 1 januari 2025");
  });

  it.each([
    ["teller", { social: 210, homes: 420, students: 120 }],
    ["noemer", { social: 90, homes: 420, students: 0 }],
    ["beide", { social: 210, homes: 420, students: 0 }],
  ])("counts student units as 'Studenten tellen' says: %s", async (choice, args) => {
    expect((await counted("NEWBUILDSHARE", choosing("Studenten tellen", choice))).args).toEqual(args);
  });

  it("leaves flexible homes out where 'Flex telt' is no, also of what was delivered", async () => {
    const kinds = ["nieuwbouw", "flex", "nieuwbouw", "flex", "flex", "nieuwbouw"];
    const blocks = (empty?: number): Blocks => ({
      ...choosing("Flex telt", "nee"),
      ...edited("PA_Nieuwbouw", (rows) =>
        rows.forEach((row, at) => (row["Projectsoort"] = at === empty ? null : kinds[at])),
      ),
      PA_Instellingen: choosing("Flex telt", "nee")["PA_Instellingen"]!,
    });
    // P2 (120 student units) is flex, P5 was delivered before the agreement, so P1 and P3 remain.
    const { args, said } = await counted("NEWBUILDSHARE", blocks());
    expect(args).toEqual({ social: 90, homes: 300, students: 0 });
    expect(said).toContain("1 project met flexwoningen niet meegeteld (instelling 'Flex telt': nee)");
    expect((await counted("OUTFLOWSHARE", blocks())).args).toEqual({ suitable: 18, social: 90 });
    expect((await counted("REMAININGNEED", blocks())).args).toEqual({ need: 1651, realised: 661 });
    // A project without Projectsoort counts, with a note.
    expect((await counted("NEWBUILDSHARE", blocks(1))).args).toEqual({ social: 90, homes: 420, students: 120 });
    expect((await counted("NEWBUILDSHARE", blocks(1))).said).toContain("Bij 1 project staat geen Projectsoort");
    const without = await counted("NEWBUILDSHARE", choosing("Flex telt", "nee"));
    expect(without.args).toEqual({ social: 90, homes: 420, students: 120 });
    expect(without.said).toContain("Bij 3 projecten staat geen Projectsoort");
  });

  it("counts student units of commercial parties where 'Commerciële studenten' says so", async () => {
    const chosen = choosing("Commerciële studenten", "meetellen");
    expect((await counted("NEWBUILDSHARE", chosen)).args).toEqual({ social: 90, homes: 420, students: 120 });
    const commercial = edited("PA_Nieuwbouw", (rows) => (rows[1]!["Partijtype"] = "commercieel"));
    const blocks = { ...commercial, PA_Instellingen: chosen["PA_Instellingen"]! };
    const { args, said } = await counted("NEWBUILDSHARE", blocks);
    expect(args).toEqual({ social: 90, homes: 420, students: 0 });
    expect(said).toContain("120 studenteneenheden van commerciële partijen tellen mee");
  });

  it("cannot say which part of the whole stock suits people who leave care", async () => {
    const { state, said } = await counted("OUTFLOWSHARE", choosing("Uitstroom van", "voorraad"));
    expect(state).toBe("absent");
    expect(said).toContain("De instelling 'Uitstroom van' staat op voorraad");
  });

  it("counts deliveries from the day 'Ingangsdatum' says", async () => {
    // P5 was delivered on 1 June 2024: 10 homes that count from an agreement of that year on.
    const { args } = await counted("REMAININGNEED", choosing("Ingangsdatum", "1-1-2024"));
    expect(args).toEqual({ need: 1651, realised: 671 });
  });

  it("takes an empty segment as 0 only where the total proves it", async () => {
    const unproved = edited("PA_Nieuwbouw", (rows) => (rows[2]!["Totaal"] = 230));
    const { state, said } = await counted("NEWBUILDSHARE", unproved);
    expect(state).toBe("absent");
    expect(said).toContain("Nieuwbouw!J4 (Studenteneenheden)");
  });

  it("what is only told beside the figure does not stop it: an empty segment, delivered student units", async () => {
    const open = edited("PA_Nieuwbouw", (rows) => {
      for (const row of rows)
        Object.assign(row, {
          Totaal: Number(row["Totaal"]) + 1,
          "Nader te bepalen": null,
          Studenteneenheden: row["Studenteneenheden"] ?? 0,
        });
    });
    expect((await counted("NEWBUILDSHARE", open)).args).toEqual({ social: 90, homes: 423, students: 120 });
    const unproved = edited("PA_Nieuwbouw", (rows) =>
      Object.assign(rows[0]!, { Totaal: 101, Studenteneenheden: null }),
    );
    expect((await counted("REMAININGNEED", unproved)).args).toEqual({ need: 1651, realised: 662 });
  });

  it("has 18 of 90 social homes suitable for outflow; an empty cell is no 0 where there are social homes", async () => {
    expect((await counted("OUTFLOWSHARE")).args).toEqual({ suitable: 18, social: 90 });
    const empty = edited("PA_Nieuwbouw", (rows) => (rows[2]!["Waarvan uitstroom"] = null));
    expect(await counted("OUTFLOWSHARE", empty)).toMatchObject({ state: "absent", reason: "missing" });
    expect((await counted("OUTFLOWSHARE", empty)).said).toContain("Nieuwbouw!L4");
  });

  it("leaves out 'n.v.t.' and says so", async () => {
    const { args, said } = await counted(
      "OUTFLOWSHARE",
      edited("PA_Nieuwbouw", (rows) => (rows[2]!["Waarvan uitstroom"] = "n.v.t.")),
    );
    expect(args).toEqual({ suitable: 8, social: 90 });
    expect(said).toContain("1 rij met 'n.v.t.'");
  });

  it("realised: 561 at the start and 100 homes delivered since; what was delivered before is in the 561", async () => {
    const { args, said } = await counted("REMAININGNEED");
    expect(args).toEqual({ need: 1651, realised: 661 });
    expect(said).toContain("1 project opgeleverd vóór 1 januari 2025");
  });

  it("cannot say what is delivered without a date, or after the quarter", async () => {
    for (const day of [null, "2026-10-01"]) {
      const blocks = edited("PA_Nieuwbouw", (rows) => (rows[0]!["Oplevering werkelijk"] = day));
      expect((await counted("REMAININGNEED", blocks)).said).toContain("Nieuwbouw!M2");
    }
  });

  it("says which quarter has no projects", async () => {
    expect((await counted("NEWBUILDSHARE", small, { quarter: "2026-Q4" })).said).toContain(
      "Nieuwbouw heeft geen projecten voor het vierde kwartaal 2026",
    );
  });
});

describe("stock", () => {
  it("social homes of the corporations against the municipality's whole stock", async () => {
    expect((await counted("SOCIALSHARE")).args).toEqual({ social: 1734, homes: 11_500 });
  });

  it("a party's share is its part of the whole stock, so that parties add up", async () => {
    expect((await counted("SOCIALSHARE", small, { party: "wywonen" })).args).toEqual({ social: 1534, homes: 11_500 });
    expect((await counted("SOCIALSHARE", small, { party: "portaal" })).args).toEqual({ social: 200, homes: 11_500 });
  });

  it("counts the student units of every corporation where 'Studenten tellen' says so", async () => {
    const { args } = await counted("SOCIALSHARE", choosing("Studenten tellen", "beide"));
    expect(args).toEqual({ social: 2434, homes: 12_200 });
  });

  it("an empty cell of student units that do not count leaves the share as it is", async () => {
    const open = edited(
      "PA_Voorraad",
      (rows) =>
        (rows.find((row) => row["Segment"] === "student" && row["Kwartaal"] === "2026-Q3")!["Eindstand"] = null),
    );
    expect((await counted("SOCIALSHARE", open)).args).toEqual({ social: 1734, homes: 11_500 });
    const chosen = { ...open, PA_Instellingen: choosing("Studenten tellen", "beide")["PA_Instellingen"]! };
    expect(await counted("SOCIALSHARE", chosen)).toMatchObject({ state: "absent", reason: "missing" });
  });

  it("names the row of the whole stock when it is not there, or there twice", async () => {
    const whole = stock("2026-Q3", "Gemeente", "totaal", 1, 1);
    const others = small["PA_Voorraad"]!.filter((row) => row["Segment"] !== "totaal");
    expect((await counted("SOCIALSHARE", changed({ PA_Voorraad: others }))).said).toContain("Segment totaal");
    const twice = changed({ PA_Voorraad: [...small["PA_Voorraad"]!, whole] });
    expect((await counted("SOCIALSHARE", twice)).said).toContain("meer dan één rij totaal");
  });

  it("names a party that reported before and not now; no row is not 0", async () => {
    const without = small["PA_Voorraad"]!.filter(
      (row) => row["Kwartaal"] !== "2026-Q3" || row["Verhuurder"] !== "Portaal",
    );
    expect((await counted("SOCIALSHARE", changed({ PA_Voorraad: without }))).said).toBe(
      "Voorraad heeft voor het derde kwartaal 2026 geen rijen van Portaal. Vul ze in; geen rij telt niet als 0.",
    );
  });

  it("net change: 40 added, 5 removed, 1 corrected; sale and liberalisation apart; says where the table begins", async () => {
    const { args, said } = await counted("STOCKCHANGE");
    expect(args).toEqual({ added: 40, removed: 5, correction: -1 });
    expect(said).toContain("3 verkocht en 2 geliberaliseerd");
    expect(said).toContain("Voorraad begint bij het eerste kwartaal 2026");
  });

  it("takes an empty movement as 0 only where the row balances without it", async () => {
    const blocks = edited("PA_Voorraad", (rows) => (rows[1]!["Eindstand"] = 1534));
    expect((await counted("STOCKCHANGE", blocks)).said).toContain("ontbreekt de kolom Aankoop");
  });

  it("starts later where 'Nulpunt sociale voorraad' says so", async () => {
    const { args } = await counted("STOCKCHANGE", choosing("Nulpunt sociale voorraad", "2026-04-01"));
    expect(args).toEqual({ added: 40, removed: 2, correction: -1 });
  });
});

describe("lettings", () => {
  it("year to date of the parties in scope: 21 urgent and 61 regular of 84", async () => {
    const { args, said } = await counted("URGENTSHARE");
    expect(args).toEqual({ urgent: 21, lettings: 84 });
    expect((await counted("REGULARSHARE")).args).toEqual({ regular: 61, lettings: 84 });
    expect(said).toContain("Urgent (21) en regulier (61) samen zijn minder dan alle 84");
    expect(said).toContain("1 rij van DUWO niet meegeteld");
  });

  it("one party, the quarter by itself, and a small number said", async () => {
    expect((await counted("URGENTSHARE", small, { party: "portaal" })).args).toEqual({ urgent: 6, lettings: 14 });
    expect((await counted("URGENTSHARE", small, { party: "portaal" })).said).toContain("Klein aantal: 14");
    expect((await counted("URGENTSHARE", small, { quarterOnly: true })).args).toEqual({ urgent: 7, lettings: 26 });
  });

  it("the last four quarters where 'Periode toewijzing' says so", async () => {
    const more = [
      ...small["PA_Toewijzingen"]!,
      ...["WYwonen", "Portaal"].map((who) => letting("2025-Q4", who, "regulier", 8)),
    ];
    const blocks = { ...choosing("Periode toewijzing", "vier kwartalen"), PA_Toewijzingen: more };
    expect((await counted("URGENTSHARE", blocks)).args).toEqual({ urgent: 21, lettings: 100 });
  });

  it("a party out of scope is refused by name", async () => {
    expect(await counted("URGENTSHARE", small, { party: "duwo" })).toMatchObject({
      state: "absent",
      reason: "not applicable",
      said: "Deze afspraak gaat over WYwonen en Portaal, niet over DUWO.",
    });
  });

  it("a category nobody knows stays in the denominator", async () => {
    const blocks = edited("PA_Toewijzingen", (rows) => (rows[7]!["Categorie"] = rows[0]!["Categorie"] = "kabouter"));
    const { args, said } = await counted("REGULARSHARE", blocks);
    expect(args).toEqual({ regular: 41, lettings: 106 });
    expect(said).toContain("zonder bekende categorie");
  });

  it.each([[null], ["ca. 20"], ["twintig of zo"]])(
    "a count that reads %s makes the sum impossible and is named",
    async (typed) => {
      const blocks = edited("PA_Toewijzingen", (rows) => (rows[0]!["Aantal"] = typed));
      const found = await counted("URGENTSHARE", blocks);
      expect(found).toMatchObject({ state: "absent", reason: "missing" });
      expect(found.said).toContain("Toewijzingen!D2 (Aantal)");
    },
  );

  it("says it in the words somebody used where a figure is not known yet", async () => {
    const open = edited("PA_Toewijzingen", (rows) => (rows[0]!["Aantal"] = "n.b."));
    expect((await counted("URGENTSHARE", open)).said).toContain("staat 'n.b.': nog niet bekend");
  });

  it("names the hole in a year, but only mentions quarters before the table begins", async () => {
    const rows = small["PA_Toewijzingen"]!;
    const hole = rows.filter((row) => row["Kwartaal"] !== "2026-Q2");
    expect((await counted("URGENTSHARE", changed({ PA_Toewijzingen: hole }))).said).toContain("tweede kwartaal 2026");
    const late = rows.filter((row) => row["Kwartaal"] === "2026-Q3");
    const { args, said } = await counted("URGENTSHARE", changed({ PA_Toewijzingen: late }));
    expect(args).toEqual({ urgent: 7, lettings: 26 });
    expect(said).toContain("begint bij het derde kwartaal 2026");
  });

  it("a party that never reported is 'geen gegevens', not 0", async () => {
    const only = small["PA_Toewijzingen"]!.filter((row) => row["Verhuurder"] !== "Portaal");
    const { args, said } = await counted("URGENTSHARE", changed({ PA_Toewijzingen: only }));
    expect(args).toEqual({ urgent: 15, lettings: 70 });
    expect(said).toContain("Geen gegevens van Portaal");
  });

  it("does not depend on the order of rows", async () => {
    const rows = small["PA_Toewijzingen"]!;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...rows], { minLength: rows.length }), async (shuffled) => {
        expect((await counted("URGENTSHARE", changed({ PA_Toewijzingen: shuffled }))).args).toEqual({
          urgent: 21,
          lettings: 84,
        });
      }),
      { numRuns: 25 },
    );
  });

  it("never counts fewer with a letting more", async () => {
    const categories = ["regulier", "urgent", "statushouder", "woningruil", "onbekend", "student"];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...categories), fc.integer({ min: 0, max: 500 }), async (category, more) => {
        const rows = [...small["PA_Toewijzingen"]!, letting("2026-Q3", "WYwonen", category, more)];
        const { args } = await counted("URGENTSHARE", changed({ PA_Toewijzingen: rows }));
        expect(Number(args!["urgent"])).toBeGreaterThanOrEqual(21);
        expect(Number(args!["lettings"])).toBeGreaterThanOrEqual(84);
      }),
      { numRuns: 25 },
    );
  });

  it("a doubtful cell never counts, whichever it is", async () => {
    const counting = small["PA_Toewijzingen"]!.flatMap((row, at) =>
      row["Verhuurder"] === "DUWO" || row["Categorie"] === "totaal" ? [] : [at],
    );
    for (const at of counting) {
      const blocks = edited("PA_Toewijzingen", (rows) => (rows[at]!["Aantal"] = "ca. 360"));
      expect((await counted("URGENTSHARE", blocks)).state).toBe("absent");
    }
  });
});

describe("student units", () => {
  it("judges commercial units, each against the limit of its own year", async () => {
    // Under 498.20 of 2026: 498.19 and 450, not 498.20; under 477.20 of 2025: 477.19, not 480.
    const { share, said } = await units();
    expect(share).toBe("3/5");
    expect(said).toContain("2025, 2026");
  });

  it("shows another party's units, and all where none is commercial", async () => {
    expect((await units(small, { party: "duwo" })).share).toBe("1/2");
    const duwo = [unit("DUWO", "corporatie", "6", 400, "2026-01-01")];
    const { share, said } = await units(changed({ PA_Studenten: duwo }));
    expect(share).toBe("1");
    expect(said).toContain("niet beoordeeld");
  });

  /** The counted figure, with the first unit's rent replaced. */
  const withRent = async (rent: CellValue, at = 0) => {
    const ret = await returnOf(edited("PA_Studenten", (rows) => (rows[at]!["Kale huur"] = rent)));
    const found = count("STUDENTSHARE", ret, { quarter: "2026-Q3", party: null });
    if (found.state === "absent") throw new Error(found.because.nl);
    const { range, doubt } = found.open;
    return {
      share: found.quantity.value?.toFraction(),
      range: range && [range.low.toFraction(), range.high.toFraction()],
      because: range?.because.nl,
      doubt: doubt?.nl ?? "",
    };
  };

  it.each([498.205, 0, "n.v.t.", null])("is in doubt while the rent of a unit is %j", async (rent) => {
    expect((await withRent(rent)).doubt).toContain("Studenten!E2");
  });

  // Two of the four other judged units are under the limit; the fifth may be either: 2 or 3 of 5.
  it.each(["onbekend", "n.b.", "?"])("is a range while the rent of a unit is %j", async (rent) => {
    const { share, range, because, doubt } = await withRent(rent);
    expect([share, range, doubt]).toEqual(["1/2", ["2/5", "3/5"], ""]);
    expect(because).toContain("van 1 eenheid van Campus is de huur niet bekend");
  });

  it("follows the definitions chosen: on the limit, year of the report", async () => {
    // 498.20 counts too; with the limit of 2026, only 498.20 itself is not under it.
    expect((await units(choosing("Randwaarde kwaliteitskorting", "tot en met"))).share).toBe("4/5");
    expect((await units(choosing("Jaar kwaliteitskorting", "verslagjaar"))).share).toBe("4/5");
  });
});

describe("labels", () => {
  const shareOf = (args: Record<string, unknown>): Record<string, number> =>
    Object.fromEntries((args["labels"] as string[]).map((label, at) => [label, (args["counts"] as number[])[at]!]));

  it("social and mid rent of all who supplied labels; exceptions and unknown apart", async () => {
    const found = await counted("LABELSHARE", changed({ PA_Voorraad: null }));
    expect(shareOf(found.args!)).toEqual({ A: 780, B: 400, C: 20, E: 100, F: 50, G: 25 });
    expect(found.said).toContain("Van 10 woningen is het label niet bekend");
    expect(found.said).toContain("5 woningen met label E, F of G zijn uitgezonderd");
    expect(found.said).toContain("Geen gegevens van DUWO");
    // E, F and G are 175 of 1,375 known labels; the 10 unknown ones may be in any class.
    expect(found.state === "counted" && found.open.range).toMatchObject({
      low: new Fraction(175, 1385),
      high: new Fraction(185, 1385),
    });
  });

  it("counts homes that Voorraad has and Labels has not as homes without a known label", async () => {
    /** WYwonen has 1,190 homes in Labels, 10 of them unknown and 155 with label E, F or G that counts. */
    const range = async (stock: number, remark: string | null = null) => {
      const blocks = edited("PA_Voorraad", (rows) =>
        rows.forEach(
          (row) =>
            row["Verhuurder"] === "WYwonen" &&
            row["Kwartaal"] === "2026-Q3" &&
            Object.assign(row, { Eindstand: stock, Toelichting: remark }),
        ),
      );
      const found = await counted("LABELSHARE", blocks, { party: "wywonen" });
      const { low, high, because } = found.state === "counted" ? found.open.range! : {};
      return [low?.toFraction(), high?.toFraction(), because?.nl];
    };
    const own = "van 1 rij is Label niet bekend";
    const few = [new Fraction(155, 1185).toFraction(), new Fraction(165, 1185).toFraction(), own];
    expect(await range(1190)).toEqual(few);
    const told = `${own} en van WYwonen staan 60 woningen uit Voorraad niet bij de labels`;
    const sixty = [new Fraction(155, 1245).toFraction(), new Fraction(225, 1245).toFraction(), told];
    expect(await range(1250)).toEqual(sixty);
    // A remark is no label: neither the agreement nor the law lets homes off because of one.
    expect(await range(1250, "60 kamers")).toEqual(sixty);
    // More labels than homes hide nothing.
    expect(await range(1100)).toEqual(few);
  });

  it("is in doubt while the stock it is compared with cannot be read: homes may be missing from the labels", async () => {
    for (const stock of [null, "?", "ca. 1.190", "veel"]) {
      const blocks = edited("PA_Voorraad", (rows) =>
        rows.forEach(
          (row) =>
            row["Verhuurder"] === "WYwonen" &&
            row["Kwartaal"] === "2026-Q3" &&
            Object.assign(row, { Eindstand: stock, Toelichting: null }),
        ),
      );
      const found = await counted("LABELSHARE", blocks, { party: "wywonen" });
      expect([stock, found.state === "counted" && found.open.doubt?.nl]).toEqual([
        stock,
        expect.stringMatching(/nog geen oordeel: .*Voorraad![A-Z]+\d+/),
      ]);
    }
    const other = await counted("LABELSHARE", small, { party: "wywonen" });
    expect(other.state === "counted" && other.open.doubt).toBeNull();
  });

  it("compares the same parties now and at their first quarter: 220 then, 175 now", async () => {
    expect((await counted("LABELPROGRESS")).args).toEqual({ baseline: 220, remaining: 175 });
    expect((await counted("LABELPROGRESS", small, { party: "wywonen" })).args).toEqual({
      baseline: 200,
      remaining: 155,
    });
  });

  it("pace from the end of the quarter, for the party that promised one", async () => {
    expect((await counted("LABELPACE")).args).toEqual({ remaining: 155, from: "2026-09-30", deadline: "2028-12-31" });
  });

  it("counts homes of PA_Woningen where a party supplies those, PA_Labels where it supplies both", async () => {
    const home = (
      id: number,
      Verhuurder: string,
      Segment: string,
      Label: string | null,
      Uitzondering: string | null = null,
    ) => ({
      BAG_vbo_id: String(1_000_000_000_000_000 + id),
      Verhuurder,
      Segment,
      Label,
      Uitzondering,
    });
    const homes = [
      home(1, "DUWO", "sociaal", "E"),
      home(2, "DUWO", "sociaal", "E", "monument"),
      home(3, "DUWO", "sociaal", "E", "nee"),
      home(4, "DUWO", "sociaal", null),
      home(5, "DUWO", "vrij", "G"),
      home(6, "Portaal", "sociaal", "G"),
    ];
    const { args, said } = await counted("LABELSHARE", changed({ PA_Woningen: homes }));
    expect(shareOf(args!)).toMatchObject({ E: 102, G: 25 });
    expect(said).toContain("Portaal staat in Labels en in Woningen");
    expect(said).toContain("Van 11 woningen is het label niet bekend");
    expect((await counted("LABELSHARE", changed({ PA_Woningen: homes }), { quarter: "2026-Q2" })).state).toBe("absent");
  });

  it.each([
    ["Verhuurder", "Vestia"],
    ["Kwartaal", "kwartaal 3"],
    ["Aantal", "ca. 80"],
  ])("a row of which %s cannot be read may belong to anybody, so nothing can be said", async (header, typed) => {
    const blocks = edited("PA_Labels", (rows) => (rows[8]![header] = typed));
    const found = await counted("LABELSHARE", blocks);
    expect(found.state).toBe("absent");
    expect(found.said).toMatch(/^In Labels![A-E]10 /);
  });

  it("refuses more exceptions than homes, and doubtful ones", async () => {
    for (const excepted of [31, "ca. 3"]) {
      const rows = [
        ...small["PA_Labels"]!.filter((row) => row["Label"] !== "G"),
        labelRow("2026-Q3", "WYwonen", "sociaal", "G", 30, excepted),
      ];
      expect((await counted("LABELSHARE", changed({ PA_Labels: rows }))).state).toBe("absent");
    }
  });

  it("measures 100,000 homes, in whichever quarter is reported on", async () => {
    const labels = ["A", "B", "C", "D", "E", "F", "G", "A+"];
    const homes = Array.from({ length: 100_000 }, (_, at) => ({
      BAG_vbo_id: String(1_000_000_000_000_000 + at),
      Verhuurder: at % 3 === 0 ? "WYwonen" : at % 3 === 1 ? "Portaal" : "DUWO",
      Segment: "sociaal",
      Label: labels[at % 8]!,
      Uitzondering: null,
    }));
    const ret = await returnOf(changed({ PA_Labels: null, PA_Woningen: homes }));
    // WYwonen has every third home, of which three in every 24 are E, F or G: 4,166 times three, and two in the last 16.
    for (const quarter of ["2026-Q1", "2027-Q1"]) {
      const fresh = { ...ret, settings: { ...ret.settings, quarter } };
      expect(count("LABELPACE", fresh, { quarter, party: null })).toMatchObject({
        state: "counted",
        args: { remaining: 12_500 },
      });
    }
  });
});

describe("student units", () => {
  it("compares the rent for allowance until 2025, the basic rent after, where 'Huurbegrip' says so", async () => {
    const chosen = choosing("Huurbegrip", "rekenhuur");
    expect((await counted("STUDENTSHARE", chosen)).said).toContain("ontbreekt de kolom Rekenhuur");
    const blocks = {
      ...edited("PA_Studenten", (rows) =>
        rows.forEach((row, at) => (row["Rekenhuur"] = at === 3 ? 490.5 : at === 4 ? 512 : null)),
      ),
      PA_Instellingen: chosen["PA_Instellingen"]!,
    };
    // The rents of 2025 are now 490.50 and 512, both above 477.20.
    const { share, said } = await units(blocks);
    expect(share).toBe("2/5");
    expect(said).toContain("de rekenhuur bij huren tot en met 2025");
  });

  it("tells where each plan stands, because the norm is per plan; a small plan too", async () => {
    const plans = [..."AAAAABBBBBCC"].map((plan, at) => ({
      ...unit("Campus BV", "commercieel", String(at), plan === "A" || at === 5 ? 600 : 400, "2026-01-01"),
      Complex: plan,
    }));
    // A: none of 5 under 498.20; B: 4 of 5; C: both. A publication hides such small groups; the workbook's owner sees them.
    const { said } = await counted("STUDENTSHARE", changed({ PA_Studenten: plans }));
    expect(said).toContain(
      "De norm geldt per plan: A (5) 0,0% niet gehaald; B (5) 80,0% gehaald; C (2) 100,0% gehaald.",
    );
  });
});

describe("a norm per plan", () => {
  /** A plan of five units, so many of them under the limit of 498.20 of 2026. */
  const plan = (name: string, under: number) =>
    [0, 1, 2, 3, 4].map((at) => ({
      ...unit("Campus BV", "commercieel", `${name}${at}`, at < under ? 400 : 600, "2026-01-01"),
      Complex: name,
    }));
  const verdictWith = async (units: Rows, blocks: Blocks = small) => {
    const { verdict, provisional, explanation } = live(
      "STUDENTSHARE",
      await returnOf({ ...blocks, PA_Studenten: [...units] }),
    );
    return { verdict, provisional, explanation };
  };
  /** The return with the project P1 under the name of a plan, in a phase. */
  const project = (name: string, phase: string | null) =>
    edited("PA_Nieuwbouw", (rows) =>
      rows.forEach(
        (row) =>
          row["Project_id"] === "P1" &&
          Object.assign(row, {
            Projectnaam: name,
            Fase: phase,
            "Oplevering werkelijk": phase === "opgeleverd" ? "2026-05-01" : null,
          }),
      ),
    );

  it("is not met by plans together while one of them is under it (art. 5)", async () => {
    // 8 of 10 is the norm exactly; B has 3 of 5.
    const { verdict, explanation } = await verdictWith([...plan("A", 5), ...plan("B", 3)]);
    expect(verdict).toBe("attention");
    expect(explanation).toContain("gezamenlijk gehaald; B onder de norm");
    expect((await verdictWith([...plan("A", 4), ...plan("B", 4)])).verdict).toBe("met");
    expect((await verdictWith([...plan("A", 3), ...plan("B", 4)])).verdict).toBe("missed");
  });

  it("is not met by a plan that is not delivered (DESIGN 3.5)", async () => {
    const open = await verdictWith(plan("Hof", 4), project(" hof", "in aanbouw"));
    expect(open).toMatchObject({ verdict: "on-track", provisional: true });
    expect(open.explanation).toContain("Hof is nog niet opgeleverd");
    expect(await verdictWith(plan("Hof", 3), project("Hof", "ontwerp"))).toMatchObject({ verdict: "attention" });
    expect(await verdictWith(plan("Hof", 4), project("Hof", "opgeleverd"))).toMatchObject({ verdict: "met" });
    // By its code too.
    expect(await verdictWith(plan("P1", 4), project("Hof", "idee"))).toMatchObject({ verdict: "on-track" });
  });

  it("keeps a verdict that no rent could change: 4 of 5 if the fifth is over the limit, 5 of 5 if not (art. 5)", async () => {
    const unknownLast = (under: number) =>
      plan("Hof", under).map((row, at) => (at === 4 ? { ...row, "Kale huur": "onbekend" } : row));
    const found = await verdictWith(unknownLast(4));
    expect(found.verdict).toBe("met");
    expect(found.explanation).toContain("80,0% tot 100,0%: van 1 eenheid van Hof is de huur niet bekend");
    // 3 or 4 of 5.
    expect((await verdictWith(unknownLast(3))).verdict).toBe("unknown");
    // 2 or 3 of 5.
    expect((await verdictWith(unknownLast(2))).verdict).toBe("missed");
    // Together 9 or 10 of 10, or 8 or 9; but Oord by itself 3 or 4 of 5.
    const together = await verdictWith([
      ...plan("Hof", 5),
      ...unknownLast(3).map((row) => ({ ...row, Complex: "Oord" })),
    ]);
    expect(together.verdict).toBe("unknown");
    expect(together.explanation).toContain("niet te zeggen voor Oord apart");
  });

  it("has no verdict while nobody can say whether the plan is delivered, whoever builds it", async () => {
    // The project is of a corporation, under the name or the code of the plan.
    for (const phase of ["n.b.", "bijna", null]) {
      const { verdict, explanation } = await verdictWith(plan("Hof", 4), project("Hof", phase));
      expect([phase, verdict]).toEqual([phase, "unknown"]);
      expect(explanation).toMatch(/vul eerst in wat er hoort in Nieuwbouw!F\d+/);
      expect((await verdictWith(plan("P1", 4), project("Hof", phase))).verdict).toBe("unknown");
      // Of a project that is no plan of students it does not matter.
      expect((await verdictWith(plan("Hof", 4), project("Oord", phase))).verdict).toBe("met");
    }
  });

  it("has no verdict while the phase of a project cannot be read: it may be delivered, with more units", async () => {
    const ofMarket = project("Hof", "bijna")["PA_Nieuwbouw"]!.map((row) => ({ ...row, Partijtype: "commercieel" }));
    const { verdict, explanation } = await verdictWith(plan("Hof", 4), changed({ PA_Nieuwbouw: ofMarket as Rows }));
    expect(verdict).toBe("unknown");
    expect(explanation).toContain("los eerst de fout op in Nieuwbouw!");
  });
});

describe("student units that were not handed over", () => {
  /**
   * Nieuwbouw has the plan Hof, delivered with ten units, and Oord with a number; Studenten has some of Hof and all of Oord, under
   * the limit.
   */
  const handedOver = async (units: number, elsewhere = 0, oord = "Oord", hof: CellValue = 10) => {
    const delivered = { Fase: "opgeleverd", Partijtype: "commercieel", "Oplevering werkelijk": "2026-05-01" };
    const built = edited("PA_Nieuwbouw", (rows) => {
      Object.assign(rows[0]!, { ...delivered, Projectnaam: "Hof", Studenteneenheden: hof, Totaal: 110 });
      if (oord === "Oord")
        Object.assign(rows[1]!, { ...delivered, Projectnaam: oord, Studenteneenheden: elsewhere, Totaal: elsewhere });
    });
    const unitsOf = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...unit("Campus BV", "commercieel", `${name}${at}`, 400, "2026-01-01"),
        Complex: name,
      }));
    const ret = await returnOf({
      ...built,
      PA_Studenten: [
        ...unitsOf("Hof", units),
        ...unitsOf(oord, elsewhere),
        unit("DUWO", "corporatie", "6", 400, "2026-01-01"),
      ],
    });
    return live("STUDENTSHARE", ret);
  };

  it("may be on either side of the limit: no verdict where that decides", async () => {
    expect(await handedOver(10)).toMatchObject({ verdict: "met" });
    // Eight of ten is 80%, whatever the other two are.
    expect(await handedOver(8)).toMatchObject({ verdict: "met" });
    const seven = await handedOver(7);
    expect(seven).toMatchObject({ verdict: "unknown", exact: "1/1" });
    expect(seven.explanation).toContain("70,0% tot 100,0%: van Hof staan 7 van de 10 eenheden in Studenten");
  });

  it("leave no verdict on a plan that others would hide", async () => {
    // Together at least 107 of 110, but Hof has between 7 and 10 of 10, and after that nothing at all.
    for (const units of [7, 0]) {
      const { verdict, explanation } = await handedOver(units, 100);
      expect(verdict).toBe("unknown");
      expect(explanation).toContain(`niet te zeggen voor Hof apart: van Hof staan ${units} van de 10 eenheden`);
    }
    expect(await handedOver(8, 100)).toMatchObject({ verdict: "met" });
    // Rows under a name that Nieuwbouw does not have are of no plan, however many they are; under the code they are of Hof.
    expect(await handedOver(0, 10, "Campus")).toMatchObject({ verdict: "unknown" });
    expect(await handedOver(0, 10, "p1")).toMatchObject({ verdict: "met" });
  });

  it("leave no verdict while Nieuwbouw does not say how many there are", async () => {
    for (const hof of [null, "?", "ca. 10", "tien"]) {
      const { verdict, explanation } = await handedOver(10, 0, "Oord", hof);
      expect([hof, verdict]).toEqual([hof, "unknown"]);
      expect(explanation).toMatch(/nog geen oordeel: .*Nieuwbouw![A-Z]+\d+/);
    }
  });

  it("are not replaced by units the norm is not about", async () => {
    const none = await handedOver(0);
    expect(none).toMatchObject({ verdict: "unknown", value: null });
    expect(none.explanation).toContain("geen huren van commerciële partijen");
  });
});

describe("a choice of whoever asks", () => {
  // Labels of 2026-Q3, exceptions apart: A 780, B 400, C 20, E 100, F 50, G 25: 1,375 known.
  it("takes the place of the usual one", async () => {
    const ret = await returnOf(small);
    expect(live("LABELSHARE", ret, { choices: { classes: "A-B" } })).toMatchObject({
      exact: "236/275",
      verdict: "no-norm",
    });
    // 84 lettings: 30% is 25.2, so 25 fit; 21 are urgent.
    expect(live("URGENTROOM", ret, { choices: { cap: "30%" } }).value).toBe(4);
  });

  it("is refused when it is none", async () => {
    const ret = await returnOf(small);
    expect(() => live("LABELSHARE", ret, { choices: { classes: "XX" } })).toThrow(InputError);
  });
});

describe("what is not there", () => {
  it("names the table, the column or the quarter", async () => {
    expect((await counted("URGENTSHARE", changed({ PA_Toewijzingen: null }))).said).toContain("De tabel Toewijzingen");
    const narrow = small["PA_Toewijzingen"]!.map(({ Kwartaal, Verhuurder, Categorie }) => ({
      Kwartaal,
      Verhuurder,
      Categorie,
    }));
    expect((await counted("URGENTSHARE", changed({ PA_Toewijzingen: narrow as Rows }))).said).toContain(
      "ontbreekt de kolom Aantal",
    );
    const ret = await returnOf(changed({ PA_Instellingen: null }));
    const found = count("URGENTSHARE", ret, { quarter: null, party: null });
    expect(found).toMatchObject({ state: "absent", reason: "missing" });
    expect(found.state === "absent" && found.because.nl).toContain("Verslagkwartaal");
  });

  it("the agreement's own figures need no workbook", async () => {
    expect((await counted("HOUSINGNEED", {})).args).toEqual({});
    expect((await counted("SOCIALTARGET", {})).args).toEqual({});
  });
});
