import type { Deed } from "../loaded.js";
import { readFrom, stores, writeTo, type Bundle, type Damaged, type KeptDocument } from "./database.js";

/** Maximum number of stored documents, open ones included; dropped documents are deleted first, then the oldest. */
const most = 12;
/** Number of replaced files kept, to return to. */
const mostFiles = 3;

const everything = Object.values(stores);
const ofDocument = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
const ofFile = (id: string, file: number): IDBKeyRange => IDBKeyRange.bound([id, file], [id, file, []]);

/** All documents, last changed first. */
export async function keptDocuments(): Promise<readonly KeptDocument[]> {
  const all = await readFrom([stores.documents], (store) => {
    const asked = store(stores.documents).getAll() as IDBRequest<KeptDocument[]>;
    return () => asked.result;
  });
  return all.sort((a, b) => b.changedAt - a.changedAt);
}

/** A stored document, with its file and all deeds in it. */
export interface KeptWork {
  readonly document: KeptDocument;
  readonly bytes: Uint8Array;
  readonly bundles: readonly Bundle[];
}

/** The stored work of a document; null if absent. */
export async function keptWork(id: string): Promise<KeptWork | null> {
  const names = [stores.documents, stores.files, stores.bundles] as const;
  return readFrom(names, (store) => {
    let found: KeptWork | null = null;
    const asked = store(stores.documents).get(id) as IDBRequest<KeptDocument | undefined>;
    asked.onsuccess = () => {
      const document = asked.result;
      if (document === undefined) return;
      const file = store(stores.files).get([id, document.file]) as IDBRequest<Uint8Array | undefined>;
      const done = store(stores.bundles).getAll(ofFile(id, document.file)) as IDBRequest<Bundle[]>;
      done.onsuccess = () => {
        found = { document, bytes: file.result ?? new Uint8Array(), bundles: done.result };
      };
    };
    return () => found;
  });
}

/** Parses stored deeds. Throws if they are damaged. */
export const deedsOf = (bundles: readonly Bundle[]): readonly Deed[] =>
  bundles.flatMap(({ deeds }) => JSON.parse(deeds) as Deed[]);

export const keepDocument = (document: KeptDocument, bytes: Uint8Array): Promise<void> =>
  writeTo([stores.documents, stores.files, stores.bundles], (store) => {
    store(stores.documents).put(document);
    store(stores.files).put(bytes, [document.id, document.file]);
    for (let old = document.file - mostFiles; old >= 0; old--) {
      store(stores.files).delete([document.id, old]);
      store(stores.bundles).delete(ofFile(document.id, old));
    }
  });

/** Stores deeds together with the document's new state. */
export const keepBundle = (document: KeptDocument, bundle: Bundle): Promise<void> =>
  writeTo([stores.documents, stores.bundles], (store) => {
    store(stores.documents).put(document);
    store(stores.bundles).put(bundle, [document.id, document.file, document.bundles - 1]);
  });

export const keepAbout = (document: KeptDocument): Promise<void> =>
  writeTo([stores.documents], (store) => void store(stores.documents).put(document));

export const forget = (id: string): Promise<void> =>
  writeTo(everything, (store) => {
    store(stores.documents).delete(id);
    store(stores.damaged).delete(id);
    for (const name of [stores.files, stores.bundles]) store(name).delete(ofDocument(id));
  });

export const forgetAll = (): Promise<void> =>
  writeTo(everything, (store) => {
    for (const name of everything) store(name).clear();
  });

/** Copies a document to another key, up to a number of bundles. */
export async function copyOf(work: KeptWork, id: string, at: number, bundles = work.bundles.length): Promise<KeptWork> {
  const document: KeptDocument = {
    ...work.document,
    id,
    openedAt: at,
    changedAt: at,
    isUnsaved: true,
    isDropped: false,
    file: 0,
    bundles,
  };
  const copy = { document, bytes: work.bytes, bundles: work.bundles.slice(0, bundles) };
  await writeTo([stores.documents, stores.files, stores.bundles], (store) => {
    store(stores.documents).put(document);
    store(stores.files).put(copy.bytes, [id, 0]);
    copy.bundles.forEach((bundle, i) => store(stores.bundles).put(bundle, [id, 0, i]));
  });
  return copy;
}

/** Moves a document that cannot be opened to separate storage, where nothing overwrites it. */
export const keepDamaged = ({ document: { id, name, changedAt }, bytes, bundles }: KeptWork): Promise<void> =>
  writeTo(everything, (store) => {
    const damaged: Damaged = { id, name, changedAt, bytes, bundles };
    store(stores.damaged).put(damaged);
    store(stores.documents).delete(id);
    for (const name of [stores.files, stores.bundles]) store(name).delete(ofDocument(id));
  });

export const damagedWork = (): Promise<readonly Damaged[]> =>
  readFrom([stores.damaged], (store) => {
    const asked = store(stores.damaged).getAll() as IDBRequest<Damaged[]>;
    return () => asked.result;
  });

/** The documents to delete, to stay within the limit or to make room; never one that is open. */
export function surplus(
  documents: readonly KeptDocument[],
  isOpen: (id: string) => boolean,
  room = most,
): readonly KeptDocument[] {
  const worth = ({ isDropped, isUnsaved }: KeptDocument): number => (isDropped ? 0 : isUnsaved ? 2 : 1);
  const closed = documents.filter(({ id }) => !isOpen(id));
  return [...closed]
    .sort((a, b) => worth(b) - worth(a) || b.changedAt - a.changedAt)
    .slice(Math.max(0, room - (documents.length - closed.length)));
}

/** The versions a document can return to: the last state of every minute with deeds, newest first. */
export function versionsOf(bundles: readonly Bundle[], mostVersions = 10): readonly { at: number; bundles: number }[] {
  const minutes = new Map<number, { at: number; bundles: number }>();
  bundles.forEach(({ at }, i) => minutes.set(Math.floor(at / 60_000), { at, bundles: i + 1 }));
  return [...minutes.values()].reverse().slice(0, mostVersions);
}

export type { Damaged, KeptDocument };
