import { isTrue, readMarkup } from "./markup.js";
import { formatCode, isDateFormat } from "./number-format.js";
import type { Parts } from "./parts.js";

/** The style properties that a reader or grid needs. */
export interface CellStyle {
  /** Number format code, "0.0%"; "General" if none. */
  readonly format: string;
  readonly isDate: boolean;
  /** Locked when the sheet is protected. */
  readonly locked: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  /** Colours as "#RRGGBB"; null for none or a theme colour. */
  readonly textColor: string | null;
  readonly fillColor: string | null;
  readonly wrap: boolean;
  readonly align: "left" | "center" | "right" | null;
  /** Null for the bottom of the cell, where a program puts text unless told otherwise. */
  readonly vertical: "top" | "center" | null;
}

const plain: CellStyle = {
  format: "General",
  isDate: false,
  locked: true,
  bold: false,
  italic: false,
  struck: false,
  textColor: null,
  fillColor: null,
  wrap: false,
  align: null,
  vertical: null,
};

/** The styles by id; a cell may have no style id, or one that does not exist. */
export interface Styles {
  readonly list: readonly CellStyle[];
  readonly of: (id: number) => CellStyle;
}

const stylesOf = (list: readonly CellStyle[]): Styles => ({ list, of: (id) => list[id] ?? plain });

interface Font {
  bold: boolean;
  italic: boolean;
  struck: boolean;
  color: string | null;
}

const rgb = (value: string | undefined): string | null =>
  value && /^[0-9A-Fa-f]{6,8}$/.test(value) ? `#${value.slice(-6)}` : null;

/** Reads the styles; a workbook without a styles part has only the default one. */
export function readStyles(parts: Parts, part: string | null): Styles {
  if (part === null || !parts.has(part)) return stylesOf([]);
  const formats = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: { solid: boolean; color: string | null }[] = [];
  const list: { -readonly [K in keyof CellStyle]: CellStyle[K] }[] = [];
  const off = (value: string | undefined): boolean => value === "0" || value === "false";
  readMarkup(parts.text(part), part, {
    open: (place, attributes) => {
      const font = fonts.at(-1);
      const fill = fills.at(-1);
      const style = list.at(-1);
      switch (place) {
        case "styleSheet/numFmts/numFmt":
          formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
          break;
        case "styleSheet/fonts/font":
          fonts.push({ bold: false, italic: false, struck: false, color: null });
          break;
        case "styleSheet/fonts/font/b":
          font!.bold = !off(attributes["val"]);
          break;
        case "styleSheet/fonts/font/i":
          font!.italic = !off(attributes["val"]);
          break;
        case "styleSheet/fonts/font/strike":
          font!.struck = !off(attributes["val"]);
          break;
        case "styleSheet/fonts/font/color":
          font!.color = rgb(attributes["rgb"]);
          break;
        case "styleSheet/fills/fill":
          fills.push({ solid: false, color: null });
          break;
        case "styleSheet/fills/fill/patternFill":
          fill!.solid = attributes["patternType"] === "solid";
          break;
        case "styleSheet/fills/fill/patternFill/fgColor":
          fill!.color = rgb(attributes["rgb"]);
          break;
        case "styleSheet/cellXfs/xf": {
          const format = formatCode(Number(attributes["numFmtId"] ?? 0), formats);
          const its = fonts[Number(attributes["fontId"] ?? 0)];
          const background = fills[Number(attributes["fillId"] ?? 0)];
          list.push({
            ...plain,
            format,
            isDate: isDateFormat(format),
            bold: its?.bold ?? false,
            italic: its?.italic ?? false,
            struck: its?.struck ?? false,
            textColor: its?.color ?? null,
            fillColor: background?.solid ? background.color : null,
          });
          break;
        }
        case "styleSheet/cellXfs/xf/protection":
          style!.locked = attributes["locked"] === undefined || isTrue(attributes["locked"]);
          break;
        case "styleSheet/cellXfs/xf/alignment": {
          const { horizontal, vertical, wrapText } = attributes;
          style!.wrap = isTrue(wrapText);
          if (horizontal === "left" || horizontal === "center" || horizontal === "right") style!.align = horizontal;
          if (vertical === "top" || vertical === "center") style!.vertical = vertical;
          break;
        }
      }
    },
  });
  return stylesOf(list);
}
