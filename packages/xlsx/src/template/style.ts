import type { CellStyle } from "hucre/xlsx";
import type { FieldType } from "@prestatieafspraken/quarterly";

const colour = { ink: "1F2937", deep: "1F3864", soft: "5B6B8C", line: "C7CDD8", warn: "9C0006", paper: "FFFFFF" };
/** Every font names itself: programs complete an incomplete font differently. */
export const font = (more: NonNullable<CellStyle["font"]> = {}): NonNullable<CellStyle["font"]> => ({
  name: "Calibri",
  size: 11,
  ...more,
});
const solid = (rgb: string): CellStyle => ({ fill: { type: "pattern", pattern: "solid", fgColor: { rgb } } });
const hair = { style: "thin", color: { rgb: colour.line } } as const;
const top = { vertical: "top", wrapText: true } as const;

/** The template's styles. Header cells have their own style, because LibreOffice ignores Excel's table styles. */
export const style: Readonly<
  Record<
    | "title"
    | "heading"
    | "help"
    | "paragraph"
    | "term"
    | "fictional"
    | "requiredHeader"
    | "optionalHeader"
    | "shown"
    | "link",
    CellStyle
  >
> = {
  title: { font: font({ bold: true, size: 16, color: { rgb: colour.deep } }) },
  heading: { font: font({ bold: true, size: 12, color: { rgb: colour.deep } }) },
  help: { font: font({ color: { rgb: colour.ink } }) },
  paragraph: { font: font({ color: { rgb: colour.ink } }), alignment: top },
  term: { font: font({ bold: true, color: { rgb: colour.ink } }), alignment: top },
  fictional: { font: font({ bold: true, color: { rgb: colour.warn } }) },
  requiredHeader: {
    ...solid(colour.deep),
    font: font({ bold: true, color: { rgb: colour.paper } }),
    alignment: { wrapText: true, vertical: "center" },
  },
  optionalHeader: {
    ...solid(colour.soft),
    font: font({ bold: true, color: { rgb: colour.paper } }),
    alignment: { wrapText: true, vertical: "center" },
  },
  shown: { font: font(), border: { bottom: hair }, alignment: top },
  link: { font: font({ underline: true, color: { rgb: colour.deep } }), border: { bottom: hair }, alignment: top },
};

const dayFormat = "dd-mm-yyyy";
const formats: Readonly<Record<FieldType, string | null>> = {
  count: "#,##0",
  change: "#,##0",
  amount: '"€ "#,##0.00',
  share: "0.0%",
  number: "#,##0.##",
  date: dayFormat,
  // Text format: Excel would round a BAG id after 15 digits and turn some codes into dates.
  quarter: "@",
  party: "@",
  label: "@",
  choice: "@",
  yesNo: "@",
  id: "@",
  text: "@",
};

/**
 * The style of an input cell for a field type. Unlocked, so that a municipality can protect its sheets and still fill
 * them in.
 */
export function inputStyle(type: FieldType, format: string | null = formats[type]): CellStyle {
  return {
    font: font(),
    protection: { locked: false },
    alignment: { vertical: "top", ...(type === "text" && { horizontal: "left", wrapText: true }) },
    ...(format !== null && { numFmt: format }),
  };
}

export const dateFormat = dayFormat;
