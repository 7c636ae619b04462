import * as labels from "./labels.js";
import * as lettings from "./lettings.js";
import * as plans from "./plans.js";
import * as socialStock from "./social-stock.js";
import * as stock from "./stock.js";
import * as students from "./students.js";
import * as units from "./units.js";

/**
 * The questions indicators ask of a return, and the notes on the answers. Passed to an indicator when it is counted.
 */
export const questions = {
  ...labels,
  ...lettings,
  ...plans,
  ...socialStock,
  ...stock,
  ...students,
  ...units,
};

/**
 * The questions that can be asked of a return. They are passed in by the package that reads returns, so that calculating alone
 * does not load them.
 */
export type Questions = typeof questions;
