/** A chosen file, with its handle if the browser lets the page write back to it. */
export interface Picked {
  readonly file: File;
  readonly handle?: FileSystemFileHandle;
}

interface Picker {
  readonly showOpenFilePicker?: (this: Window, options: object) => Promise<readonly FileSystemFileHandle[]>;
}

/**
 * Lets the user choose a file. Without a file picker API it opens the page's file input, which answers by its own
 * event, and returns an empty list.
 */
export async function pickFile(input: HTMLInputElement): Promise<readonly Picked[]> {
  const { showOpenFilePicker } = window as Window & Picker;
  if (showOpenFilePicker === undefined) {
    input.click();
    return [];
  }
  const accept = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [".xlsx", ".xlsm"],
    "application/vnd.oasis.opendocument.spreadsheet": [".ods"],
    "text/csv": [".csv"],
  };
  try {
    const handles = await showOpenFilePicker.call(window, { types: [{ accept }] });
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return [];
    // The API is blocked (a frame, or a policy): use the file input.
    input.click();
    return [];
  }
}

interface DroppedItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** The dropped files. Call during the event: afterwards the browser clears them. */
export function filesDropped(transfer: DataTransfer): Promise<readonly Picked[]> {
  return Promise.all(
    [...transfer.items]
      .filter(({ kind }) => kind === "file")
      .flatMap((item: DroppedItem) => {
        const file = item.getAsFile();
        if (file === null) return [];
        const handle = item.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null);
        return [
          handle.then((found): Picked => ({
            file,
            ...(found?.kind === "file" && { handle: found as FileSystemFileHandle }),
          })),
        ];
      }),
  );
}
