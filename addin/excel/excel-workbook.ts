import {
  mostPicked,
  WorkbookError,
  type CellAt,
  type CellChange,
  type CellRange,
  type CellValue,
  type LiveWorkbook,
  type Mark,
  type SheetLook,
  type SheetTable,
  type TableArea,
  type WorkbookEvent,
} from "@prestatieafspraken/quarterly";
import { asTyped, cellValue } from "./cell-value.js";
import { applyChanges, revert, type Changed } from "./changes.js";
import { deleteEmptyRow, insertEmptyRow, type DeletedRow } from "./delete-row.js";
import { run, supports } from "./host.js";
import { putMarks, removeMarks } from "./marks.js";
import { appendBelow, extendTable, type TablePlace } from "./new-rows.js";
import { writeSetting } from "./settings.js";
import { WorkbookEvents } from "./workbook-events.js";
import { WorkbookCopy } from "./workbook-copy.js";

/** Maximum number of undo steps. */
const undoDepth = 50;

/** The LiveWorkbook port for the workbook open in Excel. Needs ExcelApi 1.12; newer APIs are used when available. */
export class ExcelWorkbook implements LiveWorkbook {
  /** The single copy of the workbook as read, shared by all callers. */
  readonly copy = new WorkbookCopy();
  readonly #events = new WorkbookEvents(this.copy);
  #listening = 0;
  readonly #undo: { readonly changed: readonly Changed[]; readonly deleted: DeletedRow[] }[] = [];

  get capabilities(): LiveWorkbook["capabilities"] {
    return {
      charts: true,
      startup: supports("SharedRuntime", "1.1"),
      undo: supports("ExcelApi", "1.20") ? "native" : "own",
      sheetsEndUndo: true,
      // In Office for Mac the web view silently ignores downloads.
      savesNoFiles: Office.context.platform === Office.PlatformType.Mac,
    };
  }

  async tables(): Promise<readonly SheetTable[]> {
    // An earlier reading is valid only while events are being listened to.
    if (this.#listening === 0) this.copy.forget();
    else await this.#events.listening();
    return this.copy.tables();
  }

  readAnew(): void {
    this.copy.forget();
    this.copy.structureChanged();
  }

  get isCalculatedByHand(): boolean {
    return this.copy.isCalculatedByHand;
  }

  sheetNames(): Promise<readonly string[]> {
    return run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      return sheets.items.map(({ name }) => name);
    });
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    if (marks.length > 0) await run((context) => putMarks(context, marks), { oneUndoStep: true });
  }

  clearMarks(): Promise<number> {
    // Runs without grouped undo: Excel cannot undo deleting a sheet, and refuses to delete one in a grouped step.
    return run(removeMarks);
  }

  async change(changes: readonly CellChange[]): Promise<void> {
    if (changes.length === 0) return;
    const changed = await run((context) => applyChanges(context, changes), { oneUndoStep: true });
    this.#undo.push({ changed, deleted: [] });
    if (this.#undo.length > undoDepth) this.#undo.shift();
  }

  async undo(): Promise<boolean> {
    const last = this.#undo.at(-1);
    if (last === undefined) return false;
    await run(
      async (context) => {
        // The row deleted last comes back first.
        const deleted = [...last.deleted].reverse();
        for (const row of deleted) await insertEmptyRow(context, row);
        try {
          await revert(context, last.changed);
        } catch (error) {
          for (const row of last.deleted) await deleteEmptyRow(context, row);
          throw error;
        }
      },
      { oneUndoStep: true },
    );
    this.#undo.pop();
    return true;
  }

  async deleteRow(place: TableArea, row: number): Promise<boolean> {
    try {
      const isDeleted = await run((context) => deleteEmptyRow(context, { place, row }), {
        waitForEdit: true,
        oneUndoStep: true,
      });
      if (isDeleted) this.#undo.at(-1)?.deleted.push({ place, row });
      return isDeleted;
    } catch (error) {
      // Excel refuses, for instance because of merged cells or a protected sheet.
      if (error instanceof WorkbookError) return false;
      throw error;
    }
  }

  async appendRows(table: TablePlace, rows: readonly (readonly CellValue[])[]): Promise<void> {
    await run((context) => appendBelow(context, table, rows), { oneUndoStep: true });
  }

  async extendTable(table: Pick<TablePlace, "name" | "sheet">, lastRow: number): Promise<void> {
    await run((context) => extendTable(context, table, lastRow), { oneUndoStep: true });
  }

  addSheet(
    name: string,
    rows: readonly (readonly CellValue[])[],
    { headerRow = 1, widths = [], isProtected = false }: SheetLook = {},
  ): Promise<string> {
    return run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      const free = freeName(
        name,
        sheets.items.map((sheet) => sheet.name),
      );
      const sheet = context.workbook.worksheets.add(free);
      const width = Math.max(0, ...rows.map((row) => row.length));
      if (width > 0) {
        const range = sheet.getRangeByIndexes(0, 0, rows.length, width);
        range.values = rows.map((row) => Array.from({ length: width }, (_, i) => asTyped(row[i] ?? null)));
        for (const row of new Set([1, headerRow]))
          sheet.getRangeByIndexes(row - 1, 0, 1, width).format.font.bold = true;
        if (widths.length === 0) range.format.autofitColumns();
        for (const [column, characters] of widths.entries())
          // A character of the ordinary font is about 5.25 points wide.
          sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * 5.25 + 4;
        if (widths.length > 0 && rows.length > headerRow)
          sheet.getRangeByIndexes(headerRow, 0, rows.length - headerRow, width).format.wrapText = true;
        if (headerRow > 1) sheet.freezePanes.freezeRows(headerRow);
      }
      if (isProtected) {
        await context.sync();
        sheet.protection.protect();
      }
      await context.sync();
      return free;
    });
  }

  getSetting(key: string): Promise<string | null> {
    if (this.#listening === 0) this.copy.look();
    return this.copy.setting(key);
  }

  async setSetting(key: string, value: string | null): Promise<void> {
    await run((context) => writeSetting(context, key, value));
    this.copy.settingWritten(key);
  }

  async select({ sheet, cell }: CellAt): Promise<void> {
    await run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet).load("visibility");
      await context.sync();
      if (worksheet.visibility !== Excel.SheetVisibility.visible)
        throw new WorkbookError("HIDDEN_SHEET", {
          nl: `Het blad ${sheet} is verborgen. Maak het zichtbaar (klik met rechts op een bladtab en kies Zichtbaar maken) en probeer het opnieuw.`,
          en: `The sheet ${sheet} is hidden. Unhide it (right-click a sheet tab and choose Unhide) and try again.`,
        });
      worksheet.activate();
      worksheet.getRange(cell).select();
      await context.sync();
    });
  }

  selection(): Promise<CellAt | null> {
    return run(async (context) => {
      const cell = context.workbook.getActiveCell().load("address,worksheet/name");
      await context.sync();
      const { address, worksheet } = cell;
      return { sheet: worksheet.name, cell: address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "") };
    });
  }

  selectedRange(): Promise<CellRange | null> {
    return run(async (context) => {
      const selected = context.workbook.getSelectedRange().load("address,cellCount,worksheet/name");
      await context.sync();
      if (selected.cellCount > mostPicked) return null;
      const filled = selected.load("values,formulas");
      await context.sync();
      const { address, worksheet, values, formulas } = filled;
      return {
        sheet: worksheet.name,
        range: address.slice(address.lastIndexOf("!") + 1).replaceAll("$", ""),
        values: values.map((row, i) => row.map((value: unknown, j) => cellValue(value, formulas[i]![j]))),
      };
    });
  }

  subscribe(listener: (event: WorkbookEvent) => void): () => void {
    const leave = this.copy.onStale(listener);
    this.#listening++;
    this.#events.start();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      leave();
      if (--this.#listening === 0) this.#events.stop();
    };
  }

  async insertSheets(xlsx: Uint8Array): Promise<readonly string[]> {
    if (!supports("ExcelApi", "1.13"))
      throw new WorkbookError("NOT_SUPPORTED", {
        nl: "Deze versie van Excel kan geen bladen uit een bestand invoegen. Open het sjabloon als bestand en kopieer de bladen met Verplaatsen of kopiëren.",
        en: "This version of Excel cannot insert sheets from a file. Open the template as a file and copy its sheets with Move or Copy.",
      });
    return run(async (context) => {
      const ids = context.workbook.insertWorksheetsFromBase64(base64(xlsx), {
        positionType: Excel.WorksheetPositionType.end,
      });
      await context.sync();
      const inserted = ids.value.map((id) => context.workbook.worksheets.getItem(id).load("name"));
      await context.sync();
      return inserted.map(({ name }) => name);
    });
  }

  async insertChart(sheet: string, range: string, title: string): Promise<void> {
    await run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      // A line over the quarters, with the norm as a second line if there is one.
      const chart = worksheet.charts.add(Excel.ChartType.lineMarkers, worksheet.getRange(range), "Columns");
      chart.title.text = title;
      await context.sync();
    });
  }
}

/** A free sheet name, "Rapport" or "Rapport (2)", within Excel's 31 characters and without forbidden ones. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const clean =
    wanted
      .replace(/[\\/?*[\]:]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "PA";
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? "" : ` (${count})`;
    const name = clean.slice(0, 31 - suffix.length).trimEnd() + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
