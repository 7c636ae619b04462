import type { Sheets } from "@prestatieafspraken/spreadsheet";
import { cellName, type CellLooks } from "@prestatieafspraken/xlsx";
import { contentOf } from "./content-of.js";
import { frozenIn, lookOf, watch } from "./edits-plugin.js";
import type { GridEdits } from "./grid-edits.js";
import type { ShownGetters } from "./shown-engine.js";

interface GridStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly textColor?: string;
  readonly fillColor?: string;
  readonly align?: "left" | "center" | "right";
  readonly wrapping?: "wrap" | "overflow" | "clip";
}
type Look = readonly [style: GridStyle, format: string | null];

/** Normalises a colour: "#abc" and "#AABBCC" are equal; null for other notations. */
function colour(written: string | undefined): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(written ?? "");
  const whole = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join("")}`
    : (written ?? "");
  return /^#[0-9a-f]{6}$/i.test(whole) ? whole.toUpperCase() : null;
}

/** The differences between two styles, in terms of the file. */
function between([was, formatWas]: Look, [is, formatIs]: Look): CellLooks {
  return {
    ...(Boolean(was.bold) !== Boolean(is.bold) && { bold: Boolean(is.bold) }),
    ...(Boolean(was.italic) !== Boolean(is.italic) && { italic: Boolean(is.italic) }),
    ...(colour(was.textColor) !== colour(is.textColor) && { textColor: colour(is.textColor) }),
    ...(colour(was.fillColor) !== colour(is.fillColor) && { fillColor: colour(is.fillColor) }),
    ...(was.align !== is.align && { align: is.align ?? null }),
    ...((was.wrapping === "wrap") !== (is.wrapping === "wrap") && { wrap: is.wrapping === "wrap" }),
    ...(formatWas !== formatIs && { format: formatIs ?? "General" }),
  };
}

/** Cells whose style differs from the opened file. */
export function looksOf({ model, pa }: Sheets): GridEdits["looks"] {
  const getters = model.getters as ShownGetters;
  const there = new Set(getters.getSheetIds());
  return watch(pa)
    .touched.values()
    .flatMap(({ position, look, content }) => {
      if (!there.has(position.sheetId)) return [];
      const now = lookOf(getters, position);
      if (now === look) return [];
      const { format, ...rest } = between(JSON.parse(look) as Look, JSON.parse(now) as Look);
      // A typed number gets its format when its value is written.
      const isTyped = content !== contentOf(getters, position) && getters.getEvaluatedCell(position).type === "number";
      const looks = { ...rest, ...(format !== undefined && !isTyped && { format }) };
      if (Object.keys(looks).length === 0) return [];
      return [
        { sheet: getters.getSheetName(position.sheetId), cell: cellName(position.row + 1, position.col + 1), looks },
      ];
    });
}

/** Converts pixels to the file's unit: characters of the default font, after a margin. */
const characters = (pixels: number): number => (pixels - 5) / 7;
export const pixels = (characters: number): number => Math.round(characters * 7 + 5);

/** The current widths of resized columns, and frozen rows and columns that changed. */
export function viewsOf({ model, pa }: Sheets): GridEdits["views"] {
  const getters = model.getters as ShownGetters;
  const { widened, frozen } = watch(pa);
  return getters.getSheetIds().flatMap((sheetId) => {
    const columns = [...(widened.get(sheetId) ?? [])];
    const was = frozen.get(sheetId);
    const is = frozenIn(getters, sheetId);
    const isOther = was !== undefined && (was.rows !== is.rows || was.columns !== is.columns);
    if (columns.length === 0 && !isOther) return [];
    const widths = new Map(columns.map((column) => [column + 1, characters(getters.getColSize(sheetId, column))]));
    return [{ sheet: getters.getSheetName(sheetId), widths, frozen: isOther ? is : null }];
  });
}
