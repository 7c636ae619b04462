import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Agreement } from "@prestatieafspraken/indicators";
import { Button } from "../button.js";
import { goToCell } from "../issue-actions.js";
import {
  agreementInFile,
  agreementOnSheets,
  isKept,
  newAgreement,
  takeAgreement,
  type AgreementProblem,
  type ReadAgreement,
} from "../own-agreement.js";
import { usePane } from "../pane-context.js";
import { NotReadYet } from "../not-read-yet.js";
import { words } from "../words.js";

/** Maximum number of problems shown at a time; further ones appear once these are solved. */
const most = 25;

/**
 * Starts an agreement on sheets of this workbook, or reads one from a file; checks it, and stores it with the return.
 */
export function AgreementScreen(): JSX.Element {
  const { session, state, t } = usePane();
  const [onSheets, setOnSheets] = useState<ReadAgreement | null>(null);
  useEffect(() => {
    let isLast = true;
    void agreementOnSheets(state.blocks).then((found) => {
      if (isLast) setOnSheets(found);
    });
    return () => {
      isLast = false;
    };
  }, [state.blocks]);
  if (!state.ret) return <NotReadYet />;
  return (
    <>
      {onSheets === null ? (
        <section class="pa-card">
          <h2>{t(words.agreement.make)}</h2>
          <p>{t(words.agreement.makeWhat)}</p>
          <Button says={t(words.agreement.makeSheets)} primary onClick={() => void newAgreement(session)} />
        </section>
      ) : (
        <section class="pa-card">
          <h2>{t(words.agreement.onSheets)}</h2>
          <Checked read={onSheets} />
        </section>
      )}
      <FromFile />
    </>
  );
}

function FromFile(): JSX.Element {
  const { session, t } = usePane();
  const [read, setRead] = useState<{ readonly name: string; readonly what: ReadAgreement } | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const what = await agreementInFile(session, file);
    setRead(what && { name: file.name, what });
  };
  return (
    <section class="pa-card">
      <h2>{t(words.agreement.fromFile)}</h2>
      <p>{t(words.agreement.fromFileWhat)}</p>
      <label class="pa-field">
        <span>{t(words.agreement.choose)}</span>
        <input
          type="file"
          accept=".xlsx,.xlsm,.json"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {read && (
        <section aria-label={read.name}>
          <h3>{read.name}</h3>
          <Checked read={read.what} />
        </section>
      )}
    </section>
  );
}

/** The problems of an agreement; without problems, its contents and the next step. */
function Checked({ read: { agreement, problems } }: { readonly read: ReadAgreement }): JSX.Element {
  const { t } = usePane();
  if (agreement !== null) return <Usable agreement={agreement} />;
  return (
    <>
      <p class="pa-warned pa-inset">{t(words.agreement.problems, { count: problems.length })}</p>
      <ol class="pa-plain">
        {problems.slice(0, most).map((problem, i) => (
          <li key={i}>
            <ProblemLine problem={problem} />
          </li>
        ))}
      </ol>
      {problems.length > most && <p class="pa-help">{t(words.agreement.more, { count: problems.length - most })}</p>}
    </>
  );
}

function ProblemLine({ problem: { at, place, message } }: { readonly problem: AgreementProblem }): JSX.Element {
  const { session, t } = usePane();
  if (at === null)
    return (
      <p>
        {t(place) !== "" && <strong>{t(place)}: </strong>}
        {t(message)}
      </p>
    );
  return (
    <button
      type="button"
      class="pa-link"
      onClick={() => void goToCell(session, { sheet: at.sheet, cell: at.cell, row: null })}
    >
      {t(place)}: {t(message)}
    </button>
  );
}

function Usable({ agreement }: { readonly agreement: Agreement }): JSX.Element {
  const { session, state, t } = usePane();
  const [kept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    void isKept(session, agreement).then(setKept);
  }, [agreement, state.ret]);
  const { commitments, norms, title } = agreement;
  const hasReturn = state.ret!.tables.size > 0;
  const isDone = kept === true && hasReturn && state.ret!.original.id === agreement.id;
  return (
    <>
      <p>{t(words.agreement.usable, { title, commitments: commitments.length, norms: norms.length })}</p>
      {isDone ? (
        <p>{t(words.agreement.inUse)}</p>
      ) : (
        <Button
          says={t(hasReturn ? words.agreement.take : words.agreement.makeReturn)}
          primary
          onClick={() => void takeAgreement(session, agreement)}
        />
      )}
    </>
  );
}
