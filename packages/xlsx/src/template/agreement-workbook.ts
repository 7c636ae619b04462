import { colToLetter, rangeRef, writeXlsx } from "hucre/xlsx";
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { daySerial, type Language, type Text, type CellToWrite, type Scalar } from "@prestatieafspraken/indicators";
import { finishPackage } from "./finish-package.js";
import { rowHeights } from "./row-heights.js";
import { dateFormat, font, style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

/** A sheet with a table, its help and its rows. */
export interface SheetToWrite {
  readonly sheet: string;
  readonly table: string | null;
  readonly title: Text;
  readonly help: Text;
  readonly columns: readonly {
    readonly header: string;
    readonly help: Text;
    readonly required: boolean;
    readonly list: readonly string[] | null;
    readonly example: string | null;
    readonly width: number | null;
  }[];
  readonly rows: readonly (readonly CellToWrite[])[];
}

/**
 * Title and help stand above the header row; an example row stands between them, outside the table, so that users need
 * not delete it.
 */
const headerRow = 5;
const exampleRow = 4;
/** Number of rows below the header with input help, including rows the table has not reached yet. */
const rowsCovered = 500;

const words = {
  example: { nl: "Voorbeeld", en: "Example" },
  newTitle: { nl: "Nieuwe prestatieafspraken", en: "New performance agreement" },
  readme: { nl: "Lees mij", en: "Read me" },
  how: [
    {
      nl: "In deze werkmap staan de prestatieafspraken van één gemeente als gegevens. Daarmee rekenen het sjabloon, het rapport en de invoegtoepassing.",
      en: "This workbook holds the performance agreement of one municipality as data. Template, report and add-in calculate with it.",
    },
    {
      nl: "1. Vul Gegevens en Partijen in. 2. Neem elke afspraak over op Afspraken, met het nummer zoals gedrukt. 3. Zet bij elk getal een rij op Normen.",
      en: "1. Fill in Gegevens and Partijen. 2. Copy every commitment to Afspraken, with the number as printed. 3. Put a row on Normen for every number.",
    },
    {
      nl: "Alleen als het nodig is: Indicatoren en Kolommen (iets eigens tellen), Cijfers (getallen waar de sommen mee beginnen), Keuzes en Spanningen.",
      en: "Only where needed: Indicatoren and Kolommen (to count something of your own), Cijfers (figures the sums start from), Keuzes and Spanningen.",
    },
    {
      nl: "Donkerblauwe koppen zijn verplicht. Klik een cel aan voor uitleg. De schuine regel boven een tabel is een voorbeeld en telt niet mee.",
      en: "Dark blue heads are required. Click a cell for help. The slanted line above a table is an example and does not count.",
    },
    {
      nl: "Controleren: kies in het taakvenster het scherm Afspraken, of gebruik pa agreement check met deze werkmap.",
      en: "Checking: choose the screen Agreement in the task pane, or use pa agreement check with this workbook.",
    },
  ],
} as const satisfies Record<string, Text | readonly Text[]>;

const sample: CellStyle = {
  font: font({ italic: true, color: { rgb: "5B6B8C" } }),
  alignment: { vertical: "top", wrapText: true },
};
const input: CellStyle = { font: font(), alignment: { vertical: "top", wrapText: true }, numFmt: "@" };

function sheetOf({ sheet, table, title, help, columns, rows }: SheetToWrite, language: Language): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const put = (row: number, column: number, value: Scalar, look: CellStyle) =>
    cells.set(`${String(row - 1)},${String(column)}`, { value, style: look });
  put(1, 0, title[language], style.title);
  put(2, 0, help[language], style.help);
  if (columns.some(({ example }) => example !== null)) {
    put(exampleRow - 1, 0, `${words.example[language]}:`, sample);
    columns.forEach(({ example }, column) => example !== null && put(exampleRow, column, example, sample));
  }
  columns.forEach(({ header, required }, column) =>
    put(headerRow, column, header, required ? style.requiredHeader : style.optionalHeader),
  );
  // An Excel table without rows is an invalid file.
  const shown = rows.length > 0 ? rows : [columns.map(() => null)];
  shown.forEach((row, index) =>
    row.forEach((cell, column) => {
      const isDay = typeof cell === "object" && cell !== null && "day" in cell;
      const value = isDay ? daySerial(cell.day) : typeof cell === "object" && cell !== null ? cell.error : cell;
      put(
        headerRow + 1 + index,
        column,
        value,
        isDay ? { ...input, numFmt: dateFormat } : typeof value === "number" ? { ...input, numFmt: "General" } : input,
      );
    }),
  );
  const widths = columns.map(({ width, header }) => Math.max(width ?? 16, header.length + 3));
  return {
    name: sheet,
    columns: widths.map((width) => ({ width })),
    cells,
    rowDefs: rowHeights(cells, widths, headerRow),
    freezePane: { rows: headerRow, columns: 1 },
    ...(table !== null && {
      tables: [
        {
          name: table,
          displayName: table,
          range: rangeRef(headerRow - 1, 0, headerRow - 1 + shown.length, columns.length - 1),
          columns: columns.map(({ header }) => ({ name: header })),
          style: "TableStyleLight1",
        },
      ],
    }),
    dataValidations: columns.map(({ header, help: text, required, list }, column) => {
      const letter = colToLetter(column);
      return {
        ...(list === null
          ? { type: "textLength" as const, operator: "lessThanOrEqual" as const, formula1: "32767" }
          : { type: "list" as const, values: [...list], showErrorMessage: true, errorStyle: "warning" as const }),
        range: `${letter}${String(headerRow + 1)}:${letter}${String(headerRow + rowsCovered)}`,
        allowBlank: true,
        showInputMessage: true,
        inputTitle: header.slice(0, 32),
        inputMessage: `${required ? { nl: "Verplicht. ", en: "Required. " }[language] : ""}${text[language]}`.slice(
          0,
          255,
        ),
      };
    }),
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: "&L&A&R&P / &N" },
    a11y: { summary: help[language], headerRow: headerRow - 1 },
  };
}

/** A workbook for an agreement: filled, or empty to fill in. The same sheets give the same bytes. */
export async function makeAgreementWorkbook({
  sheets,
  title = words.newTitle,
  day,
  language = "nl",
}: {
  readonly sheets: readonly SheetToWrite[];
  /** Title of the agreement; that of a new agreement by default. */
  readonly title?: Text;
  /** Date in the file's properties; passed in, because no clock is read. */
  readonly day: string;
  readonly language?: Language;
}): Promise<Uint8Array> {
  const readme = new TextSheet();
  readme.add({ value: title[language], style: style.title });
  for (const text of words.how) readme.add({ value: text[language], style: style.paragraph });
  const when = new Date(`${day}T00:00:00Z`);
  const xlsx = await writeXlsx({
    sheets: [
      readme.sheet(words.readme[language], [110], { a11y: { summary: title[language] } }),
      ...sheets.map((one) => sheetOf(one, language)),
    ],
    properties: { title: title[language], creator: "Prestatieafspraken", created: when, modified: when },
    defaultFont: { name: "Calibri", size: 11 },
  });
  return finishPackage(xlsx, {
    columnsLike: sheets.map((_, i) => ({ sheet: i + 2, row: headerRow + 1 })),
    addIn: undefined,
    functionIds: [],
  });
}
