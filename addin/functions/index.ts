/**
 * The first script of the page. Registers every PA function before anything else is loaded, because Excel calls
 * functions as soon as a workbook opens. The code that reads the workbook is loaded when a cell first needs it.
 */
import { call, functions, LiveEngine, streams, type CallContext, type CellInput } from "@prestatieafspraken/functions";
import { excelAnswer, numberForm, type ExcelAnswer, type NumberForm } from "./answer.js";
import type * as liveReadingModule from "../excel/live-reading.js";
import { cellInput } from "./argument.js";
import { inDays } from "./date-system.js";
import { fetched } from "../taskpane/fetched.js";
import { language } from "./language.js";
import { inPortion } from "./portions.js";

type LiveReading = typeof liveReadingModule;

/** The code that reads the workbook; loaded once, when the first live answer is needed and Excel is ready. */
let loaded: LiveReading | null = null;
async function liveReading(): Promise<LiveReading> {
  if (loaded === null) {
    await Office.onReady();
    loaded = await fetched(() => import(/* webpackChunkName: "live" */ "../excel/live-reading.js"));
    loaded.onChange((event) => engine.changed(event));
  }
  return loaded;
}

/** Answers use the language of the workbook, not of the user; Dutch until the workbook has been read. */
const beforeReading: CallContext = { language: "nl", live: null };

const isOnline = (): boolean => String(officeContext()?.platform) === "OfficeOnline";

/** The host's Office context; unknown until Office is ready. */
const officeContext = (): Partial<Office.Context> | undefined =>
  (Office as { context?: Partial<Office.Context> }).context;

const engine = new LiveEngine({
  read: async (how) => (await liveReading()).readReturn(how),
  context: (read): CallContext => (read === null || loaded === null ? beforeReading : loaded.liveContext(read)),
  edition: () => loaded?.edition() ?? 0,
  untilFree: async () => (await liveReading()).untilFree(),
  scheduler: {
    after: (milliseconds, then) => {
      const timer = setTimeout(then, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  onFailure: (error) => console.error(error),
});

let form: NumberForm | null = null;
const forExcel = (answer: Parameters<typeof excelAnswer>[0]): ExcelAnswer => {
  // Office.onReady tells the host version; until then return plain numbers, which every host accepts.
  const requirements = officeContext()?.requirements;
  if (requirements !== undefined) form ??= numberForm((set, version) => requirements.isSetSupported(set, version));
  return excelAnswer(answer, form ?? "plain", language());
};

type Invocation = CustomFunctions.StreamingInvocation<ExcelAnswer>;

for (const called of functions) {
  const { id } = called;
  CustomFunctions.associate(id, (...given: unknown[]): ExcelAnswer | Promise<ExcelAnswer> | undefined => {
    const invocation = given.at(-1) as Partial<Invocation>;
    const inputs = inDays(given.slice(0, -1).map(cellInput), called);
    if (streams(called) && invocation.setResult !== undefined) {
      listen(id, inputs, invocation.setResult.bind(invocation), invocation);
      return undefined;
    }
    const answer = (these: readonly CellInput[]): ExcelAnswer | Promise<ExcelAnswer> => {
      const outcome = forExcel(call(id, these, beforeReading));
      if (!isOnline()) return thrown(outcome);
      return new Promise<ExcelAnswer>((resolve) => inPortion(outcome, () => resolve(outcome))).then(thrown);
    };
    return inputs instanceof Promise ? inputs.then(answer) : answer(inputs);
  });
}

/** Keeps a cell up to date until Excel cancels the call. */
function listen(
  id: string,
  inputs: ReturnType<typeof inDays>,
  setResult: (answer: ExcelAnswer) => void,
  invocation: Partial<Invocation>,
): void {
  let canceled = false;
  let stop: (() => void) | null = null;
  const start = (these: readonly CellInput[]): void => {
    if (canceled) return;
    stop = engine.subscribe(id, these, (answer) => {
      const outcome = forExcel(answer);
      const pass = (): void => {
        if (!canceled) setResult(outcome);
      };
      if (isOnline()) inPortion(outcome, pass);
      else pass();
    });
  };
  invocation.onCanceled = () => {
    canceled = true;
    stop?.();
  };
  if (inputs instanceof Promise) void inputs.then(start);
  else start(inputs);
}

/** Throws errors, because older versions of Excel lose the sentence of a returned one. */
function thrown(answer: ExcelAnswer): ExcelAnswer {
  // oxlint-disable-next-line typescript/only-throw-error -- an Error at run time; its published types leave that out
  if (answer instanceof CustomFunctions.Error) throw answer;
  return answer;
}
