/** The workbench: the workbook in an open spreadsheet grid, with the pane beside it, in a browser. Nothing leaves the page. */
import { agreement, agreements } from "@prestatieafspraken/agreements";
import type { Language, Text } from "@prestatieafspraken/indicators";
import { WorkbookError } from "@prestatieafspraken/quarterly";
import { cellName, makeTemplate, ourAddIn } from "@prestatieafspraken/xlsx";
import { mountPane } from "../taskpane/index.js";
import { notKept } from "./edits-plugin.js";
import { showGrid } from "./grid.js";
import { GridWorkbook } from "./grid-workbook.js";
import { forget, keep, kept } from "./kept-work.js";
import { showPlainTables } from "./plain-tables.js";
import { say, words } from "./words.js";
import "./workbench.css";

const pace = { live: 150, keep: 1_000 } as const;
const languageKey = "pa-language";

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`#${id}`);
  return found;
};

const language: Language =
  (localStorage.getItem(languageKey) ?? (/^nl\b/i.test(navigator.language) ? "nl" : "en")) === "en" ? "en" : "nl";
const t = say(language);
const status = element("status");
const tell = (sentence: string): void => {
  status.textContent = sentence;
};
const sentenceOf = (error: unknown): string => {
  if (error instanceof WorkbookError) return error.sentence[language];
  console.error(error);
  return t(words.failed);
};

/** Does something a person asked for; what goes wrong is said. */
const attempt = (work: () => Promise<unknown> | undefined): void => {
  void Promise.resolve()
    .then(work)
    .catch((error: unknown) => tell(sentenceOf(error)));
};

function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

interface Shown {
  readonly workbook: GridWorkbook;
  readonly name: string;
  close(): void;
}
let shown: Shown | null = null;
let isUnsaved = false;
let isLeaving = false;

async function show(bytes: Uint8Array, name: string, unsaved: boolean, said: Text): Promise<void> {
  tell(t(words.loading));
  // The sentence is on the screen before the work begins.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const workbook = await GridWorkbook.open(bytes, { agreements, language, day: today() });
  shown?.close();
  shown = null;
  isUnsaved = unsaved;
  showAsTables(false);
  let hideGrid = await drawGrid(workbook);
  const pane = element("pane");
  const mounted = mountPane(pane, workbook, { language, agreements, theme: "light", startup: null, onLanguage: speak });
  let stopFollowing = follow(workbook, name);
  workbook.onRefused = ({ sentence }) => tell(sentence[language]);
  workbook.onReplaced = async () => {
    stopFollowing();
    hideGrid();
    hideGrid = await drawGrid(workbook);
    stopFollowing = follow(workbook, name);
  };
  shown = {
    workbook,
    name,
    close() {
      stopFollowing();
      mounted.unmount();
      hideGrid();
    },
  };
  element("file").textContent = name;
  document.title = `${name} · ${t(words.title)}`;
  showMarks(workbook);
  tell(t(said, { name }));
  document.documentElement.dataset["ready"] = "true";
}

function drawGrid(workbook: GridWorkbook): Promise<() => void> {
  const grid = element("grid");
  grid.replaceChildren();
  return showGrid(grid, workbook, language, {
    said: tell,
    refused: (code) => {
      if (code === notKept) tell(t(words.refused));
    },
    confirm: (text, yes) =>
      attempt(async () => {
        if (await ask(text)) yes();
      }),
  });
}

/** Keeps live answers, the kept copy, marks and the line about the cell up to date; returns how to stop. */
function follow(workbook: GridWorkbook, name: string): () => void {
  let live: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const stop = workbook.subscribe(() => {
    isUnsaved = true;
    clearTimeout(live);
    live = setTimeout(() => attempt(() => workbook.refresh()), pace.live);
    clearTimeout(keeping);
    keeping = setTimeout(() => attempt(() => keepNow(workbook, name)), pace.keep);
    showMarks(workbook);
  });
  let last = "";
  workbook.model.on("update", pace, () => {
    const { getters } = workbook.model;
    const position = getters.getActivePosition();
    const { formattedValue, message } = getters.getEvaluatedCell(position);
    const sheet = getters.getSheetName(position.sheetId);
    const cell = cellName(position.row + 1, position.col + 1);
    const locked = workbook.sheets.isLocked(sheet, cell) ? `, ${t(words.lockedShort)}` : "";
    const mark = workbook.marks.find((one) => one.sheet === sheet && one.cell === cell);
    const parts = [formattedValue || t(words.empty), message, mark?.text].filter((part) => part);
    const line = `${sheet} ${cell}: ${parts.join(". ")}${locked}`;
    if (line !== last) element("cell").textContent = last = line;
  });
  return () => {
    clearTimeout(live);
    clearTimeout(keeping);
    stop();
  };
}

let marksShown: GridWorkbook["marks"] = [];
function showMarks(workbook: GridWorkbook): void {
  if (workbook.marks === marksShown) return;
  marksShown = workbook.marks;
  const box = element("marks");
  box.hidden = workbook.marks.length === 0;
  box.querySelector("ul")!.replaceChildren(
    ...workbook.marks.map((mark) => {
      const line = document.createElement("li");
      line.textContent = `${mark.sheet}!${mark.cell}: ${mark.text}`;
      return line;
    }),
  );
  // Highlights are drawn again with the grid.
  workbook.model.trigger("update");
}

async function keepNow(workbook: GridWorkbook, name: string): Promise<void> {
  const bytes = await workbook.save();
  try {
    await keep({ name, bytes, isUnsaved });
    element("kept").hidden = false;
  } catch {
    element("kept").hidden = true;
    tell(t(words.notKept));
  }
}

function ask(question: string): Promise<boolean> {
  const dialog = element("ask") as HTMLDialogElement;
  element("question").textContent = question;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }),
  );
}

const mayReplace = async (): Promise<boolean> => !isUnsaved || shown === null || ask(t(words.unsaved));

async function openFile(files: FileList | readonly File[] | null | undefined): Promise<void> {
  if (files === null || files === undefined || files.length === 0) return;
  if (files.length > 1) {
    tell(t(words.tooManyFiles));
    return;
  }
  if (!(await mayReplace())) return;
  const [file] = files;
  await show(new Uint8Array(await file!.arrayBuffer()), file!.name, false, words.opened);
}

async function make(sample: "none" | "with-errors"): Promise<void> {
  tell(t(words.loading));
  const bytes = await makeTemplate({
    agreement: agreement("oegstgeest-2025-2028")!,
    agreements,
    language,
    sample,
    addIn: ourAddIn,
  });
  await show(bytes, `${t(sample === "none" ? words.fileName : words.sampleName)}.xlsx`, false, words.opened);
}

async function save(): Promise<void> {
  if (shown === null) return;
  const { workbook, name } = shown;
  const bytes = await workbook.save();
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/(?:\.xlsx)?$/i, ".xlsx");
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  isUnsaved = false;
  tell(t(words.saved, { name: link.download }));
  await keepNow(workbook, name);
}

/** The grid takes its language when it is made, so the page starts again; the work comes along. */
function speak(chosen: Language): void {
  attempt(async () => {
    localStorage.setItem(languageKey, chosen);
    if (shown !== null && isUnsaved) await keepNow(shown.workbook, shown.name);
    isLeaving = true;
    location.reload();
  });
}

function showAsTables(asTables: boolean): void {
  const button = element("plain");
  button.setAttribute("aria-pressed", String(asTables));
  button.textContent = t(asTables ? words.asGrid : words.asTables);
  element("grid").hidden = asTables;
  const tables = element("tables");
  tables.hidden = !asTables;
  const workbook = shown?.workbook;
  if (asTables && workbook !== undefined) {
    attempt(() => showPlainTables(tables, workbook, language, tell));
    tables.focus();
  } else window.dispatchEvent(new Event("resize"));
}

/** From the grid to the pane and back: inside the grid Tab means the next cell. */
function hop(): void {
  const pane = element("pane");
  const inPane = pane.contains(document.activeElement);
  if (!inPane) {
    (pane.querySelector<HTMLElement>("button, [href], input, select, summary, [tabindex='0']") ?? pane).focus();
    return;
  }
  // The grid takes the keyboard where it draws its cells; the plain tables at the list of tables.
  const main = document.querySelector<HTMLElement>("main > section:not([hidden])");
  (
    main?.querySelector<HTMLElement>(".o-grid-composer [contenteditable], .o-grid [contenteditable], select") ?? main
  )?.focus();
}

function listen(): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-word]"))
    each.textContent = t(words[each.dataset["word"] as keyof typeof words]);
  for (const each of document.querySelectorAll<HTMLElement>("[data-label]"))
    each.setAttribute("aria-label", t(words[each.dataset["label"] as keyof typeof words]));
  document.documentElement.lang = language;
  const picker = element("picker") as HTMLInputElement;
  const on = (id: string, work: () => Promise<unknown> | undefined): void =>
    element(id).addEventListener("click", () => attempt(work));
  element("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () =>
    attempt(async () => {
      await openFile([...(picker.files ?? [])]);
      picker.value = "";
    }),
  );
  on("fresh", async () => ((await mayReplace()) ? make("none") : undefined));
  on("sample", async () => ((await mayReplace()) ? make("with-errors") : undefined));
  on("save", save);
  on("clear", async () => {
    await forget();
    element("kept").hidden = true;
    tell(t(words.cleared));
  });
  element("plain").addEventListener("click", () => showAsTables(element("tables").hidden));
  element("language").addEventListener("click", () => speak(language === "nl" ? "en" : "nl"));
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      event.stopPropagation();
      hop();
    },
    true,
  );
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved && !isLeaving) event.preventDefault();
  });
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("pa-dropping");
  });
  for (const end of ["dragleave", "drop"])
    document.addEventListener(end, () => document.body.classList.remove("pa-dropping"));
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    attempt(() => openFile(files));
  });
}

async function begin(): Promise<void> {
  const before = await kept();
  element("kept").hidden = before === null;
  if (before !== null)
    try {
      await show(before.bytes, before.name, before.isUnsaved, words.returned);
      return;
    } catch (error) {
      // A copy that cannot be opened any more may not lock somebody out.
      tell(sentenceOf(error));
    }
  await make("with-errors");
}

listen();
attempt(begin);
if ("serviceWorker" in navigator) attempt(() => navigator.serviceWorker.register("workbench-sw.js"));
