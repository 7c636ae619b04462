// Collects returns without a page: files in, plans and choices in the state, changes requested from the workbook.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { makeTemplate } from "@prestatieafspraken/xlsx";
import { choose, leaveOut, putIn, takeIn, undecided } from "../../addin/taskpane/collect.js";
import { mend } from "../../addin/taskpane/issue-actions.js";
import { Session } from "../../addin/taskpane/session.js";
import { fileInPane } from "./file-in-pane.js";

/** A session on a workbook that it has checked. */
async function paneOn(bytes: Uint8Array): Promise<Session> {
  const session = new Session(fileInPane(bytes), {
    language: "nl",
    agreements,
    today: "2026-10-12",
    help: "/",
    startup: null,
    addIn: null,
  });
  await session.check();
  return session;
}

const agreement = agreements[0]!;
const file = (name: string, bytes: Uint8Array): File => new File([bytes as Uint8Array<ArrayBuffer>], name);

it("plans each file, refuses a file that is no workbook with a sentence, imports what was chosen, and remembers it", async () => {
  const [clean, wrong] = await Promise.all([
    makeTemplate({ agreement, sample: "clean" }),
    makeTemplate({ agreement, sample: "with-errors" }),
  ]);
  const session = await paneOn(clean);
  await takeIn(session, [file("wywonen.xlsx", wrong), file("brief.xlsx", new Uint8Array([1, 2, 3]))]);
  expect(session.state.incoming.map(({ file: name }) => name)).toEqual(["wywonen.xlsx"]);
  expect(session.state.notice?.text.nl).toContain("brief.xlsx is niet gelezen");

  const [first, ...others] = session.state.incoming[0]!.plan.contradictions;
  expect(undecided(session.state.incoming[0]!)).toBe(1 + others.length);
  choose(session, "wywonen.xlsx", first!.key, "there");
  for (const { key } of others) choose(session, "wywonen.xlsx", key, "here");
  expect(undecided(session.state.incoming[0]!)).toBe(0);
  await putIn(session, session.state.incoming[0]!);
  expect(session.state.incoming).toEqual([]);
  expect(session.state.received).toMatchObject([{ file: "wywonen.xlsx", day: "2026-10-12" }]);

  // The same file again: decisions are stored in the workbook, so kept values are not asked about again.
  await takeIn(session, [file("wywonen.xlsx", wrong)]);
  expect(session.state.incoming[0]!.plan).toMatchObject({ contradictions: [], added: 0 });
  leaveOut(session, "wywonen.xlsx");
  expect(session.state.incoming).toEqual([]);
  session.close();
});

it("what nobody chose stays an error on its cell, until it is chosen there or in Verzamelen", async () => {
  const [clean, wrong] = await Promise.all([
    makeTemplate({ agreement, sample: "clean" }),
    makeTemplate({ agreement, sample: "with-errors" }),
  ]);
  const session = await paneOn(clean);
  const open = () => session.state.issues.filter(({ rule }) => rule === "PA-161");
  await takeIn(session, [file("wywonen.xlsx", wrong)]);
  const { contradictions } = session.state.incoming[0]!.plan;
  expect(contradictions.length).toBeGreaterThan(2);
  await putIn(session, session.state.incoming[0]!);
  const places = contradictions.map(({ here }) => here.at);
  expect(open().map(({ sheet, cell }) => ({ sheet, cell }))).toEqual(expect.arrayContaining(places));
  expect(open()).toHaveLength(places.length);

  // One is kept at its issue; it is not asked about again. The others are chosen in Verzamelen.
  await mend(session, open()[0]!.fixes![0]!);
  expect(open()).toHaveLength(places.length - 1);
  await takeIn(session, [file("wywonen.xlsx", wrong)]);
  const asked = session.state.incoming[0]!.plan.contradictions;
  expect(asked).toHaveLength(places.length - 1);
  for (const [at, { key }] of asked.entries()) choose(session, "wywonen.xlsx", key, at === 0 ? "there" : "here");
  await putIn(session, session.state.incoming[0]!);
  expect(open()).toEqual([]);
  session.close();
});

it("accepts an OpenDocument spreadsheet and a .csv, and names a text that is no table", async () => {
  const given = (name: string): Uint8Array => readFileSync(new URL(`../cases/formats/${name}`, import.meta.url));
  const session = await paneOn(given("sample-clean.xlsx"));
  const text = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join("\r\n"));
  await takeIn(session, [
    file("portaal.ods", given("sample-clean.ods")),
    file(
      "woningen.csv",
      text(["BAG_vbo_id;Verhuurder;Segment;Label;Kale huur", "0579010000000123;WYwonen;sociaal;A;612,50"]),
    ),
    file("lijst.csv", text(["Naam;Telefoon", "Jansen;12345"])),
  ]);
  // The same workbook saved by LibreOffice: nothing in it is new or contradicts.
  expect(session.state.incoming.map(({ file: name }) => name)).toEqual(["portaal.ods", "woningen.csv"]);
  expect(session.state.incoming[0]!.plan).toMatchObject({ contradictions: [], added: 0 });
  // One home that was not reported before.
  expect(session.state.incoming[1]!.plan).toMatchObject({ contradictions: [], added: 1 });
  expect(session.state.ownFiles.map(({ file: name, blocks }) => [name, blocks[0]!.headers])).toEqual([
    ["lijst.csv", ["Naam", "Telefoon"]],
  ]);
  session.close();
});
