import { fill, InputError, listed } from "@prestatieafspraken/indicators";
import {
  bringIn,
  changesNothing,
  decidedIn,
  planCollect,
  keepProfile,
  profilesFrom,
  profilesIn,
  profilesText,
  readIncoming,
  receiptFor,
  withMapping,
  WorkbookError,
  type Choice,
  type CollectPlan,
  type Return,
  type SheetTable,
  type TableDefinition,
} from "@prestatieafspraken/quarterly";
import type { Incoming, OwnFile } from "./incoming.js";
import { placeOf, type Proposal } from "./own-tables.js";
import { saveFile } from "./save-file.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** True for a file from a colleague that says how to read the user's own lists. */
const isProfileFile = ({ name }: File): boolean => /\.json$/i.test(name);

/** Saves how the user's own lists are read, as a file for colleagues. */
export async function saveProfiles(session: Session): Promise<void> {
  const file = words.collect.profilesFile[session.state.language];
  saveFile(file, "application/json", profilesText(await profilesIn(session.workbook)));
  session.done(fill(words.collect.profilesSaved, { file }));
}

/** The number of contradictions without a decision. */
export const undecided = ({ plan, choices }: Incoming): number =>
  plan.contradictions.filter(({ key }) => !choices.has(key)).length;

/** The plan for importing a return into the workbook as it is now. */
async function planFor(session: Session, ret: Return, file: string): Promise<CollectPlan> {
  return planCollect(session.state.ret!, ret, await decidedIn(session.workbook), file);
}

/** Reads the files the user chose. Unreadable files are reported, and do not stop the others. */
export async function takeIn(session: Session, files: readonly File[]): Promise<void> {
  const refused: { readonly nl: string; readonly en: string }[] = [];
  const taken = await session.attempt(words.busy.collecting, async () => {
    const { openWorkbook } = await import(/* webpackChunkName: "template" */ "@prestatieafspraken/xlsx");
    const incoming: Incoming[] = [];
    const own: OwnFile[] = [];
    const known: string[] = [];
    for (const file of files.filter(isProfileFile)) {
      const found = profilesFrom(await file.text());
      if (found === null) refused.push(fill(words.collect.refused, { file: file.name, why: words.collect.noProfiles }));
      for (const profile of found ?? []) {
        await keepProfile(session.workbook, profile);
        known.push(profile.name);
      }
    }
    const profiles = await profilesIn(session.workbook);
    for (const file of files.filter((one) => !isProfileFile(one))) {
      try {
        const source = await openWorkbook(new Uint8Array(await file.arrayBuffer()), { name: file.name });
        const { agreements } = session.options;
        const {
          ret,
          as,
          about = null,
          blocks,
        } = await readIncoming(source, session.state.ret!, { agreements, profiles });
        if (ret.tables.size === 0 && blocks.every(({ headers }) => headers.every((header) => header === "")))
          refused.push(fill(words.collect.refused, { file: file.name, why: words.collect.noTable }));
        else if (ret.tables.size === 0) own.push({ file: file.name, source, blocks, mapping: {} });
        else
          incoming.push({
            file: file.name,
            ret,
            plan: await planFor(session, ret, file.name),
            choices: new Map(),
            as,
            about,
          });
      } catch (error) {
        if (!(error instanceof WorkbookError || error instanceof InputError)) throw error;
        refused.push(fill(words.collect.refused, { file: file.name, why: error.sentence }));
      }
    }
    return { incoming, own, known };
  });
  if (!taken) return;
  const { incoming, own, known } = taken.value;
  const names = new Set([...incoming, ...own].map(({ file }) => file));
  const others = <T extends { readonly file: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ file }) => !names.has(file));
  session.store.set({
    incoming: [...others(session.state.incoming), ...incoming],
    ownFiles: [...others(session.state.ownFiles), ...own],
  });
  if (known.length > 0) session.done(fill(words.collect.profilesTaken, { names: listed(known) }));
  if (refused.length > 0)
    session.say({
      kind: "problem",
      text: { nl: refused.map(({ nl }) => nl).join(" "), en: refused.map(({ en }) => en).join(" ") },
    });
}

/** Chooses the same side for every contradiction of a file. */
export function chooseAll(session: Session, { file, plan }: Incoming, choice: "here" | "there"): void {
  for (const { key } of plan.contradictions) choose(session, file, key, choice);
}

/** Removes a file with the user's own lists from the screen. */
export function leaveOwn(session: Session, file: string): void {
  session.store.set({ ownFiles: session.state.ownFiles.filter((one) => one.file !== file) });
}

/**
 * Reads a list in the user's own file as a table of the return. The mapping is kept in the workbook under this name, so
 * that the same lists are recognised next quarter.
 */
export async function pointOut(
  session: Session,
  own: OwnFile,
  name: string,
  {
    definition,
    block,
    said,
  }: { readonly definition: TableDefinition; readonly block: SheetTable; readonly said: Proposal },
): Promise<void> {
  const mapping = { ...own.mapping, [definition.name]: { ...placeOf(block), ...said } };
  const read = await session.attempt(words.busy.collecting, async () => {
    await keepProfile(session.workbook, { name, mapping });
    const { agreements } = session.options;
    const { ret } = await readIncoming(withMapping(own.source, mapping), session.state.ret!, { agreements });
    return { ret, plan: await planFor(session, ret, own.file) };
  });
  if (!read) return;
  const { file } = own;
  const { ret, plan } = read.value;
  const as = { kind: "profile", name } as const;
  const left = own.blocks.length > Object.keys(mapping).length;
  session.store.set({
    incoming: [
      ...session.state.incoming.filter((one) => one.file !== file),
      { file, ret, plan, choices: new Map(), as, about: null },
    ],
    ownFiles: session.state.ownFiles.flatMap((one) => (one.file !== file ? [one] : left ? [{ ...own, mapping }] : [])),
  });
  session.done(fill(words.collect.pointedOut, { table: definition.title, name }));
}

/** Records the choice for a contradiction in one of the files. */
export function choose(session: Session, file: string, key: string, choice: Choice): void {
  session.store.set({
    incoming: session.state.incoming.map((one) =>
      one.file === file ? { ...one, choices: new Map(one.choices).set(key, choice) } : one,
    ),
  });
}

export function leaveOut(session: Session, file: string): void {
  session.store.set({ incoming: session.state.incoming.filter((one) => one.file !== file) });
}

/** Imports one of the files and reports it. */
export async function putIn(session: Session, incoming: Incoming): Promise<void> {
  if (await bring(session, incoming)) session.done(fill(words.collect.broughtIn, { file: incoming.file }));
}

/** Imports every file without contradictions; the user decides on the others first. */
export async function putAllIn(session: Session): Promise<void> {
  let n = 0;
  const next = (): Incoming | undefined =>
    session.state.incoming.find((one) => undecided(one) === 0 && !changesNothing(one.plan));
  for (let one = next(); one !== undefined; one = next()) {
    if (!(await bring(session, one))) return;
    n += 1;
  }
  const left = session.state.incoming.some((one) => undecided(one) > 0);
  session.done(fill(left ? words.collect.broughtSome : words.collect.broughtAll, { n }));
}

/** Imports one of the files and plans the others again, because the workbook has changed. */
async function bring(session: Session, { file, ret, choices }: Incoming): Promise<boolean> {
  const done = await session.attempt(words.busy.writing, async () => {
    const plan = await planFor(session, ret, file);
    await bringIn(session.workbook, { plan, received: receiptFor(ret, file, session.options.today), choices });
    return plan;
  });
  if (!done) return false;
  leaveOut(session, file);
  await session.check({ quietly: true });
  session.store.set({
    incoming: await Promise.all(
      session.state.incoming.map(async (one) => ({ ...one, plan: await planFor(session, one.ret, one.file) })),
    ),
  });
  return true;
}
