/** The document on this page: opening, storing, saving and restoring it. */
import { agreements } from "@prestatieafspraken/agreements";
import type { Language, Text } from "@prestatieafspraken/indicators";
import type { MountedPane, ScreenName } from "../taskpane/index.js";
import { GridWorkbook } from "./grid-workbook.js";
import {
  copyOf,
  deedsOf,
  forget,
  forgetAll,
  keepDamaged,
  keptDocuments,
  keptWork,
  surplus,
  type KeptDocument,
  type KeptWork,
} from "./kept/kept-documents.js";
import { newId } from "./kept/database.js";
import { Keeper, type Kept } from "./kept/keeper.js";
import { holdDocument, isReloaded, Neighbours, openDocuments, printOf, type Hold } from "./kept/tabs.js";
import {
  ask,
  busy,
  download,
  drawn,
  element,
  idle,
  language,
  languageKey,
  momentOf,
  t,
  tell,
  today,
  warn,
} from "./page.js";
import { remember, remembered } from "./remembered.js";
import { showWorkbook } from "./shown-workbook.js";
import { words } from "./words.js";
import { SaveStopped, writeInWorker } from "./write-in-worker.js";

/** Session key for this tab's open document: survives a reload, differs per tab. */
const slot = "pa-document";
/** Pixels: a narrower page would show little else than the frozen columns. */
const roomForFrozen = 600;
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Desk {
  readonly workbook: GridWorkbook;
  readonly keeper: Keeper;
  readonly hold: Hold | null;
  readonly pane: MountedPane;
  close(): void;
}
let desk: Desk | null = null;
let isLeaving = false;
let kept: Kept = "kept";

export const workbook = (): GridWorkbook | null => desk?.workbook ?? null;
/** True if closing the page would lose work that is not stored anywhere. */
export const goToScreen = (screen: ScreenName): void => desk?.pane.go(screen);
export const openId = (): string | null => desk?.keeper.document.id ?? null;
/** True if closing the page would lose work that is stored nowhere. */
export const isUnsaved = (): boolean => desk !== null && desk.keeper.document.isUnsaved && !isLeaving;

const neighbours = new Neighbours(() => warn(t(words.otherTab)));

interface Opened {
  readonly document: KeptDocument;
  readonly bytes: Uint8Array;
  readonly hold: Hold | null;
  /** The work as stored in this browser earlier. */
  readonly work?: KeptWork;
  /** Identifies the same file in another tab. */
  readonly print: string | null;
}

async function put({ document, bytes, hold, work, print }: Opened, said: string): Promise<void> {
  const opened = await GridWorkbook.open(
    bytes,
    { agreements, language, day: today(), frozenColumns: window.innerWidth > roomForFrozen },
    work === undefined ? [] : deedsOf(work.bundles),
  );
  const before = desk;
  desk = null;
  before?.close();
  const shown = await showWorkbook(opened, speak);
  const open = new Set<string>([document.id]);
  const keeper = new Keeper(
    document,
    bytes,
    {
      now: () => Date.now(),
      isOpen: (id) => open.has(id),
      onKept: showKept,
      onUnsaved: showName,
    },
    work !== undefined,
  );
  opened.onDeed = (deed) => keeper.add(deed);
  opened.onFile = (file) => keeper.replace(file);
  opened.write = (file, edits) => writeInWorker(file, edits);
  desk = { workbook: opened, keeper, hold, pane: shown.pane, close: () => shown.close() };
  if (work === undefined) keeper.start();
  remember(slot, document.id, "tab");
  before?.hold?.release();
  void before?.keeper.drop().catch(() => undefined);
  void openDocuments().then((ids) => {
    for (const id of ids) open.add(id);
  });
  showName();
  showKept(kept);
  neighbours.opened(print);
  tell(said);
  idle();
  window.document.documentElement.dataset["ready"] = "true";
}

const described = (name: string, isUnsavedNow: boolean, handle?: FileSystemFileHandle): KeptDocument => {
  const at = Date.now();
  return {
    id: newId(),
    name,
    openedAt: at,
    changedAt: at,
    isUnsaved: isUnsavedNow,
    isDropped: false,
    file: 0,
    bundles: 0,
    ...(handle && { handle }),
  };
};

/** Opens a file as the document. `origin` says whether it is the user's file or was made here. */
export async function open(
  bytes: Uint8Array,
  name: string,
  { said = words.opened, handle, origin = "file", shown = name }: OpenOptions = {},
): Promise<void> {
  busy(t(words.loading));
  await drawn();
  const document = described(name, false, handle);
  const hold = await holdDocument(document.id);
  const print = origin === "file" ? printOf(name, bytes) : null;
  await put({ document, bytes, hold, print }, t(said, { name: shown }));
}
export interface OpenOptions {
  /** The name to show, if the content came from another file. */
  readonly shown?: string;
  readonly said?: Text;
  readonly handle?: FileSystemFileHandle;
  readonly origin?: "file" | "made";
}

/**
 * Opens a document stored in this browser. False if it cannot be opened; it is then stored separately, and the user is
 * told.
 */
export async function reopen(
  work: KeptWork,
  said: (document: KeptDocument) => string,
  wasMine = false,
): Promise<boolean> {
  const hold = await holdDocument(work.document.id, wasMine);
  // Another tab has the document open (a duplicated tab, for instance), so this tab gets a copy.
  const mine = hold === null ? await copyOf(work, newId(), Date.now()) : work;
  try {
    busy(t(words.loading));
    await drawn();
    await put(
      { ...mine, hold: hold ?? (await holdDocument(mine.document.id)), work: mine, print: null },
      said(mine.document),
    );
    if (hold === null) warn(t(words.otherTabCopy, { name: mine.document.name }));
    return true;
  } catch (error) {
    console.error(error);
    hold?.release();
    await keepDamaged(mine);
    idle();
    const { name, changedAt } = mine.document;
    warn(t(words.damaged, { name, moment: momentOf(changedAt) }), {
      label: words.keepDamaged,
      run: () => downloadDamaged(mine),
    });
    return false;
  }
}

export function downloadDamaged({
  name,
  document,
  bytes,
  bundles,
}: Partial<KeptWork> & {
  readonly name?: string;
  readonly bytes: Uint8Array;
  readonly bundles: KeptWork["bundles"];
}): void {
  const called = name ?? document?.name ?? "werk";
  download(called, bytes, xlsxType);
  download(`${called}.json`, new TextEncoder().encode(JSON.stringify(bundles)), "application/json");
}

/** Restores the document from before the page was closed or reloaded; false if there is none. */
export async function comeBack(): Promise<boolean> {
  let documents: readonly KeptDocument[];
  try {
    documents = await keptDocuments();
  } catch (error) {
    console.error(error);
    showKept("blocked");
    warn(t(words.blocked));
    return false;
  }
  const mine = remembered(slot, "tab");
  const inTabs = await openDocuments();
  void tidy(documents, inTabs).catch(() => undefined);
  const found =
    documents.find(({ id }) => id === mine) ??
    documents.find(({ id, isUnsaved: unsaved, isDropped }) => unsaved && !isDropped && !inTabs.has(id));
  const work = found === undefined ? null : await keptWork(found.id);
  if (work === null) return false;
  return reopen(
    work,
    ({ name, changedAt, isUnsaved: unsaved }) =>
      t(unsaved ? words.returned : words.returnedSaved, { name, moment: momentOf(changedAt) }),
    work.document.id === mine && isReloaded(),
  );
}

async function tidy(documents: readonly KeptDocument[], inTabs: ReadonlySet<string>): Promise<void> {
  for (const { id } of surplus(documents, (one) => inTabs.has(one) || one === remembered(slot, "tab")))
    await forget(id);
}

/** True if the document may be replaced; it stays in the list. */
export const mayReplace = async (): Promise<boolean> => !isUnsaved() || ask(t(words.unsaved));

/** Saves the document: to its own file if the browser can write to it, otherwise as a download. */
export async function save(): Promise<void> {
  if (desk === null) return;
  const { workbook: saved, keeper } = desk;
  const { name: called, handle } = keeper.document;
  const stopping = new AbortController();
  busy(t(words.saving), () => stopping.abort());
  const { count } = keeper;
  saved.write = (bytes, edits) => writeInWorker(bytes, edits, stopping.signal);
  let bytes: Uint8Array;
  try {
    bytes = await saved.save();
  } catch (error) {
    idle();
    if (!(error instanceof SaveStopped)) throw error;
    tell(t(words.saveStopped));
    return;
  } finally {
    saved.write = (file, edits) => writeInWorker(file, edits);
  }
  const name = called.replace(/(?:\.(?:xlsx|ods|csv))?$/i, ".xlsx");
  const isWritten = handle !== undefined && name === called && (await writeTo(handle, bytes));
  if (!isWritten) download(name, bytes, xlsxType);
  keeper.saved(count, isWritten ? handle : undefined, name);
  showName();
  idle();
  tell(t(isWritten ? words.written : words.saved, { name }));
}

/** False if the file cannot be written; the document is then downloaded. */
async function writeTo(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<boolean> {
  try {
    const asking = handle as FileSystemFileHandle & {
      requestPermission?: (wanted: { readonly mode: "readwrite" }) => Promise<PermissionState>;
    };
    if ((await asking.requestPermission?.({ mode: "readwrite" })) !== "granted") return false;
    const stream = await handle.createWritable();
    await stream.write(bytes as BufferSource);
    // The file on disk stays as it was until this succeeds.
    await stream.close();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** Deletes everything this browser has stored. The open document stays, and is stored again at its next change. */
export async function forgetEverything(): Promise<void> {
  await forgetAll();
  tell(t(words.cleared));
}

function showName(): void {
  if (desk === null) return;
  const { name, isUnsaved: unsaved } = desk.keeper.document;
  element("file").textContent = name;
  element("unsaved").hidden = !unsaved;
  window.document.title = `${unsaved ? "• " : ""}${name} · ${t(words.title)}`;
}

function showKept(now: Kept): void {
  const before = kept;
  kept = now;
  element("kept").dataset["kept"] = now;
  element("keptText").textContent = t(now === "kept" ? words.kept : now === "full" ? words.full : words.notKept);
  if (now === "kept" || before === now) return;
  const since = desk?.keeper.document.changedAt;
  if (now === "full") warn(t(words.fullSince, { moment: momentOf(since ?? Date.now()) }));
  else warn(t(words.blocked));
}

/**
 * Changes the language by reloading the page, because the grid takes its language on creation; the work is restored.
 */
export function speak(wanted: Language): void {
  void (async () => {
    remember(languageKey, wanted);
    await leave();
  })();
}

/** Reloads the page and restores all work. */
export async function leave(): Promise<void> {
  await desk?.keeper.settled();
  isLeaving = kept === "kept";
  location.reload();
}
