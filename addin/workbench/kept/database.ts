/** Where this browser keeps work. Nothing leaves the browser. */

/** A document somebody has or had open: what is told about it in a list. */
export interface KeptDocument {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly changedAt: number;
  /** Not yet saved as a file. */
  readonly isUnsaved: boolean;
  /** Somebody chose to go on without it. */
  readonly isDropped: boolean;
  /** Number of the file its deeds are done in, counted up when another file takes its place. */
  readonly file: number;
  /** So many bundles of deeds have been kept for that file. */
  readonly bundles: number;
  /** The file on disk it was opened from, where the browser can write to it. */
  readonly handle?: FileSystemFileHandle;
}

/** What was done in a file, in the order it was done, as JSON. */
export interface Bundle {
  readonly at: number;
  readonly deeds: string;
}

/** Something that could not be opened again, kept apart so that nothing writes over it. */
export interface Damaged {
  readonly id: string;
  readonly name: string;
  readonly changedAt: number;
  readonly bytes: Uint8Array;
  readonly bundles: readonly Bundle[];
}

export const stores = { documents: "documents", files: "files", bundles: "bundles", damaged: "damaged" } as const;
export type StoreName = (typeof stores)[keyof typeof stores];

/** A browser that may not keep anything sometimes never answers. */
const patience = 2_000;
const name = "prestatieafspraken-werkbank";

/** Keys of `files` are [document, file], of `bundles` [document, file, number]. */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("indexedDB does not answer")), patience);
    const asked = indexedDB.open(name, 2);
    asked.onupgradeneeded = () => upgrade(asked.result, asked.transaction!);
    asked.onsuccess = () => {
      clearTimeout(late);
      // A newer page in another tab may want to change the stores.
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => {
      clearTimeout(late);
      reject(asked.error ?? new Error("indexedDB"));
    };
  });
}

function upgrade(database: IDBDatabase, transaction: IDBTransaction): void {
  for (const store of Object.values(stores))
    database.createObjectStore(store, /documents|damaged/.test(store) ? { keyPath: "id" } : undefined);
  if (!database.objectStoreNames.contains("work")) return;
  // The first version kept one workbook, as a file.
  const asked = transaction.objectStore("work").get("open") as IDBRequest<
    { name: string; bytes: Uint8Array; isUnsaved: boolean } | undefined
  >;
  asked.onsuccess = () => {
    if (asked.result !== undefined) {
      const { name: called, bytes, isUnsaved } = asked.result;
      const at = Date.now();
      const document: KeptDocument = {
        id: crypto.randomUUID(),
        name: called,
        openedAt: at,
        changedAt: at,
        isUnsaved,
        isDropped: false,
        file: 0,
        bundles: 0,
      };
      transaction.objectStore(stores.documents).put(document);
      transaction.objectStore(stores.files).put(bytes, [document.id, 0]);
    }
    database.deleteObjectStore("work");
  };
}

/** One transaction; resolves with what `work` answers once everything is kept. */
export async function within<T>(
  names: readonly StoreName[],
  mode: IDBTransactionMode,
  work: (store: (name: StoreName) => IDBObjectStore) => (() => T) | void,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction([...names], mode);
      const answer = work((store) => transaction.objectStore(store));
      transaction.oncomplete = () => resolve((answer as (() => T) | undefined)?.() as T);
      transaction.onabort = () => reject(transaction.error ?? new Error("indexedDB"));
    });
  } finally {
    database.close();
  }
}
