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
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Language } from "@prestatieafspraken/indicators";

const thin = { style: BorderStyle.SINGLE, size: 4, color: "C4CCD4" } as const;
export const borders = { top: thin, bottom: thin, left: thin, right: thin } as const;
export const margins = { top: 60, bottom: 60, left: 100, right: 100 } as const;

export const text = (words: string, more: { bold?: boolean; size?: number; color?: string } = {}): TextRun =>
  new TextRun({ text: words, ...more });
export const line = (words: string, more: Parameters<typeof text>[1] = {}): Paragraph =>
  new Paragraph({ children: [text(words, more)], spacing: { after: 20 } });
export const bullet = (children: readonly TextRun[]): Paragraph =>
  new Paragraph({ children: [...children], bullet: { level: 0 }, spacing: { after: 40 } });

/** A native Word table whose header row repeats on each page. */
export function grid(
  head: readonly string[],
  rows: readonly (readonly (string | Paragraph[])[])[],
  widths?: readonly number[],
): Table {
  const cell = (content: string | Paragraph[], at: number, bold = false): TableCell =>
    new TableCell({
      borders,
      margins,
      ...(widths && { width: { size: widths[at]!, type: WidthType.PERCENTAGE } }),
      children: typeof content === "string" ? [line(content, { bold, size: 18 })] : content,
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((words, at) => cell(words, at, true)) }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((content, at) => cell(content, at, at === 0)) }),
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
          page: { size: { width: 11906, height: 16838 }, margin: { top: 900, bottom: 900, left: 900, right: 900 } },
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
