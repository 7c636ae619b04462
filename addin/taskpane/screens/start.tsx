import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { agreementQuarters, quarterText, tablesOf } from "@prestatieafspraken/indicators";
import { Button } from "../button.js";
import { countText } from "../counted.js";
import { severityShown } from "../filter-issues.js";
import { FirstErrors, openAmongAll } from "../first-errors.js";
import { OwnTables } from "../own-tables-form.js";
import { usePane } from "../pane-context.js";
import { NotReadYet } from "../not-read-yet.js";
import type { Startup } from "../session.js";
import { moveToQuarter } from "../next-quarter.js";
import { keepsSettings, writeSetting } from "../settings-cells.js";
import { standing } from "../standing.js";
import { insertTemplate } from "../template-sheets.js";
import { words } from "../words.js";

/** Agreement, quarter and party; what blocks the return; or how to begin. */
export function StartScreen(): JSX.Element {
  const { session, state } = usePane();
  const { ret } = state;
  if (!ret) return <NotReadYet />;
  return (
    <>
      {ret.tables.size === 0 ? <Empty /> : <Blocking />}
      {ret.tables.size > 0 && <Choices />}
      {ret.tables.size > 0 && <Tables />}
      <OwnTables />
      {session.options.startup && <LoadWithWorkbook startup={session.options.startup} />}
    </>
  );
}

function Empty(): JSX.Element {
  const { session, state, t } = usePane();
  const { agreements } = session.options;
  const [chosen, choose] = useState(state.ret?.original.id ?? agreements[0]?.id);
  // Agreements stored in the workbook take precedence over built-in ones.
  const agreement = agreements.find(({ id }) => id === chosen) ?? state.ret?.original;
  return (
    <section class="pa-card">
      <h2>{t(words.start.insert)}</h2>
      <p>{t(words.start.noTables, { sheets: state.sheets.length })}</p>
      <p>{t(words.start.noTablesWhat)}</p>
      {agreements.length > 1 && (
        <label class="pa-field">
          <span>{t(words.start.which)}</span>
          <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            <AgreementOptions />
          </select>
        </label>
      )}
      {agreement && (
        <div class="pa-row">
          <Button
            says={t(words.start.insertEmpty)}
            primary
            onClick={() => void insertTemplate(session, agreement, "none")}
          />
          <Button
            says={t(words.start.insertSample)}
            onClick={() => void insertTemplate(session, agreement, "with-errors")}
          />
          <OtherAgreement />
        </div>
      )}
    </section>
  );
}

function OtherAgreement(): JSX.Element {
  const { session, t } = usePane();
  return (
    <button type="button" class="pa-link" onClick={() => session.go("agreement")}>
      {t(words.start.otherAgreement)}
    </button>
  );
}

function AgreementOptions(): JSX.Element {
  const { session, state, t } = usePane();
  const { agreements } = session.options;
  const own = state.ret?.original;
  // An agreement stored in the workbook is one of the choices.
  const known = own === undefined || agreements.some(({ id }) => id === own.id) ? agreements : [own, ...agreements];
  return (
    <>
      {known.map(({ id, title, municipality, from, until }) => (
        <option key={id} value={id} title={t(title)}>
          {municipality.name} {from.slice(0, 4)}-{until.slice(0, 4)}
        </option>
      ))}
    </>
  );
}

function Blocking(): JSX.Element {
  const { session, state, t } = usePane();
  const { waiting, clear } = standing(state.report, state.party);
  const issues = session.issues();
  const blocking = issues.filter((issue) => severityShown(issue) === "error");
  return (
    <section class={`pa-card ${blocking.length > 0 ? "pa-blocked" : waiting === null ? "pa-clear" : "pa-warned"}`}>
      <h2>{t(words.start.blocks)}</h2>
      {waiting && <p>{t(waiting)}</p>}
      <p class="pa-big">{t(countText(issues))}</p>
      {blocking.length === 0 ? (
        <p>{t(clear)}</p>
      ) : (
        <FirstErrors
          errors={blocking}
          most={3}
          open={(issue) => {
            session.go("checks");
            openAmongAll(session, issue);
          }}
        />
      )}
      <div class="pa-row">
        <Button says={t(words.start.toChecks)} primary onClick={() => session.go("checks")} />
        <Button says={t(words.start.toIndicators)} onClick={() => session.go("indicators")} />
      </div>
    </section>
  );
}

function Choices(): JSX.Element {
  const { session, state, t } = usePane();
  const ret = state.ret!;
  const { agreement, settings, quarters } = ret;
  const kept = keepsSettings(session);
  const choices = [
    ...new Set([...agreementQuarters(agreement), ...quarters, ...(settings.quarter ? [settings.quarter] : [])]),
  ].sort();
  const chooseQuarter = (quarter: string): void => {
    if (kept) {
      void moveToQuarter(session, quarter).then((moved) => {
        if (!moved) void writeSetting(session, "Verslagkwartaal", quarter);
      });
      return;
    }
    session.store.set({ quarter });
    void session.check({ quietly: true });
  };
  return (
    <section class="pa-card">
      <h2 class="pa-unseen">{t(words.start.agreement)}</h2>
      <label class="pa-field">
        <span>{t(words.start.agreement)}</span>
        <select
          value={agreement.id}
          disabled={!kept}
          onChange={(event) => void writeSetting(session, "Afspraak", event.currentTarget.value)}
        >
          <AgreementOptions />
        </select>
      </label>
      <label class="pa-field">
        <span>{t(words.start.quarter)}</span>
        <select value={settings.quarter ?? ""} onChange={(event) => chooseQuarter(event.currentTarget.value)}>
          {settings.quarter === null && <option value="">{t(words.start.quarterUnknown)}</option>}
          {choices.map((quarter) => (
            <option key={quarter} value={quarter}>
              {t(quarterText(quarter))}
            </option>
          ))}
        </select>
      </label>
      <p class="pa-help">{t(kept ? words.start.kept : words.start.noSettings)}</p>
      <OtherAgreement />
      <PartyChoice />
      <p class="pa-help">{t(words.start.partyHelp)}</p>
    </section>
  );
}

/** Chooses the party whose issues and figures are shown. */
export function PartyChoice(): JSX.Element {
  const { session, state, t } = usePane();
  return (
    <label class="pa-field">
      <span>{t(words.start.party)}</span>
      <select value={state.party ?? ""} onChange={(event) => session.lookFor(event.currentTarget.value || null)}>
        <option value="">{t(words.allParties)}</option>
        {state.ret?.agreement.parties.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tables(): JSX.Element {
  const { state, t } = usePane();
  const found = state.ret!.tables;
  return (
    <details class="pa-card">
      <summary>
        {t(words.start.tables)}: {found.size}
      </summary>
      <ul class="pa-plain">
        {tablesOf(state.ret!.original).map((definition) => {
          const table = found.get(definition.name);
          return (
            <li key={definition.name} class="pa-pair">
              <span>{t(definition.title)}</span>
              <span class="pa-faint">
                {table
                  ? t(words.start.tableLine, { rows: table.length, sheet: table.raw.sheet })
                  : t(words.start.notThere)}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function LoadWithWorkbook({ startup }: { readonly startup: Startup }): JSX.Element | null {
  const { session, t } = usePane();
  const [loads, setLoads] = useState<boolean | null>(null);
  useEffect(() => {
    // Hides the choice if the host cannot answer.
    startup.loadsWithWorkbook().then(setLoads, () => setLoads(null));
  }, [startup]);
  if (loads === null) return null;
  const choose = (load: boolean): void =>
    void session.attempt(words.busy.writing, async () => {
      await startup.loadWithWorkbook(load);
      setLoads(load);
    });
  return (
    <section class="pa-card">
      <label class="pa-tick">
        <input type="checkbox" checked={loads} onChange={(event) => choose(event.currentTarget.checked)} />
        <span>{t(words.start.startup)}</span>
      </label>
      <p class="pa-help">{t(words.start.startupHelp)}</p>
    </section>
  );
}
