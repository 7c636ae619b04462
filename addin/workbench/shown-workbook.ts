/** A workbook on the page: the grid, the pane beside it, and the updates after every change. */
import { agreements } from "@prestatieafspraken/agreements";
import type { Language } from "@prestatieafspraken/indicators";
import type { CellAt } from "@prestatieafspraken/quarterly";
import { cellName } from "@prestatieafspraken/xlsx";
import { mountPane, type MountedPane } from "../taskpane/index.js";
import { notKept } from "./edits-plugin.js";
import { showGrid } from "./grid.js";
import type { GridWorkbook } from "./grid-workbook.js";
import { ask, attempt, busy, element, idle, intoSheet, language, sentenceOf, t, tell, warn } from "./page.js";
import { words } from "./words.js";

/** The engine's own word for a change of a protected sheet. */
const sheetLocked = "SheetLocked";

/** Milliseconds: a single change is handled at once; in a burst, the last one is awaited. Longer work is told. */
const pace = { burst: 150, alone: 300, told: 500 } as const;

interface Shown {
  readonly pane: MountedPane;
  /** Removes the workbook from the page. */
  close(): void;
}

/** Shows a workbook on the page. */
export async function showWorkbook(workbook: GridWorkbook, speak: (language: Language) => void): Promise<Shown> {
  let hideGrid = await drawGrid(workbook);
  const mounted = mountPane(element("pane"), workbook, {
    language,
    agreements,
    theme: "auto",
    startup: null,
    onLanguage: speak,
  });
  let stopFollowing = follow(workbook);
  workbook.onRefused = ({ sentence }) => tell(sentence[language]);
  workbook.onEnter = intoSheet;
  workbook.onPaste = (stop) => {
    const waiting = setTimeout(() => busy(t(words.pasting), stop), pace.told);
    return ({ pasted, all }) => {
      clearTimeout(waiting);
      idle();
      tell(t(pasted < all ? words.pasteStopped : words.pasted, { pasted, all }));
    };
  };
  workbook.onReplaced = async () => {
    stopFollowing();
    hideGrid();
    hideGrid = await drawGrid(workbook);
    stopFollowing = follow(workbook);
  };
  showMarks(workbook);
  list("notes", workbook.notes);
  return {
    pane: mounted,
    close() {
      stopFollowing();
      mounted.unmount();
      hideGrid();
    },
  };
}

function drawGrid(workbook: GridWorkbook): Promise<() => void> {
  const grid = element("grid");
  grid.replaceChildren();
  return showGrid(grid, workbook, language, {
    said: tell,
    failed: (problem) => warn(sentenceOf(problem)),
    refused: (code) => {
      if (code === notKept) warn(t(words.refused));
      else if (code === sheetLocked) warn(t(words.sheetLocked));
    },
    confirm: (text, yes) =>
      attempt(async () => {
        if (await ask(text)) yes();
      }),
  });
}

/** Keeps live answers, marks and the status line up to date; returns an unsubscribe function. */
function follow(workbook: GridWorkbook): () => void {
  let live: ReturnType<typeof setTimeout> | undefined;
  let lastChange = -Infinity;
  const stop = workbook.subscribe(() => {
    const now = performance.now();
    const wait = now - lastChange > pace.alone ? 0 : pace.burst;
    lastChange = now;
    clearTimeout(live);
    live = setTimeout(() => attempt(() => workbook.refresh()), wait);
    showMarks(workbook);
  });
  let last = "";
  workbook.model.on("update", follow, () => {
    const { getters } = workbook.model;
    const position = getters.getActivePosition();
    const { formattedValue, message } = getters.getEvaluatedCell(position);
    const sheet = getters.getSheetName(position.sheetId);
    const cell = cellName(position.row + 1, position.col + 1);
    const isLocked = workbook.sheets.isLocked(sheet, cell) || getters.isSheetLocked(position.sheetId);
    const locked = isLocked ? `, ${t(words.lockedShort)}` : "";
    const mark = workbook.marks.find((one) => one.sheet === sheet && one.cell === cell);
    const note = workbook.notes.find((one) => one.sheet === sheet && one.cell === cell);
    const noted = note && t(words.note, { text: note.text });
    const parts = [formattedValue || t(words.empty), message, mark?.text, noted].filter((part) => part);
    const line = `${sheet} ${cell}: ${parts.join(". ")}${locked}`;
    if (line === last) return;
    element("cell").textContent = last = line;
    // Columns far to the right no longer show the row's subject, so the status line names it.
    element("about").textContent = workbook.about(sheet, position.row + 1)?.[language] ?? "";
  });
  return () => {
    clearTimeout(live);
    stop();
  };
}

type Said = CellAt & { readonly text: string };
/** A list below the pane with what was said about cells; hidden while empty. */
function list(id: string, said: readonly Said[]): void {
  const box = element(id);
  box.hidden = said.length === 0;
  box.querySelector("ul")!.replaceChildren(
    ...said.map(({ sheet, cell, text }) => {
      const line = document.createElement("li");
      line.textContent = `${sheet}!${cell}: ${text}`;
      return line;
    }),
  );
}

let marksShown: GridWorkbook["marks"] = [];
function showMarks(workbook: GridWorkbook): void {
  if (workbook.marks === marksShown) return;
  marksShown = workbook.marks;
  list("marks", workbook.marks);
  // The redraw includes the highlights.
  workbook.model.trigger("update");
}
