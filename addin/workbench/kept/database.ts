/** This browser's storage of work. Nothing leaves the browser. */

/** A stored document, as shown in the list. */
export interface KeptDocument {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly changedAt: number;
  /** Not yet saved as a file. */
  readonly isUnsaved: boolean;
  /** The user chose to continue without it. */
  readonly isDropped: boolean;
  /** Number of the file that the deeds apply to; increases when another file replaces it. */
  readonly file: number;
  /** Number of stored bundles of deeds for that file. */
  readonly bundles: number;
  /** The file on disk it was opened from, if the browser can write to it. */
  readonly handle?: FileSystemFileHandle;
}

/** Deeds in a file, in order, as JSON. */
export interface Bundle {
  readonly at: number;
  readonly deeds: string;
}

/** A document that could not be opened, stored separately so that nothing overwrites it. */
export interface Damaged {
  readonly id: string;
  readonly name: string;
  readonly changedAt: number;
  readonly bytes: Uint8Array;
  readonly bundles: readonly Bundle[];
}

export const stores = { documents: "documents", files: "files", bundles: "bundles", damaged: "damaged" } as const;
export type StoreName = (typeof stores)[keyof typeof stores];

/**
 * Timeout in milliseconds: a browser with blocked storage sometimes never answers. A busy computer takes seconds to
 * answer; giving up too early would show the sample instead of the user's work.
 */
const patience = 5_000;
const name = "prestatieafspraken-werkbank";

/** Also works without https, where `crypto.randomUUID` is missing. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Keys of `files` are [document, file], of `bundles` [document, file, number]. */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("indexedDB does not answer")), patience);
    const asked = indexedDB.open(name, 2);
    asked.onupgradeneeded = () => upgrade(asked.result, asked.transaction!);
    asked.onsuccess = () => {
      clearTimeout(late);
      // Closes on request, so that a newer page in another tab can upgrade the stores.
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
  // The first version stored one workbook, as a file.
  const asked = transaction.objectStore("work").get("open") as IDBRequest<
    { name: string; bytes: Uint8Array; isUnsaved: boolean } | undefined
  >;
  asked.onsuccess = () => {
    if (asked.result !== undefined) {
      const { name: called, bytes, isUnsaved } = asked.result;
      const at = Date.now();
      const document: KeptDocument = {
        id: newId(),
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

type Stores = (name: StoreName) => IDBObjectStore;

/**
 * Reads in one transaction. `work` makes the requests, and returns a function that gives the result once they are done.
 */
export async function readFrom<T>(names: readonly StoreName[], work: (store: Stores) => () => T): Promise<T> {
  return (await transact(names, "readonly", work))();
}

/** Writes in one transaction: everything or nothing. */
export async function writeTo(names: readonly StoreName[], work: (store: Stores) => void): Promise<void> {
  await transact(names, "readwrite", work);
}

async function transact<T>(
  names: readonly StoreName[],
  mode: IDBTransactionMode,
  work: (store: Stores) => T,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction([...names], mode);
      const asked = work((store) => transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked);
      transaction.onabort = () => reject(transaction.error ?? new Error("indexedDB"));
    });
  } finally {
    database.close();
  }
}
