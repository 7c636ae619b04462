import type { Language } from "@prestatieafspraken/indicators";
import { gridTextsNl } from "./grid-texts-nl.js";
import { shownEngine, type Menu, type MenuItem } from "./shown-engine.js";

/** What saving brings back, or what changes nothing in the file. All else is not offered. */
const topbar = {
  edit: ["undo", "redo", "copy", "cut", "paste", "paste_special", "paste_special_value", "find_and_replace"],
  view: ["show", "view_gridlines", "view_formulas", "zoom"],
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
  if (language === "nl")
    shownEngine.setTranslationMethod(
      (text, ...values) => filled(gridTextsNl[text] ?? text, values),
      () => true,
    );
}

function remove(menu: Menu, id: string): void {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a registry of the engine is such an object
  delete menu.content[id];
}

/** A menu whose items are all of one kind (the functions) stays whole. */
const whole = "insert_function";

function pruneChildren(item: MenuItem, keep: readonly string[]): void {
  if (item.children === undefined) return;
  item.children = item.children.filter((child) => typeof child === "function" || keep.includes(child.id ?? ""));
  for (const child of item.children) if (typeof child !== "function" && child.id !== whole) pruneChildren(child, keep);
}

/** "%s" and "%(name)s", as the engine writes them. */
function filled(text: string, values: readonly unknown[]): string {
  const [first] = values;
  if (values.length === 1 && typeof first === "object" && first !== null && !(first instanceof String))
    return text.replace(/%\((\w+)\)s/g, (_, name: string) => String((first as Record<string, unknown>)[name]));
  let next = 0;
  return text.replace(/%s/g, () => String(values[next++]));
}
