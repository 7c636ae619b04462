import type { Answer, CallContext } from "@prestatieafspraken/functions";
import { registerLocks, type CellLocks } from "./cell-locks.js";
import { dutchLocale, engine, quietly, type EngineLocale, type EngineModel, type Position } from "./engine.js";
import { LeanModel } from "./lean-model.js";
import { registerFunctions, type PaModel } from "./register.js";

/** How a workbook is opened in the engine. */
export interface ModelOptions {
  readonly context: CallContext;
  /** How users type and see numbers in this model; default: the invariant English form. */
  readonly locale?: EngineLocale;
  /** Locked cells; default: none. */
  readonly locks?: CellLocks;
  /** Further options for the engine's model when it is displayed. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Earlier engine revisions of this data, in order; they are replayed. */
  readonly revisions?: readonly unknown[];
}

/** An answer, and the cell whose formula asked for it. */
export type AnswerAt = Answer & { readonly at: Position | null };

/** A workbook in the engine; its PA functions answer from `pa.context`. */
export interface PaSheetModel {
  readonly model: EngineModel;
  readonly pa: PaModel;
  /** Cells whose formula called a PA function. */
  readonly asking: ReadonlyMap<string, Position>;
  /** PA answers since the last `take`, in the order of evaluation. */
  take(): readonly AnswerAt[];
}

/** Opens workbook data in the engine, headless or displayed. Without data: one empty sheet. */
export function openModel(data: unknown, options: ModelOptions): PaSheetModel {
  registerFunctions(options.context.language);
  registerLocks();
  let answers: AnswerAt[] = [];
  const asking = new Map<string, Position>();
  const pa: PaModel = {
    context: options.context,
    said: new Set(),
    onAnswer(answer, at) {
      answers.push({ ...answer, at });
      if (at !== null) asking.set(`${at.sheetId}!${at.row},${at.col}`, at);
    },
  };
  const locales = [dutchLocale, engine.DEFAULT_LOCALE];
  const model = quietly(
    () =>
      new LeanModel(
        data ?? { settings: { locale: options.locale ?? engine.DEFAULT_LOCALE } },
        {
          ...options.config,
          custom: { pa, locks: options.locks },
          external: { loadLocales: () => Promise.resolve(locales) },
        },
        [...(options.revisions ?? [])],
      ),
  );
  const dispatch = model.dispatch.bind(model);
  model.dispatch = (command, payload) => quietly(() => dispatch(command, payload));
  return {
    model,
    pa,
    asking,
    take() {
      const taken = answers;
      answers = [];
      return taken;
    },
  };
}

/** Replaces the data source of a model and recalculates dependent formulas. */
export function setContext({ model, pa, asking }: PaSheetModel, context: CallContext): void {
  pa.context = context;
  const cellIds = [...asking.values()].flatMap((at) => {
    const cell = model.getters.getSheetIds().includes(at.sheetId) ? model.getters.getCell(at) : undefined;
    return cell?.isFormula ? [cell.id] : [];
  });
  if (cellIds.length > 0) model.dispatch("EVALUATE_CELLS", { cellIds });
}
