/** "Bewaard in deze browser": the documents that can be reopened, their versions, and damaged ones. */
import { render } from "preact";
import type { JSX } from "preact";
import { downloadDamaged, forgetEverything, mayReplace, openId, reopen } from "../desk.js";
import { attempt, element, momentOf, t } from "../page.js";
import { words } from "../words.js";
import { newId, type Damaged, type KeptDocument } from "./database.js";
import { copyOf, damagedWork, forget, keptDocuments, keptWork, versionsOf } from "./kept-documents.js";
import { openDocuments } from "./tabs.js";

interface Listed {
  readonly document: KeptDocument;
  readonly isElsewhere: boolean;
  readonly versions: readonly { readonly at: number; readonly bundles: number }[];
}

export async function showKeptList(): Promise<void> {
  const [documents, damaged, inTabs] = await Promise.all([keptDocuments(), damagedWork(), openDocuments()]);
  const listed = await Promise.all(
    documents.map(async (document): Promise<Listed> => ({
      document,
      isElsewhere: inTabs.has(document.id) && document.id !== openId(),
      versions: versionsOf((await keptWork(document.id))?.bundles ?? []),
    })),
  );
  const dialog = element("keptDialog") as HTMLDialogElement;
  render(<List listed={listed} damaged={damaged} />, element("keptList"));
  if (!dialog.open) dialog.showModal();
}

const closeList = (): void => (element("keptDialog") as HTMLDialogElement).close();

const again = (work: () => Promise<unknown>): void =>
  attempt(async () => {
    await work();
    await showKeptList();
  });

/** Opens a document as it is, or an earlier version of it as a copy. */
function openAgain(id: string, bundles?: number): void {
  attempt(async () => {
    const work = await keptWork(id);
    if (work === null) return;
    closeList();
    if (!(await mayReplace())) return;
    const opened = bundles === undefined ? work : await copyOf(work, newId(), Date.now(), bundles);
    const at =
      bundles === undefined ? work.document.changedAt : (work.bundles[bundles - 1]?.at ?? work.document.openedAt);
    await reopen(opened, ({ name }) => t(words.returnedSaved, { name, moment: momentOf(at) }));
  });
}

function stateOf({ document: { id, isDropped, isUnsaved }, isElsewhere }: Listed): string {
  if (id === openId()) return t(words.keptHere);
  if (isElsewhere) return t(words.keptElsewhere);
  return t(isDropped ? words.keptDropped : isUnsaved ? words.keptUnsaved : words.keptSaved);
}

function List({
  listed,
  damaged,
}: {
  readonly listed: readonly Listed[];
  readonly damaged: readonly Damaged[];
}): JSX.Element {
  return (
    <>
      <h2 id="keptTitle">{t(words.keptTitle)}</h2>
      <p>{t(words.keptWhat)}</p>
      {listed.length === 0 && <p>{t(words.keptNothing)}</p>}
      <ul>
        {listed.map((one) => (
          <Line key={one.document.id} {...one} />
        ))}
        {damaged.map(({ id, name, changedAt, bytes, bundles }) => (
          <li key={id}>
            <strong>{name}</strong>: {t(words.keptDamaged, { moment: momentOf(changedAt) })}{" "}
            <button type="button" onClick={() => downloadDamaged({ name, bytes, bundles })}>
              {t(words.keepDamaged)}
            </button>{" "}
            <button type="button" onClick={() => again(() => forget(id))}>
              {t(words.remove)}
            </button>
          </li>
        ))}
      </ul>
      <p class="pa-buttons">
        <button type="button" onClick={() => again(forgetEverything)}>
          {t(words.clear)}
        </button>
        <button type="button" class="pa-main" onClick={closeList}>
          {t(words.close)}
        </button>
      </p>
    </>
  );
}

function Line(one: Listed): JSX.Element {
  const { document, versions, isElsewhere } = one;
  const isHere = document.id === openId();
  return (
    <li>
      <strong>{document.name}</strong>, {momentOf(document.changedAt)}. {stateOf(one)}{" "}
      {!isHere && !isElsewhere && (
        <>
          <button type="button" onClick={() => openAgain(document.id)}>
            {t(words.openAgain)}
            <span class="pa-heard"> {document.name}</span>
          </button>{" "}
          <button type="button" onClick={() => again(() => forget(document.id))}>
            {t(words.remove)}
            <span class="pa-heard"> {document.name}</span>
          </button>
        </>
      )}
      {versions.length > 0 && (
        <details>
          <summary>{t(words.versions)}</summary>
          <ul>
            {versions.map(({ at, bundles }) => (
              <li key={bundles}>
                <button type="button" onClick={() => openAgain(document.id, bundles)}>
                  {momentOf(at)}
                </button>
              </li>
            ))}
            <li>
              <button type="button" onClick={() => openAgain(document.id, 0)}>
                {t(words.asOpened)}
              </button>
            </li>
          </ul>
        </details>
      )}
    </li>
  );
}
