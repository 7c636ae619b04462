import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  answerOf,
  call,
  fn,
  functions,
  liveContext,
  movedBy,
  type CallContext,
  type FormulaAnswer,
} from "@prestatieafspraken/functions";
import { quarterText, untranslated, type Argument, type Choice, type Language } from "@prestatieafspraken/indicators";
import type { CellRange, Return } from "@prestatieafspraken/quarterly";
import { parseCell } from "@prestatieafspraken/xlsx";
import { Button } from "./button.js";
import { formulaOf, inputsOf, reference, type Part } from "./formula-parts.js";
import { formulaWords } from "./formula-words.js";
import { insertFormula } from "./live-formula.js";
import { usePane } from "./pane-context.js";
import { words } from "./words.js";

/**
 * Builds a formula: choose a function, type its arguments or pick them from the sheet, see the result, and insert it in
 * the selected cell.
 */
export function FormulaBuilder(): JSX.Element {
  const { session, state, t } = usePane();
  const { language, ret } = state;
  const [id, setId] = useState("SOCIALSHARE");
  const [parts, setParts] = useState<Readonly<Record<string, Part>>>({});
  const called = fn(id)!;
  const put = (name: string, part: Part): void => setParts({ ...parts, [name]: part });
  const shown = formulaOf(called, parts, language, language === "nl" ? ";" : ",");
  const stored = formulaOf(called, parts, language);
  return (
    <>
      <p class="pa-help">{t(formulaWords.what)}</p>
      <label class="pa-field">
        <span>{t(formulaWords.function)}</span>
        <select
          value={id}
          onChange={(event) => {
            setId(event.currentTarget.value);
            setParts({});
          }}
        >
          {functions.map((each) => (
            <option key={each.id} value={each.id}>
              {each.id}: {t(each.title)}
            </option>
          ))}
        </select>
      </label>
      <p class="pa-faint">{t(called.meaning)}</p>
      {called.arguments.map((argument) => (
        <ArgumentField
          key={`${id} ${argument.name}`}
          argument={argument}
          part={parts[argument.name] ?? ""}
          put={(part) => put(argument.name, part)}
        />
      ))}
      <p>
        <code>{shown}</code>
      </p>
      <Preview answer={answerOf(call(id, inputsOf(called, parts, language), contextOf(ret, language)), language)} />
      <Button says={t(formulaWords.insert)} onClick={() => void insertFormula(session, stored)} />
      <Trace />
    </>
  );
}

const contextOf = (ret: Return | null, language: Language): CallContext =>
  ret === null ? { language, live: null } : liveContext(ret, { language });

/** The options for an argument; none if any value is allowed. */
function choicesOf({ kind, choices }: Argument, ret: Return | null): readonly Choice[] {
  if (choices) return choices;
  if (kind === "quarter") return (ret?.quarters ?? []).map((value) => ({ value, label: quarterText(value) }));
  if (kind === "party")
    return (ret?.agreement.parties ?? []).map(({ name }) => ({ value: name, label: untranslated(name) }));
  if (kind === "indicator")
    return functions.flatMap(({ id, live, indicator }) =>
      live && indicator !== null ? [{ value: id, label: indicator.title }] : [],
    );
  return [];
}

function ArgumentField({
  argument,
  part,
  put,
}: {
  readonly argument: Argument;
  readonly part: Part;
  readonly put: (part: Part) => void;
}): JSX.Element {
  const { session, state, t } = usePane();
  const choices = choicesOf(argument, state.ret);
  const [list, help] = [`pa-formula-${argument.name}`, `pa-formula-${argument.name}-help`];
  const pick = async (): Promise<void> => {
    const picked = await session.attempt(words.busy.reading, async () => session.workbook.selectedRange!());
    if (!picked) return;
    if (picked.value === null) session.say({ kind: "problem", text: formulaWords.nothingSelected });
    else put(picked.value);
  };
  return (
    <div>
      <label class="pa-field">
        <span>
          {t(argument.label)}
          {argument.optional && <span class="pa-faint"> ({t(formulaWords.optional)})</span>}
        </span>
        {typeof part !== "string" ? (
          <input value={reference(part)} readOnly aria-describedby={help} />
        ) : choices.length === 0 ? (
          <input type="text" value={part} aria-describedby={help} onInput={(event) => put(event.currentTarget.value)} />
        ) : (
          <input
            type="text"
            list={list}
            value={part}
            aria-describedby={help}
            onInput={(event) => put(event.currentTarget.value)}
          />
        )}
      </label>
      <datalist id={list}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value} label={t(label)} />
        ))}
      </datalist>
      <p class="pa-faint" id={help}>
        {t(argument.help)}
      </p>
      {session.workbook.selectedRange && (
        <div class="pa-row">
          <button type="button" class="pa-link" onClick={() => void pick()}>
            {t(formulaWords.takeSelection)}
            <span class="pa-unseen"> {t(argument.label)}</span>
          </button>
          {typeof part !== "string" && (
            <button type="button" class="pa-link" onClick={() => put("")}>
              {t(formulaWords.typeInstead)}
              <span class="pa-unseen"> {t(argument.label)}</span>
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Preview({ answer }: { readonly answer: FormulaAnswer }): JSX.Element {
  const { t } = usePane();
  const { error, rows, display, explanation } = answer;
  return (
    <div role="status" class="pa-preview">
      <p>
        {t(formulaWords.preview)}: <strong>{rows ? t(formulaWords.rows, { n: rows.length }) : display}</strong>
      </p>
      <p class="pa-faint">{error?.message ?? explanation}</p>
    </div>
  );
}

/** Shows which figures count a given row. */
function Trace(): JSX.Element {
  const { session, state, t } = usePane();
  const [at, setAt] = useState<(Pick<CellRange, "sheet"> & { readonly cell: string }) | null>(null);
  const { ret, report } = state;
  const row = at === null ? undefined : parseCell(at.cell.split(":")[0]!)?.row;
  const ids = ret === null || at === null || row === undefined ? [] : movedBy(ret, { sheet: at.sheet, row });
  const look = async (): Promise<void> => {
    const found = await session.attempt(words.busy.reading, () => session.workbook.selection());
    if (found) setAt(found.value);
  };
  return (
    <section>
      <h3>{t(formulaWords.trace)}</h3>
      <p class="pa-help">{t(formulaWords.traceWhat)}</p>
      <Button says={t(formulaWords.trace)} onClick={() => void look()} />
      {at !== null && (
        <div role="status">
          {ids.length === 0 ? (
            <p>{t(formulaWords.traceNone, { cell: at.cell, sheet: at.sheet })}</p>
          ) : (
            <>
              <p>{t(formulaWords.traceSome, { row: String(row), sheet: at.sheet })}</p>
              <ul>
                {ids.map((id) => {
                  const line = report?.results.find(({ indicator, scope }) => indicator === id && scope.party === null);
                  return (
                    <li key={id}>
                      {t(fn(id)!.title)}
                      {line && `: ${t(line.display)}`}
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}
