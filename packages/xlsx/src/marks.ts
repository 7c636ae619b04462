import type { CellValue, Mark } from "@prestatieafspraken/quarterly";
import { escapeAttribute, isTrue } from "./markup.js";
import {
  append,
  elementsNamed,
  type Outline,
  prefixOf,
  readOutline,
  type Splice,
  splice,
  without,
  withAttribute,
} from "./outline.js";
import { cellName, parseArea } from "./reference.js";
import { refusal } from "./refusal.js";

/** Name of the sheet that lists every mark in words. */
export const marksSheet = "PA_Controle";
/** The headers of the list of marks. */
export const marksHeaders = ["Soort", "Blad", "Cel", "Melding"] as const;

/** True for our list of marks. Also checks the headers: a user may have a sheet of that name. */
export const isMarksSheet = (name: string, header: () => readonly CellValue[]): boolean => {
  if (!new RegExp(`^${marksSheet}(?: \\(\\d+\\))?$`).test(name)) return false;
  const written = header();
  return marksHeaders.every((text, column) => written[column] === text);
};

/**
 * The formula of a mark's conditional format. It is always true and contains our name, so that marks are recognised
 * after any program has saved the file. The Excel pane writes the same formula.
 */
export const markFormula = (severity: Mark["severity"]): string => `N("PA-markering ${severity}")=0`;
/** True for the formula of a mark, as written by any version of the product. */
export const isMarkFormula = (formula: string): boolean => /N\("PA-markering (?:error|warning|info)"\)/.test(formula);
const idStart = "{50AC0DE5-";

const extension = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const xm = "http://schemas.microsoft.com/office/excel/2006/main";

/** Excel itself writes no longer lists of cells. */
const CELLS_PER_RULE = 1000;

/** Also bold and underlined, so that marks show without colour. */
const looks: Readonly<Record<Mark["severity"], { readonly id: number; readonly fill: string; readonly text: string }>> =
  {
    error: { id: 1, fill: "FFFFC7CE", text: "FF9C0006" },
    warning: { id: 2, fill: "FFFFEB9C", text: "FF7F4F00" },
    info: { id: 3, fill: "FFDDEBF7", text: "FF1F3864" },
  };

function rule(severity: Mark["severity"], cells: readonly string[], priority: number, prefix: string): string {
  const { id, fill, text } = looks[severity];
  const number = (id * 1e6 + priority).toString().padStart(12, "0");
  const look =
    `<${prefix}font><${prefix}b/><${prefix}u/><${prefix}color rgb="${text}"/></${prefix}font>` +
    `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${fill}"/><${prefix}bgColor rgb="${fill}"/></${prefix}patternFill></${prefix}fill>`;
  return (
    `<x14:conditionalFormatting xmlns:x14="${x14}" xmlns:xm="${xm}">` +
    `<x14:cfRule type="expression" priority="${priority}" id="${idStart}0001-4000-8000-${number}}"><xm:f>${markFormula(severity)}</xm:f>` +
    `<x14:dxf>${look}</x14:dxf></x14:cfRule><xm:sqref>${cells.join(" ")}</xm:sqref></x14:conditionalFormatting>`
  );
}

/** The elements after the rows of a sheet; positions count from the start of `text`. */
interface Tail {
  readonly root: Outline;
  /** Offset from a position in the outline to one in the sheet. */
  readonly shift: number;
  readonly text: string;
}

/** Parses only what follows the rows, which may hold millions of cells. */
function readTail(xml: string, part: string): Tail {
  const close = /<\/((?:[\w.-]+:)?worksheet)\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/.exec(xml.slice(-2000));
  if (!close) throw refusal("BAD_XML", part);
  const written = close[1]!;
  const prefix = written.slice(0, -"worksheet".length);
  const end = Math.max(
    xml.lastIndexOf(`</${prefix}sheetData>`),
    xml.lastIndexOf(`<${prefix}sheetData/>`),
    xml.lastIndexOf(`<${prefix}sheetData />`),
  );
  if (end < 0) throw refusal("BAD_XML", part);
  const from = xml.indexOf(">", end) + 1;
  const text = `<${written}>${xml.slice(from)}`;
  return { root: readOutline(text, part), shift: from - written.length - 2, text };
}

const inSheet = (splices: readonly Splice[], shift: number): Splice[] =>
  splices.map(({ from, to, text }) => ({ from: from + shift, to: to + shift, text }));

/** Our rules inside a conditional format, of either kind. */
const ourRules = (format: Outline): Outline[] =>
  elementsNamed(format, "cfRule").filter(
    (one) =>
      one.attributes["id"]?.toUpperCase().startsWith(idStart) === true ||
      [...elementsNamed(one, "f"), ...elementsNamed(one, "formula")].some(({ text }) => isMarkFormula(text)),
  );

/** A marked cell, as read from the rule on the sheet. */
export type MarkedCell = Pick<Mark, "cell" | "severity">;

const severityIn = (rules: readonly Outline[]): Mark["severity"] =>
  (["error", "warning"] as const).find((severity) =>
    rules.some((one) => one.children.some(({ text }) => text.includes(`PA-markering ${severity}`))),
  ) ?? "info";

/** Shifts the priority of other rules by `by`; leaves them alone if one would drop below 1, the minimum. */
function reordered(text: string, formats: readonly Outline[], ours: ReadonlySet<Outline>, by: number): Splice[] {
  const theirs = formats
    .flatMap((format) => elementsNamed(format, "cfRule"))
    .filter((one) => !ours.has(one) && /^\d+$/.test(one.attributes["priority"] ?? ""));
  if (
    by === 0 ||
    formats.some(({ attributes }) => isTrue(attributes["pivot"])) ||
    theirs.some(({ attributes }) => Number(attributes["priority"]) + by < 1)
  )
    return [];
  return theirs.map((one) => withAttribute(text, one, "priority", String(Number(one.attributes["priority"]) + by)));
}

/** The sheet without our marks, and the cells that had one. Formatting by others stays. */
export function withoutMarks(
  xml: string,
  part: string,
): { readonly xml: string; readonly cells: readonly MarkedCell[] } {
  if (!xml.includes(idStart) && !xml.includes("PA-markering")) return { xml, cells: [] };
  const { root, shift, text } = readTail(xml, part);
  const cells = new Map<string, MarkedCell>();
  const gone = new Set<Outline>();
  const our = new Set<Outline>();
  const formats = elementsNamed(root, "conditionalFormatting");
  for (const format of formats) {
    const ours = ourRules(format);
    if (ours.length === 0) continue;
    const area = format.attributes["sqref"] ?? elementsNamed(format, "sqref")[0]?.text ?? "";
    for (const one of ours) our.add(one);
    for (const cell of cellsOf(area)) cells.set(cell, { cell, severity: severityIn(ours) });
    if (ours.length === elementsNamed(format, "cfRule").length) gone.add(format);
    else for (const one of ours) gone.add(one);
  }
  // Also removes elements that held only our marks.
  const emptied = (element: Outline): boolean =>
    element.children.length > 0 && element.children.every((child) => gone.has(child));
  for (const name of ["conditionalFormattings", "ext", "extLst"])
    for (const element of elementsNamed(root, name)) if (emptied(element)) gone.add(element);
  const outermost = (element: Outline): Splice[] =>
    gone.has(element) ? [without(element)] : element.children.flatMap(outermost);
  // Restores the priorities of other rules, which were shifted when ours were added.
  const splices = [...outermost(root), ...reordered(text, formats, our, -our.size)];
  return { xml: splice(xml, inSheet(splices, shift)), cells: [...cells.values()] };
}

function cellsOf(areas: string): string[] {
  return areas
    .split(/\s+/)
    .filter((written) => written !== "")
    .flatMap((written) => {
      const area = parseArea(written);
      if (area === null) return [];
      const { top, left, bottom, right } = area;
      const cells: string[] = [];
      for (let row = top; row <= bottom && cells.length < 10_000; row++)
        for (let column = left; column <= right; column++) cells.push(cellName(row, column));
      return cells;
    });
}

/** Adds marks to an unmarked sheet, as conditional formats with their own styles: no workbook style changes. */
export function withMarks(xml: string, marks: readonly Mark[], part: string): string {
  const { root, shift, text } = readTail(xml, part);
  const prefix = prefixOf(root);
  const formats = elementsNamed(root, "conditionalFormatting");
  // A pivot table refers to its rules by priority, so our rules come last there.
  const first = formats.some(({ attributes }) => isTrue(attributes["pivot"]))
    ? Math.max(0, ...elementsNamed(root, "cfRule").map(({ attributes }) => Number(attributes["priority"]) || 0))
    : 0;
  let priority = first;
  const seen = new Set<string>();
  const rules = (["error", "warning", "info"] as const)
    .map((severity) => {
      const here = marks
        .filter((mark) => mark.severity === severity)
        .map(({ cell }) => cell.replaceAll("$", "").toUpperCase());
      // A cell with several findings shows the highest severity.
      const cells = [...new Set(here)].filter((cell) => !seen.has(cell));
      for (const cell of cells) seen.add(cell);
      const groups = Array.from({ length: Math.ceil(cells.length / CELLS_PER_RULE) }, (_, i) =>
        cells.slice(i * CELLS_PER_RULE, (i + 1) * CELLS_PER_RULE),
      );
      return groups.map((group) => rule(severity, group, ++priority, prefix)).join("");
    })
    .join("");
  const list = root.children.find(({ name }) => name === "extLst");
  // If an extension list is already empty, removing our marks could not restore it: such a sheet gets no marked cells,
  // only the list.
  if (rules === "" || list?.children.length === 0) return xml;
  const theirs = list?.children
    .filter(({ attributes }) => attributes["uri"]?.toUpperCase() === extension.toUpperCase())
    .flatMap(({ children }) => children)
    .find(({ name, children }) => name === "conditionalFormattings" && children.length > 0);
  const ours = `<${prefix}ext xmlns:x14="${x14}" uri="${extension}"><x14:conditionalFormattings>${rules}</x14:conditionalFormattings></${prefix}ext>`;
  const place = theirs
    ? append(text, theirs, rules)
    : list
      ? // Excel expects conditional formats before other extensions.
        { from: list.contentStart, to: list.contentStart, text: ours }
      : append(text, root, `<${prefix}extLst>${ours}</${prefix}extLst>`);
  // Our rules come first, so that no other rule hides a mark.
  const after = first > 0 ? [] : reordered(text, formats, new Set(), priority);
  return splice(xml, inSheet([place, ...after], shift));
}

/** Excel's limit of links per sheet; it does not open a sheet with more. */
const LINKS_PER_SHEET = 65_530;

/** Column widths for the sheet of marks, and a link from each line to its cell. */
export const marksSheetLooks = (marks: readonly Mark[]): { readonly before: string; readonly after: string } => ({
  before:
    '<cols><col min="1" max="1" width="14" customWidth="1"/><col min="2" max="2" width="22" customWidth="1"/><col min="3" max="3" width="8" customWidth="1"/><col min="4" max="4" width="110" customWidth="1"/></cols>',
  after: `<hyperlinks>${marks
    .slice(0, LINKS_PER_SHEET)
    .map(
      ({ sheet, cell }, index) =>
        `<hyperlink ref="C${index + 2}" location="${escapeAttribute(`'${sheet.replaceAll("'", "''")}'!${cell}`)}" display="${escapeAttribute(cell)}"/>`,
    )
    .join("")}</hyperlinks>`,
});

export const severityNames: Readonly<Record<Mark["severity"], string>> = {
  error: "Fout",
  warning: "Waarschuwing",
  info: "Opmerking",
};
export const severityOf = (name: string): Mark["severity"] =>
  name === severityNames.error ? "error" : name === severityNames.warning ? "warning" : "info";
