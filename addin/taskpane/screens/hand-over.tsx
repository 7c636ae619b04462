import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { untranslated } from "@prestatieafspraken/indicators";
import { freeze, notReceived, table as definitionOf, type Report } from "@prestatieafspraken/quarterly";
import { countText } from "../counted.js";
import { freezeQuarter, frozenRows, revisionOf } from "../frozen.js";
import { drawable, insertCharts } from "../native-charts.js";
import { nextQuarter, startNextQuarter } from "../next-quarter.js";
import { usePane } from "../pane-context.js";
import { Reading } from "../reading.js";
import { MailText, SaveReport } from "../report-exports.js";
import { words } from "../words.js";

/** Freezes a quarter, starts the next one, and exports the report. */
export function HandOverScreen(): JSX.Element {
  const { session, state, t } = usePane();
  // Everything that leaves the workbook, or is frozen, uses the published report.
  const { published: report, reportProblem } = state;
  return (
    <>
      {!state.ret ? (
        <Reading />
      ) : report ? (
        <>
          <Freeze report={report} />
          <MailText report={report} />
          <SaveReport report={report} />
          {session.workbook.capabilities.charts && <Charts report={report} />}
        </>
      ) : (
        <p>{t(reportProblem ?? words.indicators.none)}</p>
      )}
      <NextQuarter />
    </>
  );
}

function Freeze({ report }: { readonly report: Report }): JSX.Element {
  const { session, state, t } = usePane();
  const [reason, setReason] = useState("");
  const frozen = frozenRows(state.blocks, report);
  const changed = frozen ? revisionOf(frozen.rows, report) : [];
  return (
    <section class="pa-card">
      <h2>{t(words.handOver.freeze)}</h2>
      {frozen ? (
        <>
          <p>{t(words.handOver.frozenAlready, { quarter: report.quarter, sheet: frozen.sheet })}</p>
          <h3>{t(words.handOver.revision)}</h3>
          {changed.length === 0 ? (
            <p>{t(words.handOver.noRevision)}</p>
          ) : (
            <ul class="pa-plain">
              {changed.map(({ indicator, party, period, title, before, after }) => (
                <li key={`${indicator} ${party ?? ""} ${period}`} class="pa-revision">
                  <p>{t(title)}</p>
                  <dl class="pa-before-after">
                    <div>
                      <dt>{t(words.handOver.frozenAs)}</dt>
                      <dd>{before ? before.display : t(words.handOver.wasNotThere)}</dd>
                    </div>
                    <div>
                      <dt>{t(words.checks.before)}</dt>
                      <dd>{after ? t(after.display) : t(words.handOver.isGone)}</dd>
                    </div>
                  </dl>
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p>{t(words.handOver.freezeWhat, { sheet: freeze(report).sheet })}</p>
      )}
      {report.issues.error > 0 && (
        <p class="pa-warned pa-inset">
          {t(words.handOver.freezeErrors, { counts: countText({ ...report.issues, warning: 0, info: 0 }) })}
        </p>
      )}
      {!report.ready && (
        <label class="pa-field">
          {t(notReceived(report.delivered) ?? words.handOver.notReady)} {t(words.handOver.freezeReason)}
          <input type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
      )}
      <button
        type="button"
        class={frozen ? "pa-button" : "pa-button pa-primary"}
        disabled={!report.ready && reason.trim() === ""}
        onClick={() => void freezeQuarter(session, report, reason.trim())}
      >
        {frozen ? t(words.handOver.freezeAgain) : t(words.handOver.freezeButton, { quarter: report.quarter })}
      </button>
    </section>
  );
}

function Charts({ report }: { readonly report: Report }): JSX.Element {
  const { session, t } = usePane();
  return (
    <section class="pa-card">
      <h2>{t(words.handOver.charts)}</h2>
      {drawable(report).length === 0 ? (
        <p>{t(words.handOver.chartsNothing)}</p>
      ) : (
        <>
          <p>{t(words.handOver.chartsWhat)}</p>
          <button type="button" class="pa-button" onClick={() => void insertCharts(session, report)}>
            {t(words.handOver.chartsButton)}
          </button>
        </>
      )}
    </section>
  );
}

function NextQuarter(): JSX.Element | null {
  const { session, state, t } = usePane();
  const next = state.ret && nextQuarter(state.ret);
  if (!next) return null;
  const { from, to, tables, count } = next;
  return (
    <section class="pa-card">
      <h2>{t(words.handOver.startNext)}</h2>
      {count === 0 ? (
        <p>{t(words.handOver.startNextNothing, { from, to })}</p>
      ) : (
        <>
          <p>{t(words.handOver.startNextWhat, { from, to })}</p>
          <ul class="pa-plain">
            {tables.map(({ table, rows }) => (
              <li key={table.definition.name}>
                {t(words.handOver.startNextLine, {
                  table: definitionOf(table.definition.name)?.title ?? untranslated(table.definition.name),
                  n: rows.length,
                })}
              </li>
            ))}
          </ul>
          <button type="button" class="pa-button" onClick={() => void startNextQuarter(session, next)}>
            {t(words.handOver.startNextButton, { n: count, to })}
          </button>
        </>
      )}
    </section>
  );
}
