import type { LiveWorkbook } from "@prestatieafspraken/quarterly";
/** A workbook that nobody looks at: a file as the pane sees it; changes are applied to the file. */
export declare const fileInPane: (bytes: Uint8Array) => LiveWorkbook;
//# sourceMappingURL=file-in-pane.d.ts.map
