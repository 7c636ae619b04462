import { baselineNote, fewUnknown, labelNotes, labels, withoutLabelRow } from "./labels.js";
import { lettingNotes, lettingQuestions, lettings } from "./lettings.js";
import { delivered, planNotes, plans } from "./plans.js";
import { socialStock } from "./social-stock.js";
import { stock, wholeStock } from "./stock.js";
import { studentsCount } from "./students.js";
import {
  basicRent,
  countUnits,
  judgedUnits,
  onLimitCounts,
  plansCounted,
  unitNotes,
  units,
  unitsUnder,
} from "./units.js";

/**
 * The questions indicators ask of a return, and the notes on the answers. Passed to an indicator when it is counted.
 */
export const questions = {
  baselineNote,
  fewUnknown,
  labelNotes,
  labels,
  withoutLabelRow,
  lettingNotes,
  lettingQuestions,
  lettings,
  delivered,
  planNotes,
  plans,
  socialStock,
  stock,
  wholeStock,
  studentsCount,
  basicRent,
  countUnits,
  judgedUnits,
  onLimitCounts,
  plansCounted,
  unitNotes,
  units,
  unitsUnder,
};

/**
 * The questions that can be asked of a return. They are passed in by the package that reads returns, so that calculating alone
 * does not load them.
 */
export type Questions = typeof questions;
