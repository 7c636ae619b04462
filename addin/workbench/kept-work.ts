/** The work somebody has open, kept in this browser so that it survives a reload. Nothing leaves the browser. */
export interface KeptWork {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Not yet saved as a file. */
  readonly isUnsaved: boolean;
}

const store = "work";
const key = "open";

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("prestatieafspraken-werkbank", 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore(store);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("indexedDB"));
  });
}

async function within<T>(mode: IDBTransactionMode, work: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const open = await database();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = open.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("indexedDB"));
    });
  } finally {
    open.close();
  }
}

export const keep = (work: KeptWork): Promise<unknown> => within("readwrite", (objects) => objects.put(work, key));
export const forget = (): Promise<unknown> => within("readwrite", (objects) => objects.delete(key));

/** Null when nothing was kept, or this browser keeps nothing. */
export async function kept(): Promise<KeptWork | null> {
  try {
    return ((await within("readonly", (objects) => objects.get(key))) as KeptWork | undefined) ?? null;
  } catch {
    return null;
  }
}
