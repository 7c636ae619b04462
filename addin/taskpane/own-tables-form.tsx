import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { untranslated, type Text } from "@prestatieafspraken/indicators";
import {
  tables as definitions,
  type Mapping,
  type ReturnTable,
  type SheetTable,
  type TableDefinition,
} from "@prestatieafspraken/quarterly";
import { Button } from "./button.js";
import { previewOf } from "./column-values.js";
import {
  fits,
  forgetTable,
  missingIn,
  profileOf,
  propose,
  rememberTable,
  takeProfile,
  type Proposal,
} from "./own-tables.js";
import { saveFile } from "./save-file.js";
import { usePane } from "./pane-context.js";
import { words } from "./words.js";

/** A form to map the user's own tables to tables of the return, column by column. Stored in the workbook. */
export function OwnTables(): JSX.Element {
  const { session, state, t } = usePane();
  const blocks = useMemo(() => withHeaders(state.blocks), [state.blocks]);
  const found = state.ret?.tables;
  const remembered = Object.keys(state.mapping);
  return (
    <details class="pa-card">
      <summary>{t(words.mapping.title)}</summary>
      <p class="pa-help">{t(words.mapping.what)}</p>
      {remembered.length > 0 && (
        <>
          <h3>{t(words.mapping.remembered)}</h3>
          <ul class="pa-plain">
            {remembered.map((table) => (
              <li key={table} class="pa-pair">
                <span>
                  {t(titleOf(table))} ← {state.mapping[table]?.table ?? state.mapping[table]?.sheet}
                  {!pointsAt(state.mapping[table], blocks) && (
                    <strong class="pa-error"> ({t(words.mapping.notThere)})</strong>
                  )}
                </span>
                <button type="button" class="pa-link" onClick={() => void forgetTable(session, table)}>
                  {t(words.mapping.forget, { table: titleOf(table) })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Profile />
      <PointOut
        blocks={blocks}
        found={found ?? new Map<string, ReturnTable>()}
        action={words.mapping.save}
        done={({ definition, block, said }) => void rememberTable(session, definition, block, said)}
      />
    </details>
  );
}

/** A mapping in progress: a list, the table it represents, and the mapping of its columns. */
export interface PointedOut {
  readonly definition: TableDefinition;
  readonly block: SheetTable;
  readonly said: Proposal;
}

/** Blocks with a header row. */
export const withHeaders = (blocks: readonly SheetTable[]): readonly SheetTable[] =>
  blocks.filter(({ headers }) => headers.some(Boolean));

const titleOf = (table: string): Text => definitions.find(({ name }) => name === table)?.title ?? untranslated(table);

/** Maps a list of the user to a table of the return, column by column; the likeliest mapping is proposed. */
export function PointOut({
  blocks,
  found,
  action,
  done,
}: {
  readonly blocks: readonly SheetTable[];
  /** Tables that were found already. */
  readonly found: ReadonlyMap<string, ReturnTable>;
  /** The label of the button. */
  readonly action: Text;
  readonly done: (pointed: PointedOut) => void;
}): JSX.Element {
  const { t } = usePane();
  const [chosen, choose] = useState<{ table: string; block: number } | null>(null);
  const suggested = useMemo(() => likeliest(found, blocks), [found, blocks]);
  const definition = definitions.find(({ name }) => name === (chosen?.table ?? suggested.table))!;
  const place = chosen?.block ?? suggested.block;
  const block = blocks[place];
  const named = ({ name, headerRow }: SheetTable): string => name ?? t(words.mapping.unnamed, { row: headerRow });
  if (block === undefined) return <p>{t(words.mapping.none)}</p>;
  return (
    <>
      <label class="pa-field">
        <span>{t(words.mapping.theirs)}</span>
        <select
          value={String(place)}
          onChange={(event) => {
            const at = Number(event.currentTarget.value);
            choose({ table: likeliest(found, [blocks[at]!]).table, block: at });
          }}
        >
          {blocks.map((each, i) => (
            <option key={i} value={String(i)}>
              {t(words.mapping.block, { name: named(each), sheet: each.sheet, rows: each.rows.length })}
            </option>
          ))}
        </select>
      </label>
      <label class="pa-field">
        <span>{t(words.mapping.ours)}</span>
        <select
          value={definition.name}
          onChange={(event) => choose({ table: event.currentTarget.value, block: place })}
        >
          {definitions.map(({ name, title }) => (
            <option key={name} value={name}>
              {t(title)}
            </option>
          ))}
        </select>
      </label>
      <Columns
        key={`${definition.name} ${place} ${block.sheet}`}
        definition={definition}
        block={block}
        action={action}
        done={(said) => done({ definition, block, said })}
      />
    </>
  );
}

/** True if the mapped list still exists: it may have been renamed or deleted. */
const pointsAt = (where: Mapping[string] | undefined, blocks: readonly SheetTable[]): boolean =>
  blocks.some(({ name, sheet }) =>
    where?.table === undefined ? sheet === where?.sheet : name?.toLowerCase() === where.table.toLowerCase(),
  );

/**
 * The most likely pair to map: among tables not found and blocks not read, the two most alike. Settings and norms come
 * last, because they are seldom in an own table.
 */
function likeliest(
  found: ReadonlyMap<string, ReturnTable>,
  blocks: readonly SheetTable[],
): { readonly table: string; readonly block: number } {
  const isRead = (block: SheetTable): boolean =>
    [...found.values()].some(
      ({ raw }) =>
        raw.sheet === block.sheet && raw.headerRow === block.headerRow && raw.firstColumn === block.firstColumn,
    );
  const own = definitions.slice(2);
  const absent = own.filter(({ name }) => !found.has(name));
  const pairs = (absent.length > 0 ? absent : own).flatMap((definition) =>
    blocks.map((block, at) => ({
      table: definition.name,
      block: at,
      score: fits(definition, block) - (isRead(block) ? 1 : 0),
    })),
  );
  return pairs.sort((a, b) => b.score - a.score)[0] ?? { table: own[0]!.name, block: 0 };
}

/** The option for a column that the list lacks: one value for every row. */
const fixed = "\u0000vast";

function Columns({
  definition,
  block,
  action,
  done,
}: {
  readonly definition: TableDefinition;
  readonly block: SheetTable;
  readonly action: Text;
  readonly done: (said: Proposal) => void;
}): JSX.Element {
  const { state, t } = usePane();
  const { agreement, settings } = state.ret!;
  const [said, say] = useState<Proposal>(() => propose(definition, block, agreement, settings.quarter));
  const missing = missingIn(definition, said);
  const without = (of: Readonly<Record<string, string>>, header: string): Record<string, string> =>
    Object.fromEntries(Object.entries(of).filter(([ours]) => ours !== header));
  const choose = (header: string, now: string): void => {
    const lookups = Object.fromEntries(Object.entries(said.lookups).filter(([ours]) => ours !== header));
    const headers = without(said.headers, header);
    const constants = without(said.constants, header);
    if (now === fixed) constants[header] = "";
    else if (now !== "") headers[header] = now;
    say({ headers, constants, lookups });
  };
  return (
    <fieldset class="pa-columns">
      <legend>{t(words.mapping.columns)}</legend>
      {definition.fields.map(({ header, required }) => {
        const theirs = said.headers[header];
        const constant = said.constants[header];
        const lookup = said.lookups[header];
        return (
          <div key={header}>
            <label class="pa-field pa-beside">
              <span>
                {header}
                {required === true && <span class="pa-faint"> ({t(words.mapping.required)})</span>}
              </span>
              <select
                value={constant !== undefined ? fixed : (theirs ?? lookup?.from ?? "")}
                onChange={(event) => choose(header, event.currentTarget.value)}
              >
                <option value="">{t(words.mapping.noColumn)}</option>
                <option value={fixed}>{t(words.mapping.fixed)}</option>
                {[...new Set(block.headers.filter(Boolean))].map((own) => (
                  <option key={own} value={own}>
                    {own}
                  </option>
                ))}
              </select>
            </label>
            {constant !== undefined && (
              <label class="pa-field pa-beside">
                <span class="pa-faint">{t(words.mapping.fixedValue, { header })}</span>
                <input
                  value={constant}
                  onInput={(event) =>
                    say({ ...said, constants: { ...said.constants, [header]: event.currentTarget.value } })
                  }
                />
              </label>
            )}
            {(theirs ?? lookup?.from) !== undefined && (
              <p class="pa-help">
                {lookup === undefined
                  ? t(words.mapping.preview, { values: previewOf(block, theirs!) })
                  : t(words.mapping.follows, {
                      from: lookup.from,
                      values: [...new Set(Object.values(lookup.values))].join(", "),
                    })}
              </p>
            )}
          </div>
        );
      })}
      {missing.length > 0 && <p class="pa-help">{t(words.mapping.missing, { headers: missing.join(", ") })}</p>}
      <Button says={t(action)} primary disabled={missing.length > 0} onClick={() => done(said)} />
    </fieldset>
  );
}

/** Saves the mapping as a file for colleagues or the next quarter, and loads such a file. */
function Profile(): JSX.Element {
  const { session, state, t } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const hasAny = Object.keys(state.mapping).length > 0;
  return (
    <div class="pa-row">
      {hasAny && (
        <Button
          says={t(words.mapping.saveProfile)}
          onClick={() => saveFile("lijsten.json", "application/json", profileOf(state.mapping))}
        />
      )}
      <Button says={t(words.mapping.openProfile)} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void file.text().then((text) => takeProfile(session, text));
        }}
      />
    </div>
  );
}
