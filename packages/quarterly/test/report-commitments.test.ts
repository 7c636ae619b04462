import { describe, expect, it } from "vitest";
import { calendar } from "../src/report/calendar.js";
import { judgeDated } from "../src/report/duties.js";
import { evaluations, type Evaluation } from "../src/report/evaluation.js";
import { judgeMeetings, judgeMinutes, meetings } from "../src/report/meetings.js";
import { meetingDays } from "../src/report/occurrences.js";
import { report } from "../src/report/report.js";
import { changed, choosing, oegstgeest, returnOf, small, type Rows } from "./small-return.js";

const commitment = (article: string) => oegstgeest.commitments.find((one) => one.article === article)!;
const status = (status: string, more: Partial<Evaluation> = {}): Evaluation => ({
  status,
  explanation: null,
  evidence: null,
  deadline: null,
  period: null,
  ...more,
});
const dated = (article: string, reported: Evaluation | null, day: string) =>
  judgeDated(commitment(article).due ?? reported?.deadline ?? null, reported, day);
const evaluated = (Artikel: string, Status: string, more: Record<string, string | null> = {}) => ({
  ...{ Artikel, Afspraak: "afspraak", Trekker: "gemeente", Status, Periode: null, Deadline: null, Bewijs: null },
  ...more,
});
/** All lines of an article: occurrence, verdict and due date. */
const times = async (article: string, rows: Rows, day = "2026-09-30") => {
  const made = await report(await returnOf(changed({ PA_Evaluatie: rows })), { day });
  return made.commitments
    .filter((line) => line.article === article)
    .map(({ period, verdict, due }) => [period, verdict, due] as const);
};

describe("dated commitments", () => {
  // Art. 19: a plan within two years after adoption of the Transitievisie Warmte, a date the text does not name.
  it.each([
    [null, null],
    ["29-2-2024", "2026-02-28"],
    [46_000, "2027-12-09"],
  ])("art. 19b falls due two years after the day in PA_Instellingen: %s", async (adopted, due) => {
    const ret = await returnOf(choosing("Vaststelling Transitievisie Warmte", adopted));
    const found = calendar(ret, { quarter: "2026-Q3", day: "2026-09-30" }).filter(({ article }) => article === "19b");
    expect(found.map(({ day }) => day)).toEqual(due === null ? [] : [due]);
  });

  // Art. 7: soortenmanagementplan, uiterlijk eind 2026.
  it.each([
    ["nothing reported, still time", null, "2026-09-30", "unknown", null],
    ["on course, still time", status("op koers"), "2026-09-30", "on-track", null],
    ["attention, still time", status("aandacht"), "2026-09-30", "attention", null],
    ["done with evidence", status("gehaald", { evidence: "plan.pdf" }), "2026-09-30", "met", true],
    ["said to be done, no evidence", status("gehaald"), "2027-01-01", "unknown", null],
    ["not done on the last day", status("op koers"), "2026-12-31", "missed", false],
    ["not done the day before", status("op koers"), "2026-12-30", "on-track", null],
    ["passed and nothing reported: unknown is not failed", null, "2027-01-01", "unknown", null],
    ["not applicable", status("n.v.t."), "2027-01-01", "no-norm", null],
  ] as const)("art. 7, %s", (_, reported, day, verdict, done) => {
    expect(dated("7", reported, day)).toMatchObject({ verdict, done });
  });

  // Art. 46: every first quarter. An unreported occurrence is not replaced by the next.
  it("a yearly duty has one line for every time it was due, and the next", async () => {
    const done = { Bewijs: "overzicht.xlsx" };
    expect(await times("46", [])).toEqual([
      ["2025-Q1", "unknown", null],
      ["2026-Q1", "unknown", null],
      ["2027-Q1", "unknown", "2027-03-31"],
    ]);
    expect(
      await times("46", [
        evaluated("46", "gehaald", { Periode: "Q1 2025", ...done }),
        evaluated("46", "niet gehaald", { Periode: "2026" }),
        evaluated("46", "op koers", { Periode: "2027-Q1" }),
      ]),
    ).toEqual([
      ["2025-Q1", "met", null],
      ["2026-Q1", "missed", null],
      ["2027-Q1", "on-track", "2027-03-31"],
    ]);
    // A deadline also identifies the occurrence.
    expect((await times("46", [evaluated("46", "gehaald", { Deadline: "2026-03-31", ...done })]))[1]).toEqual([
      "2026-Q1",
      "met",
      null,
    ]);
  });

  it("a status that does not say which time it is about is nobody's", async () => {
    const found = await times("11", [evaluated("11", "op koers")]);
    expect(found.map(([, verdict]) => verdict)).toEqual(["unknown", "unknown", "unknown"]);
    const { commitments } = await report(await returnOf(changed({ PA_Evaluatie: [evaluated("11", "op koers")] })));
    expect(commitments.find(({ article }) => article === "11")!.statement.nl).toContain("niet over welke keer");
    // In the first quarter of the agreement there is only one occurrence.
    expect(await times("11", [evaluated("11", "op koers")], "2025-03-30")).toEqual([
      ["2025-Q1", "on-track", "2025-03-31"],
    ]);
  });

  // Art. 9: above 20% corporation and municipality talk. The small return has 21 of 84.
  it("the talk after a signal has a place to be recorded", async () => {
    const told = async (rows: Rows) => {
      const made = await report(await returnOf(changed({ PA_Evaluatie: rows })));
      return made.commitments.find(({ article }) => article === "9b")!;
    };
    expect(await told([])).toMatchObject({ verdict: "unknown", period: "2026" });
    expect((await told([])).statement.nl).toContain("Signaal in 2026 (samen 25,0%");
    const talked = evaluated("9b", "gehaald", { Periode: "2026", Bewijs: "verslag 8 september" });
    expect((await told([talked])).verdict).toBe("met");
    const few = small["PA_Toewijzingen"]!.filter((row) => row["Categorie"] !== "totaal").map((row) =>
      row["Categorie"] === "regulier" ? { ...row, Aantal: 90 } : row,
    );
    const quiet = await report(await returnOf(changed({ PA_Toewijzingen: few })));
    expect(quiet.commitments.find(({ article }) => article === "9b")).toMatchObject({ verdict: "no-norm" });
  });

  it("after the last day there is one final judgement, and nothing is due any more", async () => {
    const made = await report(await returnOf(small), { quarter: "2029-Q1" });
    expect(made.commitments.every(({ due }) => due === null)).toBe(true);
    expect(made.commitments.every(({ statement }) => statement.nl.startsWith("Afgelopen op 31 december 2028;"))).toBe(
      true,
    );
    expect(made.commitments.some(({ provisional }) => provisional)).toBe(false);
  });

  it("without a day in the agreement, the Deadline of PA_Evaluatie counts; else the reader hears which setting is missing (art. 19b)", async () => {
    expect(dated("19b", null, "2026-09-30").verdict).toBe("unknown");
    expect(dated("19b", status("aandacht", { deadline: "2026-06-30" }), "2026-09-30").verdict).toBe("missed");
    const { commitments } = await report(await returnOf(small));
    expect(commitments.find(({ article }) => article === "19b")!.statement.nl).toContain(
      "Vul de instelling Vaststelling Transitievisie Warmte in",
    );
  });

  it("reads articles as people write them", async () => {
    const rows = [{ Artikel: "Art. 7", Afspraak: "Plan", Trekker: "gemeente", Status: "Gehaald ", Bewijs: "plan.pdf" }];
    const found = evaluations(await returnOf({ PA_Evaluatie: rows }))!;
    expect(found.of("7")).toMatchObject({ status: "gehaald", evidence: "plan.pdf" });
    expect(found.of("17")).toBeNull();
  });
});

const everybody = "gemeente, WYwonen, Portaal, DUWO, SHM, HBV, BRES";
const meeting = (Datum: string, Soort: string, Aanwezig: string | null = everybody, sent: string | null = Datum) => ({
  Datum,
  Soort,
  Aanwezig,
  "Verslag verstuurd op": sent,
});
const judged = async (article: string, rows: Rows, day = "2026-09-30") => {
  const ret = await returnOf({ PA_Overleg: rows });
  const rule = commitment(article).meetings;
  return rule ? judgeMeetings(ret, meetings(ret), rule, day) : judgeMinutes(meetings(ret), day);
};

describe("meetings (art. 38-42)", () => {
  const quarters = ["2026-02-10", "2026-05-12", "2026-09-08"];

  it("are spread evenly, a named month in its period: spring and November", () => {
    expect(meetingDays(commitment("41").meetings!, 2026)).toEqual(["2026-06-30", "2026-11-30"]);
    expect(meetingDays(commitment("40").meetings!, 2026).map((day) => day.slice(5))).toEqual([
      "03-31",
      "06-30",
      "09-30",
      "12-31",
    ]);
  });

  it("count when held; a date in the future is planned", async () => {
    const rows = [...quarters, "2026-12-08"].map((day) => meeting(day, "ambtelijk"));
    expect(await judged("40", rows)).toMatchObject({ verdict: "on-track" });
    expect((await judged("40", rows)).statement.nl).toContain("3 van 4 overleggen gehouden in 2026, 1 gepland");
    expect((await judged("40", rows, "2026-12-31")).verdict).toBe("met");
    expect((await judged("40", rows.slice(1))).verdict).toBe("attention");
    expect((await judged("40", rows.slice(1), "2026-12-31")).verdict).toBe("missed");
  });

  it("ask everybody in Q1 and Q3, municipality and WYwonen always (art. 40)", async () => {
    const few = "gemeente en WYwonen";
    const rows = (second: string, third: string) => [
      meeting(quarters[0]!, "ambtelijk"),
      meeting(quarters[1]!, "ambtelijk", second),
      meeting(quarters[2]!, "ambtelijk", third),
    ];
    expect((await judged("40", rows(few, "allen"))).verdict).toBe("on-track");
    const absent = await judged("40", rows("gemeente", few));
    expect(absent.verdict).toBe("attention");
    expect(absent.statement.nl).toContain("WYwonen (Q2)");
    expect(absent.statement.nl).toContain("Portaal (Q3)");
    expect(absent.statement.nl).not.toContain("Portaal (Q2");
  });

  it("an empty list of who was there is not an absence", async () => {
    const rows = quarters.map((day) => meeting(day, "ambtelijk", null));
    expect((await judged("40", rows)).verdict).toBe("unknown");
  });

  it("one has to be in November (art. 41)", async () => {
    const rows = [meeting("2026-04-14", "bestuurlijk"), meeting("2026-09-15", "bestuurlijk")];
    expect((await judged("41", rows, "2026-10-31")).verdict).toBe("on-track");
    expect((await judged("41", [...rows, meeting("2026-11-17", "bestuurlijk")], "2026-11-20")).verdict).toBe("met");
    const december = await judged("41", rows, "2026-12-31");
    expect(december.verdict).toBe("missed");
    expect(december.statement.nl).toContain("Geen overleg in november");
  });

  it("have their minutes sent (art. 42)", async () => {
    const rows = [meeting(quarters[0]!, "ambtelijk"), meeting(quarters[1]!, "bestuurlijk", everybody, null)];
    expect(await judged("42", rows)).toMatchObject({ verdict: "attention" });
    // The agenda is not recorded.
    expect((await judged("42", rows.slice(0, 1))).verdict).toBe("unknown");
    const both = rows.slice(0, 1).map((row) => ({ ...row, "Agenda verstuurd op": "2026-02-03" }));
    expect((await judged("42", both)).verdict).toBe("on-track");
    expect((await judged("42", both, "2026-12-31")).verdict).toBe("met");
  });

  it("without PA_Overleg nothing can be said", async () => {
    const ret = await returnOf({});
    expect(judgeMeetings(ret, meetings(ret), commitment("40").meetings!, "2026-09-30").verdict).toBe("unknown");
  });
});

describe("the calendar", () => {
  it("has what falls due this year and next quarter, recurring duties and meetings too, by day", async () => {
    const ret = await returnOf(
      changed({
        PA_Overleg: [meeting("2026-02-10", "ambtelijk"), meeting("2026-12-08", "ambtelijk")],
        PA_Evaluatie: [{ Artikel: "7", Afspraak: "Plan", Trekker: "gemeente", Status: "op koers" }],
      }),
    );
    const due = calendar(ret, { quarter: "2026-Q3", day: "2026-09-30" });
    const of = (article: string) => due.filter((duty) => duty.article === article).map(({ day, done }) => [day, done]);
    expect(of("7")).toEqual([["2026-12-31", null]]);
    expect(of("46")).toEqual([["2026-03-31", null]]);
    expect(of("1")).toEqual([["2026-11-30", null]]);
    expect(of("40")).toEqual([
      ["2026-03-31", true],
      ["2026-06-30", false],
      ["2026-09-30", false],
      ["2026-12-08", null],
      ["2026-12-31", null],
    ]);
    expect(due.map(({ day }) => day)).toEqual(due.map(({ day }) => day).sort());
    expect(calendar(ret, { quarter: "2026-Q4", day: "2026-12-31" }).some(({ day }) => day === "2027-03-31")).toBe(true);
  });
});

describe("a commitment with several figures", () => {
  it("tells them one after the other, each with one full stop", async () => {
    const open = small["PA_Toewijzingen"]!.map((row, i) => (i === 0 ? { ...row, Aantal: null } : row));
    const { commitments } = await report(await returnOf(changed({ PA_Toewijzingen: open })));
    const { statement } = commitments.find(({ article }) => article === "9")!;
    expect(statement.nl).toMatch(/niet als 0\. Toewijzingen aan regulier woningzoekenden: /);
    expect(statement.nl + statement.en).not.toContain("..");
  });
});
