import { withColumnsMoved } from "./formula-areas.js";
import { escapeAttribute, escapeText, unescapeText } from "./markup.js";
import { type Outline, prefixOf, readOutline, splice, type Splice, withAttribute, without } from "./outline.js";
import { dropCalcChain } from "./package-edits.js";
import { type Area, areaName, cellName, columnLetters, columnNumber, parseArea } from "./reference.js";
import { refusal } from "./refusal.js";
import { columnNames } from "./table-growth.js";
import type { WorkbookFile } from "./workbook-file.js";
import type { SheetEntry } from "./workbook-part.js";

/** Columns (counted from 1) to insert before a column, or to remove from that column on. */
export interface ColumnMove {
  readonly at: number;
  /** The number to insert; negative to remove. */
  readonly by: number;
}

/** The area after the move; null if all its columns were removed. */
export function movedArea({ at, by }: ColumnMove, area: Area): Area | null {
  const { left, right } = area;
  if (by > 0) return { ...area, left: left < at ? left : left + by, right: right < at ? right : right + by };
  const until = at - by;
  if (left >= at && right < until) return null;
  return {
    ...area,
    left: left < at ? left : Math.max(at, left + by),
    right: right < at ? right : right < until ? at - 1 : right + by,
  };
}

/** Parts of a sheet whose places are not moved here: pictures, notes, pivot tables. */
const moves = new Set(["table", "hyperlink", "printerSettings"]);
const formulas = new Set([
  ...["f", "formula", "formula1", "formula2"],
  ...["definedName", "calculatedColumnFormula", "totalsRowFormula"],
]);
const lists = new Set(["dataValidations", "mergeCells", "hyperlinks", "protectedRanges", "ignoredErrors", "cols"]);

/**
 * Inserts columns with these headers before a column inside a table, or deletes columns, on the whole sheet as in Excel:
 * cells, widths, choice lists, conditional formats, tables and every reference follow.
 * @throws WorkbookError COLUMNS_STAY if something there cannot follow; nothing is changed then
 */
export function moveColumns(file: WorkbookFile, sheet: string, move: ColumnMove, headers: readonly string[]): void {
  const { parts, book } = file;
  const entry = file.entry(sheet);
  const stay = (): never => {
    throw refusal("COLUMNS_STAY", `${sheet}!${cellName(1, move.at)}`);
  };
  const tied = parts.relationships(entry.part).some(({ kind, external }) => !external && !moves.has(kind));
  if (tied || file.sheet(entry).cells.arrays.some(({ area }) => isSplit(move, area) || move.by < 0)) stay();
  const tables = file.tableParts(entry);
  if (move.by < 0 && tables.some(({ area }) => movedArea(move, area) === null)) stay();
  const pivots = parts.names().filter((name) => /pivotCacheDefinition\d*\.xml$/.test(name));
  if (pivots.some((name) => parts.text(name).includes(`sheet="${escapeAttribute(sheet)}"`))) stay();
  const formula = (text: string, on: string): string => {
    const moved = withColumnsMoved(text, on, sheet, (area) => movedArea(move, area));
    return moved === null ? stay() : moved;
  };

  file.whole(() => {
    for (const one of file.worksheets()) {
      const isTarget = one.part === entry.part;
      const xml = parts.text(one.part);
      if (!isTarget && !xml.includes(escapeText(sheet).replaceAll("'", "''")) && !xml.includes(escapeText(sheet)))
        continue;
      const [from, to] = cellsIn(xml);
      const cells = movedCells(xml.slice(from, to), isTarget ? move : null, (text) => formula(text, one.name), stay);
      // Without its cells a sheet is small enough to read as elements.
      const frame = xml.slice(0, from) + xml.slice(to);
      const moved = movedFrame(frame, one.part, isTarget ? move : null, (text) => formula(text, one.name));
      const [at] = cellsIn(moved);
      parts.set(one.part, moved.slice(0, at) + cells + moved.slice(at));
      for (const table of file.tableParts(one)) {
        const changed = movedFrame(parts.text(table.part), table.part, isTarget ? move : null, (text) =>
          formula(text, one.name),
        );
        parts.set(table.part, isTarget ? movedTable(changed, table, move, headers) : changed);
      }
    }
    const others = [book.part, ...parts.names().filter((name) => /\/charts\/[^/]+\.xml$/.test(name))];
    for (const name of others)
      parts.set(
        name,
        movedFrame(parts.text(name), name, null, (text) => formula(text, "")),
      );
    dropCalcChain(parts, book.part);
    for (const one of file.worksheets()) file.forget(one);
    file.reload();
    writeHeaders(file, entry, move, headers);
  });
}

const isSplit = ({ at }: ColumnMove, area: string): boolean => {
  const found = parseArea(area);
  return found !== null && found.left < at && found.right >= at;
};

/** The place of the cells in a sheet: from after the start of its data to the end of it. */
function cellsIn(xml: string): readonly [number, number] {
  const start = /<(?:\w+:)?sheetData(?:\s[^>]*)?>/.exec(xml);
  if (start === null || start[0].endsWith("/>")) return [start?.index ?? 0, start?.index ?? 0];
  const from = start.index + start[0].length;
  const end = xml.slice(from).search(/<\/(?:\w+:)?sheetData\s*>/);
  return [from, end < 0 ? from : from + end];
}

const cell = /<((?:\w+:)?c)(?=[\s/>])([^>]*?)(\/>|>([\s\S]*?)<\/\1\s*>)/g;
const formulaIn = /(<(?:\w+:)?f(?:\s[^>]*)?>)([^<]*)(?=<\/)/;

function movedCells(
  xml: string,
  move: ColumnMove | null,
  formula: (text: string) => string,
  stay: () => never,
): string {
  if (/<!--|<!\[CDATA\[/.test(xml)) stay();
  const rows = move === null ? xml : xml.replace(/(<(?:\w+:)?row\s[^>]*?)\s+spans="[^"]*"/g, "$1");
  return rows.replace(cell, (whole: string, name: string, attributes: string, rest: string, inner?: string) => {
    const place = /(\sr=")([A-Z]+)(\d+)"/.exec(attributes);
    if (place === null) return move === null ? whole : stay();
    const [written, before = "", letters = "", row = ""] = place;
    const column = columnNumber(letters);
    const moved = move === null ? { left: column } : movedArea(move, area(column));
    if (moved === null) return "";
    const placed = attributes.replace(written, `${before}${columnLetters(moved.left)}${row}"`);
    const content = inner?.includes("<") === true && /<(?:\w+:)?f[\s>/]/.test(inner) ? inFormula(rest) : rest;
    return `<${name}${placed}${content}`;
  });

  function inFormula(rest: string): string {
    const [, ref] = /<(?:\w+:)?f\s[^>]*?\sref="([^"]*)"/.exec(rest) ?? /<(?:\w+:)?f\sref="([^"]*)"/.exec(rest) ?? [];
    const shared = ref === undefined ? null : parseArea(ref);
    let text = rest.replace(formulaIn, (_whole, start: string, words: string) => {
      const moved = formula(unescapeText(words));
      // Each cell that shares the formula shifts it, which is right within one column only.
      if (moved !== unescapeText(words) && shared !== null && shared.left !== shared.right) stay();
      return start + (moved === unescapeText(words) ? words : escapeText(moved));
    });
    if (move !== null && ref !== undefined && shared !== null) {
      if (isSplit(move, ref)) stay();
      const moved = movedArea(move, shared);
      if (moved === null) return text;
      text = text.replace(` ref="${ref}"`, ` ref="${areaName(moved)}"`);
    }
    return text;
  }
}

const area = (column: number): Area => ({ top: 1, bottom: 1, left: column, right: column });

/** Elements outside the cells: areas if they are of the moved sheet, and formulas. */
function movedFrame(xml: string, part: string, move: ColumnMove | null, formula: (text: string) => string): string {
  const splices: Splice[] = [];
  const areas = (list: string): string =>
    list
      .split(/\s+/)
      .flatMap((one) => {
        const found = parseArea(one);
        const moved = found === null || move === null ? found : movedArea(move, found);
        return found === null ? [one] : moved === null ? [] : [areaName(moved)];
      })
      .join(" ");
  const visit = (element: Outline, inside: Outline | null): void => {
    const { name, attributes } = element;
    if (move !== null) {
      for (const attribute of ["sqref", "ref"] as const) {
        const before = attributes[attribute];
        if (before === undefined) continue;
        const after = areas(before);
        const isOne = name === "mergeCell" && !after.includes(":");
        if (after === "" || isOne) {
          // A list without remaining items is removed.
          const list = inside !== null && lists.has(inside.name) && inside.children.length === 1 ? inside : element;
          splices.push(without(list));
          return;
        }
        if (after !== before) splices.push(withAttribute(xml, element, attribute, after));
      }
      for (const attribute of ["topLeftCell", "activeCell"]) {
        const before = attributes[attribute];
        const after = before === undefined ? "" : areas(before);
        if (before !== undefined && after !== "" && after !== before)
          splices.push(withAttribute(xml, element, attribute, after));
      }
      if (lists.has(name) && attributes["count"] !== undefined && move.by < 0)
        splices.push(withAttribute(xml, element, "count", String(kept(element, areas))));
      if (name === "sqref" && element.children.length === 0)
        splices.push({ from: element.contentStart, to: element.contentEnd, text: areas(element.text) });
      if (name === "pane" && attributes["state"]?.startsWith("frozen") === true)
        splices.push(...movedPane(xml, element, move));
      if (name === "cols") splices.push(movedWidths(element, move));
      if (name === "colBreaks")
        for (const each of element.children) {
          const id = Number(attributes["id"] ?? each.attributes["id"]);
          const moved = movedArea(move, area(id + 1));
          if (moved !== null && moved.left !== id + 1)
            splices.push(withAttribute(xml, each, "id", String(moved.left - 1)));
        }
    }
    if (formulas.has(name) && element.children.length === 0 && element.text.trim() !== "") {
      const moved = formula(element.text);
      if (moved !== element.text)
        splices.push({ from: element.contentStart, to: element.contentEnd, text: escapeText(moved) });
    }
    if (name !== "cols") for (const child of element.children) visit(child, element);
  };
  visit(readOutline(xml, part), null);
  return splice(xml, splices);
}

const kept = ({ children }: Outline, areas: (list: string) => string): number =>
  children.filter(({ name, attributes }) => {
    const after = areas(attributes["sqref"] ?? attributes["ref"] ?? "A1");
    return after !== "" && (name !== "mergeCell" || after.includes(":"));
  }).length;

function movedPane(xml: string, pane: Outline, { at, by }: ColumnMove): Splice[] {
  const split = Number(pane.attributes["xSplit"] ?? 0);
  if (split < at) return [];
  const after = by > 0 ? split + by : split - Math.min(-by, split - at + 1);
  return after > 0 ? [withAttribute(xml, pane, "xSplit", String(after))] : [];
}

/** The widths and styles of columns; new columns have those of the column before them. */
function movedWidths(cols: Outline, move: ColumnMove): Splice {
  const prefix = prefixOf(cols);
  const written = cols.children.flatMap(({ attributes }) => {
    const own = { top: 1, bottom: 1, left: Number(attributes["min"]), right: Number(attributes["max"]) };
    const isBefore = move.by > 0 && own.right === move.at - 1;
    const moved = isBefore ? { ...own, right: own.right + move.by } : movedArea(move, own);
    if (moved === null) return [];
    const all = { ...attributes, min: String(moved.left), max: String(Math.min(moved.right, 16_384)) };
    return [
      `<${prefix}col ${Object.entries(all)
        .map(([name, value]) => `${name}="${escapeAttribute(value)}"`)
        .join(" ")}/>`,
    ];
  });
  return { from: cols.contentStart, to: cols.contentEnd, text: written.join("") };
}

/** The columns of a table, after its areas were moved. */
function movedTable(
  xml: string,
  { part, area: own, columns }: ReturnType<WorkbookFile["tableParts"]>[number],
  move: ColumnMove,
  headers: readonly string[],
): string {
  const list = readOutline(xml, part).children.find(({ name }) => name === "tableColumns");
  if (list === undefined) throw refusal("BAD_XML", part);
  const splices: Splice[] = [];
  const index = move.at - own.left;
  if (move.by > 0 && index > 0 && move.at <= own.right) {
    const last = Math.max(0, ...list.children.map(({ attributes }) => Number(attributes["id"]) || 0));
    const added = columnNames(columns, headers).map(
      (name, i) => `<${prefixOf(list)}tableColumn id="${last + 1 + i}" name="${escapeAttribute(name)}"/>`,
    );
    const { start } = list.children[index]!;
    splices.push({ from: start, to: start, text: added.join("") });
  }
  const gone =
    move.by < 0 ? list.children.filter((_, i) => own.left + i >= move.at && own.left + i < move.at - move.by) : [];
  splices.push(...gone.map(without));
  const count = list.children.length - gone.length + (splices.length > gone.length ? move.by : 0);
  if (list.attributes["count"] !== undefined) splices.push(withAttribute(xml, list, "count", String(count)));
  // Filters name their column by its number in the table.
  const filters = readOutline(xml, part).children.filter(({ name }) => name === "autoFilter");
  for (const filter of filters.flatMap(({ children }) => children.filter(({ name }) => name === "filterColumn"))) {
    const column = own.left + Number(filter.attributes["colId"]);
    const moved = movedArea(move, area(column));
    const left = own.left >= move.at ? movedArea(move, area(own.left))!.left : own.left;
    splices.push(moved === null ? without(filter) : withAttribute(xml, filter, "colId", String(moved.left - left)));
  }
  return splice(xml, splices);
}

function writeHeaders(file: WorkbookFile, entry: SheetEntry, { at, by }: ColumnMove, headers: readonly string[]): void {
  if (by < 0) return;
  for (const { area: own, hasHeader, columns } of file.tableParts(entry)) {
    if (!hasHeader || own.left >= at || own.right < at) continue;
    const style = file.sheet(entry, true).cells.styleId(own.top, at - 1);
    file.write(
      entry,
      headers.map((_, i) => ({
        row: own.top,
        column: at + i,
        value: columns[at + i - own.left]!,
        ...(style !== 0 && { style }),
      })),
    );
  }
}
