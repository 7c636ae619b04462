import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
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
export const margins = { top: 60, bottom: 60, left: 70, right: 70 } as const;

export const text = (words: string, more: { bold?: boolean; size?: number; color?: string } = {}): TextRun =>
  new TextRun({ text: words, ...more });
export const line = (words: string, more: Parameters<typeof text>[1] = {}): Paragraph =>
  new Paragraph({ children: [text(words, more)], spacing: { after: 20 } });
export const bullet = (children: readonly TextRun[]): Paragraph =>
  new Paragraph({ children: [...children], bullet: { level: 0 }, spacing: { after: 40 } });

/** A4 in twentieths of a point, with its margins. */
const paper = { width: 11_906, height: 16_838, margin: 900 } as const;

/** Fixed column widths, in percent of the page, because programs disagree on automatic widths. */
export const layout = (widths: readonly number[]) => ({
  width: { size: paper.width - 2 * paper.margin, type: WidthType.DXA },
  columnWidths: widths.map((percent) => Math.round((percent / 100) * (paper.width - 2 * paper.margin))),
  layout: TableLayoutType.FIXED,
});

/** A native Word table whose header row repeats on each page. */
export function grid(
  head: readonly string[],
  rows: readonly (readonly (string | Paragraph[])[])[],
  widths: readonly number[],
): Table {
  const size = widths.length > 6 ? 16 : 18;
  const cell = (content: string | Paragraph[], bold: boolean): TableCell =>
    new TableCell({
      borders,
      margins,
      children: typeof content === "string" ? [line(content, { bold, size })] : content,
    });
  return new Table({
    ...layout(widths),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((words) => cell(words, true)) }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((content, at) => cell(content, at === 0)) }),
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
    ...(level === 2 && { spacing: { before: 220, after: 80 } }),
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
        document: { run: { font: "Calibri", size: 19, language: { value: language === "nl" ? "nl-NL" : "en-GB" } } },
      },
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
                children: [
                  new TextRun({
                    size: 16,
                    children: [`${foot} · `, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
                  }),
                ],
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
