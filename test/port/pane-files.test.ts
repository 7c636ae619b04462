// What the pane takes in besides .xlsx when returns are brought together: files as programs and people make them.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import type { LiveWorkbook } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { takeIn } from "../../addin/taskpane/collect.js";
import { Session } from "../../addin/taskpane/session.js";

/** A workbook somebody looks at: a file that changes as it is asked. */
const looking = (bytes: Uint8Array): LiveWorkbook =>
  Object.assign(openXlsx(bytes), {
    select: () => Promise.resolve(),
    selection: () => Promise.resolve(null),
    subscribe: () => () => undefined,
    undo: () => Promise.resolve(false),
    insertSheets: () => Promise.resolve([]),
    capabilities: { charts: false, startup: false, undo: "own" as const },
  });

const file = (name: string, bytes: Uint8Array): File => new File([bytes as Uint8Array<ArrayBuffer>], name);

it("takes in an OpenDocument spreadsheet and a table as text, and says which text is no table", async () => {
  const given = (name: string): Uint8Array => readFileSync(new URL(`../cases/formats/${name}`, import.meta.url));
  const session = new Session(looking(given("sample-clean.xlsx")), {
    language: "nl",
    agreements,
    today: "2026-10-12",
    docs: "/",
    startup: null,
    addIn: null,
  });
  await session.check();
  const text = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join("\r\n"));
  await takeIn(session, [
    file("portaal.ods", given("sample-clean.ods")),
    file(
      "woningen.csv",
      text(["BAG_vbo_id;Verhuurder;Segment;Label;Kale huur", "0579010000000123;WYwonen;sociaal;A;612,50"]),
    ),
    file("lijst.csv", text(["Naam;Telefoon", "Jansen;12345"])),
  ]);
  // LibreOffice saved the same workbook: nothing in it is new, and nothing contradicts.
  expect(session.state.incoming.map(({ file: name }) => name)).toEqual(["portaal.ods", "woningen.csv"]);
  expect(session.state.incoming[0]!.plan).toMatchObject({ contradictions: [], added: 0 });
  // One home that nobody reported before.
  expect(session.state.incoming[1]!.plan).toMatchObject({ contradictions: [], added: 1 });
  expect(session.state.notice?.text.nl).toContain("lijst.csv is niet gelezen");
  session.close();
});
