/** The workbench: the workbook in an open spreadsheet grid, with the pane beside it, in a browser. Nothing leaves the page. */
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { makeTemplate, ourAddIn } from "@prestatieafspraken/xlsx";
import { comeBack, isUnsaved, mayReplace, open, save, speak, workbook } from "./desk.js";
import { showKeptList } from "./kept/kept-list.js";
import { workOffline } from "./offline.js";
import { attempt, busy, drawn, element, language, t, tell } from "./page.js";
import { filesDropped, pickFile, type Picked } from "./picked-file.js";
import { showPlainTables } from "./plain-tables.js";
import { remember, remembered } from "./remembered.js";
import { words } from "./words.js";
import "./workbench.css";

async function openPicked(picked: readonly Picked[]): Promise<void> {
  const [first] = picked;
  if (first === undefined) return;
  if (picked.length > 1) {
    tell(t(words.tooManyFiles));
    return;
  }
  if (!(await mayReplace())) return;
  const { file, handle } = first;
  await open(new Uint8Array(await file.arrayBuffer()), file.name, handle === undefined ? {} : { handle });
}

async function make(sample: "none" | "with-errors"): Promise<void> {
  busy(t(words.loading));
  await drawn();
  const bytes = await makeTemplate({
    agreement: agreement("oegstgeest-2025-2028")!,
    agreements,
    language,
    sample,
    addIn: ourAddIn,
  });
  await open(bytes, `${t(sample === "none" ? words.fileName : words.sampleName)}.xlsx`, { origin: "made" });
}

function showAsTables(asTables: boolean): void {
  const button = element("plain");
  button.setAttribute("aria-pressed", String(asTables));
  button.textContent = t(asTables ? words.asGrid : words.asTables);
  element("grid").hidden = asTables;
  const tables = element("tables");
  tables.hidden = !asTables;
  const shown = workbook();
  if (asTables && shown !== null) {
    attempt(() => showPlainTables(tables, shown, language, tell));
    tables.focus();
  } else window.dispatchEvent(new Event("resize"));
}

const foldKey = "pa-pane-folded";
/** The pane beside the grid, or the grid alone. */
function fold(folded: boolean): void {
  document.body.classList.toggle("pa-folded", folded);
  const button = element("fold");
  button.setAttribute("aria-pressed", String(folded));
  button.textContent = t(folded ? words.unfoldPane : words.foldPane);
  remember(foldKey, folded ? "yes" : "no");
  window.dispatchEvent(new Event("resize"));
}

/** From the grid to the pane and back: inside the grid Tab means the next cell. */
function hop(): void {
  const pane = element("pane");
  const inPane = pane.contains(document.activeElement);
  if (!inPane) {
    if (document.body.classList.contains("pa-folded")) fold(false);
    (pane.querySelector<HTMLElement>("button, [href], input, select, summary, [tabindex='0']") ?? pane).focus();
    return;
  }
  // The grid takes the keyboard where it draws its cells; the plain tables at the list of tables.
  const main = document.querySelector<HTMLElement>("main > section:not([hidden])");
  (
    main?.querySelector<HTMLElement>(".o-grid-composer [contenteditable], .o-grid [contenteditable], select") ?? main
  )?.focus();
}

/** Keys that mean the same wherever somebody is on the page. */
function keys(event: KeyboardEvent): void {
  const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s";
  if (event.key !== "F6" && !isSave) return;
  event.preventDefault();
  event.stopPropagation();
  if (isSave) attempt(save);
  else hop();
}

function listen(): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-word]"))
    each.textContent = t(words[each.dataset["word"] as keyof typeof words]);
  for (const each of document.querySelectorAll<HTMLElement>("[data-label]"))
    each.setAttribute("aria-label", t(words[each.dataset["label"] as keyof typeof words]));
  document.documentElement.lang = language;
  const on = (id: string, work: () => Promise<unknown> | undefined): void =>
    element(id).addEventListener("click", () => attempt(work));
  const picker = element("picker") as HTMLInputElement;
  on("open", async () => openPicked(await pickFile(picker)));
  picker.addEventListener("change", () =>
    attempt(async () => {
      const files = [...(picker.files ?? [])].map((file) => ({ file }));
      picker.value = "";
      await openPicked(files);
    }),
  );
  on("fresh", async () => ((await mayReplace()) ? make("none") : undefined));
  on("sample", async () => ((await mayReplace()) ? make("with-errors") : undefined));
  on("save", save);
  on("list", showKeptList);
  element("plain").addEventListener("click", () => showAsTables(element("tables").hidden));
  element("fold").addEventListener("click", () => fold(!document.body.classList.contains("pa-folded")));
  fold(remembered(foldKey) === "yes");
  element("language").addEventListener("click", () => speak(language === "nl" ? "en" : "nl"));
  document.addEventListener("keydown", keys, true);
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved()) event.preventDefault();
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
    const dropped = filesDropped(event.dataTransfer);
    attempt(async () => openPicked(await dropped));
  });
}

async function begin(): Promise<void> {
  if (!(await comeBack())) await make("with-errors");
}

listen();
attempt(begin);
attempt(workOffline);
