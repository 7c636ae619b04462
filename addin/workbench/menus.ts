import type { Language } from "@prestatieafspraken/indicators";
import { functionHelpNl } from "./function-help-nl.js";
import { gridTextsNl, otherSentenceNl } from "./grid-texts-nl.js";
import { shownEngine, type Menu, type MenuItem } from "./shown-engine.js";

/** What saving brings back, or what changes nothing in the file. All else is not offered. */
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
  insert: ["insert_function", "insert_sheet"],
  data: ["sort_range", "sort_ascending", "sort_descending"],
} as const;
const context = ["cut", "copy", "paste", "paste_special", "paste_value_only", "clear_row", "clear_column"];

let pruned = false;
/** Takes away the menus that do not apply, and puts the rest in this language. Once, before the grid is shown. */
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
  if (language === "nl") speakDutch();
}

/** The menu of a sheet is made anew every time; what is not offered in it is left out whenever a menu is asked for. */
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

/** A text of the grid in Dutch. A sentence that nobody put in Dutch says at least in Dutch that something is wrong. */
export const inDutch = (text: string): string =>
  gridTextsNl[text] ?? (/^\S+(?:\s+\S+){3,}[.!?]$/.test(text) ? otherSentenceNl : text);

function speakDutch(): void {
  shownEngine.setTranslationMethod(inDutch, () => true);
  // The help of the engine's own functions is in English: our own has its words in both languages.
  for (const [name, described] of Object.entries(shownEngine.registries.functionRegistry.content)) {
    if (described === undefined || name.startsWith("PA.")) continue;
    described.description = functionHelpNl[name] ?? "";
    for (const argument of described.args) argument.description = "";
  }
}

function remove(menu: Menu, id: string): void {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a registry of the engine is such an object
  delete menu.content[id];
}

/** Menus whose items are all of one kind (the functions, the number formats) stay whole. */
const whole = new Set(["insert_function", "format_number"]);

function pruneChildren(item: MenuItem, keep: readonly string[]): void {
  if (item.children === undefined) return;
  item.children = item.children.filter((child) => typeof child === "function" || keep.includes(child.id ?? ""));
  for (const child of item.children)
    if (typeof child !== "function" && !whole.has(child.id ?? "")) pruneChildren(child, keep);
}
