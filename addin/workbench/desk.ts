/** The document on this page: opened, kept, saved, and found again. */
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
import { holdDocument, Neighbours, openDocuments, printOf, type Hold } from "./kept/tabs.js";
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

/** Which document this tab has open; a reload keeps it, another tab has its own. */
const slot = "pa-document";
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
/** Shows a screen of the pane. */
export const goToScreen = (screen: ScreenName): void => desk?.pane.go(screen);
export const openId = (): string | null => desk?.keeper.document.id ?? null;
/** Would closing the page lose something that is nowhere else? */
export const isUnsaved = (): boolean => desk !== null && desk.keeper.document.isUnsaved && !isLeaving;

const neighbours = new Neighbours(() => warn(t(words.otherTab)));

interface Opened {
  readonly document: KeptDocument;
  readonly bytes: Uint8Array;
  readonly hold: Hold | null;
  /** As it was kept before. */
  readonly work?: KeptWork;
  /** To know the same file in another tab. */
  readonly print: string | null;
}

async function put({ document, bytes, hold, work, print }: Opened, said: string): Promise<void> {
  const opened = await GridWorkbook.open(
    bytes,
    { agreements, language, day: today() },
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

/** Puts a file on the desk. `origin` tells whether it is somebody's file or was made here. */
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
  /** The name to speak of, where it was read from another file. */
  readonly shown?: string;
  readonly said?: Text;
  readonly handle?: FileSystemFileHandle;
  readonly origin?: "file" | "made";
}

/** Puts a document on the desk that was kept in this browser. False when it cannot be opened; it is then kept apart, and that is said. */
export async function reopen(work: KeptWork, said: (document: KeptDocument) => string): Promise<boolean> {
  const hold = await holdDocument(work.document.id);
  // A tab that was copied, or a list that was open while another tab took it: everybody their own.
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

/** Finds what was on the desk before the page was closed or reloaded; false when there is nothing. */
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
  return reopen(work, ({ name, changedAt, isUnsaved: unsaved }) =>
    t(unsaved ? words.returned : words.returnedSaved, { name, moment: momentOf(changedAt) }),
  );
}

async function tidy(documents: readonly KeptDocument[], inTabs: ReadonlySet<string>): Promise<void> {
  for (const { id } of surplus(documents, (one) => inTabs.has(one) || one === remembered(slot, "tab")))
    await forget(id);
}

/** May what is on the desk make room? It stays in the list. */
export const mayReplace = async (): Promise<boolean> => !isUnsaved() || ask(t(words.unsaved));

/** Saves the document: in its own file where the browser can write to it, else as a download. */
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

/** False when the file may not be written; then it becomes a download. */
async function writeTo(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<boolean> {
  try {
    const asking = handle as FileSystemFileHandle & {
      requestPermission?: (wanted: { readonly mode: "readwrite" }) => Promise<PermissionState>;
    };
    if ((await asking.requestPermission?.({ mode: "readwrite" })) !== "granted") return false;
    const stream = await handle.createWritable();
    await stream.write(bytes as BufferSource);
    // The file on disk is the old one until this succeeds.
    await stream.close();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** Takes everything this browser keeps away; what is open stays, and is kept again from its next change. */
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

/** The grid takes its language when it is made, so the page starts again; the work comes along. */
export function speak(wanted: Language): void {
  void (async () => {
    remember(languageKey, wanted);
    await leave();
  })();
}

/** Starts the page again, with all that was done. */
export async function leave(): Promise<void> {
  await desk?.keeper.settled();
  isLeaving = kept === "kept";
  location.reload();
}
