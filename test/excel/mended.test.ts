/**
 * What was once wrong in Excel, and the line that mends it. On 27 November 2026 each line was taken out by hand, one at a
 * time, and the test beside it failed. This keeps the list true: the line and the test are still there.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./build.js";

const copy = "addin/excel/workbook-copy.ts";
const engine = "packages/functions/src/live-engine.ts";

/** What was wrong; the file with the line; the line; the test file; the title of the test. */
const mended: readonly (readonly [string, string, string, string, string])[] = [
  [
    "typing on any sheet read the workbook",
    copy,
    "    else return;\n    this.#stale(known, event.source);",
    "quiet",
    "on an unrelated sheet requests nothing",
  ],
  [
    "engine and pane read each for itself",
    "addin/excel/excel-workbook.ts",
    "return this.copy.tables();",
    "quiet",
    "is shared by live cells and the pane",
  ],
  ["readings overlapped", copy, "this.#flight ??= this.#bring()", "quiet", "is shared by live cells and the pane"],
  [
    "a hidden pane read",
    "addin/excel/pane-shown.ts",
    'is(document.visibilityState !== "hidden");',
    "quiet",
    "reads nothing while hidden",
  ],
  [
    "one edit read a whole table",
    copy,
    "else if (known.facts !== null) for (const place of places) add(change.places, place);",
    "quiet",
    "in a table of 10,000 rows",
  ],
  [
    "figures of one's own kept a reading going",
    engine,
    ": isLiveCall(called, inputs)",
    "quiet",
    "requests nothing if all functions",
  ],
  [
    "manual calculation took 20 seconds",
    copy,
    "this.#manual = application.calculationMode === Excel.CalculationMode.manual;",
    "right",
    "manual: the answer",
  ],
  [
    "a calculation that never ends took 20 seconds",
    copy,
    "const patience = { step: 250, steps: 5 } as const;",
    "right",
    "calculation that never reports",
  ],
  ["and so after every edit", copy, "if (done || this.#neverDone) return;", "right", "calculation that never reports"],
  [
    "a waiting stream and a reading waited for each other",
    copy,
    "if (step === patience.steps) {",
    "right",
    "a pending stream that counts",
  ],
  [
    "cells were in the language of the reader",
    "addin/functions/index.ts",
    "beforeReading : loaded.liveContext(read)",
    "right",
    "two users, two languages",
  ],
  [
    "loading replaced a saved value",
    engine,
    "else if (!this.#reading && this.#timer === null) this.#plan(0);",
    "right",
    "a pending stream that counts",
  ],
  [
    "new rows lost a column's own formula",
    "addin/excel/new-rows.ts",
    "((row[i] ?? null) === null ? null : asTyped(row[i]!))",
    "kept",
    "keeps that column when adding rows",
  ],
  [
    "one formula changed its whole column",
    "addin/excel/table-columns.ts",
    "columns.filter((column) => restore(column, cells))",
    "kept",
    "keeps the other formulas when one cell",
  ],
  [
    "so did a repair",
    "addin/excel/table-columns.ts",
    "columns.filter((column) => restore(column, cells))",
    "kept",
    "keeps the other formulas when a broken",
  ],
  [
    "a formula was put in a PA table",
    "addin/taskpane/live-formula.ts",
    "if (table !== null) throw",
    "at-hand",
    "takes arguments from the selection",
  ],
  [
    "many marks were one message",
    "addin/excel/in-parts.ts",
    "const size = 300;",
    "kept",
    "are sent in requests small enough",
  ],
  [
    "a message too large blamed the workbook",
    "addin/excel/host.ts",
    "RequestPayloadSizeLimitExceeded: tooMuchToWrite",
    "kept",
    "is reported as a problem with writing",
  ],
  ["many changes were one message", "addin/excel/in-parts.ts", "const size = 300;", "kept", "thousands of changes"],
  [
    "a new layout was not seen",
    "addin/excel/workbook-events.ts",
    "worksheets.onFormatChanged.add(",
    "right",
    "a number formatted as a date",
  ],
  [
    "hidden rows were not seen",
    "addin/excel/workbook-events.ts",
    "worksheets.onRowHiddenChanged.add(",
    "right",
    "a number formatted as a date",
  ],
  ["Ctrl+Alt+F9 answered from memory", engine, "this.#anew = true;", "right", "are picked up by Ctrl"],
  ["days of a 1904 workbook were four years early", copy, "return day.value === 1;", "right", "of a 1904 workbook"],
  [
    "so were those in arguments",
    "addin/functions/date-system.ts",
    "return day.value === 1;",
    "right",
    "of a 1904 workbook",
  ],
  [
    "a hidden column hid all rows",
    "addin/excel/read-sheets.ts",
    "area(one).getEntireRow().getSpecialCellsOrNullObject",
    "right",
    "a number formatted as a date",
  ],
  [
    "on a Mac an export did nothing",
    "addin/excel/excel-workbook.ts",
    "savesNoFiles: Office.context.platform === Office.PlatformType.Mac",
    "at-hand",
    "in Excel for Mac",
  ],
  [
    "a replaced part gave the wrong advice",
    "addin/taskpane/fetched.ts",
    "throw Object.assign(new PartMissing(",
    "right",
    "a part of the product was replaced",
  ],
  [
    "the list of functions stayed old for a day",
    "addin/excel/function-list.ts",
    "settings()?.set(key, true);",
    "at-hand",
    "after repairing formulas",
  ],
  [
    "a quoted text came back as a formula",
    "addin/excel/cell-value.ts",
    'formula.startsWith("=") && formula !== value ? formula : null',
    "kept",
    "is read as text and restored",
  ],
  [
    "typing in a cell counted as a failure",
    engine,
    'if (codeOf(error) === "CELL_EDITING"',
    "right",
    "the user keeps editing",
  ],
  [
    "a hidden sheet gave Excel's own error",
    "addin/excel/excel-workbook.ts",
    "worksheet.visibility !== Excel.SheetVisibility.visible",
    "kept",
    "a cell on a hidden sheet",
  ],
  [
    "an editable range was refused",
    "addin/excel/changes.ts",
    "if (cells.length > 1 && sheets",
    "kept",
    "an editable range",
  ],
  [
    "Excel's own undo took many steps",
    "addin/excel/host.ts",
    "{ mergeUndoGroup: true }",
    "port",
    "is one step of Excel's own undo list",
  ],
  [
    "a number told nothing of itself",
    "addin/functions/answer.ts",
    'card !== undefined && form === "Double" ? withCard(cell, card) : cell',
    "right",
    "shows norm, verdict",
  ],
  [
    "a card stayed as it was",
    engine,
    "(({ cells, card }) => JSON.stringify([cells, card]))",
    "right",
    "changes when only the norm",
  ],
  [
    "the repair button could always be pressed",
    "addin/excel/repair-button.ts",
    "const enabled = copy.mayBeStuck;",
    "at-hand",
    "can be pressed only while",
  ],
];

it.each(mended)("%s: the line that mends it, and its test, are there", (_fault, file, line, test, title) => {
  const source = readFileSync(join(root, file), "utf8");
  expect(source.includes(line), line).toBe(true);
  expect(readFileSync(join(root, `test/excel/${test}.test.ts`), "utf8").includes(title), title).toBe(true);
});
