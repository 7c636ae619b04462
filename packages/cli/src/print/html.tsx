import { renderToStaticMarkup } from "preact-render-to-string";
import type { JSX } from "preact";
import { Course } from "@prestatieafspraken/charts";
import { verdictSigns, verdictWords, type Language, type Text } from "@prestatieafspraken/indicators";
import { reportContentSecurity, type Issue, type Report, type ReportLine } from "@prestatieafspraken/quarterly";
import { countSentence } from "./severity.js";
import { style } from "./report-style.js";
import { doneText, headings, mainLines, normText, otherLines, reportedText, scopeText } from "./wording.js";

type T = (text: Text) => string;

const Verdict = ({
  line,
  t,
}: {
  line: Pick<ReportLine, "verdict"> & Partial<Pick<ReportLine, "signal">>;
  t: T;
}): JSX.Element => (
  <span class={`verdict ${line.verdict}`}>
    <span aria-hidden="true">{verdictSigns[line.verdict]}</span> {t(verdictWords[line.verdict])}
    {line.signal ? <span class="signal"> · {t({ nl: "signaal", en: "signal" })}</span> : null}
  </span>
);

const Head = ({ columns, t }: { columns: readonly Text[]; t: T }): JSX.Element => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th scope="col" key={column.en}>
          {t(column)}
        </th>
      ))}
    </tr>
  </thead>
);

function Lines({
  lines,
  language,
  t,
  caption,
}: {
  lines: readonly ReportLine[];
  language: Language;
  t: T;
  caption: Text;
}): JSX.Element {
  return (
    <table>
      <caption>{t(caption)}</caption>
      <Head
        columns={[headings.indicator, headings.value, headings.norm, headings.verdict, headings.explanation]}
        t={t}
      />
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.indicator} ${scopeText(line.scope, language)}`}>
            <th scope="row">
              {t(line.title)}
              <span class="about">{scopeText(line.scope, language)}</span>
            </th>
            <td class="number">{line.value === null ? "–" : t(line.display)}</td>
            <td>{normText(line, language)}</td>
            <td>
              {line.role === "judged" ? <Verdict line={line} t={t} /> : t({ nl: "ter info", en: "for information" })}
            </td>
            <td>
              {line.explanations[language]}
              {line.notes.map((note) => (
                <span class="note" key={note.en}>
                  {t(note)}
                </span>
              ))}
              <span class="source">{line.source}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Trends({
  lines,
  language,
  t,
}: {
  lines: readonly ReportLine[];
  language: Language;
  t: T;
}): JSX.Element | null {
  const drawn = lines.filter(
    (line) => line.trend.filter((point) => point.value !== null).length > 1 && line.norm?.value !== null,
  );
  if (drawn.length === 0) return null;
  return (
    <section>
      <h2>{t({ nl: "Verloop per kwartaal", en: "Course by quarter" })}</h2>
      <div class="charts">
        {drawn.map((line) => {
          const norm =
            line.norm && line.norm.value !== null
              ? { value: line.norm.value, display: t(line.norm.display).split(" (")[0] ?? "" }
              : null;
          const points = line.trend.map(({ quarter, value }) => ({ name: quarter, value }));
          return (
            <figure key={line.indicator}>
              <figcaption>{t(line.title)}</figcaption>
              <Course title={t(line.title)} unit={line.unit} {...{ points, norm, language }} />
            </figure>
          );
        })}
      </div>
    </section>
  );
}

function Page({
  report,
  issues,
  language,
}: {
  report: Report;
  issues: readonly Issue[];
  language: Language;
}): JSX.Element {
  const t: T = (text) => text[language];
  const main = mainLines(report);
  const themes = [...new Set(report.commitments.map((line) => t(line.theme)))];
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={reportContentSecurity} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t(report.agreement.title)} · ${report.quarter}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <h1>{t(report.agreement.title)}</h1>
          <p>
            {t({ nl: "Rapport over", en: "Report on" })} {report.quarter} · {t({ nl: "peildag", en: "day" })}{" "}
            {report.generatedFor} · {t(countSentence(report.issues))}
          </p>
        </header>
        <main>
          <section>
            <h2>{t({ nl: "Waar staat elke norm", en: "Where every norm stands" })}</h2>
            <Lines
              lines={main}
              language={language}
              t={t}
              caption={{ nl: "Alle partijen samen", en: "All parties together" }}
            />
          </section>
          <Trends lines={main} language={language} t={t} />
          <section>
            <h2>{t({ nl: "Per partij, en signalen", en: "By party, and signals" })}</h2>
            <Lines
              lines={otherLines(report)}
              language={language}
              t={t}
              caption={{
                nl: "Per partij en per kwartaal; een signaal is geen oordeel",
                en: "By party and by quarter; a signal is no verdict",
              }}
            />
          </section>
          {report.tensions.length > 0 ? (
            <section>
              <h2>
                {t({
                  nl: "Waar tekst en rekensom van de afspraken verschillen",
                  en: "Where text and arithmetic of the agreement differ",
                })}
              </h2>
              <ul>
                {report.tensions.map((tension) => (
                  <li key={tension.id}>{t(tension.explanation)}</li>
                ))}
              </ul>
            </section>
          ) : null}
          {issues.length > 0 ? (
            <section>
              <h2>{t({ nl: "Wat de controle vond", en: "What the check found" })}</h2>
              <ul>
                {issues.map((issue) => (
                  <li key={issue.key}>
                    <strong>{issue.rule}</strong> {[issue.sheet, issue.cell].filter(Boolean).join("!")}{" "}
                    {t(issue.message)} {t(issue.fix)}
                    {issue.accepted
                      ? ` ${t({ nl: "Toegelicht door", en: "Explained by" })} ${issue.accepted.party}: ${issue.accepted.sentence}`
                      : ""}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section>
            <h2>{t({ nl: "Alle afspraken", en: "All commitments" })}</h2>
            {themes.map((theme) => (
              <table key={theme}>
                <caption>{theme}</caption>
                <Head
                  columns={[headings.article, headings.commitment, headings.verdict, headings.status, headings.lead]}
                  t={t}
                />
                <tbody>
                  {report.commitments
                    .filter((line) => t(line.theme) === theme)
                    .map((line) => {
                      const reported = reportedText(line);
                      return (
                        <tr key={line.article}>
                          <td>{line.article}</td>
                          <th scope="row">
                            {t(line.title)}
                            {line.withoutConsent.length > 0 ? (
                              <span class="note">
                                {t({ nl: "Niet akkoord", en: "Does not agree" })}: {line.withoutConsent.join(", ")}
                              </span>
                            ) : null}
                          </th>
                          <td>
                            <Verdict line={line} t={t} />
                          </td>
                          <td>
                            {t(line.statement)}
                            {reported ? <span class="note">{t(reported)}</span> : null}
                          </td>
                          <td>{line.lead.join(", ")}</td>
                        </tr>
                      );
                    })}
                </tbody>
              </table>
            ))}
          </section>
          <section>
            <h2>{t({ nl: "Kalender", en: "Calendar" })}</h2>
            <table>
              <caption>
                {t({ nl: "Wat wanneer klaar of gehouden moet zijn", en: "What is due or to be held when" })}
              </caption>
              <Head
                columns={[headings.day, headings.article, headings.commitment, headings.lead, headings.done]}
                t={t}
              />
              <tbody>
                {report.calendar.map((duty) => (
                  <tr key={`${duty.day} ${duty.article} ${duty.title.en}`}>
                    <td>{duty.day}</td>
                    <td>{duty.article}</td>
                    <th scope="row">{t(duty.title)}</th>
                    <td>{duty.lead.join(", ")}</td>
                    <td>{t(doneText(duty.done))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section>
            <h2>{t({ nl: "Gekozen definities", en: "Definitions chosen" })}</h2>
            <table>
              <caption>
                {t({ nl: "Waar de afspraken een keuze openlaten", en: "Where the agreement leaves a choice open" })}
              </caption>
              <Head columns={[headings.definition, headings.choice]} t={t} />
              <tbody>
                {report.definitions.map((definition) => (
                  <tr key={definition.name}>
                    <th scope="row">{definition.name}</th>
                    <td>
                      {definition.value}
                      {definition.chosenHere ? "" : ` (${t({ nl: "standaard", en: "default" })})`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </main>
        <footer>
          <p>
            {t({ nl: "Gemaakt voor", en: "Made for" })} {report.generatedFor} · {report.receipt.agreement} (sha-256{" "}
            {report.receipt.agreementHash}) · {t({ nl: "invoer", en: "input" })} sha-256 {report.receipt.inputHash} ·{" "}
            {Object.entries(report.receipt.versions)
              .map(([name, number]) => `${name} ${number}`)
              .join(", ")}
          </p>
        </footer>
      </body>
    </html>
  );
}

/** The report as one HTML file: no script, nothing fetched, prints well, usable with a screen reader. */
export const printHtml = (report: Report, issues: readonly Issue[], language: Language): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Page report={report} issues={issues} language={language} />)}\n`;
