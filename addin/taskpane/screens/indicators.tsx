import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  articleText,
  capital,
  dayText,
  display,
  documentText,
  Fraction,
  indicator,
  quarterText,
  statusText,
  units,
  verdictWords,
  type Unit,
  type Verdict,
} from "@prestatieafspraken/indicators";
import { mainLines, type CommitmentLine, type Report, type ReportLine } from "@prestatieafspraken/quarterly";
import { courseOf, CourseImage } from "../course-image.js";
import { FormulaMaker } from "../formula-maker.js";
import { insertFormula, liveFormula } from "../live-formula.js";
import { VerdictMark } from "../marks-of-kind.js";
import { usePane } from "../pane-context.js";
import { NotReadYet } from "../not-read-yet.js";
import { Word } from "../term.js";
import { WhatIf } from "../what-if.js";
import { aboutLine, besideLine } from "../report-lines.js";
import { words } from "../words.js";

/** The state of every norm and every commitment. */
export function IndicatorsScreen(): JSX.Element {
  const { state, t } = usePane();
  const { report, reportProblem } = state;
  if (!state.ret) return <NotReadYet />;
  if (!report) return <p>{t(reportProblem ?? (state.busy ? words.busy.reporting : words.indicators.none))}</p>;
  const lines = mainLines(report);
  return (
    <>
      <section>
        <h2>{t(words.indicators.norms)}</h2>
        <Verdicts lines={lines.filter(({ norm }) => norm !== null)} />
        <ul class="pa-plain">
          {[...lines.filter(({ norm }) => norm !== null), ...lines.filter(({ norm }) => norm === null)].map((line) => (
            <Line key={line.indicator} line={line} report={report} />
          ))}
        </ul>
      </section>
      {report.tensions.length > 0 && <Tensions report={report} />}
      <WhatIf />
      <FormulaMaker />
      <Commitments report={report} />
    </>
  );
}

const gravestFirst: readonly Verdict[] = ["missed", "attention", "unknown", "on-track", "met", "no-norm"];

/** Units shown next to the figure; a share has its own sign. */
const counted = new Set<Unit>(["homes", "homes/year", "student units", "lettings", "persons", "meetings"]);

function Figure({ line }: { readonly line: ReportLine }): JSX.Element {
  const { t } = usePane();
  return (
    <span>
      <span class="pa-figure">{t(line.display)}</span>
      {line.value !== null && counted.has(line.unit) && <span class="pa-faint"> {t(units[line.unit].label)}</span>}
    </span>
  );
}

/** The number of norms per verdict. */
function Verdicts({ lines }: { readonly lines: readonly ReportLine[] }): JSX.Element {
  return (
    <ul class="pa-row pa-verdicts">
      {gravestFirst
        .map((verdict) => ({ verdict, n: lines.filter((line) => line.verdict === verdict).length }))
        .filter(({ n }) => n > 0)
        .map(({ verdict, n }) => (
          <li key={verdict}>
            <strong>{n}</strong>{" "}
            <Word word={verdictWords[verdict]}>
              <VerdictMark verdict={verdict} />
            </Word>
          </li>
        ))}
    </ul>
  );
}

function Line({ line, report }: { readonly line: ReportLine; readonly report: Report }): JSX.Element {
  const { state, t } = usePane();
  const [open, setOpen] = useState(false);
  const mine =
    state.party === null
      ? null
      : besideLine(report, line)
          .filter(({ scope }) => scope.party === state.party)
          .sort((a, b) => Number(a.role === "shown") - Number(b.role === "shown"))[0];
  const course = courseOf(line, line.norm ? t(line.norm.display) : "", state.language);
  return (
    <li class="pa-card pa-line">
      <h3>{t(line.title)}</h3>
      <div class="pa-pair">
        <Figure line={line} />
        <Word word={verdictWords[line.verdict]}>
          <VerdictMark verdict={line.verdict} provisional={line.provisional} signal={line.signal} />
        </Word>
      </div>
      <div class="pa-norm">
        <p class="pa-faint">
          {t(words.norm)}: {line.norm ? t(line.norm.display) : t(words.indicators.noNorm)}
        </p>
        {course && <CourseImage course={course} title={t(line.title)} small />}
      </div>
      {/* Shows the reason for an unknown figure at once, not only after a click. */}
      {line.verdict === "unknown" && <p>{t(line.explanations)}</p>}
      {mine && (
        <div class="pa-pair">
          <span>
            {mine.scope.partyName}: {t(mine.display)}
          </span>
          {mine.role === "shown" ? (
            <span class="pa-faint">{t(words.indicators.shownOnly)}</span>
          ) : (
            <VerdictMark verdict={mine.verdict} provisional={mine.provisional} signal={mine.signal} />
          )}
        </div>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t(words.indicators.details)}
          <span class="pa-unseen"> {t(line.title)}</span>
        </summary>
        {open && <Origin line={line} report={report} />}
      </details>
    </li>
  );
}

/** Where a figure comes from: calculation, definition, source, date. */
function Origin({ line, report }: { readonly line: ReportLine; readonly report: Report }): JSX.Element {
  const { session, state, t } = usePane();
  const definition =
    indicator(line.indicator)?.definition ??
    state.ret?.agreement.indicators.find(({ id }) => id === line.indicator)?.meaning;
  const course = courseOf(line, line.norm ? t(line.norm.display) : "", state.language);
  const others = besideLine(report, line);
  const formula = liveFormula(line);
  return (
    <>
      {course && <CourseImage course={course} title={t(line.title)} />}
      <dl class="pa-origin">
        <dt>
          <Word word={words.indicators.arithmetic}>{t(words.indicators.arithmetic)}</Word>
        </dt>
        <dd>{t(line.explanations)}</dd>
        {line.notes.length > 0 && (
          <>
            <dt>{t(words.indicators.notes)}</dt>
            {line.notes.map((note) => (
              <dd key={note.en}>{t(note)}</dd>
            ))}
          </>
        )}
        {definition && (
          <>
            <dt>{t(words.indicators.definition)}</dt>
            <dd>{t(definition)}</dd>
          </>
        )}
        <dt>{t(words.indicators.source)}</dt>
        <dd>{t(line.sources)}</dd>
        <dt>
          <Word word={words.indicators.day}>{t(words.indicators.day)}</Word>
        </dt>
        <dd>
          {t(dayText(report.generatedFor))} ({t(quarterText(line.scope.quarter))})
        </dd>
      </dl>
      {others.length > 0 && (
        <div class="pa-scroll" tabIndex={0} role="group" aria-label={t(words.indicators.byParty)}>
          <table>
            <caption>{t(words.indicators.byParty)}</caption>
            <thead>
              <tr>
                <th scope="col">{t(words.indicators.about)}</th>
                <th scope="col">{t(words.value)}</th>
                <th scope="col">{t(words.verdict)}</th>
              </tr>
            </thead>
            <tbody>
              {others.map((other) => (
                <tr key={`${other.scope.party ?? ""} ${other.scope.period}`}>
                  <th scope="row">{aboutLine(other, words.allParties, state.language)}</th>
                  <td>{t(other.display)}</td>
                  <td>
                    {other.role === "shown" ? (
                      t(words.indicators.shownOnly)
                    ) : (
                      <VerdictMark verdict={other.verdict} provisional={other.provisional} signal={other.signal} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {formula && (
        <button type="button" class="pa-button" onClick={() => void insertFormula(session, formula)}>
          {t(words.indicators.insert)}
          <span class="pa-unseen"> {formula}</span>
        </button>
      )}
    </>
  );
}

function Tensions({ report }: { readonly report: Report }): JSX.Element {
  const { t } = usePane();
  return (
    <section>
      <h2>{t(words.indicators.tensions)}</h2>
      <p class="pa-help">{t(words.indicators.tensionsWhat)}</p>
      <ul class="pa-plain">
        {report.tensions.map((tension) => (
          <li key={tension.id} class="pa-card">
            <p class="pa-pair">
              <span>
                {t(words.indicators.agreed)}: <strong>{t(display(new Fraction(tension.agreed), tension.unit))}</strong>
              </span>
              <span>
                {t(words.indicators.computed)}:{" "}
                <strong>{t(display(new Fraction(tension.computed), tension.unit))}</strong>
              </span>
            </p>
            <p>{t(tension.explanation)}</p>
            <p class="pa-faint">{t(documentText(tension.source))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isEffort = ({ kind }: CommitmentLine): boolean => kind === "effort" || kind === "trend";

/** The status of every commitment, those without a number first; never a combined score. */
function Commitments({ report }: { readonly report: Report }): JSX.Element {
  const { state, t } = usePane();
  const name = report.results.find(({ scope }) => scope.party === state.party)?.scope.partyName ?? null;
  const party = state.ret?.agreement.parties.find(({ id }) => id === state.party)?.name ?? name;
  const lines = report.commitments.filter(({ lead }) => state.party === null || party === null || lead.includes(party));
  return (
    <section>
      <h2>{t(words.indicators.commitments)}</h2>
      <p class="pa-help">{t(words.indicators.commitmentsWhat)}</p>
      <Themes lines={lines.filter(isEffort)} />
      <h2>{t(words.indicators.numbered)}</h2>
      <Themes lines={lines.filter((line) => !isEffort(line))} />
    </section>
  );
}

function Themes({ lines }: { readonly lines: readonly CommitmentLine[] }): JSX.Element {
  const { t } = usePane();
  const themes = [...new Set(lines.map(({ theme }) => t(theme)))];
  return (
    <>
      {themes.map((theme) => {
        const own = lines.filter((line) => t(line.theme) === theme);
        return (
          <details key={theme} class="pa-card">
            <summary>
              {theme} ({own.length})
            </summary>
            <ul class="pa-plain">
              {own.map((line) => (
                <Commitment key={line.article} line={line} />
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

function Commitment({ line }: { readonly line: CommitmentLine }): JSX.Element {
  const { t } = usePane();
  return (
    <li class="pa-commitment">
      <p>
        <strong>{t(capital(articleText(line)))}</strong> {t(line.title)}
      </p>
      {!isEffort(line) && <VerdictMark verdict={line.verdict} provisional={line.provisional} />}
      <p>{t(line.statement)}</p>
      <p>
        {line.reported
          ? `${t(words.indicators.reported, { status: t(statusText(line.reported.status)) })}${line.reported.explanation ? `: ${line.reported.explanation}` : ""}`
          : isEffort(line)
            ? t(words.indicators.notReported)
            : null}
      </p>
      <p class="pa-faint">{t(words.indicators.lead, { names: line.lead.join(", ") })}</p>
      {line.withoutConsent.length > 0 && (
        <p class="pa-faint">{t(words.indicators.withoutConsent, { names: line.withoutConsent.join(", ") })}</p>
      )}
    </li>
  );
}
