// Returns with one error or omission each (test/cases/returns), and the verdict a sceptic would accept. Expected values
// follow from the agreement's text and from counting the rows by hand; the figures are invented.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read, report, validate } from "@prestatieafspraken/quarterly";
import { openWorkbook } from "@prestatieafspraken/xlsx";

async function judged(name: string) {
  const bytes = new Uint8Array(readFileSync(new URL(`cases/returns/${name}.xlsx`, import.meta.url)));
  const ret = await read(await openWorkbook(bytes, { name: `${name}.xlsx` }), { agreements });
  const made = await report(ret);
  const line = (id: string) =>
    made.results.find(
      ({ indicator, scope }) => indicator === id && scope.party === null && scope.period !== "quarter",
    )!;
  const article = (wanted: string) =>
    made.commitments.filter((one) => one.article === wanted).map(({ verdict }) => verdict);
  return { line, article, made, issues: validate(ret) };
}

describe("verdicts over returns of parties", () => {
  it("the party with most lettings sent none: no verdict, and the party is named (art. 9)", async () => {
    const { line, article, made, issues } = await judged("domain-lettings-no-wywonen");
    expect(["URGENTSHARE", "REGULARSHARE"].map((id) => line(id).verdict)).toEqual(["unknown", "unknown"]);
    expect(article("9")).toEqual(["unknown"]);
    expect(made.ready).toBe(false);
    expect(
      issues.some(({ severity, message }) => severity === "warning" && message.nl.includes("WYwonen (Toewijzingen")),
    ).toBe(true);
  });

  it("a year with quarters missing is not judged (art. 9)", async () => {
    expect((await judged("domain-lettings-only-q3")).line("URGENTSHARE").verdict).toBe("unknown");
  });

  it("a breach by one corporation, 59 of 79 regular, is not hidden by 63 of 84 together (art. 9)", async () => {
    const { line, article } = await judged("house-clean");
    expect(line("REGULARSHARE")).toMatchObject({ exact: "3/4", verdict: "attention" });
    expect(article("9")).toEqual(["attention"]);
  });

  it("a long-term goal is a direction, also after a decrease (einddoel)", async () => {
    for (const name of ["house-clean", "domain-longterm-fall"])
      expect(["direction", "unknown"]).toContain((await judged(name)).line("SOCIALSHARE").verdict);
  });

  it("homes delivered in 2023 are in no figure of new build: 304 of 966, 66 of 304", async () => {
    const { line } = await judged("domain-newbuild-plans-and-2023");
    expect(["NEWBUILDSHARE", "OUTFLOWSHARE"].map((id) => line(id).exact)).toEqual(["152/483", "33/152"]);
    expect(line("NEWBUILDSHARE")).toMatchObject({ verdict: "on-track", provisional: true });
  });

  it("a repeated row of the first quarter leaves no verdict on the labels (art. 19)", async () => {
    const { line, article } = await judged("house-dup-baseline");
    expect(line("LABELPROGRESS").verdict).toBe("no-norm");
    expect(article("19a").some((verdict) => verdict === "met" || verdict === "on-track")).toBe(false);
  });

  it("a low required pace does not prove that homes were improved (art. 19c)", async () => {
    const said = (await judged("domain-pace-without-improvement")).article("19c");
    expect(said.some((verdict) => verdict === "met" || verdict === "on-track")).toBe(false);
  });

  it("a yearly duty that passed unreported is not replaced by the next one (art. 11)", async () => {
    const said = (await judged("domain-duties")).article("11");
    expect(said.length).toBeGreaterThan(1);
    expect(said.some((verdict) => verdict === "met" || verdict === "on-track")).toBe(false);
  });

  it("'Sociaal urgent' counts as urgent or as unknown: never within the cap without doubt (art. 9)", async () => {
    const { exact, verdict } = (await judged("left-sociaal-urgent")).line("URGENTSHARE");
    expect(exact === "17/84" || verdict === "unknown").toBe(true);
  });
});
