import { render, type JSX } from "preact";
import { Course } from "@prestatieafspraken/charts";
import { fill, verdictSigns, verdictWords, type Language, type Text } from "@prestatieafspraken/indicators";
import { lineTitle, type Issue, type Report, type Revision } from "@prestatieafspraken/quarterly";
import { countText } from "./counted.js";
import { courseOf } from "./course-image.js";
import { judgedLines } from "./report-lines.js";
import { words } from "./words.js";

const style = `
body { font: 11pt/1.45 "Segoe UI", system-ui, sans-serif; color: #1b1b1b; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; margin-bottom: .2rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #999; }
td.number { text-align: right; white-space: nowrap; } .small { font-size: .85em; color: #444; display: block; }
figure { margin: 1rem 0; } li { margin-bottom: .3rem; } footer { margin-top: 2rem; font-size: .8em; color: #444; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } tr, figure { break-inside: avoid; } thead { display: table-header-group; } }
`;

interface PageParts {
  readonly report: Report;
  readonly issues: readonly Issue[];
  readonly language: Language;
  /** What changed since the quarter was frozen; null when it was not. */
  readonly frozen: { readonly sheet: string; readonly revisions: readonly Revision[] } | null;
}

function Body({ report, issues, language, frozen }: PageParts): JSX.Element {
  const t = (text: Text): string => text[language];
  const main = judgedLines(report);
  const head = (...columns: readonly Text[]): JSX.Element => (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.en} scope="col">
            {t(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
  const rows = (lines: typeof report.results): JSX.Element => (
    <table>
      {head(words.screen.indicators, words.value, words.norm, words.verdict, words.indicators.arithmetic)}
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.indicator} ${line.scope.party ?? ""} ${line.scope.period}`}>
            <th scope="row">{t(lineTitle(line))}</th>
            <td class="number">{t(line.display)}</td>
            <td>{line.norm ? t(line.norm.display) : "–"}</td>
            <td>
              {line.role === "shown"
                ? t(words.indicators.shownOnly)
                : `${verdictSigns[line.verdict]} ${t(verdictWords[line.verdict])}`}
              {line.signal ? ` · ${t(words.indicators.signal)}` : ""}
            </td>
            <td>
              {t(line.explanations)}
              {line.notes.map((note) => (
                <span key={note.en} class="small">
                  {t(note)}
                </span>
              ))}
              <span class="small">{line.source}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const { receipt } = report;
  return (
    <>
      <header>
        <h1>{t(report.agreement.title)}</h1>
        <p>
          {t(fill(words.page.reportOn, { quarter: report.quarter, day: report.generatedFor }))} ·{" "}
          {t(countText(report.issues))}
        </p>
      </header>
      <main>
        <h2>{t(words.title.indicators)}</h2>
        {rows(main)}
        {main.map((line) => {
          const course = courseOf(line, line.norm ? t(line.norm.display) : "");
          return (
            course && (
              <figure key={line.indicator}>
                <figcaption>{t(line.title)}</figcaption>
                <Course {...course} title={t(line.title)} language={language} />
              </figure>
            )
          );
        })}
        <h2>{t(words.indicators.byParty)}</h2>
        {rows(report.results.filter((line) => !main.includes(line)))}
        {frozen && (
          <>
            <h2>{t(words.handOver.revision)}</h2>
            <p>{t(fill(words.handOver.frozenAlready, { quarter: report.quarter, sheet: frozen.sheet }))}</p>
            {frozen.revisions.length === 0 ? (
              <p>{t(words.handOver.noRevision)}</p>
            ) : (
              <table>
                {head(words.screen.indicators, words.handOver.frozenAs, words.checks.before)}
                <tbody>
                  {frozen.revisions.map(({ indicator, party, period, title, before, after }) => (
                    <tr key={`${indicator} ${party ?? ""} ${period}`}>
                      <th scope="row">{t(title)}</th>
                      <td>{before ? before.display : t(words.handOver.wasNotThere)}</td>
                      <td>{after ? t(after.display) : t(words.handOver.isGone)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </>
        )}
        {report.tensions.length > 0 && (
          <>
            <h2>{t(words.indicators.tensions)}</h2>
            <ul>
              {report.tensions.map((tension) => (
                <li key={tension.id}>{t(tension.explanation)}</li>
              ))}
            </ul>
          </>
        )}
        {issues.length > 0 && (
          <>
            <h2>{t(words.page.issues)}</h2>
            <ul>
              {issues.map((issue, i) => (
                <li key={i}>
                  <strong>
                    {t(words.checks.severity[issue.severity])} {issue.rule}
                  </strong>{" "}
                  {[issue.sheet, issue.cell].filter(Boolean).join("!")} {t(issue.message)}
                  {issue.accepted && <span class="small">{t(fill(words.checks.accepted, issue.accepted))}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>{t(words.indicators.numbered)}</h2>
        <table>
          {head(words.start.agreement, words.verdict, words.start.party)}
          <tbody>
            {report.commitments.map((line) => (
              <tr key={line.article}>
                <th scope="row">
                  {line.article} {t(line.title)}
                  {line.withoutConsent.length > 0 && (
                    <span class="small">
                      {t(fill(words.indicators.withoutConsent, { names: line.withoutConsent.join(", ") }))}
                    </span>
                  )}
                </th>
                <td>
                  {line.kind === "effort" || line.kind === "trend"
                    ? t(line.statement)
                    : `${verdictSigns[line.verdict]} ${t(verdictWords[line.verdict])} · ${t(line.statement)}`}
                  {line.reported && (
                    <span class="small">{t(fill(words.indicators.reported, { status: line.reported.status }))}</span>
                  )}
                </td>
                <td>{line.lead.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{t(words.page.definitions)}</h2>
        <ul>
          {report.definitions.map(({ name, value, chosenHere }) => (
            <li key={name}>
              {name}: {value || "–"}
              {chosenHere ? "" : ` (${t(words.page.standard)})`}
            </li>
          ))}
        </ul>
      </main>
      <footer>
        {t(fill(words.page.receipt, { ...receipt, versions: "" }))}
        {Object.entries(receipt.versions).map(([name, version]) => ` · ${name} ${version}`)}
      </footer>
    </>
  );
}

/** The report as one HTML file: no script, nothing fetched, prints well, usable with a screen reader. */
export function reportPage(parts: PageParts): string {
  const page = document.implementation.createHTMLDocument(
    `${parts.report.agreement.title[parts.language]} · ${parts.report.quarter}`,
  );
  page.documentElement.lang = parts.language;
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  page.head.prepend(charset);
  render(<Body {...parts} />, page.body);
  // Put in as text: the pane's own page allows no style but its own files, and this page is not shown there.
  const html = `<!doctype html>\n${page.documentElement.outerHTML.replace("</head>", () => `<style>${style}</style></head>`)}\n`;
  render(null, page.body);
  return html;
}
