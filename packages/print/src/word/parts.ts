import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Language } from "@prestatieafspraken/indicators";

const thin = { style: BorderStyle.SINGLE, size: 4, color: "C4CCD4" } as const;
export const borders = { top: thin, bottom: thin, left: thin, right: thin } as const;
const no = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
export const none = { top: no, bottom: no, left: no, right: no } as const;
export const margins = { top: 40, bottom: 30, left: 70, right: 70 } as const;

export const text = (words: string, more: { bold?: boolean; size?: number; color?: string } = {}): TextRun =>
  new TextRun({ text: words, ...more });
export const line = (words: string, more: Parameters<typeof text>[1] = {}, keepNext = false): Paragraph =>
  new Paragraph({ children: [text(words, more)], spacing: { after: 20 }, keepNext });
const bullets = "bullets";
export const bullet = (children: readonly TextRun[]): Paragraph =>
  new Paragraph({ children: [...children], numbering: { reference: bullets, level: 0 }, spacing: { after: 30 } });

/** A font that every program has, or another with the same widths, so that pages are the same everywhere. */
const font = "Arial";
const ink = "154273";

/** A4 in twentieths of a point, with its margins. */
const paper = { width: 11_906, height: 16_838, margin: 900 } as const;

/** Fixed column widths, in percent of the page, because programs disagree on automatic widths. */
export const layout = (widths: readonly number[]) => ({
  width: { size: paper.width - 2 * paper.margin, type: WidthType.DXA },
  columnWidths: widths.map((percent) => Math.round((percent / 100) * (paper.width - 2 * paper.margin))),
  layout: TableLayoutType.FIXED,
});

/** Rows of a table that stays on one page. */
const fewRows = 14;

/** A native Word table whose header row repeats on each page; a short one of plain words stays on one page. */
export function grid(
  head: readonly string[],
  rows: readonly (readonly (string | Paragraph[])[])[],
  widths: readonly number[],
): Table {
  const size = widths.length > 6 ? 16 : 18;
  const isShort = rows.length <= fewRows && rows.flat().every((content) => typeof content === "string");
  const cell = (content: string | Paragraph[], bold: boolean, keepNext: boolean): TableCell =>
    new TableCell({
      borders,
      margins,
      children: typeof content === "string" ? [line(content, { bold, size }, keepNext)] : content,
    });
  return new Table({
    ...layout(widths),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((words) => cell(words, true, true)) }),
      ...rows.map(
        (row, i) =>
          new TableRow({
            cantSplit: true,
            children: row.map((content, at) => cell(content, at === 0, isShort && i < rows.length - 1)),
          }),
      ),
    ],
  });
}

export const heading = (words: string, level: 1 | 2 = 2, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    text: words,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    pageBreakBefore,
    ...(level === 2 && { spacing: { before: 160, after: 60 } }),
  });

/** An A4 Word document with page numbers; `foot` appears next to the number on every page. */
export async function wordFile({
  title,
  foot,
  language,
  children,
}: {
  readonly title: string;
  readonly foot: string;
  readonly language: Language;
  readonly children: readonly (Paragraph | Table)[];
}): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: "Prestatieafspraken",
    styles: {
      default: {
        document: { run: { font, size: 19, language: { value: language === "nl" ? "nl-NL" : "en-GB" } } },
        heading1: { run: { font, size: 30, bold: true, color: ink }, paragraph: { spacing: { after: 60 } } },
        heading2: { run: { font, size: 23, bold: true, color: ink } },
      },
    },
    numbering: {
      config: [
        {
          reference: bullets,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "•",
              style: { paragraph: { indent: { left: 280, hanging: 200 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: paper.width, height: paper.height },
            margin: { top: paper.margin, bottom: paper.margin, left: paper.margin, right: paper.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                // A run of its own each, because LibreOffice shows what follows a field in the same run larger.
                children: [`${foot} · `, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES].map(
                  (part) => new TextRun({ size: 15, children: [part] }),
                ),
              }),
            ],
          }),
        },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await (await Packer.toBlob(document)).arrayBuffer());
}
