import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Deed } from "../loaded.js";
import { openDatabase, type KeptDocument } from "./database.js";
import { Keeper, type Kept } from "./keeper.js";
import {
  copyOf,
  damagedWork,
  deedsOf,
  forget,
  keepDamaged,
  keepDocument,
  keptDocuments,
  keptWork,
  surplus,
  versionsOf,
} from "./kept-documents.js";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const about = (id: string, more: Partial<KeptDocument> = {}): KeptDocument => ({
  id,
  name: `${id}.xlsx`,
  openedAt: 0,
  changedAt: 0,
  isUnsaved: false,
  isDropped: false,
  file: 0,
  bundles: 0,
  ...more,
});
const bytes = new Uint8Array([80, 75, 3, 4]);
const deed = (key: string): Deed => ({ kind: "setting", key, value: "x" });

function keeperOf(id: string) {
  const said: { kept: Kept[]; unsaved: boolean[] } = { kept: [], unsaved: [] };
  let now = 1_000;
  const keeper = new Keeper(about(id), bytes, {
    now: () => (now += 1_000),
    isOpen: (one) => one === id,
    onKept: (kept) => void said.kept.push(kept),
    onUnsaved: (isUnsaved) => void said.unsaved.push(isUnsaved),
  });
  return { keeper, said };
}

describe("storing a document", () => {
  it("stores the file and every deed, in order, and reports it as unsaved", async () => {
    const { keeper, said } = keeperOf("a");
    keeper.start();
    keeper.add(deed("een"));
    await keeper.settled();
    keeper.add(deed("twee"));
    keeper.add(deed("drie"));
    await keeper.settled();
    const work = (await keptWork("a"))!;
    expect(work.bytes).toEqual(bytes);
    expect(deedsOf(work.bundles)).toEqual([deed("een"), deed("twee"), deed("drie")]);
    expect(work.document).toMatchObject({ isUnsaved: true, bundles: 2 });
    expect(said.unsaved).toEqual([true]);
  });

  it("stores deeds that come while others are being stored, at any moment of it", async () => {
    const { keeper } = keeperOf("a");
    keeper.start();
    const deeds = Array.from({ length: 60 }, (_, i) => deed(String(i)));
    for (const one of deeds) {
      keeper.add(one);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await keeper.settled();
    expect(deedsOf((await keptWork("a"))!.bundles)).toEqual(deeds);
  });

  it("is saved if nothing was done since the file was made, and unsaved otherwise", async () => {
    const { keeper } = keeperOf("a");
    keeper.add(deed("een"));
    const { count } = keeper;
    keeper.saved(count);
    await keeper.settled();
    expect((await keptWork("a"))!.document.isUnsaved).toBe(false);
    keeper.add(deed("twee"));
    keeper.saved(count);
    await keeper.settled();
    expect((await keptWork("a"))!.document.isUnsaved).toBe(true);
  });

  it("loses no deeds while another file replaces the first", async () => {
    const { keeper } = keeperOf("a");
    keeper.add(deed("in het eerste bestand"));
    keeper.replace(new Uint8Array([1, 2]));
    keeper.add(deed("in het tweede"));
    await keeper.settled();
    const work = (await keptWork("a"))!;
    expect([...work.bytes]).toEqual([1, 2]);
    expect(deedsOf(work.bundles)).toEqual([deed("in het tweede")]);
  });

  it("does not restore a document the user left, but lists it; one never changed is forgotten", async () => {
    const touched = keeperOf("touched").keeper;
    touched.add(deed("een"));
    await touched.drop();
    const untouched = keeperOf("untouched").keeper;
    untouched.start();
    await untouched.drop();
    expect((await keptDocuments()).map(({ id, isDropped }) => [id, isDropped])).toEqual([["touched", true]]);
  });

  it("reports full storage, and stores everything once there is room again", async () => {
    const { keeper, said } = keeperOf("a");
    keeper.start();
    await keeper.settled();
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    keeper.add(deed("een"));
    await keeper.settled();
    expect(said.kept).toEqual(["full"]);
    expect((await keptWork("a"))!.bundles).toEqual([]);
    put.mockRestore();
    keeper.add(deed("twee"));
    await keeper.settled();
    expect(said.kept).toEqual(["full", "kept"]);
    expect(deedsOf((await keptWork("a"))!.bundles)).toEqual([deed("een"), deed("twee")]);
  });

  it("makes room in full storage by deleting documents saved as files, never unsaved work", async () => {
    await keepDocument(about("unsaved", { isUnsaved: true }), bytes);
    await keepDocument(about("file"), bytes);
    const { keeper, said } = keeperOf("a");
    keeper.start();
    await keeper.settled();
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    keeper.add(deed("een"));
    await keeper.settled();
    full.mockRestore();
    expect(said.kept).toEqual([]);
    expect((await keptDocuments()).map(({ id }) => id).sort()).toEqual(["a", "unsaved"]);
  });
});

describe("a stored document", () => {
  it("is copied under another key up to a version, without changing the original", async () => {
    const { keeper } = keeperOf("a");
    keeper.add(deed("een"));
    await keeper.settled();
    keeper.add(deed("twee"));
    await keeper.settled();
    const work = (await keptWork("a"))!;
    await copyOf(work, "b", 9, 1);
    expect(deedsOf((await keptWork("b"))!.bundles)).toEqual([deed("een")]);
    expect(deedsOf((await keptWork("a"))!.bundles)).toHaveLength(2);
  });

  it("is stored separately and complete when damaged, until the user removes it", async () => {
    const { keeper } = keeperOf("a");
    keeper.add(deed("een"));
    await keeper.settled();
    const work = (await keptWork("a"))!;
    expect(() => deedsOf([{ at: 0, deeds: "{half" }])).toThrow();
    await keepDamaged(work);
    expect(await keptDocuments()).toEqual([]);
    expect(await damagedWork()).toMatchObject([{ id: "a", bytes, bundles: work.bundles }]);
    await forget("a");
    expect(await damagedWork()).toEqual([]);
  });

  it("is migrated from the first version of the workbench, which stored one file", async () => {
    await new Promise<void>((resolve) => {
      const asked = indexedDB.open("prestatieafspraken-werkbank", 1);
      asked.onupgradeneeded = () => void asked.result.createObjectStore("work");
      asked.onsuccess = () => {
        const transaction = asked.result.transaction("work", "readwrite");
        transaction.objectStore("work").put({ name: "oud.xlsx", bytes, isUnsaved: true }, "open");
        transaction.oncomplete = () => {
          asked.result.close();
          resolve();
        };
      };
    });
    const [only] = await keptDocuments();
    expect(only).toMatchObject({ name: "oud.xlsx", isUnsaved: true });
    expect((await keptWork(only!.id))!.bytes).toEqual(bytes);
  });

  it("has a version for every minute with deeds, newest first", () => {
    const bundle = (at: number) => ({ at, deeds: "[]" });
    expect(versionsOf([bundle(1_000), bundle(2_000), bundle(61_000), bundle(200_000)])).toEqual([
      { at: 200_000, bundles: 4 },
      { at: 61_000, bundles: 3 },
      { at: 2_000, bundles: 2 },
    ]);
  });

  it("makes room for new work: first dropped documents, then files, oldest first; never one that is open", () => {
    const documents = [
      about("dropped", { isDropped: true, isUnsaved: true, changedAt: 9 }),
      about("file", { changedAt: 5 }),
      about("old", { isUnsaved: true, changedAt: 1 }),
      about("new", { isUnsaved: true, changedAt: 2 }),
      about("open", { changedAt: 0 }),
    ];
    const goes = (room: number): string[] => surplus(documents, (id) => id === "open", room).map(({ id }) => id);
    expect(goes(5)).toEqual([]);
    expect(goes(4)).toEqual(["dropped"]);
    expect(goes(2)).toEqual(["old", "file", "dropped"]);
  });

  it("does not wait forever for a browser that does not answer", async () => {
    vi.useFakeTimers();
    try {
      vi.spyOn(indexedDB, "open").mockReturnValue({} as IDBOpenDBRequest);
      const opening = expect(openDatabase()).rejects.toThrow("does not answer");
      await vi.runOnlyPendingTimersAsync();
      await opening;
    } finally {
      vi.useRealTimers();
    }
  });
});
