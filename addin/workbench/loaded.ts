import type { Agreement, Language } from "@prestatieafspraken/indicators";
import { read, type Mark } from "@prestatieafspraken/quarterly";
import {
  contextOf,
  localeOf,
  gridBookOf,
  openSheets,
  type GridBook,
  type Position,
  type Sheets,
} from "@prestatieafspraken/spreadsheet";
import { areaOf, cellName, openXlsx, type Area, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { contentOf } from "./content-of.js";
import { registerEdits, watch } from "./edits-plugin.js";
import { reachesOf, type Reaches } from "./edits-of.js";
import { withoutFileMarks } from "./file-marks.js";
import { RevisionLog, type Revision } from "./revisions.js";
import type { ShownGetters, ShownModel } from "./shown-engine.js";

export interface GridOptions {
  readonly agreements: readonly Agreement[];
  readonly language: Language;
  /** Date to judge on if the workbook has none: "2026-09-30". */
  readonly day?: string;
  /** False: columns that are frozen in the file are not in the grid. */
  readonly frozenColumns?: boolean;
}

/**
 * One action since a file was opened, small enough to store at once. Replayed in order on the same file, deeds restore
 * the work.
 */
export type Deed =
  | { readonly kind: "revision"; readonly revision: Revision }
  | { readonly kind: "setting"; readonly key: string; readonly value: string | null }
  | { readonly kind: "marks"; readonly marks: readonly Mark[] };

/** A file in the engine, with facts about the file as opened. */
export interface Loaded {
  /** The opened file. */
  readonly bytes: Uint8Array;
  /** Settings written since then. */
  readonly settings: Map<string, string | null>;
  readonly file: XlsxWorkbook;
  /** The opened file without marks and later settings, as the grid shows it. */
  readonly bare: XlsxWorkbook;
  readonly sheets: Sheets;
  readonly log: RevisionLog;
  readonly marks: readonly Mark[];
  /** The notes people wrote in the file. */
  readonly notes: ReturnType<XlsxWorkbook["notes"]>;
  /** Number of marks in the file that are missing from its list. */
  unlisted: number;
  readonly reaches: Reaches;
  /** By sheet name: cells whose content cannot change without damaging the file. */
  readonly kept: ReadonlyMap<string, Kept>;
  /** Hash of the return that live functions answer from. */
  readHash: string | null;
}

export interface Kept {
  readonly headers: readonly Area[];
  readonly merged: readonly Area[];
  readonly arrays: readonly { readonly cell: string; readonly area: Area; readonly isFixed: boolean }[];
}

/** Opens a file in the engine and replays earlier deeds. */
export async function load(
  bytes: Uint8Array,
  options: GridOptions,
  onLocked: () => void,
  deeds: readonly Deed[] = [],
): Promise<Loaded> {
  registerEdits();
  const file = openXlsx(bytes);
  const settings = new Map<string, string | null>();
  for (const deed of deeds)
    if (deed.kind === "setting") {
      settings.set(deed.key, deed.value);
      await file.setSetting(deed.key, deed.value);
    }
  const { marks, count, bare } = await withoutFileMarks(openXlsx(bytes));
  // The grid needs the styles: a sheet read with those need not be read a second time for the return.
  const book = shownFrozen(gridBookOf(bare), options);
  const found = await read(bare, { agreements: options.agreements });
  const log = new RevisionLog();
  const revisions = deeds.flatMap((deed) => (deed.kind === "revision" ? [deed.revision] : []));
  const opened = (again: readonly Revision[]): Sheets =>
    openSheets(book, {
      context: contextOf(found, options),
      locale: localeOf(options.language),
      config: { mode: "normal", transportService: log },
      revisions: again,
      onLocked,
    });
  const sheets = opened(revisions);
  keepInSight(sheets.model as ShownModel);
  // The engine skips a revision that does not follow the previous one; losing work silently is not acceptable.
  const last = revisions.at(-1)?.nextRevisionId;
  if (last !== undefined && (sheets.model as ShownModel).session.getRevisionId() !== last)
    throw new Error("The kept revisions do not follow each other");
  const { getters } = sheets.model;
  onlyBlockingListsComplain(getters as ShownGetters);
  const names = new Set(bare.worksheets().map(({ name }) => name));
  const watching = watch(sheets.pa);
  for (const id of getters.getSheetIds()) if (names.has(getters.getSheetName(id))) watching.fileSheets.add(id);
  const { formulas } = sheets.grid;
  watching.formulaCells = function* () {
    for (const { sheet, cell } of formulas) yield sheets.position(sheet, cell)!;
  };
  const kept = new Map(
    bare.worksheets().map((entry) => {
      const { cells, merged } = bare.sheet(entry, true);
      const headers = bare
        .tableParts(entry)
        .flatMap(({ area, hasHeader }) => (hasHeader ? [{ ...area, bottom: area.top }] : []));
      const arrays = cells.arrays.map(({ row, column, area }) => {
        const cell = cellName(row, column);
        return { cell, area: areaOf(area), isFixed: sheets.grid.frozen.has(`${entry.name}!${cell}`) };
      });
      return [entry.name, { headers, merged: merged.map(areaOf), arrays }] as const;
    }),
  );
  // The sizes of arrays in the file as opened, before any deed.
  const hasArrays = [...kept.values()].some(({ arrays }) => arrays.length > 0);
  const reaches = hasArrays ? reachesOf(bare, revisions.length > 0 ? opened([]) : sheets) : new Map();
  const marked = deeds.findLast((deed) => deed.kind === "marks");
  return {
    bytes,
    settings,
    file,
    bare,
    sheets,
    log,
    marks: marked?.marks ?? marks,
    notes: bare.notes(),
    unlisted: marked ? 0 : Math.max(0, count - marks.length),
    reaches,
    kept,
    readHash: revisions.length > 0 ? null : found.hash,
  };
}

/** On a narrow screen frozen columns would leave no room for the others; the file keeps them. */
const shownFrozen = (book: GridBook, { frozenColumns = true }: GridOptions): GridBook =>
  frozenColumns
    ? book
    : { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, frozen: { ...sheet.frozen, columns: 0 } })) };

/** Does not flag values outside a list that allows other values: validation explains what is wrong with them. */
function onlyBlockingListsComplain(getters: ShownGetters): void {
  const { isDataValidationInvalid, getInvalidDataValidationMessage } = getters;
  const blocks = (at: Position): boolean => getters.getValidationRuleForCell(at)?.isBlocking === true;
  getters.isDataValidationInvalid = (at) => blocks(at) && isDataValidationInvalid(at);
  getters.getInvalidDataValidationMessage = (at) => (blocks(at) ? getInvalidDataValidationMessage(at) : undefined);
}

/** True if the content of this cell is unchanged since the file was opened. */
export function isAsOpened({ sheets }: Loaded, sheet: string, cell: string): boolean {
  const at = sheets.position(sheet, cell);
  if (at === null) return false;
  const before = watch(sheets.pa).touched.get(at);
  return before === undefined || before.content === contentOf(sheets.model.getters as ShownGetters, at);
}

/**
 * Scrolls a selected cell out from under frozen columns and rows. The engine scrolls too far by the size of what is frozen; asked
 * once more, it scrolls back until the cell is whole.
 */
function keepInSight({ selection, getters }: ShownModel): void {
  selection.observe(getters, {
    handleEvent: ({ anchor: { cell, zone }, options }) => {
      // With a larger selection, the cell in sight is the one it was last extended to.
      const isOneCell = zone.left === zone.right && zone.top === zone.bottom;
      if (options.scrollIntoView && isOneCell)
        getters.getViewportCollection().refreshViewport(getters.getActiveSheetId(), cell);
    },
  });
}
