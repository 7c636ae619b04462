import { markdownTable } from "markdown-table";
import {
  articleNumber,
  fill,
  verdictSigns,
  verdictText,
  type Language,
  type Text,
  normWords,
} from "@prestatieafspraken/indicators";
import { markdownText, type LabelsByRent, type Report } from "@prestatieafspraken/quarterly";
import { labelRentTable } from "./labels-by-rent.js";
import { meeting, type Point } from "./meeting.js";
import { fictitiousFigures, noTalk, nothingAhead, standAt, titles } from "./titles.js";
import { checkNumberText, dash, deliveryWord, headings, leadText, scopeText, standText } from "./wording.js";

const plain = markdownText;

/** The report as Markdown: the meeting pages, then every figure and every commitment. */
export function printMarkdown(report: Report, language: Language): string {
  const t = (text: Text): string => plain(text[language]);
  const told = meeting(report);
  const table = (head: readonly Text[], rows: readonly (readonly string[])[]): string =>
    markdownTable([head.map(t), ...rows]);
  const list = (points: readonly Point[], none: Text): string =>
    points.length === 0 ? t(none) : points.map(({ head, text }) => `- **${t(head)}.** ${t(text)}`).join("\n");
  const rents = (of: LabelsByRent): string => {
    const { head, rows } = labelRentTable(of);
    return table(
      head,
      rows.map((row) => row.map(t)),
    );
  };
  const word = (line: Parameters<typeof verdictText>[0]): string =>
    `${verdictSigns[line.verdict]} ${t(verdictText(line))}`;
  const parts = [
    `# ${t(told.title)}`,
    [
      t(fill(standAt, { day: told.day, quarter: told.quarter })),
      ...(told.fictitious ? [`**${t(fictitiousFigures)}**`] : []),
    ].join(" · "),
    ...told.notReady.map((sentence) => `> ${t(sentence)}`),
    told.summary.map(t).join("\n\n"),
    `## ${t(titles.talk)}`,
    list(told.talk, noTalk),
    `## ${t(titles.ahead)}`,
    list(told.ahead, nothingAhead),
    ...(told.delivered === null
      ? []
      : [
          `## ${t(titles.delivered)}`,
          table(
            [headings.party, ...told.delivered.tables],
            told.delivered.rows.map(({ party, cells }) => [plain(party), ...cells.map((one) => t(deliveryWord(one)))]),
          ),
        ]),
    `## ${t(titles.allLines)}`,
    table(
      [
        headings.indicator,
        headings.scope,
        headings.value,
        headings.norm,
        headings.verdict,
        headings.explanation,
        headings.source,
      ],
      report.results.map((line) => [
        t(line.title),
        t(scopeText(line.scope)),
        t(line.display),
        line.norm === null ? dash : t(normWords(line.norm, line.unit)),
        line.role === "judged" ? word(line) : dash,
        t(line.explanations),
        t(line.sources),
      ]),
    ),
    ...(report.labelsByRent === null ? [] : [`## ${t(titles.labelsByRent)}`, rents(report.labelsByRent)]),
    `## ${t(titles.choices)}`,
    told.choices.map((choice) => `- ${t(choice)}`).join("\n"),
    `## ${t(titles.commitments)}`,
    table(
      [headings.article, headings.commitment, headings.verdict, headings.status, headings.lead],
      report.commitments.map((line) => [
        t(articleNumber(line)),
        t(line.title),
        line.verdict === "no-norm" ? dash : word(line),
        t(standText(line, report)),
        t(leadText(line.lead, report)),
      ]),
    ),
    t(checkNumberText(report)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
