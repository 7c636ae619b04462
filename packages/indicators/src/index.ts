/**
 * Indicators of Dutch housing performance agreements: exact, explained, judged against their norm. Pure: no clock, file, network
 * or host.
 * @packageDocumentation
 */
export * from "./agreement.js";
export * from "./books/index.js";
export * from "./cell.js";
export { countingOf } from "./counting.js";
export { asCounted, assess, startingAt } from "./assess.js";
export type { Assessment } from "./assessment.js";
export type { Course, Judging, Moment, Plans, Situation } from "./course.js";
export { judgedNorm, normsInForce } from "./judged-norm.js";
export * from "./open.js";
export { statusText, verdictSigns, verdictText, verdictWords } from "./verdict.js";
export {
  type ArgumentsFor,
  evaluate,
  evaluateNamed,
  type IndicatorId,
  explanation,
  indicator,
  indicators,
  norm,
  status,
} from "./catalogue.js";
export {
  dayBefore,
  dayOfDate,
  daysLater,
  dutchDayAt,
  elapsedPart,
  quarterOfDay,
  readDay,
  readDayOrQuarter,
  saysTime,
  yearsBetween,
  yearsLater,
  daySerial,
} from "./day.js";
export { exact, published } from "./decimal.js";
export * from "./define.js";
export { choiceText } from "./choice-text.js";
export { comparatorSigns, display, displayNorm } from "./display.js";
export { explain, explainInFull } from "./explain.js";
export { normWords } from "./norm-words.js";
export { capital } from "./refuse.js";
export { calculate, judge, judgeCounted, type CallableIndicator } from "./evaluate.js";
export * from "./indicators/all.generated.js";
export { limitChoices } from "./indicators/rent-limit.js";
export { readInputs, resolveContext } from "./inputs.js";
export {
  countLabels,
  labelCode,
  labelScale,
  noLabelCode,
  phasedOut,
  readLabel,
  readLabelClasses,
  type EnergyLabel,
} from "./label.js";
export { limitOf } from "./limit.js";
export { documentText } from "./source.js";
export { articleNumber, articleText, placeOfGoal, placeText } from "./place.js";
export * from "./quantity.js";
export {
  quarterAfter,
  quarterFirstDay,
  quarterLastDay,
  quarterNumber,
  quartersThrough,
  readQuarter,
} from "./quarter.js";
export { referenceAgreement, referenceLimits } from "./reference.generated.js";
export * from "./result.js";
export { closest } from "./suggest.js";
export { factText, fill, sentence, type Fact, type Facts } from "./sentence.js";
export * from "./tables/index.js";
export { extensibleTables, impliedColumns, sheetOf, tableOf, tablesOf } from "./tables/own.js";
export * from "./text.js";
export { cleaned, comparable, short } from "./typed.js";
export * from "./unit.js";
export { typedNumber, writtenNumber } from "./written-number.js";
export { dayText, listed, monthText, numberText, quarterText, shortQuarter, together } from "./written.js";
export { agreementQuarters, lastFinishedQuarter } from "./agreement-quarters.js";
