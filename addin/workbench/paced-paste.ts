import { withEnglishNames } from "@prestatieafspraken/functions";
import type { Zone } from "@prestatieafspraken/spreadsheet";
import { together, type Step } from "./edits-plugin.js";
import { moreRows } from "./new-rows.js";
import { pastedRows } from "./pasted-text.js";
import type { Command, ShownModel } from "./shown-engine.js";

/** Cells pasted at once: a twentieth of a second on an ordinary computer. */
const atOnce = 1_000;

/** Commands that a paste does not have to be finished for: they change nothing, and do not leave its sheet. */
const looks = new Set(["SET_VIEWPORT_OFFSET", "SHIFT_VIEWPORT_UP", "SHIFT_VIEWPORT_DOWN", "RESIZE_SHEETVIEW"]);

interface PasteFromOutside {
  readonly target: readonly Zone[];
  readonly clipboardContent: { readonly text?: string; readonly data?: object | null; readonly imageData?: object };
  readonly pasteOption?: string;
}

export interface Pacing {
  /** Called when a large paste begins; `stop` ends it where it is. The function returned is called at its end. */
  began(stop: () => void): (rows: { readonly pasted: number; readonly all: number }) => void;
  /** Lets the page answer. */
  pause(): Promise<void>;
}

/** A large paste that is under way. */
interface Paste {
  /** Pastes the rest at once. */
  finish(): void;
}

/**
 * Pastes text from another program as that program meant it, and in pieces if it is large, so that the page keeps
 * answering. The pieces are one action: one step to undo, and one to keep. Whatever else is done meanwhile waits for the
 * rest of the paste.
 */
export function pacePastes(model: ShownModel, pacing: Pacing): { readonly finish: () => void } {
  const { session } = model;
  const save = session.save.bind(session);
  const dispatch = model.dispatch.bind(model);
  let running: Paste | null = null;
  /** What the pieces did so far; null while none is being pasted. */
  let collected: { readonly commands: unknown[]; readonly changes: unknown[] } | null = null;
  session.save = (root, commands, changes) => {
    if (collected === null) save(root, commands, changes);
    else {
      for (const command of commands) collected.commands.push(command);
      for (const change of changes) collected.changes.push(change);
    }
  };

  const begin = (whole: Command, rows: readonly (readonly string[])[], { left, top }: Zone): void => {
    const [width, all] = [rows[0]!.length, rows.length];
    const height = Math.max(1, Math.floor(atOnce / width));
    const done = { commands: [] as unknown[], changes: [] as unknown[] };
    let pasted = 0;
    let ended: ReturnType<Pacing["began"]> = () => undefined;
    const part = (type: string, payload: Readonly<Record<string, unknown>>): boolean => {
      collected = done;
      try {
        return dispatch(type, payload).isSuccessful;
      } finally {
        collected = null;
      }
    };
    const end = (): void => {
      if (running !== paste) return;
      running = null;
      save(whole, done.commands, done.changes);
      const zone = { left, right: left + width - 1, top, bottom: top + Math.max(1, pasted) - 1 };
      model.selection.selectZone({ cell: { col: left, row: top }, zone }, { scrollIntoView: false });
      ended({ pasted, all });
    };
    const piece = (): void => {
      const some = rows.slice(pasted, pasted + height);
      const [first, text] = [top + pasted, textOf(some)];
      const target = [{ left, right: left, top: first, bottom: first }];
      if (part("PASTE_FROM_OS_CLIPBOARD", { target, clipboardContent: { text } })) pasted += some.length;
      else end();
    };
    const paste: Paste = {
      finish() {
        while (running === paste && pasted < all) piece();
        end();
      },
    };
    running = paste;
    part(together, { steps: room(model, { left, right: left + width - 1, top, bottom: top + all - 1 }) });
    ended = pacing.began(end);
    void (async () => {
      try {
        while (running === paste && pasted < all) {
          await pacing.pause();
          if (running === paste) piece();
        }
        await pacing.pause();
      } finally {
        end();
      }
    })();
  };

  model.dispatch = (type, payload) => {
    // What a piece brings about is part of it.
    if (collected !== null) return dispatch(type, payload);
    if (!looks.has(type)) running?.finish();
    if (type !== "PASTE_FROM_OS_CLIPBOARD") return dispatch(type, payload);
    const { target, clipboardContent, pasteOption } = payload as unknown as PasteFromOutside;
    const { text = "", data, imageData } = clipboardContent;
    if ((data ?? imageData ?? null) !== null) return dispatch(type, payload);
    const rows = pastedRows(text).map((row) => row.map(withEnglishNames));
    // Text has values only; pasted as values by the engine, it would be empty.
    const whole = {
      target,
      clipboardContent: { text: textOf(rows) },
      ...(pasteOption !== "asValue" && { pasteOption }),
    };
    const [zone, ...more] = target;
    const isOnce =
      zone !== undefined &&
      more.length === 0 &&
      zone.bottom - zone.top < rows.length &&
      zone.right - zone.left < rows[0]!.length;
    const isLarge = whole.pasteOption === undefined && rows.length * rows[0]!.length > 2 * atOnce;
    if (!isOnce || !isLarge) return dispatch(type, whole);
    // Whether it may be pasted depends on its size, and empty cells are read sooner. The engine says itself why not.
    const size = textOf(rows.map((row) => row.map(() => "")));
    if (!model.canDispatch(type, { target, clipboardContent: { text: size } }).isSuccessful)
      return dispatch(type, whole);
    begin({ type, ...whole }, rows, zone);
    return { isSuccessful: true };
  };
  return { finish: () => running?.finish() };
}

/** The rows and columns that a sheet lacks for this zone. */
function room({ getters }: ShownModel, { right, bottom }: Zone): readonly Step[] {
  const sheetId = getters.getActiveSheetId();
  const name = getters.getSheetName(sheetId);
  const [rows, columns] = [getters.getNumberRows(sheetId), getters.getNumberCols(sheetId)];
  return [
    ...(bottom >= rows ? [moreRows(sheetId, name, rows - 1, bottom - rows + 1)] : []),
    ...(right >= columns ? [moreRows(sheetId, name, columns - 1, right - columns + 1, "COL")] : []),
  ];
}

const textOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join("\t")).join("\n");
