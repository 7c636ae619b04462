import { h } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { BorderStyle, ImageRun, Paragraph, ShadingType, Table, TableCell, TableRow, type TextRun } from "docx";
import { Spark } from "@prestatieafspraken/charts";
import {
  articleNumber,
  dayText,
  fill,
  quarterText,
  shortQuarter,
  verdictSigns,
  verdictText,
  type Language,
  type Text,
  type Verdict,
  normWords,
} from "@prestatieafspraken/indicators";
import { mainLines, otherLines, type Report, type ReportLine } from "@prestatieafspraken/quarterly";
import { meanings } from "../meanings.generated.js";
import { labelRentTable } from "../labels-by-rent.js";
import { twoPages, type Point, type Tile } from "../meeting.js";
import { fictitiousFigures, noTalk, nothingAhead, signalWord, standAt, titles } from "../titles.js";
import {
  checkNumberText,
  dash,
  deliveryWord,
  doneText,
  headings,
  leadText,
  notJudged,
  reportedText,
  scopeText,
  standText,
} from "../wording.js";
import { borders, bullet, grid, heading as titled, layout, line, margins, none, text, wordFile } from "./parts.js";

/** Renders an SVG to a PNG of this size in pixels; provided by the host. Null if the host cannot. */
export type Rasterize = (svg: string, width: number, height: number) => Promise<Uint8Array | null>;

/** The contents of the Word report. */
export interface WordParts {
  readonly report: Report;
  readonly language: Language;
  readonly full?: boolean;
  readonly rasterize: Rasterize;
}

const colours: Readonly<Record<Verdict, { readonly ink: string; readonly ground: string }>> = {
  met: { ink: "1A6B2D", ground: "E9F5EC" },
  "on-track": { ink: "154273", ground: "E8F0F8" },
  attention: { ink: "8A4B00", ground: "FFF3E0" },
  missed: { ink: "A4161A", ground: "FDECEC" },
  direction: { ink: "4D565F", ground: "F1F3F5" },
  unknown: { ink: "4D565F", ground: "F1F3F5" },
  "no-norm": { ink: "4D565F", ground: "FFFFFF" },
};

const tilesAcross = 3;
const chartSize = { width: 150, height: 36 } as const;

/**
 * The report as a Word document for taking minutes in: native headings and tables, charts as pictures with alternative
 * text, page numbers.
 */
export async function printWord({ report, language, full = false, rasterize }: WordParts): Promise<Uint8Array> {
  const t = (words: Text): string => words[language];
  const told = twoPages(report);
  const heading = (words: Text): Paragraph => titled(t(words));
  const word = (
    judged: Pick<ReportLine, "verdict"> & Partial<Pick<ReportLine, "provisional" | "signal">>,
    size = 19,
  ): TextRun =>
    text(
      `${verdictSigns[judged.verdict]} ${t(verdictText(judged))}${judged.signal === true ? ` · ${t(signalWord)}` : ""}`,
      { bold: true, size, color: colours[judged.verdict].ink },
    );
  const points = (list: readonly Point[], none: Text): Paragraph[] =>
    list.length === 0
      ? [line(t(none))]
      : list.map(({ head, text: words }) => bullet([text(`${t(head)}. `, { bold: true }), text(t(words))]));

  const tileCell = async (tile: Tile): Promise<TableCell> =>
    new TableCell({
      borders: { ...borders, left: { style: BorderStyle.SINGLE, size: 24, color: colours[tile.verdict].ink } },
      margins,
      shading: { type: ShadingType.CLEAR, fill: colours[tile.verdict].ground, color: "auto" },
      children: [
        line(t(tile.title), { bold: true, size: 18 }),
        new Paragraph({ children: [word(tile.line, 17)] }),
        new Paragraph({
          children: [text(t(tile.value), { bold: true, size: 26 }), text(` ${t(tile.period)}`, { size: 15 })],
        }),
        line(
          `${t({ nl: "Norm", en: "Norm" })}: ${t(tile.norm)}${tile.distance === null ? "" : ` · ${t(tile.distance)}`}`,
          { size: 16 },
        ),
        ...(tile.previous === null
          ? []
          : [
              line(t(fill({ nl: "Vorig kwartaal: {was}", en: "Previous quarter: {was}" }, { was: tile.previous })), {
                size: 16,
              }),
            ]),
        ...(await picture(tile.line)),
        line(t(tile.sum), { size: 14, color: "4D565F" }),
      ],
    });
  const picture = async (of: ReportLine): Promise<Paragraph[]> => {
    const points = of.trend.map(({ quarter, value }) => ({
      name: shortQuarter(quarter),
      words: quarterText(quarter)[language],
      value,
    }));
    if (points.filter(({ value }) => value !== null).length < 2) return [];
    const norm = of.norm?.value == null ? null : { value: of.norm.value, display: t(normWords(of.norm, of.unit)) };
    const svg = renderToStaticMarkup(
      h(Spark, { title: t(of.title), unit: of.unit, points, norm, language, ...chartSize }),
    );
    const png = await rasterize(svg, chartSize.width * 3, chartSize.height * 3);
    const words = /aria-label="([^"]*)"/.exec(svg)?.[1] ?? t(of.title);
    return png === null
      ? []
      : [
          new Paragraph({
            children: [
              new ImageRun({
                type: "png",
                data: png,
                transformation: chartSize,
                altText: { name: of.indicator, title: t(of.title), description: words },
              }),
            ],
          }),
        ];
  };
  const cells = await Promise.all(told.tiles.map(tileCell));
  const rest = (tilesAcross - (cells.length % tilesAcross)) % tilesAcross;
  const filled = [
    ...cells,
    ...Array.from({ length: rest }, () => new TableCell({ borders: none, children: [line("")] })),
  ];
  const tileRows = Array.from({ length: filled.length / tilesAcross }, (_, i) =>
    filled.slice(i * tilesAcross, (i + 1) * tilesAcross),
  );

  const lineRow = (of: ReportLine): (string | Paragraph[])[] => [
    [line(t(of.title), { bold: true, size: 18 }), line(t(scopeText(of.scope)), { size: 16 })],
    t(of.display),
    of.norm === null ? dash : t(normWords(of.norm, of.unit)),
    of.role === "judged" ? [new Paragraph({ children: [word(of)] })] : t(notJudged),
    [
      line(t(of.explanations), { size: 18 }),
      ...of.notes.map((note) => line(t(note), { size: 16 })),
      line(t(of.sources), { size: 16 }),
    ],
  ];

  return wordFile({
    title: `${t(told.title)} · ${t(told.quarter)}`,
    foot: [
      t(told.title),
      t(told.quarter),
      t(checkNumberText(report)),
      ...(told.fictitious ? [t(fictitiousFigures)] : []),
    ].join(" · "),
    language,
    children: [
      titled(t(told.title), 1),
      line(t(fill(standAt, { day: told.day, quarter: told.quarter }))),
      ...(told.fictitious ? [line(t(fictitiousFigures), { bold: true, color: "A4161A" })] : []),
      ...told.notReady.map((sentence) => line(t(sentence), { bold: true, color: "8A4B00" })),
      ...told.summary.map((sentence) => line(t(sentence))),
      heading(titles.howItStands),
      new Table({
        ...layout(Array.from({ length: tilesAcross }, () => 100 / tilesAcross)),
        rows: tileRows.map((children) => new TableRow({ cantSplit: true, children })),
      }),
      heading(titles.talk),
      ...points(told.talk, noTalk),
      heading(titles.ahead),
      ...points(told.ahead, nothingAhead),
      ...(told.perParty.length === 0
        ? []
        : [
            heading(titles.perParty),
            grid(
              [t(headings.norm), t(headings.together), ...told.parties, t(headings.previous)],
              told.perParty.map((row) => [
                [line(t(row.title), { bold: true, size: 17 }), line(t(row.norm), { size: 16 })],
                t(row.together),
                ...row.values.map((value) =>
                  value === null
                    ? t({ nl: "telt niet mee", en: "not counted" })
                    : `${value.verdict === "missed" || value.verdict === "attention" ? `${verdictSigns[value.verdict]} ` : ""}${t(value.shown)}`,
                ),
                row.previous === null ? dash : t(row.previous),
              ]),
              [26, ...Array.from({ length: told.parties.length + 2 }, () => 74 / (told.parties.length + 2))],
            ),
          ]),
      ...(told.delivered === null
        ? []
        : [
            heading(titles.delivered),
            grid(
              [t(headings.party), ...told.delivered.tables.map(t)],
              told.delivered.rows.map(({ party, cells }) => [party, ...cells.map((cell) => t(deliveryWord(cell)))]),
              [19, ...told.delivered.tables.map((_, __, { length }) => 81 / length)],
            ),
          ]),
      heading(titles.efforts),
      line(t(told.efforts)),
      ...(told.choices.length === 0
        ? []
        : [heading(titles.choices), ...told.choices.map((choice) => bullet([text(t(choice))]))]),
      ...(full ? annex() : []),
    ],
  });

  function annex(): (Paragraph | Table)[] {
    const rents = report.labelsByRent && labelRentTable(report.labelsByRent);
    return [
      titled(t(titles.annex), 1, true),
      heading(titles.allLines),
      grid(
        [headings.indicator, headings.value, headings.norm, headings.verdict, headings.explanation].map(t),
        [...mainLines(report), ...otherLines(report)].map(lineRow),
        [27, 14, 13, 14, 32],
      ),
      ...(rents === null
        ? []
        : [
            heading(titles.labelsByRent),
            grid(
              rents.head.map(t),
              rents.rows.map((row) => row.map(t)),
              rents.head.map((_, at, { length }) => (at === 0 ? 8 : Math.floor(92 / (length - 1)))),
            ),
          ]),
      heading(titles.commitments),
      grid(
        [headings.article, headings.commitment, headings.verdict, headings.status, headings.lead].map(t),
        report.commitments.map((commitment) => {
          const reported = reportedText(commitment);
          return [
            t(articleNumber(commitment)),
            t(commitment.title),
            commitment.verdict === "no-norm" ? dash : [new Paragraph({ children: [word(commitment)] })],
            [
              line(t(standText(commitment, report)), { size: 18 }),
              ...(reported === null || t(reported) === t(commitment.statement)
                ? []
                : [line(t(reported), { size: 16 })]),
            ],
            [line(t(leadText(commitment.lead, report)), { size: 16 })],
          ];
        }),
        [16, 26, 13, 21, 24],
      ),
      heading(titles.calendar),
      grid(
        [headings.day, headings.article, headings.commitment, headings.lead, headings.done].map(t),
        report.calendar.map((duty) => [
          t(dayText(duty.day)),
          t(articleNumber(duty)),
          t(duty.title),
          [line(t(leadText(duty.lead, report)), { size: 16 })],
          t(doneText(duty.done)),
        ]),
        [16, 16, 32, 24, 12],
      ),
      heading(titles.definitions),
      grid(
        [headings.definition, headings.choice].map(t),
        report.definitions.map(({ label, shown }) => [t(label), t(shown)]),
        [50, 50],
      ),
      heading(titles.meanings),
      grid(
        [headings.verdict, headings.meaning].map(t),
        meanings.map(({ word, meaning }) => [t(word), t(meaning)]),
        [25, 75],
      ),
    ];
  }
}
