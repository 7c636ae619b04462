import { fill, InputError } from "@prestatieafspraken/indicators";
import {
  bringIn,
  decidedIn,
  planCollect,
  read,
  receiptFor,
  WorkbookError,
  type Choice,
  type CollectPlan,
  type Return,
} from "@prestatieafspraken/quarterly";
import type { Incoming } from "./incoming.js";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** The number of contradictions without a decision. */
export const undecided = ({ plan, choices }: Incoming): number =>
  plan.contradictions.filter(({ key }) => !choices.has(key)).length;

/** The plan for importing a return into the workbook as it is now. */
async function planFor(session: Session, ret: Return): Promise<CollectPlan> {
  return planCollect(session.state.ret!, ret, await decidedIn(session.workbook));
}

/** Reads the files the user chose. Unreadable files are reported, and do not stop the others. */
export async function takeIn(session: Session, files: readonly File[]): Promise<void> {
  const refused: { readonly nl: string; readonly en: string }[] = [];
  const taken = await session.attempt(words.busy.collecting, async () => {
    const { openWorkbook } = await import(/* webpackChunkName: "template" */ "@prestatieafspraken/xlsx");
    const incoming: Incoming[] = [];
    for (const file of files) {
      try {
        const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()), { name: file.name });
        const ret = await read(workbook, { agreements: session.options.agreements });
        if (ret.tables.size === 0) {
          refused.push(fill(words.collect.refused, { file: file.name, why: words.collect.noTable }));
          continue;
        }
        incoming.push({ file: file.name, ret, plan: await planFor(session, ret), choices: new Map() });
      } catch (error) {
        if (!(error instanceof WorkbookError || error instanceof InputError)) throw error;
        refused.push(fill(words.collect.refused, { file: file.name, why: error.sentence }));
      }
    }
    return incoming;
  });
  if (!taken) return;
  const names = new Set(taken.value.map(({ file }) => file));
  session.store.set({ incoming: [...session.state.incoming.filter(({ file }) => !names.has(file)), ...taken.value] });
  if (refused.length > 0)
    session.say({
      kind: "problem",
      text: { nl: refused.map(({ nl }) => nl).join(" "), en: refused.map(({ en }) => en).join(" ") },
    });
}

/** Stores the decision on a contradiction in one of the files. */
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

/** Imports one of the files, then plans the others again for the changed workbook. */
export async function putIn(session: Session, { file, ret, choices }: Incoming): Promise<void> {
  const done = await session.attempt(words.busy.writing, async () => {
    const plan = await planFor(session, ret);
    await bringIn(session.workbook, { plan, received: receiptFor(ret, file, session.options.today), choices });
    return plan;
  });
  if (!done) return;
  leaveOut(session, file);
  await session.check({ quietly: true });
  session.store.set({
    incoming: await Promise.all(
      session.state.incoming.map(async (one) => ({ ...one, plan: await planFor(session, one.ret) })),
    ),
  });
  session.done(fill(words.collect.broughtIn, { file }));
}
