import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { dayText, fill, listed, type Text } from "@prestatieafspraken/indicators";
import {
  changesNothing,
  isAboutQuarter,
  planSentence,
  shownValue,
  table as definitionOf,
  type Choice,
  type Contradiction,
} from "@prestatieafspraken/quarterly";
import { choose, leaveOut, putIn, takeIn, undecided } from "../collect.js";
import { Delivered } from "../delivered.js";
import type { Incoming } from "../incoming.js";
import { usePane } from "../pane-context.js";
import { Reading } from "../reading.js";
import { words } from "../words.js";

/** Collects the parties' returns: choose files, resolve contradictions, and see who is missing. */
export function CollectScreen(): JSX.Element {
  const { state } = usePane();
  if (!state.ret) return <Reading />;
  return (
    <>
      <Pick />
      {state.incoming.map((incoming) => (
        <IncomingReturn key={incoming.file} incoming={incoming} />
      ))}
      {state.report && <Delivered report={state.report} />}
      <ReceivedList />
    </>
  );
}

/** Where files are dropped or chosen. */
function Pick(): JSX.Element {
  const { session, t } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    if (files && files.length > 0) void takeIn(session, Array.from(files));
  };
  return (
    <section
      class={over ? "pa-card pa-drop pa-over" : "pa-card pa-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        // Keeps the surrounding page from opening the dropped file.
        event.stopPropagation();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <h2>{t(words.collect.add)}</h2>
      <p>{t(words.collect.what)}</p>
      <label class="pa-field">
        <span>{t(words.collect.choose)}</span>
        <input
          ref={input}
          type="file"
          multiple
          accept=".xlsx,.xlsm,.ods,.csv"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </label>
      <p class="pa-help">{t(words.collect.safe)}</p>
    </section>
  );
}

function IncomingReturn({ incoming }: { readonly incoming: Incoming }): JSX.Element {
  const { session, t } = usePane();
  const { file, plan, choices } = incoming;
  const open = undecided(incoming);
  // The question about the quarter comes first, because the others depend on it.
  const contradictions = plan.contradictions
    .slice()
    .sort((a, b) => Number(isAboutQuarter(b)) - Number(isAboutQuarter(a)));
  return (
    <section class="pa-card" aria-label={file}>
      <h2>{file}</h2>
      <p>{t(planSentence(plan))}.</p>
      {plan.quarter !== null && <p>{t(words.collect.takesQuarter, { quarter: plan.quarter.to })}</p>}
      {plan.leftOut.length > 0 && (
        <p class="pa-warned pa-inset">
          {t(words.collect.leftOut, {
            headers: listed(plan.leftOut.map(({ table, header }) => `${header} (${t(definitionOf(table)!.title)})`)),
          })}
        </p>
      )}
      {contradictions.length > 0 && (
        <ol class="pa-plain">
          {contradictions.map((one) => (
            <li key={one.key}>
              <Contradicting
                one={one}
                file={file}
                chosen={choices.get(one.key)}
                decide={(choice) => choose(session, file, one.key, choice)}
              />
            </li>
          ))}
        </ol>
      )}
      {open > 0 && <p class="pa-help">{t(words.collect.open, { n: open })}</p>}
      <div class="pa-row">
        <button
          type="button"
          class="pa-button pa-primary"
          disabled={changesNothing(plan)}
          onClick={() => void putIn(session, incoming)}
        >
          {t(words.collect.bringIn)}
        </button>
        <button type="button" class="pa-button" onClick={() => leaveOut(session, file)}>
          {t(words.collect.notThisOne)}
        </button>
      </div>
    </section>
  );
}

/** Two contradicting values, and a field for a third. */
function Contradicting({
  one,
  file,
  chosen,
  decide,
}: {
  readonly one: Contradiction;
  readonly file: string;
  readonly chosen: Choice | undefined;
  readonly decide: (choice: Choice) => void;
}): JSX.Element {
  const { t } = usePane();
  const [typed, type] = useState("");
  const typedValue = (text: string): Choice => {
    // If the current value is a number, a typed number is stored as a number.
    const number = typeof one.here.value === "number" && /^-?\d+(?:[.,]\d+)?$/.test(text.trim());
    return { value: number ? Number(text.trim().replace(",", ".")) : text };
  };
  const option = (value: "here" | "there", label: Text, shown: string): JSX.Element => (
    <label class="pa-tick">
      <input type="radio" name={`${file} ${one.key}`} checked={chosen === value} onChange={() => decide(value)} />
      <span>
        {t(label)}: <strong>{shown}</strong>
      </span>
    </label>
  );
  return (
    <fieldset class="pa-contradiction">
      <legend>
        {t(one.tableTitle)} · {one.row} · {one.field}
      </legend>
      {option("here", words.collect.here, shownValue(one.here.shown))}
      {option("there", fill(words.collect.there, { file }), shownValue(one.there.shown))}
      <label class="pa-tick">
        <input
          type="radio"
          name={`${file} ${one.key}`}
          checked={typeof chosen === "object"}
          onChange={() => decide(typedValue(typed))}
        />
        <span>{t(words.collect.another)}</span>
      </label>
      {typeof chosen === "object" && (
        <input
          type="text"
          class="pa-wide"
          aria-label={t(words.collect.anotherValue)}
          value={typed}
          onInput={(event) => {
            type(event.currentTarget.value);
            decide(typedValue(event.currentTarget.value));
          }}
        />
      )}
    </fieldset>
  );
}

/** Returns collected earlier, with file and date. */
function ReceivedList(): JSX.Element | null {
  const { state, t } = usePane();
  if (state.received.length === 0) return null;
  const name = (id: string): string => state.ret?.agreement.parties.find((party) => party.id === id)?.name ?? id;
  return (
    <section class="pa-card">
      <h2>{t(words.collect.received)}</h2>
      <ul class="pa-plain">
        {state.received.map(({ file, day, supplied, hash }) => (
          <li key={hash} class="pa-pair">
            <span>
              {file}
              <span class="pa-faint"> {Object.keys(supplied).map(name).join(", ")}</span>
            </span>
            <span class="pa-faint">{t(dayText(day))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
