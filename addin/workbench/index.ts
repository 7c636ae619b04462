/**
 * The workbench: a workbook in an open spreadsheet grid with the pane beside it, in a browser. Nothing leaves the page.
 */
import { agreements } from "@prestatieafspraken/agreements";
import {
  agreementQuarters,
  indicators,
  lastFinishedQuarter,
  quarterText,
  type Agreement,
} from "@prestatieafspraken/indicators";
import { openWorkbook, ourAddIn } from "@prestatieafspraken/xlsx";
import { fetched } from "../taskpane/fetched.js";
import { comeBack, goToScreen, isUnsaved, mayReplace, open, save, speak, workbook } from "./desk.js";
import { showKeptList } from "./kept/kept-list.js";
import { workOffline } from "./offline.js";
import type * as made from "./make-workbook.js";
import { speakTo } from "./menus.js";
import { attempt, busy, drawn, element, intoSheet, language, t, tell, today } from "./page.js";
import { filesDropped, pickFile, type Picked } from "./picked-file.js";
import { showPlainTables } from "./plain-tables.js";
import { remember, remembered } from "./remembered.js";
import { words } from "./words.js";
import "./workbench.css";

/** The code that makes workbooks, half a megabyte; loaded on demand because opening a workbook does not need it. */
const making = (): Promise<typeof made> => fetched(() => import(/* webpackChunkName: "make" */ "./make-workbook.js"));

async function openPicked(picked: readonly Picked[]): Promise<void> {
  const [first] = picked;
  if (first === undefined) return;
  if (picked.length > 1) {
    tell(t(words.tooManyFiles));
    return;
  }
  if (!(await mayReplace())) return;
  const { file, handle } = first;
  const bytes = new Uint8Array(await file.arrayBuffer());
  showWays(false);
  const workbook = await openWorkbook(bytes, { name: file.name });
  const isOther = workbook.bytes() !== bytes && /\.(?:ods|csv|tsv|txt)$/i.test(file.name);
  await (isOther
    ? open(workbook.bytes(), file.name.replace(/\.\w+$/, ".xlsx"), { said: words.read, shown: file.name })
    : open(bytes, file.name, handle === undefined ? {} : { handle }));
}

/**
 * Asks for the municipality and quarter; null if cancelled, "own" if the municipality is not in the list. The last completed quarter
 * is preselected.
 */
async function askNew(): Promise<{ readonly agreement: Agreement; readonly quarter: string } | "own" | null> {
  const dialog = element("newDialog") as HTMLDialogElement;
  const which = element("newAgreement") as HTMLSelectElement;
  const when = element("newQuarter") as HTMLSelectElement;
  which.replaceChildren(
    ...agreements.map(
      ({ id, municipality, from, until }) =>
        new Option(`${municipality.name} ${from.slice(0, 4)}-${until.slice(0, 4)}`, id),
    ),
  );
  const fillQuarters = (): void => {
    const chosen = agreements.find(({ id }) => id === which.value)!;
    const quarters = agreementQuarters(chosen);
    when.replaceChildren(...quarters.map((quarter) => new Option(quarterText(quarter)[language], quarter)));
    when.value = lastFinishedQuarter(quarters, today());
  };
  which.onchange = fillQuarters;
  fillQuarters();
  dialog.returnValue = "no";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  if (dialog.returnValue === "own") return "own";
  const agreement = agreements.find(({ id }) => id === which.value);
  return dialog.returnValue === "yes" && agreement !== undefined ? { agreement, quarter: when.value } : null;
}

/** Makes an empty return; false if the user changes their mind, or writes an agreement instead. */
async function makeNew(): Promise<boolean> {
  if (!(await mayReplace())) return false;
  const chosen = await askNew();
  if (chosen === null) return false;
  if (chosen !== "own") {
    await make("none", chosen.agreement, chosen.quarter);
    return true;
  }
  showWays(false);
  await makeAgreement();
  return false;
}

/** Makes a workbook for writing an agreement, and opens the screen that checks it and makes the return. */
async function makeAgreement(): Promise<void> {
  busy(t(words.loading));
  await drawn();
  const { makeAgreementWorkbook, writtenSheets } = await making();
  const bytes = await makeAgreementWorkbook({ sheets: writtenSheets(null, { indicators }), day: today(), language });
  await open(bytes, `${t(words.agreementName)}.xlsx`, { origin: "made" });
  goToScreen("agreement");
}

const waysKey = "pa-ways";
/** Shows or hides the ways to start; once the user chose one, they stay hidden. */
function showWays(shown: boolean): void {
  element("ways").hidden = !shown;
  if (!shown) remember(waysKey, "seen");
  window.dispatchEvent(new Event("resize"));
}

async function make(
  sample: "none" | "with-errors",
  agreement: Agreement = agreements[0]!,
  quarter?: string,
): Promise<void> {
  busy(t(words.loading));
  const [{ makeTemplate }] = await Promise.all([making(), drawn()]);
  const bytes = await makeTemplate({
    agreement,
    agreements,
    language,
    sample,
    ...(quarter !== undefined && { quarter }),
    addIn: ourAddIn,
    help: new URL(`help/${language}/start.html`, document.baseURI).href,
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
/** Folds or unfolds the pane beside the grid. */
function fold(folded: boolean): void {
  document.body.classList.toggle("pa-folded", folded);
  const button = element("fold");
  button.setAttribute("aria-pressed", String(folded));
  button.textContent = t(folded ? words.unfoldPane : words.foldPane);
  remember(foldKey, folded ? "yes" : "no");
  window.dispatchEvent(new Event("resize"));
}

/** Moves focus between grid and pane; in the grid, Tab goes to the next cell. */
function hop(): void {
  const pane = element("pane");
  const inPane = pane.contains(document.activeElement);
  if (!inPane) {
    if (document.body.classList.contains("pa-folded")) fold(false);
    (pane.querySelector<HTMLElement>("button, [href], input, select, summary, [tabindex='0']") ?? pane).focus();
    return;
  }
  intoSheet();
}

/** Shortcuts that work on the whole page. */
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
  (element("help") as HTMLAnchorElement).href = `help/${language}/start.html`;
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
  on("fresh", makeNew);
  on("wayNew", async () => {
    if (await makeNew()) showWays(false);
  });
  on("wayOpen", async () => openPicked(await pickFile(picker)));
  on("wayCollect", async () => {
    // Makes an empty return first: real figures do not belong in the sample.
    if (!(await makeNew())) return;
    showWays(false);
    fold(false);
    goToScreen("collect");
  });
  element("waySample").addEventListener("click", () => showWays(false));
  on("sample", async () => ((await mayReplace()) ? make("with-errors") : undefined));
  on("save", save);
  on("list", showKeptList);
  element("plain").addEventListener("click", () => showAsTables(element("tables").hasAttribute("hidden")));
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
  if (await comeBack()) return;
  showWays(remembered(waysKey) === null);
  await make("with-errors");
  // The grid takes the keyboard focus, which scrolls a small screen down: scrolls back to the top.
  await drawn();
  window.scrollTo(0, 0);
}

listen();
speakTo(language);
attempt(begin);
attempt(workOffline);
