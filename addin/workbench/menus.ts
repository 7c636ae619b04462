import type { Language, Text } from "@prestatieafspraken/indicators";
import type { Zone } from "@prestatieafspraken/spreadsheet";
import { functionHelpNl } from "./function-help-nl.js";
import { gridTextsNl, otherSentenceNl } from "./grid-texts-nl.js";
import { selectionLine } from "./selection-line.js";
import { shownEngine, type Menu, type MenuItem, type ShownGetters } from "./shown-engine.js";
import { words } from "./words.js";

/** The menu items offered: those whose effect saving can keep, or that do not change the file. */
const topbar = {
  edit: ["undo", "redo", "copy", "cut", "paste", "paste_special", "paste_special_value", "find_and_replace"],
  view: [
    "show",
    "view_gridlines",
    "view_formulas",
    "zoom",
    "unfreeze_panes",
    "freeze_panes",
    "unfreeze_rows",
    "freeze_first_row",
    "freeze_second_row",
    "freeze_current_row",
    "unfreeze_columns",
    "freeze_first_col",
    "freeze_second_col",
    "freeze_current_col",
  ],
  format: [
    "format_number",
    "format_bold",
    "format_italic",
    "format_alignment",
    "format_alignment_left",
    "format_alignment_center",
    "format_alignment_right",
    "format_wrapping",
    "format_wrapping_overflow",
    "format_wrapping_wrap",
    "format_clearFormat",
  ],
  insert: [
    "insert_row",
    "insert_row_before",
    "insert_row_after",
    "insert_column",
    "insert_column_before",
    "insert_column_after",
    "insert_function",
    "insert_sheet",
  ],
  data: ["sort_range", "sort_ascending", "sort_descending"],
} as const;
const context = [
  "cut",
  "copy",
  "paste",
  "paste_special",
  "paste_value_only",
  "clear_row",
  "clear_column",
  "add_row_before",
  "add_row_after",
  "delete_row",
  "add_column_before",
  "add_column_after",
  "delete_column",
];

/** Inserting and deleting through the workbook, so that rows and columns stay with their table in the file too. */
export interface TableActions {
  insertRows(before: number, count: number): void;
  deleteRows(top: number, bottom: number): void;
  insertColumns(before: number, count: number): void;
  deleteColumns(left: number, right: number): void;
}
let actions: TableActions | null = null;
/** Sets the actions of the workbook now shown. */
export const setTableActions = (those: TableActions): void => void (actions = those);

interface Environment {
  readonly model: { readonly getters: ShownGetters };
}
const selected = (env: unknown): Zone => (env as Environment).model.getters.getSelectedZone();
const items: Readonly<Record<string, { readonly text: Text; readonly run: (zone: Zone) => void }>> = {
  before: { text: words.rowsAbove, run: ({ top, bottom }) => actions?.insertRows(top, bottom - top + 1) },
  after: { text: words.rowsBelow, run: ({ top, bottom }) => actions?.insertRows(bottom + 1, bottom - top + 1) },
  delete: { text: words.rowsDelete, run: ({ top, bottom }) => actions?.deleteRows(top, bottom) },
  left: { text: words.columnsLeft, run: ({ left, right }) => actions?.insertColumns(left, right - left + 1) },
  right: { text: words.columnsRight, run: ({ left, right }) => actions?.insertColumns(right + 1, right - left + 1) },
  deleteColumns: { text: words.columnsDelete, run: ({ left, right }) => actions?.deleteColumns(left, right) },
};

/** Replaces the action of a grid menu item by our own. */
function setItem(item: MenuItem | undefined, kind: keyof typeof items, language: Language): void {
  const own = items[kind];
  if (item === undefined || own === undefined) return;
  item.name = own.text[language];
  item.execute = (env) => own.run(selected(env));
}

const childOf = (item: MenuItem | undefined, id: string): MenuItem | undefined =>
  item?.children?.find((child): child is MenuItem => typeof child !== "function" && child.id === id);

let pruned = false;
/** Removes menu items that do not apply, and translates the rest. Call once, before the grid is shown. */
export function fitMenus(language: Language): void {
  if (pruned) return;
  pruned = true;
  const { topbarMenuRegistry, cellMenuRegistry, rowMenuRegistry, colMenuRegistry } = shownEngine.registries;
  const { content } = topbarMenuRegistry;
  for (const id of Object.keys(content)) {
    const keep = (topbar as Record<string, readonly string[] | undefined>)[id];
    if (keep === undefined) remove(topbarMenuRegistry, id);
    else pruneChildren(content[id]!, keep);
  }
  for (const menu of [cellMenuRegistry, rowMenuRegistry, colMenuRegistry])
    for (const id of Object.keys(menu.content)) {
      if (!context.includes(id)) remove(menu, id);
      else pruneChildren(menu.content[id]!, context);
    }
  pruneSheetMenu(topbarMenuRegistry);
  const rows = childOf(content["insert"], "insert_row");
  setItem(childOf(rows, "insert_row_before"), "before", language);
  setItem(childOf(rows, "insert_row_after"), "after", language);
  const columns = childOf(content["insert"], "insert_column");
  setItem(childOf(columns, "insert_column_before"), "left", language);
  setItem(childOf(columns, "insert_column_after"), "right", language);
  for (const menu of [colMenuRegistry, cellMenuRegistry]) {
    setItem(menu.content["add_column_before"], "left", language);
    setItem(menu.content["add_column_after"], "right", language);
    setItem(menu.content["delete_column"], "deleteColumns", language);
  }
  for (const menu of [rowMenuRegistry, cellMenuRegistry]) {
    setItem(menu.content["add_row_before"], "before", language);
    setItem(menu.content["add_row_after"], "after", language);
    setItem(menu.content["delete_row"], "delete", language);
  }
  formatStatistics(language);
  keepPageWhereItIs();
  if (language === "nl") helpInDutch();
}

/** Items removed from the sheet menu. The grid rebuilds that menu each time, so they are filtered when it opens. */
const notForSheets = new Set([
  "hide_sheet",
  "duplicate",
  "change_color",
  "protect_sheet",
  "remove_sheet_protection",
  "move_right",
  "move_left",
]);

function pruneSheetMenu(menu: Menu): void {
  const kind = Object.getPrototypeOf(menu) as Menu;
  const all = Reflect.get(kind, "getMenuItems");
  kind.getMenuItems = function (this: Menu) {
    return all.call(this).filter(({ id }) => !notForSheets.has(id));
  };
}

/** Says what is selected in the user's notation. */
function formatStatistics(language: Language): void {
  const { BottomBarStatistic } = shownEngine.Spreadsheet.components.BottomBar.components;
  BottomBarStatistic.prototype.getComposedFnName = function (name) {
    return selectionLine(language, name, this.store.statisticFnResults, this.env.model.getters);
  };
}

/** Shows the tab of the active sheet among the other tabs; the grid would scroll the whole page to it. */
function keepPageWhereItIs(): void {
  shownEngine.Spreadsheet.components.BottomBar.components.BottomBarSheet.prototype.scrollToSheet = function () {
    const tab = this.sheetDivRef.el;
    const tabs = tab?.closest(".o-sheet-list");
    if (tab === null || tabs === null || tabs === undefined) return;
    const [own, all] = [tab.getBoundingClientRect(), tabs.getBoundingClientRect()];
    const left = own.left < all.left ? own.left - all.left : Math.max(0, own.right - all.right);
    tabs.scrollBy({ left, behavior: "smooth" });
  };
}

/** A grid text in Dutch; an untranslated sentence becomes a general one in Dutch. */
export const inDutch = (text: string): string =>
  gridTextsNl[text] ?? (/^\S+(?:\s+\S+){3,}[.!?]$/.test(text) ? otherSentenceNl : text);

/** Translates the grid's own texts. Call before opening a workbook, because cells then take the names of months. */
export function speakTo(language: Language): void {
  if (language === "nl") shownEngine.setTranslationMethod(inDutch, () => true);
}

function helpInDutch(): void {
  // Removes the English help of the engine's own functions; ours have both languages.
  for (const [name, described] of Object.entries(shownEngine.registries.functionRegistry.content)) {
    if (described === undefined || name.startsWith("PA.")) continue;
    described.description = functionHelpNl[name] ?? "";
    for (const argument of described.args) argument.description = "";
  }
}

function remove(menu: Menu, id: string): void {
  // oxlint-disable-next-line typescript/no-dynamic-delete -- a registry of the engine is such an object
  delete menu.content[id];
}

/** Submenus with items of one kind (functions, number formats) are not pruned. */
const whole = new Set(["insert_function", "format_number"]);

function pruneChildren(item: MenuItem, keep: readonly string[]): void {
  if (item.children === undefined) return;
  item.children = item.children.filter((child) => typeof child === "function" || keep.includes(child.id ?? ""));
  for (const child of item.children)
    if (typeof child !== "function" && !whole.has(child.id ?? "")) pruneChildren(child, keep);
}
