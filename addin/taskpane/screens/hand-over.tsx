import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { untranslated, type Text } from "@prestatieafspraken/indicators";
import {
  changedInputs,
  notReceived,
  table as definitionOf,
  type CellValue,
  type ChangedInput,
  type Report,
  type Revision,
} from "@prestatieafspraken/quarterly";
import { Button } from "../button.js";
import { countText } from "../counted.js";
import { freezeQuarter, frozenRows, nextFrozenSheet, revisionOf } from "../frozen.js";
import { goToCell } from "../issue-actions.js";
import { drawable, insertCharts } from "../native-charts.js";
import { nextQuarter, startNextQuarter } from "../next-quarter.js";
import { usePane } from "../pane-context.js";
import { NotReadYet } from "../not-read-yet.js";
import { MailText, SaveReport } from "../report-exports.js";
import { makeRegion } from "../side-by-side.js";
import { words } from "../words.js";

/** Freezes a quarter, starts the next one, and exports the report. */
export function HandOverScreen(): JSX.Element {
  const { session, state, t } = usePane();
  // Everything that leaves the workbook, or is frozen, uses the published report.
  const { published: report, reportProblem } = state;
  return (
    <>
      {!state.ret ? (
        <NotReadYet />
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
      <Region />
    </>
  );
}

/** The returns of several municipalities, as one workbook. */
function Region(): JSX.Element {
  const { session, t } = usePane();
  return (
    <section class="pa-card">
      <h2>{t(words.handOver.region)}</h2>
      <p>{t(words.handOver.regionWhat)}</p>
      <label class="pa-button pa-pick">
        {t(words.handOver.regionChoose)}
        <input
          class="pa-unseen"
          type="file"
          multiple
          accept=".xlsx,.xlsm,.ods"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            if (files.length > 0) void makeRegion(session, files);
          }}
        />
      </label>
    </section>
  );
}

function Freeze({ report }: { readonly report: Report }): JSX.Element {
  const { state, t } = usePane();
  const [asking, ask] = useState(false);
  const frozen = frozenRows(state.blocks, report);
  const { quarter } = report;
  return (
    <section class="pa-card">
      <h2>{t(words.handOver.freeze)}</h2>
      {frozen ? (
        <>
          <p>{t(words.handOver.frozenAlready, { quarter, sheet: frozen.sheet })}</p>
          <Changed report={report} rows={frozen.rows} />
        </>
      ) : (
        <p>{t(words.handOver.freezeWhat, { sheet: nextFrozenSheet(state.blocks, report, state.language) })}</p>
      )}
      {asking ? (
        <AskFreeze report={report} done={() => ask(false)} />
      ) : (
        <button type="button" class={frozen ? "pa-button" : "pa-button pa-primary"} onClick={() => ask(true)}>
          {frozen ? t(words.handOver.freezeAgain) : t(words.handOver.freezeButton, { quarter })}
        </button>
      )}
    </section>
  );
}

/** Asks who freezes the quarter and on which date, and shows what is not ready. */
function AskFreeze({ report, done }: { readonly report: Report; readonly done: () => void }): JSX.Element {
  const { session, state, t } = usePane();
  const [by, setBy] = useState("");
  const [day, setDay] = useState(session.options.today);
  const [reason, setReason] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const complete = by.trim() !== "" && day !== "" && (report.ready || reason.trim() !== "");
  const go = (event: Event): void => {
    event.preventDefault();
    if (!complete) return;
    done();
    void freezeQuarter(session, report, { by: by.trim(), day, ...(reason.trim() !== "" && { reason: reason.trim() }) });
  };
  return (
    <form class="pa-inset" aria-labelledby="pa-freeze-ask" onSubmit={go} noValidate>
      <h3 id="pa-freeze-ask" ref={heading} tabIndex={-1}>
        {t(words.handOver.freezeAsk)}
      </h3>
      <p>{t(words.handOver.freezeAskWhat, { sheet: nextFrozenSheet(state.blocks, report, state.language) })}</p>
      {report.issues.error > 0 && (
        <p class="pa-warned pa-inset">
          {t(words.handOver.freezeErrors, { counts: countText({ ...report.issues, warning: 0, info: 0 }) })}
        </p>
      )}
      {!report.ready && (
        <label class="pa-field">
          <span>
            {t(notReceived(report.delivered) ?? words.handOver.notReady)} {t(words.handOver.freezeReason)}
          </span>
          <input type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
      )}
      <label class="pa-field">
        <span>{t(words.handOver.freezeBy)}</span>
        <input type="text" value={by} autocomplete="name" onInput={(event) => setBy(event.currentTarget.value)} />
      </label>
      <p class="pa-help">{t(words.handOver.freezeByHelp)}</p>
      <label class="pa-field">
        <span>{t(words.handOver.freezeDay)}</span>
        <input type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      </label>
      <div class="pa-row">
        <button type="submit" class="pa-button pa-primary" disabled={!complete}>
          {t(words.handOver.freezeYes)}
        </button>
        <Button says={t(words.cancel)} onClick={done} />
      </div>
    </form>
  );
}

/** Maximum number of changed cells listed. */
const namedChanges = 20;

/** Figures and cells that changed since the freeze; changed verdicts come first. */
function Changed({
  report,
  rows,
}: {
  readonly report: Report;
  readonly rows: readonly (readonly CellValue[])[];
}): JSX.Element {
  const { session, state, t } = usePane();
  const revisions = revisionOf(rows, report);
  const [cells, setCells] = useState<readonly ChangedInput[]>([]);
  const { ret } = state;
  useEffect(() => {
    let here = true;
    if (ret !== null)
      void changedInputs(session.workbook, report.quarter, ret).then((found) => here && setCells(found));
    return () => {
      here = false;
    };
  }, [ret, report, session]);
  const side = (figure: Revision["before"], none: Text): string =>
    figure === null ? t(none) : [t(figure.display), figure.verdict && t(figure.verdict)].filter(Boolean).join(" · ");
  return (
    <>
      <h3>{t(words.handOver.revision)}</h3>
      {revisions.length === 0 ? (
        <p>{t(words.handOver.noRevision)}</p>
      ) : (
        <ul class="pa-plain">
          {revisions.map(({ indicator, party, period, title, before, after, turned }) => (
            <li key={`${indicator} ${party ?? ""} ${period}`} class="pa-revision">
              <p>{t(title)}</p>
              {turned && before?.verdict && after?.verdict && (
                <p class="pa-warned pa-inset">
                  {t(words.handOver.turned, { before: before.verdict, after: after.verdict })}
                </p>
              )}
              <dl class="pa-before-after">
                <div>
                  <dt>{t(words.handOver.frozenAs)}</dt>
                  <dd>{side(before, words.handOver.wasNotThere)}</dd>
                </div>
                <div>
                  <dt>{t(words.checks.before)}</dt>
                  <dd>{side(after, words.handOver.isGone)}</dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
      {cells.length > 0 && (
        <>
          <h3>{t(words.handOver.changedCells)}</h3>
          <ul class="pa-plain">
            {cells.slice(0, namedChanges).map((change, i) => (
              <li key={i}>
                <ChangedLine change={change} />
              </li>
            ))}
            {cells.length > namedChanges && (
              <li class="pa-faint">{t(words.handOver.moreChanges, { n: cells.length - namedChanges })}</li>
            )}
          </ul>
        </>
      )}
    </>
  );
}

/** A changed cell in words, with a link to it. */
function ChangedLine({ change }: { readonly change: ChangedInput }): JSX.Element {
  const { session, t } = usePane();
  const { kind, table, row, field, at } = change;
  const or = (text: Text): Text => (text.nl === "" ? words.handOver.nothingThere : text);
  const line = t(
    { cell: words.handOver.changedCell, added: words.handOver.addedRow, gone: words.handOver.goneRow }[kind],
    { table, row, field, before: or(change.before), after: or(change.after) },
  );
  if (at === null) return <>{line}</>;
  return (
    <button type="button" class="pa-link pa-left" onClick={() => void goToCell(session, { ...at, row: null })}>
      {at.sheet} {kind === "cell" ? at.cell : at.cell.slice(1)}: {line}
    </button>
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
          <Button says={t(words.handOver.chartsButton)} onClick={() => void insertCharts(session, report)} />
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
          <Button
            says={t(words.handOver.startNextButton, { n: count, to })}
            onClick={() => void startNextQuarter(session, next)}
          />
        </>
      )}
    </section>
  );
}
