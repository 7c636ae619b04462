export * from "./call-context.js";
export { call, isLiveCall, liveScope, surplusArguments } from "./call.js";
export { cardFieldNames, type Card, type CardField, type CardFieldName } from "./card.js";
export { fn, functionIds, functions, narrows, streams, type PaFunction } from "./catalogue.js";
export * from "./cell.js";
export { answerOf, answerPlainCall, failed, generic, inWords, spilled, type FormulaAnswer } from "./formula-answer.js";
export {
  fromStored,
  functionsIn,
  ownCalls,
  refersToCells,
  soleCall,
  toInvariant,
  toStored,
  withEnglishNames,
} from "./formula-text.js";
export { LiveEngine, pace, type LiveEngineOptions, type Scheduler } from "./live-engine.js";
export { cellsLine, type Made, type MadeCell } from "./made-cells.js";
export { madeOf, movedBy } from "./made-of.js";
export { LiveHub } from "./live-hub.js";
export { liveContext, type LiveContextOptions } from "./live-source.js";
export {
  metadata,
  takesRange,
  type EnumMetadata,
  type FunctionMetadata,
  type Metadata,
  type MetadataOptions,
  type ParameterMetadata,
} from "./metadata.js";
export { severityWords } from "./spill.js";
