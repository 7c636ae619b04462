import type { LiveWorkbook } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";

/** A workbook that nobody looks at: a file as the pane sees it; changes are applied to the file. */
export const fileInPane = (bytes: Uint8Array): LiveWorkbook =>
  Object.assign(openXlsx(bytes), {
    select: () => Promise.resolve(),
    selection: () => Promise.resolve(null),
    subscribe: () => () => undefined,
    undo: () => Promise.resolve(false),
    insertSheets: () => Promise.resolve([]),
    capabilities: { charts: false, startup: false, undo: "own" as const },
  });
