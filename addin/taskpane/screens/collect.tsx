import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { dayText, fill, listed, numberText, untranslated, type Text } from "@prestatieafspraken/indicators";
import {
  changesNothing,
  isAboutQuarter,
  fileIssues,
  fileSentence,
  planSentence,
  profilesIn,
  readAsSentences,
  table as definitionOf,
  cellText,
  type CellValue,
  type Choice,
  type Contradiction,
  type ReturnTable,
} from "@prestatieafspraken/quarterly";
import {
  choose,
  chooseAll,
  leaveOut,
  leaveOwn,
  pointOut,
  putAllIn,
  putIn,
  saveProfiles,
  takeIn,
  undecided,
} from "../collect.js";
import { Button } from "../button.js";
import { Delivered } from "../delivered.js";
import type { Incoming, OwnFile } from "../incoming.js";
import { PointOut, withHeaders } from "../own-tables-form.js";
import { usePane } from "../pane-context.js";
import { NotReadYet } from "../not-read-yet.js";
import { words } from "../words.js";

/** Collects the parties' returns: choose files, resolve contradictions, and see who is missing. */
export function CollectScreen(): JSX.Element {
  const { state } = usePane();
  if (!state.ret) return <NotReadYet />;
  return (
    <>
      <Pick />
      {state.ownFiles.map((own) => (
        <OwnLists key={`${own.file} ${Object.keys(own.mapping).length}`} own={own} />
      ))}
      {state.incoming.length > 1 && <All n={state.incoming.length} />}
      {state.incoming.map((incoming) => (
        <IncomingReturn key={incoming.file} incoming={incoming} />
      ))}
      {state.report && <Delivered report={state.report} />}
      <ReceivedList />
      <Profiles />
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
      <label class="pa-button pa-primary pa-pick">
        {t(words.collect.choose)}
        <input
          ref={input}
          class="pa-unseen"
          type="file"
          multiple
          accept=".xlsx,.xlsm,.ods,.csv,.json"
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

/** A file with the user's own lists: maps them once and keeps the mapping under a name. */
function OwnLists({ own }: { readonly own: OwnFile }): JSX.Element {
  const { session, state, t } = usePane();
  const [name, setName] = useState(
    () => own.file.replace(/\.\w+$/, "").replace(/[\s_-]*20\d\d[\s_-]*q?[1-4]?$/i, "") || own.file,
  );
  const taken = new Set(Object.values(own.mapping).map((one) => one.table ?? one.sheet));
  const blocks = useMemo(() => withHeaders(own.blocks).filter((block) => !taken.has(block.name ?? block.sheet)), [own]);
  const read = state.incoming.find(({ file }) => file === own.file)?.ret.tables;
  return (
    <section class="pa-card" aria-label={own.file}>
      <h2>{own.file}</h2>
      <p>{t(words.collect.ownLists)}</p>
      <label class="pa-field">
        <span>{t(words.collect.profileName)}</span>
        <input type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <p class="pa-help">{t(words.collect.profileHelp)}</p>
      <PointOut
        blocks={blocks}
        found={read ?? new Map<string, ReturnTable>()}
        action={words.collect.readList}
        done={(pointed) => void pointOut(session, own, name.trim() || own.file, pointed)}
      />
      <Button
        says={t(Object.keys(own.mapping).length > 0 ? words.collect.ownDone : words.collect.notThisOne)}
        onClick={() => leaveOwn(session, own.file)}
      />
    </section>
  );
}

/** Above this number of contradictions, one button can answer all of them. */
const many = 3;

function All({ n }: { readonly n: number }): JSX.Element {
  const { session, t } = usePane();
  return (
    <section class="pa-card">
      <Button says={t(words.collect.bringAll, { n })} primary onClick={() => void putAllIn(session)} />
      <p class="pa-help">{t(words.collect.bringAllWhat)}</p>
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
      {readAsSentences(incoming).map((sentence) => (
        <p key={sentence.en}>{t(sentence)}</p>
      ))}
      <p>{t(planSentence(plan))}.</p>
      {fileIssues(incoming.ret).map((issue) => (
        <p key={issue.key} class={issue.severity === "info" ? "pa-help" : "pa-warned pa-inset"}>
          {t(fileSentence(issue))}
        </p>
      ))}
      {plan.quarter !== null && <p>{t(words.collect.takesQuarter, { quarter: plan.quarter.to })}</p>}
      {plan.leftOut.length > 0 && (
        <p class="pa-warned pa-inset">
          {t(words.collect.leftOut, {
            headers: listed(plan.leftOut.map(({ table, header }) => `${header} (${t(definitionOf(table)!.title)})`)),
          })}
        </p>
      )}
      {contradictions.length > many && (
        <div class="pa-row">
          <Button says={t(words.collect.allHere)} onClick={() => chooseAll(session, incoming, "here")} />
          <Button says={t(words.collect.allThere, { file })} onClick={() => chooseAll(session, incoming, "there")} />
        </div>
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
        <Button
          says={t(words.collect.bringIn)}
          primary
          disabled={changesNothing(plan)}
          onClick={() => void putIn(session, incoming)}
        />
        <Button says={t(words.collect.notThisOne)} onClick={() => leaveOut(session, file)} />
      </div>
    </section>
  );
}

/** A cell as people write it: 20 mei 2026, 1.671, 545,75. */
const seen = (value: CellValue): Text => {
  if (typeof value === "number") return numberText(value);
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? dayText(value)
    : untranslated(cellText(value));
};

/** Two values side by side, and a third that the user may type. */
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
        {t(one.tableTitle)} · {t(one.row)} · {one.field}
      </legend>
      {option("here", words.collect.here, t(seen(one.here.shown)))}
      {option("there", fill(words.collect.there, { file }), t(seen(one.there.shown)))}
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

/** The mappings this workbook keeps, to save for colleagues. */
function Profiles(): JSX.Element | null {
  const { session, state, t } = usePane();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let here = true;
    void profilesIn(session.workbook).then((found) => here && setNames(found.map(({ name }) => name)));
    return () => {
      here = false;
    };
  }, [session, state.ret, state.notice]);
  if (names.length === 0) return null;
  return (
    <section class="pa-card">
      <h2>{t(words.collect.profiles)}</h2>
      <p>{listed(names)[state.language]}</p>
      {session.workbook.capabilities.savesNoFiles !== true && (
        <>
          <p class="pa-help">{t(words.collect.profilesWhat)}</p>
          <Button says={t(words.collect.profilesSave)} onClick={() => void saveProfiles(session)} />
        </>
      )}
    </section>
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
