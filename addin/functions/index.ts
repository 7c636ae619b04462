/**
 * The first script of the page: registers every PA function, at once and before anything else is fetched, because Excel
 * calls functions as soon as a workbook opens. Reading the workbook, the rules and the report come later, when a cell asks.
 */
import { call, functions, LiveEngine, streams, type CallContext, type CellInput } from "@prestatieafspraken/functions";
import { excelAnswer, numberForm, type ExcelAnswer, type NumberForm } from "./answer.js";
import type * as liveReadingModule from "../excel/live-reading.js";
import { cellInput } from "./argument.js";
import { inDays } from "./date-system.js";
import { fetched } from "./fetched.js";
import { language } from "./language.js";

type LiveReading = typeof liveReadingModule;

/** What belongs to reading the workbook; fetched once, when the first live answer is wanted and Excel is ready. */
let reading: LiveReading | null = null;
async function liveReading(): Promise<LiveReading> {
  if (reading === null) {
    await Office.onReady();
    reading = await fetched(() => import(/* webpackChunkName: "live" */ "../excel/live-reading.js"));
    reading.onChange((event) => engine.changed(event));
  }
  return reading;
}

/** What cells say is in the language of the workbook, whoever looks; Dutch until that has been read. */
const beforeReading: CallContext = { language: "nl", live: null };

const engine = new LiveEngine({
  read: async (how) => (await liveReading()).readReturn(how),
  context: (read): CallContext => (read === null || reading === null ? beforeReading : reading.liveContext(read)),
  edition: () => reading?.edition() ?? 0,
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
  // Known only once Excel has introduced itself; until then a plain number is right everywhere.
  const { requirements } = (Office as { context?: { requirements?: Office.RequirementSetSupport } }).context ?? {};
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
    const answer = (these: readonly CellInput[]): ExcelAnswer => thrown(forExcel(call(id, these, beforeReading)));
    return inputs instanceof Promise ? inputs.then(answer) : answer(inputs);
  });
}

/** Keeps a cell up to date until Excel says that it is no longer there. */
function listen(
  id: string,
  inputs: ReturnType<typeof inDays>,
  setResult: (answer: ExcelAnswer) => void,
  invocation: Partial<Invocation>,
): void {
  const start = (these: readonly CellInput[]): (() => void) =>
    engine.subscribe(id, these, (answer) => setResult(forExcel(answer)));
  if (!(inputs instanceof Promise)) {
    invocation.onCanceled = start(inputs);
    return;
  }
  let canceled = false;
  invocation.onCanceled = () => (canceled = true);
  void inputs.then((these) => {
    if (!canceled) invocation.onCanceled = start(these);
  });
}

/** Excel takes an error that is thrown, with its sentence; one that is given back loses it in older versions. */
function thrown(answer: ExcelAnswer): ExcelAnswer {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- an Error at run time; its published types leave that out
  if (answer instanceof CustomFunctions.Error) throw answer;
  return answer;
}
