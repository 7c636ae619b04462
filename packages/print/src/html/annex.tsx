import type { JSX } from "preact";
import { Course } from "@prestatieafspraken/charts";
import { articleNumber, dayText, fill, type Language, normWords } from "@prestatieafspraken/indicators";
import {
  mainLines,
  otherLines,
  type Issue,
  type LabelsByRent,
  type Report,
  type ReportLine,
  type Revision,
} from "@prestatieafspraken/quarterly";
import { labelRentTable } from "../labels-by-rent.js";
import { meanings } from "../meanings.generated.js";
import { titles } from "../titles.js";
import { dash, doneText, headings, leadText, notJudged, reportedText, scopeText, standText } from "../wording.js";
import { courseOf, Head, Section, Table, VerdictWord, type T } from "./parts.js";

const Lines = ({
  lines,
  language,
  t,
}: {
  readonly lines: readonly ReportLine[];
  readonly language: Language;
  readonly t: T;
}): JSX.Element => (
  <Table columns={[headings.indicator, headings.value, headings.norm, headings.verdict, headings.explanation]} t={t}>
    {lines.map((line) => (
      <tr key={`${line.indicator} ${t(scopeText(line.scope))}`}>
        <th scope="row">
          {t(line.title)}
          <span class="small">{t(scopeText(line.scope))}</span>
        </th>
        <td class="number">{t(line.display)}</td>
        <td>{line.norm === null ? dash : t(normWords(line.norm, line.unit))}</td>
        <td>{line.role === "judged" ? <VerdictWord line={line} t={t} /> : t(notJudged)}</td>
        <td>
          {line.explanations[language]}
          {line.notes.map((note) => (
            <span class="small" key={note.en}>
              {t(note)}
            </span>
          ))}
          <span class="small">{t(line.sources)}</span>
        </td>
      </tr>
    ))}
  </Table>
);

function Rents({ table, t }: { readonly table: LabelsByRent; readonly t: T }): JSX.Element {
  const { head, rows } = labelRentTable(table);
  return (
    <Section title={titles.labelsByRent} t={t}>
      <Table columns={head} t={t}>
        {rows.map(([label, ...cells]) => (
          <tr key={t(label!)}>
            <th scope="row">{t(label!)}</th>
            {cells.map((cell, at) => (
              <td class="number" key={at}>
                {t(cell)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function Courses({
  lines,
  language,
  t,
}: {
  readonly lines: readonly ReportLine[];
  readonly language: Language;
  readonly t: T;
}): JSX.Element | null {
  const drawn = lines.filter(
    (line) => line.norm !== null && line.trend.filter(({ value }) => value !== null).length > 1,
  );
  if (drawn.length === 0) return null;
  return (
    <Section title={titles.courses} t={t}>
      <div class="charts">
        {drawn.map((line) => (
          <figure key={line.indicator}>
            <figcaption>{t(line.title)}</figcaption>
            <Course title={t(line.title)} unit={line.unit} {...courseOf(line, language)} language={language} />
          </figure>
        ))}
      </div>
    </Section>
  );
}

export interface AnnexParts {
  readonly report: Report;
  readonly issues: readonly Issue[];
  readonly language: Language;
  /** What changed since the quarter was frozen; null if it was not. */
  readonly frozen: { readonly sheet: string; readonly revisions: readonly Revision[] } | null;
}

/** "75,0% (gehaald)"; a dash if the line is missing. */
const side = (figure: Revision["before"], t: T): string =>
  figure === null
    ? dash
    : figure.verdict === null
      ? t(figure.display)
      : // A promise has a verdict and no figure.
        figure.display.nl === ""
        ? t(figure.verdict)
        : `${t(figure.display)} (${t(figure.verdict)})`;

/**
 * Everything behind the two pages: each figure with its arithmetic, each commitment, the issues found, and the receipt.
 */
export function Annex({ report, issues, language, frozen }: AnnexParts): JSX.Element {
  const t: T = (text) => text[language];
  const themes = Array.from(new Set(report.commitments.map((line) => t(line.theme))));
  return (
    <>
      <h2 class="page">{t(titles.annex)}</h2>
      <Section title={titles.allLines} t={t}>
        <Lines lines={[...mainLines(report), ...otherLines(report)]} language={language} t={t} />
      </Section>
      {report.labelsByRent !== null && <Rents table={report.labelsByRent} t={t} />}
      <Courses lines={mainLines(report)} language={language} t={t} />
      {frozen !== null && (
        <Section title={titles.changed} t={t}>
          {frozen.revisions.length === 0 ? (
            <p>
              {t(
                fill(
                  {
                    nl: "Niets: alles staat zoals op het blad {sheet}.",
                    en: "Nothing: all is as on the sheet {sheet}.",
                  },
                  { sheet: frozen.sheet },
                ),
              )}
            </p>
          ) : (
            <ul>
              {frozen.revisions.map(({ indicator, party, period, title, before, after }) => (
                <li key={`${indicator} ${party ?? ""} ${period}`}>
                  {t(title)}: {side(before, t)} → {side(after, t)}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {issues.length > 0 && (
        <Section title={titles.issues} t={t}>
          <ul>
            {issues.map((issue) => (
              <li key={issue.key}>
                <strong>{[issue.sheet, issue.cell].filter(Boolean).join(" ")}</strong> {t(issue.message)} {t(issue.fix)}{" "}
                <span class="small">
                  {issue.rule}
                  {issue.accepted
                    ? ` · ${t(fill({ nl: "toegelicht door {party} op {day:day}", en: "explained by {party} on {day:day}" }, issue.accepted))}`
                    : ""}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={titles.commitments} t={t}>
        {themes.map((theme) => (
          <Table
            key={theme}
            caption={theme}
            columns={[headings.article, headings.commitment, headings.verdict, headings.status, headings.lead]}
            t={t}
          >
            {report.commitments
              .filter((line) => t(line.theme) === theme)
              .map((line, i) => {
                const reported = reportedText(line);
                return (
                  <tr key={`${line.article} ${i}`}>
                    <td>{t(articleNumber(line))}</td>
                    <th scope="row">
                      {t(line.title)}
                      {line.withoutConsent.length > 0 && (
                        <span class="small">
                          {t({ nl: "Niet akkoord", en: "Does not agree" })}: {line.withoutConsent.join(", ")}
                        </span>
                      )}
                    </th>
                    <td>{line.verdict === "no-norm" ? dash : <VerdictWord line={line} t={t} />}</td>
                    <td>
                      {t(standText(line, report))}
                      {reported !== null && t(reported) !== t(line.statement) && (
                        <span class="small">{t(reported)}</span>
                      )}
                    </td>
                    <td>{t(leadText(line.lead, report))}</td>
                  </tr>
                );
              })}
          </Table>
        ))}
      </Section>
      <Section title={titles.calendar} t={t}>
        <Table columns={[headings.day, headings.article, headings.commitment, headings.lead, headings.done]} t={t}>
          {report.calendar.map((duty) => (
            <tr key={`${duty.day} ${duty.article} ${duty.title.en}`}>
              <td>{t(dayText(duty.day))}</td>
              <td>{t(articleNumber(duty))}</td>
              <th scope="row">{t(duty.title)}</th>
              <td>{t(leadText(duty.lead, report))}</td>
              <td>{t(doneText(duty.done))}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section title={titles.definitions} t={t}>
        <table>
          <Head columns={[headings.definition, headings.choice]} t={t} />
          <tbody>
            {report.definitions.map((definition) => (
              <tr key={definition.name}>
                <th scope="row">
                  {t(definition.label)} <span class="small">{definition.name}</span>
                </th>
                <td>
                  {t(definition.shown)}
                  {definition.chosenHere ? "" : ` (${t({ nl: "standaard", en: "default" })})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={titles.meanings} t={t}>
        <dl>
          {meanings.map(({ word, meaning }) => (
            <div key={word.nl}>
              <dt>
                <dfn>{t(word)}</dfn>
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
