// Two returns with another value for one cell: until somebody has chosen, no figure that counts the cell has a verdict.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { applyFixes, read, validate, type CellValue, type Issue } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { ownFolder, pa, template } from "./pa/pa.js";

const file = ownFolder();

/** The urgent lettings of WYwonen in the third quarter of 2026, in a file. */
async function urgentIn(name: string) {
  const workbook = openXlsx(readFileSync(file(name)));
  const table = (await read(workbook, { agreements })).tables.get("PA_Toewijzingen")!;
  const is = (index: number) =>
    [table.value("Kwartaal", index), table.value("Verhuurder", index), table.value("Categorie", index)].join(" ") ===
    "2026-Q3 wywonen urgent";
  const index = Array.from({ length: table.length }, (_, at) => at).find(is)!;
  return { workbook, sheet: table.sheet(index), cell: table.cell("Aantal", index)!, now: table.typed("Aantal", index) };
}

/** Writes a copy of a file in which WYwonen has so many urgent lettings more. */
async function withMore(from: string, more: number, to: string): Promise<CellValue> {
  const { workbook, sheet, cell, now } = await urgentIn(from);
  await workbook.change([{ sheet, cell, value: Number(now) + more }]);
  writeFileSync(file(to), workbook.bytes());
  return Number(now) + more;
}

/** The issue about the contradiction in a file; undefined if there is none. */
async function contradictionIn(name: string): Promise<Issue | undefined> {
  const ret = await read(openXlsx(readFileSync(file(name))), { agreements });
  return validate(ret).find(({ rule }) => rule === "PA-161");
}

interface Judged {
  readonly results: readonly { indicator: string; scope: { party: string | null }; exact: string; verdict: string }[];
  readonly commitments: readonly { article: string; verdict: string }[];
}

/** What a report says of the share of urgent lettings of all parties together, and of article 9. */
async function judged(name: string) {
  const { results, commitments } = JSON.parse((await pa("report", file(name), "--json")).out) as Judged;
  const share = results.find(({ indicator, scope }) => indicator === "URGENTSHARE" && scope.party === null);
  return [share?.exact, share?.verdict, commitments.find(({ article }) => article === "9")?.verdict];
}

let [ours, theirs]: CellValue[] = [];
beforeAll(async () => {
  await template(file("wywonen.xlsx"), "--sample", "--clean");
  ours = (await urgentIn("wywonen.xlsx")).now;
  // Seven urgent lettings more: 24 of 91 is more than a quarter, 17 of 84 is not (article 9).
  theirs = await withMore("wywonen.xlsx", 7, "gemeente.xlsx");
  await pa("merge", file("wywonen.xlsx"), file("gemeente.xlsx"), "-o", file("monitor.xlsx"));
});

// Article 9 asks for attention with either value: of the lettings of WYwonen alone too few are regular.
it("each value gives a verdict of its own, and both together none", async () => {
  expect(await judged("wywonen.xlsx")).toEqual(["17/84", "on-track", "attention"]);
  expect(await judged("gemeente.xlsx")).toEqual(["24/91", "attention", "attention"]);
  const [, ...verdicts] = await judged("monitor.xlsx");
  expect(verdicts).toEqual(["unknown", "unknown"]);
});

it("a check names the cell, both values and their files, and exits with 1", async () => {
  const { sheet, cell } = await urgentIn("monitor.xlsx");
  const { code, out } = await pa("check", file("monitor.xlsx"), "--json");
  const { issues } = JSON.parse(out) as { issues: Issue[] };
  expect(code).toBe(1);
  expect(issues.filter(({ severity }) => severity === "error")).toMatchObject([{ rule: "PA-161", sheet, cell }]);
  expect((await pa("check", file("monitor.xlsx"))).out).toContain(
    `bij Aantal staat '${String(ours)}' (uit wywonen.xlsx), maar volgens gemeente.xlsx '${String(theirs)}'. Niemand heeft nog gekozen.`,
  );
});

it("each fix gives the verdict of its value, and a kept value is not asked about again", async () => {
  for (const [at, label, verdicts] of [
    [0, `'${String(ours)}' houden`, ["17/84", "on-track", "attention"]],
    [1, `Aantal = ${String(theirs)}, volgens gemeente.xlsx`, ["24/91", "attention", "attention"]],
  ] as const) {
    const fix = (await contradictionIn("monitor.xlsx"))!.fixes![at]!;
    expect(fix.label.nl).toBe(label);
    const { workbook } = await urgentIn("monitor.xlsx");
    await applyFixes(workbook, [fix]);
    writeFileSync(file("chosen.xlsx"), workbook.bytes());
    expect(await judged("chosen.xlsx")).toEqual(verdicts);
    expect((await pa("check", file("chosen.xlsx"))).code).toBe(0);
    const again = await pa("merge", file("chosen.xlsx"), file("gemeente.xlsx"), "-o", file("again.xlsx"));
    expect([again.code, again.err]).toEqual([0, ""]);
  }
});

it("another value in the cell solves it", async () => {
  await withMore("monitor.xlsx", 1, "changed.xlsx");
  expect(await judged("changed.xlsx")).toEqual(["18/85", "on-track", "attention"]);
});

it("the same file that now agrees takes it back; another file that agrees does not", async () => {
  for (const [name, verdict, said] of [
    ["gemeente.xlsx", "on-track", "1 tegenspraak opgelost"],
    ["portaal.xlsx", "unknown", "niets veranderd"],
  ] as const) {
    const before = readFileSync(file("gemeente.xlsx"));
    writeFileSync(file(name), readFileSync(file("wywonen.xlsx")));
    const { code, out } = await pa("merge", file("monitor.xlsx"), file(name), "-o", file("agreed.xlsx"));
    writeFileSync(file("gemeente.xlsx"), before);
    expect(code).toBe(0);
    expect(out).toContain(said);
    expect((await judged("agreed.xlsx"))[1]).toBe(verdict);
  }
});

it("a file keeps one contradiction for a cell, what it said last; two files keep two", async () => {
  await withMore("wywonen.xlsx", 5, "portaal.xlsx");
  const last = await withMore("wywonen.xlsx", 6, "gemeente.xlsx");
  const files = ["monitor.xlsx", "portaal.xlsx", "gemeente.xlsx"].map(file);
  expect((await pa("merge", ...files, "-o", file("three.xlsx"))).code).toBe(1);
  const issue = await contradictionIn("three.xlsx");
  expect(issue!.message.nl).toContain(
    `maar volgens portaal.xlsx '${String(Number(ours) + 5)}' en volgens gemeente.xlsx '${String(last)}'.`,
  );
  expect(issue!.fixes).toHaveLength(3);
});

it("two files of one name, in two folders, keep two, each by its folder", async () => {
  for (const [folder, more] of [
    ["gemeente", 7],
    ["portaal", 5],
  ] as const) {
    mkdirSync(file(folder));
    await withMore("wywonen.xlsx", more, `${folder}/opgave.xlsx`);
  }
  const files = ["wywonen.xlsx", "gemeente/opgave.xlsx", "portaal/opgave.xlsx"].map(file);
  expect((await pa("merge", ...files, "-o", file("named.xlsx"))).code).toBe(1);
  expect((await contradictionIn("named.xlsx"))!.message.nl).toContain(
    `maar volgens gemeente/opgave.xlsx '${String(Number(ours) + 7)}' en volgens portaal/opgave.xlsx '${String(Number(ours) + 5)}'.`,
  );
});
