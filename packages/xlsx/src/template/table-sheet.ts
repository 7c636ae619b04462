import { rangeRef } from "hucre/xlsx";
import type { WriteSheet } from "hucre/xlsx";
import { daySerial, type Language, type Scalar } from "@prestatieafspraken/indicators";
import type { Field, TableDefinition } from "@prestatieafspraken/quarterly";
import { rowHeights } from "./row-heights.js";
import { dateFormat, inputStyle, style } from "./style.js";
import { columnRange, validate } from "./validation.js";

/** A row by Dutch header; a date is "2026-09-30". Omitted columns stay empty. */
export type TemplateRow = Readonly<Record<string, string | number | null>>;

/** Title, help and notice stand above the table; the header is row 4 of every table sheet. */
export const headerRow = 4;

/** The choices for this column; null if any value is allowed. */
export type ListOf = (field: Field) => readonly string[] | null;

/** Settings for a single cell: its number format (null for none) and choices. */
export interface SpecialCell {
  readonly format: string | null;
  readonly list?: readonly string[];
}

export interface TableSheetOptions {
  readonly language: Language;
  readonly listOf: ListOf;
  /** A line to show prominently: the figures are invented. */
  readonly notice?: string;
  /** Column widths by header, where they differ from the field's. */
  readonly widths?: Readonly<Record<string, number>>;
  /** For a column with mixed content (Waarde of PA_Instellingen); null if the field's settings apply. */
  readonly cell?: (row: TemplateRow, field: Field) => SpecialCell | null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The stored value: a date as a serial number, anything else unchanged. */
const stored = (value: string | number | null | undefined, isDate: boolean): Scalar =>
  isDate && typeof value === "string" && day.test(value) ? daySerial(value) : (value ?? null);

/** A sheet with one Excel table: the exact header texts, at least one row, input help in every column. */
export function tableSheet(
  definition: TableDefinition,
  rows: readonly TemplateRow[],
  { language, listOf, notice, cell, widths: special = {} }: TableSheetOptions,
): WriteSheet {
  const { fields, staysUntil } = definition;
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const put = (row: number, column: number, value: Scalar, look: object) =>
    cells.set(`${String(row - 1)},${String(column)}`, { value, style: look });

  put(1, 0, definition.title[language], style.title);
  put(2, 0, `${definition.help[language]} ${definition.filledBy[language]}`, style.help);
  if (notice !== undefined) put(3, 0, notice, style.fictional);
  fields.forEach((field, column) =>
    put(headerRow, column, field.header, field.required ? style.requiredHeader : style.optionalHeader),
  );

  // An Excel table without rows is an invalid file, so an empty return has one empty row.
  const shown: readonly TemplateRow[] = rows.length > 0 ? rows : [{}];
  const own: NonNullable<WriteSheet["dataValidations"]> = [];
  shown.forEach((row, index) =>
    fields.forEach((field, column) => {
      const one = cell?.(row, field) ?? null;
      const sheetRow = headerRow + 1 + index;
      const isDate = field.type === "date" || one?.format === dateFormat;
      put(sheetRow, column, stored(row[field.header], isDate), inputStyle(field.type, one?.format));
      if (one?.list !== undefined)
        own.push(validate(field, rangeRef(sheetRow - 1, column, sheetRow - 1, column), one.list, language));
    }),
  );

  // Free text wraps; codes and names must be fully visible to be checked.
  const longest = ({ header, type }: Field) =>
    type === "text" ? 0 : Math.max(...shown.map((row) => String(row[header] ?? "").length));
  const widths = fields.map((field) =>
    besideHeader(
      field.header,
      Math.max(special[field.header] ?? field.width ?? 12, headerWidth(field.header), longest(field) + besideArrow),
    ),
  );
  return {
    name: definition.sheet,
    columns: widths.map((width) => ({ width })),
    cells,
    rowDefs: rowHeights(cells, widths, headerRow),
    freezePane: {
      rows: headerRow,
      ...(staysUntil !== undefined && { columns: fields.findIndex(({ header }) => header === staysUntil) + 1 }),
    },
    tables: [
      {
        name: definition.name,
        displayName: definition.name,
        range: rangeRef(headerRow - 1, 0, headerRow - 1 + shown.length, fields.length - 1),
        columns: fields.map(({ header }) => ({ name: header })),
        style: "TableStyleLight1",
      },
    ],
    dataValidations: [
      ...own,
      // A cell can have only one validation rule, so a column with rules per row gets none as a whole.
      ...fields.flatMap((field, column) =>
        cell !== undefined && field.header === "Waarde"
          ? []
          : [validate(field, columnRange(column, headerRow), listOf(field), language)],
      ),
    ],
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: "&L&A&R&P / &N" },
    a11y: { summary: definition.help[language], headerRow: headerRow - 1 },
  };
}

/** Space for the arrow of a list or filter, in column width units. */
const besideArrow = 3;
/** Wide enough that no word of a header breaks, also where the program has only a wide font. */
const headerWidth = (header: string): number =>
  Math.ceil(Math.max(...header.split(/[\s-]/).map(boldWidth))) + besideArrow;

/** Width of bold letters in the widest usual fonts, DejaVu Sans and Verdana, in column width units. */
const boldWidth = (word: string): number =>
  1.5 * word.length - 0.55 * count(word, /[fijlrt]/g) + 0.6 * count(word, /[mwMW]/g);
const count = (word: string, letters: RegExp): number => word.match(letters)?.length ?? 0;

/** A width at which a header of several words either breaks, or fits beside its arrow: a short line would lie under it. */
const besideHeader = (header: string, width: number): number =>
  header.length > width ? width : Math.max(width, Math.ceil(header.length * 1.1) + besideArrow);
