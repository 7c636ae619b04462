import {
  areaOf,
  cellName,
  columnNumber,
  readMarkup,
  type CellStyle,
  type SheetEntry,
  type XlsxWorkbook,
} from "@prestatieafspraken/xlsx";
import type { CellLook, GridBook, GridCell, GridChoices, GridRule, GridSheet } from "./grid-book.js";

/** Converts a workbook file to grid data; does not change the file. */
export function gridBookOf(workbook: XlsxWorkbook): GridBook {
  const looks = rememberedLooks(workbook);
  const ruleLooks = readRuleLooks(workbook);
  return {
    sheets: workbook.worksheets().map((entry) => sheetOf(workbook, entry, looks, ruleLooks)),
    names: workbook.book.names.filter(({ sheet, hidden }) => sheet === null && !hidden),
  };
}

type LookOf = (style: number) => CellLook | null;

function rememberedLooks(workbook: XlsxWorkbook): LookOf {
  const isPlain = (style: CellStyle): boolean =>
    /^general$/i.test(style.format) &&
    style.locked &&
    !style.bold &&
    !style.italic &&
    !style.struck &&
    style.textColor === null &&
    style.fillColor === null &&
    !style.wrap &&
    style.align === null &&
    style.vertical === null;
  const known = new Map<number, CellLook | null>();
  return (id) => {
    if (!known.has(id)) {
      const style = workbook.styles.of(id);
      known.set(id, isPlain(style) ? null : style);
    }
    return known.get(id)!;
  };
}

function sheetOf(
  workbook: XlsxWorkbook,
  entry: SheetEntry,
  lookOf: LookOf,
  ruleLooks: readonly GridRule["look"][],
): GridSheet {
  const { cells, merged, hiddenRows, isProtected } = workbook.sheet(entry, true);
  const arrays = cells.arrays.map(({ row, column, area }) => ({ row, column, area: areaOf(area) }));
  const around = readAround(workbook, entry, ruleLooks);

  function* filled(): Generator<GridCell> {
    for (const [row, column] of cells.places()) {
      const value = cells.value(row, column);
      const look = lookOf(cells.styleId(row, column));
      const stored = cells.storedFormula(row, column);
      if (value === null && look === null && stored === null) continue;
      const filler = arrays.find(
        ({ area, ...at }) =>
          row >= area.top &&
          row <= area.bottom &&
          column >= area.left &&
          column <= area.right &&
          (at.row !== row || at.column !== column),
      );
      yield {
        row,
        column,
        value,
        // What-if data tables cannot be calculated as single formulas.
        formula: stored === null || stored.text === "" || stored.kind === "dataTable" ? null : stored.text,
        look,
        spilledFrom: filler === undefined ? null : cellName(filler.row, filler.column),
      };
    }
  }

  return {
    name: entry.name,
    isVisible: entry.state === "visible",
    isProtected,
    cells: { [Symbol.iterator]: filled },
    merged,
    hiddenRows,
    tables: workbook.tableParts(entry).map(({ name, area, columns, hasHeader, totalsRows }) => ({
      name,
      sheet: entry.name,
      ...area,
      columns,
      hasHeader,
      hasTotals: totalsRows > 0,
    })),
    ...around,
  };
}

const CHOICES = "worksheet/dataValidations/dataValidation";
const LOOKS = "worksheet/conditionalFormatting";

/** Reads column widths, frozen panes, choice lists and conditional formats. */
function readAround(
  workbook: XlsxWorkbook,
  entry: SheetEntry,
  ruleLooks: readonly GridRule["look"][],
): Pick<GridSheet, "columns" | "frozen" | "choices" | "rules" | "heights"> {
  const columns: { column: number; width: number; hidden: boolean }[] = [];
  const choices: GridChoices[] = [];
  const rules: GridRule[] = [];
  let frozen = { rows: 0, columns: 0 };
  let validation: { ranges: string[]; isList: boolean; blocks: boolean } | null = null;
  let rule: { operator: string; look: GridRule["look"] | undefined; values: string[] } | null = null;
  let ranges: string[] = [];
  let text = "";
  const spaced = (references: string | undefined): string[] => (references ?? "").split(/\s+/).filter(Boolean);

  const xml = workbook.parts.text(entry.part);
  readMarkup(withoutRows(xml), entry.part, {
    open(place, attributes) {
      const { min, max, width, hidden, state, xSplit, ySplit, sqref, type, errorStyle, operator, dxfId } = attributes;
      text = "";
      if (place === "worksheet/sheetViews/sheetView/pane" && state?.startsWith("frozen")) {
        frozen = { rows: Number(ySplit ?? 0), columns: Number(xSplit ?? 0) };
      } else if (place === "worksheet/cols/col") {
        for (let column = Number(min); column <= Math.min(Number(max), mostColumns); column++) {
          columns.push({ column, width: Number(width ?? 9), hidden: hidden === "1" || hidden === "true" });
        }
      } else if (place === CHOICES) {
        validation = { ranges: spaced(sqref), isList: type === "list", blocks: (errorStyle ?? "stop") === "stop" };
      } else if (place === LOOKS) ranges = spaced(sqref);
      else if (place === `${LOOKS}/cfRule`) {
        const look = dxfId === undefined ? undefined : ruleLooks[Number(dxfId)];
        rule = {
          operator: type === "expression" ? "expression" : type === "cellIs" ? (operator ?? "") : "",
          look,
          values: [],
        };
      }
    },
    text: (piece) => void (text += piece),
    close(place) {
      if (place === `${CHOICES}/formula1` && validation?.isList) {
        const values = /^"(.*)"$/s.exec(text)?.[1]?.replaceAll('""', '"').split(",") ?? { range: text };
        // Skips lists given by a name or formula: users can type a value, and validation checks it.
        if (Array.isArray(values) || /^[^(),]*\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/.test(values.range)) {
          choices.push({ ranges: validation.ranges, values, blocks: validation.blocks });
        }
      } else if (place === CHOICES) validation = null;
      else if (place === `${LOOKS}/cfRule/formula` && rule !== null) rule.values.push(text);
      else if (place === `${LOOKS}/cfRule` && rule !== null) {
        if (rule.operator !== "" && rule.look !== undefined) {
          rules.push({ ranges, operator: rule.operator, values: rule.values, look: rule.look });
        }
        rule = null;
      }
    },
  });
  return { columns, frozen, choices, rules, heights: heightsIn(xml) };
}

/** Widths beyond this column are ignored: programs write one width for all columns to the last. */
const mostColumns = columnNumber("IV");

/** Rows higher than this, in points, are meant for several lines of text. */
const twoLines = 24;

/** Heights of rows made for several lines, by row. */
function heightsIn(xml: string): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const [row] of xml.matchAll(/<(?:\w+:)?row\s[^>]*\sht="[^>]*>/g)) {
    const height = Number(/\sht="([\d.]+)"/.exec(row)?.[1]);
    const number = Number(/\sr="(\d+)"/.exec(row)?.[1]);
    if (height >= twoLines && number > 0) heights.set(number, height);
  }
  return heights;
}

/** The sheet's XML without its rows, which are read separately. */
function withoutRows(xml: string): string {
  const open = /<(?:\w+:)?sheetData(?:\s[^>]*)?>/.exec(xml);
  if (open === null || open[0].endsWith("/>")) return xml;
  const close = xml.search(/<\/(?:\w+:)?sheetData\s*>/);
  return close < 0 ? xml : xml.slice(0, open.index + open[0].length) + xml.slice(close);
}

/** The styles that conditional formats refer to by number. */
function readRuleLooks(workbook: XlsxWorkbook): readonly GridRule["look"][] {
  const part = workbook.book.styles;
  const looks: { textColor?: string; fillColor?: string; bold?: boolean }[] = [];
  if (part === null || !workbook.parts.has(part)) return looks;
  const rule = "styleSheet/dxfs/dxf";
  readMarkup(workbook.parts.text(part), part, {
    open(place, { rgb, val }) {
      if (place === rule) looks.push({});
      const look = looks.at(-1);
      const color = rgb === undefined ? undefined : `#${rgb.slice(-6)}`;
      if (look === undefined) return;
      if (place === `${rule}/fill/patternFill/bgColor` && color !== undefined) look.fillColor = color;
      else if (place === `${rule}/font/color` && color !== undefined) look.textColor = color;
      else if (place === `${rule}/font/b`) look.bold = val !== "0";
    },
  });
  return looks;
}
