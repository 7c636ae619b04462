// A project that an earlier quarter lists and this one does not: nobody said that it stopped, so it may count as it did.
// The expected numbers were counted by hand.
import { describe, expect, it } from "vitest";
import { count, live, report, validate, type LiveId } from "../src/index.js";
import { changed, returnOf, small, unit, type Blocks, type Rows } from "./small-return.js";

const quarter = "2026-Q3";
const plan = (at: string, id: string, social: number, sale: number, more: Rows[number] = {}) => ({
  ...small["PA_Nieuwbouw"]![2]!,
  ...{ Kwartaal: at, Project_id: id, Projectnaam: `Plan ${id}`, Fase: "ontwerp", "Sociale huur": social },
  ...{ "Middeldure huur": 0, Koop: sale, Totaal: social + sale, "Waarvan uitstroom": 0, ...more },
});
const plans = (...rows: Rows): Blocks => changed({ PA_Nieuwbouw: rows });

async function judged(blocks: Blocks, id: LiveId = "NEWBUILDSHARE") {
  const ret = await returnOf(blocks);
  const found = count(id, ret, { quarter, party: null });
  const range = found.state === "counted" ? found.open.range : null;
  const { verdict, explanation, exact, notes } = live(id, ret, { quarter });
  return {
    ...{ verdict, explanation, exact, said: notes.map((note) => note.nl).join("\n") },
    range: range && [range.low.toFraction(), range.high.toFraction()],
  };
}

describe("a project that is not listed any more", () => {
  it("leaves no verdict where it would change it: 40 of 100, or 40 of 150", async () => {
    const left = plans(plan("2026-Q2", "A", 40, 60), plan("2026-Q2", "B", 0, 50), plan(quarter, "A", 40, 60));
    expect(await judged(left)).toMatchObject({ exact: "2/5", verdict: "unknown", range: ["4/15", "2/5"] });
    expect((await judged(left)).explanation).toContain(
      "1 project van een eerder kwartaal staat niet meer in Nieuwbouw",
    );
  });

  it("is said beside a verdict that it does not change: 40 of 100, or 60 of 150", async () => {
    const found = await judged(
      plans(plan("2026-Q2", "A", 40, 60), plan("2026-Q2", "B", 40, 10), plan(quarter, "A", 40, 60)),
    );
    expect(found).toMatchObject({ exact: "2/5", verdict: "on-track", range: ["2/5", "8/15"] });
    expect(found.explanation).toContain("40,0% tot 53,3%: 1 project van een eerder kwartaal staat niet meer");
    expect(found.said).toContain("1 project van een eerder kwartaal staat niet meer in Nieuwbouw en telt niet mee.");
  });

  it("counts by what it last was: dropped before, it is missed by nobody; not listed for two quarters, it still is", async () => {
    const now = plan(quarter, "A", 40, 60);
    const before = (at: string, Fase: string) => plan(at, "B", 0, 50, { Fase });
    const dropped = await judged(plans(before("2026-Q1", "ontwerp"), before("2026-Q2", "vervallen"), now));
    expect(dropped).toMatchObject({ verdict: "on-track", range: null });
    const long = await judged(plans(before("2026-Q1", "ontwerp"), plan("2026-Q2", "A", 40, 60), now));
    expect(long).toMatchObject({ verdict: "unknown", range: ["4/15", "2/5"] });
  });

  it("is listed under another code with the same name, or in a later quarter no longer than asked", async () => {
    const renamed = plans(plan("2026-Q2", "A", 40, 60), plan(quarter, "A2", 40, 60, { Projectnaam: "Plan A" }));
    expect(await judged(renamed)).toMatchObject({ verdict: "on-track", range: null });
    const later = plans(plan(quarter, "A", 40, 60), plan("2026-Q4", "B", 0, 50));
    expect(await judged(later)).toMatchObject({ verdict: "on-track", range: null });
  });

  it("of unknown phase or not: both are unknown together", async () => {
    const found = await judged(
      plans(
        plan("2026-Q2", "B", 0, 50, { Fase: "n.b." }),
        plan(quarter, "A", 40, 60),
        plan(quarter, "C", 40, 10, { Fase: "n.b." }),
      ),
    );
    // Lowest: only B beside A, 40 of 150. Highest: only C, 80 of 150.
    expect(found.range).toEqual(["4/15", "8/15"]);
    expect(found.explanation).toMatch(/van 1 rij is Fase niet bekend en 1 project van een eerder kwartaal/);
  });

  it("leaves a promised number without a verdict if it could reach it", async () => {
    const line = async (social: number, needed: number) => {
      const ret = await returnOf(plans(plan("2026-Q2", "B", social, 0), plan(quarter, "A", 50, 0)));
      const norms = ret.agreement.norms.map((norm) =>
        norm.indicator === "SOCIALTARGET" ? { ...norm, value: String(needed) } : norm,
      );
      const made = await report({ ...ret, agreement: { ...ret.agreement, norms } });
      return made.commitments.find(({ statement }) => / in alle projecten samen/.test(statement.nl))!;
    };
    // 50 listed, 50 more not listed any more.
    expect((await line(50, 50)).verdict).toBe("on-track");
    expect((await line(50, 101)).verdict).toBe("attention");
    const open = await line(50, 100);
    expect(open.verdict).toBe("unknown");
    expect(open.statement.nl).toContain(
      "1 project van een eerder kwartaal met 50 sociale huurwoningen staat niet meer",
    );
  });

  it("hides no student units: the plan is as it last was (art. 5)", async () => {
    const hof = (at: string, Fase: string) =>
      plan(at, "H", 0, 0, {
        ...{ Projectnaam: "Hof", Ontwikkelaar: "Campus BV", Partijtype: "commercieel", Fase, Studenteneenheden: 10 },
        ...{ Totaal: 10, "Oplevering werkelijk": Fase === "opgeleverd" ? "2026-05-01" : null },
      });
    const units = (number: number) =>
      Array.from({ length: number }, (_, at) => ({
        ...unit("Campus BV", "commercieel", `${at}`, 400, "2026-01-01"),
        Complex: "Hof",
      }));
    const verdict = async (Fase: string, number: number) =>
      (
        await judged(
          { ...plans(hof("2026-Q2", Fase), plan(quarter, "A", 40, 60)), PA_Studenten: units(number) },
          "STUDENTSHARE",
        )
      ).verdict;
    expect(await verdict("in aanbouw", 10)).toBe("on-track");
    expect(await verdict("opgeleverd", 10)).toBe("met");
    // Seven of ten handed over: 70% to 100%.
    expect(await verdict("opgeleverd", 7)).toBe("unknown");
  });

  it("is named by PA-206", async () => {
    const issues = validate(await returnOf(plans(plan("2026-Q2", "B", 0, 50), plan(quarter, "A", 40, 60))));
    expect(issues.filter(({ rule }) => rule === "PA-206")).toHaveLength(1);
  });
});

it("a letting category that was always there counts as 0, and its line says that it is not there", async () => {
  const rows = small["PA_Toewijzingen"]!.filter(
    (row) => !(row["Kwartaal"] === quarter && row["Verhuurder"] === "WYwonen" && row["Categorie"] === "regulier"),
  );
  const ret = await returnOf(changed({ PA_Toewijzingen: rows }));
  const said =
    "WYwonen heeft in het derde kwartaal 2026 geen rij voor regulier; in elk eerder kwartaal stond die er wel.";
  const notes = (party: string | null) => live("REGULARSHARE", ret, { quarter, party }).notes.map((note) => note.nl);
  expect([notes(null).includes(said), notes("wywonen").includes(said), notes("portaal").includes(said)]).toEqual([
    ...[true, true],
    false,
  ]);
  // An explicit 0 is an answer.
  const zero = rows.concat([{ ...rows[0]!, Kwartaal: quarter, Categorie: "regulier", Aantal: 0 }]);
  const told = live("REGULARSHARE", await returnOf(changed({ PA_Toewijzingen: zero })), { quarter }).notes;
  expect(told.some((note) => note.nl.includes("elk eerder kwartaal"))).toBe(false);
});
