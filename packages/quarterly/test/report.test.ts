import fc from "fast-check";
import { validate } from "../src/validate.js";
import { describe, expect, it } from "vitest";
import { InputError } from "@prestatieafspraken/indicators";
import { live, liveIds } from "../src/index.js";
import { freeze, path, report, reportLines, reportTable, revision, toJson } from "../src/report/index.js";
import { canonicalJson } from "../src/report/receipt.js";
import type { ReportLine } from "../src/report-shape.js";
import type { Return } from "../src/return.js";
import type { CellValue } from "../src/workbook.js";
import {
  changed,
  choosing,
  labelRow,
  letting,
  oegstgeest,
  returnOf,
  small,
  stock,
  unit,
  type Blocks,
  type Rows,
} from "./small-return.js";

const line = (lines: readonly ReportLine[], indicator: string, party: string | null = null, period?: string) =>
  lines.find(
    (one) =>
      one.indicator === indicator &&
      one.scope.party === party &&
      (period === undefined ? one.scope.period !== "quarter" : one.scope.period === period),
  )!;

describe("the live form of an indicator", () => {
  // By hand from the small return; the norms are the agreement's.
  it.each([
    ["HOUSINGNEED", "1651/1", "no-norm"],
    ["REMAININGNEED", "990/1", "no-norm"],
    ["SOCIALTARGET", "360/1", "no-norm"],
    // Plans never meet a norm; they are on track for it until the end of 2028.
    ["NEWBUILDSHARE", "3/10", "on-track"],
    ["OUTFLOWSHARE", "1/5", "on-track"],
    // The quarters of 2025 are missing, so it is unknown whether the stock was kept.
    ["STOCKCHANGE", "34/1", "unknown"],
    // The year is still running.
    ["URGENTSHARE", "1/4", "on-track"],
    ["REGULARSHARE", "61/84", "attention"],
    ["URGENTROOM", "0/1", "no-norm"],
    ["STUDENTSHARE", "3/5", "missed"],
  ])("%s is %s", async (id, exact, verdict) => {
    const result = live(id, await returnOf(small));
    expect([result.exact, result.verdict]).toEqual([exact, verdict]);
  });

  it("the social share of the stock is a direction, with the precision of the 16 percent: 1,734 of 11,500", async () => {
    const withDuwo = [...small["PA_Voorraad"]!, stock("2026-Q3", "DUWO", "sociaal", 0, 0)];
    const result = live("SOCIALSHARE", await returnOf(changed({ PA_Voorraad: withDuwo })));
    expect(result.exact).toBe("867/5750");
    expect(result).toMatchObject({ verdict: "direction", provisional: false });
    expect(result.norm?.strength).toBe("long-term");
    // 15.08% is below 15.5%, the lowest value that rounds to 16%; of the new homes exactly the target of 30% is social.
    expect(result.explanations.nl).toContain("gedaald met 0,42 procentpunt tot 1,42 procentpunt");
    expect(result.explanations.nl).toContain("met 30,0% sociaal in de nieuwbouw wordt 30% nooit bereikt");
  });

  it("labels: 175 of 1,375 are E, F or G; 45 of 220 are gone; 155 in 2.25 years is 68.9 a year", async () => {
    // No stock to compare the labels with.
    const ret = await returnOf(changed({ PA_Voorraad: null }));
    expect(live("LABELSHARE", ret).exact).toBe("7/55");
    expect(live("LABELPROGRESS", ret).exact).toBe("9/44");
    expect(live("LABELPACE", ret)).toMatchObject({ exact: "620/9", indicator: "LABELPACE" });
    // One promise is judged once: no homes with E, F or G. Progress and pace are shown without a verdict.
    expect(["LABELPROGRESS", "LABELPACE"].map((id) => live(id, ret).verdict)).toEqual(["no-norm", "no-norm"]);
    // DUWO delivered no labels, so the total is unknown; Portaal has only one measurement.
    expect(live("LABELSHARE", ret).verdict).toBe("unknown");
    expect(live("LABELSHARE", ret, { party: "Portaal" }).explanations.nl).toContain("nog maar één meting");
    // 200 of 1,100 in the first quarter of 2026, 155 of 1,175 in the third; 2 of 11 quarters have passed.
    const known = small["PA_Labels"]!.filter((row) => row["Label"] !== "onbekend");
    expect(
      live("LABELSHARE", await returnOf(changed({ PA_Voorraad: null, PA_Labels: known })), { party: "WYwonen" }),
    ).toMatchObject({
      exact: "31/235",
      verdict: "on-track",
    });
    // With ten homes without a label it is 155 to 165 of 1,185, on the path (14.9%) either way.
    expect(live("LABELSHARE", ret, { party: "WYwonen" })).toMatchObject({ exact: "31/235", verdict: "on-track" });
    // 185 of 1,205 is behind nine elevenths of 200 of 1,100 (15.4% and 14.9%). Where the 400 homes with label B of the first quarter
    // have no label, the path may have begun anywhere from there to 600 of 1,100: no verdict, although 200 of 700 asks for 23.4%.
    const behind = known.map((row) =>
      row["Label"] === "E" && row["Verhuurder"] === "WYwonen" && row["Kwartaal"] === "2026-Q3"
        ? { ...row, Aantal: 110 }
        : row,
    );
    const unlabelled = behind.map((row) =>
      row["Label"] === "B" && row["Kwartaal"] === "2026-Q1" ? { ...row, Label: "onbekend" } : row,
    );
    for (const [rows, verdict] of [
      [behind, "attention"],
      [unlabelled, "unknown"],
    ] as const)
      expect(
        live("LABELSHARE", await returnOf(changed({ PA_Voorraad: null, PA_Labels: rows })), { party: "WYwonen" }),
      ).toMatchObject({ exact: "37/241", verdict });
    // With a hundred it may be 255 of 1,275, which is not.
    const many = small["PA_Labels"]!.map((row) =>
      row["Label"] === "onbekend" && row["Kwartaal"] === "2026-Q3" ? { ...row, Aantal: 100 } : row,
    );
    expect(
      live("LABELSHARE", await returnOf(changed({ PA_Voorraad: null, PA_Labels: many })), { party: "WYwonen" }),
    ).toMatchObject({
      exact: "31/235",
      verdict: "unknown",
    });
  });

  it("no E, F and G left counted, but labels unknown: not met, not missed, not to be said", async () => {
    const rows = [
      labelRow("2026-Q3", "WYwonen", "sociaal", "A", 100),
      labelRow("2026-Q3", "WYwonen", "sociaal", "onbekend", 1),
    ];
    const ret = await returnOf(changed({ PA_Voorraad: null, PA_Labels: rows }));
    expect(live("LABELSHARE", ret, { party: "wywonen" })).toMatchObject({ exact: "0/1", verdict: "unknown" });
    const known = await returnOf(changed({ PA_Voorraad: null, PA_Labels: rows.slice(0, 1) }));
    expect(live("LABELSHARE", known, { party: "wywonen" })).toMatchObject({ verdict: "on-track", provisional: true });
  });

  // By hand: 21 of 84 met with signal; 22 of 84 broken; 16 of 80 no signal; 17 of 84 signal, with room for 4. Provisional while
  // the year is running, final on its last day.
  it.each([
    [21, 84, "on-track", "met", true, 0],
    [22, 84, "attention", "missed", false, -1],
    [16, 80, "on-track", "met", false, 4],
    [17, 84, "on-track", "met", true, 4],
  ])("%i urgent of %i lettings: %s, then %s, signal %s, room %i", async (urgent, all, running, final, signal, room) => {
    const quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
    const rows = [
      letting("2026-Q1", "WYwonen", "urgent", urgent),
      letting("2026-Q1", "WYwonen", "regulier", all - urgent),
      ...quarters.slice(1).map((quarter) => letting(quarter, "WYwonen", "regulier", 0)),
      // Portaal let nothing, and reports that.
      ...quarters.map((quarter) => letting(quarter, "Portaal", "regulier", 0)),
    ];
    const ret = await returnOf({ PA_Toewijzingen: rows });
    expect(live("URGENTSHARE", ret, { quarter: "Q1 2026" })).toMatchObject({
      verdict: running,
      provisional: true,
      signal,
    });
    expect(live("URGENTSHARE", ret, { quarter: "Q4 2026" })).toMatchObject({
      verdict: final,
      provisional: false,
      signal,
    });
    expect(live("URGENTROOM", ret, { quarter: "2026-Q1" }).value).toBe(room);
    expect(live("URGENTSHARE", ret, { quarter: "Q1 2026", party: "Portaal" }).verdict).toBe("unknown");
  });

  it("a breach by one corporation is not hidden by the total (art. 9 names both)", async () => {
    // 30 of 100 at WYwonen, 0 of 60 at Portaal: 18.75% together.
    const rows = ["WYwonen", "Portaal"].flatMap((name, at) => [
      letting("2026-Q1", name, "urgent", at === 0 ? 30 : 0),
      letting("2026-Q1", name, "regulier", at === 0 ? 70 : 60),
    ]);
    const together = live("URGENTSHARE", await returnOf({ PA_Toewijzingen: rows }), { quarter: "2026-Q1" });
    expect(together).toMatchObject({ exact: "3/16", verdict: "attention", provisional: true });
    expect(together.explanations.nl).toContain("gezamenlijk op koers; WYwonen boven de norm");
  });

  it("says of plans what has been delivered, and what is still an idea", async () => {
    const rows = small["PA_Nieuwbouw"]!.filter((row) => row["Project_id"] !== "P5").map((row) =>
      row["Project_id"] === "P3" ? { ...row, Fase: "idee" } : row,
    );
    const share = live("NEWBUILDSHARE", await returnOf(changed({ PA_Nieuwbouw: rows })));
    // P1 is the only project delivered since 2025: 40 of 100; P3 is an idea with 50 social homes.
    expect(share.explanations.nl).toContain(
      "op koers volgens plannen; opgeleverd 40 van 100 (40,0%); waarvan 50 woningen in plannen die nog idee of haalbaarheid zijn",
    );
    expect(share).toMatchObject({ verdict: "on-track", provisional: true });
  });

  it("after the last day of the term only what was delivered counts", async () => {
    const rows = small["PA_Nieuwbouw"]!.slice(0, 4).map((row) => ({ ...row, Kwartaal: "2028-Q4" }));
    const on = async (projects: Rows) =>
      live("NEWBUILDSHARE", await returnOf(changed({ PA_Nieuwbouw: projects })), { quarter: "2028-Q4" });
    // 40 of the 100 homes delivered are social; of all plans 90 of 300.
    expect(await on(rows)).toMatchObject({ exact: "3/10", verdict: "met", provisional: false });
    const [first, ...others] = rows;
    const fewer = [{ ...first!, "Sociale huur": 20, Koop: 70 }, ...others];
    expect(await on(fewer)).toMatchObject({ exact: "7/30", verdict: "missed", provisional: false });
  });

  it("labels E, F and G still there after 2028 are missed, whoever is silent", async () => {
    const rows = [labelRow("2029-Q1", "WYwonen", "sociaal", "E", 1), labelRow("2029-Q1", "WYwonen", "sociaal", "A", 9)];
    const ret = await returnOf(changed({ PA_Labels: rows }));
    expect(live("LABELSHARE", ret, { quarter: "2029-Q1" }).verdict).toBe("missed");
    expect(live("LABELSHARE", ret, { quarter: "2029-Q1", party: "WYwonen" }).verdict).toBe("missed");
    // A norm over a period does not apply after the agreement ends.
    const lettings = [letting("2029-Q1", "WYwonen", "urgent", 90), letting("2029-Q1", "Portaal", "regulier", 10)];
    const later = await returnOf(changed({ PA_Toewijzingen: lettings }));
    expect(live("URGENTSHARE", later, { quarter: "2029-Q1" }).verdict).toBe("no-norm");
  });

  it("no verdict over a party that sent nothing, or a period with a quarter missing; the sum stands", async () => {
    const of = (rows: Rows) => returnOf({ PA_Toewijzingen: rows });
    const mine = [letting("2026-Q1", "WYwonen", "urgent", 1), letting("2026-Q1", "WYwonen", "regulier", 9)];
    const silent = live("URGENTSHARE", await of(mine), { quarter: "2026-Q1" });
    expect(silent).toMatchObject({ exact: "1/10", verdict: "unknown", signal: false });
    expect(silent.explanations.nl).toContain("nog niet ontvangen van Portaal (Toewijzingen)");
    const second = [...mine, letting("2026-Q1", "Portaal", "regulier", 3)].map((row) => ({
      ...row,
      Kwartaal: "2026-Q2",
    }));
    const late = live("URGENTSHARE", await of(second), { quarter: "2026-Q2" });
    expect(late).toMatchObject({ exact: "1/13", verdict: "unknown" });
    expect(late.explanations.nl).toContain("in de periode ontbreekt het eerste kwartaal 2026");
  });

  it("a rent on the limit of 2026, 498.20, is not under it unless that was chosen", async () => {
    const blocks = changed({ PA_Studenten: [unit("Campus BV", "commercieel", "1", 498.2, "2026-01-01")] });
    expect(live("STUDENTSHARE", await returnOf(blocks)).exact).toBe("0/1");
    const chosen = { ...choosing("Randwaarde kwaliteitskorting", "tot en met"), PA_Studenten: blocks["PA_Studenten"]! };
    expect(live("STUDENTSHARE", await returnOf(chosen)).exact).toBe("1/1");
  });

  it("a year without a published limit cannot be said", async () => {
    const ret = await returnOf(changed({ PA_Studenten: [unit("Campus BV", "commercieel", "1", 500, "2099-01-01")] }));
    const result = live("STUDENTSHARE", ret);
    expect(result).toMatchObject({ value: null, verdict: "unknown" });
    expect(result.explanations.nl).toContain("2099");
  });

  it("what cannot be said keeps its unit, norm and reason, and names the cell", async () => {
    const rows = small["PA_Toewijzingen"]!.map((row, at) => (at === 0 ? { ...row, Aantal: null } : row));
    const result = live("URGENTSHARE", await returnOf(changed({ PA_Toewijzingen: rows })));
    expect(result).toMatchObject({ value: null, exact: null, unit: "share", verdict: "unknown", reason: "missing" });
    expect(result.explanation).toContain("Toewijzingen!D2");
    expect(result.explanations.en).toContain("Toewijzingen!D2");
  });

  it("reads quarter and party as typed, and refuses what nobody knows", async () => {
    const ret = await returnOf(small);
    expect(live("URGENTSHARE", ret, { quarter: "3e kwartaal 2026", party: "MeerWonen" }).exact).toBe("3/14");
    for (const day of ["30-9-2026", "2026-07-01", "46295"])
      expect(live("URGENTSHARE", ret, { quarter: day, party: "MeerWonen" }).exact).toBe("3/14");
    expect(() => live("URGENTSHARE", ret, { quarter: "2026" })).toThrow(InputError);
    expect(() => live("URGENTSHARE", ret, { quarter: "kwartaal 3" })).toThrow(InputError);
    expect(() => live("URGENTSHARE", ret, { party: "Vestia" })).toThrow(InputError);
    expect(() => live("NORM", ret)).toThrow(InputError);
  });

  it("nobody is judged on a row with an error in it: the sum stays, the verdict waits, and the cell is named", async () => {
    const twice = changed({ PA_Toewijzingen: [...small["PA_Toewijzingen"]!, small["PA_Toewijzingen"]![0]!] });
    const urgent = live("URGENTSHARE", await returnOf(twice));
    // By hand: 21 of 84, with 20 regular lettings counted twice.
    expect(urgent).toMatchObject({ exact: "21/104", verdict: "unknown", signal: false });
    expect(urgent.explanation).toMatch(
      /21 .* \/ 104 .* · nog geen oordeel: los eerst de fout op in Toewijzingen!B17 \(PA-110\)$/,
    );
    expect(live("REGULARSHARE", await returnOf(changed({})), { party: "WYwonen" }).verdict).toBe("on-track");
    const projects = structuredClone(small["PA_Nieuwbouw"]!) as Record<string, CellValue>[];
    projects[0]!["Totaal"] = 101;
    expect(live("NEWBUILDSHARE", await returnOf(changed({ PA_Nieuwbouw: projects })))).toMatchObject({
      exact: "90/301",
      verdict: "unknown",
    });
    const labels = small["PA_Labels"]!.map((row) => (row["Aantal"] === 80 ? { ...row, Label: "A2" } : row));
    const progress = live("LABELPROGRESS", await returnOf(changed({ PA_Labels: labels })));
    expect(progress).toMatchObject({ verdict: "no-norm" });
    expect(progress.notes.at(-1)?.nl).toMatch(/in Labels!D\d+ \(PA-136\)/);
    const gone = live("LABELSHARE", await returnOf(changed({ PA_Labels: labels })), { party: "WYwonen" });
    expect(gone).toMatchObject({ verdict: "unknown" });
    expect(gone.explanation).toMatch(/in Labels!D\d+ \(PA-136\)/);
    // An error in a dropped project does not affect the others.
    projects[0]!["Totaal"] = 100;
    projects[3]!["Totaal"] = 98;
    expect(live("NEWBUILDSHARE", await returnOf(changed({ PA_Nieuwbouw: projects }))).verdict).toBe("on-track");
  });

  it("PA_Normen changes the figures the agreement starts from, in the period given, and adds norms", async () => {
    const row = (Norm: string, Vergelijking: string, Waarde: CellValue, more: Record<string, CellValue> = {}) => ({
      ...{ Norm, Vergelijking, Waarde, Vanaf: null, Tot: null, Bron: "raadsbesluit", Reden: "nieuwe prognose" },
      ...more,
    });
    const normed = (...rows: Rows) => returnOf(changed({ PA_Normen: rows }));
    const need = await normed(row("HOUSINGNEED", "=", 1700), row("gerealiseerd", "=", 600));
    expect(live("HOUSINGNEED", need)).toMatchObject({ value: 1700 });
    // 1,700 - (600 + 100 delivered since).
    expect(live("REMAININGNEED", need).value).toBe(1000);
    const later = await normed(row("behoefte", "=", "1.700", { Vanaf: "2027-01-01" }));
    expect(live("HOUSINGNEED", later).value).toBe(1651);
    const target = await normed(
      row("TD-BES-3", "≥", 400),
      row("TD-BES-2", "≥", "35%"),
      row("REMAININGNEED", "=", 1100),
    );
    // The highest of 35% of 1,100 (385) and 400.
    expect(live("SOCIALTARGET", target).value).toBe(400);
    const added = await normed(row("REMAININGNEED", "≤", 500));
    expect(live("REMAININGNEED", added)).toMatchObject({
      value: 990,
      verdict: "missed",
      norm: { value: 500, comparator: "<=" },
    });
    const wrong = await normed(row("behoefte", "=", "ongeveer 1700"));
    expect(wrong.issues.map(({ rule, cell }) => [rule, cell])).toContainEqual(["PA-012", "C2"]);
  });

  it("a norm changed in PA_Normen judges", async () => {
    const norms = [
      {
        Norm: "ART-9-URGENT",
        Vergelijking: "≤",
        Waarde: "20%",
        Vanaf: null,
        Tot: null,
        Bron: "besluit",
        Reden: "proef",
      },
    ];
    expect(live("URGENTSHARE", await returnOf(changed({ PA_Normen: norms }))).verdict).toBe("attention");
  });

  it("the other reading of 'meer dan 20 procent' moves the signal to 30%", async () => {
    expect(live("URGENTSHARE", await returnOf(choosing("Uitleg signaal", "overschrijding"))).signal).toBe(false);
  });
});

describe("the report", () => {
  it("has a line for every live indicator, over all first, and per party where that says something", async () => {
    const lines = reportLines(await returnOf(small));
    expect([...new Set(lines.map((one) => one.indicator))]).toEqual([...liveIds]);
    for (const id of liveIds) expect(lines.find((one) => one.indicator === id)!.scope.party).toBeNull();
    expect(line(lines, "URGENTSHARE", "portaal").exact).toBe("3/7");
    expect(line(lines, "LABELSHARE", "duwo")).toMatchObject({ value: null, verdict: "unknown" });
    expect(line(lines, "LABELSHARE", "duwo").explanations.nl).toContain("geen gegevens is niet 0");
  });

  it("judges what the norm is about and shows the rest", async () => {
    const lines = reportLines(await returnOf(small));
    const seen = (id: string, party: string | null, period?: string) => {
      const { role, verdict } = line(lines, id, party, period);
      return [role, verdict];
    };
    expect(seen("STUDENTSHARE", "duwo")).toEqual(["shown", "no-norm"]);
    expect(seen("STUDENTSHARE", "Campus BV")).toEqual(["judged", "missed"]);
    expect(seen("SOCIALSHARE", "wywonen")).toEqual(["shown", "no-norm"]);
    expect(seen("STOCKCHANGE", "portaal")).toEqual(["shown", "no-norm"]);
    // 14 lettings are too few to judge one party by.
    expect(seen("URGENTSHARE", "portaal")).toEqual(["judged", "unknown"]);
    expect(line(lines, "URGENTSHARE", "portaal").explanations.nl).toContain(
      "14 toewijzingen is een klein aantal (minder dan 20)",
    );
    // The single quarter: 7 of 26 is over 20%, which is a signal, not a verdict.
    expect(seen("URGENTSHARE", null, "quarter")).toEqual(["shown", "no-norm"]);
    expect(line(lines, "URGENTSHARE", null, "quarter")).toMatchObject({ exact: "7/26", signal: true });
  });

  it("shows the trend over the quarters of the workbook; what is not known in a quarter is null", async () => {
    const lines = reportLines(await returnOf(small));
    expect(line(lines, "URGENTSHARE").trend.map(({ quarter, value }) => [quarter, value])).toEqual([
      ["2026-Q1", 6 / 30],
      ["2026-Q2", 14 / 58],
      ["2026-Q3", 21 / 84],
    ]);
    expect(line(lines, "LABELSHARE", "portaal").trend.map(({ value }) => value)).toEqual([null, null, 0.1]);
  });

  it("narrowed to a party has only its lines", async () => {
    const lines = reportLines(await returnOf(small), { party: "Portaal" });
    expect(new Set(lines.map((one) => one.scope.party))).toEqual(new Set(["portaal"]));
    expect(lines.map((one) => one.indicator)).toContain("LABELSHARE");
  });

  it("has every commitment of the agreement once, in its order, each with a sentence", async () => {
    const made = await report(await returnOf(small));
    expect([...new Set(made.commitments.map((one) => one.article))]).toEqual(
      oegstgeest.commitments.map((one) => one.article),
    );
    expect(made.commitments.every((one) => one.statement.nl !== "" && one.statement.en !== "")).toBe(true);
    const of = (article: string) => made.commitments.find((one) => one.article === article)!;
    // Regular is outside the norm so far, so art. 9 gets "attention", the most serious verdict of its norms.
    expect(of("9").verdict).toBe("attention");
    // 40 + 50 social homes planned, fewer than 360, before the end of 2028.
    expect(of("TD-BES-3").verdict).toBe("attention");
    expect(of("TD-BES-3").statement.nl).toContain("40 sociale huurwoningen opgeleverd en 90 in alle projecten");
    expect(of("15").withoutConsent).toEqual(["Huurdersbelangenvereniging Leiden"]);
    expect(of("3")).toMatchObject({ kind: "effort", verdict: "no-norm" });
    expect(made.commitments.filter((one) => one.kind === "effort").every((one) => one.verdict === "no-norm")).toBe(
      true,
    );
  });

  it("shows what PA_Evaluatie says beside what was computed, and never instead", async () => {
    const rows = [
      {
        Artikel: "9",
        Afspraak: "urgent",
        Trekker: "WYwonen",
        Status: "gehaald",
        Toelichting: "gaat goed",
        Bewijs: null,
      },
    ];
    const made = await report(await returnOf(changed({ PA_Evaluatie: rows })));
    expect(made.commitments.find((one) => one.article === "9")).toMatchObject({
      verdict: "attention",
      reported: { status: "gehaald", explanation: "gaat goed", evidence: null },
    });
  });

  it("computes the municipality's own indicators exactly, from any column of a table", async () => {
    const own = {
      id: "MIDDEN",
      title: { nl: "Deel middeldure huur", en: "Share of mid rent" },
      meaning: { nl: "Middeldure huur in de nieuwbouw", en: "Mid rent in new build" },
      unit: "share" as const,
      inputs: {
        mid: {
          table: "PA_Nieuwbouw",
          column: "Middeldure huur",
          aggregate: "sum" as const,
          where: { Fase: ["ontwerp", "in aanbouw", "opgeleverd"] },
        },
        homes: {
          table: "PA_Nieuwbouw",
          column: "Totaal",
          aggregate: "sum" as const,
          where: { Fase: ["ontwerp", "in aanbouw", "opgeleverd"] },
        },
      },
      expression: "mid / homes",
      source: { title: "Eigen besluit" },
    };
    const ret = await returnOf(small);
    const extended: Return = { ...ret, agreement: { ...ret.agreement, indicators: [own] } };
    const made = await report(extended);
    // 10 + 30 of 100 + 120 + 200 + 10.
    expect(line(made.results, "MIDDEN")).toMatchObject({ exact: "4/43", unit: "share" });
  });

  it("says which definitions hold, what disagrees, and what it was made of", async () => {
    const versions = { quarterly: "0.1.0" };
    const made = await report(await returnOf(choosing("Studenten tellen", "noemer")), { versions });
    expect(made.definitions).toContainEqual(
      expect.objectContaining({ name: "Studenten tellen", value: "noemer", chosenHere: true }),
    );
    expect(made.tensions.map((one) => one.id)).toEqual(["T1", "T2"]);
    expect(made.generatedFor).toBe("2026-09-30");
    expect(made.receipt).toMatchObject({ versions, agreement: "oegstgeest-2025-2028", day: "2026-09-30" });
    expect(made.receipt.agreementHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await report(await returnOf(small))).receipt.agreementHash).toBe(made.receipt.agreementHash);
    expect((await report(await returnOf(small))).receipt.inputHash).not.toBe(made.receipt.inputHash);
  });

  it("needs to know the quarter", async () => {
    await expect(report(await returnOf(changed({ PA_Instellingen: null })))).rejects.toThrow("Over welk kwartaal?");
  });

  it("gives the same report for the same rows in another order", async () => {
    // Only the cell addresses change with the order of the rows.
    const figures = async (blocks: Blocks) =>
      toJson(await report(await returnOf(blocks)), "nl").results.map((line) => ({ ...line, madeOf: null }));
    const made = await figures(small);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...small["PA_Voorraad"]!], { minLength: small["PA_Voorraad"]!.length }),
        async (rows) => {
          expect(await figures(changed({ PA_Voorraad: rows }))).toEqual(made);
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe("handing the report on", () => {
  it("as JSON of the contract, in one language", async () => {
    const json = toJson(await report(await returnOf(small)), "en");
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining(["agreement", "quarter", "generatedFor", "results", "commitments", "receipt"]),
    );
    const urgent = json.results.find((one) => one.indicator === "URGENTSHARE")!;
    expect(urgent).toMatchObject({
      value: 0.25,
      exact: "1/4",
      unit: "share",
      norm: { value: 0.25, comparator: "<=", agreed: null },
      verdict: "on-track",
      provisional: true,
      signal: true,
      reason: null,
      scope: { party: null, quarter: "2026-Q3", period: "year" },
    });
    expect(typeof urgent.explanation).toBe("string");
    expect(typeof urgent.display).toBe("string");
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it("as rows for a sheet: six columns, values as numbers", async () => {
    const rows = reportTable(await report(await returnOf(small)), "nl");
    expect(rows[0]).toEqual(["Indicator", "Waarde", "Norm", "Oordeel", "Toelichting", "Artikel"]);
    expect(rows.every((row) => row.length === 6)).toBe(true);
    const urgent = rows.find((row) => row[1] === 0.25)!;
    expect(urgent[3]).toBe("op koers (voorlopig)");
    expect(urgent[5]).toBe("art. 9");
  });

  it("says who delivered what the norms need, and whether the quarter can be frozen", async () => {
    const made = await report(await returnOf(small));
    const missing = made.delivered.filter(({ state }) => state === "missing").map(({ name, table }) => [name, table]);
    // DUWO delivered student homes and no labels.
    expect(missing).toEqual([["DUWO", "PA_Labels"]]);
    expect(made.ready).toBe(false);
    expect(toJson(made, "nl")).toMatchObject({ ready: false });
    const half = small["PA_Toewijzingen"]!.map((row) =>
      row["Verhuurder"] === "Portaal" && row["Kwartaal"] === made.quarter ? { ...row, Aantal: null } : row,
    );
    const told = (await report(await returnOf(changed({ PA_Toewijzingen: half })))).delivered;
    const emptied = half.filter((row) => row.Aantal === null).length;
    expect(emptied).toBeGreaterThan(0);
    // "N.b." states that the figure is unknown; an empty cell states nothing.
    expect(told.filter(({ state }) => state === "incomplete")).toMatchObject([
      { party: "portaal", table: "PA_Toewijzingen", empty: [{ header: "Aantal", rows: emptied }] },
    ]);
    const unknown = half.map((row) => (row.Aantal === null ? { ...row, Aantal: "n.b." } : row));
    expect(
      (await report(await returnOf(changed({ PA_Toewijzingen: unknown })))).delivered.map(({ state }) => state),
    ).not.toContain("incomplete");
    const by = { by: "Ambtelijk overleg", day: "2026-10-14", reason: "DUWO heeft geen woningen met een label" };
    const { rows, look } = freeze(made, "nl", by);
    expect(rows.slice(0, 4).flat()).toEqual([
      "Vastgesteld: derde kwartaal 2026",
      made.agreement.title.nl,
      "Vastgesteld door Ambtelijk overleg op 14 oktober 2026",
      "Nog niet ontvangen: DUWO (Labels). Toch vastgesteld: DUWO heeft geen woningen met een label",
    ]);
    // The headers of the figures are in the row that `look` names.
    expect(rows[look.headerRow! - 1]?.slice(0, 4)).toEqual(["Indicator", "Waarde", "Norm", "Oordeel"]);
    expect(look.isProtected).toBe(true);
    const labels = [...small["PA_Labels"]!, labelRow("2026-Q3", "DUWO", "sociaal", "A", 0)];
    const whole = await report(await returnOf(changed({ PA_Labels: labels })));
    expect(whole.ready).toBe(true);
    // An error of the first quarter stands in the figures of the year.
    const early = small["PA_Toewijzingen"]!.map((row, at) => (at === 0 ? { ...row, Aantal: "veel" } : row));
    const before = await report(await returnOf(changed({ PA_Labels: labels, PA_Toewijzingen: early })));
    expect([before.issues.error, before.ready]).toEqual([0, false]);
    // A report on one party says nothing about the others.
    const one = await report(await returnOf(changed({ PA_Labels: labels })), { party: "WYwonen" });
    expect([one.ready, new Set(one.delivered.map(({ name }) => name))]).toEqual([false, new Set(["WYwonen"])]);
  });

  it("rows prepared for the next quarter, still empty, are no errors of this one", async () => {
    const before = await report(await returnOf(small));
    const prepared = [...small["PA_Toewijzingen"]!, letting("2026-Q4", "WYwonen", "regulier", null)];
    const after = await report(await returnOf(changed({ PA_Toewijzingen: prepared })));
    expect(after.issues.error).toBe(before.issues.error);
    const found = validate(await returnOf(changed({ PA_Toewijzingen: prepared })));
    expect(found.filter(({ quarter }) => quarter === "2026-Q4").map(({ rule }) => rule)).toEqual(["PA-118"]);
  });

  it("frozen, and compared later: only what changed, exactly", async () => {
    const made = await report(await returnOf(small));
    const { sheet, rows } = freeze(made);
    expect(sheet).toBe("Vastgesteld 2026-Q3");
    expect(freeze(made, "en").sheet).toBe("Finalised 2026-Q3");
    expect(rows.flat()).toContain(made.receipt.inputHash);
    // The sheet contains nothing that a spreadsheet would read as a date or formula.
    expect(rows.flat().some((cell) => typeof cell === "string" && /^(=|\d+\/\d+$)/.test(cell))).toBe(false);
    expect(revision(rows, made)).toEqual([]);

    const more = [...small["PA_Toewijzingen"]!, letting("2026-Q1", "WYwonen", "statushouder", 1)];
    const later = await report(await returnOf(changed({ PA_Toewijzingen: more })));
    const changes = revision(rows, later);
    expect(changes.find((one) => one.indicator === "URGENTSHARE" && one.party === null)).toMatchObject({
      before: { exact: "1/4" },
      after: { exact: "22/85" },
    });
    expect(changes.every((one) => /^(URGENT|REGULAR|artikel (9b?|TD-BES-5)$)/.test(one.indicator))).toBe(true);
    // 21 of 84 is 25%, which the norm allows; 22 of 85 is 25.9%, which it does not, while the year runs. What turned comes first.
    expect(changes[0]).toMatchObject({ turned: true });
    expect(changes.find((one) => one.indicator === "URGENTSHARE" && one.party === null)).toMatchObject({
      turned: true,
      before: { verdict: { nl: "op koers (voorlopig)" } },
      after: { verdict: { nl: "aandacht (voorlopig)" } },
    });
    expect(revision([], made)).toHaveLength(made.results.length);
    const none = revision(rows, { results: [], commitments: [] });
    expect(none).toHaveLength(made.results.length + made.commitments.length);
  });

  it("a verdict that went since the freeze turned too, and so does that of the promise", async () => {
    const made = await report(await returnOf(small));
    const { rows } = freeze(made);
    // Article 5 was judged on five units; a date that cannot be read leaves no figure.
    const units = small["PA_Studenten"]!.map((row, at) => (at === 0 ? { ...row, Huurpeildatum: "ooit" } : row));
    const later = await report(await returnOf(changed({ PA_Studenten: units })));
    const turned = revision(rows, later).filter((one) => one.turned);
    const verdicts = turned.map(({ indicator, party, before, after }) => [
      ...[indicator, party, before?.verdict?.nl],
      after?.verdict?.nl,
    ]);
    expect(verdicts).toContainEqual(["STUDENTSHARE", null, "niet gehaald", "niet te bepalen"]);
    expect(verdicts).toContainEqual(["artikel 5", null, "niet gehaald", "niet te bepalen"]);
    // The line of the party itself is not judged any more.
    expect(verdicts).toContainEqual(["STUDENTSHARE", "Campus BV", "niet gehaald", undefined]);
  });

  it("a promise turns while every figure stays: 3 of 4 meetings become 4", async () => {
    const made = await report(await returnOf(small));
    const { rows } = freeze(made, "en");
    const at = made.commitments.findIndex(({ kind }) => kind === "frequency");
    const [was, now] = (["attention", "on-track"] as const).map((verdict) => ({
      ...made,
      commitments: made.commitments.map((line, i) => (i === at ? { ...line, verdict, provisional: false } : line)),
    }));
    expect(revision(freeze(was!, "en").rows, was!)).toEqual([]);
    expect(revision(freeze(was!, "en").rows, now!)).toMatchObject([
      { before: { verdict: { nl: "attention" } }, after: { verdict: { nl: "op koers" } }, turned: true },
    ]);
    // A sheet frozen before promises were on it says nothing about them.
    const figures = rows.filter((row) => !String(row[8]).startsWith("artikel "));
    expect(revision(figures, now!)).toEqual([]);
  });

  it("a sheet frozen before it was ready says all that was open, and why it was frozen", async () => {
    const rows = small["PA_Toewijzingen"]!.filter((row) => row["Verhuurder"] !== "Portaal");
    const last = rows.findLastIndex((row) => row["Kwartaal"] === "2026-Q3" && row["Verhuurder"] === "WYwonen");
    const broken = rows.map((row, at) => (at === last ? { ...row, Aantal: "veel" } : row));
    const made = await report(await returnOf(changed({ PA_Toewijzingen: broken })));
    const [, , , said] = freeze(made, "nl", { by: "A", day: "2026-10-12", reason: "de raad wacht" }).rows;
    expect(String(said![0])).toMatch(
      /Nog niet ontvangen: .*Portaal.* Er zijn nog fouten\. Toch vastgesteld: de raad wacht/,
    );
  });

  it("hashes content, not the order it was written in", () => {
    expect(canonicalJson({ b: [1, null], a: { d: "x", c: undefined } })).toBe('{"a":{"d":"x"},"b":[1,null]}');
  });
});

describe("what if: the path to a share", () => {
  // Case path-to-share: from 16% to 30%; with 40% social in the additions the stock must grow 2.4 times, with 30% it never gets
  // there.
  it("reaches 30% when the stock has grown 2.4 times with 40% social", () => {
    const found = path(
      { social: 1600, homes: 10_000, year: 2026 },
      { additionsPerYear: 1000, socialShareInAdditions: 0.4, until: 2030 },
    );
    expect(found.growthFactor.exact).toBe("12/5");
    expect(found.homesToTarget.value).toBe(14_000);
    expect(found.reachedIn).toBe(2040);
    expect(found.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
    expect(found.years[1]).toMatchObject({ homes: 11_000, exact: "2/11", reached: false });
  });

  it("never gets there with 30% social in what is added", () => {
    const found = path(
      { social: 1600, homes: 10_000, year: 2026 },
      { additionsPerYear: 100, socialShareInAdditions: 0.3, until: 2027 },
    );
    expect(found.reachedIn).toBeNull();
    expect(found.growthFactor.reason).toBe("unreachable");
  });

  it("starts from the workbook: 1,734 of 11,500", async () => {
    const found = path(await returnOf(small), { additionsPerYear: 300, socialShareInAdditions: 0.5, until: 2028 });
    expect(found.years[0]).toMatchObject({ year: 2026, homes: 11_500, exact: "867/5750" });
    await expect(async () =>
      path(await returnOf({}), { additionsPerYear: 1, socialShareInAdditions: 1, until: 2028 }),
    ).rejects.toThrow(InputError);
  });

  it("has reached the target in precisely the year it says, and not in the one before", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 10_000, max: 20_000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.constantFrom(0.4, 0.5, 0.667, 1),
        (social, homes, additionsPerYear, socialShareInAdditions) => {
          const plan = { additionsPerYear, socialShareInAdditions };
          const { reachedIn } = path({ social, homes, year: 2026 }, { ...plan, until: 2026 });
          const { years } = path({ social, homes, year: 2026 }, { ...plan, until: reachedIn! });
          expect(years.at(-1)!.reached).toBe(true);
          expect(years.at(-2)?.reached ?? false).toBe(false);
        },
      ),
      { numRuns: 50 },
    );
  });
});
